import { useEffect, useRef, useState } from 'preact/hooks';

/** Hours a second while playing. */
const pace = 8;

export interface Player {
  /** False where the reader's system asks for less motion: then time is only stepped. */
  readonly mayPlay: boolean;
  readonly isPlaying: boolean;
  readonly toggle: () => void;
  readonly step: (by: number) => void;
  readonly jump: (slot: number) => void;
}

/** Lets time run over slots; stops at the end, and as soon as the reader steps. */
export function usePlayer(slotCount: number, slot: number, onSlot: (slot: number) => void): Player {
  const [isPlaying, setPlaying] = useState(false);
  const mayPlay = useMotion();
  const current = useRef(slot);
  current.current = slot;
  const isRunning = isPlaying && mayPlay;
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => {
      if (current.current + 1 >= slotCount) setPlaying(false);
      else onSlot(current.current + 1);
    }, 1000 / pace);
    return () => clearInterval(timer);
  }, [isRunning, slotCount, onSlot]);
  const jump = (to: number) => {
    setPlaying(false);
    onSlot(Math.max(0, Math.min(slotCount - 1, to)));
  };
  return {
    mayPlay,
    isPlaying: isRunning,
    toggle: () => {
      if (!isRunning && slot + 1 >= slotCount) onSlot(0);
      setPlaying(!isRunning);
    },
    step: (by) => jump(slot + by),
    jump,
  };
}

/** Whether motion is welcome. */
function useMotion(): boolean {
  const query = '(prefers-reduced-motion: reduce)';
  const [isReduced, setReduced] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const onChange = () => setReduced(list.matches);
    list.addEventListener('change', onChange);
    return () => list.removeEventListener('change', onChange);
  }, []);
  return !isReduced;
}
