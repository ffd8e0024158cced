import type { CostAnswer, OptionCost, Shrink } from './answer.ts';
import {
  bundlesOf,
  type Conversion,
  conversionOf,
  cumulative,
  linesOf,
  sum,
  yearlyOf,
} from './evaluate.ts';
import { gather, type OptionInput } from './gather.ts';
import { coreCountOf, hostCountOf } from './hosts.ts';
import { energyUse } from './power.ts';
import { discounted, payback, presentValue } from './present-value.ts';
import { decimalsOf } from './rates.ts';
import { type CostSettings, costKinds } from './settings.ts';
import { type Scalable, swingsOf, uncertaintyOf } from './uncertainty.ts';

/** An option with everything that it is computed from. */
export interface NamedInput extends OptionInput {
  readonly id: string;
  readonly name: string;
}

export interface CostQuestion {
  readonly settings: CostSettings;
  readonly seed: number;
  readonly stay: NamedInput;
  readonly options: readonly NamedInput[];
}

/** What staying and each option cost over the years, compared. */
export function cost({ settings, seed, stay, options }: CostQuestion): CostAnswer {
  const conversion = conversionOf(settings);
  const base = alone(settings, conversion, stay);
  const moved = options.map((option) =>
    against(settings, conversion, alone(settings, conversion, option), base),
  );
  const complete = [base, ...moved].filter(({ isComplete }) => isComplete);
  const scalable = complete.map((option) => scalableOf(option, conversion));
  return {
    currency: settings.currency,
    decimals: decimalsOf(settings.currency),
    years: settings.years,
    discountRatio: settings.discountRatio,
    tax: settings.tax,
    counted: costKinds.filter((kind) => settings.scope[kind]),
    notCounted: costKinds.filter((kind) => !settings.scope[kind]),
    stay: base,
    options: moved,
    cheapest: cheapestOf(complete),
    uncertainty: scalable.length === 0 ? null : uncertaintyOf(settings, seed, scalable),
    seed,
  };
}

/** Of options that cost the same the first by id, so that their order in the list changes nothing. */
function cheapestOf(complete: readonly OptionCost[]): string | null {
  if (complete.length < 2) return null;
  const [best] = complete.toSorted(
    (a, b) => a.known.npv - b.known.npv || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
  return best?.id ?? null;
}

/** One option by itself. */
function alone(settings: CostSettings, conversion: Conversion, input: NamedInput): OptionCost {
  const { id, name, hosts } = input;
  const { flows, missing } = gather(settings, input);
  const lines = linesOf(flows, conversion);
  const byYear = yearlyOf(lines, settings.years);
  const total = sum(byYear);
  const npv = Math.round(presentValue(settings.discountRatio, byYear));
  const isComplete = missing.length === 0;
  const { coolingFactor, co2KgPerKwh } = settings.energy;
  return {
    id,
    name,
    hosts: {
      count: hostCountOf(hosts),
      coreCount: coreCountOf(hosts),
      rackUnits: hosts.rackUnits,
      from: hosts.from,
    },
    energy:
      hosts.meanWatts === null ? null : energyUse(hosts.meanWatts, coolingFactor, co2KgPerKwh),
    isComplete,
    missing,
    lines,
    byYear,
    cumulative: cumulative(byYear),
    known: { total, npv },
    total: isComplete ? total : null,
    npv: isComplete ? npv : null,
    saving: null,
    shrink: [],
    tornado: null,
  };
}

/** The option beside staying. */
function against(
  settings: CostSettings,
  conversion: Conversion,
  option: OptionCost,
  stay: OptionCost,
): OptionCost {
  const base = stay.isComplete ? scalableOf(stay, conversion) : null;
  const tornado = option.isComplete
    ? swingsOf(settings, scalableOf(option, conversion), base)
    : null;
  const shrink = shrinkOf(option, stay);
  if (!stay.isComplete || !option.isComplete) return { ...option, shrink, tornado };
  const byYear = stay.byYear.map((amount, year) => amount - (option.byYear[year] as number));
  const saving = {
    total: sum(byYear),
    npv: stay.known.npv - option.known.npv,
    byYear,
    cumulative: cumulative(byYear),
    payback: payback(byYear),
    discountedPayback: payback(discounted(settings.discountRatio, byYear)),
  };
  return { ...option, saving, shrink, tornado };
}

const scalableOf = ({ id, lines }: OptionCost, conversion: Conversion): Scalable => ({
  id,
  bundles: bundlesOf(lines, conversion),
});

/** The report's warning as figures: how far hosts fall, and how far licences do. Only what is known on both sides. */
function shrinkOf(option: OptionCost, stay: OptionCost): Shrink[] {
  const measured = ({ hosts, energy, lines, total, missing }: OptionCost) => ({
    hosts: hosts.count,
    cores: hosts.coreCount,
    watts: energy?.meanWatts ?? null,
    licences: missing.some(({ kind }) => kind === 'licences')
      ? null
      : (lines.find(({ kind }) => kind === 'licences')?.total ?? null),
    total,
  });
  const [before, after] = [measured(stay), measured(option)];
  return (['hosts', 'cores', 'watts', 'licences', 'total'] as const).flatMap((measure) => {
    const [old, now] = [before[measure], after[measure]];
    if (old === null || now === null || old === 0) return [];
    return [{ measure, before: old, after: now, ratio: now / old }];
  });
}
