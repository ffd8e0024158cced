import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plannedRows, rowStates, sortKeys, type View, visibleRows } from '~/ui/fleet/fleet-rows.ts';
import { makeFleet } from '../make-fleet.ts';

const fleet = makeFleet([
  { name: 'web-10', cpuMhz: 300, memoryGib: 8, os: 'Linux' },
  { name: 'web-9', cpuMhz: 900, memoryGib: 4, os: 'Windows' },
  { name: 'db', memoryGib: 64, os: 'Linux', state: 1 },
  { name: 'golden', isTemplate: true },
]);
const exclude = { poweredOff: true, templates: true, names: [] };
const isPlanned = plannedRows(fleet, exclude);
const everything: View = { text: '', state: 'all', sort: null };
const shown = (view: Partial<View>) => [
  ...visibleRows(fleet, { ...everything, ...view }, isPlanned),
];

test('without a filter every row is there in the order of the file', () => {
  expect(shown({})).toEqual([0, 1, 2, 3]);
});

test('text is looked for in names and labels, whatever its case', () => {
  expect(shown({ text: 'WEB' })).toEqual([0, 1]);
  expect(shown({ text: 'linux' })).toEqual([0, 2]);
  expect(shown({ text: 'no such thing' })).toEqual([]);
});

test('states choose planned, left out, switched off and templates', () => {
  expect(shown({ state: 'planned' })).toEqual([0, 1]);
  expect(shown({ state: 'left' })).toEqual([2, 3]);
  expect(shown({ state: 'off' })).toEqual([2]);
  expect(shown({ state: 'template' })).toEqual([3]);
});

test('names sort as people count: web-9 before web-10', () => {
  expect(shown({ sort: { key: 'name', isDescending: false } })).toEqual([2, 3, 1, 0]);
});

test('what is unknown comes last in either direction', () => {
  expect(shown({ sort: { key: 'cpu', isDescending: false } })).toEqual([0, 1, 2, 3]);
  expect(shown({ sort: { key: 'cpu', isDescending: true } })).toEqual([1, 0, 2, 3]);
});

test('sorting loses no row and shows none twice, for every column and direction', () => {
  const machine = fc.record({
    name: fc.string(),
    vcpus: fc.nat(64),
    cpuMhz: fc.oneof(fc.nat(5000), fc.constant(Number.NaN)),
    memoryGib: fc.nat(512),
    state: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
    isTemplate: fc.boolean(),
    os: fc.constantFrom('', 'Linux', 'Windows'),
  });
  const view = fc.record({
    key: fc.constantFrom(...sortKeys),
    isDescending: fc.boolean(),
    state: fc.constantFrom(...rowStates),
  });
  fc.assert(
    fc.property(fc.array(machine, { maxLength: 40 }), view, (machines, { state, ...sort }) => {
      const some = makeFleet(machines);
      const planned = plannedRows(some, exclude);
      const unsorted = visibleRows(some, { ...everything, state }, planned);
      const sorted = visibleRows(some, { ...everything, state, sort }, planned);
      expect([...sorted].sort((a, b) => a - b)).toEqual([...unsorted]);
    }),
  );
});
