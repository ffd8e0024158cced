import type { Obstacle } from '../consolidation/answer.ts';
import { publicObstacle } from '../consolidation/public-answer.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Currency } from '../licensing/money.ts';
import type { CostAnswer, CostPart, OptionCost, Saving } from './answer.ts';
import type { Payback } from './present-value.ts';
import type { CostOutcome } from './steps.ts';

/** An amount in whole smallest units: yen, cents. */
interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

/**
 * The answer of `cost` as the command line prints it and the site downloads it. `byYear`, `npv` and `payback` are those
 * of the first option, the one that is asked about; every option has its own below.
 */
export function publicCost({ cost, impossible }: CostOutcome, fleet: Fleet | null) {
  const { currency, decimals, years, discountRatio, tax, counted, notCounted, seed } = cost;
  const options = cost.options.map((option) => publicOption(option, cost, impossible, fleet));
  const [asked] = options;
  if (asked === undefined) throw new Error('a cost question has at least one option');
  return {
    option: asked.id,
    isComplete: asked.isComplete,
    missing: asked.missing,
    byYear: asked.byYear,
    npv: asked.npv,
    payback: asked.payback,
    currency,
    decimals,
    years,
    discountRatio,
    tax,
    counted,
    notCounted,
    cheapest: cost.cheapest,
    stay: publicOption(cost.stay, cost, impossible, fleet),
    options,
    uncertainty: cost.uncertainty,
    isQuote: false,
    seed,
  };
}

function publicOption(
  option: OptionCost,
  { currency }: CostAnswer,
  impossible: CostOutcome['impossible'],
  fleet: Fleet | null,
) {
  const money = (minor: number): Money => ({ minor, currency });
  const known = (minor: number | null) => (minor === null ? null : money(minor));
  const { id, name, hosts, energy, isComplete, missing, saving, shrink, tornado } = option;
  const reasons: readonly Obstacle[] =
    impossible.find((found) => found.option === id)?.reasons ?? [];
  return {
    id,
    name,
    isComplete,
    missing,
    impossible: fleet === null ? [] : reasons.map((reason) => publicObstacle(fleet, reason)),
    hosts,
    energy,
    byYear: option.byYear.map((minor, year) => ({
      year,
      amount: money(minor),
      cumulative: money(option.cumulative[year] as number),
      kinds: Object.fromEntries(
        option.lines.map(({ kind, byYear }) => [kind, byYear[year] as number]),
      ),
    })),
    lines: option.lines.map(({ kind, total, parts }) => ({
      kind,
      total: money(total),
      because: parts.map(publicPart),
    })),
    known: { total: money(option.known.total), npv: money(option.known.npv) },
    total: known(option.total),
    npv: known(option.npv),
    saving: saving && publicSaving(saving, money),
    payback: saving && publicPayback(saving.payback),
    discountedPayback: saving && publicPayback(saving.discountedPayback),
    shrink,
    tornado,
  };
}

const publicPart = ({ name, year, minor, currency, factors }: CostPart) => ({
  ...(name === '' ? {} : { name }),
  year,
  minor,
  priceCurrency: currency,
  factors: factors.map(({ name: factor, value }) => ({ [factor]: value })),
});

const publicSaving = (saving: Saving, money: (minor: number) => Money) => ({
  total: money(saving.total),
  npv: money(saving.npv),
  byYear: saving.byYear,
});

/** Years to the thousandth: a division is no figure to sixteen digits. */
const publicPayback = (payback: Payback): Payback =>
  payback.kind === 'after'
    ? { ...payback, years: Math.round(payback.years * 1000) / 1000 }
    : payback;
