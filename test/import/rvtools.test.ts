import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { labelAt } from '../../src/model/fleet/fleet.ts';
import { inventFleet, rvtoolsSheets } from '../fixtures/invented-fleet.ts';
import { type CellValue, type Sheet, writeWorkbook } from '../fixtures/xlsx-writer.ts';
import { fixture, imported, textFile, total, totals } from './read-fixture.ts';

const workbook = (...sheets: Sheet[]) => ({ name: 'export.xlsx', data: writeWorkbook(sheets) });
const infoHeader = [
  'VM',
  'Powerstate',
  'Template',
  'CPUs',
  'Memory',
  'Provisioned MiB',
  'In Use MiB',
  'Cluster',
  'Host',
  'VM ID',
];
const info = (...rows: CellValue[][]): Sheet => ({ name: 'vInfo', rows: [infoHeader, ...rows] });
const web: CellValue[] = [
  'web',
  'poweredOn',
  'False',
  4,
  8192,
  102_400,
  51_200,
  'A',
  'esx1',
  'vm-1',
];

/** The sheet as RVTools writes it to a CSV file. */
const csv = ({ rows }: Sheet, separator = ',') =>
  rows
    .map((cells) =>
      cells
        .map((cell) => (cell === null ? '' : `"${String(cell).replaceAll('"', '""')}"`))
        .join(separator),
    )
    .join('\r\n');

describe('one fleet in every form', () => {
  const invented = inventFleet(40, 4, 3);
  const sheets = rvtoolsSheets(invented, 4);
  const csvFiles = sheets.map((sheet) => textFile(`RVTools_tab${sheet.name}.csv`, csv(sheet)));

  test('the workbook holds what was put in', async () => {
    const { fleet, skipped, warnings } = await imported(workbook(...sheets));
    expect(fleet.names).toEqual(invented.map(({ name }) => name));
    expect(total(fleet.vcpuCount).sum).toBe(invented.reduce((sum, { vcpus }) => sum + vcpus, 0));
    const on = invented.filter(({ state }) => state === 'poweredOn');
    expect(total(fleet.use.cpu.mean)).toEqual({
      sum: on.reduce((sum, { cpuMhz }) => sum + cpuMhz, 0),
      known: on.length,
    });
    expect(fleet.isTemplate.reduce((sum, is) => sum + is, 0)).toBe(2);
    expect(skipped.count).toBe(0);
    expect(warnings).toEqual([]);
  });

  test('loose CSV files, a zip of them and the workbook are the same fleet', async () => {
    const book = await imported(workbook(...sheets));
    const loose = await imported(...csvFiles);
    const zip = zipSync(
      Object.fromEntries(csvFiles.map(({ name, data }) => [`out/${name}`, data as Uint8Array])),
    );
    const zipped = await imported({ name: 'csv.zip', data: zip });
    expect([book.format, loose.format, zipped.format]).toEqual([
      'rvtools-xlsx',
      'rvtools-csv',
      'rvtools-csv',
    ]);
    expect({ ...loose.fleet, name: '' }).toEqual({ ...book.fleet, name: '' });
    expect({ ...zipped.fleet, name: '' }).toEqual({ ...book.fleet, name: '' });
  });

  test('file names do not matter, nor the separator', async () => {
    const odd = sheets.map((sheet, i) => textFile(`${i}.dat`, csv(sheet, ';')));
    expect(totals(await imported(...odd))).toEqual(totals(await imported(workbook(...sheets))));
  });

  test('RVTools 3 names, and sheets called tabvInfo', async () => {
    const old = sheets.map(
      ({ name, rows: [header, ...rows] }): Sheet => ({
        name: `tab${name}`,
        rows: [(header ?? []).map((text) => String(text).replace('MiB', 'MB')), ...rows],
      }),
    );
    expect(totals(await imported(workbook(...old)))).toEqual(
      totals(await imported(workbook(...sheets))),
    );
  });

  test('the database names of columns', async () => {
    const text =
      'vInfoVMName,vInfoPowerstate,vInfoTemplate,vInfoCPUs,vInfoMemory,vInfoProvisioned,vInfoInUse,vInfoCluster,vInfoHost,vInfoOSTools\nweb,poweredOn,False,4,8192,102400,51200,A,esx1,Linux\n';
    const { fleet, format } = await imported(textFile('vInfo.csv', text));
    expect(format).toBe('rvtools-csv');
    expect(totals({ fleet })).toMatchObject({ vcpus: 4, memoryGib: 8, diskGib: 100 });
    expect(labelAt(fleet.labels.os, 0)).toBe('Linux');
  });
});

describe('the sample of the site', () => {
  test('has machines that are off, templates and rules', async () => {
    const { fleet, skipped, warnings } = await imported(
      fixture('public/samples/rvtools-sample.xlsx'),
    );
    expect(fleet.count).toBe(60);
    expect(fleet.hosts).toHaveLength(6);
    expect(fleet.powerState.filter((state) => state === 1).length).toBeGreaterThan(2);
    expect(fleet.isTemplate.reduce((sum, is) => sum + is, 0)).toBe(2);
    expect(fleet.labels.antiAffinityGroup.texts).toContain('separate-db');
    expect(fleet.labels.affinityGroup.texts).toContain('batch-together');
    expect([skipped.count, warnings]).toEqual([0, []]);
  });
});

describe('odd exports', () => {
  test('vInfo alone is enough; what is missing is said', async () => {
    const { fleet, warnings } = await imported(workbook(info(web)));
    expect(totals({ fleet })).toMatchObject({ count: 1, vcpus: 4, memoryGib: 8, diskGib: 100 });
    expect(fleet.cpuProvisionedMhz[0]).toBeNaN();
    expect(fleet.hosts.map(({ name, coreCount }) => [name, coreCount])).toEqual([['esx1', null]]);
    expect(warnings).toEqual(
      ['vCPU', 'vMemory', 'vDisk', 'vHost'].map((sheet) => ({ kind: 'missing-sheet', sheet })),
    );
  });

  test('figures may be text with separators of any language', async () => {
    const { fleet } = await imported(
      workbook(
        info(['a', 'poweredOn', 'False', '4', '8,192', '102.400', '51 200', 'A', 'esx1', 'vm-1']),
      ),
    );
    expect(totals({ fleet })).toMatchObject({ vcpus: 4, memoryGib: 8, diskGib: 100 });
    expect(fleet.use.disk.mean[0]).toBe(50);
  });

  test('names that repeat are told apart, and joined by ID', async () => {
    const cpu: Sheet = {
      name: 'vCPU',
      rows: [
        ['VM', 'CPUs', 'Max', 'Overall', 'VM ID'],
        ['web', 4, 10_400, 200, 'vm-2'],
        ['web', 4, 10_400, 100, 'vm-1'],
      ],
    };
    const { fleet, warnings } = await imported(
      workbook(info(web, [...web.slice(0, 9), 'vm-2']), cpu),
    );
    expect(fleet.names).toEqual(['web', 'web (2)']);
    expect(Array.from(fleet.use.cpu.mean)).toEqual([100, 200]);
    expect(warnings).toContainEqual({ kind: 'duplicate-names', count: 1, examples: ['web'] });
  });

  test('without IDs the host tells machines of one name apart', async () => {
    const cpu: Sheet = {
      name: 'vCPU',
      rows: [
        ['VM', 'Host', 'Cluster', 'CPUs', 'Overall'],
        ['web', 'esx2', 'A', 4, 200],
        ['web', 'esx1', 'A', 4, 100],
      ],
    };
    const other = [...web.slice(0, 8), 'esx2', null];
    const { fleet } = await imported(workbook(info([...web.slice(0, 9), null], other), cpu));
    expect(Array.from(fleet.use.cpu.mean)).toEqual([100, 200]);
  });

  test('a row of another sheet about no machine of vInfo is listed', async () => {
    const cpu: Sheet = {
      name: 'vCPU',
      rows: [
        ['VM', 'CPUs', 'Overall', 'VM ID'],
        ['web', 4, 100, 'vm-9'],
      ],
    };
    const { fleet, skipped } = await imported(workbook(info(web), cpu));
    expect(fleet.use.cpu.mean[0]).toBeNaN();
    expect(skipped.listed).toEqual([
      {
        kind: 'unknown-workload',
        file: 'export.xlsx',
        sheet: 'vCPU',
        row: 2,
        column: 'VM',
        value: 'web',
      },
    ]);
  });

  test('rows of vInfo that cannot be used are listed; the others stay', async () => {
    const change = (at: number, value: CellValue) =>
      web.map((cell, i) => (i === at ? value : cell));
    const { fleet, skipped } = await imported(
      workbook(
        info(
          change(0, ''),
          change(3, -4),
          change(3, 2.5),
          change(4, '1e308'),
          change(3, '#REF!'),
          change(4, null),
          web,
        ),
      ),
    );
    expect(fleet.names).toEqual(['web']);
    expect(skipped.listed.map(({ kind, row, column }) => [kind, row, column])).toEqual([
      ['no-name', 2, 'VM'],
      ['negative', 3, 'CPUs'],
      ['not-whole', 4, 'CPUs'],
      ['too-big', 5, 'Memory'],
      ['not-a-number', 6, 'CPUs'],
      ['not-a-number', 7, 'Memory'],
    ]);
  });

  test('a clock comes from the host where the machine is off', async () => {
    const off = web.map((cell, i) => (i === 1 ? 'poweredOff' : cell));
    const hosts: Sheet = {
      name: 'vHost',
      rows: [
        ['Host', 'Cluster', 'Speed', '# Cores', '# Memory'],
        ['esx1', 'A', 2600, 32, 1024],
      ],
    };
    const cpu: Sheet = {
      name: 'vCPU',
      rows: [
        ['VM', 'Powerstate', 'CPUs', 'Max', 'Overall'],
        ['web', 'poweredOff', 4, 0, 0],
      ],
    };
    const { fleet } = await imported(workbook(info(off), cpu, hosts));
    expect(fleet.cpuProvisionedMhz[0]).toBe(4 * 2600);
    expect(fleet.use.cpu.mean[0]).toBeNaN();
  });

  test('two exports given together are one fleet', async () => {
    const { fleet } = await imported(workbook(info(web)), {
      ...workbook(info(web)),
      name: 'other.xlsx',
    });
    expect(fleet.names).toEqual(['web', 'web (2)']);
  });

  test('a hidden partition of one disk counts once', async () => {
    const noUse = web.map((cell, i) => (i === 6 ? null : cell));
    const rows: CellValue[][] = [
      ['VM', 'Disk', 'Capacity MiB', 'Consumed MiB'],
      ['web', '/', 2048, 1024],
      ['web', '/var', 2048, 1024],
      ['web', '/data', 4096, 2048],
    ];
    const { fleet } = await imported(workbook(info(noUse), { name: 'vPartition', rows }));
    expect(fleet.use.disk.mean[0]).toBe(3);
  });
});

describe('beside an export', () => {
  test('files of RVTools that say nothing here are passed over, strange tables are listed', async () => {
    const { skipped, fleet } = await imported(
      textFile('RVTools_tabvInfo.csv', csv(info(web))),
      textFile('RVTools_tabvTools.csv', 'VM,Tools,Upgradeable\nweb,toolsOk,no\n'),
      textFile('prices.csv', 'item,yen\nhost,100\n'),
    );
    expect(fleet.count).toBe(1);
    expect(skipped.listed).toMatchObject([{ kind: 'unknown-format', file: 'prices.csv' }]);
  });

  test('a profile by the hour joins it', async () => {
    const hours = Array.from({ length: 24 }, (_, i) => i);
    const { fleet, format } = await imported(
      workbook(info(web)),
      textFile('cpu_mhz.csv', `vm,${hours.join(',')}\nweb,${hours.join(',')}\n`),
    );
    expect(format).toBe('rvtools-xlsx');
    expect(fleet.profile?.columns.cpu?.[23]).toBe(23);
  });
});
