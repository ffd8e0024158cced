import type { Words } from '~/words/words.ts';
import type { Session } from '../store/session.ts';
import { contextOf } from './answer-context.ts';
import { BeforeAfterFigure } from './before-after-figure.tsx';
import { DemandFigure } from './demand-figure.tsx';
import { HeatFigure } from './heat-figure.tsx';
import { SensitivityFigure } from './sensitivity-figure.tsx';

/** The charts of a plan. Loaded when the reader comes near: Plot is most of the tool's weight. */
export function ChartsPanel({
  words,
  session,
}: {
  readonly words: Words;
  readonly session: Session;
}) {
  const answered = session.answering.answered.value;
  if (answered?.answer.kind !== 'planned') return null;
  const plan = answered.answer;
  const context = contextOf(answered);
  return (
    <div class="charts">
      <HeatFigure words={words} plan={plan} context={context} />
      <DemandFigure words={words} plan={plan} context={context} />
      <BeforeAfterFigure words={words} plan={plan} />
      <SensitivityFigure words={words} answering={session.answering} />
    </div>
  );
}
