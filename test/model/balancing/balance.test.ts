import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BalanceAnswer, balanceSteps } from '../../../src/model/balancing/balance.ts';
import { publicBalance } from '../../../src/model/balancing/public-balance.ts';
import type { BalanceRun } from '../../../src/model/balancing/run.ts';
import type { BalancingSettings, PolicyId } from '../../../src/model/balancing/settings.ts';
import type { ExistingHost, Fleet } from '../../../src/model/fleet/fleet.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { bare, finish, host, type RunningMachine, runningFleet } from '../cluster/running-fleet.ts';

const hosts = [host('a'), host('b'), host('c')];
/** A machine with the same CPU at every hour, or as the hours say. */
const machine = (
  name: string,
  on: string,
  cpu: number | readonly number[],
  change: Partial<RunningMachine> = {},
): RunningMachine => ({
  name,
  on,
  vcpus: 4,
  cpuProvisionedMhz: 4000,
  memoryGib: 10,
  profile: { cpu: typeof cpu === 'number' ? Array.from({ length: 24 }, () => cpu) : cpu },
  ...change,
});
const balancing = (change: Partial<BalancingSettings>, rest: Partial<Scenario> = {}): Scenario => ({
  ...bare,
  ...rest,
  balancing: { ...bare.balancing, ...change },
});
const balanced = (fleet: Fleet, scenario: Scenario, policies: readonly PolicyId[] | null) => {
  const answer = finish(balanceSteps(fleet, scenario, policies));
  if (answer.kind !== 'balanced') throw new Error(answer.kind);
  return answer;
};
const runOf = (
  machines: readonly RunningMachine[],
  policy: PolicyId,
  {
    settings = {},
    rest = {},
    own = hosts,
  }: {
    readonly settings?: Partial<BalancingSettings>;
    readonly rest?: Partial<Scenario>;
    readonly own?: readonly ExistingHost[];
  } = {},
) => {
  const answer = balanced(runningFleet(own, machines), balancing(settings, rest), [policy]);
  return { answer, run: answer.runs[0] as BalanceRun };
};
const movesOf = (answer: BalanceAnswer, run: BalanceRun) =>
  run.migrations.map(({ item, from, to }) => [item, answer.hostNames[from], answer.hostNames[to]]);

/** Host a is overloaded at 9 of 10 GHz; b and c have room. */
const crowded = [
  machine('x', 'a', 4000),
  machine('y', 'a', 3000),
  machine('z', 'a', 2000),
  machine('u', 'b', 1000),
  machine('v', 'c', 3000),
];

const fleets = fc
  .array(
    fc.record({
      on: fc.constantFrom('a', 'b', 'c'),
      memoryGib: fc.integer({ min: 1, max: 20 }),
      cpu: fc.array(fc.integer({ min: 0, max: 3500 }), { minLength: 48, maxLength: 48 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((list) =>
    runningFleet(
      hosts,
      list.map(({ on, cpu, memoryGib }, row) => machine(`m${row}`, on, cpu, { memoryGib })),
    ),
  );

describe('laws', () => {
  test('every move leaves the target better off than the source was before', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const { runs } = balanced(fleet, balancing({}), null);
        for (const { migrations, policy } of runs) {
          for (const { sourceBefore, targetAfter, from, to } of migrations) {
            expect(from).not.toBe(to);
            // Ours may act on what is expected: then the target must at least not be over.
            const limit = policy === 'ours' ? Math.max(1, sourceBefore) : sourceBefore;
            expect(targetAfter).toBeLessThanOrEqual(limit);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('ours and B put no host over its threshold', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        for (const { migrations } of balanced(fleet, balancing({}), ['B', 'ours']).runs) {
          for (const { targetAfter } of migrations) expect(targetAfter).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('recommendations change nothing', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const { runs } = balanced(fleet, balancing({ mode: 'recommend' }), null);
        const [none, ...others] = runs;
        for (const { overThresholdMinutes, imbalance } of others) {
          expect(overThresholdMinutes).toBe(none?.overThresholdMinutes);
          expect(imbalance).toBe(none?.imbalance);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('the same question has the same answer, alone or beside others', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const all = balanced(fleet, balancing({}), null);
        const alone = balanced(fleet, balancing({}), ['B']);
        expect(alone.runs[0]).toEqual(all.runs.find(({ policy }) => policy === 'B'));
      }),
      { numRuns: 15 },
    );
  });

  test('a machine is moved from where it is: the moves form a way', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        for (const { migrations, startedOn } of balanced(fleet, balancing({}), null).runs) {
          const at = Int32Array.from(startedOn);
          const free = new Float64Array(at.length);
          for (const { item, from, to, atSeconds, seconds } of migrations) {
            expect(at[item]).toBe(from);
            expect(atSeconds).toBeGreaterThanOrEqual(free[item] ?? 0);
            at[item] = to;
            free[item] = atSeconds + seconds;
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('hosts that are never over a threshold are never over it for a minute', () => {
    fc.assert(
      fc.property(fleets, (fleet) => {
        const settings = { thresholdRatio: { cpu: 1, memory: 1 }, moveCores: 0 };
        const { runs } = balanced(fleet, balancing(settings), null);
        for (const { overThresholdMinutes, cpu } of runs) {
          if (cpu.every((ratio) => ratio <= 1)) continue;
          expect(overThresholdMinutes).toBeGreaterThan(0);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('Table 5', () => {
  test('without moves the crowded host is over all day', () => {
    const { runs } = balanced(runningFleet(hosts, crowded), balancing({}), null);
    expect(runs[0]).toMatchObject({ policy: 'none', migrations: [], overThresholdMinutes: 1440 });
  });

  test('A evens load out at once, among equal hosts to the first by name', () => {
    const even = [machine('x', 'a', 4000), machine('y', 'a', 4000)];
    const { answer, run } = runOf(even, 'A');
    expect(movesOf(answer, run)).toEqual([[0, 'a', 'b']]);
    const swapped = [host('a'), host('c'), host('b')];
    const other = runOf(even, 'A', { own: swapped });
    expect(movesOf(other.answer, other.run)).toEqual([[0, 'a', 'b']]);
  });

  test('B waits for the set time, then moves to the host with the lowest CPU', () => {
    const { answer, run } = runOf(crowded, 'B');
    expect(movesOf(answer, run)).toEqual([[0, 'a', 'b']]);
    expect(run.migrations[0]?.atSeconds).toBe(600);
    expect(run.overThresholdMinutes).toBeGreaterThanOrEqual(10);
    expect(run.overThresholdMinutes).toBeLessThan(12);
  });

  test('B moves nothing that would push the target over its threshold', () => {
    const full = [
      machine('x', 'a', 5000),
      machine('y', 'a', 4500),
      machine('u', 'b', 4000),
      machine('v', 'c', 4000),
    ];
    const { run } = runOf(full, 'B');
    expect(run.migrations).toEqual([]);
    expect(run.withoutBenefit).toBeGreaterThan(0);
    expect(run.overThresholdMinutes).toBe(1440);
  });

  test('B leaves a host that received a machine alone for the set time', () => {
    const [early, late] = [
      Array.from({ length: 24 }, () => 0),
      Array.from({ length: 24 }, () => 0),
    ];
    early.fill(9000, 0, 1);
    // What was moved at the first hour makes its new host crowded at the second.
    late.fill(9000, 1, 24);
    const machines = [
      machine(
        'x',
        'a',
        early.map((mhz, hour) => mhz / 2 + (hour > 0 ? 4000 : 0)),
      ),
      machine(
        'y',
        'a',
        early.map((mhz) => mhz / 2),
      ),
      machine(
        'u',
        'b',
        late.map((mhz) => mhz / 2),
      ),
    ];
    const cooldownSeconds = 4 * 3600;
    const { answer, run } = runOf(machines, 'B', { settings: { cooldownSeconds } });
    const [first, ...others] = run.migrations;
    expect(first).toBeDefined();
    const rested = others.filter(
      ({ from, to, atSeconds }) =>
        (from === first?.to || to === first?.to) &&
        atSeconds < (first?.atSeconds ?? 0) + cooldownSeconds,
    );
    expect(rested).toEqual([]);
    expect(answer.hostNames).toHaveLength(3);
  });

  test('C acts only when CPU and memory are both over', () => {
    const settings = { thresholdRatio: { cpu: 0.8, memory: 0.5 } };
    expect(runOf(crowded, 'C', { settings }).run.migrations).toEqual([]);
    const heavy = crowded.map((one) => (one.on === 'a' ? { ...one, memoryGib: 20 } : one));
    const { answer, run } = runOf(heavy, 'C', { settings });
    expect(movesOf(answer, run)).toEqual([[0, 'a', 'b']]);
  });

  test('C asks for its CPU reserve on the target', () => {
    const settings = { thresholdRatio: { cpu: 0.8, memory: 0.5 }, reserveRatio: 1 };
    const heavy = crowded.map((one) =>
      one.on === 'a' ? { ...one, memoryGib: 20, cpuProvisionedMhz: 9500 } : one,
    );
    const { run } = runOf(heavy, 'C', { settings });
    expect(run.migrations).toEqual([]);
    expect(run.withoutBenefit).toBeGreaterThan(0);
  });

  test('C fills the fuller host first by option', () => {
    const settings = {
      thresholdRatio: { cpu: 0.8, memory: 0.5 },
      target: 'highest',
    } as const;
    const heavy = crowded.map((one) => (one.on === 'a' ? { ...one, memoryGib: 20 } : one));
    const { answer, run } = runOf(heavy, 'C', { settings });
    expect(movesOf(answer, run)).toEqual([[0, 'a', 'c']]);
  });
});

describe('ours', () => {
  const peak = (hour: number, mhz: number) =>
    Array.from({ length: 72 }, (_, slot) => (slot % 24 === hour ? mhz : 500));
  const daily = [
    machine('x', 'a', peak(9, 4500)),
    machine('y', 'a', peak(9, 4500)),
    machine('u', 'b', peak(2, 1000)),
    machine('v', 'c', peak(2, 1000)),
  ];

  test('does not wait for the second day’s peak', () => {
    const { run } = runOf(daily, 'ours');
    const b = runOf(daily, 'B').run;
    expect(run.overThresholdMinutes).toBeLessThanOrEqual(b.overThresholdMinutes);
    expect(run.overThresholdMinutes).toBeLessThan(15);
  });

  test('looks at nothing but the past: what comes later changes no earlier move', () => {
    const later = daily.map((one) => ({
      ...one,
      profile: {
        cpu: (one.profile?.cpu ?? []).map((mhz, slot) => (slot < 36 ? mhz : 3000)),
      },
    }));
    const early = (run: BalanceRun) =>
      run.migrations.filter(({ atSeconds }) => atSeconds < 36 * 3600);
    expect(early(runOf(later, 'ours').run)).toEqual(early(runOf(daily, 'ours').run));
  });

  test('switches idle hosts off where that is allowed, and tells the energy where watts are known', () => {
    const idle = [machine('x', 'a', 500), machine('u', 'b', 500), machine('v', 'c', 500)];
    const { run } = runOf(idle, 'ours', { settings: { switchOff: true } });
    expect(run.offHours).toBeGreaterThan(40);
    expect(run.migrations.every(({ because }) => because === 'power')).toBe(true);
    expect(run.energyKwh).toBeNull();
  });
});

describe('rules of placement', () => {
  test('rivals never meet', () => {
    const rest = { rules: { ...bare.rules, apart: [['x', 'u', 'v']] } };
    const { run } = runOf(crowded, 'B', { rest });
    expect(run.migrations.map(({ item }) => item)).not.toContain(0);
  });

  test('what must share a host, and what may not move, stays', () => {
    const rest = {
      rules: { ...bare.rules, together: [['x', 'y']] },
      migration: { ...bare.migration, stay: ['z'] },
    };
    const { answer, run } = runOf(crowded, 'B', { rest });
    expect(run.migrations).toEqual([]);
    expect(answer.immovable).toBe(3);
  });

  test('initial placement by arrival puts each machine where its rule would', () => {
    const all = crowded.map((one) => ({ ...one, on: 'a' }));
    const { run } = runOf(all, 'ours', { settings: { start: 'arrival' } });
    expect(run.overThresholdMinutes).toBe(0);
    expect(new Set(run.startedOn).size).toBe(3);
  });
});

test('a new machine goes where each rule would put it, or nowhere', () => {
  const settings = { newMachine: { vcpus: 2, cpuMhz: 2000, memoryGib: 10 } };
  const { answer } = runOf(crowded, 'A', { settings });
  // Host a is at 9 of 10 GHz, c at 3, b at 1.
  expect(
    answer.newMachine.places.map(({ policy, place }) => [
      policy,
      place && answer.hostNames[place.host],
    ]),
  ).toEqual([
    ['A', 'b'],
    ['B', 'b'],
    ['C', 'b'],
    ['ours', 'b'],
  ]);
  const huge = { newMachine: { vcpus: 2, cpuMhz: 2000, memoryGib: 95 } };
  const none = runOf(crowded, 'A', { settings: huge }).answer.newMachine.places;
  expect(none.every(({ place }) => place === null)).toBe(true);
});

test('energy follows the load between idle and full', () => {
  const fleet = runningFleet([], [machine('x', '', 5000)]);
  const [type] = bare.hostTypes;
  const watts = { socketCount: 1, coresPerSocket: 10, coreMhz: 1000, memoryGib: 100 };
  const scenario = balancing(
    {},
    {
      hostTypes: [
        { ...type, ...watts, idleWatts: 100, fullWatts: 300 } as Scenario['hostTypes'][0],
      ],
      migration: { ...bare.migration, hosts: 'plan' },
    },
  );
  const { runs } = balanced(fleet, scenario, ['A']);
  expect(runs[0]?.energyKwh).toBeCloseTo((24 * 200) / 1000, 9);
});

test('a run that is given up says so', () => {
  const steps = balanceSteps(runningFleet(hosts, crowded), balancing({}), null);
  let step = steps.next(false);
  while (!step.done && step.value.step !== 'simulating') step = steps.next(false);
  step = steps.next(true);
  expect(step).toEqual({ done: true, value: { kind: 'stopped' } });
});

test('the command’s answer names machines and hosts', () => {
  const { answer, run } = runOf(crowded, 'B');
  const fleet = runningFleet(hosts, crowded);
  expect(publicBalance(fleet, answer, run)).toMatchObject({
    policy: 'B',
    moves: 1,
    migrations: [{ workload: 'x', from: 'a', to: 'b', atSeconds: 600 }],
  });
});
