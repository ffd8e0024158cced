import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hostfit } from './run.ts';

async function scenario(decision: object): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'hostfit-score-')), 'scenario.json');
  await writeFile(path, JSON.stringify({ decision }));
  return path;
}

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
  expect((await hostfit('score', '--json')).out).toBe(out);
});

test('a must-have rules products out by name, and what nobody has ends with exit 3', async () => {
  const path = await scenario({ mustHave: ['multi-vendor'] });
  const { code, out } = await hostfit('score', '--scenario', path, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out).out).toEqual([
    { product: 'proxmox-ve', kind: 'lacks', criterion: 'multi-vendor' },
  ]);
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
  const { code, out } = await hostfit('score', 'public/samples/rvtools-sample.xlsx', '--json');
  expect(code).toBe(0);
  const { fit } = JSON.parse(out);
  expect(fit).toHaveLength(9);
  const proxmox = fit.find(({ product }: { product: string }) => product === 'proxmox-ve');
  expect(proxmox).toEqual({ product: 'proxmox-ve', tooLarge: [], unchecked: ['vcpu', 'memory'] });
});

test('a criterion that there is not is bad input that names the place', async () => {
  const path = await scenario({ weights: { gpus: 3 } });
  const { code, out, err } = await hostfit('score', '--scenario', path, '--json');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('decision.weights');
  expect(err).toContain('"gpus"');
});
