import { describe, expect, test } from 'vitest';
import { labelAt } from '../../src/model/fleet/fleet.ts';
import { fixture, imported, total, totals } from './read-fixture.ts';

describe('the real RVTools export', () => {
  const file = fixture('test/fixtures/rvtools/migration-planner-example1.xlsx');

  // Summed with Python's XML parser from the same file: vInfo, and for vm-9 (whose vInfo row breaks off) vCPU,
  // vMemory and vDisk.
  test('gives its nine machines and their totals', async () => {
    const { fleet, format, skipped } = await imported(file);
    expect(format).toBe('rvtools-xlsx');
    expect(totals({ fleet })).toEqual({
      count: 9,
      vcpus: 51 + 18,
      cpuMhz: 165_240,
      memoryGib: (105_753 + 40_960) / 1024,
      diskGib: (1_371_610 + 102_400) / 1024,
    });
    expect(skipped.count).toBe(0);
  });

  test('joins disks by VM ID where names are anonymised sheet by sheet', async () => {
    const { fleet } = await imported(file);
    // vDisk calls vm-111122 "vm-9" as vMemory does; vInfo has no ID for it.
    expect(fleet.names[8]).toBe('vm-9');
    expect(fleet.diskProvisionedGib[8]).toBe(100);
    expect(fleet.memoryConfiguredGib[8]).toBe(40);
  });

  test('takes use only from machines that are on', async () => {
    const { fleet } = await imported(file);
    expect(Array.from(fleet.powerState)).toEqual([1, 1, 0, 1, 1, 1, 1, 0, 0]);
    expect(total(fleet.use.cpu.mean)).toEqual({ sum: 91 + 3304 + 3580, known: 3 });
    expect(total(fleet.use.cpu.max).known).toBe(0);
    expect(fleet.use.memory.mean[0]).toBeNaN();
    // vInfo's own figure, not vMemory's 286.
    expect(fleet.use.memory.mean[2]).toBe(335 / 1024);
  });

  test('says which sheets contradict vInfo', async () => {
    const { warnings } = await imported(file);
    const counts = warnings.flatMap((warning) =>
      warning.kind === 'sheets-disagree' ? [[warning.sheet, warning.count]] : [],
    );
    expect(counts).toEqual([
      ['vCPU', 5],
      ['vMemory', 8],
      ['vDisk', 7],
      ['vPartition', 6],
    ]);
  });

  test('has seven hosts of 2 × 16 cores', async () => {
    const { fleet } = await imported(file);
    expect(fleet.hosts).toHaveLength(7);
    expect(fleet.hosts[0]).toEqual({
      name: '10.17.135.71',
      cluster: 'Cluster',
      cpuModel: 'Intel(R) Xeon(R) Gold 5218 CPU @ 2.30GHz',
      socketCount: 2,
      coreCount: 32,
      coreMhz: 2295,
      hasHyperThreading: true,
      memoryGib: 261_797 / 1024,
      nicCount: 5,
      model: 'HPE ProLiant DL380 Gen10',
    });
    expect(labelAt(fleet.labels.os, 2)).toBe('Debian GNU/Linux 9 (64-bit)');
  });
});
