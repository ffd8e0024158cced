import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostfit } from './run.ts';

const sample = 'public/samples/rvtools-sample.xlsx';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostfit-availability-'));
});

async function scenario(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

describe('survive', () => {
  test('says how many hosts may fail, the worst loss, and who does not restart', async () => {
    const { code, out, err } = await hostfit('survive', sample, '--failures', '2', '--json');
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ kind: 'checked', failures: 2, tolerates: 1 });
    expect(answer.worst.hosts).toHaveLength(2);
    expect(answer.worst.unrestartable.length).toBeGreaterThan(0);
    expect(answer.worst.unrestartable.length).toBeGreaterThanOrEqual(answer.worst.atLeast);
    for (const name of answer.worst.unrestartable) expect(answer.unrestartable).toContain(name);
    expect(answer.byHost).toHaveLength(answer.hosts);
  });

  test('finds the smallest cluster that survives, and tries racks', async () => {
    const args = ['survive', sample, '--failures', '2', '--smallest', '--racks', '2', '--json'];
    const answer = JSON.parse((await hostfit(...args)).out);
    expect(answer.smallest.hosts).toBeGreaterThanOrEqual(answer.hosts);
    expect(answer.racks.hosts).toHaveLength(2);
  });

  test('refuses a number of failures that it does not try, and a fleet that fits nowhere', async () => {
    const many = await hostfit('survive', sample, '--failures', '9');
    expect(many.code).toBe(2);
    expect(many.err).toContain('availability.failures is 9; expected at most 4');
    const half = await hostfit('survive', sample, '--failures', '1.5', '--lang', 'ja');
    expect(half.code).toBe(2);
    expect(half.err).toContain('1 以上の整数');
    const tiny = await scenario('tiny.json', {
      hostTypes: [{ socketCount: 1, coresPerSocket: 1, coreMhz: 100, memoryGib: 5 }],
    });
    const none = await hostfit('survive', sample, '--scenario', tiny, '--json');
    expect(none.code).toBe(3);
    expect(JSON.parse(none.out).kind).toBe('impossible');
  });
});

describe('availability', () => {
  const args = ['availability', sample, '--years', '5', '--runs', '60'];

  test('gives hours, interval, nines and the closed form, the same for the same seed', async () => {
    const first = await hostfit(...args, '--seed', '4', '--json');
    expect([first.code, first.err]).toEqual([0, '']);
    const answer = JSON.parse(first.out);
    expect(answer).toMatchObject({ years: 5, runs: 60, seed: 4 });
    const [low, high] = answer.ci95;
    expect(low).toBeLessThan(answer.meanDownHours);
    expect(high).toBeGreaterThan(answer.meanDownHours);
    expect(answer.closedForm).toBeGreaterThan(0);
    expect(answer.nines).toBeGreaterThan(4);
    expect(answer.unknown).toEqual(['card', 'shared', 'vm', 'cost']);
    expect((await hostfit(...args, '--seed', '4', '--json')).out).toBe(first.out);
  });

  test('says at a terminal what was left out, in Japanese too', async () => {
    const { out } = await hostfit(...args, '--lang', 'ja');
    expect(out).toContain('年間停止時間');
    expect(out).toContain('除いた要因');
  });

  test('refuses more parts needed than there are, with place, value and what was expected', async () => {
    const shared = [{ name: 's', count: 1, needed: 2, mtbfHours: 1000, mttrHours: 1 }];
    const path = await scenario('shared.json', { availability: { shared } });
    const { code, err } = await hostfit('availability', sample, '--scenario', path);
    expect(code).toBe(2);
    expect(err).toContain('availability.shared.0.needed is 2; expected needed<=count');
  });

  test('tells its own options and no others', async () => {
    const { out } = await hostfit('availability', '--help');
    expect(out).toContain('--years n');
    const { code } = await hostfit('survive', sample, '--years', '3');
    expect(code).toBe(2);
  });
});
