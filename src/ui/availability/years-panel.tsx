import type { AvailabilityEstimate } from '~/model/availability/answer.ts';
import { publicAvailability } from '~/model/availability/public-answer.ts';
import { downloadText } from '../parts/download.ts';
import { Near } from '../parts/near.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { MeasureTable } from './measure-table.tsx';
import type { PanelProps } from './panel.ts';
import { How, Impossible } from './working.tsx';
import { YearsFields } from './years-fields.tsx';

/** Machines and services that are listed; the file has all. */
const mostListed = 15;

/** Years of failures, simulated when the reader asks. */
export function YearsPanel(props: PanelProps) {
  const { own, session } = props;
  const { years: texts } = own;
  const { years, runs } = session.scenario.value.availability;
  const state = session.years.state.value;
  const isRunning = state.kind === 'asking';
  const done = state.kind === 'done' ? state.value : null;
  const isStale = done !== null && done.scenario !== session.scenario.value;
  return (
    <>
      <YearsFields {...props} />
      <div class="toolbar">
        <button
          type="button"
          data-kind="primary"
          disabled={session.loaded.value === null || isRunning}
          onClick={session.years.ask}
        >
          {texts.simulate(years, runs)}
        </button>
        {isRunning && (
          <button type="button" onClick={session.years.forget}>
            {texts.stop}
          </button>
        )}
      </div>
      <p class="working" role="status">
        {state.kind === 'asking' && own.working(state.doneRatio)}
        {state.kind === 'failed' && own.failed(state.message)}
        {isStale && own.stale}
      </p>
      {done?.answer.kind === 'impossible' && <Impossible {...props} answer={done.answer} />}
      {done?.answer.kind === 'estimated' && (
        <div class="estimate" data-stale={isStale} data-answer="years">
          <Estimated {...props} answer={done.answer} />
        </div>
      )}
    </>
  );
}

const loadConvergence = async () => (await import('./convergence-figure.tsx')).ConvergenceFigure;

type EstimatedProps = PanelProps & { readonly answer: AvailabilityEstimate };

function Estimated(props: EstimatedProps) {
  const { words, own, session, answer } = props;
  const { years: texts } = own;
  const { base } = answer;
  const { ci95 } = base.downHours;
  const fleet = session.loaded.value?.fleet;
  if (fleet === undefined) return null;
  const save = () =>
    downloadText(
      'availability.json',
      'application/json',
      JSON.stringify(publicAvailability(fleet, answer)),
    );
  return (
    <>
      <p class="headline" data-answer="down-hours" data-value={base.downHours.mean}>
        <strong>{own.hours(base.downHours.mean)}</strong> {texts.figure}
      </p>
      <p>
        {ci95 !== null && `${texts.interval(own.hours(ci95[0]), own.hours(ci95[1]))} · `}
        {texts.nines(base.nines)} ·{' '}
        {texts.allMachines(own.hours(base.downHours.mean * answer.workloads), answer.workloads)}
        {base.downCostPerYear !== null &&
          ` · ${texts.cost(words.format.number(base.downCostPerYear, 0))}`}
      </p>
      {answer.unknown.length > 0 && (
        <ul class="left-out">
          {answer.unknown.map((what) => (
            <li key={what}>{texts.left[what]}</li>
          ))}
        </ul>
      )}
      <MeasureTable {...props} />
      <Near load={loadConvergence} props={props} />
      <Checks {...props} />
      <Causes {...props} />
      <Longest {...props} names={fleet.names} />
      <div class="toolbar">
        <button type="button" onClick={save}>
          {own.survival.download}
        </button>
      </div>
      <How own={own} steps={texts.steps(answer.years, answer.runs, answer.seed)} />
    </>
  );
}

/** What is known exactly, beside what was simulated. */
function Checks({ words, own, answer }: EstimatedProps) {
  const { years: texts } = own;
  const { base } = answer;
  const share = (value: number) => words.format.percent(value, 5);
  const rows = [
    {
      name: texts.hostUp,
      found: base.hostUpRatio,
      exact: base.closedForm.hostUpRatio,
      formula: texts.hostUpFormula,
    },
    {
      name: texts.enough(base.hosts - base.tolerates, base.hosts),
      found: base.enoughHostsRatio,
      exact: base.closedForm.enoughHostsRatio,
      formula: texts.enoughFormula,
    },
  ];
  const verdict = (ci95: readonly [number, number] | null, exact: number) => {
    if (ci95 === null) return '';
    // All runs alike: what is rare did not happen, and an interval of no width says nothing.
    if (ci95[0] === ci95[1]) return `(${texts.never})`;
    return isWithin(exact, ci95) ? `(${texts.within})` : `(${texts.outside})`;
  };
  return (
    <SimpleTable
      caption={texts.checks}
      head={texts.checksHead}
      rows={rows.map(({ name, found: { mean, ci95 }, exact, formula }) => [
        name,
        ci95 === null ? share(mean) : `${share(mean)} (${share(ci95[0])} – ${share(ci95[1])})`,
        `${share(exact)} ${verdict(ci95, exact)}`,
        formula,
      ])}
    />
  );
}

const isWithin = (value: number, [low, high]: readonly [number, number]) =>
  value >= low - 1e-12 && value <= high + 1e-12;

function Causes({ own, answer }: EstimatedProps) {
  const { years: texts } = own;
  const { causes, closedForm } = answer.base;
  const formula = {
    restart: closedForm.restartHours,
    waiting: closedForm.waitingHours,
    network: closedForm.networkHours,
    shared: closedForm.sharedHours,
    crash: closedForm.crashHours,
  };
  return (
    <SimpleTable
      caption={texts.causes}
      head={texts.causesHead}
      rows={(['restart', 'waiting', 'network', 'shared', 'crash'] as const).map((cause) => [
        texts.cause[cause],
        own.hours(causes[cause]),
        own.hours(formula[cause]),
      ])}
      figures={[1, 2]}
    />
  );
}

function Longest({
  words,
  own,
  answer,
  names,
}: EstimatedProps & { readonly names: readonly string[] }) {
  const { years: texts } = own;
  const { downHoursOf, services } = answer;
  const rows = [...downHoursOf.keys()]
    .filter((row) => !Number.isNaN(downHoursOf[row]))
    .sort((a, b) => (downHoursOf[b] ?? 0) - (downHoursOf[a] ?? 0) || a - b)
    .slice(0, mostListed);
  return (
    <>
      {services.length > 0 && (
        <>
          <SimpleTable
            caption={texts.services}
            head={texts.servicesHead}
            rows={services
              .slice(0, mostListed)
              .map(({ name, needs, workloads, downHours, nines }) => [
                name,
                texts.needs[needs],
                words.format.count(workloads),
                own.hours(downHours),
                nines === null ? '–' : words.format.number(nines, 2),
              ])}
            figures={[2, 3, 4]}
          />
          <p class="field-hint">{texts.servicesAbout}</p>
        </>
      )}
      <details>
        <summary>{texts.machines}</summary>
        <SimpleTable
          caption={texts.machines}
          isCaptionHidden
          head={texts.machinesHead}
          rows={rows.map((row) => [names[row] ?? '', own.hours(downHoursOf[row] ?? 0)])}
          figures={[1]}
        />
      </details>
    </>
  );
}
