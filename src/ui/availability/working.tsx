import type { ReadonlySignal } from '@preact/signals';
import type { Note, Obstacle } from '~/model/consolidation/answer.ts';
import { sentence } from '~/words/sentences.ts';
import type { ToolWork } from '../store/tool-answer.ts';
import { contextOf } from './context.ts';
import type { PanelProps } from './panel.ts';

/** What is being computed, or why that failed. Announced politely. */
export function Working({
  own,
  work,
}: Pick<PanelProps, 'own'> & { work: ReadonlySignal<ToolWork> }) {
  const now = work.value;
  return (
    <p class="working" role="status" data-kind={now.kind}>
      {now.kind === 'asking' && own.working(now.progress?.doneRatio ?? null)}
      {now.kind === 'failed' && own.failed(now.message)}
    </p>
  );
}

/** So many reasons are told; the consolidation planner tells all. */
const mostReasons = 6;

/** Why there is no cluster to ask about. */
export function Impossible({
  words,
  own,
  session,
  answer,
}: PanelProps & {
  readonly answer: { readonly reasons: readonly Obstacle[]; readonly notes: readonly Note[] };
}) {
  const context = contextOf(session);
  return (
    <div class="notice" data-kind="bad" role="alert">
      <p>{own.impossible}</p>
      <ul>
        {answer.reasons.slice(0, mostReasons).map((reason, index) => (
          <li key={index}>{sentence(words.answer.obstacle, reason, context)}</li>
        ))}
      </ul>
    </div>
  );
}

/** How the figures above come about. */
export function How({ own, steps }: Pick<PanelProps, 'own'> & { steps: readonly string[] }) {
  return (
    <details>
      <summary>{own.how}</summary>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}
