import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FailoverOutcome } from '~/model/failover/answer.ts';
import { type FailoverPanelProps, outcomeOf } from './parts.ts';

export interface ChartsProps extends Pick<FailoverPanelProps, 'words' | 'own'> {
  readonly outcome: FailoverOutcome;
}

/** Loads the charts when the reader comes near them: nobody pays for Plot who does not look. */
export function LazyCharts({ words, own, answering }: FailoverPanelProps) {
  const outcome = outcomeOf(answering);
  const box = useRef<HTMLDivElement>(null);
  const [Panel, setPanel] = useState<ComponentType<ChartsProps> | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const load = async () => {
      const { ChartsPanel } = await import('./charts-panel.tsx');
      setPanel(() => ChartsPanel);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void load();
      },
      { rootMargin: '400px' },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="charts-place" ref={box}>
      {Panel !== null && outcome !== null && <Panel words={words} own={own} outcome={outcome} />}
    </div>
  );
}
