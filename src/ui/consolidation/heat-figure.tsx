import { useCallback, useMemo, useState } from 'preact/hooks';
import { heatColours, heatSteps, hostHeatChart } from '~/charts/host-heat-chart.ts';
import { heatByResource, heatOverTime, hostsByPeak } from '~/charts/host-use.ts';
import type { Resource } from '~/model/fleet/resources.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { FigureProps } from './answer-figures.tsx';

const all = 'all';
/** Hosts that the table lists; the assignment file has them all. */
const mostListed = 100;

/** How full each host is, by resource or hour by hour. */
export function HeatFigure({ words, plan, context }: FigureProps) {
  const { heat: texts } = words.tool.charts;
  const { format } = words;
  const resources = Object.keys(plan.utilization) as Resource[];
  const overTime = resources.filter((resource) => (plan.utilization[resource]?.slotCount ?? 1) > 1);
  const [chosen, setChosen] = useState<Resource | typeof all>(all);
  const shown = chosen !== all && overTime.includes(chosen) ? chosen : all;
  const heat = useMemo(
    () => (shown === all ? heatByResource(plan) : heatOverTime(plan, shown)),
    [plan, shown],
  );
  const options = useCallback(
    (width: number) =>
      hostHeatChart(
        heat,
        {
          row: (key) =>
            typeof key === 'number'
              ? format.slot(key, plan.slots)
              : words.answer.resourceTitle(key),
          column: (column) => columnName(heat.columns[column] ?? [], column * heat.hostsPerColumn),
          ratio: (ratio) => format.percent(ratio, 1),
          columns: texts.host,
          label: texts.title,
        },
        width,
      ),
    [heat, plan, words, format, texts],
  );
  return (
    <PlotFigure
      words={words}
      title={texts.title}
      about={texts.about(heat.hostCount, heat.hostsPerColumn)}
      fileName="host-utilization"
      options={options}
      controls={
        <div class="chart-controls">
          {overTime.length > 0 && (
            <ChoiceField<Resource | typeof all>
              label={texts.choose}
              value={shown}
              options={[
                { value: all, label: texts.allResources },
                ...overTime.map((value) => ({
                  value,
                  label: texts.overTime(words.answer.resourceTitle(value)),
                })),
              ]}
              onValue={setChosen}
            />
          )}
          <HeatLegend label={texts.legend} percent={format.percent} />
        </div>
      }
      table={
        <SimpleTable
          caption={texts.title}
          isCaptionHidden
          head={[texts.host, ...resources.map(words.answer.resourceTitle)]}
          rows={hostsByPeak(plan)
            .slice(0, mostListed)
            .map(({ host }) => [
              `${format.count(host + 1)} ${context.hostTypeName(typeIdOf(plan, host))}`,
              ...resources.map((resource) => format.percent(peakRatio(plan, resource, host), 1)),
            ])}
          figures={resources.map((_, index) => index + 1)}
        />
      }
    />
  );
}

const typeIdOf = (plan: FigureProps['plan'], host: number) =>
  plan.hostsByType[plan.hostTypeIndex[host] ?? 0]?.id ?? '';

function peakRatio(plan: FigureProps['plan'], resource: Resource, host: number): number {
  const slots = plan.utilization[resource];
  if (slots === undefined) return Number.NaN;
  return Math.max(...slots.ratio.subarray(host * slots.slotCount, (host + 1) * slots.slotCount));
}

/** The host's number, or the places that a column's hosts have in the order of fullness. */
function columnName(hosts: readonly number[], placesBefore: number): string {
  const [only] = hosts;
  if (hosts.length === 1 && only !== undefined) return String(only + 1);
  return `${placesBefore + 1}–${placesBefore + hosts.length}`;
}

interface HeatLegendProps {
  readonly label: string;
  readonly percent: (ratio: number) => string;
}

function HeatLegend({ label, percent }: HeatLegendProps) {
  return (
    <div class="heat-legend">
      <span>{label}</span>
      <span>{percent(0)}</span>
      <span class="heat-ramp" aria-hidden="true">
        {heatColours.slice(0, heatSteps.length).map((colour) => (
          <span key={colour} style={{ background: colour }} />
        ))}
      </span>
      <span>{percent(1)}</span>
    </div>
  );
}
