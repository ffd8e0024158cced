import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { importFiles } from '../../src/import/import-files.ts';
import type { ImportFile, ImportOutcome } from '../../src/import/outcome.ts';
import type { Fleet } from '../../src/model/fleet/fleet.ts';

/** A file of `test/fixtures` or `public/samples`, by its path from the project's root. */
export function fixture(path: string): ImportFile {
  const url = new URL(`../../${path}`, import.meta.url);
  return { name: basename(path), data: new Uint8Array(readFileSync(url)) };
}

export const textFile = (name: string, text: string): ImportFile => ({
  name,
  data: new TextEncoder().encode(text),
});

export type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

/** Imports what must be importable; the reasons stand in the error where it is not. */
export async function imported(...files: readonly ImportFile[]): Promise<Imported> {
  const outcome = await importFiles(files, null, null);
  if (outcome.kind !== 'imported') throw new Error(JSON.stringify(outcome, null, 1).slice(0, 2000));
  return outcome;
}

/** The sum of what is known, and of how many rows. */
export function total(column: Float64Array): { sum: number; known: number } {
  const known = column.filter((value) => !Number.isNaN(value));
  return { sum: known.reduce((sum, value) => sum + value, 0), known: known.length };
}

export const totals = ({ fleet }: { fleet: Fleet }) => ({
  count: fleet.count,
  vcpus: total(fleet.vcpuCount).sum,
  cpuMhz: total(fleet.cpuProvisionedMhz).sum,
  memoryGib: total(fleet.memoryConfiguredGib).sum,
  diskGib: total(fleet.diskProvisionedGib).sum,
});
