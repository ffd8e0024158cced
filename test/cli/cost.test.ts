import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostfit } from './run.ts';

const sample = 'public/samples/rvtools-sample.xlsx';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostfit-cost-'));
});

async function scenario(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

const yen = (amount: number) => ({ amount, currency: 'JPY' });
const hardware = {
  pricePerHost: yen(2_000_000),
  supportPerHostYear: yen(200_000),
  refreshYears: 5,
};
const powered = { idleWatts: 200, fullWatts: 800, busyRatio: 0.5 };
/** A few numbers, no fleet. */
const few = {
  cost: {
    stay: { hosts: { ...powered, count: 40 }, hardware, licences: [] },
    options: [
      {
        name: 'four hosts',
        hosts: { ...powered, count: 4 },
        hardware,
        licences: [{ name: 'H', metric: 'host', price: yen(1_000_000) }],
        migration: { fixed: yen(5_000_000) },
      },
    ],
  },
};

describe('cost', () => {
  test('needs no fleet where the options say their hosts; the answer is of the first option', async () => {
    const path = await scenario('few.json', few);
    const { code, out, err } = await hostfit('cost', '--scenario', path, '--years', '3', '--json');
    expect([code, err]).toEqual([0, '']);
    const answer = JSON.parse(out);
    expect(answer.byYear).toHaveLength(4);
    expect(answer.byYear[0].amount).toEqual({ minor: 4 * 2_000_000 + 5_000_000, currency: 'JPY' });
    expect(answer.npv).toEqual(answer.options[0].npv);
    expect(answer.payback).toMatchObject({ kind: 'after' });
    expect(answer).toMatchObject({ isComplete: true, missing: [], cheapest: 'option-1', years: 3 });
    expect(answer.uncertainty.ranges).toHaveLength(2);
  });

  test('asks for prices instead of inventing them, and plans the hosts of a fleet', async () => {
    const { code, out } = await hostfit('cost', sample, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ isComplete: false, npv: null, payback: null });
    expect(answer.options[0].hosts.from).toBe('plan');
    expect(answer.stay.hosts.from).toBe('fleet');
    expect(answer.missing).toContainEqual({ kind: 'licences', what: 'licences', name: '' });
  });

  test('says at a terminal what is missing, in Japanese too', async () => {
    const { cost } = few;
    const path = await scenario('bare.json', {
      cost: { ...cost, options: [{ hosts: { count: 4 } }] },
    });
    const { code, out, err } = await hostfit('cost', '--scenario', path, '--lang', 'ja');
    expect(code).toBe(0);
    expect(out).toContain('現状のまま');
    expect(err).toContain('移行プロジェクト：移行の費用');
  });

  test('refuses a number of years that it does not compute', async () => {
    const path = await scenario('years.json', few);
    const { code, err } = await hostfit(
      'cost',
      '--scenario',
      path,
      '--years',
      '11',
      '--lang',
      'en',
    );
    expect(code).toBe(2);
    expect(err).toContain('--years is "11"; expected a whole number from 1 to 10');
  });

  test('without a fleet and without a number it names the option', async () => {
    const path = await scenario('none.json', { cost: { years: 3 } });
    const { code, err } = await hostfit('cost', '--scenario', path, '--lang', 'en');
    expect(code).toBe(2);
    expect(err).toContain('no file given, and Option 1 says no number of hosts');
  });

  test('a fleet that fits nowhere is infeasible, with the reason', async () => {
    const path = await scenario('tiny.json', {
      hostTypes: [{ socketCount: 1, coresPerSocket: 1, coreMhz: 100, memoryGib: 1 }],
    });
    const { code, out } = await hostfit('cost', sample, '--scenario', path, '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out).options[0].impossible.length).toBeGreaterThan(0);
  });
});
