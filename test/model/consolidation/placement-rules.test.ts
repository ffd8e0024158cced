import { describe, expect, test } from 'vitest';
import type { ConsolidationPlan } from '../../../src/model/consolidation/answer.ts';
import { consolidate } from '../../../src/model/consolidation/consolidate.ts';
import { publicConsolidation } from '../../../src/model/consolidation/public-answer.ts';
import { seeded } from '../../../src/model/random.ts';
import type { HostGroup, Scenario } from '../../../src/model/scenario.ts';
import { defaultHostType, defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf } from './fleets.ts';
import { overfilledHost } from './plan-checker.ts';

const random = seeded(3);
const fleet = fleetOf(
  Array.from({ length: 60 }, (_, row) => ({
    name: `vm-${row}`,
    vcpus: 2,
    cpuProvisionedMhz: 4800,
    memoryGib: 16 + Math.round(48 * random()),
    use: { cpu: { max: 1000 + 3000 * random() } },
    ...(row < 5 ? { antiAffinityGroup: 'web' } : {}),
  })),
);
const hostType = { ...defaultHostType, memoryGib: 384 };
const names = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `vm-${from + index}`);

function scenarioOf(change: Partial<Scenario>, rules: Partial<Scenario['rules']> = {}): Scenario {
  return {
    ...defaultScenario,
    hostTypes: [hostType],
    effort: 0.02,
    ...change,
    rules: { ...defaultScenario.rules, ...rules },
  };
}

function planOf(scenario: Scenario): ConsolidationPlan {
  const answer = consolidate(fleet, scenario);
  if (answer.kind !== 'planned') throw new Error(JSON.stringify(answer.reasons));
  return answer;
}

/** How many of some rows each domain holds. */
function perDomain(plan: ConsolidationPlan, rows: readonly number[], domains: number): number[] {
  return Array.from(
    { length: domains },
    (_, domain) =>
      rows.filter((row) => plan.domainOf?.[plan.hostOf[row] as number] === domain).length,
  );
}

describe('failure domains', () => {
  const range = (from: number, to: number) => names(from, to).map((name) => Number(name.slice(3)));

  test.each([2, 3, 4])('each of %d holds its share, rounded up, of every set', (domainCount) => {
    const scenario = scenarioOf(
      { domainCount },
      { spread: [names(10, 22)], apart: [names(30, 34)] },
    );
    const plan = planOf(scenario);
    expect(overfilledHost(fleet, scenario, plan)).toBeNull();
    for (const rows of [range(0, 5), range(10, 22), range(30, 34)]) {
      const held = perDomain(plan, rows, domainCount);
      expect(held.reduce((sum, own) => sum + own, 0)).toBe(rows.length);
      expect(Math.max(...held)).toBeLessThanOrEqual(Math.ceil(rows.length / domainCount));
    }
  });

  test('have a host each, and about as many of them', () => {
    const plan = planOf(scenarioOf({ domainCount: 3 }));
    const hosts = [0, 1, 2].map((domain) => plan.domainOf?.filter((own) => own === domain).length);
    expect(Math.min(...hosts.map((own) => own ?? 0))).toBeGreaterThan(0);
  });

  test('are kept when a host is lost: every loss is re-placed within them', () => {
    const plan = planOf(scenarioOf({ domainCount: 3 }, { spread: [names(10, 22)] }));
    expect(plan.tolerates).toBe(1);
    expect(plan.worstFailure?.unplaced).toEqual([]);
  });

  test('are printed with each host, and not at all where there is one', () => {
    const scenario = scenarioOf({ domainCount: 2 });
    const printed = publicConsolidation(fleet, scenario, planOf(scenario));
    expect(printed).toHaveProperty('hostDomains');
    const one = scenarioOf({});
    expect(publicConsolidation(fleet, one, planOf(one))).not.toHaveProperty('hostDomains');
  });

  test('that must hold more together than their share are an obstacle', () => {
    const scenario = scenarioOf(
      { domainCount: 2 },
      { spread: [names(10, 14)], together: [names(10, 13)] },
    );
    expect(consolidate(fleet, scenario)).toMatchObject({
      kind: 'impossible',
      reasons: [{ kind: 'too-many-in-domain', workloads: [10, 11, 12], most: 2, domains: 2 }],
    });
  });
});

describe('host groups', () => {
  const group = (isExclusive: boolean, from = 20, to = 26): HostGroup => ({
    name: 'licensed',
    workloads: names(from, to),
    isExclusive,
  });

  test('hold their members and nobody else where they are exclusive', () => {
    const scenario = scenarioOf({}, { groups: [group(true)] });
    const plan = planOf(scenario);
    expect(overfilledHost(fleet, scenario, plan)).toBeNull();
    plan.hostOf.forEach((host, row) => {
      const isMember = row >= 20 && row < 26;
      expect(plan.groupOf?.[host]).toBe(isMember ? 0 : -1);
    });
  });

  test('hold all of their members, and others too, where they are not', () => {
    const plan = planOf(scenarioOf({}, { groups: [group(false)] }));
    for (let row = 20; row < 26; row++) expect(plan.groupOf?.[plan.hostOf[row] as number]).toBe(0);
    expect(plan.hosts).toBeLessThanOrEqual(planOf(scenarioOf({}, { groups: [group(true)] })).hosts);
  });

  test('survive the loss of any of their hosts by themselves', () => {
    const plan = planOf(scenarioOf({}, { groups: [group(true), group(true, 40, 44)] }));
    expect(plan.tolerates).toBe(1);
    for (const index of [-1, 0, 1]) {
      expect(plan.groupOf?.filter((own) => own === index).length).toBeGreaterThanOrEqual(2);
    }
  });

  test('leave host types as they are for everything that is counted by type', () => {
    const types = [hostType, { ...hostType, id: 'big', memoryGib: 768 }];
    const scenario = scenarioOf(
      { hostTypes: types },
      { groups: [group(true)], pinned: { 'vm-20': 'big' } },
    );
    const plan = planOf(scenario);
    expect(plan.hostsByType.reduce((sum, { hosts }) => sum + hosts, 0)).toBe(plan.hosts);
    expect(plan.hostTypeIndex[plan.hostOf[20] as number]).toBe(1);
    expect(Math.max(...plan.hostTypeIndex)).toBeLessThan(2);
    const printed = publicConsolidation(fleet, scenario, plan);
    expect(printed.kind === 'planned' && printed.hostGroups?.length).toBeGreaterThan(0);
  });

  test('draw on the same hosts: one less than they all need is one too few', () => {
    const limited = (available: number) =>
      consolidate(
        fleet,
        scenarioOf({ hostTypes: [{ ...hostType, available }] }, { groups: [group(true)] }),
      );
    const needed = planOf(scenarioOf({}, { groups: [group(true)] })).hosts;
    const enough = limited(needed);
    expect(enough.kind === 'planned' && enough.hosts).toBe(needed);
    for (const available of [needed - 1, Math.ceil(needed / 2)]) {
      const answer = limited(available);
      if (answer.kind === 'planned') expect(answer.hosts).toBeLessThanOrEqual(available);
      else expect(answer.reasons.length).toBeGreaterThan(0);
    }
    expect(limited(Math.ceil(needed / 2)).kind).toBe('impossible');
  });

  test('count for nothing in a plan that goes on from today, which says so', () => {
    const today = fleetOf(
      Array.from({ length: 4 }, (_, row) => ({ vcpus: 1, memoryGib: 4, host: `h${row % 2}` })),
    );
    const scenario = scenarioOf({ movesPerHost: 1 }, { groups: [group(true)] });
    const answer = consolidate(today, scenario);
    expect(answer.notes).toContainEqual({ kind: 'groups-need-fresh' });
  });
});
