import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import { metricIn, slotsOfHeader } from '../../src/import/profile-table.ts';
import { imported, textFile } from './read-fixture.ts';

const hours = Array.from({ length: 24 }, (_, i) => i);
const line = (name: string, values: readonly (number | string)[]) => [name, ...values].join(',');
const inventory = textFile(
  'servers.csv',
  'name,vCPU,memory (GB),CPU capacity (MHz)\nweb,2,8,5000\ndb,4,16,10000\n',
);

describe('headers of time', () => {
  test('slots lie where the header puts them, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(hours, { minLength: 24, maxLength: 24 }), (order) => {
        const start = 1_375_308_000;
        const header = ['vm', ...order.map((hour) => String(start + hour * 3600))];
        const slots = slotsOfHeader(header, false);
        expect(Array.from(slots?.slotOf ?? [])).toEqual(order);
        expect(slots?.grid).toEqual({ slotSeconds: 3600, isDated: true, phaseSeconds: 0 });
      }),
    );
  });

  test.each([
    ['Unix seconds', (hour: number) => String(1_375_308_000 + hour * 3600), 3600],
    ['Unix milliseconds', (hour: number) => `${1_375_308_000 + hour * 3600}000`, 3600],
    [
      'ISO date-times',
      (hour: number) => `2013-08-01T${String(hour).padStart(2, '0')}:00:00Z`,
      3600,
    ],
    ['date-times of a Japanese spreadsheet', (hour: number) => `2013/8/1 ${hour}:00`, 3600],
    ['spreadsheet day numbers', (hour: number) => String(41_487 + hour / 24), 3600],
    ['hours from 0', (hour: number) => String(hour), 3600],
    ['hours from 1', (hour: number) => String(hour + 1), 3600],
    ['Japanese hours', (hour: number) => `${hour}時`, 3600],
    ['clock times', (hour: number) => `${hour}:00`, 3600],
    ['half hours', (hour: number) => `${hour >> 1}:${hour % 2 ? '30' : '00'}`, 1800],
  ])('%s', (_, write, slotSeconds) => {
    const slots = slotsOfHeader(['vm', ...hours.map(write)], false);
    expect(slots?.count).toBe(24);
    expect(slots?.grid.slotSeconds).toBe(slotSeconds);
  });

  test.each([
    ['too few', ['vm', '0', '1', '2']],
    ['twice the same', ['vm', ...hours.map(() => '1375308000')]],
    [
      'no regular grid',
      ['vm', ...hours.map((hour) => String(1_375_308_000 + hour * 3600 + (hour === 5 ? 1500 : 0)))],
    ],
    [
      'far apart',
      [
        'vm',
        ...hours.map((hour) => String(1_375_308_000 + hour * (hour === 23 ? 10_000_000 : 60))),
      ],
    ],
    ['other figures', ['vm', ...hours.map((hour) => String(hour * hour))]],
  ])('%s is no profile', (_, header) => {
    expect(slotsOfHeader(header, false)).toBeNull();
  });

  test.each([
    ['hourly-2013-8-cpu_mhz_mean.csv', 'cpu', 'mean', 1],
    ['hourly-2013-8-cpu_mhz_max.csv', 'cpu', 'max', 1],
    ['hourly-2013-8-mem_used_mb_mean.csv', 'memory', 'mean', 1 / 1024],
    ['hourly-2013-8-disk_kbps_mean.csv', 'throughput', 'mean', 1 / 1024],
    ['hourly-2013-8-net_kbps_mean.csv', 'network', 'mean', 1 / 1024],
    ['CPU使用率(%) 最大', 'cpu', 'max', null],
    ['disk_iops.csv', 'iops', 'mean', 1],
    ['memory GB p95', 'memory', 'p95', 1],
  ] as const)('%s is %s, %s', (name, resource, statistic, scale) => {
    expect(metricIn(name)).toEqual({ resource, statistic, scale });
  });
});

describe('profiles with an inventory', () => {
  test('a percentage is of the provisioned CPU', async () => {
    const profile = textFile(
      'cpu.csv',
      [line('CPU (%)', hours), line('web', hours), line('db', hours)].join('\n'),
    );
    const { fleet } = await imported(inventory, profile);
    expect(fleet.profile?.startEpochSeconds).toBeNull();
    expect(Array.from(fleet.profile?.columns.cpu ?? [])).toEqual([
      ...hours.map((hour) => hour * 50),
      ...hours.map((hour) => hour * 100),
    ]);
    expect(fleet.use.cpu.mean[0]).toBe(575);
  });

  test('the means make the profile where maxima are given too', async () => {
    const { fleet } = await imported(
      inventory,
      textFile(
        'cpu_mhz_max.csv',
        [
          line('vm', hours),
          line(
            'web',
            hours.map(() => 900),
          ),
        ].join('\n'),
      ),
      textFile(
        'cpu_mhz_mean.csv',
        [
          line('vm', hours),
          line(
            'web',
            hours.map(() => 300),
          ),
        ].join('\n'),
      ),
    );
    expect(fleet.profile?.columns.cpu?.[0]).toBe(300);
    expect(fleet.use.cpu.max[0]).toBe(900);
    expect(fleet.profile?.columns.cpu?.[24]).toBeNaN();
  });

  test('a row about nobody is listed, a wrong figure dropped', async () => {
    const { skipped, warnings, fleet } = await imported(
      inventory,
      textFile(
        'cpu_mhz.csv',
        [
          line('vm', hours),
          line('mail', hours),
          line('db', ['x', -1, 1e308, ...hours.slice(3)]),
        ].join('\n'),
      ),
    );
    expect(skipped.listed).toEqual([
      {
        kind: 'unknown-workload',
        file: 'cpu_mhz.csv',
        sheet: null,
        row: 2,
        column: 'vm',
        value: 'mail',
      },
    ]);
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'value-dropped', count: 3 }));
    expect(fleet.profile?.columns.cpu?.[24 + 3]).toBe(3);
  });

  test('tables of unlike slots are not mixed', async () => {
    const { skipped, fleet } = await imported(
      inventory,
      textFile('cpu_mhz.csv', [line('vm', hours), line('web', hours)].join('\n')),
      textFile(
        'net_kbps.csv',
        [
          line(
            'vm',
            hours.map((hour) => `${hour >> 1}:${hour % 2 ? '30' : '00'}`),
          ),
          line('web', hours),
        ].join('\n'),
      ),
    );
    expect(skipped.listed).toMatchObject([{ kind: 'bad-time', file: 'net_kbps.csv' }]);
    expect(Object.keys(fleet.profile?.columns ?? {})).toEqual(['cpu']);
  });

  test('profiles alone are a fleet whose sizes are unknown', async () => {
    const { fleet, format } = await imported(
      textFile('cpu_mhz.csv', [line('vm', hours), line('web', hours)].join('\n')),
    );
    expect(format).toBe('hourly-profile');
    expect(fleet.names).toEqual(['web']);
    expect(fleet.vcpuCount[0]).toBeNaN();
    expect(fleet.use.cpu.mean[0]).toBe(11.5);
  });

  test('a profile of nobody knows what is refused', async () => {
    const outcome = await importFiles(
      [textFile('a.csv', [line('vm', hours), line('web', hours)].join('\n'))],
      null,
      null,
    );
    expect(outcome).toMatchObject({
      kind: 'refused',
      reasons: [{ kind: 'missing-column', row: 1 }],
    });
  });
});
