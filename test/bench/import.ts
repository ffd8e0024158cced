import { importFiles } from '../../src/import/import-files.ts';
import type { ImportFile } from '../../src/import/outcome.ts';
import { seeded, wholeBelow } from '../../src/model/random.ts';
import { inventFleet, rvtoolsSheets } from '../fixtures/invented-fleet.ts';
import { writeWorkbook } from '../fixtures/xlsx-writer.ts';

const runs = 5;
/** The best peer seen: Presizion reads 10,000 machines from a workbook in Node. */
const peerSeconds = 2.4;

/**
 * Times the import of generated files. The first run, with cold code, is what a reader waits for; its CPU time (all
 * threads, the unpacking's too) tells how much of the wall-clock time a busy machine added.
 */
export async function bench(print: (line: string) => void): Promise<void> {
  const workbook = { name: 'rvtools.xlsx', data: rvtoolsWorkbook(10_000, 640) };
  const mib = (workbook.data.length / 2 ** 20).toFixed(1);
  const book = await time(workbook, 10_000);
  print(`RVTools workbook, 10,000 machines, 9 sheets, ${mib} MiB: ${shown(book)}`);
  const ofPeer = (seconds: number) => (seconds / peerSeconds).toFixed(2);
  print(`  of the peer's ${peerSeconds} s: first ${ofPeer(book.first)}, best ${ofPeer(book.best)}`);
  const csv = await time({ name: 'table.csv', data: csvTable(100_000) }, 100_000);
  print(`CSV table, 100,000 rows × 8 columns: ${shown(csv)}`);
  const hourly = await time({ name: 'hourly_cpu_mhz.csv', data: profileTable(2000, 720) }, 2000);
  print(`Profile, 2,000 × 720 hours: ${shown(hourly)}`);
}

interface Times {
  readonly first: number;
  readonly firstCpu: number;
  readonly best: number;
}
const shown = ({ first, firstCpu, best }: Times) =>
  `first ${first.toFixed(2)} s (CPU ${firstCpu.toFixed(2)} s), best ${best.toFixed(2)} s`;

async function time(file: ImportFile, expected: number): Promise<Times> {
  const seconds: number[] = [];
  let firstCpu = Number.NaN;
  for (let run = 0; run < runs; run++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    const outcome = await importFiles([file], null, null);
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    if (run === 0) firstCpu = (user + system) / 1e6;
    if (outcome.kind !== 'imported' || outcome.fleet.count !== expected) {
      throw new Error(`${file.name} was not imported whole`);
    }
  }
  return { first: seconds[0] ?? Number.NaN, firstCpu, best: Math.min(...seconds) };
}

/** Only the bytes leave here: what they were made of must not weigh on the run that is timed. */
const rvtoolsWorkbook = (vmCount: number, hostCount: number): Uint8Array =>
  writeWorkbook(rvtoolsSheets(inventFleet(vmCount, hostCount, 1), hostCount));

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
