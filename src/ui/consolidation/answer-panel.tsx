import type { ComponentChildren } from 'preact';
import type {
  Consolidation,
  ConsolidationImpossible,
  ConsolidationPlan,
  Obstacle,
} from '~/model/consolidation/answer.ts';
import { type Context, sentence } from '~/words/sentences.ts';
import type { Words } from '~/words/words.ts';
import { lazy } from '../parts/lazy.tsx';
import type { Answered, Answering, Work } from '../store/answering.ts';
import type { Session } from '../store/session.ts';
import { contextOf } from './answer-context.ts';
import {
  BindingFigure,
  CapacityFigure,
  ComparisonFigure,
  CostFigure,
  FailureFigure,
  MixFigure,
} from './answer-figures.tsx';

const RelaxationsFigure = lazy(
  async () => (await import('./relaxations-figure.tsx')).RelaxationsFigure,
);

/** How many hosts, what proves it, what decides it, and what happens when hosts fail. */
export function AnswerPanel({
  words,
  session,
}: {
  readonly words: Words;
  readonly session: Session;
}) {
  const { answer: texts } = words.tool;
  const { answering, loaded } = session;
  const answered = answering.answered.value;
  const work = answering.work.value;
  if (loaded.value === null) return <p class="answer-waiting">{texts.waiting}</p>;
  return (
    <div class="answer" data-stale={work.kind === 'asking'} aria-busy={work.kind === 'asking'}>
      <LiveAnswer words={words} answered={answered} work={work} />
      {work.kind === 'failed' && (
        <div class="notice" data-kind="bad" role="alert">
          <p>{texts.failed(work.message)}</p>
          <button
            type="button"
            onClick={() => {
              session.scenario.value = { ...session.scenario.value };
            }}
          >
            {texts.again}
          </button>
        </div>
      )}
      {answered === null ? (
        <p class="answer-waiting">{texts.asking}</p>
      ) : (
        <Shown words={words} answered={answered} answering={answering} />
      )}
      <Working words={words} work={work} answered={answered} onStop={answering.keepBest} />
    </div>
  );
}

interface LiveProps {
  readonly words: Words;
  readonly answered: Answered | null;
  readonly work: Work;
}

/** One sentence for readers who listen, said once the answer rests. */
function LiveAnswer({ words, answered, work }: LiveProps) {
  const { answer: texts } = words.tool;
  const isAtRest = work.kind === 'rest' || work.kind === 'stopped';
  const text = (answer: Consolidation) =>
    answer.kind === 'planned' ? texts.live(answer.hosts, answer.ratio) : texts.liveImpossible;
  return (
    <p class="visually-hidden" role="status">
      {isAtRest && answered !== null ? text(answered.answer) : ''}
    </p>
  );
}

interface ShownProps {
  readonly words: Words;
  readonly answered: Answered;
  readonly answering: Answering;
}

function Shown({ words, answered, answering }: ShownProps) {
  const context = contextOf(answered);
  const { answer } = answered;
  return answer.kind === 'planned' ? (
    <Plan words={words} answered={answered} plan={answer} context={context}>
      <RelaxationsFigure words={words} context={context} answering={answering} />
    </Plan>
  ) : (
    <>
      <Impossible words={words} answer={answer} context={context} />
      <RelaxationsFigure words={words} context={context} answering={answering} />
    </>
  );
}

interface WorkingProps extends LiveProps {
  readonly onStop: () => void;
}

/** The search for something better, while the reader looks at what there is. */
function Working({ words, work, answered, onStop }: WorkingProps) {
  const { answer: texts } = words.tool;
  if (work.kind === 'stopped') return <p class="field-hint">{texts.stopped}</p>;
  if (work.kind !== 'improving') return null;
  const plan = answered?.answer.kind === 'planned' ? answered.answer : null;
  const hosts = work.progress?.hosts ?? plan?.hosts;
  const bound = work.progress?.lowerBound ?? plan?.lowerBound;
  const text =
    hosts === undefined || bound === undefined
      ? texts.improvingBare
      : texts.improving(hosts, bound);
  return (
    <div class="improving">
      <p class="field-hint">{text}</p>
      <progress aria-label={texts.improvingBare} max={1} value={work.progress?.doneRatio ?? 0} />
      <button type="button" onClick={onStop}>
        {texts.stop}
      </button>
    </div>
  );
}

interface PlanProps {
  readonly words: Words;
  readonly answered: Answered;
  readonly plan: ConsolidationPlan;
  readonly context: Context;
  readonly children: ComponentChildren;
}

function Plan({ words, answered, plan, context, children }: PlanProps) {
  const { answer: texts } = words.tool;
  const { format } = words;
  const workloads = Math.round(plan.ratio * plan.hosts);
  return (
    <>
      <p class="answer-hosts">
        <strong data-testid="hosts">{format.count(plan.hosts)}</strong> <span>{texts.hosts}</span>
      </p>
      <p class="answer-ratio">
        <strong>{format.number(plan.ratio, 1)}</strong> <span>{texts.ratio}</span>
        <small>{texts.ratioHelp(workloads, plan.hosts)}</small>
      </p>
      <Proof words={words} plan={plan} />
      <CostFigure words={words} plan={plan} context={context} />
      <BindingFigure words={words} plan={plan} context={context} />
      <FailureFigure words={words} plan={plan} context={context} />
      <MixFigure words={words} plan={plan} context={context} />
      <CapacityFigure words={words} plan={plan} context={context} />
      {children}
      <ComparisonFigure words={words} answered={answered} plan={plan} />
      <Remarks words={words} answer={plan} context={context} />
      <p class="field-hint">{texts.seed(plan.seed)}</p>
    </>
  );
}

function Proof({ words, plan }: { readonly words: Words; readonly plan: ConsolidationPlan }) {
  const { answer: texts } = words.tool;
  const { hosts, lowerBound, gap } = plan;
  return (
    <div class="answer-proof" data-optimal={Math.min(gap, plan.cost?.gap ?? gap) === 0}>
      <p>{proven(texts, plan)}</p>
      <details>
        <summary>{texts.proof}</summary>
        <p>{texts.boundBy(words.answer.boundBy[plan.boundBy])}</p>
        <p>{texts.gap(hosts, lowerBound, gap)}</p>
      </details>
    </div>
  );
}

/** A plan chosen by price may have more hosts than it needs: its price is then what is proven. */
function proven(texts: Words['tool']['answer'], { lowerBound, gap, cost }: ConsolidationPlan) {
  if (cost !== null && cost.gap < gap)
    return cost.gap === 0
      ? texts.costOptimal(cost.lowerBound)
      : texts.costBounded(cost.lowerBound, cost.gap);
  return gap === 0 ? texts.optimal(lowerBound) : texts.bounded(lowerBound, gap);
}

interface RemarksProps {
  readonly words: Words;
  readonly answer: Consolidation;
  readonly context: Context;
}

/** What was left out and what the figure rests on. */
function Remarks({ words, answer, context }: RemarksProps) {
  const { answer: texts, fleet } = words.tool;
  const notes = answer.notes.map((note) => sentence(words.answer.note, note, context));
  return (
    <div class="answer-notes">
      <p>
        <strong>{texts.leftOut}</strong> {fleet.leftOutLine(answer.left)}
      </p>
      {notes.length > 0 && (
        <>
          <h3>{texts.notes}</h3>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface ImpossibleProps {
  readonly words: Words;
  readonly answer: ConsolidationImpossible;
  readonly context: Context;
}

/** How many reasons the page lists: a host that is too small is too small for many machines. */
const mostReasons = 8;

/** The largest shortage first: who removes that one may remove them all. */
const shortage = (reason: Obstacle) =>
  reason.kind === 'too-large' ? reason.demand / Math.max(reason.capacity, 1e-9) : Infinity;

function Impossible({ words, answer, context }: ImpossibleProps) {
  const { answer: texts } = words.tool;
  const worst = answer.reasons
    .toSorted((a, b) => shortage(b) - shortage(a) || 0)
    .slice(0, mostReasons);
  const moreCount = answer.reasons.length - worst.length;
  return (
    <>
      <div class="notice" data-kind="bad">
        <h3>{texts.impossible}</h3>
        <p>{texts.impossibleHelp}</p>
        <ul>
          {worst.map((reason) => {
            const text = sentence(words.answer.obstacle, reason, context);
            return <li key={text}>{text}</li>;
          })}
        </ul>
        {moreCount > 0 && <p>{texts.obstaclesMore(moreCount)}</p>}
      </div>
      <Remarks words={words} answer={answer} context={context} />
    </>
  );
}
