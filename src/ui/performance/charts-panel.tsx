import { useCallback, useMemo } from 'preact/hooks';
import { busyHeat } from '~/charts/busy-heat.ts';
import { heatColours, heatSteps, hostHeatChart } from '~/charts/host-heat-chart.ts';
import { stretchChart } from '~/charts/stretch-chart.ts';
import type { Performance } from '~/model/performance/answer.ts';
import type { PerformanceWords } from '~/words/performance.ts';
import type { Words } from '~/words/words.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';

export interface ChartsPanelProps {
  readonly words: Words;
  readonly own: PerformanceWords;
  readonly answer: Performance;
}

/** Rows of the table behind a chart of a whole month: the worst ones. */
const mostRows = 200;

/** Hour by hour: response time, and the processors of every host. */
export function ChartsPanel(props: ChartsPanelProps) {
  return (
    <div class="charts">
      <StretchFigure {...props} />
      <HeatFigure {...props} />
    </div>
  );
}

function StretchFigure({ words, own, answer }: ChartsPanelProps) {
  const texts = own.charts.stretch;
  const { format } = words;
  const { bySlot, slots, hostNames: names } = answer;
  const times = useCallback(
    (value: number | null) => (value === null ? texts.overloaded : own.answer.times(value)),
    [own, texts],
  );
  const options = useCallback(
    (width: number) =>
      stretchChart(
        bySlot,
        {
          slot: (slot) => format.slot(slot, slots),
          factor: own.answer.times,
          tick: format.number,
          worst: texts.worst,
          mean: texts.mean,
          overloaded: texts.overloaded,
          axis: texts.axis,
          label: texts.title,
        },
        width,
      ),
    [bySlot, slots, own, texts, format],
  );
  const listed =
    bySlot.length <= mostRows
      ? bySlot
      : [...bySlot]
          .sort((a, b) => (b.worstStretch ?? Infinity) - (a.worstStretch ?? Infinity))
          .slice(0, mostRows);
  return (
    <PlotFigure
      words={words}
      title={texts.title}
      about={texts.about}
      fileName="response-time"
      options={options}
      controls={
        <ul class="legend">
          <li data-colour="chart-2">{texts.worst}</li>
          <li data-colour="chart-1">{texts.mean}</li>
          <li data-colour="bad">{texts.overloaded}</li>
        </ul>
      }
      table={
        <SimpleTable
          caption={texts.title}
          isCaptionHidden
          head={[texts.hour, texts.worst, own.hosts.host, texts.mean, texts.overloadedHosts]}
          rows={listed.map((one) => [
            format.slot(one.slot, slots),
            times(one.worstStretch),
            names[one.worstHost] ?? '',
            times(one.meanStretch),
            format.count(one.overloadedHosts),
          ])}
          figures={[1, 3, 4]}
        />
      }
    />
  );
}

function HeatFigure({ words, own, answer }: ChartsPanelProps) {
  const texts = own.charts.heat;
  const { format } = words;
  const { slots, hostNames: names } = answer;
  const heat = useMemo(() => busyHeat(answer), [answer]);
  const ratioText = useCallback(
    (ratio: number) => (ratio > 1 ? own.overloaded : format.percent(ratio, 1)),
    [own, format],
  );
  const options = useCallback(
    (width: number) =>
      hostHeatChart(
        heat,
        {
          row: (key) => (typeof key === 'number' ? format.slot(key, slots) : key),
          column: (column) => columnName(heat.columns[column] ?? [], column * heat.hostsPerColumn),
          ratio: ratioText,
          columns: texts.host,
          label: texts.title,
        },
        width,
      ),
    [heat, slots, texts, format, ratioText],
  );
  const peaks = heat.columns.flat().map((host) => {
    const busy = answer.cpu.busy.subarray(host * slots.slotCount, (host + 1) * slots.slotCount);
    return { host, peak: busy.reduce((most, value) => Math.max(most, value), 0) };
  });
  return (
    <PlotFigure
      words={words}
      title={texts.title}
      about={texts.about(heat.hostCount, heat.hostsPerColumn)}
      fileName="cpu-by-host"
      options={options}
      controls={
        <div class="heat-legend">
          <span>{texts.legend}</span>
          <span>{format.percent(0)}</span>
          <span class="heat-ramp" aria-hidden="true">
            {heatColours.slice(0, heatSteps.length).map((colour) => (
              <span key={colour} style={{ background: colour }} />
            ))}
          </span>
          <span>{format.percent(1)}</span>
        </div>
      }
      table={
        <SimpleTable
          caption={texts.title}
          isCaptionHidden
          head={[texts.host, own.hosts.busy]}
          rows={peaks
            .slice(0, mostRows)
            .map(({ host, peak }) => [
              names[host] ?? '',
              ratioText(Number.isFinite(peak) ? peak : 2),
            ])}
          figures={[1]}
        />
      }
    />
  );
}

/** The host's number, or the places that a column's hosts have in the order of fullness. */
function columnName(hosts: readonly number[], placesBefore: number): string {
  const [only] = hosts;
  if (hosts.length === 1 && only !== undefined) return String(only + 1);
  return `${placesBefore + 1}–${placesBefore + hosts.length}`;
}
