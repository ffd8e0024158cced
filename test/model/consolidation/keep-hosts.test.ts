import { describe, expect, test } from 'vitest';
import type { ConsolidationPlan } from '../../../src/model/consolidation/answer.ts';
import { consolidate } from '../../../src/model/consolidation/consolidate.ts';
import { planHostNames } from '../../../src/model/consolidation/host-names.ts';
import { publicConsolidation } from '../../../src/model/consolidation/public-answer.ts';
import type { Fleet } from '../../../src/model/fleet/fleet.ts';
import { seeded } from '../../../src/model/random.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { defaultHostType, defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf } from './fleets.ts';
import { overfilledHost } from './plan-checker.ts';

const random = seeded(11);
/** Ten hosts with a third of their memory used: half of them would do. */
const fleet = fleetOf(
  Array.from({ length: 80 }, (_, row) => ({
    vcpus: 2,
    cpuProvisionedMhz: 4800,
    memoryGib: 16 + Math.round(48 * random()),
    use: { cpu: { max: 1000 + 3000 * random() } },
    host: `esx${String(row % 10).padStart(2, '0')}`,
  })),
);
const hostType = { ...defaultHostType, memoryGib: 768 };
const scenario: Scenario = { ...defaultScenario, hostTypes: [hostType], movesPerHost: 20 };

function planOf(given: Fleet, question: Scenario): ConsolidationPlan {
  const answer = consolidate(given, question);
  if (answer.kind !== 'planned') throw new Error('no plan');
  return answer;
}

const keptOf = (plan: ConsolidationPlan) => {
  if (plan.kept === null) throw new Error('nothing was kept');
  return plan.kept;
};

/** Plays the moves by name and adds up memory alone, the scarce resource here. */
function playedMemory(plan: ConsolidationPlan, question: Scenario): string[] {
  const limit = (hostType.memoryGib - question.capacity.hostMemoryGib) * 0.9 * (1 + 1e-9);
  const faults: string[] = [];
  const host = fleet.names.map((_, row) => `esx${String(row % 10).padStart(2, '0')}`);
  const memory = (row: number) =>
    (fleet.memoryConfiguredGib[row] as number) + question.capacity.vmMemoryGib;
  for (const { workload, from, to } of keptOf(plan).moves) {
    if (host[workload] !== from) faults.push(`${workload} is not on ${from}`);
    host[workload] = to;
    const load = host.reduce((sum, own, row) => sum + (own === to ? memory(row) : 0), 0);
    if (load > limit) faults.push(`${to} holds ${load}`);
  }
  const names = planHostNames(plan, question);
  for (const [row, own] of host.entries()) {
    if (own !== names[plan.hostOf[row] as number]) faults.push(`${row} ends on ${own}`);
  }
  return faults;
}

describe('a plan that weighs hosts against moves', () => {
  test('moves nothing where a host is worth nothing and today keeps the rules', () => {
    const kept = keptOf(planOf(fleet, { ...scenario, movesPerHost: 0 }));
    expect(kept.moves).toEqual([]);
    expect(kept.stayCount).toBe(80);
  });

  test.each([0, 5, 20, 1000])('can be carried out move by move (a host is worth %d)', (worth) => {
    const question = { ...scenario, movesPerHost: worth };
    const plan = planOf(fleet, question);
    expect(playedMemory(plan, question)).toEqual([]);
    expect(overfilledHost(fleet, question, plan)).toBeNull();
    expect(keptOf(plan).blocked).toEqual([]);
  });

  test('has fewer hosts and more moves, the more a host is worth', () => {
    const plans = [0, 5, 9, 20, 1000].map((worth) =>
      planOf(fleet, { ...scenario, movesPerHost: worth }),
    );
    for (const [turn, plan] of plans.entries()) {
      const before = plans[turn - 1];
      if (!before) continue;
      expect(plan.hosts).toBeLessThanOrEqual(before.hosts);
      expect(keptOf(plan).moves.length).toBeGreaterThanOrEqual(keptOf(before).moves.length);
    }
    expect(plans.at(-1)?.hosts).toBeLessThan(plans[0]?.hosts as number);
  });

  test('never weighs worse than the plan from scratch put on the hosts of today', () => {
    for (const worth of [0, 5, 20, 1000]) {
      const plan = planOf(fleet, { ...scenario, movesPerHost: worth });
      const { moves, fromScratch } = keptOf(plan);
      expect(plan.hosts * worth + moves.length).toBeLessThanOrEqual(
        fromScratch.hosts * worth + fromScratch.moves,
      );
    }
  });

  test('calls hosts by the names that they have, and lists those that it frees', () => {
    const plan = planOf(fleet, { ...scenario, movesPerHost: 1000 });
    const names = planHostNames(plan, scenario);
    const { freed } = keptOf(plan);
    expect([...names, ...freed].sort()).toEqual(
      Array.from({ length: 10 }, (_, host) => `esx${String(host).padStart(2, '0')}`),
    );
  });

  test('is printed with its moves, and a plan afresh without', () => {
    const plan = planOf(fleet, scenario);
    const printed = publicConsolidation(fleet, scenario, plan);
    if (printed.kind !== 'planned') throw new Error('no plan');
    expect(printed.moves?.length).toBe(keptOf(plan).moves.length);
    const afresh = { ...scenario, movesPerHost: null };
    expect(publicConsolidation(fleet, afresh, planOf(fleet, afresh))).not.toHaveProperty('moves');
  });

  test('says so where no host is known, and where hosts are of no candidate type', () => {
    const nowhere = fleetOf([{ vcpus: 1, memoryGib: 4, use: { cpu: { max: 100 } } }]);
    expect(planOf(nowhere, scenario)).toMatchObject({ kept: null });
    expect(planOf(nowhere, scenario).notes).toContainEqual({ kind: 'no-host-known' });
    const old = {
      name: 'esx00',
      cluster: '',
      cpuModel: '',
      socketCount: 2,
      coreCount: 8,
      coreMhz: 2000,
      hasHyperThreading: null,
      memoryGib: 64,
      nicCount: null,
      model: '',
    };
    const plan = planOf({ ...fleet, hosts: [old] }, { ...scenario, movesPerHost: 0 });
    expect(plan.notes).toContainEqual({ kind: 'hosts-go', hosts: 1 });
    expect(keptOf(plan).moves.map(({ from }) => from)).toEqual(new Array(8).fill('esx00'));
    expect(keptOf(plan).freed).toContain('esx00');
  });

  test('keeps as many hosts empty as are asked for', () => {
    const dedicated = {
      ...scenario,
      failure: { ...scenario.failure, tolerate: 2, spare: 'dedicated' as const },
    };
    const plan = planOf(fleet, dedicated);
    expect(plan.tolerates).toBe(2);
    const held = new Set(plan.hostOf);
    expect(plan.hosts - held.size).toBeGreaterThanOrEqual(2);
    expect(plan.worstFailure?.unplaced).toEqual([]);
  });
});
