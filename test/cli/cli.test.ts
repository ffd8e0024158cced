import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostfit } from './run.ts';

const sample = 'public/samples/rvtools-sample.xlsx';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostfit-cli-'));
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('the command line', () => {
  test('inspect says what a file holds, as one JSON document and nothing else', async () => {
    const { code, out, err } = await hostfit('inspect', sample, '--json');
    expect(err).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ format: 'rvtools-xlsx', profile: null, skipped: [] });
    expect(answer.workloads).toBeGreaterThan(40);
    expect(answer.excluded.length).toBeGreaterThan(0);
    expect(Object.keys(answer.totals)).toEqual(['vcpus', 'memoryGib', 'diskGib', 'cpuUsedMhz']);
  });

  test('consolidate gives a plan with its proof, and every placed workload a host', async () => {
    const { code, out, err } = await hostfit('consolidate', sample, '--json');
    expect(err).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.hosts).toBeGreaterThanOrEqual(answer.lowerBound);
    expect(answer.tolerates).toBeGreaterThanOrEqual(1);
    expect(answer.worstFailure.unplaced).toEqual([]);
    expect(answer.assignment.length).toBe(answer.workloads);
    expect(
      new Set(answer.assignment.map(({ host }: { host: string }) => host)).size,
    ).toBeLessThanOrEqual(answer.hosts);
    expect(answer.seconds).toBeGreaterThan(0);
  });

  test('the same question has the same answer, but for the time it took', async () => {
    const runs = await Promise.all([
      hostfit('consolidate', sample, '--json'),
      hostfit('consolidate', sample, '--json'),
    ]);
    const [first, second] = runs.map(({ out }) => ({ ...JSON.parse(out), seconds: 0 }));
    expect(first).toEqual(second);
  });

  test('a scenario may name host types and overhead sets of the catalogue', async () => {
    const scenario = await file(
      'catalogue.json',
      JSON.stringify({
        hostTypes: [{ catalogue: 'report-dl360-g5', memoryGib: 256 }],
        capacity: { overhead: 'report-2008-a' },
        failure: { tolerate: 2 },
      }),
    );
    const { code, out, err } = await hostfit(
      'consolidate',
      sample,
      '--scenario',
      scenario,
      '--json',
    );
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      tolerates: 2,
      hostsByType: [{ id: 'report-dl360-g5' }],
    });
  });

  test('a fleet that fits nowhere ends with 3 and names workload, resource and amount', async () => {
    const scenario = await file(
      'small.json',
      JSON.stringify({
        hostTypes: [{ id: 'tiny', socketCount: 1, coresPerSocket: 1, coreMhz: 1000, memoryGib: 6 }],
      }),
    );
    const { code, out, err } = await hostfit(
      'consolidate',
      sample,
      '--scenario',
      scenario,
      '--json',
    );
    expect(code).toBe(3);
    const answer = JSON.parse(out);
    expect(answer.kind).toBe('impossible');
    expect(answer.reasons[0]).toMatchObject({ kind: 'too-large', hostType: 'tiny' });
    expect(answer.reasons[0].workloads[0]).toMatch(/\w/);
    expect(err).toContain('tiny');
  });

  test('pack solves a plain instance and proves its bound', async () => {
    const items = await file('items.csv', 'id,a,b\nx,5,1\ny,5,1\nz,1,9\n');
    const { code, out } = await hostfit('pack', items, '--bin', '10,10', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ bins: 2, lowerBound: 2 });
    expect(JSON.parse(out).assignment).toHaveLength(3);
  });

  test('an item larger than a bin ends pack with 3', async () => {
    const items = await file('large.csv', 'id,a\nx,5\nhuge,50\n');
    const { code, err } = await hostfit('pack', items, '--bin', '10');
    expect(code).toBe(3);
    expect(err).toContain('huge');
  });

  test.each([
    ['no command', [], 'no command given'],
    ['an unknown command', ['fly'], 'unknown command "fly"'],
    ['no file', ['inspect'], 'no file given'],
    ['a file that is not there', ['inspect', '/nowhere.xlsx'], '"/nowhere.xlsx" cannot be read'],
    ['an unknown option', ['inspect', sample, '--frobnicate'], '--frobnicate'],
    ['a language that is not spoken', ['inspect', sample, '--lang', 'fr'], '--lang fr'],
    ['no bin', ['pack', 'package.json'], '--bin is missing'],
    ['a bin that is no number', ['pack', 'package.json', '--bin', '1,x'], '--bin is "x"'],
    ['an option of another command', ['inspect', sample, '--bin', '1,2'], '--bin'],
    ['a negative effort', ['consolidate', sample, '--effort=-1'], '--effort is "-1"'],
  ])('%s is bad input: exit 2 and what was expected', async (_, args, message) => {
    const { code, out, err } = await hostfit(...args);
    expect(err).toContain(message);
    expect(out).toBe('');
    expect(code).toBe(2);
  });

  test.each([
    ['not-json.json', '{', 'is not JSON'],
    [
      'percent.json',
      '{"capacity":{"targetRatio":{"cpu":70}}}',
      'capacity.targetRatio.cpu is 70; expected at most 1',
    ],
    ['typo.json', '{"failure":{"tolerat":1}}', 'unknown setting failure.tolerat (1)'],
    ['pin.json', '{"rules":{"pinned":{"vm":"nope"}}}', 'rules.pinned.vm is "nope"; expected host'],
    [
      'host.json',
      '{"hostTypes":["nowhere-9000"]}',
      'hostTypes.0 is "nowhere-9000"; expected one of',
    ],
  ])('a wrong scenario %s names its place', async (name, text, message) => {
    const { code, err } = await hostfit(
      'consolidate',
      sample,
      '--scenario',
      await file(name, text),
    );
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test.each([
    ['row 3, column 2: "minus" found', 'id,a\nx,1\ny,minus\n'],
    ['row 2: 3 cells found; expected 2', 'id,a\nx,1,2\n'],
    ['no items found', 'id,a\n'],
    ['row 3, column 1: id "x" again', 'id,a\nx,1\nx,2\n'],
  ])('a wrong item table says %s', async (message, text) => {
    const { code, err } = await hostfit('pack', await file('bad.csv', text), '--bin', '10');
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  test.each(['inspect', 'consolidate', 'pack'])(
    '%s --help explains it in both languages',
    async (command) => {
      const [en, ja] = await Promise.all([
        hostfit(command, '--help', '--lang', 'en'),
        hostfit(command, '--help', '--lang', 'ja'),
      ]);
      expect(en.code).toBe(0);
      expect(en.out).toContain('Usage:');
      expect(ja.out).toContain('使い方:');
      expect(ja.out).toContain('--json');
    },
  );

  test('a file that is no fleet is refused by name, in Japanese too', async () => {
    const junk = await file('junk.xlsx', '\u0000\u0001\u0002 nothing');
    const [en, ja] = await Promise.all([
      hostfit('inspect', junk),
      hostfit('inspect', junk, '--lang', 'ja'),
    ]);
    expect([en.code, ja.code]).toEqual([2, 2]);
    expect(en.err).toContain('junk.xlsx');
    expect(ja.err).toMatch(/junk\.xlsx.*[ぁ-ん]/su);
  });
});
