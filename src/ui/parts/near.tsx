import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface NearProps<Props> {
  /** Loads the panel; must be the same function at every call. */
  readonly load: () => Promise<ComponentType<Props>>;
  /** Null: there is nothing to show yet. */
  readonly props: Props | null;
  /** Class of its place. */
  readonly place?: string;
  /** How far off it is loaded, as a CSS length. */
  readonly margin?: string;
}

/** Loads a panel when the reader comes near it: nobody pays for what nobody looks at. */
export function Near<Props extends object>(near: NearProps<Props>) {
  const { load, props, place = 'charts-place', margin = '400px' } = near;
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
      { rootMargin: margin },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [load, margin]);
  return (
    <div class={place} ref={box}>
      {Panel !== null && props !== null && <Panel {...props} />}
    </div>
  );
}
