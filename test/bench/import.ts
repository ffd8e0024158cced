import { importFiles } from '../../src/import/import-files.ts';
import type { ImportFile } from '../../src/import/outcome.ts';
import { seeded, wholeBelow } from '../../src/model/random.ts';
import { inventFleet, rvtoolsSheets } from '../fixtures/invented-fleet.ts';
import { writeWorkbook } from '../fixtures/xlsx-writer.ts';

const runs = 5;
/** The best peer seen: Presizion reads 10,000 machines from a workbook in Node. */
const peerSeconds = 2.4;

/** Times the import of generated files; the first run, with cold code, is what a reader waits for. */
export async function bench(print: (line: string) => void): Promise<void> {
  const vms = inventFleet(10_000, 640, 1);
  const workbook = { name: 'rvtools.xlsx', data: writeWorkbook(rvtoolsSheets(vms, 640)) };
  const { first, best } = await time(workbook, 10_000);
  const mib = (workbook.data.length / 2 ** 20).toFixed(1);
  print(
    `RVTools workbook, 10,000 machines, 9 sheets, ${mib} MiB: first ${first.toFixed(2)} s, best ${best.toFixed(2)} s` +
      ` (peer ${peerSeconds} s: ${(first / peerSeconds).toFixed(2)} and ${(best / peerSeconds).toFixed(2)} of it)`,
  );
  const table = { name: 'table.csv', data: csvTable(100_000) };
  const csv = await time(table, 100_000);
  print(
    `CSV table, 100,000 rows × 8 columns: first ${csv.first.toFixed(2)} s, best ${csv.best.toFixed(2)} s`,
  );
  const profile = { name: 'hourly_cpu_mhz.csv', data: profileTable(2000, 720) };
  const hourly = await time(profile, 2000);
  print(
    `Profile, 2,000 × 720 hours: first ${hourly.first.toFixed(2)} s, best ${hourly.best.toFixed(2)} s`,
  );
}

async function time(file: ImportFile, expected: number): Promise<{ first: number; best: number }> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const outcome = await importFiles([file], null, null);
    seconds.push((performance.now() - start) / 1000);
    if (outcome.kind !== 'imported' || outcome.fleet.count !== expected) {
      throw new Error(`${file.name} was not imported whole`);
    }
  }
  return { first: seconds[0] ?? Number.NaN, best: Math.min(...seconds) };
}

function csvTable(rowCount: number): Uint8Array {
  const random = seeded(2);
  const lines = [
    'server name,vCPU,memory (GB),disk (GB),OS,cluster,CPU usage mean (MHz),power state',
  ];
  for (let i = 0; i < rowCount; i++) {
    lines.push(
      `server-${i},${1 + wholeBelow(random, 16)},${4 * (1 + wholeBelow(random, 16))},${wholeBelow(random, 2000)},` +
        `Linux ${wholeBelow(random, 9)},cluster-${wholeBelow(random, 40)},${wholeBelow(random, 9000)},on`,
    );
  }
  return new TextEncoder().encode(lines.join('\n'));
}

function profileTable(rowCount: number, hourCount: number): Uint8Array {
  const random = seeded(3);
  const hours = Array.from({ length: hourCount }, (_, hour) => 1_375_308_000 + hour * 3600);
  const lines = [`vm,${hours.join(',')}`];
  for (let i = 0; i < rowCount; i++) {
    lines.push(`vm-${i},${hours.map(() => wholeBelow(random, 5000)).join(',')}`);
  }
  return new TextEncoder().encode(lines.join('\n'));
}
