import type {
  ImportFormat,
  ImportProblem,
  ImportWarning,
  Place,
  ProblemKind,
  TableField,
} from '../../import/outcome.ts';
import type { LabelName, PowerState } from '../../model/fleet/fleet.ts';
import { formatFor } from '../format.ts';
import type { SentencesByKind } from '../sentences.ts';

const { count, names } = formatFor('en');

const quoted = (value: string | null) => (value === null ? 'the value' : `“${value}”`);
const things = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;
const rows = (n: number) => things(n, 'row', 'rows');
const workloads = (n: number) => things(n, 'workload', 'workloads');
const inSheet = (sheet: string | null) => (sheet === null ? '' : ` in sheet ${sheet}`);
const suchAs = (examples: readonly string[]) =>
  examples.length === 0 ? '' : `, such as ${names(examples.map((name) => `“${name}”`))}`;

/** What is wrong and what was expected, without the place. */
const problemReason: Readonly<Record<ProblemKind, (problem: ImportProblem) => string>> = {
  'not-a-number': ({ value }) =>
    `${quoted(value)} is not a number; a figure such as 4 or 1,234.5 is expected.`,
  negative: ({ value }) => `${quoted(value)} is negative; zero or more is expected.`,
  'too-big': ({ value }) => `${quoted(value)} is larger than any real machine; check the unit.`,
  'no-name': () => 'There is no name; every workload needs one.',
  'not-whole': ({ value }) =>
    `${quoted(value)} is not a whole number; a count such as 4 is expected.`,
  'wrong-column-count': ({ value }) =>
    `The row does not have as many cells as the header${value === null ? '' : ` (${value})`}.`,
  'unknown-workload': ({ value }) =>
    `${quoted(value)} is in none of the lists of workloads; the row was left out.`,
  'bad-time': ({ value }) =>
    `${quoted(value)} is not a time; Unix seconds or a date such as 2013-08-12 14:00 is expected.`,
  'empty-file': () => 'The file is empty.',
  'unknown-format': () =>
    'The file is none of the formats that can be read: RVTools (.xlsx, or .zip of CSV), Bitbrains traces, hourly profiles, CSV, TSV.',
  'damaged-zip': () => 'The file is damaged or cut short; export or download it again.',
  'zip-too-large': () =>
    'The file unpacks to more than this tool reads; split it or export fewer sheets.',
  'missing-sheet': ({ value }) => `The sheet ${quoted(value)} is missing; it is needed.`,
  'missing-column': ({ value }) => `The column ${quoted(value)} is missing; it is needed.`,
  'damaged-sheet': () =>
    'The sheet cannot be read; open the file in a spreadsheet and save it again.',
  'not-text': () => 'The file is not text in UTF-8, UTF-16 or Shift_JIS.',
  'no-workloads': () => 'Not one workload was found.',
  'too-many-rows': ({ value }) =>
    `There are more rows than this tool reads${value === null ? '' : ` (${value})`}.`,
  'password-protected': () => 'The file is protected by a password; save it without one.',
};

const place = ({ file, sheet, row, column }: Place) =>
  [
    file,
    ...(sheet === null ? [] : [`sheet ${sheet}`]),
    ...(row === null ? [] : [`row ${row}`]),
    ...(column === null ? [] : [`column ${column}`]),
  ].join(', ');

const warning: SentencesByKind<ImportWarning> = {
  'duplicate-names': (w) =>
    `${things(w.count, 'name occurs', 'names occur')} more than once${suchAs(w.examples)}; the later ones got a number.`,
  'missing-sheet': (w) => `The sheet ${w.sheet} is missing; its figures are unknown.`,
  'missing-column': (w) =>
    `The column ${w.column}${inSheet(w.sheet)} is missing; its figures are unknown.`,
  'sheets-disagree': (w) =>
    `${workloads(w.count)} ${w.count === 1 ? 'differs' : 'differ'} between the sheet ${w.sheet} and the main list${suchAs(w.examples)}; the main list counts.`,
  'value-dropped': (w) =>
    `${things(w.count, 'figure was', 'figures were')} not usable and ${w.count === 1 ? 'counts' : 'count'} as unknown; the ${w.count === 1 ? 'row' : 'rows'} stayed.`,
  'rows-out-of-order': (w) => `${rows(w.count)} out of order in time; sorted before use.`,
  'time-gaps': (w) =>
    `${things(w.count, 'gap', 'gaps')} in the time series; those slots are unknown.`,
  'above-capacity': (w) =>
    `${things(w.count, 'sample uses', 'samples use')} more than was provisioned; kept as measured.`,
  'zero-cores': (w) =>
    `${things(w.count, 'sample reports', 'samples report')} no core at all; the largest count of the same machine is used.`,
  'unknown-column': (w) => `The column ${w.column}${inSheet(w.sheet)} was not used.`,
  'decoded-as': (w) => `The text was read as ${w.encoding}.`,
  'formula-cells': (w) =>
    `${things(w.count, 'cell holds a formula', 'cells hold formulas')}; the saved result was used, nothing was computed.`,
};

const format: Readonly<Record<ImportFormat, string>> = {
  'rvtools-xlsx': 'RVTools workbook',
  'rvtools-csv': 'RVTools CSV set',
  bitbrains: 'Bitbrains / GWA-T-12 traces',
  'bitbrains-inventory': 'Bitbrains inventory',
  'hourly-profile': 'Hourly profiles',
  table: 'Table',
};

const field: Readonly<Record<TableField, string>> = {
  name: 'Name',
  vcpuCount: 'vCPUs or cores',
  cpuProvisionedMhz: 'CPU provisioned',
  cpuMeanMhz: 'CPU used, mean',
  cpuP95Mhz: 'CPU used, 95th percentile',
  cpuMaxMhz: 'CPU used, highest',
  cpuMeanPercent: 'CPU used, mean (%)',
  cpuMaxPercent: 'CPU used, highest (%)',
  memoryConfigured: 'Memory configured',
  memoryMean: 'Memory active, mean',
  memoryP95: 'Memory active, 95th percentile',
  memoryMax: 'Memory active, highest',
  diskProvisioned: 'Disk provisioned',
  diskUsed: 'Disk used',
  diskIops: 'Disk IOPS',
  diskThroughputMean: 'Disk throughput, mean',
  diskThroughputMax: 'Disk throughput, highest',
  networkMean: 'Network, mean',
  networkMax: 'Network, highest',
  powerState: 'Power state',
  isTemplate: 'Template',
  os: 'Operating system',
  host: 'Host of today',
  cluster: 'Cluster',
  datacenter: 'Data centre',
  folder: 'Folder',
  application: 'Application',
  environment: 'Environment',
  affinityGroup: 'Keep together (group)',
  antiAffinityGroup: 'Keep apart (group)',
  ignore: 'Not used',
};

const powerState: Readonly<Record<PowerState, string>> = {
  on: 'On',
  off: 'Off',
  suspended: 'Suspended',
  unknown: 'Unknown',
};

const label: Readonly<Record<LabelName, string>> = {
  os: 'Operating system',
  host: 'Host of today',
  cluster: 'Cluster',
  datacenter: 'Data centre',
  folder: 'Folder',
  application: 'Application',
  environment: 'Environment',
  affinityGroup: 'Keep together',
  antiAffinityGroup: 'Keep apart',
};

export const importWords = {
  place,
  problemReason: (problem: ImportProblem) => problemReason[problem.kind](problem),
  problem: (problem: ImportProblem) => `${place(problem)}: ${problemReason[problem.kind](problem)}`,
  warning,
  format,
  field,
  powerState,
  label,
};
