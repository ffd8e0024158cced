import { expect, test } from 'vitest';
import type { ExistingHost } from '~/model/fleet/fleet.ts';
import { freshId, hostsOfToday } from '~/model/fleet/hosts-today.ts';
import { defaultHostType } from '~/scenario/defaults.ts';

const host = (change: Partial<ExistingHost>): ExistingHost => ({
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

test('hosts of one kind are one candidate, the most frequent first', () => {
  const kinds = hostsOfToday([
    host({ model: 'old', coreCount: 16 }),
    host({ name: 'a' }),
    host({ name: 'b', memoryGib: 511.7 }),
  ]);
  expect(kinds.map(({ count }) => count)).toEqual([2, 1]);
  expect(kinds[0]?.type).toMatchObject({
    name: 'R640',
    socketCount: 2,
    coresPerSocket: 16,
    memoryGib: 512,
  });
});

test('a host that does not say its size is no candidate', () => {
  expect(hostsOfToday([host({ memoryGib: null }), host({ coreCount: null })])).toEqual([]);
});

test('sockets that do not divide the cores lose no core', () => {
  const [kind] = hostsOfToday([host({ coreCount: 33 })]);
  expect(kind?.type).toMatchObject({ socketCount: 1, coresPerSocket: 33 });
});

test('a second candidate of the same kind gets an id of its own', () => {
  expect(freshId('host', [defaultHostType])).toBe('host-2');
});
