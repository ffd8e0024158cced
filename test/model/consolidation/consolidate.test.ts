import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConsolidationPlan } from '../../../src/model/consolidation/answer.ts';
import { consolidate, planSteps } from '../../../src/model/consolidation/consolidate.ts';
import { publicConsolidation } from '../../../src/model/consolidation/public-answer.ts';
import { relaxationSteps } from '../../../src/model/consolidation/relaxations.ts';
import { sensitivitySteps } from '../../../src/model/consolidation/sensitivity.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { defaultHostType, defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf, type TestWorkload } from './fleets.ts';
import { canSurvive, overfilledHost } from './plan-checker.ts';

const host = {
  ...defaultHostType,
  socketCount: 2,
  coresPerSocket: 8,
  coreMhz: 2500,
  memoryGib: 128,
};

const plain: Scenario = {
  ...defaultScenario,
  hostTypes: [host],
  demand: { ...defaultScenario.demand, kind: 'peak' },
  effort: 0,
};

const workload: fc.Arbitrary<TestWorkload> = fc
  .record({
    vcpus: fc.integer({ min: 1, max: 8 }),
    memoryGib: fc.integer({ min: 1, max: 64 }),
    cpuMhz: fc.integer({ min: 50, max: 9000 }),
  })
  .map(({ vcpus, memoryGib, cpuMhz }) => ({
    vcpus,
    memoryGib,
    cpuProvisionedMhz: vcpus * 2500,
    use: { cpu: { max: cpuMhz } },
  }));
const smallFleet = fc.array(workload, { minLength: 1, maxLength: 12 });
const spare = fc.constantFrom<('spread' | 'dedicated')[]>('spread', 'dedicated');

function planned(workloads: readonly TestWorkload[], scenario: Scenario): ConsolidationPlan {
  const answer = consolidate(fleetOf(workloads), scenario);
  if (answer.kind === 'impossible') throw new Error(JSON.stringify(answer.reasons));
  return answer;
}

const withFailure = (failure: Partial<Scenario['failure']>): Scenario => ({
  ...plain,
  failure: { ...plain.failure, ...failure },
});

/** All single hosts, or all pairs. */
const lossesOf = (hosts: number, k: number): number[][] =>
  Array.from({ length: hosts }, (_, a) =>
    k === 1 ? [[a]] : Array.from({ length: hosts - a - 1 }, (__, b) => [a, a + b + 1]),
  ).flat();

describe('a plan', () => {
  test('never fills a host beyond what it may carry, and places every workload once', () => {
    fc.assert(
      fc.property(
        smallFleet,
        fc.integer({ min: 0, max: 2 }),
        spare,
        (workloads, tolerate, mode) => {
          const scenario = withFailure({ tolerate, spare: mode });
          const plan = planned(workloads, scenario);
          expect(overfilledHost(fleetOf(workloads), scenario, plan)).toBeNull();
          expect([...plan.hostOf].every((index) => index >= 0 && index < plan.hosts)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('never has fewer hosts than its lower bound, and its gap follows from the two', () => {
    fc.assert(
      fc.property(smallFleet, fc.integer({ min: 0, max: 2 }), (workloads, tolerate) => {
        const plan = planned(workloads, withFailure({ tolerate }));
        expect(plan.hosts).toBeGreaterThanOrEqual(plan.lowerBound);
        expect(plan.gap).toBeCloseTo(plan.hosts / plan.lowerBound - 1, 12);
      }),
      { numRuns: 60 },
    );
  });

  test('survives every loss that it says it does, when each is tried in every way', () => {
    fc.assert(
      fc.property(
        smallFleet,
        fc.integer({ min: 1, max: 2 }),
        spare,
        (workloads, tolerate, mode) => {
          const scenario = withFailure({ tolerate, spare: mode });
          const plan = planned(workloads, scenario);
          expect(plan.tolerates).toBe(tolerate);
          expect(plan.worstFailure?.unplaced).toEqual([]);
          const fleet = fleetOf(workloads);
          for (const lost of lossesOf(plan.hosts, tolerate)) {
            expect(canSurvive(fleet, scenario, plan, lost)).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('more demand never lowers the bound, nor does one failure more to survive', () => {
    fc.assert(
      fc.property(smallFleet, fc.double({ min: 0, max: 0.5, noNaN: true }), (workloads, growth) => {
        const grown = {
          ...plain,
          demand: { ...plain.demand, growthPerYearRatio: growth, growthYears: 1 },
          hostTypes: [{ ...host, memoryGib: 256, coreMhz: 5000 }],
        };
        const still = { ...grown, demand: plain.demand };
        expect(planned(workloads, grown).lowerBound).toBeGreaterThanOrEqual(
          planned(workloads, still).lowerBound,
        );
        expect(planned(workloads, withFailure({ tolerate: 2 })).lowerBound).toBeGreaterThanOrEqual(
          planned(workloads, withFailure({ tolerate: 1 })).lowerBound,
        );
      }),
      { numRuns: 40 },
    );
  });

  test('is the same for the same question, to the byte', () => {
    fc.assert(
      fc.property(smallFleet, (workloads) => {
        const text = () => {
          const fleet = fleetOf(workloads);
          return JSON.stringify(publicConsolidation(fleet, plain, consolidate(fleet, plain)));
        };
        expect(text()).toBe(text());
      }),
      { numRuns: 20 },
    );
  });

  test('on dedicated spares leaves exactly k hosts empty', () => {
    const workloads = Array.from({ length: 30 }, () => ({
      vcpus: 4,
      memoryGib: 30,
      use: { cpu: { max: 2000 } },
    }));
    const plan = planned(workloads, withFailure({ tolerate: 2, spare: 'dedicated' }));
    expect(new Set(plan.hostOf).size).toBe(plan.hosts - 2);
    expect(plan.survival).toMatchObject({ spare: 'dedicated', isSample: false });
  });

  test('shares free room among fewer hosts where spread over all of them it would hold nothing', () => {
    const workloads = Array.from({ length: 2000 }, (_, row) => ({
      vcpus: 1,
      memoryGib: 2 ** (1 + ((row * 7) % 4)),
      use: { cpu: { max: 500 } },
    }));
    const fleet = fleetOf(workloads);
    const scenario = withFailure({ tolerate: 1, spare: 'spread' });
    const plan = planned(workloads, scenario);
    // A host's share of one free host is under 1 GiB; the smallest workload takes 2.1.
    expect(plan.hosts).toBeGreaterThan(112);
    expect(plan.hosts).toBeLessThanOrEqual(plan.lowerBound + 1);
    expect(plan.survival).toMatchObject({ spare: 'spread', checkedCount: plan.hosts });
    expect(plan.worstFailure?.unplaced).toEqual([]);
    expect(overfilledHost(fleet, scenario, plan)).toBeNull();
    expect(new Set(plan.hostOf).size).toBe(plan.hosts);
  });

  test('takes its spares from several types where one has not enough', () => {
    const a = { ...host, id: 'a', available: 3 };
    const b = { ...host, id: 'b', available: 1 };
    const workloads = Array.from({ length: 4 }, (_, row) => ({
      name: `vm-${row}`,
      vcpus: 2,
      memoryGib: 40,
      use: { cpu: { max: 1000 } },
    }));
    const plan = planned(workloads, {
      ...withFailure({ tolerate: 2, spare: 'dedicated' }),
      hostTypes: [a, b],
      rules: { ...defaultScenario.rules, together: [], apart: [['vm-0', 'vm-1']], pinned: {} },
    });
    expect(plan).toMatchObject({ hosts: 4, tolerates: 2, lowerBound: 4, gap: 0 });
  });

  test('with prices says what it costs, and that no mix costs less than its bound', () => {
    fc.assert(
      fc.property(smallFleet, spare, (workloads, mode) => {
        const small = { ...host, id: 'small', memoryGib: 96, price: 60 };
        const large = { ...host, id: 'large', price: 100 };
        const plan = planned(workloads, {
          ...withFailure({ tolerate: 1, spare: mode }),
          hostTypes: [small, large],
        });
        const [smalls, larges] = plan.hostsByType.map(({ hosts }) => hosts);
        expect(plan.cost?.total).toBe(60 * (smalls ?? 0) + 100 * (larges ?? 0));
        expect(plan.cost?.total).toBeGreaterThanOrEqual((plan.cost?.lowerBound ?? 0) - 1e-9);
        expect(planned(workloads, plain).cost).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  test('where half peaks by day and half by night, needs half the hosts hour by hour', () => {
    const workloads = Array.from({ length: 32 }, (_, row) => ({
      vcpus: 1,
      memoryGib: 1,
      cpuProvisionedMhz: 8000,
      profile: {
        cpu: Array.from({ length: 24 }, (__, hour) => (hour < 12 === (row % 2 === 0) ? 7000 : 0)),
      },
    }));
    const none = { tolerate: 0 };
    const coincident = planned(workloads, {
      ...withFailure(none),
      demand: { ...plain.demand, kind: 'coincident', percentileRatio: 1 },
    });
    const peak = planned(workloads, withFailure(none));
    // Each host offers 16 × 2500 × 0.7 = 28,000 MHz: four workloads by day and four by night.
    expect([coincident.hosts, peak.hosts]).toEqual([4, 8]);
    expect([coincident.lowerBound, peak.lowerBound]).toEqual([4, 8]);
  });

  test('keeps apart what must be apart, and together what must be together', () => {
    const workloads = Array.from({ length: 8 }, (_, row) => ({
      vcpus: 1,
      memoryGib: 2,
      use: { cpu: { max: 100 } },
      ...(row < 3 ? { antiAffinityGroup: 'cluster' } : {}),
    }));
    const plan = planned(workloads, {
      ...withFailure({ tolerate: 0 }),
      rules: {
        ...defaultScenario.rules,
        together: [['w3', 'w4', 'nobody']],
        apart: [['w3', 'w0']],
        pinned: {},
      },
    });
    const at = (row: number) => plan.hostOf[row];
    expect(new Set([at(0), at(1), at(2)]).size).toBe(3);
    expect(at(3)).toBe(at(4));
    expect(at(3)).not.toBe(at(0));
    expect(plan.boundBy).toBe('clique');
    expect(plan.notes).toContainEqual({ kind: 'name-unknown', name: 'nobody', rule: 'together' });
  });

  test('chooses between host types by price', () => {
    const cheap = { ...host, id: 'cheap', price: 100 };
    const dear = { ...host, id: 'dear', price: 1000, memoryGib: 256 };
    const workloads = Array.from({ length: 20 }, () => ({
      vcpus: 1,
      memoryGib: 20,
      use: { cpu: { max: 100 } },
    }));
    const plan = planned(workloads, { ...withFailure({ tolerate: 1 }), hostTypes: [dear, cheap] });
    expect(plan.hostsByType[0]).toEqual({ id: 'dear', hosts: 0 });
  });

  test('that is stopped is still a whole plan', () => {
    const workloads = Array.from({ length: 60 }, (_, row) => ({
      vcpus: 1 + (row % 5),
      memoryGib: 3 + (row % 17),
      use: { cpu: { max: 300 + 71 * (row % 13) } },
    }));
    const fleet = fleetOf(workloads);
    const scenario = { ...plain, effort: 100 };
    const steps = planSteps(fleet, scenario);
    let step = steps.next(false);
    while (!step.done) step = steps.next(true);
    if (step.value.kind !== 'planned') throw new Error('impossible');
    expect(overfilledHost(fleet, scenario, step.value)).toBeNull();
    expect(step.value.tolerates).toBe(1);
  });
});

describe('a fleet that fits nowhere', () => {
  const impossible = (workloads: readonly TestWorkload[], scenario: Scenario) => {
    const answer = consolidate(fleetOf(workloads), scenario);
    if (answer.kind === 'planned') throw new Error('planned');
    return answer.reasons;
  };
  const big = { name: 'big', vcpus: 4, memoryGib: 500, use: { cpu: { max: 100 } } };

  test('names the workload, the resource, the amount and the nearest host type', () => {
    expect(impossible([big], plain)).toEqual([
      {
        kind: 'too-large',
        workloads: [0],
        hostType: 'host',
        resource: 'memory',
        slot: null,
        demand: 500.1,
        capacity: (128 - 4) * 0.9,
      },
    ]);
  });

  test.each<[string, readonly TestWorkload[], Partial<Scenario>, object]>([
    ['no workloads', [], {}, { kind: 'no-workloads' }],
    ['only switched-off ones', [{ ...big, powerState: 1 }], {}, { kind: 'no-workloads' }],
    [
      'no memory left by the hypervisor',
      [{ vcpus: 1, memoryGib: 1 }],
      { capacity: { ...plain.capacity, hostMemoryGib: 1000 } },
      { kind: 'no-capacity', hostType: 'host', resource: 'memory' },
    ],
    [
      'a VM above the product’s limit',
      [{ vcpus: 64, memoryGib: 1 }],
      { capacity: { ...plain.capacity, largestVmVcpus: 32 } },
      { kind: 'above-product-limit', workload: 0, resource: 'vcpu', demand: 64, limit: 32 },
    ],
    [
      'a contradiction',
      [{ vcpus: 1 }, { vcpus: 1 }],
      {
        rules: {
          ...defaultScenario.rules,
          together: [['w0', 'w1']],
          apart: [['w0', 'w1']],
          pinned: {},
        },
      },
      { kind: 'together-and-apart', first: 0, second: 1 },
    ],
    [
      'no host left for a spare',
      [{ vcpus: 1, memoryGib: 1 }],
      { hostTypes: [{ ...host, available: 1 }] },
      { kind: 'not-enough-spare', tolerate: 1, hostType: 'host' },
    ],
  ])('%s is said as such', (_, workloads, changes, reason) => {
    expect(impossible(workloads, { ...plain, ...changes })).toEqual([reason]);
  });
});

function drained<Answer>(steps: Generator<unknown, Answer, boolean>): Answer {
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}

describe('around a plan', () => {
  const fleet = fleetOf(
    Array.from({ length: 40 }, (_, row) => ({
      vcpus: 2,
      memoryGib: 16 + (row % 3),
      use: { cpu: { max: 900 } },
    })),
  );

  test('sensitivity has one current value a slider, and more room never needs more hosts', () => {
    const rows = drained(sensitivitySteps(fleet, plain));
    const currents = rows.filter(({ isCurrent }) => isCurrent);
    expect(currents.map(({ setting }) => setting)).toEqual([
      ...new Set(rows.map(({ setting }) => setting)),
    ]);
    const memory = rows.filter(({ setting }) => setting === 'targetMemoryRatio');
    const hosts = memory.map((row) => row.hosts ?? Infinity);
    expect(hosts).toEqual([...hosts].sort((a, b) => b - a));
  });

  test('the relaxation that saves most comes first, and none is invented', () => {
    const relaxations = drained(relaxationSteps(fleet, plain));
    expect(relaxations[0]?.change.kind).toBe('memory-per-host');
    for (const { change, hosts, hostsNow } of relaxations) {
      if (change.kind !== 'memory-per-host') continue;
      const changed = { ...plain, hostTypes: [{ ...host, memoryGib: change.to }] };
      const again = drained(planSteps(fleet, changed));
      expect(again).toMatchObject({ kind: 'planned', hosts });
      expect(hosts).toBeLessThan(hostsNow ?? 0);
    }
  });
});
