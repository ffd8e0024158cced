import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bill } from '../../../src/model/licensing/bill.ts';
import { cheapest } from '../../../src/model/licensing/cheapest.ts';
import { type Account, choose, type Slot } from '../../../src/model/licensing/choose.ts';
import { type Estate, estateOfNumbers, scopeOf } from '../../../src/model/licensing/estate.ts';
import type { LicensingPolicy } from '../../../src/model/licensing/policy.ts';
import type { Software } from '../../../src/model/licensing/terms.ts';
import { allTerms, policy, terms } from './catalogue.ts';

const numbers = {
  hosts: 4,
  socketsPerHost: 2,
  coresPerSocket: 16,
  machines: 100,
  vcpusPerMachine: 4,
  windows: 40,
  rhel: 0,
  sles: 0,
  sql: 0,
  oracle: 0,
  claimedTib: 0,
};

function family(
  which: Software,
  estate: Estate,
  given: LicensingPolicy,
  hypervisor = terms('vmware-vvf'),
) {
  const wanted = given.choices[which];
  return cheapest({
    which,
    candidates: allTerms.filter(({ family: name }) => name === wanted),
    hypervisor,
    estate,
    movement: { mobility: given.mobility, tolerate: 1 },
    policy: given,
  });
}

describe('windows guests', () => {
  test('take Standard where few run on a host and Datacenter where many do', () => {
    const bound = policy({ mobility: 'bound', currency: 'USD' });
    const few = family(
      'windows',
      estateOfNumbers({ ...numbers, windows: 16, vcpusPerMachine: 16 }),
      bound,
    );
    expect(few.holdings.map(({ terms: { id } }) => id)).toEqual(['windows-2025-standard']);
    const many = family(
      'windows',
      estateOfNumbers({ ...numbers, windows: 80, vcpusPerMachine: 16 }),
      bound,
    );
    expect(many.holdings.map(({ terms: { id } }) => id)).toEqual(['windows-2025-datacenter']);
  });

  test('need every host of the cluster licensed for its peak where machines move', () => {
    const bound = family(
      'windows',
      estateOfNumbers({ ...numbers, windows: 4, vcpusPerMachine: 64 }),
      policy({ mobility: 'bound' }),
    );
    const anywhere = family(
      'windows',
      estateOfNumbers({ ...numbers, windows: 4, vcpusPerMachine: 64 }),
      policy({ mobility: 'anywhere' }),
    );
    expect(bound.proof?.cost).toBeLessThan(anywhere.proof?.cost ?? 0);
    expect(anywhere.holdings[0]?.scope.hosts).toMatchObject([{ hosts: 4, machines: 4 }]);
  });

  test('move freely with licences of their own, where that is cheaper', () => {
    // 40 machines of 8 licences with Software Assurance against sets for all cores of every host.
    const answer = family(
      'windows',
      estateOfNumbers({ ...numbers, coresPerSocket: 64, windows: 6 }),
      policy({ mobility: 'anywhere' }),
    );
    expect(answer.holdings.map(({ terms: { id } }) => id)).toEqual(['windows-2025-per-vm']);
  });

  test('make Hyper-V hosts need Windows Server even without guests', () => {
    const answer = family(
      'windows',
      estateOfNumbers({ ...numbers, windows: 0 }),
      policy({ mobility: 'bound' }),
      terms('hyper-v-2025'),
    );
    expect(answer.holdings).toMatchObject([
      { terms: { id: 'windows-2025-standard' }, scope: { hosts: [{ hosts: 4 }] } },
    ]);
  });
});

test('Oracle counts the whole cluster, and only the partition where CPUs are pinned under its own hypervisor', () => {
  const estate = estateOfNumbers({ ...numbers, hosts: 2, coresPerSocket: 4, oracle: 1 });
  const soft = family('oracle', estate, policy({ mobility: 'bound' }));
  expect(soft.holdings).toMatchObject([{ terms: { id: 'oracle-ee' } }]);
  expect(soft.proof?.cost).toBe(8 * 47_500_00);
  expect(soft.excluded).toEqual([{ product: 'oracle-ee-pinned', reason: 'other-hypervisor' }]);
  const hard = family('oracle', estate, policy({ mobility: 'bound' }), terms('olvm'));
  expect(hard.holdings).toMatchObject([{ terms: { id: 'oracle-ee-pinned' } }]);
  expect(hard.proof?.cost).toBe(2 * 47_500_00);
});

test('a family without prices is counted and a quote asked for; with quotes it is optimised', () => {
  const estate = estateOfNumbers({ ...numbers, windows: 0, rhel: 40 });
  const blind = family('rhel', estate, policy());
  expect(blind.proof).toBe(null);
  expect(blind.holdings).toHaveLength(1);
  expect(blind.excluded.map(({ reason }) => reason)).toEqual(['price-missing', 'price-missing']);
  const quote = (minor: number) => ({ minor, currency: 'USD', supportRatioPerYear: null }) as const;
  const quotes = { 'rhel-server': quote(10_000), 'rhel-virtual-datacenters': quote(32_000) };
  const answer = family('rhel', estate, policy({ quotes, years: 1 }));
  // 20 pairs of machines against four socket pairs of 3.2 times the price.
  expect(answer.holdings).toMatchObject([{ terms: { id: 'rhel-virtual-datacenters' } }]);
  expect(answer.proof).toMatchObject({ cost: 4 * 32_000, lowerBound: 4 * 32_000, isOptimal: true });
});

const anyEstate = fc
  .record({
    shapes: fc.array(
      fc.record({
        sockets: fc.integer({ min: 1, max: 2 }),
        cores: fc.integer({ min: 3, max: 21 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    machines: fc.array(fc.record({ host: fc.nat(2), vcpus: fc.integer({ min: 1, max: 20 }) }), {
      maxLength: 7,
    }),
  })
  .map(
    ({ shapes, machines }): Estate => ({
      hosts: shapes.map(({ sockets, cores }) => ({
        socketCount: sockets,
        coresPerSocket: cores,
        memoryGib: null,
        cluster: 0,
      })),
      vcpuCount: Float64Array.from(machines, ({ vcpus }) => vcpus),
      hostOf: Int32Array.from(machines, ({ host }) => host % shapes.length),
      software: new Uint8Array(machines.length).fill(1),
      claimedTib: 0,
    }),
  );

const windowsFamily = ['windows-2025-standard', 'windows-2025-datacenter', 'windows-2025-per-vm'];

/**
 * Every way to license bound machines: each one by itself or with its host, each host by Datacenter or by Standard.
 * Knows nothing of slots, bounds or sorting.
 */
function bruteForce(estate: Estate, given: LicensingPolicy): number {
  let best = Number.POSITIVE_INFINITY;
  const count = estate.vcpuCount.length;
  for (let single = 0; single < 2 ** count; single++) {
    for (let edition = 0; edition < 2 ** estate.hosts.length; edition++) {
      const isSingle = (row: number) => (single & (1 << row)) !== 0;
      const groups = estate.hosts.map((host, index) => ({
        ...host,
        hosts: 1,
        machines: [...estate.hostOf].filter((own, row) => own === index && !isSingle(row)).length,
        isDatacenter: (edition & (1 << index)) !== 0,
      }));
      const scope = { hosts: [], machines: [], claimedTib: 0, includedTib: 0 };
      const busy = groups.filter(({ machines }) => machines > 0);
      const total = bill(
        [
          {
            terms: terms('windows-2025-standard'),
            scope: { ...scope, hosts: busy.filter((group) => !group.isDatacenter) },
          },
          {
            terms: terms('windows-2025-datacenter'),
            scope: { ...scope, hosts: busy.filter((group) => group.isDatacenter) },
          },
          {
            terms: terms('windows-2025-per-vm'),
            scope: {
              ...scope,
              machines: [...estate.vcpuCount]
                .filter((_, row) => isSingle(row))
                .map((vcpuCount) => ({ machines: 1, vcpuCount })),
            },
          },
        ],
        given,
      ).total;
      best = Math.min(best, total?.minor ?? Number.POSITIVE_INFINITY);
    }
  }
  return best;
}

describe('the cheapest way', () => {
  const bound = policy({ mobility: 'bound', currency: 'USD', years: 2 });

  test('is what trying every way finds', () => {
    fc.assert(
      fc.property(anyEstate, (estate) => {
        const answer = family('windows', estate, bound);
        const total = bill(answer.holdings, bound).total?.minor ?? 0;
        // Lines are rounded to a cent each; the search compares unrounded.
        expect(Math.abs(total - bruteForce(estate, bound))).toBeLessThanOrEqual(2);
        expect(answer.proof?.isOptimal).toBe(true);
        expect(Math.abs((answer.proof?.cost ?? 0) - total)).toBeLessThanOrEqual(3);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('never costs more than any single product, wherever machines may go', () => {
    const anyMobility = fc.constantFrom('bound' as const, 'failover' as const, 'anywhere' as const);
    fc.assert(
      fc.property(anyEstate, anyMobility, (estate, mobility) => {
        const given = { ...bound, mobility };
        const answer = family('windows', estate, given);
        const total = bill(answer.holdings, given).total?.minor ?? 0;
        for (const product of windowsFamily) {
          const scope = scopeOf(terms(product), estate, { mobility, tolerate: 1 });
          const single = bill([{ terms: terms(product), scope }], given).total?.minor ?? 0;
          expect(total).toBeLessThanOrEqual(single + 2);
        }
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('costs no less where machines move than where they are bound', () => {
    fc.assert(
      fc.property(anyEstate, (estate) => {
        const of = (mobility: LicensingPolicy['mobility']) =>
          family('windows', estate, { ...bound, mobility }).proof?.cost ?? 0;
        expect(of('bound')).toBeLessThanOrEqual(of('failover') + 1e-6);
        expect(of('failover')).toBeLessThanOrEqual(of('anywhere') + 1e-6);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

describe('choosing for slots', () => {
  const anyAccount: fc.Arbitrary<Account> = fc.record({
    unitsPerPack: fc.integer({ min: 1, max: 10 }),
    minimumUnits: fc.constantFrom(0, 0, 7, 30),
    packCost: fc.integer({ min: 1, max: 50 }),
  });
  const anySlot: fc.Arbitrary<Slot> = fc.record({
    copies: fc.integer({ min: 1, max: 3 }),
    options: fc.array(
      fc.record({
        units: fc.array(fc.record({ account: fc.nat(1), units: fc.integer({ min: 0, max: 12 }) }), {
          maxLength: 2,
        }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  });

  function everyWay(slots: readonly Slot[], accounts: readonly Account[]): number {
    const single = slots.flatMap(({ copies, options }) =>
      Array.from({ length: copies }, () => options),
    );
    const walk = (index: number, units: readonly number[]): number => {
      const options = single[index];
      if (options === undefined) {
        return accounts.reduce((sum, account, which) => {
          const own = units[which] ?? 0;
          const packs = Math.ceil(Math.max(own, account.minimumUnits) / account.unitsPerPack);
          return sum + (own === 0 ? 0 : packs * account.packCost);
        }, 0);
      }
      return Math.min(
        ...options.map((option) => {
          const next = [...units];
          for (const part of option.units) {
            next[part.account] = (next[part.account] ?? 0) + part.units;
          }
          return walk(index + 1, next);
        }),
      );
    };
    return walk(0, [0, 0]);
  }

  test('finds the optimum with packs and minimums of an order', () => {
    fc.assert(
      fc.property(
        fc.tuple(anyAccount, anyAccount),
        fc.array(anySlot, { minLength: 1, maxLength: 3 }),
        (accounts, slots) => {
          const found = choose(slots, accounts);
          expect(found?.cost).toBeCloseTo(everyWay(slots, accounts), 9);
          expect(found?.isOptimal).toBe(true);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });
});
