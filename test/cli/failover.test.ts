import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostfit } from './run.ts';

const sample = 'public/samples/rvtools-sample.xlsx';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostfit-failover-'));
});

async function scenario(name: string, failover: object): Promise<string> {
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify({ effort: 0, failover }));
  return path;
}

describe('failover on the command line', () => {
  test('a host of the plan fails, and all its machines restart elsewhere', async () => {
    const { code, out, err } = await hostfit('failover', sample, '--json');
    expect(err).toBe('');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer.notRestarted).toBe(0);
    expect(answer.vms.length).toBeGreaterThan(0);
    const lost = answer.hosts[0].name;
    for (const vm of answer.vms) {
      expect(vm).toMatchObject({ restarted: true, reason: null });
      expect(vm.host).not.toBe(lost);
      expect(vm.downSeconds).toBeGreaterThan(answer.leastSeconds);
    }
    expect(answer.restartedAllSeconds).toBe(
      Math.max(...answer.vms.map(({ downSeconds }: { downSeconds: number }) => downSeconds)),
    );
    expect(answer.timeline[0]).toEqual({ atSeconds: 0, kind: 'incident', incident: 'host' });
  });

  test('a product of the catalogue, hosts of today, and incidents by name', async () => {
    const path = await scenario('today', {
      cluster: 'today',
      timers: 'pve-9',
      incidents: [{ kind: 'host', host: 0 }],
    });
    const first = JSON.parse((await hostfit('failover', sample, '--scenario', path, '--json')).out);
    const { name } = first.hosts[0];
    const named = await scenario('named', {
      cluster: 'today',
      timers: 'pve-9',
      incidents: [{ kind: 'host', host: name }],
    });
    const { out, code } = await hostfit('failover', sample, '--scenario', named, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(first);
    // The lock of 120 s, and a round of 10 s, come first.
    for (const { downSeconds, restarted } of first.vms) {
      if (restarted) expect(downSeconds).toBeGreaterThan(130);
    }
  });

  test('the test bed needs no file', async () => {
    const path = await scenario('bed', {
      cluster: 'test-bed',
      incidents: [{ kind: 'network', network: 'storage' }],
    });
    const { code, out } = await hostfit('failover', '--scenario', path, '--lang', 'ja');
    expect(code).toBe(0);
    expect(out).toContain('止まった 4 台のうち 4 台が戻りません。');
  });

  test.each([
    [
      'a host that is not there',
      { incidents: [{ kind: 'host', host: 999 }] },
      /failover\.incidents\.0\.host: “999”/,
    ],
    [
      'an unknown product',
      { timers: 'nothing' },
      /failover\.timers is "nothing"; expected one of .*vsphere-8/,
    ],
    [
      'a wrong value',
      { timers: { detectionSeconds: -1 } },
      /failover\.timers\.detectionSeconds.*at least 0/,
    ],
    ['an unknown kind', { incidents: [{ kind: 'flood' }] }, /failover\.incidents\.0\.kind/],
  ])('%s is bad input, named with its place', async (name, failover, message) => {
    const path = await scenario(name.replaceAll(' ', '-'), failover);
    const { code, out, err } = await hostfit('failover', sample, '--scenario', path, '--json');
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(message);
  });
});
