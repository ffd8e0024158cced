import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixture, hostfit } from './run.ts';

const fleet = fixture('rvtools/migration-planner-example1.xlsx');
const folder = mkdtempSync(join(tmpdir(), 'hostfit-backup-'));

function scenario(name: string, backup: unknown): string {
  const path = join(folder, `${name}.json`);
  writeFileSync(path, JSON.stringify({ backup }));
  return path;
}

interface Verdict {
  readonly method: string;
  readonly fits: string;
  readonly because: readonly { readonly kind: string }[];
}

const raw = {
  environment: { product: 'vsphere' },
  rest: { needs: { rawDisk: true, singleFile: false } },
};

describe('backup', () => {
  test('answers five questions without a fleet, with reasons', async () => {
    const { code, out, err } = await hostfit(
      'backup',
      '--scenario',
      scenario('raw', raw),
      '--json',
    );
    const answer = JSON.parse(out);
    expect([code, err]).toEqual([0, '']);
    const verdicts: readonly Verdict[] = answer.verdicts;
    const of = (id: string) => verdicts.find(({ method }) => method === id);
    for (const id of ['machine-file-copy', 'export-import', 'tracking-lan']) {
      expect([id, of(id)?.fits, of(id)?.because.map(({ kind }) => kind)]).toEqual([
        id,
        'does-not-fit',
        expect.arrayContaining(['raw-disk']),
      ]);
    }
    expect(answer.plan.at(-1)).toMatchObject({ class: 'rest', machines: 100 });
    expect(answer.capacityGib).toHaveLength(5);
    expect(Object.keys(answer.restoreSeconds)).toEqual(['file', 'machine', 'host', 'everything']);
    expect(answer.notes).toEqual([{ kind: 'sample-fleet' }]);
  });

  test('plans a fleet by class: every machine once, every job within the window', async () => {
    const classes = [{ id: 'large', match: { atLeastGib: 100 }, retentionDays: 30 }];
    const path = scenario('classes', { environment: { product: 'vsphere' }, classes });
    const { code, out } = await hostfit('backup', fleet, '--scenario', path, '--json');
    const answer = JSON.parse(out);
    expect(code).toBe(0);
    const [large, rest] = answer.plan;
    expect(large.machines).toBeGreaterThan(0);
    expect(large.machines + rest.machines).toBe(answer.machines);
    expect(large.usedGib + rest.usedGib).toBeCloseTo(answer.usedGib, 6);
    const ends: number[] = answer.schedule.map(
      ({ endSeconds }: { endSeconds: number }) => endSeconds,
    );
    expect(Math.max(...ends)).toBe(answer.windowSeconds);
    const names = new Set(answer.schedule.map(({ workload }: { workload: string }) => workload));
    expect(names.size).toBe(answer.schedule.length);
    expect(answer.windowSeconds * (1 + 1e-9)).toBeGreaterThanOrEqual(
      answer.nights.find((own: { night: string }) => own.night === answer.decisive).boundSeconds,
    );
  });

  test('says the same twice, and in both languages what it is about', async () => {
    const path = scenario('raw-again', raw);
    const [first, second] = await Promise.all([
      hostfit('backup', '--scenario', path, '--json'),
      hostfit('backup', '--scenario', path, '--json'),
    ]);
    expect(first.out).toBe(second.out);
    const ja = await hostfit('backup', '--lang', 'ja');
    const en = await hostfit('backup', '--lang', 'en');
    expect(ja.out).toContain('分類ごとの計画');
    expect(en.out).toContain('A plan by class');
  });

  test('ends with 3 and the reasons where nothing fits a class', async () => {
    const path = scenario('hopeless', {
      environment: {
        has: { 'image-software': false, 'guest-software': false, 'array-snapshot': false },
      },
      rest: { needs: { application: true, hostLoad: 'none', rawDisk: true, rtoSeconds: 10 } },
    });
    const { code, out, err } = await hostfit('backup', '--scenario', path, '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out).plan.at(-1)).toMatchObject({ class: 'rest', method: null });
    expect(err).toContain('It needs backup software');
  });

  test.each([
    [{ chain: { fullEveryDays: 0 } }, 'backup.chain.fullEveryDays is 0; expected at least 1'],
    [{ rest: { intervalSeconds: 5000 } }, 'backup.rest.intervalSeconds is 5000; expected one of'],
    [{ rest: { needs: { rawdisk: true } } }, 'unknown setting backup.rest.needs.rawdisk'],
    [{ rest: { method: 'rsync' } }, 'backup.rest.method is "rsync"; expected one of file-copy'],
    [{ environment: { product: 'esx' } }, 'backup.environment.product is "esx"; expected one of'],
    [{ window: { lanRatio: 50 } }, 'backup.window.lanRatio is 50; expected at most 1'],
  ])('refuses %j with place, value and what was expected', async (backup, message) => {
    const path = scenario(`bad-${message.length}`, backup);
    const { code, out, err } = await hostfit('backup', '--scenario', path, '--json');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });
});
