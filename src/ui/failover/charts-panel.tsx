import { useCallback, useMemo, useState } from 'preact/hooks';
import { downtimeChart } from '~/charts/downtime-chart.ts';
import { type GanttBar, ganttChart, stateColour } from '~/charts/gantt-chart.ts';
import type { FailoverOutcome } from '~/model/failover/answer.ts';
import { vmStates } from '~/model/failover/recorder.ts';
import { className } from '~/words/class-name.ts';
import type { FailoverWords } from '~/words/failover.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { ganttBars } from './gantt-bars.ts';
import type { FailoverPanelProps } from './parts.ts';

export interface ChartsProps extends Pick<FailoverPanelProps, 'words' | 'own'> {
  readonly outcome: FailoverOutcome;
}

/** Rows that a chart can show and a reader read. */
const mostRows = 30;
type Grouping = 'vm' | 'class';

/** The states of the machines in time, and the distribution of downtime. */
export function ChartsPanel(props: ChartsProps) {
  const { own, outcome } = props;
  if (outcome.vms.length === 0) return <p class="field-hint">{own.answer.nothing}</p>;
  return (
    <div class="charts">
      <Gantt {...props} />
      <Distribution {...props} />
    </div>
  );
}

/** Machines to show, with the names of their rows: all with the longest outages, or the longest of each class. */
function rowsOf(
  outcome: FailoverOutcome,
  grouping: Grouping,
  known: FailoverWords['classes']['known'],
): ReadonlyMap<number, string> {
  const { cluster, classes } = outcome;
  const longest = outcome.vms.toSorted((a, b) => b.downSeconds - a.downSeconds || a.vm - b.vm);
  if (grouping === 'vm') {
    const shown = longest.slice(0, mostRows).toSorted((a, b) => a.vm - b.vm);
    return new Map(shown.map(({ vm }) => [vm, cluster.vmNames[vm] ?? '']));
  }
  const rows = new Map<number, string>();
  for (const [index, { id }] of classes.entries()) {
    const first = longest.find(({ vm }) => cluster.classOf[vm] === index);
    if (first !== undefined)
      rows.set(first.vm, `${className(known, id)}: ${cluster.vmNames[first.vm] ?? ''}`);
  }
  return rows;
}

/** The chart ends a little after the last machine is back. */
function endOf(outcome: FailoverOutcome): number {
  const last = outcome.states.at.at(-1) ?? outcome.horizonSeconds;
  return Math.min(outcome.horizonSeconds, Math.max(60, last * 1.08));
}

function Gantt({ words, own, outcome }: ChartsProps) {
  const { charts } = own;
  const [grouping, setGrouping] = useState<Grouping>('vm');
  const { bars, rows } = useMemo(() => {
    const named = rowsOf(outcome, grouping, own.classes.known);
    return { bars: ganttBars(outcome.states, named, endOf(outcome)), rows: [...named.values()] };
  }, [outcome, grouping, own]);
  const options = useCallback(
    (width: number) =>
      ganttChart(
        bars,
        rows,
        { state: (state) => own.states[state], time: own.duration, label: charts.gantt },
        width,
      ),
    [bars, rows, own, charts],
  );
  const states = vmStates.filter((state) => bars.some((bar) => bar.state === state));
  const controls = (
    <div class="chart-controls">
      <ChoiceField
        label={charts.grouping}
        value={grouping}
        options={[
          { value: 'vm', label: charts.byVm },
          { value: 'class', label: charts.byClass },
        ]}
        onValue={setGrouping}
      />
      <ul class="failover-legend">
        {states.map((state) => (
          <li key={state}>
            <svg width="14" height="14" aria-hidden="true">
              <rect width="14" height="14" rx="2" fill={stateColour(state)} />
            </svg>
            {own.states[state]}
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <PlotFigure
      words={words}
      title={charts.gantt}
      about={charts.ganttAbout}
      fileName="failover-states"
      options={options}
      controls={controls}
      table={
        <SimpleTable
          caption={charts.gantt}
          isCaptionHidden
          head={[own.answer.vm, charts.from, charts.until, charts.state]}
          figures={[1, 2]}
          rows={bars.map(({ row, from, until, state }: GanttBar) => [
            row,
            own.duration(from),
            own.duration(until),
            own.states[state],
          ])}
        />
      }
    />
  );
}

const shares = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 1] as const;

function Distribution({ words, own, outcome }: ChartsProps) {
  const { charts, format } = own;
  const { known } = own.classes;
  const classes = useMemo(
    () =>
      outcome.classes
        .filter(({ downSeconds }) => downSeconds.length > 0)
        .map((vmClass) => ({ ...vmClass, id: className(known, vmClass.id) })),
    [outcome, known],
  );
  const options = useCallback(
    (width: number) =>
      downtimeChart(
        classes,
        {
          time: own.duration,
          percent: (ratio) => format.percent(ratio),
          label: charts.distribution,
        },
        width,
      ),
    [classes, own, format, charts],
  );
  if (classes.length === 0) return null;
  const after = (down: Float64Array, all: number, share: number) => {
    const index = Math.ceil(share * all) - 1;
    const value = down[index];
    return value === undefined ? '–' : own.duration(value);
  };
  return (
    <PlotFigure
      words={words}
      title={charts.distribution}
      about={charts.distributionAbout(outcome.runs)}
      fileName="failover-downtime"
      options={options}
      table={
        <SimpleTable
          caption={charts.distribution}
          isCaptionHidden
          head={[charts.share, ...classes.map(({ id }) => id)]}
          figures={classes.map((_, index) => index + 1)}
          rows={shares.map((share) => [
            format.percent(share),
            ...classes.map(({ downSeconds, endless }) =>
              after(downSeconds, downSeconds.length + endless, share),
            ),
          ])}
        />
      }
    />
  );
}
