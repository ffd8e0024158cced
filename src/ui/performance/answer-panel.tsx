import type { Performance } from '~/model/performance/answer.ts';
import { publicPerformance } from '~/model/performance/public-performance.ts';
import type { PerformanceWords } from '~/words/performance.ts';
import { type Context, sentence } from '~/words/sentences.ts';
import type { Words } from '~/words/words.ts';
import { downloadText } from '../parts/download.ts';
import type { Answered } from './answering.ts';
import type { PerformancePanelProps } from './parts.ts';

/** So many overloads are told; the downloaded answer has all. */
const shownOverloads = 8;

/** The answer: the worst hour, and what is overloaded. */
export function AnswerPanel({ words, own, session }: PerformancePanelProps) {
  const texts = own.answer;
  const { answering, loaded } = session;
  const answered = answering.answered.value;
  const work = answering.work.value;
  if (loaded.value === null) return <p class="answer-waiting">{texts.waiting}</p>;
  return (
    <div class="answer" data-stale={work.kind === 'asking'} aria-busy={work.kind === 'asking'}>
      {work.kind === 'failed' && (
        <p class="notice" data-kind="bad" role="alert">
          {texts.failed(work.message)}
        </p>
      )}
      {answered === null ? (
        <p class="answer-waiting">{texts.asking}</p>
      ) : (
        <Shown words={words} own={own} answered={answered} />
      )}
      {work.kind === 'improving' && (
        <div class="improving">
          <p class="field-hint">{words.tool.answer.improvingBare}</p>
          <progress
            aria-label={words.tool.answer.improvingBare}
            max={1}
            value={work.progress?.doneRatio ?? 0}
          />
          <button type="button" onClick={answering.finishEarly}>
            {texts.stop}
          </button>
        </div>
      )}
    </div>
  );
}

interface ShownProps {
  readonly words: Words;
  readonly own: PerformanceWords;
  readonly answered: Answered;
}

const contextOf = ({ fleet, scenario, answer }: Answered): Context => ({
  workloadName: (row) => fleet.names[row] ?? '',
  hostTypeName: (id) => scenario.hostTypes.find((type) => type.id === id)?.name ?? id,
  slots: answer.kind === 'performed' ? answer.slots : null,
});

function Shown({ words, own, answered }: ShownProps) {
  const { answer } = answered;
  if (answer.kind === 'performed') {
    return <Figures words={words} own={own} answered={answered} answer={answer} />;
  }
  const context = contextOf(answered);
  return (
    <div class="notice" data-kind="bad" data-testid="impossible">
      <p>{words.tool.answer.impossible}</p>
      <ul>
        {answer.reasons.slice(0, shownOverloads).map((reason, index) => (
          <li key={index}>{sentence(words.answer.obstacle, reason, context)}</li>
        ))}
      </ul>
    </div>
  );
}

interface FiguresProps extends ShownProps {
  readonly answer: Performance;
}

function Figures({ words, own, answered, answer }: FiguresProps) {
  const texts = own.answer;
  const { format } = words;
  const { fleet, scenario } = answered;
  const { worst, more, hostNames: names } = answer;
  const told = publicPerformance(fleet, scenario, answer);
  if (told.kind !== 'performed') return null;
  const { worstHour } = told;
  const times = (value: number | null) => (value === null ? own.overloaded : texts.times(value));
  const ratio = (value: number | null, digits = 1) =>
    value === null ? own.overloaded : format.percent(value, digits);
  const device = worst.waitsFor === 'cpu' ? null : answer.devices[worst.waitsFor];
  const deviceStretch = device?.stretch[worst.host * answer.slots.slotCount + worst.slot] ?? null;
  const stretch =
    deviceStretch === null
      ? worstHour.stretch
      : Number.isFinite(deviceStretch)
        ? deviceStretch
        : null;
  const like =
    more.like === null ? own.settings.moreLike.mean : `“${fleet.names[more.like] ?? ''}”`;
  const amount = (value: number | null) => (value === null ? texts.unlimited : format.count(value));
  return (
    <>
      <p class="visually-hidden" role="status">
        {`${texts.stretch}: ${times(stretch)}`}
      </p>
      <p class="answer-hosts">
        <strong data-testid="stretch" data-overloaded={stretch === null}>
          {times(stretch)}
        </strong>
        <span>{texts.stretch}</span>
      </p>
      <p data-testid="worst">
        {texts.worstAbout(
          names[worst.host] ?? '',
          format.slot(worst.slot, answer.slots),
          own.waited[worst.waitsFor],
        )}
      </p>
      <dl class="facts perform-facts">
        <Fact
          name={texts.response}
          about={texts.responseAbout}
          value={times(worstHour.responseRatio)}
        />
        <Fact name={texts.ready} about={texts.readyAbout} value={ratio(worstHour.readyShare, 2)} />
        <Fact name={texts.busy} about={texts.busyAbout} value={ratio(worstHour.cpuUtilization)} />
        <Fact
          name={texts.more}
          about={texts.moreAbout(like, amount(more.vmsWithMemory))}
          value={amount(more.vms)}
        />
      </dl>
      <Overloads words={words} own={own} answer={answer} />
      {answer.notes.length > 0 && (
        <div class="answer-notes">
          <h3>{texts.notes}</h3>
          <ul>
            {answer.notes.map((note, index) => (
              <li key={index}>{sentence(own.note, note, contextOf(answered))}</li>
            ))}
          </ul>
        </div>
      )}
      <details class="answer-part">
        <summary>{texts.steps}</summary>
        <ul>
          {texts.formulas.map((formula) => (
            <li key={formula}>{formula}</li>
          ))}
        </ul>
        <div class="steps">
          <ol>
            {answer.because.map((step, index) => (
              <li key={index}>{words.answer.step(step)}</li>
            ))}
          </ol>
        </div>
      </details>
      <div>
        <button
          type="button"
          onClick={() => downloadText('performance.json', 'application/json', JSON.stringify(told))}
        >
          {texts.download}
        </button>
      </div>
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly about: string;
  readonly value: string;
}

function Fact({ name, about, value }: FactProps) {
  return (
    <div>
      <dt>
        {name} <small>{about}</small>
      </dt>
      <dd>{value}</dd>
    </div>
  );
}

function Overloads({ words, own, answer }: Omit<FiguresProps, 'answered'>) {
  const texts = own.answer;
  const { format } = words;
  const { overloaded, hostNames: names } = answer;
  if (overloaded.length === 0) return null;
  const hosts = new Set(overloaded.map(({ host }) => host)).size;
  return (
    <div class="notice" data-kind="bad" data-testid="overloaded">
      <h3>{texts.overloadedTitle(hosts)}</h3>
      <p>{texts.overloadedAbout}</p>
      <ul>
        {overloaded.slice(0, shownOverloads).map((one) => (
          <li key={`${one.host} ${one.resource}`}>
            {own.overload(one, names[one.host] ?? '', format.slot(one.slot, answer.slots), [
              format.amount(one.resource, one.demand),
              format.amount(one.resource, one.capacity),
            ])}
          </li>
        ))}
      </ul>
      {overloaded.length > shownOverloads && (
        <p>{texts.moreOverloads(overloaded.length - shownOverloads)}</p>
      )}
    </div>
  );
}
