import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildQuestion } from '../../../src/model/consolidation/question.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import type { SurvivalMap } from '../../../src/model/survival/answer.ts';
import { isClean } from '../../../src/model/survival/clean-cluster.ts';
import { cleanClusterSteps, survivalSteps } from '../../../src/model/survival/plan-survival.ts';
import { publicSurvival } from '../../../src/model/survival/public-answer.ts';
import { surviveSteps } from '../../../src/model/survival/survive.ts';
import { defaultHostType, defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf, type TestWorkload } from '../consolidation/fleets.ts';
import { fewestLeft } from './brute-force.ts';

const hours = 3;
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
  demand: { ...defaultScenario.demand, slots: 'all' },
  effort: 0,
};

const workload: fc.Arbitrary<TestWorkload> = fc
  .record({
    vcpus: fc.integer({ min: 1, max: 16 }),
    memoryGib: fc.integer({ min: 1, max: 60 }),
    cpu: fc.array(fc.integer({ min: 50, max: 18_000 }), { minLength: hours, maxLength: hours }),
  })
  .map(({ cpu, ...rest }) => ({ ...rest, cpuProvisionedMhz: 40_000, profile: { cpu } }));

const hostCount = 4;
/** Workloads dealt out to four hosts: the hosts may be anything from empty to hopelessly full. */
const cluster = fc.array(workload, { minLength: 1, maxLength: 14 });

function drive<Answer>(steps: Generator<unknown, Answer, boolean>): Answer {
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}

function survive(
  workloads: readonly TestWorkload[],
  { hosts = hostCount, failures = 2, racks = null as number | null } = {},
): SurvivalMap {
  const question = buildQuestion(fleetOf(workloads), plain);
  const hostOf = Int32Array.from(workloads, (_, row) => row % hostCount);
  return drive(
    surviveSteps({ question, placed: { hostOf, typeOf: new Int32Array(hosts) }, failures, racks }),
  );
}

describe('every failure at once', () => {
  test('leaves as few machines without a place as the best of all ways, host by host and hour by hour', () => {
    fc.assert(
      fc.property(cluster, (workloads) => {
        const answer = survive(workloads);
        const fleet = fleetOf(workloads);
        for (let lost = 0; lost < hostCount; lost++) {
          for (let hour = 0; hour < hours; hour++) {
            const found = answer.byHost[lost * hours + hour];
            const question = { hosts: hostCount, lost: [lost], hour };
            expect(found).toBe(fewestLeft(fleet, plain, answer.hostOf, question));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('leaves as few as the best way for every pair, in its worst hour', () => {
    fc.assert(
      fc.property(cluster, (workloads) => {
        const answer = survive(workloads);
        const fleet = fleetOf(workloads);
        for (let a = 0; a < hostCount; a++) {
          for (let b = a + 1; b < hostCount; b++) {
            const left = Array.from({ length: hours }, (_, hour) =>
              fewestLeft(fleet, plain, answer.hostOf, { hosts: hostCount, lost: [a, b], hour }),
            );
            expect(answer.byPair?.[a * hostCount + b]).toBe(Math.max(...left));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('tolerates as many failures as no set of hosts in no hour speaks against', () => {
    fc.assert(
      fc.property(cluster, (workloads) => {
        const { tolerates, levels } = survive(workloads, { failures: 3 });
        const first = levels.findIndex(({ failedCount }) => failedCount > 0);
        expect(tolerates).toBe(first < 0 ? 3 : first);
        for (const level of levels) {
          expect(level.worst.unplaced.length > 0).toBe(level.failedCount > 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an empty host more never leaves more machines without a place', () => {
    fc.assert(
      fc.property(cluster, (workloads) => {
        const before = survive(workloads, { failures: 1 });
        const after = survive(workloads, { failures: 1, hosts: hostCount + 1 });
        for (let cell = 0; cell < hostCount * hours; cell++) {
          expect(after.byHost[cell]).toBeLessThanOrEqual(before.byHost[cell] as number);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('other names for hosts and machines change nothing but the names', () => {
    fc.assert(
      fc.property(cluster, (workloads) => {
        const answer = survive(workloads);
        const renamed = survive(workloads.map((own, row) => ({ ...own, name: `vm-${99 - row}` })));
        expect(renamed).toEqual(answer);
      }),
      { numRuns: 40 },
    );
  });

  test('without any host left nothing restarts', () => {
    const workloads = Array.from({ length: 8 }, () => small);
    const { levels, tolerates } = survive(workloads, { failures: 9 });
    expect(levels).toHaveLength(hostCount);
    expect(levels.at(-1)?.worst.unplaced).toHaveLength(8);
    expect(tolerates).toBe(hostCount - 1);
  });

  test('a rack takes all of its hosts with it', () => {
    const workloads = Array.from({ length: 8 }, () => small);
    const { racks } = survive(workloads, { racks: 2 });
    expect([...(racks?.rackOf ?? [])]).toEqual([0, 1, 0, 1]);
    expect(racks?.worst.hosts).toEqual([0, 2]);
    expect(racks?.worst.lost).toBe(4);
  });

  test('machines kept apart do not restart beside one another', () => {
    const apart = { ...small, antiAffinityGroup: 'pair' };
    const { byHost } = survive([apart, apart, apart, apart]);
    // Each of the four is on its own host; whichever fails, the other three are on all that are left.
    expect([...byHost]).toEqual(Array.from({ length: hostCount * hours }, () => 1));
  });
});

const small: TestWorkload = {
  vcpus: 1,
  memoryGib: 1,
  cpuProvisionedMhz: 2500,
  profile: { cpu: [100, 100, 100] },
};

describe('the smallest clean cluster', () => {
  const busy = (row: number): TestWorkload => ({
    vcpus: 4,
    memoryGib: 24 + (row % 3),
    cpuProvisionedMhz: 10_000,
    profile: { cpu: [4000, 2000, 1000] },
  });
  const fleet = fleetOf(Array.from({ length: 20 }, (_, row) => busy(row)));
  const scenario: Scenario = {
    ...plain,
    failure: { ...plain.failure, tolerate: 0 },
    availability: { ...plain.availability, failures: 1 },
    hostTypes: [host, { ...host, id: 'large', memoryGib: 512, price: null }],
  };

  test('is clean, and no smaller one of the same hosts was', () => {
    const answer = drive(cleanClusterSteps(fleet, scenario));
    if (answer.kind !== 'found') throw new Error('planned');
    const plan = drive(survivalSteps(fleet, scenario));
    if (plan.kind !== 'checked') throw new Error('planned');
    expect(plan.tolerates).toBe(0);
    expect(answer.smallest?.hosts).toBeGreaterThan(0);
    const cheapest = answer.extras[answer.cheapest ?? -1];
    expect(cheapest?.hosts).toBeGreaterThanOrEqual(1);
    // Without prices the fewest hosts decide.
    expect(answer.isByPrice).toBe(false);
  });

  test('a plan that tolerates k failures is clean for k, hour by hour', () => {
    fc.assert(
      fc.property(cluster, fc.integer({ min: 1, max: 2 }), (workloads, tolerate) => {
        const asked: Scenario = {
          ...plain,
          failure: { ...plain.failure, tolerate },
          availability: { ...plain.availability, failures: tolerate },
        };
        const answer = drive(survivalSteps(fleetOf(workloads), asked));
        if (answer.kind !== 'checked') throw new Error('planned');
        expect(answer.tolerates).toBe(tolerate);
        expect(answer.unrestartable).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test('a single host is never clean', () => {
    const one = fleetOf([small]);
    const question = buildQuestion(one, plain);
    const placed = { hostOf: new Int32Array(1), typeOf: new Int32Array(1) };
    expect(isClean(question, placed, 1)).toBe(false);
  });
});

test('what is printed names machines and hosts, and is the same to the byte', () => {
  const workloads = Array.from({ length: 10 }, () => ({ ...small, memoryGib: 50 }));
  const fleet = fleetOf(workloads);
  const print = () => JSON.stringify(publicSurvival(fleet, survive(workloads)));
  expect(print()).toBe(print());
  const answer = publicSurvival(fleet, survive(workloads));
  if (answer.kind !== 'checked') throw new Error('checked');
  expect(answer.worst.hosts).toEqual(['host-01', 'host-02']);
  expect(answer.unrestartable[0]).toBe('w0');
});
