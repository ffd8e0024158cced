import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface OnOpenProps<Props> {
  readonly summary: string;
  /** Open without being asked. */
  readonly isOpen?: boolean;
  /** Loads the panel; must be the same function at every call. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
  readonly class?: string;
}

/** A panel that is loaded when the reader opens it: nobody pays for what nobody looks at. */
export function OnOpen<Props extends object>(onOpen: OnOpenProps<Props>) {
  const { summary, isOpen = false, load, props } = onOpen;
  const [isWanted, setWanted] = useState(isOpen);
  const [Panel, setPanel] = useState<ComponentType<Props> | null>(null);
  const mustLoad = isWanted || isOpen;
  useEffect(() => {
    if (mustLoad) void load().then((loaded) => setPanel(() => loaded));
  }, [mustLoad, load]);
  return (
    <details
      class={onOpen.class}
      open={mustLoad}
      onToggle={({ currentTarget }) => setWanted(currentTarget.open)}
    >
      <summary>{summary}</summary>
      {Panel !== null && <Panel {...props} />}
    </details>
  );
}
