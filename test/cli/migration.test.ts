import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostfit } from './run.ts';

const sample = 'public/samples/rvtools-sample.xlsx';
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostfit-move-'));
});
const scenario = async (name: string, value: unknown) => {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(value));
  return path;
};

const numbers = (memory: number, dirty: number, ...rest: readonly string[]) => [
  'migrate',
  '--memory-mib',
  String(memory),
  '--dirty-mib-s',
  String(dirty),
  '--bandwidth-mib-s',
  '112',
  ...rest,
];

describe('migrate', () => {
  test('tells rounds, time and downtime of the worked example', async () => {
    const { code, out, err } = await hostfit(
      ...numbers(4096, 20, '--downtime-limit-s', '0.3', '--max-rounds', '30', '--json'),
    );
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ rounds: 3, converges: true });
    expect(answer.totalSeconds).toBeCloseTo(44.476, 3);
    expect(answer.downtimeSeconds).toBeCloseTo(0.208, 3);
  });

  test('tells no figure where memory changes as fast as it is copied', async () => {
    const { code, out, err } = await hostfit(...numbers(4096, 112, '--json'));
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      rounds: null,
      totalSeconds: null,
      downtimeSeconds: null,
      converges: false,
    });
    expect(err).toContain('never converges');
  });

  test.each([
    [['migrate'], '--memory-mib is missing'],
    [numbers(0, 1), '--memory-mib is "0"; expected a number above 0'],
    [numbers(1, 1, '--max-rounds', '1.5'), '--max-rounds is "1.5"; expected a whole number'],
    [[...numbers(1, 1), 'fleet.xlsx'], '"fleet.xlsx" is not expected'],
  ])('%j is bad input', async (args, message) => {
    const { code, err } = await hostfit(...args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
});

describe('evacuate', () => {
  test('empties the fullest host, or the one named', async () => {
    const [fullest, named] = await Promise.all([
      hostfit('evacuate', sample, '--json'),
      hostfit('evacuate', sample, '--host', 'esx01.example.internal', '--json'),
    ]);
    expect([fullest.code, named.code]).toEqual([0, 0]);
    const answer = JSON.parse(named.out);
    expect(answer).toMatchObject({ host: 'esx01.example.internal', source: 'today', stuck: [] });
    expect(answer.order.length).toBe(answer.moves.length);
    expect(answer.seconds).toBeGreaterThan(0);
    expect(JSON.parse(fullest.out).host).not.toBe('');
  });

  test('names what is stuck, and why, with exit 3', async () => {
    const path = await scenario('stay.json', { migration: { stay: ['app-03'] } });
    const args = ['evacuate', sample, '--host', 'esx01.example.internal', '--scenario', path];
    const { code, out, err } = await hostfit(...args, '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out).stuck).toEqual([{ workload: 'app-03', reason: 'stays' }]);
    expect(err).toContain('app-03');
  });

  test('a host that is not there is bad input, with those that are', async () => {
    const { code, err } = await hostfit('evacuate', sample, '--host', 'nowhere');
    expect(code).toBe(2);
    expect(err).toContain('esx01.example.internal');
  });
});

describe('balance', () => {
  test('runs a rule set and lists its moves', async () => {
    const { code, out, err } = await hostfit('balance', sample, '--policy', 'A', '--json');
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ policy: 'A', overThresholdMinutes: 0, hasProfile: false });
    expect(answer.migrations).toHaveLength(answer.moves);
    expect(answer.imbalance).toBeGreaterThan(0);
  });

  test('a product that is not in the list, and a rule set that does not exist, are bad input', async () => {
    const path = await scenario('product.json', { migration: { product: 'nosuch' } });
    const [product, policy] = await Promise.all([
      hostfit('balance', sample, '--scenario', path),
      hostfit('balance', sample, '--policy', 'D'),
    ]);
    expect([product.code, policy.code]).toEqual([2, 2]);
    expect(product.err).toContain('kubevirt');
    expect(policy.err).toContain('expected A, B, C or ours');
  });
});
