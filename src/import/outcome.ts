import type { Fleet } from '../model/fleet/fleet.ts';

/** A file as the reader gave it: bytes in memory, or (in the browser) a Blob, which is read as a stream. */
export interface ImportFile {
  readonly name: string;
  readonly data: Uint8Array | Blob;
}

export const importFormats = [
  'rvtools-xlsx',
  'rvtools-csv',
  'bitbrains',
  'bitbrains-inventory',
  'hourly-profile',
  'table',
] as const;
export type ImportFormat = (typeof importFormats)[number];

export type ImportOutcome =
  | {
      readonly kind: 'imported';
      readonly format: ImportFormat;
      readonly fleet: Fleet;
      /** Rows that could not be used, each with its place; every one is counted. */
      readonly skipped: SkippedRows;
      readonly warnings: readonly ImportWarning[];
      /** For tables: what each column was taken for, so that the reader can correct it. */
      readonly mapping: ColumnMapping | null;
    }
  /** A table whose columns cannot be guessed well enough: the reader is asked. */
  | {
      readonly kind: 'mapping-needed';
      readonly guess: ColumnMapping;
      readonly preview: readonly (readonly string[])[];
    }
  | { readonly kind: 'refused'; readonly reasons: readonly ImportProblem[] };

/** Every skipped row is counted; the first 1,000 are listed. */
export interface SkippedRows {
  readonly count: number;
  readonly listed: readonly ImportProblem[];
}

/** Where a problem is; what does not apply is null. Rows and columns count from 1 as a spreadsheet shows them. */
export interface Place {
  readonly file: string;
  readonly sheet: string | null;
  readonly row: number | null;
  readonly column: string | null;
}

export interface ImportProblem extends Place {
  readonly kind: ProblemKind;
  /** The offending text, shortened to 80 characters; null where none. */
  readonly value: string | null;
}

export const problemKinds = [
  'not-a-number',
  'negative',
  'too-big',
  'no-name',
  'not-whole',
  'wrong-column-count',
  'unknown-workload',
  'bad-time',
  'empty-file',
  'unknown-format',
  'damaged-zip',
  'zip-too-large',
  'missing-sheet',
  'missing-column',
  'damaged-sheet',
  'not-text',
  'no-workloads',
  'too-many-rows',
  'password-protected',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export type ImportWarning =
  | {
      readonly kind: 'duplicate-names';
      readonly count: number;
      readonly examples: readonly string[];
    }
  | { readonly kind: 'missing-sheet'; readonly sheet: string }
  | { readonly kind: 'missing-column'; readonly sheet: string | null; readonly column: string }
  | {
      readonly kind: 'sheets-disagree';
      readonly sheet: string;
      readonly count: number;
      readonly examples: readonly string[];
    }
  | {
      readonly kind: 'value-dropped';
      readonly count: number;
      readonly listed: readonly ImportProblem[];
    }
  | { readonly kind: 'rows-out-of-order'; readonly count: number }
  | { readonly kind: 'time-gaps'; readonly count: number }
  | { readonly kind: 'above-capacity'; readonly count: number }
  | { readonly kind: 'zero-cores'; readonly count: number }
  | { readonly kind: 'unknown-column'; readonly sheet: string | null; readonly column: string }
  | { readonly kind: 'decoded-as'; readonly encoding: string }
  | { readonly kind: 'formula-cells'; readonly count: number };

/** What a column of a table may be taken for. */
export const tableFields = [
  'name',
  'vcpuCount',
  'cpuProvisionedMhz',
  'cpuMeanMhz',
  'cpuP95Mhz',
  'cpuMaxMhz',
  'cpuMeanPercent',
  'cpuMaxPercent',
  'memoryConfigured',
  'memoryMean',
  'memoryP95',
  'memoryMax',
  'diskProvisioned',
  'diskUsed',
  'diskIops',
  'diskThroughputMean',
  'diskThroughputMax',
  'networkMean',
  'networkMax',
  'powerState',
  'isTemplate',
  'os',
  'host',
  'cluster',
  'datacenter',
  'folder',
  'application',
  'environment',
  'affinityGroup',
  'antiAffinityGroup',
  'ignore',
] as const;
export type TableField = (typeof tableFields)[number];

export interface ColumnMapping {
  readonly separator: ',' | '\t' | ';' | '|';
  readonly decimal: '.' | ',';
  readonly columns: readonly MappedColumn[];
}

export interface MappedColumn {
  readonly header: string;
  readonly field: TableField;
  /** Unit that the column's figures are in; null for counts, ratios and text. */
  readonly unit: TableUnit | null;
  /** How sure the guess is, 0…1; 1 when the reader chose. */
  readonly confidence: number;
}

export const tableUnits = [
  'MHz',
  'GHz',
  'KiB',
  'MiB',
  'GiB',
  'TiB',
  'KB',
  'MB',
  'GB',
  'TB',
  'KiB/s',
  'MiB/s',
  'MB/s',
  'Mb/s',
  'Gb/s',
] as const;
export type TableUnit = (typeof tableUnits)[number];
