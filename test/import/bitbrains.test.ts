import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fixture, imported, textFile, total } from './read-fixture.ts';

const raw = ['103', '20', '27'].map((name) => fixture(`test/fixtures/bitbrains/${name}.csv`));

// Computed with Python's standard library from the same files: nearest-rank percentiles, rows of 0 cores left out.
describe('the raw traces', () => {
  test('become one fleet with figures from the five-minute samples', async () => {
    const { fleet, format, skipped, warnings } = await imported(...raw);
    expect(format).toBe('bitbrains');
    expect(fleet.names).toEqual(['103', '20', '27']);
    expect(Array.from(fleet.vcpuCount)).toEqual([4, 1, 32]);
    expect(Array.from(fleet.memoryConfiguredGib)).toEqual([15.9296875, 3.919921875, 511.458984375]);
    const { cpu, memory, throughput, network } = fleet.use;
    expect(cpu.mean[0]).toBeCloseTo(263.7931281341317, 9);
    expect(cpu.p95[0]).toBe(276.994591028);
    expect(cpu.max[0]).toBe(3052.79249971);
    expect(cpu.mean[1]).toBeCloseTo(25.427236421066684, 9);
    expect(cpu.p95[2]).toBe(2956.4985327000004);
    expect(memory.mean[2]).toBeCloseTo(0.2166469772386443, 12);
    expect(memory.max[0]).toBeCloseTo(1.8346649169921876, 12);
    expect(throughput.max[2]).toBeCloseTo(0.8558593749999999, 12);
    expect(network.mean[1]).toBeCloseTo(0.00014266304347826077, 12);
    expect(network.p95[2]).toBeCloseTo(0.049153645833333336, 12);
    expect(skipped.count).toBe(0);
    expect(warnings).toEqual([
      { kind: 'time-gaps', count: 2 },
      { kind: 'zero-cores', count: 1901 },
    ]);
  });

  test('are folded to hours by mean; hours without samples are unknown', async () => {
    const { profile } = (await imported(...raw)).fleet;
    expect(profile?.slotCount).toBe(169);
    expect(profile?.slotSeconds).toBe(3600);
    expect(profile?.startEpochSeconds).toBe(1_375_308_000);
    const cpu = profile?.columns.cpu ?? new Float64Array();
    expect(cpu[0]).toBeCloseTo(264.15270564583335, 9);
    expect(total(cpu.subarray(0, 169)).sum).toBeCloseTo(44573.67536762235, 6);
    expect(total(cpu.subarray(169, 338)).known).toBe(10);
    expect(total(cpu.subarray(338)).sum).toBeCloseTo(477936.1978019179, 5);
  });

  test('give the same fleet from a zip, and from rows in reverse order', async () => {
    const plain = await imported(...raw);
    const zip = zipSync({
      'rnd/103.csv': raw[0]?.data as Uint8Array,
      'rnd/20.csv': raw[1]?.data as Uint8Array,
      'rnd/27.csv': raw[2]?.data as Uint8Array,
    });
    const zipped = await imported({ name: 'rnd.zip', data: zip });
    expect({ ...zipped.fleet, name: '' }).toEqual({ ...plain.fleet, name: '' });
    const [header, ...rows] = new TextDecoder()
      .decode(raw[0]?.data as Uint8Array)
      .trimEnd()
      .split('\n');
    const reversed = await imported(textFile('103.csv', [header, ...rows.reverse()].join('\n')));
    expect(reversed.fleet.use.cpu.p95[0]).toBe(plain.fleet.use.cpu.p95[0]);
    expect(reversed.fleet.profile?.columns.cpu?.[0]).toBeCloseTo(
      plain.fleet.profile?.columns.cpu?.[0] as number,
      9,
    );
    expect(reversed.warnings).toContainEqual({ kind: 'rows-out-of-order', count: rows.length - 1 });
  });
});

describe('odd traces', () => {
  const header =
    'Timestamp [ms];\tCPU cores;\tCPU capacity provisioned [MHZ];\tCPU usage [MHZ];\tCPU usage [%];\tMemory capacity provisioned [KB];\tMemory usage [KB];\tDisk read throughput [KB/s];\tDisk write throughput [KB/s];\tNetwork received throughput [KB/s];\tNetwork transmitted throughput [KB/s]';
  const row = (time: number | string, change: Partial<Record<number, string>> = {}) => {
    const cells = [
      String(time),
      '2',
      '5200',
      '520',
      '10',
      '4194304',
      '1048576',
      '1',
      '1',
      '1',
      '1',
    ];
    return cells.map((cell, i) => change[i] ?? cell).join(';\t');
  };
  const trace = (...rows: string[]) => textFile('vm.csv', [header, ...rows].join('\n'));

  test('milliseconds and seconds give the same fleet', async () => {
    const times = [0, 300, 600, 3600].map((time) => 1_375_308_000 + time);
    const inSeconds = await imported(trace(...times.map((time) => row(time))));
    const inMs = await imported(trace(...times.map((time) => row(`${time}000`))));
    expect(inMs.fleet).toEqual(inSeconds.fleet);
  });

  test('every row is used, or listed with its place', async () => {
    const { skipped, fleet } = await imported(
      trace(
        row(1_375_308_000),
        row('never'),
        row(5),
        row(4_000_000_000),
        row(1_375_308_300, { 1: 'x' }),
        row(1_375_308_300, { 1: '-1' }),
        row(1_375_308_300, { 2: '1e308' }),
        '1375308300;\t2;\t5200',
        row(1_375_308_600),
      ),
    );
    expect(fleet.count).toBe(1);
    expect(skipped.listed.map(({ kind, row: at, column }) => [kind, at, column])).toEqual([
      ['bad-time', 3, 'Timestamp [ms]'],
      ['bad-time', 4, 'Timestamp [ms]'],
      ['bad-time', 5, 'Timestamp [ms]'],
      ['not-a-number', 6, 'CPU cores'],
      ['negative', 7, 'CPU cores'],
      ['too-big', 8, 'CPU capacity provisioned [MHZ]'],
      ['wrong-column-count', 9, null],
    ]);
  });

  test('a wrong figure drops the figure, not the sample', async () => {
    const { fleet, warnings, skipped } = await imported(
      trace(row(1_375_308_000, { 6: 'much' }), row(1_375_308_300)),
    );
    expect(skipped.count).toBe(0);
    expect(fleet.use.memory.mean[0]).toBe(1);
    expect(warnings).toContainEqual(expect.objectContaining({ kind: 'value-dropped', count: 1 }));
  });

  test('use above the capacity is counted and kept', async () => {
    const { fleet, warnings } = await imported(trace(row(1_375_308_000, { 3: '6000' })));
    expect(fleet.use.cpu.max[0]).toBe(6000);
    expect(warnings).toContainEqual({ kind: 'above-capacity', count: 1 });
  });

  test('a machine that never has cores is off', async () => {
    const { fleet } = await imported(trace(row(1_375_308_000, { 1: '0', 2: '0' })));
    expect(fleet.powerState[0]).toBe(1);
    expect(fleet.use.cpu.mean[0]).toBeNaN();
  });
});

describe('the inventory with its hourly tables', () => {
  // Sums by Python over the published tables.
  test('is the sample of the site, with its totals', async () => {
    const { fleet, format, skipped, warnings } = await imported(
      fixture('public/samples/bitbrains-2013-8.zip'),
    );
    expect(format).toBe('bitbrains-inventory');
    expect(fleet.count).toBe(500);
    expect(total(fleet.vcpuCount).sum).toBe(1451);
    expect(total(fleet.cpuProvisionedMhz).sum).toBeCloseTo(3_911_598.1, 3);
    expect(total(fleet.memoryConfiguredGib).sum * 1024).toBeCloseTo(4_373_658.1, 3);
    expect(total(fleet.use.cpu.mean).sum).toBeCloseTo(503_464.6, 3);
    expect(total(fleet.use.cpu.p95).sum).toBeCloseTo(1_251_375.2, 3);
    expect(total(fleet.use.cpu.max).sum).toBeCloseTo(1_934_405.5, 3);
    expect(total(fleet.use.memory.max).sum * 1024).toBeCloseTo(2_403_311.3, 3);
    expect(total(fleet.use.throughput.mean).sum * 1024).toBeCloseTo(122_472, 3);
    expect(total(fleet.use.network.max).sum * 1024).toBeCloseTo(4_114_612.7, 3);
    expect(skipped.count).toBe(0);
    expect(warnings).toEqual([]);
    const { profile } = fleet;
    expect(profile).toMatchObject({
      slotCount: 720,
      slotSeconds: 3600,
      startEpochSeconds: 1_375_308_000,
    });
    const of = (resource: 'cpu' | 'memory' | 'throughput' | 'network') =>
      total(profile?.columns[resource] ?? new Float64Array());
    expect(of('cpu')).toEqual({ sum: 361_082_132, known: 357_153 });
    expect(of('memory').sum * 1024).toBeCloseTo(193_243_903, 2);
    expect(of('throughput').sum * 1024).toBeCloseTo(88_116_472, 2);
    expect(of('network').sum * 1024).toBeCloseTo(51_600_348, 2);
  });
});
