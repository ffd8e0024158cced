import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterSteps, partitions } from '../../../src/model/licensing/clusters.ts';
import { finish, licensingSteps } from '../../../src/model/licensing/licensing-steps.ts';
import { licensingOptionSteps } from '../../../src/model/licensing/options.ts';
import type { PlainNumbers } from '../../../src/model/licensing/policy.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { allTerms, policy } from './catalogue.ts';

const numbers: PlainNumbers = {
  hosts: 9,
  socketsPerHost: 2,
  coresPerSocket: 16,
  machines: 200,
  vcpusPerMachine: 4,
  windows: 0,
  rhel: 0,
  sles: 0,
  sql: 0,
  oracle: 4,
  claimedTib: 0,
};
const scenario = (given: Partial<PlainNumbers>, changes: Parameters<typeof policy>[0] = {}) => ({
  ...defaultScenario,
  licensing: policy({
    currency: 'USD',
    numbers: { ...numbers, ...given },
    rates: { USD: 150, EUR: 160 },
    ...changes,
  }),
});
const options = (given: Partial<PlainNumbers>) =>
  finish(licensingOptionSteps(null, scenario(given), allTerms));

test('partitions are as many as Bell counts', () => {
  expect([1, 2, 3, 4, 5].map((count) => [...partitions(count)].length)).toEqual([1, 2, 5, 15, 52]);
});

describe('gathering licensed machines', () => {
  test('of Oracle in a cluster of their own saves most of a cluster of licences, and says what a host may cost', () => {
    const { clusters } = options({}) ?? {};
    // Nine hosts of 16 processors together; apart two hosts with Oracle beside the others.
    expect(clusters?.together.hosts).toBe(9);
    const apart = clusters?.divisions.find((division) => division.clusters.length === 2);
    expect(apart?.hostsByCluster.toSorted((a, b) => a - b)).toEqual([2, 9]);
    // 16 processors less on seven hosts, and the hypervisor on 32 cores of two more for three years.
    const saved = 7 * 16 * 47_500_00 - 2 * 32 * 135_00 * 3;
    const before = clusters?.together.licences?.minor ?? 0;
    expect(before - (apart?.licences?.minor ?? 0)).toBe(saved);
    expect(apart?.worthBelow).toBe(saved / 2);
  });

  test('never costs more than it saves when chosen', () => {
    const anyNumbers = fc.record({
      hosts: fc.integer({ min: 2, max: 20 }),
      coresPerSocket: fc.integer({ min: 4, max: 64 }),
      machines: fc.integer({ min: 10, max: 100 }),
      windows: fc.integer({ min: 0, max: 10 }),
      oracle: fc.integer({ min: 0, max: 5 }),
      sql: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(anyNumbers, (given) => {
        const found = options(given)?.clusters;
        if (found === null || found === undefined) return;
        expect(found.best.licences?.minor).toBeLessThanOrEqual(found.together.licences?.minor ?? 0);
        // Hosts have no price here, so none may be added.
        expect(found.best.hosts).toBeLessThanOrEqual(found.together.hosts);
      }),
      { seed: 7, numRuns: 40 },
    );
  });

  test('counts added hosts against what it saves where hosts have a price', () => {
    const licences = (minor: number) => ({
      minor,
      currency: 'USD' as const,
      lowMinor: minor,
      highMinor: minor,
      taxMinor: 0,
      isComplete: true,
    });
    const of = (hostPrice: number) =>
      finish(
        clusterSteps({
          kindCount: 2,
          plan: (kinds) => ({ hostCount: kinds.length === 2 ? 4 : 3 }),
          evaluate: (clusters) => {
            const hosts = clusters.reduce((sum, { hostCount }) => sum + hostCount, 0);
            const isApart = clusters.length === 2;
            return { hosts, licences: licences(isApart ? 500 : 900), hardware: hosts * hostPrice };
          },
        }),
      );
    expect(of(199)?.best.clusters).toHaveLength(2);
    expect(of(201)?.best.clusters).toHaveLength(1);
  });
});

test('a host of 32 cores takes Datacenter from eleven Windows machines on', () => {
  const answer = finish(
    licensingSteps(null, scenario({ windows: 50, vcpusPerMachine: 32 }), allTerms),
  );
  if (answer.kind !== 'licensed') throw new Error('not licensed');
  const [machines] = answer.breakEvens;
  expect(machines?.changes).toEqual([
    { at: 1, product: 'windows-2025-standard' },
    // 5 sets cost 5 × 2,138, Datacenter 12,310: six sets are dearer.
    { at: 11, product: 'windows-2025-datacenter' },
  ]);
});

test('an answer says what was counted', () => {
  const answer = finish(licensingSteps(null, scenario({ windows: 20 }), allTerms));
  if (answer.kind !== 'licensed') throw new Error('not licensed');
  expect(answer.estate).toMatchObject({
    from: 'numbers',
    hosts: 9,
    sockets: 18,
    cores: 288,
    machines: 200,
  });
  expect(answer.bill.lines.map(({ product }) => product)).toContain('oracle-ee');
});
