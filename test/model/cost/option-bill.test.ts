import { describe, expect, test } from 'vitest';
import type { CostOption, LicensedProducts } from '../../../src/model/cost/settings.ts';
import { costSteps } from '../../../src/model/cost/steps.ts';
import type { Fleet } from '../../../src/model/fleet/fleet.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { defaultOption, defaultStay } from '../../../src/scenario/cost-defaults.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { makeFleet } from '../../ui/make-fleet.ts';
import { allTerms } from '../licensing/catalogue.ts';

const none = { windows: null, rhel: null, sles: null, sql: null, oracle: null };
const products = (part: Partial<LicensedProducts>): LicensedProducts => ({
  hypervisor: null,
  storage: null,
  backup: null,
  choices: none,
  ...part,
});

const typed = {
  ...defaultOption.hosts,
  count: 4,
  socketCount: 2,
  coresPerSocket: 8,
  idleWatts: 100,
  fullWatts: 200,
  busyRatio: 0.5,
};

const scenario = (option: Partial<CostOption>, part: Partial<Scenario> = {}): Scenario => ({
  ...defaultScenario,
  ...part,
  cost: {
    ...defaultScenario.cost,
    rates: { USD: 150, EUR: null },
    stay: { ...defaultStay, hosts: typed, licences: [] },
    options: [{ ...defaultOption, hosts: typed, ...option }],
  },
});

function answer(asked: Scenario, fleet: Fleet | null = null) {
  const steps = costSteps(fleet, asked, allTerms);
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value.cost;
}

const licences = (asked: Scenario, fleet: Fleet | null = null) => {
  const [option] = answer(asked, fleet).options;
  return {
    line: option?.lines.find(({ kind }) => kind === 'licences'),
    missing: option?.missing.filter(({ kind }) => kind === 'licences') ?? [],
  };
};

describe('products of the catalogue in the total cost', () => {
  test('a subscription by core is paid every year: 4 hosts × 2 × max(16, 8) cores at the list price', () => {
    const { line, missing } = licences(
      scenario({ products: products({ hypervisor: 'vmware-vvf' }) }),
    );
    const terms = allTerms.find(({ id }) => id === 'vmware-vvf');
    const price = terms?.prices.find(({ termYears }) => termYears === 3);
    const yearly = ((4 * 2 * 16 * (price?.minor ?? 0)) / 100) * 150;
    expect(missing).toEqual([]);
    expect(line?.byYear).toEqual([0, yearly, yearly, yearly, yearly, yearly]);
    expect(line?.parts[0]?.origin).toEqual({ kind: 'catalogue', asOf: price?.asOf });
  });

  test('the reader’s own quote counts in place of the list price, and is marked as theirs', () => {
    const quotes = {
      'vmware-vvf': { minor: 10_000, currency: 'JPY', supportRatioPerYear: null },
    } as const;
    const { line } = licences(
      scenario(
        { products: products({ hypervisor: 'vmware-vvf' }) },
        { licensing: { ...defaultScenario.licensing, quotes } },
      ),
    );
    expect(line?.byYear[1]).toBe(4 * 2 * 16 * 10_000);
    expect(line?.parts[0]?.origin).toEqual({ kind: 'reader' });
  });

  test('without a price a product is asked for, not left out', () => {
    const bare = allTerms.find(
      ({ layer, prices, rule }) =>
        layer === 'hypervisor' && prices.length === 0 && rule.metric === 'core',
    );
    const { missing } = licences(scenario({ products: products({ hypervisor: bare?.id ?? '' }) }));
    expect(missing).toEqual([{ kind: 'licences', what: 'licence', name: bare?.id }]);
  });

  test('what machines run is asked for where neither a fleet nor numbers say it', () => {
    const windows = products({ choices: { ...none, windows: 'windows-2025' } });
    const { missing } = licences(scenario({ products: windows }));
    expect(missing).toEqual([{ kind: 'licences', what: 'software', name: '' }]);
  });

  test('a fleet says what its machines run, on the hosts that its plan needs', () => {
    const fleet = makeFleet(
      Array.from({ length: 12 }, (_, index) => ({
        name: `vm-${index}`,
        vcpus: 4,
        memoryGib: 64,
        cpuMhz: 500,
        os: index < 6 ? 'Microsoft Windows Server 2022 (64-bit)' : 'Ubuntu Linux (64-bit)',
      })),
    );
    const windows = products({ choices: { ...none, windows: 'windows-2025' } });
    const planned = scenario({ hosts: defaultOption.hosts, products: windows });
    const { line, missing } = licences(planned, fleet);
    expect(missing).toEqual([]);
    expect(line?.total).toBeGreaterThan(0);
    expect(new Set(line?.parts.map(({ name }) => name.startsWith('windows-2025')))).toEqual(
      new Set([true]),
    );
    const [option] = answer(planned, fleet).options;
    expect(option?.hosts.from).toBe('plan');
  });

  test('a plan is made once for all questions that differ in prices only', () => {
    const fleet = makeFleet([{ name: 'a', vcpus: 1, memoryGib: 4, cpuMhz: 100 }]);
    const cache = { plans: new Map() };
    const ask = (asked: Scenario) => {
      const steps = costSteps(fleet, asked, allTerms, cache);
      let count = 0;
      while (!steps.next(false).done) count++;
      return count;
    };
    const planned = scenario({ hosts: defaultOption.hosts });
    ask(planned);
    expect(cache.plans.size).toBe(1);
    expect(ask({ ...planned, cost: { ...planned.cost, discountRatio: 0.1 } })).toBe(0);
    expect(cache.plans.size).toBe(1);
  });
});
