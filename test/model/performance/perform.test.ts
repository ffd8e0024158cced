import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consolidate } from '../../../src/model/consolidation/consolidate.ts';
import { planHostNames } from '../../../src/model/consolidation/host-names.ts';
import type { Performance } from '../../../src/model/performance/answer.ts';
import { perform } from '../../../src/model/performance/perform.ts';
import { planSpreadSteps } from '../../../src/model/performance/plan-spread.ts';
import { publicPerformance } from '../../../src/model/performance/public-performance.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { certain } from '../../../src/model/uncertainty/spread.ts';
import { defaultHostType, defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf, type TestWorkload } from '../consolidation/fleets.ts';

const day = (peak: number, hour: number) =>
  Array.from({ length: 24 }, (_, slot) => (slot === hour ? peak : peak / 4));

const workload: fc.Arbitrary<TestWorkload> = fc
  .record({
    vcpus: fc.integer({ min: 1, max: 8 }),
    memoryGib: fc.integer({ min: 1, max: 32 }),
    peak: fc.integer({ min: 100, max: 8000 }),
    hour: fc.integer({ min: 0, max: 23 }),
    network: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ vcpus, memoryGib, peak, hour, network }) => ({
    vcpus,
    memoryGib,
    cpuProvisionedMhz: 8000,
    profile: { cpu: day(peak, hour), network: day(network, hour) },
  }));
const fleets = fc.array(workload, { minLength: 1, maxLength: 30 }).map((list) => fleetOf(list));

const host = {
  ...defaultHostType,
  socketCount: 1,
  coresPerSocket: 16,
  memoryGib: 256,
  networkMibPerSecond: 1000,
};
const scenario: Scenario = { ...defaultScenario, hostTypes: [host], effort: 0 };
const withPerformance = (change: Partial<Scenario['performance']>, base = scenario): Scenario => ({
  ...base,
  performance: { ...base.performance, ...change },
});
const productA: Scenario['capacity']['overhead'] = {
  ...defaultScenario.capacity.overhead,
  id: 'a',
  paths: {
    ...defaultScenario.capacity.overhead.paths,
    cpu: { oneVmRatio: 0.93, fourVmsRatio: 0.7 },
  },
};
const withA: Scenario = { ...scenario, capacity: { ...scenario.capacity, overhead: productA } };

function performed(fleet: ReturnType<typeof fleetOf>, settings: Scenario): Performance {
  const answer = perform(fleet, settings);
  if (answer.kind !== 'performed') throw new Error('impossible');
  return answer;
}

describe('how fast a plan’s hosts are', () => {
  test('hosts are called as the plan calls them, those kept from today by their own names', () => {
    const fleet = fleetOf(
      Array.from({ length: 12 }, (_, row) => ({
        vcpus: 2,
        memoryGib: 60,
        cpuProvisionedMhz: 8000,
        profile: { cpu: day(2000, row) },
        host: `esx${row % 4}`,
      })),
    );
    for (const movesPerHost of [null, 0, 5]) {
      const settings = { ...scenario, movesPerHost };
      const plan = consolidate(fleet, settings);
      if (plan.kind !== 'planned') throw new Error('impossible');
      const planned = planHostNames(plan, settings);
      const told = publicPerformance(fleet, settings, performed(fleet, settings));
      if (told.kind !== 'performed') throw new Error('impossible');
      expect(told.hosts.map((one) => one.host)).toEqual(planned);
      expect(told.vms.map((vm) => vm.host)).toEqual(
        Array.from(plan.hostOf, (place) => planned[place]),
      );
      expect(planned.some((name) => name.startsWith('esx'))).toBe(movesPerHost !== null);
    }
  });

  test('they are as busy as the plan says, where waiting vCPUs cost nothing', () => {
    fc.assert(
      fc.property(fleets, fc.constantFrom(scenario, withA), (fleet, base) => {
        const plan = consolidate(fleet, base);
        const answer = performed(fleet, withPerformance({ overcommitLossRatio: 0 }, base));
        if (plan.kind !== 'planned') throw new Error('impossible');
        expect(answer.hostOf).toEqual(plan.hostOf);
        expect(Float32Array.from(answer.cpu.busy)).toEqual(plan.utilization.cpu?.ratio);
      }),
      { numRuns: 30 },
    );
  });

  test('more load is never faster, and an overloaded host has no figure anywhere', () => {
    fc.assert(
      fc.property(fleets, fc.double({ min: 1, max: 4, noNaN: true }), (fleet, loadRatio) => {
        const calm = performed(fleet, scenario);
        const settings = withPerformance({ loadRatio });
        const busy = performed(fleet, settings);
        busy.cpu.response.forEach((response, index) => {
          expect(response).toBeGreaterThanOrEqual((calm.cpu.response[index] ?? 0) * (1 - 1e-9));
        });
        const told = publicPerformance(fleet, settings, busy);
        if (told.kind !== 'performed') throw new Error('impossible');
        for (const one of told.hosts) {
          const isOverloaded = told.overloaded.some(
            (o) => o.host === one.host && o.resource === 'cpu',
          );
          expect(one.stretch === null).toBe(isOverloaded);
          expect(one.cpuUtilization === null).toBe(isOverloaded);
        }
        for (const { demand, capacity } of told.overloaded)
          expect(demand).toBeGreaterThan(capacity);
        expect(JSON.stringify(told)).not.toContain('Infinity');
      }),
      { numRuns: 30 },
    );
  });

  test('as many more VMs as are told keep every host below twice its response time; one more does not', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        // All on one host of any size, so that adding to the fleet adds to that host.
        const one: Scenario = {
          ...withPerformance({ moreLike: 'w0' }),
          hostTypes: [{ ...host, memoryGib: 1e6 }],
          failure: { ...scenario.failure, tolerate: 0 },
          capacity: { ...scenario.capacity, vcpusPerCore: null },
        };
        const before = performed(fleet, one);
        if (before.hosts !== 1) return;
        const { vms } = before.more;
        if (vms === null || vms > 300) throw new Error('no end found');
        const worst = (count: number) => {
          const list = fleet.names.map((_, row) => row).concat(Array(count).fill(0));
          const larger: TestWorkload[] = list.map((row) => ({
            vcpus: fleet.vcpuCount[row] ?? 1,
            memoryGib: fleet.memoryConfiguredGib[row] ?? 1,
            cpuProvisionedMhz: 8000,
            profile: {
              cpu: [...(fleet.profile?.columns.cpu?.subarray(row * 24, row * 24 + 24) ?? [])],
              network: [
                ...(fleet.profile?.columns.network?.subarray(row * 24, row * 24 + 24) ?? []),
              ],
            },
          }));
          // A target of 1 and a host that takes all: the plan is always this one host.
          const all = { cpu: 1, memory: 1, disk: 1, iops: 1, throughput: 1, network: 1 };
          const answer = perform(fleetOf(larger), {
            ...one,
            performance: { ...one.performance, moreLike: null },
            capacity: { ...one.capacity, targetRatio: all },
            hostTypes: [{ ...item(one.hostTypes), available: 1 }],
          });
          if (answer.kind === 'impossible') return { cpu: Infinity, network: Infinity };
          return {
            cpu: Math.max(...answer.cpu.response),
            network: Math.max(...(answer.devices.network?.stretch ?? [1])),
          };
        };
        const [start, last, next] = [worst(0), worst(vms), worst(vms + 1)];
        const isBelow = (found: typeof start) =>
          found.cpu < 2 * start.cpu && found.network < 2 * start.network;
        expect(isBelow(last) || vms === 0).toBe(true);
        expect(isBelow(next)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  test('a disk or card is one server: at half of it everything takes twice as long', () => {
    const fleet = fleetOf([
      {
        vcpus: 1,
        memoryGib: 1,
        cpuProvisionedMhz: 2000,
        profile: { cpu: day(100, 3), network: day(500, 9) },
      },
    ]);
    const answer = performed(fleet, scenario);
    expect(answer.devices.network?.stretch[9]).toBe(2);
    expect(answer.worst).toMatchObject({ slot: 9, waitsFor: 'network', isOverloaded: false });
    const over = performed(fleet, withPerformance({ loadRatio: 2 }));
    expect(over.overloaded[0]).toMatchObject({
      resource: 'network',
      slot: 9,
      slotCount: 1,
      demand: 1000,
      capacity: 1000,
    });
  });

  test('memory promised twice is shared by like guests, and short where the product does neither', () => {
    const guests = Array.from({ length: 10 }, (_, n) => ({
      name: `g${n}`,
      vcpus: 1,
      memoryGib: 30,
      cpuProvisionedMhz: 2000,
      use: { cpu: { mean: 100, max: 100 }, memory: { mean: 10, max: 12 } },
    }));
    const fleet = fleetOf(guests);
    const alike = {
      ...fleet,
      labels: {
        ...fleet.labels,
        os: { texts: ['Linux'], index: new Int32Array(fleet.count) },
      },
    };
    const active: Scenario = {
      ...scenario,
      demand: { ...scenario.demand, memory: 'active' },
      failure: { ...scenario.failure, tolerate: 0 },
    };
    const techniques = (memory: Scenario['performance']['memory']) =>
      performed(alike, withPerformance({ memory }, active)).memory[0];
    // 10 × 30.1 GiB on a host with 252.
    const none = techniques({ sharing: 'none', identicalRatio: 0.5, ballooning: false });
    expect(none).toMatchObject({ state: 'short', sharedGib: 0 });
    expect(none?.shortGib).toBeCloseTo(301 - 252, 9);
    expect(
      techniques({ sharing: 'when-short', identicalRatio: 0.5, ballooning: false })?.state,
    ).toBe('shared');
    const taken = techniques({ sharing: 'when-short', identicalRatio: 0.1, ballooning: true });
    // Nine of ten copies of 3 GiB; the rest out of 10 × 18 unused.
    expect(taken?.sharedGib).toBeCloseTo(27, 9);
    expect(taken?.balloonedGib).toBeCloseTo(22, 9);
    expect(taken?.state).toBe('ballooned');
  });

  test('hyper-threading makes cores faster by its yield, and never makes more of them', () => {
    const fleet = fleetOf([
      { vcpus: 16, memoryGib: 1, cpuProvisionedMhz: 40_000, profile: { cpu: day(20_000, 3) } },
    ]);
    const gain = (hyperThreadingGainRatio: number) =>
      performed(fleet, {
        ...scenario,
        capacity: { ...scenario.capacity, hyperThreadingGainRatio },
      });
    expect(gain(0.25).cpu.busy[3]).toBeCloseTo((gain(0).cpu.busy[3] ?? 0) / 1.25, 12);
  });

  test('nothing to plan is impossible, with its reason', () => {
    expect(perform(fleetOf([]), scenario)).toMatchObject({
      kind: 'impossible',
      reasons: [{ kind: 'no-workloads' }],
    });
  });
});

const item = <T>(list: readonly T[]) => list[0] as T;

describe('uncertainty', () => {
  function spreadOf(fleet: ReturnType<typeof fleetOf>, settings: Scenario) {
    const steps = planSpreadSteps(fleet, settings);
    let step = steps.next(false);
    while (!step.done) step = steps.next(false);
    if (step.value.kind !== 'spread') throw new Error('impossible');
    return step.value;
  }
  const one = certain(1);
  const sure = { draws: 10, level: one, growth: certain(0), efficiency: one, peaks: one };

  test('of inputs that are certain there is none: every quantile is the plan', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const plan = consolidate(fleet, withA);
        const answer = performed(fleet, withA);
        const spread = spreadOf(fleet, withPerformance({ spreads: sure }, withA));
        const hosts = plan.kind === 'planned' ? plan.hosts : null;
        expect(spread.hosts).toEqual({ p10: hosts, p50: hosts, p90: hosts, draws: 10, beyond: 0 });
        expect(spread.response.p50).toBeCloseTo(Math.max(...answer.cpu.response), 9);
      }),
      { numRuns: 10 },
    );
  });

  test('a level of two is the plan of a fleet that does twice as much', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const columns = fleet.profile?.columns ?? {};
        const twice = {
          ...fleet,
          profile: fleet.profile && {
            ...fleet.profile,
            columns: Object.fromEntries(
              Object.entries(columns).map(([name, column]) => [name, column.map((v) => v * 2)]),
            ),
          },
        };
        const plan = consolidate(twice, scenario);
        const level = certain(2);
        const spread = spreadOf(fleet, withPerformance({ spreads: { ...sure, level } }));
        expect(spread.hosts.p50).toBe(plan.kind === 'planned' ? plan.hosts : null);
      }),
      { numRuns: 10 },
    );
  });

  test('the same seed has the same answer, and quantiles are in order', () => {
    const fleet = fleetOf(
      Array.from({ length: 40 }, (_, n) => ({
        vcpus: 2,
        memoryGib: 4,
        cpuProvisionedMhz: 8000,
        profile: { cpu: day(3000 + 100 * n, n % 24) },
      })),
    );
    const settings = withPerformance({
      spreads: { ...defaultScenario.performance.spreads, draws: 40 },
    });
    const first = spreadOf(fleet, settings);
    expect(spreadOf(fleet, settings)).toEqual(first);
    const { p10, p50, p90 } = first.hosts;
    expect(p10).toBeLessThanOrEqual(p50 ?? Number.NaN);
    expect(p50).toBeLessThanOrEqual(p90 ?? Number.NaN);
    expect(first.hostCounts.reduce((sum, { draws }) => sum + draws, 0)).toBe(40);
    const level = first.tornado.find(({ input }) => input === 'level');
    expect(level?.low.hosts).toBeLessThanOrEqual(level?.high.hosts ?? 0);
  });
});
