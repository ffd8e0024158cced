import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostfit } from './run.ts';

const sample = 'public/samples/rvtools-sample.xlsx';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostfit-perform-'));
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe('perform', () => {
  test('gives every host of the plan, its worst hour and what is overloaded', async () => {
    const { code, out, err } = await hostfit('perform', sample, '--json');
    expect(err).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    const plan = JSON.parse((await hostfit('consolidate', sample, '--json')).out);
    expect(answer.hosts.length).toBe(plan.hosts);
    expect(answer.vms.length).toBe(plan.workloads);
    expect(answer.overloaded).toEqual([]);
    expect(answer.worstHour).toMatchObject({ overloaded: false });
    expect(answer.worstHour.stretch).toBeGreaterThanOrEqual(1);
    for (const host of answer.hosts) {
      expect(host.cpuUtilization).toBeLessThan(1);
      expect(host.readyShare).toBeCloseTo(1 - 1 / host.stretch, 5);
    }
  });

  test('says that hosts are overloaded, without any figure for them', async () => {
    const scenario = await file('heavy.json', '{"performance": {"loadRatio": 8}}');
    const { code, out } = await hostfit('perform', sample, '--scenario', scenario, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.overloaded.length).toBeGreaterThan(0);
    expect(answer.worstHour).toMatchObject({ overloaded: true, stretch: null, readyShare: null });
    const words = await hostfit('perform', sample, '--scenario', scenario, '--lang', 'ja');
    expect(words.out).toContain('過負荷');
  });

  test('refuses a wrong setting with path, value and what was expected', async () => {
    const ratio = await file('ratio.json', '{"performance": {"loadRatio": 130}}');
    const first = await hostfit('perform', sample, '--scenario', ratio);
    expect([first.code, first.err]).toEqual([
      2,
      expect.stringContaining('performance.loadRatio is 130; expected at most 10'),
    ]);
    const order = await file(
      'order.json',
      '{"performance": {"spreads": {"level": {"low": 2, "likely": 1, "high": 3}}}}',
    );
    const second = await hostfit('perform', sample, '--scenario', order);
    expect([second.code, second.err]).toEqual([
      2,
      expect.stringContaining('performance.spreads.level is'),
    ]);
  });
});

describe('fit', () => {
  // γ 1000, α 0.05, β 0.002
  const throughput = (n: number) => (1000 * n) / (1 + 0.05 * (n - 1) + 0.002 * n * (n - 1));
  const rows = [1, 2, 4, 8, 16].map((n) => `cpu,${n},${throughput(n)},1100`).join('\n');

  test('gives coefficients, residuals and intervals, and an overhead set that a scenario takes', async () => {
    const path = await file('rows.csv', `resource,vms,throughput,physical\n${rows}\n`);
    const { code, out, err } = await hostfit('fit', path, '--json');
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer.alpha).toBeCloseTo(0.05, 9);
    expect(answer.beta).toBeCloseTo(0.002, 10);
    expect(answer.gamma).toBeCloseTo(1000, 6);
    expect(answer.efficiency).toBeCloseTo(1000 / 1100, 9);
    expect(answer.residuals.length).toBe(5);
    expect(answer.rSquared).toBeCloseTo(1, 9);
    expect(answer.ci95.alpha[0]).toBeLessThanOrEqual(answer.alpha);
    const scenario = await file(
      'own.json',
      JSON.stringify({ capacity: { overhead: answer.overhead } }),
    );
    const own = JSON.parse(
      (await hostfit('perform', sample, '--scenario', scenario, '--json')).out,
    );
    const none = JSON.parse((await hostfit('perform', sample, '--json')).out);
    expect(own.overhead).toBe('own');
    expect(own.worstHour.responseRatio).toBeGreaterThan(none.worstHour.responseRatio);
  });

  test('refuses data that cannot carry it, with the reason', async () => {
    const path = await file('few.csv', 'cpu,1,930,1000\ncpu,4,2600,1000\n');
    const { code, out, err } = await hostfit('fit', path, '--json');
    expect(code).toBe(3);
    expect(err).toContain('2 different numbers of VMs');
    expect(JSON.parse(out)).toMatchObject({
      fits: [],
      overhead: null,
      refused: [{ resource: 'cpu', reason: { kind: 'too-few-loads', found: 2, needed: 4 } }],
    });
  });

  test('refuses a bad row with file, row, column and value', async () => {
    const path = await file('bad.csv', 'resource,vms,throughput\ncpu,1,10\ncpu,two,20\n');
    const { code, out, err } = await hostfit('fit', path, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('bad.csv, row 3, column 2 (vms): "two" found; expected a whole number');
    expect((await hostfit('fit', path, '--lang', 'ja')).err).toContain('3 行目、2 列目');
  });

  test.each(['perform', 'fit'])('%s explains itself in both languages', async (name) => {
    const en = await hostfit(name, '--help');
    const ja = await hostfit(name, '--help', '--lang', 'ja');
    expect([en.code, ja.code]).toEqual([0, 0]);
    expect(en.out).toContain(`hostfit -- ${name}`);
    expect(ja.out).toContain('終了コード');
  });
});
