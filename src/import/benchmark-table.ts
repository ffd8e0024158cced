import type { BenchmarkRow } from '../model/performance/benchmark.ts';
import type { MeasuredPath } from '../model/performance/overhead-set.ts';
import { CsvParser, type Separator } from './csv.ts';
import { type DecimalSign, guessDecimal, parseNumber } from './parse-number.ts';

/** A table of a reader's benchmark, as rows or as everything that is wrong with it. */
export type BenchmarkTable =
  | { readonly kind: 'rows'; readonly rows: readonly BenchmarkRow[] }
  | { readonly kind: 'bad'; readonly problems: readonly BenchmarkProblem[] };

export interface BenchmarkProblem {
  /** Line of the table, from 1; its heading counts. */
  readonly row: number;
  /** Name of the column as the site calls it, with its place from 1; null where the row as a whole is wrong. */
  readonly column: { readonly name: BenchmarkColumn; readonly place: number } | null;
  readonly value: string;
  readonly expected:
    | 'a-resource'
    | 'a-whole-number'
    | 'a-positive-number'
    | 'three-columns'
    | 'rows';
}

export type BenchmarkColumn = 'resource' | 'vms' | 'throughput' | 'physical';

/** How headings are written, without blanks and signs, in lower case. */
const headings: Readonly<Record<BenchmarkColumn, readonly string[]>> = {
  resource: ['resource', 'path', 'benchmark', 'リソース', '資源', '対象', '項目'],
  vms: ['vms', 'vm', 'vmcount', 'numberofvms', 'n', 'load', 'vm数', '仮想マシン数', '台数'],
  throughput: ['throughput', 'x', 'result', 'スループット', '処理量', '結果'],
  physical: [
    'physical',
    'physicalbaseline',
    'baseline',
    'native',
    'baremetal',
    '物理',
    '物理マシン',
    '基準',
  ],
};

const resources: Readonly<Record<MeasuredPath, readonly string[]>> = {
  cpu: ['cpu', 'processor', 'プロセッサー'],
  memory: ['memory', 'mem', 'ram', 'メモリー', 'メモリ'],
  diskRead: ['diskread', 'read', 'ディスク読み込み', '読み込み', 'ディスク読込'],
  diskAsyncWrite: ['diskasyncwrite', 'asyncwrite', '非同期書き込み', 'ディスク非同期書き込み'],
  diskSyncWrite: ['disksyncwrite', 'syncwrite', '同期書き込み', 'ディスク同期書き込み'],
  network: ['network', 'net', 'nic', 'ネットワーク'],
};

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./()（）・]/g, '');

function keyed<Key extends string>(table: Readonly<Record<Key, readonly string[]>>, text: string) {
  const wanted = plain(text);
  return (Object.keys(table) as Key[]).find((key) => table[key].includes(wanted));
}

const separators: readonly Separator[] = ['\t', ';', ','];

interface Line {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * Reads rows of resource, number of VMs, throughput and, if measured, throughput of the physical machine: with headings
 * in any order, or without in this one; separated by commas, semicolons or tabs (a paste from a spreadsheet).
 *
 * One wrong cell refuses the table: a fit to part of the rows would be another fit.
 */
export function readBenchmarkTable(text: string): BenchmarkTable {
  const lines = linesOf(text.replace(/^\uFEFF/, ''));
  const [first] = lines;
  if (first === undefined) return bad([{ row: 1, column: null, value: '', expected: 'rows' }]);
  const named = first.cells.map((cell) => keyed(headings, cell));
  const hasHeadings = named.includes('vms') || named.includes('throughput');
  const order: readonly (BenchmarkColumn | undefined)[] = hasHeadings
    ? named
    : ['resource', 'vms', 'throughput', 'physical'];
  const required = ['resource', 'vms', 'throughput'] as const;
  if (required.some((name) => !order.includes(name)) || first.cells.length < required.length) {
    const value = first.cells.join(', ').slice(0, 80);
    return bad([{ row: first.row, column: null, value, expected: 'three-columns' }]);
  }
  const body = hasHeadings ? lines.slice(1) : lines;
  if (body.length === 0) {
    return bad([{ row: first.row + 1, column: null, value: '', expected: 'rows' }]);
  }
  const decimal = guessDecimal(body.flatMap(({ cells }) => cells));
  const problems: BenchmarkProblem[] = [];
  const rows = body.map((line) => rowOf(line, order, decimal, problems));
  return problems.length > 0 ? bad(problems) : { kind: 'rows', rows };
}

const bad = (problems: readonly BenchmarkProblem[]): BenchmarkTable => ({ kind: 'bad', problems });

function linesOf(text: string): readonly Line[] {
  const start = text.slice(0, text.search(/[\r\n]|$/));
  const separator =
    separators.find((candidate) => start.split(candidate).length > 2) ??
    separators.find((candidate) => start.includes(candidate)) ??
    ',';
  const lines: Line[] = [];
  const parser = new CsvParser(separator, (cells, row) => {
    lines.push({ row, cells: cells.map((cell) => cell.trim()) });
    return true;
  });
  parser.push(text);
  parser.end();
  return lines;
}

function rowOf(
  { row, cells }: Line,
  order: readonly (BenchmarkColumn | undefined)[],
  decimal: DecimalSign,
  problems: BenchmarkProblem[],
): BenchmarkRow {
  const cell = (name: BenchmarkColumn) => {
    const place = order.indexOf(name);
    return { name, place: place + 1, text: place < 0 ? '' : (cells[place] ?? '') };
  };
  const wrong = (
    { name, place, text }: ReturnType<typeof cell>,
    expected: BenchmarkProblem['expected'],
  ) => {
    problems.push({ row, column: { name, place }, value: text.slice(0, 80), expected });
  };
  const figure = (name: BenchmarkColumn) => {
    const found = cell(name);
    const value = parseNumber(found.text, decimal);
    if (!(value > 0 && Number.isFinite(value))) wrong(found, 'a-positive-number');
    return value;
  };
  const resource = cell('resource');
  const path = keyed(resources, resource.text);
  if (path === undefined) wrong(resource, 'a-resource');
  const count = cell('vms');
  const vms = parseNumber(count.text, decimal);
  if (!(Number.isInteger(vms) && vms >= 1 && vms <= 100_000)) wrong(count, 'a-whole-number');
  return {
    path: path ?? 'cpu',
    vms,
    throughput: figure('throughput'),
    physical: cell('physical').text === '' ? null : figure('physical'),
  };
}
