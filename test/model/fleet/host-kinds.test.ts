import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExistingHost } from '../../../src/model/fleet/fleet.ts';
import {
  freshId,
  hostsOfToday,
  isDescribed,
  kindsOf,
  mayBe,
} from '../../../src/model/fleet/host-kinds.ts';
import { defaultHostType } from '../../../src/scenario/defaults.ts';

const host = (change: Partial<ExistingHost> = {}): ExistingHost => ({
  name: 'esx',
  cluster: '',
  cpuModel: 'Xeon',
  socketCount: 2,
  coreCount: 32,
  coreMhz: 2600,
  hasHyperThreading: true,
  memoryGib: 511.9,
  nicCount: null,
  model: 'R640',
  ...change,
});

const figure = fc.option(fc.double({ min: 0, max: 4000, noNaN: true }));
const hosts: fc.Arbitrary<ExistingHost[]> = fc.array(
  fc
    .record({
      coreCount: fc.option(fc.integer({ min: 0, max: 128 })),
      socketCount: fc.option(fc.integer({ min: 0, max: 4 })),
      coreMhz: figure,
      memoryGib: figure,
      model: fc.constantFrom('', 'R640', 'R750'),
    })
    .map(host),
  { maxLength: 12 },
);

describe('kinds of hosts in an inventory', () => {
  test('every host of which cores, clock and memory are known is of one kind, and no other of any', () => {
    fc.assert(
      fc.property(hosts, (list) => {
        const listed = kindsOf(list).flatMap(({ rows }) => rows);
        const described = list.flatMap((own, row) => (isDescribed(own) ? [row] : []));
        expect(listed.toSorted((a, b) => a - b)).toEqual(described);
      }),
    );
  });

  test('a kind has the cores of its hosts, never more clock or memory, and is what each of them may be', () => {
    fc.assert(
      fc.property(hosts, (list) => {
        for (const { type, rows } of kindsOf(list)) {
          for (const row of rows) {
            const own = list[row];
            expect(type.socketCount * type.coresPerSocket).toBe(own?.coreCount);
            expect(type.coreMhz).toBeLessThanOrEqual(own?.coreMhz ?? 0);
            expect(type.memoryGib).toBeLessThanOrEqual(own?.memoryGib ?? 0);
          }
        }
      }),
    );
  });

  test.each(['coreCount', 'coreMhz', 'memoryGib'] as const)(
    'a host without %s is of none',
    (key) => {
      expect(kindsOf([host({ [key]: null }), host({ [key]: 0 })])).toEqual([]);
    },
  );

  test('10 MHz and 1 GiB tell hosts apart, and so do model, processor, sockets and threads', () => {
    const kinds = (change: Partial<ExistingHost>) => kindsOf([host(), host(change)]).length;
    expect(kinds({ memoryGib: 511.6, coreMhz: 2597 })).toBe(1);
    expect(kinds({ name: 'other', cluster: 'other', nicCount: 4 })).toBe(1);
    for (const change of [
      { memoryGib: 510 },
      { coreMhz: 2590 },
      { coreCount: 30 },
      { socketCount: 1 },
      { hasHyperThreading: false },
      { model: 'R650' },
      { cpuModel: 'EPYC' },
    ]) {
      expect(kinds(change)).toBe(2);
    }
  });

  test('it is called by its model, else by its processor, else by its first host', () => {
    const nameOf = (change: Partial<ExistingHost>) => kindsOf([host(change)])[0]?.type.name;
    expect(nameOf({ model: ' R640 ' })).toBe('R640');
    expect(nameOf({ model: ' ' })).toBe('Xeon');
    expect(nameOf({ model: '', cpuModel: '' })).toBe('esx');
  });

  test('sockets that do not divide the cores, or are none, lose no core', () => {
    for (const change of [{ coreCount: 33 }, { coreCount: 33, socketCount: 0 }]) {
      const [kind] = kindsOf([host(change)]);
      expect(kind?.type).toMatchObject({ socketCount: 1, coresPerSocket: 33 });
    }
  });
});

describe('candidates from an inventory', () => {
  test('hosts of one kind are one candidate, the most frequent first, with memory as it is bought', () => {
    const kinds = hostsOfToday([
      host({ model: 'old', coreCount: 16 }),
      host({ name: 'a' }),
      host({ name: 'b', memoryGib: 511.7 }),
    ]);
    expect(kinds.map(({ count }) => count)).toEqual([2, 1]);
    expect(kinds[0]?.type).toMatchObject({
      id: 'today-1',
      name: 'R640',
      socketCount: 2,
      coresPerSocket: 16,
      memoryGib: 512,
    });
  });

  test('a second candidate of the same kind gets an id of its own', () => {
    expect(freshId('host', [defaultHostType])).toBe('host-2');
  });
});

describe('whether a host of today may be of a type', () => {
  const [kind] = hostsOfToday([host()]);
  const type = kind?.type ?? defaultHostType;

  test('it may where cores are equal, and clock and memory within 2 %', () => {
    expect(mayBe(host(), type)).toBe(true);
    expect(mayBe(host({ memoryGib: 503, coreMhz: 2550 }), type)).toBe(true);
    for (const change of [{ memoryGib: 500 }, { coreMhz: 2500 }, { coreCount: 31 }]) {
      expect(mayBe(host(change), type)).toBe(false);
    }
  });

  test('what is not known speaks for nothing and against nothing', () => {
    expect(mayBe(host({ coreCount: null, coreMhz: null, memoryGib: null }), type)).toBe(true);
    expect(mayBe(host({ coreCount: 31, coreMhz: null, memoryGib: null }), type)).toBe(false);
  });
});
