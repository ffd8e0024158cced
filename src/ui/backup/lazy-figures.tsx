import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupPanelProps } from './parts.ts';

type Figures = ComponentType<BackupPanelProps>;

const loaders = {
  space: async (): Promise<Figures> => (await import('./space-figure.tsx')).SpaceFigure,
  night: async (): Promise<Figures> => (await import('./night-figures.tsx')).NightFigures,
};

/** Loads charts when the reader comes near them: nobody pays for Plot who does not look. */
export function LazyFigures({
  which,
  panel,
}: {
  readonly which: keyof typeof loaders;
  readonly panel: BackupPanelProps;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [Loaded, setLoaded] = useState<Figures | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void loaders[which]().then((component) => setLoaded(() => component));
      },
      { rootMargin: '400px' },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [which]);
  return (
    <div class="charts backup-charts" ref={box}>
      {Loaded !== null && <Loaded {...panel} />}
    </div>
  );
}
