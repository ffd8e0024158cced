import { describe, expect, test } from 'vitest';
import type { ConsolidationPlan } from '../../../src/model/consolidation/answer.ts';
import { consolidate } from '../../../src/model/consolidation/consolidate.ts';
import { type Verdict, whyHere, whyNot } from '../../../src/model/consolidation/explain.ts';
import { buildQuestion } from '../../../src/model/consolidation/question.ts';
import type { Fleet } from '../../../src/model/fleet/fleet.ts';
import { seeded } from '../../../src/model/random.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { defaultHostType, defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf } from './fleets.ts';
import { overfilledHost } from './plan-checker.ts';

const random = seeded(8);
const fleet = fleetOf(
  Array.from({ length: 40 }, (_, row) => ({
    vcpus: 2,
    cpuProvisionedMhz: 4800,
    memoryGib: 24 + Math.round(60 * random()),
    use: { cpu: { max: 1000 + 3000 * random() } },
    ...(row < 4 ? { antiAffinityGroup: 'a' } : {}),
  })),
);
const scenario: Scenario = {
  ...defaultScenario,
  hostTypes: [{ ...defaultHostType, memoryGib: 384 }],
  rules: { ...defaultScenario.rules, together: [['w10', 'w11']] },
};

function planOf(given: Fleet, question: Scenario): ConsolidationPlan {
  const answer = consolidate(given, question);
  if (answer.kind !== 'planned') throw new Error(JSON.stringify(answer.reasons));
  return answer;
}

const plan = planOf(fleet, scenario);
const question = buildQuestion(fleet, scenario);
const verdictsOf = (row: number): readonly Verdict[] =>
  whyHere(question, plan, row)?.verdicts ?? [];

/** The plan with a workload, and those that must be with it, on another host. */
function moved(row: number, host: number): ConsolidationPlan {
  const hostOf = plan.hostOf.slice();
  for (const own of [row, ...(whyHere(question, plan, row)?.together ?? [])]) hostOf[own] = host;
  return { ...plan, hostOf };
}

describe('why a workload sits where it does', () => {
  test('every host has a verdict, and its own says so', () => {
    for (let row = 0; row < fleet.count; row++) {
      const verdicts = verdictsOf(row);
      expect(verdicts).toHaveLength(plan.hosts);
      expect(verdicts.findIndex(({ kind }) => kind === 'here')).toBe(plan.hostOf[row]);
    }
  });

  test('a host has room exactly where moving there overfills nothing', () => {
    for (let row = 4; row < fleet.count; row++) {
      for (const [host, { kind }] of verdictsOf(row).entries()) {
        if (kind === 'here') continue;
        const isFull = overfilledHost(fleet, scenario, moved(row, host)) !== null;
        expect([row, host, kind]).toEqual([row, host, isFull ? 'short' : 'room']);
      }
    }
  });

  test('what is short is short by the figures told', () => {
    const short = fleet.names.flatMap((_, row) =>
      verdictsOf(row).filter((verdict) => verdict.kind === 'short'),
    );
    expect(short.length).toBeGreaterThan(0);
    for (const { needed, free } of short) expect(needed).toBeGreaterThan(free);
  });

  test('hosts that hold what it must keep away from are named with it', () => {
    for (const [host, verdict] of verdictsOf(0).entries()) {
      const other = [1, 2, 3].find((row) => plan.hostOf[row] === host);
      if (other === undefined) expect(verdict.kind).not.toBe('apart');
      else expect(verdict).toEqual({ kind: 'apart', from: other });
    }
  });

  test('what must be together is asked for together', () => {
    expect(whyHere(question, plan, 10)?.together).toEqual([11]);
    expect(whyHere(question, plan, 12)?.together).toEqual([]);
  });

  test('domains, groups and numbers are told as what stops it', () => {
    const ruled: Scenario = {
      ...scenario,
      domainCount: 2,
      capacity: { ...scenario.capacity, vmsPerHost: 5 },
      rules: {
        ...defaultScenario.rules,
        spread: [['w20', 'w21', 'w22', 'w23']],
        groups: [{ name: 'g', workloads: ['w30', 'w31'], isExclusive: true }],
      },
    };
    const own = planOf(fleet, ruled);
    const asked = buildQuestion(fleet, ruled);
    const kinds = fleet.names.flatMap((_, row) =>
      (whyHere(asked, own, row)?.verdicts ?? []).map(({ kind }) => kind),
    );
    for (const kind of ['domain', 'not-allowed', 'count'] as const) expect(kinds).toContain(kind);
    for (const verdict of whyHere(asked, own, 20)?.verdicts ?? []) {
      if (verdict.kind === 'domain') expect(verdict.most).toBe(2);
    }
  });

  test('a workload that is left out is nowhere', () => {
    const without = { ...scenario, exclude: { ...scenario.exclude, names: ['w5'] } };
    expect(whyHere(buildQuestion(fleet, without), planOf(fleet, without), 5)).toBeNull();
  });
});

describe('why not fewer hosts', () => {
  test('is a sum that anybody can check, wherever one proves it', () => {
    const memory = fleet.memoryConfiguredGib.reduce((sum, own) => sum + own + 0.1, 0);
    const answer = whyNot(question, plan, 3);
    if (answer.kind !== 'sum') throw new Error(answer.kind);
    expect(answer).toMatchObject({ resource: 'memory', slot: null });
    expect(answer.demand).toBeCloseTo(memory, 6);
    expect(answer.demand).toBeGreaterThan(answer.offered);
  });

  test('is never a proof where a plan exists, and always one below the bound', () => {
    for (let hosts = 1; hosts <= plan.hosts + 1; hosts++) {
      const { kind } = whyNot(question, plan, hosts);
      if (hosts >= plan.hosts) expect(kind).toBe('planned');
      else if (hosts >= plan.lowerBound) expect(kind).toBe('open');
      else expect(['sum', 'bound']).toContain(kind);
    }
  });
});
