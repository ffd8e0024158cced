import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface NearProps<Props> {
  /** Loads the panel; must be the same function at every call. */
  readonly load: () => Promise<ComponentType<Props>>;
  readonly props: Props;
}

/** Loads a panel when the reader comes near it: nobody pays for what nobody looks at. */
export function Near<Props extends object>({ load, props }: NearProps<Props>) {
  const box = useRef<HTMLDivElement>(null);
  const [Panel, setPanel] = useState<ComponentType<Props> | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void load().then((loaded) => setPanel(() => loaded));
      },
      { rootMargin: '400px' },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [load]);
  return (
    <div class="charts-place" ref={box}>
      {Panel !== null && <Panel {...props} />}
    </div>
  );
}
