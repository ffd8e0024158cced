import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FailoverPanelProps } from './parts.ts';

/** Loads the rules when the reader comes near them: who only breaks something does not pay for their fields. */
export function LazyRules(panel: FailoverPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const [Rules, setRules] = useState<ComponentType<FailoverPanelProps> | null>(null);
  useEffect(() => {
    if (box.current === null) return;
    const load = async () => {
      const { AllRules } = await import('./all-rules.tsx');
      setRules(() => AllRules);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        void load();
      },
      { rootMargin: '100px' },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="failover-rules" ref={box}>
      {Rules !== null && <Rules {...panel} />}
    </div>
  );
}
