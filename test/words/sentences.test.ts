import { describe, expect, test } from 'vitest';
import {
  type ImportProblem,
  type ImportWarning,
  importFormats,
  problemKinds,
  tableFields,
} from '~/import/outcome.ts';
import type { Note, Obstacle, Step } from '~/model/consolidation/answer.ts';
import type { Change } from '~/model/consolidation/relaxations.ts';
import { resources } from '~/model/fleet/resources.ts';
import { en } from '~/words/en.ts';
import { ja } from '~/words/ja.ts';
import { type Context, sentence } from '~/words/sentences.ts';
import type { Words } from '~/words/words.ts';

const context: Context = {
  workloadName: (row) => `vm-${row}`,
  hostTypeName: (id) => `type ${id}`,
  slots: { kind: 'day', slotCount: 24, slotSeconds: 3600, startEpochSeconds: null },
};

const problem = (kind: ImportProblem['kind']): ImportProblem => ({
  kind,
  file: 'fleet.xlsx',
  sheet: 'vInfo',
  row: 12,
  column: 'CPUs',
  value: 'many',
});

const warnings: readonly ImportWarning[] = [
  { kind: 'duplicate-names', count: 2, examples: ['web'] },
  { kind: 'missing-sheet', sheet: 'vDisk' },
  { kind: 'missing-column', sheet: 'vInfo', column: 'Host' },
  { kind: 'sheets-disagree', sheet: 'vCPU', count: 1, examples: [] },
  { kind: 'value-dropped', count: 1200, listed: [] },
  { kind: 'rows-out-of-order', count: 3 },
  { kind: 'time-gaps', count: 1 },
  { kind: 'above-capacity', count: 4 },
  { kind: 'zero-cores', count: 5 },
  { kind: 'unknown-column', sheet: null, column: 'Foo' },
  { kind: 'decoded-as', encoding: 'shift_jis' },
  { kind: 'formula-cells', count: 6 },
];

const notes: readonly Note[] = [
  { kind: 'cpu-assumed', workloads: 1, ratio: 0.3 },
  ...resources.flatMap((resource): readonly Note[] => [
    { kind: 'use-unknown', resource, workloads: 2 },
    { kind: 'peak-from-mean', resource, workloads: 2 },
    { kind: 'profile-partly', resource, workloads: 2 },
    { kind: 'gaps-filled', resource, slots: 2 },
    { kind: 'resource-not-limited', resource },
    { kind: 'above-provisioned', resource, workloads: 2 },
  ]),
  { kind: 'memory-active-unknown', workloads: 1 },
  { kind: 'no-profile' },
  { kind: 'no-host-known' },
  { kind: 'host-unknown', workloads: 2 },
  { kind: 'groups-need-fresh' },
  { kind: 'hosts-go', hosts: 2 },
  { kind: 'host-type-assumed', hosts: 1, hostType: 'a' },
  { kind: 'spare-not-spread' },
  { kind: 'overhead-clamped', path: 'memory', ratio: 1.04 },
  { kind: 'overhead-gap', path: 'diskSyncWrite' },
  { kind: 'name-unknown', name: 'ghost', rule: 'apart' },
];

const obstacles: readonly Obstacle[] = [
  { kind: 'no-workloads' },
  { kind: 'no-capacity', hostType: 'a', resource: 'memory' },
  {
    kind: 'too-large',
    workloads: [1, 2, 3, 4, 5],
    hostType: 'a',
    resource: 'memory',
    slot: null,
    demand: 700,
    capacity: 512,
  },
  { kind: 'above-product-limit', workload: 1, resource: 'vcpu', demand: 200, limit: 128 },
  { kind: 'together-and-apart', first: 1, second: 2 },
  { kind: 'hosts-exhausted', workloads: [1, 2] },
  { kind: 'too-many-in-domain', workloads: [1, 2], most: 1, domains: 2 },
  { kind: 'not-enough-spare', tolerate: 2, hostType: 'a' },
];

const changes: readonly Change[] = [
  { kind: 'memory-per-host', hostType: 'a', to: 1280 },
  { kind: 'cores-per-socket', hostType: 'a', to: 36 },
  { kind: 'target-cpu', to: 0.8 },
  { kind: 'target-memory', to: 1 },
  { kind: 'vcpus-per-core', to: 5 },
  { kind: 'memory-active' },
  { kind: 'coincident' },
  { kind: 'tolerate', to: 0 },
  { kind: 'tolerate', to: 1 },
  { kind: 'headroom', to: 0 },
];

const factorSteps = [
  'hyper-threading',
  'generation',
  'page-sharing',
  'overhead',
  'target',
  'contention',
  'headroom',
  'vcpus-per-core',
] as const;
const ofHost = { hostType: 'a', resource: 'cpu', value: 12_345 } as const;
const steps: readonly Step[] = [
  { step: 'physical', ...ofHost },
  { step: 'hypervisor-memory', ...ofHost, minus: 4 },
  ...factorSteps.map((step): Step => ({ step, ...ofHost, factor: 0.9 })),
];

function everySentence(words: Words): readonly string[] {
  return [
    ...problemKinds.map((kind) => words.import.problem(problem(kind))),
    ...problemKinds.map((kind) => words.import.problem({ ...problem(kind), value: null })),
    ...warnings.map((each) => sentence(words.import.warning, each, context)),
    ...notes.map((each) => sentence(words.answer.note, each, context)),
    ...obstacles.map((each) => sentence(words.answer.obstacle, each, context)),
    ...changes.map((each) => sentence(words.tool.answer.changes, each, context)),
    ...steps.map((each) => words.answer.step(each)),
    ...resources.flatMap((resource) => [
      words.answer.resource[resource],
      words.answer.binding({ resource, slot: 14, hostsByResource: [] }, context),
      words.answer.binding({ resource, slot: null, hostsByResource: [] }, context),
    ]),
    ...importFormats.map((format) => words.import.format[format]),
    ...tableFields.map((field) => words.import.field[field]),
  ];
}

/** Every path to a text or function in a tree of words. */
function keysOf(tree: object, prefix = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function textsOf(tree: object): readonly string[] {
  return Object.values(tree).flatMap((value) => {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? textsOf(value) : [];
  });
}

describe.each([
  ['en', en],
  ['ja', ja],
] as const)('in %s', (_, words) => {
  test('every kind has a sentence without a hole', () => {
    for (const text of everySentence(words)) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text.trim().length).toBeGreaterThan(0);
    }
  });

  test('a problem names file, sheet, row, column and value', () => {
    const text = words.import.problem(problem('not-a-number'));
    for (const part of ['fleet.xlsx', 'vInfo', '12', 'CPUs', 'many']) expect(text).toContain(part);
  });

  test('a misfit names workload, host type, demand, capacity and what is short', () => {
    const text = sentence(words.answer.obstacle, obstacles[2] as Obstacle, context);
    for (const part of ['vm-1', 'type a', '700', '512', '188']) expect(text).toContain(part);
  });

  test('no space is doubled and no sentence ends twice', () => {
    for (const text of everySentence(words)) expect(text).not.toMatch(/ {2}|。。|\.\.$|。\./);
  });
});

test('every Japanese sentence is Japanese', () => {
  for (const kind of problemKinds) {
    expect(ja.import.problemReason(problem(kind))).toMatch(/[ぁ-ん]/);
  }
  for (const each of notes) expect(sentence(ja.answer.note, each, context)).toMatch(/。$/);
});

test.each([
  ['cpu', 15, 'CPU demand at 15:00 decides the number of hosts.'],
  ['memory', null, 'Memory demand decides the number of hosts, at every hour.'],
  ['vcpu', null, 'The limit of vCPUs per core decides the number of hosts, at every hour.'],
] as const)('in English, what decides the number is a sentence: %s', (resource, slot, text) => {
  expect(en.answer.binding({ resource, slot, hostsByResource: [] }, context)).toBe(text);
});

test.each([
  ['cpu', 15, 'ホスト台数を決めているのは、15:00 の CPU です。'],
  ['memory', 15, 'ホスト台数を決めているのは、15:00 のメモリーです。'],
  ['vcpu', null, 'ホスト台数を決めているのは、コアあたり vCPU 数の上限（時間によらず一定）です。'],
] as const)('in Japanese, Latin words stand apart: %s', (resource, slot, text) => {
  expect(ja.answer.binding({ resource, slot, hostsByResource: [] }, context)).toBe(text);
});

test('Japanese and English have the same texts', () => {
  expect(keysOf(ja).toSorted()).toEqual(keysOf(en).toSorted());
});

test('no English sentence is left in Japanese', () => {
  const isEnglishSentence = (text: string) => /[A-Za-z]+ (is|are|the|of|and|to) /.test(text);
  const ownLanguage = textsOf(ja).filter(isEnglishSentence);
  expect(ownLanguage).toEqual([]);
});
