import { useCallback, useState } from 'preact/hooks';
import { demandChart } from '~/charts/demand-chart.ts';
import type { ResourceTotals } from '~/model/consolidation/answer.ts';
import type { Resource } from '~/model/fleet/resources.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { FigureProps } from './answer-figures.tsx';

/** Demand of the whole fleet by time against capacity. */
export function DemandFigure({ words, plan }: FigureProps) {
  const { demand: texts } = words.tool.charts;
  const resources = (Object.keys(plan.totals) as Resource[]).sort(
    // What changes with time is worth looking at first.
    (a, b) => (plan.totals[b]?.slotCount ?? 0) - (plan.totals[a]?.slotCount ?? 0),
  );
  const [chosen, setChosen] = useState<Resource | null>(null);
  const shown = chosen !== null && resources.includes(chosen) ? chosen : (resources[0] ?? null);
  const totals = shown === null ? undefined : plan.totals[shown];
  if (shown === null || totals === undefined) return null;
  return (
    <DemandOf
      words={words}
      plan={plan}
      resource={shown}
      totals={totals}
      chooser={
        <ChoiceField<Resource>
          label={texts.choose}
          value={shown}
          options={resources.map((value) => ({
            value,
            label: words.answer.resourceTitle(value),
          }))}
          onValue={setChosen}
        />
      }
    />
  );
}

interface DemandOfProps extends Pick<FigureProps, 'words' | 'plan'> {
  readonly resource: Resource;
  readonly totals: ResourceTotals;
  readonly chooser: preact.ComponentChildren;
}

function DemandOf({ words, plan, resource, totals, chooser }: DemandOfProps) {
  const { demand: texts } = words.tool.charts;
  const { format } = words;
  const { slots } = plan;
  const slotName = useCallback(
    (slot: number) => (totals.slotCount === 1 ? '' : format.slot(slot, slots)),
    [totals, slots, format],
  );
  const options = useCallback(
    (width: number) => {
      const highest = Math.max(totals.physicalCapacity, ...totals.demand);
      const axis = format.axis(resource, highest);
      return demandChart(
        totals,
        {
          slot: slotName,
          amount: (value) => format.amount(resource, value),
          demand: texts.demand,
          usable: texts.usable,
          physical: texts.physical,
          label: `${texts.title}: ${words.answer.resourceTitle(resource)}`,
          tick: axis.tick,
          axis: `${words.answer.resourceTitle(resource)} (${axis.unit})`,
        },
        width,
      );
    },
    [totals, resource, slotName, words, format, texts],
  );
  const amount = (value: number) => format.amount(resource, value);
  return (
    <PlotFigure
      words={words}
      title={texts.title}
      about={texts.about}
      fileName={`demand-${resource}`}
      options={options}
      controls={
        <div class="chart-controls">
          {chooser}
          <ul class="legend">
            <li data-part="demand">{texts.demand}</li>
            <li data-part="usable">
              {texts.usable}: {amount(totals.usableCapacity)}
            </li>
            <li data-part="physical">
              {texts.physical}: {amount(totals.physicalCapacity)}
            </li>
          </ul>
        </div>
      }
      table={
        <SimpleTable
          caption={texts.title}
          isCaptionHidden
          head={[texts.slot, texts.demand, texts.usable, texts.physical]}
          rows={Array.from(totals.demand, (value, slot) => [
            format.slot(slot, totals.slotCount === 1 ? { ...slots, kind: 'none' } : slots),
            amount(value),
            amount(totals.usableCapacity),
            amount(totals.physicalCapacity),
          ])}
          figures={[1, 2, 3]}
        />
      }
    />
  );
}
