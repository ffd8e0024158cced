import { useEffect, useState } from 'preact/hooks';
import type { Language } from '~/words/format.ts';
import { loadPlacementWords, type PlacementWords } from '~/words/placement.ts';
import type { Words } from '~/words/words.ts';
import type { PlannerClient } from '~/worker/client.ts';
import type { Session } from '../store/session.ts';
import { MovesFigure } from './moves-figure.tsx';
import { WhyHereFigure } from './why-here-figure.tsx';
import { WhyNotFigure } from './why-not-figure.tsx';

export interface PlacementPanelProps {
  readonly language: Language;
  readonly words: Words;
  readonly session: Session;
  readonly planner: PlannerClient;
}

/** Where machines go: what moves from today's hosts, and why one sits where it does. */
export function PlacementPanel({ language, words, session, planner }: PlacementPanelProps) {
  const [texts, setTexts] = useState<PlacementWords | null>(null);
  useEffect(() => {
    void loadPlacementWords(language).then(setTexts);
  }, [language]);
  const answered = session.answering.answered.value;
  if (texts === null || answered?.answer.kind !== 'planned') return null;
  const figure = { words, texts, answered, plan: answered.answer };
  return (
    <div class="placement-panel">
      <MovesFigure {...figure} />
      <WhyHereFigure {...figure} planner={planner} />
      <WhyNotFigure {...figure} planner={planner} />
    </div>
  );
}
