import { Clock, importTrace } from './bitbrains.ts';
import { Findings, problem, shownValue, wholeFile } from './findings.ts';
import { FleetBuilder, workloadLimit } from './fleet-builder.ts';
import { isSure } from './guess-mapping.ts';
import { type Opened, openFiles } from './open-files.ts';
import type {
  ColumnMapping,
  ImportFile,
  ImportFormat,
  ImportOutcome,
  ImportProblem,
} from './outcome.ts';
import { ProfileBuilder } from './profile-builder.ts';
import { importProfileTable, isSameGrid, type ProfileTable } from './profile-table.ts';
import type { OnImportProgress } from './progress.ts';
import { importRvtools } from './rvtools.ts';
import {
  baseName,
  isStranger,
  mainTable,
  type OpenTable,
  type SortedTables,
  sortTables,
  strangerProblem,
} from './sort-tables.ts';
import { importTable } from './table.ts';

/** Rows shown to the reader who is asked for a mapping. */
const previewRows = 20;
/** Faulty rows named where none was sound. */
const refusedRows = 20;

/**
 * Reads files, given together, into one fleet. What they are is told by their content: an RVTools workbook or set of
 * CSV files, Bitbrains traces or their summary, profile tables by the hour, any other table of machines; each also
 * inside a zip. Bad input is an outcome, never an exception.
 *
 * @param mapping what the columns of a table are, where the reader has said so; null to guess
 */
export async function importFiles(
  files: readonly ImportFile[],
  mapping: ColumnMapping | null,
  onProgress: OnImportProgress | null,
): Promise<ImportOutcome> {
  const findings = new Findings();
  const opened = await openFiles(files, mapping, findings, onProgress);
  if (opened.tables.length === 0) return refused(opened, files);
  const sorted = await sortTables(opened, mapping);
  const job = new ImportJob(fleetName(files, sorted), findings, sorted);
  const outcome = await job.run(opened, mapping !== null);
  onProgress?.('parsing', 1);
  return outcome;
}

function refused(opened: Opened, files: readonly ImportFile[]): ImportOutcome {
  const reasons =
    opened.problems.length > 0
      ? opened.problems
      : [problem('empty-file', wholeFile(files[0]?.name ?? ''), null)];
  return { kind: 'refused', reasons };
}

/** A fleet is called after the one file given, or after the one that names its workloads. */
function fleetName(files: readonly ImportFile[], sorted: SortedTables): string {
  const main =
    sorted.rvtools[0]?.tables.get('vInfo') ??
    mainTable(sorted.tables)?.source ??
    sorted.traces[0] ??
    sorted.profiles[0]?.source;
  const [only] = files.length === 1 ? files : [];
  return baseName(only?.name ?? main?.file ?? '');
}

class ImportJob {
  private readonly builder = new FleetBuilder();
  private readonly name: string;
  private readonly findings: Findings;
  private readonly sorted: SortedTables;

  constructor(name: string, findings: Findings, sorted: SortedTables) {
    this.name = name;
    this.findings = findings;
    this.sorted = sorted;
  }

  async run(opened: Opened, isGiven: boolean): Promise<ImportOutcome> {
    const { sorted, builder, findings } = this;
    const reasons = [...opened.problems, ...sorted.problems];
    const hasOther = sorted.rvtools.length > 0 || sorted.traces.length > 0;
    const main = mainTable(sorted.tables);
    if (!(isGiven || hasOther || main === undefined || isSure(main.mapping))) {
      // A text of one column can hold no machine's size: there is nothing to ask.
      const isText = main.mapping.columns.length < 2;
      return isText ? { kind: 'refused', reasons: [strangerProblem(main)] } : mappingNeeded(main);
    }
    const format = await this.readAll(hasOther, reasons);
    if (format === null || builder.keptCount === 0 || builder.keptCount > workloadLimit) {
      return { kind: 'refused', reasons: this.refusal(format, reasons, opened) };
    }
    // What could not be read beside what could is listed with the rows left out.
    for (const reason of reasons) findings.skip(reason);
    const { fleet, duplicates } = builder.build(this.name);
    findings.duplicateNames(duplicates);
    const mapping = format === 'table' ? (main?.mapping ?? null) : null;
    return {
      kind: 'imported',
      format,
      fleet,
      skipped: findings.skipped(),
      warnings: findings.warnings(),
      mapping,
    };
  }

  /** Why there is no fleet: what failed, else that no row was a workload, with the first rows and their faults. */
  private refusal(
    format: ImportFormat | null,
    reasons: readonly ImportProblem[],
    opened: Opened,
  ): readonly ImportProblem[] {
    const place = wholeFile(opened.tables[0]?.source.file ?? '');
    if (this.builder.keptCount > workloadLimit) {
      return [problem('too-many-rows', place, String(this.builder.keptCount))];
    }
    if (format === null && reasons.length > 0) return reasons;
    const listed = this.findings.skipped().listed.slice(0, refusedRows);
    return [problem('no-workloads', place, null), ...reasons, ...listed];
  }

  /** @returns what was read, or null where the main part could not be */
  private async readAll(hasOther: boolean, reasons: ImportProblem[]): Promise<ImportFormat | null> {
    const { sorted, builder } = this;
    const grid = { slotSeconds: 3600, isDated: true, phaseSeconds: 0 };
    const profile = new ProfileBuilder(sorted.profiles[0]?.slots.grid ?? grid);
    const ofExports = await this.readExports(reasons);
    const ofTraces = await this.readTraces(profile, reasons);
    if (hasOther) reasons.push(...sorted.tables.filter(isStranger).map(strangerProblem));
    const ofTables = hasOther ? null : await this.readTables(reasons);
    const format = ofExports ?? ofTraces ?? ofTables;
    // Profiles alone are a fleet, but not in place of one that could not be read.
    const isOpen = format === null && !hasOther && sorted.tables.length === 0;
    if (format === null && !isOpen) return null;
    const wasRead = await this.readProfiles(profile, isOpen, reasons);
    const built = profile.build(builder.keptRows());
    if (built === 'too-large') reasons.push(problem('too-many-rows', wholeFile(this.name), null));
    else builder.profile = built;
    return format ?? (wasRead ? 'hourly-profile' : null);
  }

  private async readExports(reasons: ImportProblem[]): Promise<ImportFormat | null> {
    const { builder, findings, sorted } = this;
    let format: ImportFormat | null = null;
    for (const { isWorkbook, tables } of sorted.rvtools) {
      const first = builder.count;
      const failure = await importRvtools(tables, builder, findings);
      if (failure !== null) this.giveUp(first, failure, reasons);
      else format ??= isWorkbook ? 'rvtools-xlsx' : 'rvtools-csv';
    }
    return format;
  }

  /** Half a table is no table: its workloads so far are left out. */
  private giveUp(first: number, failure: ImportProblem, reasons: ImportProblem[]) {
    for (let row = first; row < this.builder.count; row++) this.builder.leaveOut(row);
    reasons.push(failure);
  }

  private async readTraces(
    profile: ProfileBuilder,
    reasons: ImportProblem[],
  ): Promise<ImportFormat | null> {
    const { builder, findings, sorted } = this;
    const into = { builder, profile, findings, clock: new Clock() };
    let wasRead = false;
    for (const source of sorted.traces) {
      const name = baseName(source.file);
      const failure = await importTrace(source, name, into);
      if (failure === null) wasRead = true;
      else reasons.push(failure);
    }
    return wasRead ? 'bitbrains' : null;
  }

  /** Tables with the same header are one table in several files; another one is refused. */
  private async readTables(reasons: ImportProblem[]): Promise<ImportFormat | null> {
    const { builder, findings, sorted } = this;
    const main = mainTable(sorted.tables);
    if (main === undefined) return null;
    let wasRead = false;
    for (const table of sorted.tables) {
      const first = builder.count;
      const isSame = table.header.cells.join('\t') === main.header.cells.join('\t');
      const failure = isSame
        ? await importTable(
            { source: table.source, headerRow: table.header.row, mapping: main.mapping },
            builder,
            findings,
          )
        : strangerProblem(table);
      if (failure === null) wasRead = true;
      else this.giveUp(first, failure, reasons);
    }
    if (!wasRead) return null;
    return main.isInventory ? 'bitbrains-inventory' : 'table';
  }

  private async readProfiles(
    profile: ProfileBuilder,
    isOpen: boolean,
    reasons: ImportProblem[],
  ): Promise<boolean> {
    const { builder, findings, sorted } = this;
    const rowOf = new Map<string, number>();
    for (const row of builder.keptRows()) {
      if (!rowOf.has(builder.nameOf(row))) rowOf.set(builder.nameOf(row), row);
    }
    let wasRead = false;
    for (const table of sorted.profiles) {
      const rivals = sorted.profiles.filter(
        ({ metric }) => metric.resource === table.metric.resource,
      );
      const isProfile = table === bestOf(rivals);
      const failure = isSameGrid(table.slots.grid, profile.grid)
        ? await importProfileTable(table, { builder, profile, findings, rowOf, isOpen, isProfile })
        : problem('bad-time', wholeFile(table.source.file, table.source.sheet), null);
      if (failure === null) wasRead = true;
      else reasons.push(failure);
    }
    return wasRead;
  }
}

/** Of several tables of one resource the means make the profile, then percentiles, then maxima. */
function bestOf(tables: readonly ProfileTable[]): ProfileTable | undefined {
  const order = ['mean', 'p95', 'max'];
  const rank = ({ metric }: ProfileTable) => order.indexOf(metric.statistic);
  return [...tables].sort((a, b) => rank(a) - rank(b))[0];
}

function mappingNeeded({ mapping, rows, header }: OpenTable): ImportOutcome {
  const preview = rows
    .filter(({ row }) => row > header.row)
    .slice(0, previewRows)
    .map(({ cells }) => mapping.columns.map((_, i) => shownValue(cells[i] ?? '')));
  return { kind: 'mapping-needed', guess: mapping, preview };
}
