import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { bareHost } from '../../src/model/licensing/policy.ts';
import { readData } from '../content/read-content.ts';
import { hostfit } from './run.ts';

async function scenario(decision: object, rest: object = {}): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'hostfit-score-')), 'scenario.json');
  await writeFile(path, JSON.stringify({ decision, ...rest }));
  return path;
}

const judged = z
  .array(z.looseObject({ isJudged: z.boolean() }))
  .parse(readData('current/criteria'))
  .filter(({ isJudged }) => isJudged);

const sample = 'public/samples/rvtools-sample.xlsx';
const rates = { cost: { rates: { USD: 150, EUR: 165 } } };

interface PublicCost {
  readonly product: string;
  readonly from: string;
  readonly licence: string;
  readonly minor: number | null;
}
const costsOf = (out: string): readonly PublicCost[] => JSON.parse(out).costs.products;
const costIn = (out: string, product: string) =>
  costsOf(out).find((cost) => cost.product === product);

test('score ranks today’s products, says how sure it is, and is the same for the same seed', async () => {
  const { code, out, err } = await hostfit('score', '--json');
  expect([code, err]).toEqual([0, '']);
  const answer = JSON.parse(out);
  expect(answer.ranking).toHaveLength(9);
  expect(answer.ranking[0].score).toBeGreaterThanOrEqual(answer.ranking[1].score);
  const shares = answer.ranking.map(
    ({ firstRankShare }: { firstRankShare: number }) => firstRankShare,
  );
  expect(shares.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 3);
  expect(answer.gaps.unknown).toBeGreaterThan(0);
  expect(answer.flips.length).toBeGreaterThan(0);
  for (const { weight, flipsAt, side } of answer.flips) {
    expect(side).toBe(flipsAt > weight ? 'above' : 'below');
  }
  expect(answer.ranking[0].place).toBe(1);
  expect((await hostfit('score', '--json')).out).toBe(out);
});

test('a must-have rules products out by name, and what nobody has ends with exit 3', async () => {
  const path = await scenario({ mustHave: ['multi-vendor'] });
  const { code, out } = await hostfit('score', '--scenario', path, '--json');
  expect(code).toBe(0);
  // Facts move on: others may lack it too.
  expect(JSON.parse(out).out).toContainEqual({
    product: 'proxmox-ve',
    kind: 'lacks',
    criterion: 'multi-vendor',
  });
  const others = ['vsphere', 'hyper-v', 'azure-local', 'ahv', 'xcp-ng', 'openshift-virtualization'];
  const none = await scenario({
    mustHave: ['multi-vendor'],
    leftOut: [...others, 'olvm', 'kvm'],
  });
  const nothing = await hostfit('score', '--scenario', none, '--lang', 'ja');
  expect(nothing.code).toBe(3);
  expect(nothing.err).toContain('残る製品がない');
});

test('with a fleet it names the machines that a product does not carry', async () => {
  const { code, out } = await hostfit('score', sample, '--json');
  expect(code).toBe(0);
  const { fit } = JSON.parse(out);
  expect(fit).toHaveLength(9);
  const proxmox = fit.find(({ product }: { product: string }) => product === 'proxmox-ve');
  expect(proxmox).toEqual({
    product: 'proxmox-ve',
    tooLarge: [],
    unchecked: ['vcpu', 'memory'],
    manyClusters: [],
  });
});

test('with a fleet, what each product costs on its plan is a criterion, as the command cost says', async () => {
  const path = await scenario({}, rates);
  const { code, out, err } = await hostfit('score', sample, '--scenario', path, '--json');
  expect([code, err]).toEqual([0, '']);
  const answer = JSON.parse(out);
  expect(answer.costs).toMatchObject({ kind: 'costed', currency: 'JPY', years: 5 });
  // Each product by each criterion that can be met, and by its cost.
  expect(answer.gaps.of).toBe(9 * (judged.length + 1));
  expect(costsOf(out).filter(({ from }) => from === 'computed').length).toBeGreaterThanOrEqual(4);
  expect(costIn(out, 'ahv')).toMatchObject({ from: 'unknown', minor: null });
  const vsphere = costIn(out, 'vsphere');
  const { choices } = { choices: { windows: 'windows-2025', rhel: 'rhel', sles: 'sles' } };
  const products = {
    hypervisor: vsphere?.licence,
    storage: null,
    backup: null,
    choices: { ...choices, sql: 'sql-enterprise', oracle: 'oracle-ee' },
  };
  const options = [{ products, licences: [] }];
  const asOption = await scenario({}, { cost: { ...rates.cost, options } });
  const total = await hostfit('cost', sample, '--scenario', asOption, '--json');
  expect(vsphere?.minor).toBe(JSON.parse(total.out).options[0].known.npv.minor);
});

test('an own figure stands in place of what is computed, an edition is chosen, and both are marked', async () => {
  const own = { costs: { ahv: 1_000_000 }, editions: { vsphere: 'vmware-vcf' }, costWeight: 10 };
  const path = await scenario(own, rates);
  const { out } = await hostfit('score', sample, '--scenario', path, '--json');
  expect(costIn(out, 'ahv')).toMatchObject({ from: 'reader', minor: 1_000_000 });
  expect(costIn(out, 'vsphere')).toMatchObject({ licence: 'vmware-vcf', from: 'computed' });
  const told = await hostfit('score', sample, '--scenario', path, '--lang', 'ja');
  expect(told.out).toContain('AHV の費用: ￥1,000,000（自社の見積額）');
  const wrong = await scenario({ editions: { vsphere: 'proxmox-basic' } });
  const refused = await hostfit('score', '--scenario', wrong);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('decision.editions.vsphere');
});

test('without a fleet the hosts of the scenario are counted, and the help says how', async () => {
  const numbers = {
    ...bareHost,
    hosts: 4,
    socketsPerHost: 2,
    coresPerSocket: 16,
    machines: 40,
    vcpusPerMachine: 4,
  };
  const cost = { ...rates.cost, discountRatio: 0 };
  const path = await scenario({}, { cost, licensing: { numbers } });
  const { out } = await hostfit('score', '--scenario', path, '--json');
  expect(costIn(out, 'proxmox-ve')?.minor).toBe(8 * 550 * 165 * 5);
  const { out: help } = await hostfit('score', '--help');
  for (const name of [
    'place',
    'side',
    'isLevel',
    'editions',
    'costWeight',
    'rates',
    'numbers',
    'mustCarryFleet',
  ]) {
    expect(help).toContain(name);
  }
});

test('a criterion that there is not is bad input that names the place', async () => {
  const path = await scenario({ weights: { gpus: 3 } });
  const { code, out, err } = await hostfit('score', '--scenario', path, '--json');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('decision.weights');
  expect(err).toContain('"gpus"');
});
