import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../src/model/scenario.ts';
import { defaultHostType, defaultScenario } from '../../src/scenario/defaults.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { fromQuery, toQuery } from '../../src/scenario/query.ts';

const ratio = fc.double({ min: 0.01, max: 1, noNaN: true });
const optional = (positive: fc.Arbitrary<number>) => fc.option(positive, { nil: null });
const amount = fc.double({ min: 0.001, max: 1e9, noNaN: true });

const hostType = fc.record({
  id: fc.string({ minLength: 1, maxLength: 20 }),
  name: fc.string({ maxLength: 40, unit: 'grapheme' }),
  socketCount: fc.integer({ min: 1, max: 8 }),
  coresPerSocket: fc.integer({ min: 1, max: 256 }),
  coreMhz: amount,
  hasHyperThreading: fc.boolean(),
  performancePerMhz: amount,
  memoryGib: amount,
  diskGib: optional(amount),
  diskIops: optional(amount),
  diskMibPerSecond: optional(amount),
  networkMibPerSecond: optional(amount),
  idleWatts: optional(amount),
  fullWatts: optional(amount),
  rackUnits: optional(amount),
  price: optional(amount),
  available: optional(fc.integer({ min: 1, max: 1000 })),
});

const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
    hostTypes: fc.array(hostType, { minLength: 1, maxLength: 4 }),
    cpu: ratio,
    slots: fc.constantFrom<(24 | 168 | 'all')[]>(24, 168, 'all'),
    tolerate: fc.integer({ min: 0, max: 16 }),
    vcpusPerCore: optional(fc.double({ min: 0.1, max: 100, noNaN: true })),
  })
  .map(({ seed, hostTypes, cpu, slots, tolerate, vcpusPerCore }) => ({
    ...defaultScenario,
    seed,
    hostTypes,
    demand: { ...defaultScenario.demand, slots },
    capacity: {
      ...defaultScenario.capacity,
      vcpusPerCore,
      targetRatio: { ...defaultScenario.capacity.targetRatio, cpu },
    },
    failure: { ...defaultScenario.failure, tolerate },
  }));

describe('a scenario', () => {
  test('comes back from the address as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        expect(await fromQuery(await toQuery(given))).toEqual({ kind: 'ok', scenario: given });
      }),
    );
  });

  test('comes back from JSON as it went in', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        expect(parseScenario(JSON.parse(JSON.stringify(given)))).toEqual({
          kind: 'ok',
          scenario: given,
        });
      }),
    );
  });

  test('any text in the address is settings or a problem, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.base64String().map((text) => `1${text}`),
        ),
        async (text) => {
          expect(['ok', 'bad']).toContain((await fromQuery(text)).kind);
        },
      ),
    );
  });

  test('any JSON is a scenario or problems with their place', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        const parsed = parseScenario(JSON.parse(text));
        if (parsed.kind === 'bad') expect(parsed.problems.length).toBeGreaterThan(0);
      }),
    );
  });

  test('the defaults are the empty address', async () => {
    expect(await toQuery(defaultScenario)).toBe('');
  });

  test('an address names no machine of the reader', async () => {
    const secret = 'payroll-db-01';
    const given: Scenario = {
      ...defaultScenario,
      exclude: { ...defaultScenario.exclude, names: [secret] },
      rules: {
        ...defaultScenario.rules,
        together: [[secret, 'b']],
        apart: [],
        pinned: { [secret]: 'host' },
      },
    };
    expect(await toQuery(given)).toBe('');
  });

  test('a deflate bomb in the address is refused', async () => {
    const zeros = new Blob([JSON.stringify({ seed: ' '.repeat(20_000_000) })]);
    const packed = await new Response(
      zeros.stream().pipeThrough(new CompressionStream('deflate-raw')),
    ).arrayBuffer();
    const text = Buffer.from(packed).toString('base64url');
    expect(await fromQuery(`1${text}`)).toMatchObject({ kind: 'bad' });
  });

  test.each([
    [{ capacity: { targetRatio: { cpu: 70 } } }, 'capacity.targetRatio.cpu', '70', '<=1'],
    [{ demand: { kind: 'all' } }, 'demand.kind', '"all"', 'one of peak, percentile, coincident'],
    [{ demnd: {} }, 'demnd', '{}', 'no such setting'],
    [{ failure: { tolerate: 1.5 } }, 'failure.tolerate', '1.5', 'int'],
    [{ hostTypes: [] }, 'hostTypes', '[]', '>=1'],
    [
      { hostTypes: [{ id: 'a', socketCount: 2, coresPerSocket: 8, coreMhz: 2000 }] },
      'hostTypes.0.memoryGib',
      'nothing',
      'number',
    ],
    [{ version: 2 }, 'version', '2', 'one of 1'],
  ])('%j is a problem at %s', (raw, path, value, expected) => {
    expect(parseScenario(raw)).toEqual({ kind: 'bad', problems: [{ path, value, expected }] });
  });

  test('a host type needs only its sockets, cores, clock and memory', () => {
    const parsed = parseScenario({
      hostTypes: [{ id: 'r1', socketCount: 2, coresPerSocket: 8, coreMhz: 2660, memoryGib: 13 }],
    });
    if (parsed.kind === 'bad') throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.scenario.hostTypes[0]).toEqual({
      ...defaultHostType,
      id: 'r1',
      name: 'r1',
      socketCount: 2,
      coresPerSocket: 8,
      coreMhz: 2660,
      memoryGib: 13,
      hasHyperThreading: false,
    });
  });
});

test('the order in which settings are written makes no address longer', async () => {
  const turned = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(turned)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .toReversed()
              .map(([key, item]) => [key, turned(item)]),
          )
        : value;
  expect(await toQuery(turned(defaultScenario) as typeof defaultScenario)).toBe('');
});
