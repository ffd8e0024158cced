import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availabilitySteps } from '../../../src/model/availability/availability.ts';
import { atLeastUp, closedForm } from '../../../src/model/availability/closed-form.ts';
import {
  estimate,
  figuresOf,
  hoursPerYear,
  mergeRuns,
  ninesOf,
  studentT,
} from '../../../src/model/availability/estimate.ts';
import type { AvailabilityModel, Metric } from '../../../src/model/availability/model.ts';
import { naturalLog } from '../../../src/model/availability/natural-log.ts';
import { lengthOf, lengthWhere, Outages } from '../../../src/model/availability/outages.ts';
import type { AvailabilityPolicy } from '../../../src/model/availability/policy.ts';
import { modelOf } from '../../../src/model/availability/prepare.ts';
import { publicAvailability } from '../../../src/model/availability/public-answer.ts';
import { simulateRuns } from '../../../src/model/availability/runs.ts';
import { Soonest } from '../../../src/model/availability/soonest.ts';
import { buildQuestion } from '../../../src/model/consolidation/question.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { defaultAvailability } from '../../../src/scenario/availability-defaults.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { createCluster } from '../../bench/_clusters.ts';
import { fleetOf } from '../consolidation/fleets.ts';

/** Hosts that fail often, so that few years tell much; machines that start at once. */
const often: AvailabilityPolicy = {
  ...defaultAvailability,
  host: { mtbfHours: 900, mttrHours: 100 },
  restart: { detectionSeconds: 0, startsPerHost: 1000, bootSeconds: 0, applicationSeconds: 0 },
};

/** Equal machines, dealt out to hosts that hold so many times their own share. */
function equalModel(
  hosts: number,
  room: number,
  policy: AvailabilityPolicy,
  spares = 0,
): AvailabilityModel {
  const vms = hosts * 6;
  const memoryGib = 100 / room / 6;
  const fleet = fleetOf(
    Array.from({ length: vms }, () => ({ vcpus: 1, memoryGib, use: { cpu: { max: 1 } } })),
  );
  const scenario = {
    ...defaultScenario,
    hostTypes: [{ ...(defaultScenario.hostTypes[0] as never as object), memoryGib: 100 }] as never,
    failure: { ...defaultScenario.failure, targetRatio: 1 },
    capacity: { ...defaultScenario.capacity, hostMemoryGib: 0, vmMemoryGib: 0, vcpusPerCore: null },
  };
  const hostOf = Int32Array.from({ length: vms }, (_, row) => row % hosts);
  const placed = { hostOf, typeOf: new Int32Array(hosts + spares) };
  return modelOf(buildQuestion(fleet, scenario), placed, policy, []);
}

const runsOf = (model: AvailabilityModel, runs = 60, years = 20) =>
  simulateRuns(model, { seed: 11, years, from: 0, to: runs });

function interval(model: AvailabilityModel, metric: Metric) {
  const { mean, ci95 } = estimate(figuresOf(runsOf(model), metric));
  if (ci95 === null) throw new Error('more than one run');
  return { mean, low: ci95[0], high: ci95[1] };
}

/** Wider than 95 %, for many such tests are made: three half-widths. */
function expectWithin(value: number, { mean, low, high }: ReturnType<typeof interval>) {
  const half = (high - low) / 2;
  expect(Math.abs(value - mean)).toBeLessThan(1.5 * half + 1e-12);
}

describe('simulated years agree with what is known without simulating', () => {
  test('a host is up for MTBF ÷ (MTBF + MTTR) of the time', () => {
    expectWithin(0.9, interval(equalModel(4, 1, often), 'hostUpRatio'));
  });

  test('enough hosts are up as often as the binomial of k out of n says', () => {
    for (const [hosts, room, tolerates] of [
      [4, 1.34, 1],
      [5, 1.67, 2],
      [3, 1, 0],
    ] as const) {
      const model = equalModel(hosts, room, often);
      expect(model.tolerates).toBe(tolerates);
      const expected = atLeastUp(hosts, hosts - tolerates, 0.9);
      expectWithin(expected, interval(model, 'enoughHostsRatio'));
    }
  });

  test('a machine on a single host is down for MTTR ÷ (MTBF + MTTR) of the time', () => {
    const model = equalModel(1, 1, often);
    const { mean, low, high } = interval(model, 'downSeconds');
    const scale = 1 / (20 * 365 * 24 * 3600);
    expectWithin(0.1, { mean: mean * scale, low: low * scale, high: high * scale });
    expect(closedForm(model).meanDownHours).toBeCloseTo(876, 6);
  });

  test('machines wait for room as long as the share of hosts too many that are down', () => {
    for (const [hosts, room] of [
      [3, 1.5],
      [4, 2],
      [4, 4 / 3],
    ] as const) {
      const model = equalModel(hosts, room, often);
      const { mean, low, high } = interval(model, 'waitingSeconds');
      const hours = (seconds: number) => hoursPerYear(seconds, 20);
      const bounds = { mean: hours(mean), low: hours(low), high: hours(high) };
      expectWithin(closedForm(model).waitingHours, bounds);
    }
  });

  test('with rare failures the whole downtime is within the interval', () => {
    const { question, placed } = createCluster({ hosts: 8, vms: 100, hours: 24, load: 0.8 });
    const model = modelOf(question, placed, defaultAvailability, []);
    const { mean, ci95 } = estimate(figuresOf(runsOf(model, 400, 20), 'downSeconds'));
    const expected = closedForm(model).meanDownHours * 3600 * 20;
    if (ci95 === null) throw new Error('more than one run');
    expect(Math.abs(expected - mean)).toBeLessThan(1.5 * (ci95[1] - mean));
  });

  test('teamed cards are down as often as all of them at once', () => {
    const policy = { ...often, host: { mtbfHours: 1e9, mttrHours: 1 } };
    for (const perHost of [1, 2]) {
      const card = { perHost, mtbfHours: 900, mttrHours: 100 };
      const model = equalModel(3, 2, { ...policy, card });
      const { mean, low, high } = interval(model, 'networkSeconds');
      const scale = 1 / (20 * 365 * 24 * 3600);
      expectWithin(0.1 ** perHost, { mean: mean * scale, low: low * scale, high: high * scale });
    }
  });

  test('a shared part in two copies, of which one is needed, is down one hundredth of the time', () => {
    const shared = [{ name: 'storage', count: 2, needed: 1, mtbfHours: 900, mttrHours: 100 }];
    const policy = { ...often, host: { mtbfHours: 1e9, mttrHours: 1 }, shared };
    const { mean, low, high } = interval(equalModel(3, 2, policy), 'downSeconds');
    const scale = 1 / (20 * 365 * 24 * 3600);
    expectWithin(0.01, { mean: mean * scale, low: low * scale, high: high * scale });
  });
});

describe('a run', () => {
  test('is the same wherever it is simulated: runs may be dealt out in any way', () => {
    const { question, placed } = createCluster({ hosts: 5, vms: 40, hours: 24, load: 0.9 });
    const model = modelOf(question, placed, { ...often, restart: defaultAvailability.restart }, []);
    const whole = simulateRuns(model, { seed: 3, years: 5, from: 0, to: 12 });
    const part = (from: number, to: number) => simulateRuns(model, { seed: 3, years: 5, from, to });
    const parts = mergeRuns([part(7, 12), part(0, 3), part(3, 7)]);
    expect(parts.figures).toEqual(whole.figures);
  });

  test('has the same failures with a spare more, and no machine waits longer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (run) => {
        const figures = [0, 1, 2].map((spares) => {
          const one = { seed: 5, years: 2, from: run, to: run + 1 };
          return figuresOf(simulateRuns(equalModel(3, 1.2, often, spares), one), 'waitingSeconds');
        });
        const [none, one, two] = figures.map(([waiting]) => waiting as number);
        expect(one).toBeLessThanOrEqual((none as number) + 1e-6);
        expect(two).toBeLessThanOrEqual((one as number) + 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  test('with faster detection saves exactly the difference, for each outage', () => {
    const { question, placed } = createCluster({ hosts: 6, vms: 60, hours: 24, load: 0.5 });
    const down = (detectionSeconds: number) => {
      const restart = { ...defaultAvailability.restart, detectionSeconds };
      const model = modelOf(question, placed, { ...defaultAvailability, restart }, []);
      const run = simulateRuns(model, { seed: 9, years: 50, from: 0, to: 4 });
      return { down: figuresOf(run, 'downSeconds'), outages: figuresOf(run, 'outages') };
    };
    const slow = down(60);
    const fast = down(10);
    for (const [run, outages] of slow.outages.entries()) {
      const saved = (slow.down[run] as number) - (fast.down[run] as number);
      expect(saved).toBeCloseTo(50 * outages, 3);
    }
  });
});

describe('the answer', () => {
  const fleet = fleetOf(
    Array.from({ length: 12 }, (_, row) => ({
      vcpus: 4,
      memoryGib: 200,
      use: { cpu: { max: 4000 } },
      ...(row < 2 ? { antiAffinityGroup: 'web' } : {}),
    })),
  );
  const scenario = {
    ...defaultScenario,
    effort: 0,
    availability: {
      ...defaultAvailability,
      runs: 40,
      years: 5,
      card: { perHost: 1, mtbfHours: 50_000, mttrHours: 6 },
      costPerVmHour: 1000,
    },
  };
  const answered = (given: Scenario = scenario) => {
    const steps = availabilitySteps(fleet, given);
    let step = steps.next(false);
    while (!step.done) step = steps.next(false);
    if (step.value.kind !== 'estimated') throw new Error('estimated');
    return step.value;
  };

  test('tells for each measure what it saves under the same failures', () => {
    const { measures, base, downCost } = { ...answered(), downCost: null };
    expect(downCost).toBeNull();
    expect(base.downCostPerYear).toBeCloseTo(base.downHours.mean * 12 * 1000, 6);
    const teaming = measures.find(({ measure }) => measure.kind === 'teaming');
    expect(teaming?.savedHours?.mean).toBeGreaterThan(0);
    expect(teaming?.netPerYear).toBeNull();
  });

  test('refuses a measure whose figures are unknown, with the reason', () => {
    const { measures, unknown } = answered({
      ...scenario,
      availability: { ...scenario.availability, card: defaultAvailability.card },
    });
    const teaming = measures.find(({ measure }) => measure.kind === 'teaming');
    expect(teaming).toMatchObject({ option: null, refused: 'card-unknown', savedHours: null });
    expect(unknown).toContain('card');
  });

  test('counts machines that stand in for one another as one service, down less than each', () => {
    const { services, downHoursOf } = answered();
    const [web] = services;
    expect(web).toMatchObject({ name: 'web', needs: 'any', workloads: 2 });
    expect(web?.downHours).toBeLessThan(downHoursOf[0] as number);
  });

  test('is the same to the byte for the same seed, and another for another', () => {
    const print = (seed: number) =>
      JSON.stringify(publicAvailability(fleet, answered({ ...scenario, seed })));
    expect(print(1)).toBe(print(1));
    expect(print(1)).not.toBe(print(2));
  });
});

describe('its parts', () => {
  test('the logarithm is that of the platform to the last bits', () => {
    fc.assert(
      fc.property(fc.double({ min: 2 ** -32, max: 2 ** 32, noNaN: true }), (x) => {
        expect(Math.abs(naturalLog(x) - Math.log(x))).toBeLessThan(
          4e-15 * (1 + Math.abs(Math.log(x))),
        );
      }),
    );
  });

  test("Student's t is that of the tables", () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: 0.975
    for (const [degrees, expected] of [
      [1, 12.706],
      [2, 4.303],
      [3, 3.182],
      [5, 2.571],
      [10, 2.228],
      [30, 2.042],
      [100, 1.984],
    ] as const) {
      expect(studentT(degrees)).toBeCloseTo(expected, 2);
    }
  });

  test('three nines are 0.1 % without service', () => {
    expect(ninesOf(0.001)).toBe(3);
    expect(ninesOf(1)).toBe(0);
    expect(ninesOf(0)).toBeNull();
  });

  test('the soonest of many is the soonest', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 50 }));
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const soonest = new Soonest(10);
        const times = new Array(10).fill(Number.POSITIVE_INFINITY);
        for (const [component, time] of changes) {
          soonest.set(component, time);
          times[component] = time;
          expect(soonest.time).toBe(Math.min(...times));
          expect(soonest.component).toBe(times.indexOf(Math.min(...times)));
        }
      }),
    );
  });

  test('overlapping outages count once; a service of two needs both or one', () => {
    const outages = new Outages();
    outages.add(0, 10, 20);
    outages.add(1, 15, 30);
    outages.add(0, 18, 25);
    const intervals = outages.byPiece(2);
    expect(lengthOf(intervals, 0)).toBe(15);
    const both = Int32Array.of(0, 1);
    expect(lengthWhere(intervals, both, 1)).toBe(20);
    expect(lengthWhere(intervals, both, 2)).toBe(10);
  });
});
