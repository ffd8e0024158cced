import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { hostfit } from './run.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostfit-license-'));
});

async function scenario(name: string, licensing: unknown): Promise<string> {
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify({ licensing }));
  return path;
}

const numbers = {
  hosts: 2,
  socketsPerHost: 2,
  coresPerSocket: 8,
  machines: 20,
  vcpusPerMachine: 2,
  windows: 4,
  rhel: 0,
  sles: 0,
  sql: 1,
  oracle: 0,
  claimedTib: 0,
};

test('license counts plain numbers without a file, each line with its reasons', async () => {
  const path = await scenario('numbers', { numbers, rates: { USD: 150 }, taxRatio: 0.1 });
  const { code, out, err } = await hostfit('license', '--scenario', path, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  const [vvf] = answer.lines;
  expect(vvf).toMatchObject({
    product: 'vmware-vvf',
    metric: 'core',
    counted: 72,
    packs: 72,
    amount: { minor: 72 * 135_00 * 3, currency: 'USD' },
  });
  expect(vvf.because.map(({ step }: { step: string }) => step)).toEqual([
    'host-group',
    'cores-present',
    'cpu-minimum',
    'times-hosts',
    'order-minimum',
  ]);
  expect(answer.total).toMatchObject({ currency: 'JPY', isComplete: true });
  expect(answer.total.minor).toBeGreaterThan(answer.total.taxMinor);
  expect(answer.notAQuote).toMatch(/not a quote/);
});

test('license plans a fleet and counts what its labels say', async () => {
  const path = await scenario('fleet', { hypervisor: 'proxmox-premium', rates: { EUR: 160 } });
  const sample = 'public/samples/rvtools-sample.xlsx';
  const { code, out } = await hostfit('license', sample, '--scenario', path, '--json');
  expect(code).toBe(0);
  const answer = JSON.parse(out);
  expect(answer.estate.from).toBe('fleet');
  expect(answer.lines[0]).toMatchObject({ product: 'proxmox-premium', metric: 'socket' });
  expect(answer.lines[0].counted).toBe(answer.estate.sockets);
  expect(answer.estate.runs.rhel).toBeGreaterThan(0);
  expect(answer.unpriced.some((product: string) => product.startsWith('rhel'))).toBe(true);
});

test('license says in words what it counted, in Japanese too', async () => {
  const path = await scenario('words', { numbers });
  const { code, out } = await hostfit('license', '--scenario', path, '--lang', 'ja');
  expect(code).toBe(0);
  expect(out).toContain('見積もりではありません');
  expect(out).toContain('CPU ごとに最低 16');
});

test.each([
  [
    'an unknown product',
    { numbers, hypervisor: 'vmware' },
    /licensing\.hypervisor is "vmware"; expected .*vmware-vvf/,
  ],
  [
    'more guests than machines',
    { numbers: { ...numbers, windows: 30 } },
    /licensing\.numbers\.windows is 30; expected at most 20/,
  ],
  [
    'half a host',
    { numbers: { ...numbers, hosts: 0.5 } },
    /licensing\.numbers\.hosts is 0\.5; expected/,
  ],
  [
    'a rate of nought',
    { numbers, rates: { USD: 0 } },
    /licensing\.rates\.USD is 0; expected more than 0/,
  ],
  ['nothing to count', {}, /nothing to count/],
])('license refuses %s by place, value and what was expected', async (name, licensing, message) => {
  const path = await scenario(name.replaceAll(' ', '-'), licensing);
  const { code, out, err } = await hostfit('license', '--scenario', path, '--json');
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toMatch(message);
});
