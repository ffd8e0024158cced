import { describe, expect, test } from 'vitest';
import { defaultCost, defaultOption } from '../../src/scenario/cost-defaults.ts';
import { defaultScenario } from '../../src/scenario/defaults.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { fromQuery, toQuery } from '../../src/scenario/query.ts';

describe('the settings of the total cost', () => {
  test('what they leave out is asked for, option by option', () => {
    const cost = { options: [{ name: 'A' }, { hosts: { count: 3 }, licences: [{ name: 'L' }] }] };
    const parsed = parseScenario({ cost });
    expect(parsed.kind).toBe('ok');
    if (parsed.kind !== 'ok') return;
    const [first, second] = parsed.scenario.cost.options;
    expect(first).toEqual({ ...defaultOption, name: 'A' });
    expect(second).toMatchObject({ id: 'option-2', hosts: { count: 3, hostType: null } });
    expect(second?.licences).toEqual([
      { name: 'L', metric: 'fixed', price: null, term: 'yearly', supportRatio: 0 },
    ]);
  });

  test.each([
    [{ discountRatio: 3 }, 'cost.discountRatio', '<=0.5'],
    [{ years: 11 }, 'cost.years', '<=10'],
    [{ currency: 'GBP' }, 'cost.currency', 'one of JPY, USD, EUR'],
    [{ energy: { coolingFactor: 0.5 } }, 'cost.energy.coolingFactor', '>=1'],
    [{ options: [{ name: 'a', price: 3 }] }, 'cost.options.0.price', 'no such setting'],
    [{ options: [] }, 'cost.options', '>=1'],
    [{ options: [{ hosts: { hostType: 'x' } }] }, 'cost.options.0.hosts.hostType', 'one of host'],
    [
      { stay: { hardware: { pricePerHost: { amount: -1, currency: 'JPY' } } } },
      'cost.stay.hardware.pricePerHost.amount',
      '>=0',
    ],
  ])('a wrong one is named with its place: %j', (cost, path, expected) => {
    const parsed = parseScenario({ cost });
    expect(parsed.kind).toBe('bad');
    if (parsed.kind === 'bad') expect(parsed.problems).toMatchObject([{ path, expected }]);
  });

  test('come through the address as they are', async () => {
    const scenario = {
      ...defaultScenario,
      cost: {
        ...defaultCost,
        currency: 'USD' as const,
        rates: { USD: 150.25, EUR: null },
        options: [defaultOption, { ...defaultOption, id: 'b', licences: [] }],
      },
    };
    expect(await fromQuery(await toQuery(scenario))).toEqual({ kind: 'ok', scenario });
  });
});
