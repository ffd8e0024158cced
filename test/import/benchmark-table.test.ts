import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBenchmarkTable } from '../../src/import/benchmark-table.ts';

const rows = [
  { path: 'cpu', vms: 1, throughput: 930.5, physical: 1000 },
  { path: 'diskSyncWrite', vms: 4, throughput: 210, physical: null },
];

test.each([
  ['with headings', 'resource,vms,throughput,physical\ncpu,1,930.5,1000\ndisk-sync-write,4,210,\n'],
  ['without headings', 'cpu,1,930.5,1000\nDisk sync write,4,210\n'],
  [
    'columns in another order',
    'Throughput,VMs,Resource,Physical baseline\n930.5,1,CPU,1000\n210,4,diskSyncWrite,\n',
  ],
  [
    'pasted from a spreadsheet',
    'resource\tvms\tthroughput\tphysical\r\ncpu\t1\t930.5\t1,000\r\nsync write\t4\t210\t\r\n',
  ],
  [
    'with decimal commas',
    'resource;vms;throughput;physical\ncpu;1;930,5;1000\nsync-write;4;210,0;\n',
  ],
  [
    'in Japanese',
    '\uFEFFリソース,VM 数,スループット,物理マシン\nCPU,１,930.5,1000\n同期書き込み,4,210,\n',
  ],
])('%s, the rows are read', (_, text) => {
  expect(readBenchmarkTable(text)).toEqual({ kind: 'rows', rows });
});

test.each([
  [
    'a word for a number',
    'cpu,1,abc,1\n',
    {
      row: 1,
      column: { name: 'throughput', place: 3 },
      value: 'abc',
      expected: 'a-positive-number',
    },
  ],
  [
    'half a machine',
    'resource,vms,throughput\ncpu,1.5,10\n',
    { row: 2, column: { name: 'vms', place: 2 }, value: '1.5', expected: 'a-whole-number' },
  ],
  [
    'an unknown resource',
    'gpu,1,10,1\n',
    { row: 1, column: { name: 'resource', place: 1 }, value: 'gpu', expected: 'a-resource' },
  ],
  [
    'a missing cell',
    'resource,vms,throughput\ncpu,2\n',
    { row: 2, column: { name: 'throughput', place: 3 }, value: '', expected: 'a-positive-number' },
  ],
  [
    'a missing column',
    'resource,vms\ncpu,2\n',
    { row: 1, column: null, value: 'resource, vms', expected: 'three-columns' },
  ],
  [
    'a negative baseline',
    'cpu,1,10,-4\n',
    { row: 1, column: { name: 'physical', place: 4 }, value: '-4', expected: 'a-positive-number' },
  ],
  [
    'headings alone',
    'resource,vms,throughput\n',
    { row: 2, column: null, value: '', expected: 'rows' },
  ],
  ['nothing', '', { row: 1, column: null, value: '', expected: 'rows' }],
] as const)('refused, with its place: %s', (_, text, problem) => {
  expect(readBenchmarkTable(text)).toEqual({ kind: 'bad', problems: [problem] });
});

test('any text is rows that a fit can take, or problems', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const table = readBenchmarkTable(text);
      if (table.kind === 'bad') expect(table.problems.length).toBeGreaterThan(0);
      else
        for (const { vms, throughput } of table.rows) expect(vms > 0 && throughput > 0).toBe(true);
    }),
  );
});
