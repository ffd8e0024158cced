import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CostAnswer, OptionCost } from '../../../src/model/cost/answer.ts';
import { cost, type NamedInput } from '../../../src/model/cost/cost.ts';
import type { CostSettings, Price } from '../../../src/model/cost/settings.ts';
import type { Currency } from '../../../src/model/licensing/money.ts';
import { optionInput, settings as someSettings, stayInput } from './arbitraries.ts';

const asked = (settings: CostSettings, stay: NamedInput, options: readonly NamedInput[]) =>
  cost({ settings, seed: 7, stay, options });

const question = fc.tuple(someSettings, stayInput, optionInput);
const law = (
  says: (settings: CostSettings, stay: NamedInput, option: NamedInput) => void,
  numRuns = 40,
) =>
  fc.assert(
    fc.property(question, (given) => says(...given)),
    { numRuns },
  );

const ofKind = (option: OptionCost, kind: string) =>
  option.lines.find((line) => line.kind === kind)?.byYear ?? [];
const first = ({ options }: CostAnswer) => options[0] as OptionCost;
const sum = (list: readonly number[]) => list.reduce((total, next) => total + next, 0);

describe('for all costs', () => {
  test('a table adds up: parts make lines, lines make years, years make the total', () => {
    law((settings, stay, option) => {
      const answer = asked(settings, stay, [option]);
      for (const { lines, byYear, total, cumulative } of [answer.stay, ...answer.options]) {
        for (const line of lines) {
          expect(sum(line.byYear)).toBe(line.total);
          expect(sum(line.parts.map(({ minor }) => minor))).toBe(line.total);
        }
        const years = Array.from({ length: settings.years + 1 }, (_, year) =>
          sum(lines.map((line) => line.byYear[year] ?? 0)),
        );
        expect(byYear).toEqual(years);
        expect(total).toBe(sum(byYear));
        expect(cumulative.at(-1)).toBe(total);
      }
    });
  });

  test('with no interest the present value is the sum', () => {
    law((settings, stay, option) => {
      const answer = asked({ ...settings, discountRatio: 0 }, stay, [option]);
      for (const { npv, total } of [answer.stay, ...answer.options]) expect(npv).toBe(total);
      expect(first(answer).saving?.npv).toBe(first(answer).saving?.total);
    });
  });

  test('a longer horizon never lowers what was paid by a year', () => {
    law((settings, stay, option) => {
      fc.pre(settings.years < 10);
      const short = asked(settings, stay, [option]);
      const long = asked({ ...settings, years: settings.years + 1 }, stay, [option]);
      for (const [a, b] of [
        [short.stay, long.stay],
        [first(short), first(long)],
      ] as const) {
        for (const [year, amount] of a.cumulative.entries()) {
          expect(b.cumulative[year]).toBeGreaterThanOrEqual(amount);
        }
        expect(b.known.npv).toBeGreaterThanOrEqual(a.known.npv);
      }
    });
  });

  test('the order of the options changes nothing', () => {
    fc.assert(
      fc.property(
        someSettings,
        stayInput,
        fc.uniqueArray(optionInput, { minLength: 2, maxLength: 4, selector: ({ hosts }) => hosts }),
        (settings, stay, options) => {
          const named = options.map((option, index) => ({ ...option, id: `option-${index}` }));
          const forward = asked(settings, stay, named);
          const backward = asked(settings, stay, named.toReversed());
          expect(backward.options.toReversed()).toEqual(forward.options);
          expect(backward.stay).toEqual(forward.stay);
          expect(backward.cheapest).toBe(forward.cheapest);
          for (const range of forward.uncertainty?.ranges ?? []) {
            expect(backward.uncertainty?.ranges.find(({ id }) => id === range.id)).toEqual(range);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test('tax scales every amount, within the rounding of its parts', () => {
    law((settings, stay, option) => {
      const without = { ...settings, tax: { ratio: settings.tax.ratio, isIncluded: false } };
      const bare = first(asked(without, stay, [option]));
      const taxed = first(
        asked({ ...without, tax: { ...without.tax, isIncluded: true } }, stay, [option]),
      );
      taxed.lines.forEach((line, index) => {
        const own = bare.lines[index];
        const tolerance = line.parts.length * (1 + settings.tax.ratio);
        expect(
          Math.abs(line.total - (own?.total ?? 0) * (1 + settings.tax.ratio)),
        ).toBeLessThanOrEqual(tolerance);
      });
    });
  });

  test('doubled prices double every amount, within the rounding of its parts', () => {
    law((settings, stay, option) => {
      const single = first(asked(settings, stay, [option]));
      const double = first(
        asked(settings, stay, [
          { ...option, option: { ...option.option, hardware: doubled(option.option.hardware) } },
        ]),
      );
      const [a, b] = [sum(ofKind(single, 'hardware')), sum(ofKind(double, 'hardware'))];
      const parts = single.lines.find(({ kind }) => kind === 'hardware')?.parts.length ?? 0;
      expect(Math.abs(b - 2 * a)).toBeLessThanOrEqual(2 * parts);
    });
  });

  test('an input at its said value is in the middle of its swing, and every swing is among them', () => {
    law((settings, stay, option) => {
      const answer = first(asked(settings, stay, [option]));
      const said = answer.saving?.npv ?? 0;
      const swings = answer.tornado ?? [];
      for (const { driver, low, high } of swings) {
        // Amounts follow an input in a straight line; only the interest bends.
        if (driver === 'discount') continue;
        expect(Math.abs((low + high) / 2 - said)).toBeLessThanOrEqual(2);
      }
      const sizes = swings.map(({ low, high }) => Math.abs(high - low));
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    });
  });

  test('quantiles are in order, and without any spread they are the figure itself', () => {
    law((settings, stay, option) => {
      const answer = asked(settings, stay, [option]);
      for (const { npv } of answer.uncertainty?.ranges ?? []) {
        expect(npv.p10).toBeLessThanOrEqual(npv.p50);
        expect(npv.p50).toBeLessThanOrEqual(npv.p90);
      }
      const certain = {
        ...settings,
        spread: Object.fromEntries(
          Object.keys(settings.spread).map((driver) => [driver, 0]),
        ) as CostSettings['spread'],
      };
      const sure = asked(certain, stay, [option]);
      const range = sure.uncertainty?.ranges.find(({ id }) => id === 'option-1');
      const { npv } = first(sure).known;
      for (const value of [range?.npv.p10, range?.npv.p50, range?.npv.p90]) {
        expect(Math.abs((value ?? 0) - npv)).toBeLessThanOrEqual(1);
      }
      expect(sum((answer.uncertainty?.ranges ?? []).map((r) => r.cheapestRatio))).toBeCloseTo(1, 9);
    }, 30);
  });

  test('the same question has the same answer', () => {
    law((settings, stay, option) => {
      expect(asked(settings, stay, [option])).toEqual(asked(settings, stay, [option]));
    }, 10);
  });
});

const doubled = <Part extends { pricePerHost: Price | null }>(part: Part): Part => ({
  ...part,
  pricePerHost: part.pricePerHost && {
    ...part.pricePerHost,
    amount: (part.pricePerHost.amount * 100 * 2) / 100,
  },
});

type Sums = (price: Price | null, ...factors: number[]) => number;

/** Whole yen or cents of price × factors (at most two decimals each), by one fraction of whole numbers. */
const sumsOf = (settings: CostSettings): Sums => {
  const yen = (currency: Currency) => (currency === 'JPY' ? 1 : (settings.rates[currency] ?? 0));
  const cents = (value: number) => BigInt(Math.round(value * 100));
  const smallest = settings.currency === 'JPY' ? 1n : 100n;
  const taxed = settings.tax.isIncluded ? cents(1 + settings.tax.ratio) : 100n;
  return (price, ...factors) => {
    if (price === null) throw new Error('every price is given here');
    let over = cents(price.amount) * cents(yen(price.currency)) * taxed * smallest;
    let under = 100n * cents(yen(settings.currency)) * 100n;
    for (const factor of factors) {
      over *= cents(factor);
      under *= 100n;
    }
    return Number((2n * over + under) / (2n * under));
  };
};

function boughtByHand(settings: CostSettings, input: NamedInput, minor: Sums): number[] {
  const { option, hosts, move, ageYears } = input;
  const { refreshYears, pricePerHost } = option.hardware;
  const start = move === null ? Math.max(0, refreshYears - ageYears) : 0;
  return Array.from({ length: settings.years + 1 }, (_, year) => {
    const isBought = year < settings.years && year >= start && (year - start) % refreshYears === 0;
    return isBought ? minor(pricePerHost, hosts.groups[0]?.count ?? 0) : 0;
  });
}

function licencesByHand(settings: CostSettings, input: NamedInput, minor: Sums): number[] {
  const { option, hosts, workloads } = input;
  const [group] = hosts.groups;
  const count = group?.count ?? 0;
  const sockets = count * (group?.socketCount ?? 0);
  const cores = sockets * (group?.coresPerSocket ?? 0);
  const counts = { fixed: 1, host: count, socket: sockets, core: cores, workload: workloads ?? 0 };
  return Array.from({ length: settings.years + 1 }, (_, year) =>
    sum(
      (option.licences ?? []).map(({ metric, price, term, supportRatio }) => {
        if (year === 0) return term === 'once' ? minor(price, counts[metric]) : 0;
        const rises = new Array<number>(year - 1).fill(1 + settings.rise.licences);
        return minor(price, counts[metric], ...(term === 'once' ? [supportRatio] : []), ...rises);
      }),
    ),
  );
}

function runningByHand(settings: CostSettings, input: NamedInput, minor: Sums): number[] {
  const { option, hosts, workloads, move } = input;
  const count = hosts.groups[0]?.count ?? 0;
  const { people, backup, hardware } = option;
  return Array.from({ length: settings.years + 1 }, (_, year) => {
    if (year === 0) return 0;
    const rises = (ratio: number) => new Array<number>(year - 1).fill(1 + ratio);
    const { pricePerKwh, coolingFactor } = settings.energy;
    return sum([
      minor(hardware.supportPerHostYear, count),
      // 8,760 hours of so many watts are 8.76 kWh each.
      minor(pricePerKwh, hosts.meanWatts ?? 0, 8.76, coolingFactor, ...rises(settings.rise.energy)),
      minor(settings.pricePerRackUnitYear, hosts.rackUnits ?? 0),
      minor(settings.pricePerHour, count, people.hoursPerHost ?? 0, ...rises(settings.rise.people)),
      minor(
        settings.pricePerHour,
        workloads ?? 0,
        people.hoursPerWorkload ?? 0,
        ...rises(settings.rise.people),
      ),
      minor(backup.pricePerTibYear, backup.tib ?? 0),
      move !== null && year <= move.leftover.years ? minor(move.leftover.perYear) : 0,
    ]);
  });
}

/** The total by plain loops over years and kinds, in exact fractions, without any of the model's parts. */
function byHand(settings: CostSettings, input: NamedInput): number[] {
  const minor = sumsOf(settings);
  const moved =
    input.move === null
      ? 0
      : minor(input.move.migration.fixed) +
        minor(input.move.migration.perWorkload, input.workloads ?? 0);
  const parts = [boughtByHand, licencesByHand, runningByHand].map((part) =>
    part(settings, input, minor),
  );
  return Array.from(
    { length: settings.years + 1 },
    (_, year) => sum(parts.map((part) => part[year] ?? 0)) + (year === 0 ? moved : 0),
  );
}

test('agrees, to the last yen or cent, with the same sums by hand', () => {
  law((settings, stay, option) => {
    const answer = asked(settings, stay, [option]);
    const within = (found: readonly number[], expected: readonly number[]) => {
      // Power times hours is a binary fraction before it is money: half a unit may fall to the other side.
      for (const [year, amount] of found.entries()) {
        expect(Math.abs(amount - (expected[year] ?? 0))).toBeLessThanOrEqual(1);
      }
    };
    within(first(answer).byYear, byHand(settings, option));
    within(answer.stay.byYear, byHand(settings, stay));
  }, 100);
});
