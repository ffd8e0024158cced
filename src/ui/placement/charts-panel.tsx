import { useCallback, useMemo } from 'preact/hooks';
import { type BalancePoint, balanceChart, ruleColours } from '~/charts/balance-chart.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { slotName, slotTick } from './slot-name.ts';
import type { TimelineProps } from './timeline.tsx';

export type ChartsPanelProps = Omit<TimelineProps, 'onSlot' | 'fleet'>;

/** The fullest host of each rule set over time. Loaded when it comes near, because Plot is. */
export function ChartsPanel({ words, own, answer, threshold, slot }: ChartsPanelProps) {
  const { chart: texts, policy } = own.placement;
  const { format } = words;
  const rules = useMemo(() => answer.runs.map((run) => policy[run.policy]), [answer, policy]);
  const highest = useMemo(() => highestBySlot(answer), [answer]);
  const points = useMemo(
    () =>
      highest.flatMap((ratios, index): BalancePoint[] =>
        Array.from(ratios, (ratio, at) => ({ slot: at, ratio, rule: rules[index] ?? '' })),
      ),
    [highest, rules],
  );
  const options = useCallback(
    (width: number) =>
      balanceChart(
        { points, rules, threshold, slotCount: answer.slotCount, slot },
        {
          slot: slotTick(words, answer),
          percent: (ratio) => format.percent(ratio),
          label: texts.title,
          axis: texts.y,
        },
        width,
      ),
    [points, rules, threshold, answer, slot, words, format, texts],
  );
  const when = slotName(words, answer);
  return (
    <PlotFigure
      words={words}
      title={texts.title}
      about={texts.about}
      fileName="balancing"
      options={options}
      controls={
        <ul class="rule-legend">
          {rules.map((rule, index) => (
            <li key={rule} data-rule={index}>
              <svg viewBox="0 0 16 4" aria-hidden="true">
                <rect width="16" height="4" fill={ruleColours[index]} />
              </svg>
              {rule}
            </li>
          ))}
        </ul>
      }
      table={
        <SimpleTable
          caption={texts.title}
          isCaptionHidden
          head={[texts.hour, ...rules]}
          figures={rules.map((_, index) => index + 1)}
          rows={Array.from({ length: answer.slotCount }, (_, at) => [
            when(at),
            ...highest.map((ratios) => format.percent(ratios[at] ?? 0, 1)),
          ])}
        />
      }
    />
  );
}

/** For each run, the CPU use of its fullest host in each slot. */
function highestBySlot({ runs, slotCount, hostNames }: ChartsPanelProps['answer']) {
  const count = hostNames.length;
  return runs.map(({ cpu }) =>
    Array.from({ length: slotCount }, (_, slot) =>
      Math.max(0, ...cpu.subarray(slot * count, (slot + 1) * count)),
    ),
  );
}
