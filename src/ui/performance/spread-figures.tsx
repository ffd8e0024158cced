import { useCallback, useMemo } from 'preact/hooks';
import { hostsHistogram, tornadoChart } from '~/charts/spread-charts.ts';
import type { PlanSpread } from '~/model/performance/plan-spread.ts';
import type { PerformanceWords } from '~/words/performance.ts';
import type { Words } from '~/words/words.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';

export interface SpreadFiguresProps {
  readonly words: Words;
  readonly own: PerformanceWords;
  readonly spread: PlanSpread;
}

/** How the draws are distributed, and which input moves the number of hosts. */
export function SpreadFigures(props: SpreadFiguresProps) {
  return (
    <div class="charts spread-charts">
      <Histogram {...props} />
      <Tornado {...props} />
    </div>
  );
}

function Histogram({ words, own, spread }: SpreadFiguresProps) {
  const texts = own.charts.hosts;
  const { hostCounts } = spread;
  const options = useCallback(
    (width: number) =>
      hostsHistogram(
        hostCounts,
        { hosts: texts.axis, draws: texts.draws, label: texts.title },
        width,
      ),
    [hostCounts, texts],
  );
  return (
    <PlotFigure
      words={words}
      title={texts.title}
      about={texts.about}
      fileName="hosts-in-all-draws"
      options={options}
      table={
        <SimpleTable
          caption={texts.title}
          isCaptionHidden
          head={[texts.axis, texts.draws]}
          rows={hostCounts.map(({ hosts, draws }) => [
            words.format.count(hosts),
            words.format.count(draws),
          ])}
          figures={[1]}
        />
      }
    />
  );
}

const known = (value: number) => (Number.isFinite(value) ? value : null);

function Tornado({ words, own, spread }: SpreadFiguresProps) {
  const texts = own.charts.tornado;
  const rows = useMemo(
    () =>
      spread.tornado
        .map(({ input, low, high }) => ({ input, low: known(low.hosts), high: known(high.hosts) }))
        .sort(
          (a, b) => Math.abs((b.high ?? 0) - (b.low ?? 0)) - Math.abs((a.high ?? 0) - (a.low ?? 0)),
        ),
    [spread],
  );
  const likely = spread.likely.hosts ?? 0;
  const options = useCallback(
    (width: number) =>
      tornadoChart(
        rows,
        likely,
        {
          input: (input) => own.spread[input].label,
          hosts: own.charts.hosts.axis,
          label: texts.title,
        },
        width,
      ),
    [rows, likely, own, texts],
  );
  const hosts = (value: number | null) =>
    value === null ? words.tool.answer.notPossible : words.format.count(value);
  return (
    <PlotFigure
      words={words}
      title={texts.title}
      about={texts.about}
      fileName="what-moves-the-hosts"
      options={options}
      controls={
        <ul class="legend">
          <li data-colour="chart-1">{texts.lowEnd}</li>
          <li data-colour="chart-2">{texts.highEnd}</li>
        </ul>
      }
      table={
        <SimpleTable
          caption={texts.title}
          isCaptionHidden
          head={[texts.input, texts.low, texts.high]}
          rows={rows.map(({ input, low, high }) => [
            own.spread[input].label,
            hosts(low),
            hosts(high),
          ])}
          figures={[1, 2]}
        />
      }
    />
  );
}
