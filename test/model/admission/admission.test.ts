import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AdmissionComparison, AdmissionKind } from '../../../src/model/admission/answer.ts';
import { compareAdmission } from '../../../src/model/admission/compare.ts';
import { failoverCapacity } from '../../../src/model/admission/percentage.ts';
import { slotAdmission } from '../../../src/model/admission/slots.ts';
import { buildQuestion } from '../../../src/model/consolidation/question.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { defaultHostType, defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf, type TestWorkload } from '../consolidation/fleets.ts';

const list = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([ghz, gb]) => ({ cpuMhz: ghz * 1000, memoryGib: gb }));

// vSphere Availability, "Admission Control Using Slot Policy" and "… Cluster Resources Percentage": the same example.
const hosts = list([9, 9], [9, 6], [6, 6]);
const machines = list([2, 1], [2, 1], [1, 2], [1, 1], [1, 1]);

describe('slots', () => {
  test("agree with the vendor's example: slot 2 GHz and 2 GB, 4, 3 and 3 of them, one failure", () => {
    expect(slotAdmission(hosts, machines)).toEqual({
      slot: { cpuMhz: 2000, memoryGib: 2 },
      slotsOf: [4, 3, 3],
      used: 5,
      tolerates: 1,
    });
  });

  test('shrink under a cap, and larger machines take several', () => {
    const { slot, used } = slotAdmission(hosts, machines, { cpuMhz: 1000, memoryGib: 1 });
    expect(slot).toEqual({ cpuMhz: 1000, memoryGib: 1 });
    expect(used).toBe(2 + 2 + 2 + 1 + 1);
  });

  test('one large machine makes every slot as large as itself', () => {
    const { slotsOf } = slotAdmission(hosts, [...machines, ...list([1, 6])]);
    expect(slotsOf).toEqual([1, 1, 1]);
  });

  test('a machine more never leaves more failures tolerated', () => {
    const one = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .map(([ghz, gb]) => ({ cpuMhz: ghz * 1000, memoryGib: gb }));
    const some = fc.array(one, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(some, some, one, (given, running, more) => {
        expect(slotAdmission(given, [...running, more]).tolerates).toBeLessThanOrEqual(
          slotAdmission(given, running).tolerates,
        );
      }),
    );
  });
});

test("the percentage agrees with the vendor's example: 70 % of CPU and 71 % of memory are free", () => {
  const { cpuRatio, memoryRatio } = failoverCapacity(hosts, machines);
  expect(Math.floor(cpuRatio * 100)).toBe(70);
  expect(Math.floor(memoryRatio * 100)).toBe(71);
});

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
    cpu: fc.integer({ min: 50, max: 12_000 }),
  })
  .map(({ cpu, ...rest }) => ({ ...rest, cpuProvisionedMhz: 20_000, use: { cpu: { max: cpu } } }));
const smallFleet = fc.array(workload, { minLength: 4, maxLength: 16 });

function compare(workloads: readonly TestWorkload[], hostCount = 4): AdmissionComparison {
  const question = buildQuestion(fleetOf(workloads), plain);
  const hostOf = Int32Array.from(workloads, (_, row) => row % hostCount);
  const steps = compareAdmission(question, { hostOf, typeOf: new Int32Array(hostCount) });
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (step.value.kind !== 'compared') throw new Error('compared');
  return step.value;
}

const rowOf = ({ rows }: AdmissionComparison, policy: AdmissionKind) => {
  const row = rows.find((candidate) => candidate.policy === policy);
  if (row === undefined) throw new Error(policy);
  return row;
};

describe('admission', () => {
  test('by proof restarts everything with what it needs, whatever fails', () => {
    fc.assert(
      fc.property(smallFleet, (workloads) => {
        const { served, overfullHosts } = rowOf(compare(workloads), 'proof');
        expect(served.restarted).toBe(served.lost);
        expect(overfullHosts).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test('by slots keeps its promise by reservations, however much it wastes', () => {
    fc.assert(
      fc.property(smallFleet, (workloads) => {
        const row = rowOf(compare(workloads), 'slots');
        expect(row.startable.restarted).toBe(row.startable.lost);
        expect(row.slots?.tolerates).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  test('without any rule admits at least as many as every rule that counts the same reservations', () => {
    fc.assert(
      fc.property(smallFleet, (workloads) => {
        const answer = compare(workloads);
        const none = rowOf(answer, 'none').admitted;
        expect(rowOf(answer, 'dedicated').admitted).toBeLessThanOrEqual(none + 1);
        for (const { admitted } of answer.rows) expect(admitted).toBeLessThanOrEqual(answer.asked);
      }),
      { numRuns: 40 },
    );
  });

  test('by percentage promises what no host has room for: free memory in slivers', () => {
    // Four hosts of 124 GiB; machines of 30 and 70: a quarter stays free, and no survivor has 70 left.
    const workloads = Array.from({ length: 8 }, (_, row) => ({
      vcpus: 1,
      memoryGib: row % 2 === 0 ? 65 : 28,
      cpuProvisionedMhz: 2500,
      use: { cpu: { max: 100 } },
    }));
    const answer = compare(workloads);
    const percentage = rowOf(answer, 'percentage');
    expect(percentage.startable.restarted).toBeLessThan(percentage.startable.lost);
  });

  test('is the same for the same question', () => {
    const workloads = Array.from({ length: 12 }, (_, row) => ({
      vcpus: 2,
      memoryGib: 10 + row,
      use: { cpu: { max: 3000 } },
      cpuProvisionedMhz: 5000,
    }));
    expect(JSON.stringify(compare(workloads))).toBe(JSON.stringify(compare(workloads)));
  });
});
