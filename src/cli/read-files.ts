import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { ImportFile, ImportOutcome } from '../import/outcome.ts';
import type { Planner } from '../worker/planner.ts';
import { type Request, UsageError } from './command.ts';
import type { Texts } from './texts.ts';

/** In a folder, the files that an import may be made of; the rest (a README, a picture) is passed over. */
const importable = new Set(['.csv', '.tsv', '.txt', '.xlsx', '.zip']);

/** Reads the files that the command line names; a folder stands for the importable files in it. */
export async function readFiles(paths: readonly string[], texts: Texts): Promise<ImportFile[]> {
  if (paths.length === 0) throw new UsageError(texts.noFile);
  const files: ImportFile[] = [];
  for (const path of paths) {
    for (const file of await listed(path, texts)) {
      files.push({ name: basename(file), data: await bytesOf(file, texts) });
    }
  }
  return files;
}

async function listed(path: string, texts: Texts): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new UsageError(texts.noSuchFile(path));
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => importable.has(extname(name).toLowerCase()));
  if (names.length === 0) throw new UsageError(texts.emptyFolder(path));
  return names.sort().map((name) => join(path, name));
}

export async function bytesOf(path: string, texts: Texts): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw new UsageError(texts.noSuchFile(path));
  }
}

type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

/** Imports the files into the planner, or says why not. */
export async function importInto(
  planner: Planner,
  paths: readonly string[],
  texts: Texts,
): Promise<Imported> {
  const outcome = await planner.importFiles(await readFiles(paths, texts), null, null);
  switch (outcome.kind) {
    case 'imported':
      return outcome;
    case 'mapping-needed': {
      const columns = outcome.guess.columns.map(({ header, field }) => `${header} → ${field}`);
      throw new UsageError([texts.mappingNeeded, ...columns].join('\n'));
    }
    case 'refused':
      throw new UsageError(outcome.reasons.map(texts.words.import.problem).join('\n'));
  }
}

/** Imports the files that the command line names; what could not be used is said, unless a program reads. */
export async function importAsked(
  planner: Planner,
  { files, isJson }: Request,
  texts: Texts,
): Promise<Imported> {
  const outcome = await importInto(planner, files, texts);
  if (!isJson) reportImport(outcome, texts);
  return outcome;
}

/** Says on standard error what the import could not use. */
export function reportImport(outcome: Imported, texts: Texts): void {
  const { skipped, warnings } = outcome;
  if (skipped.count > 0) console.error(texts.skipped(skipped.count));
  for (const problem of skipped.listed.slice(0, 20)) {
    console.error(`  ${texts.words.import.problem(problem)}`);
  }
  for (const warning of warnings) console.error(texts.importWarning(warning));
}
