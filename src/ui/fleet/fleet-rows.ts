import { at, item } from '~/model/columns.ts';
import { selectWorkloads } from '~/model/consolidation/selection.ts';
import { type Fleet, type LabelName, labelAt, powerStates } from '~/model/fleet/fleet.ts';
import type { ExcludePolicy } from '~/model/scenario.ts';

/** What the fleet table can be sorted by. */
export const sortKeys = [
  'name',
  'status',
  'vcpus',
  'cpu',
  'memory',
  'disk',
  'os',
  'host',
  'cluster',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** Columns of figures: to the right, and largest first. */
export const isFigure: Readonly<Record<SortKey, boolean>> = {
  name: false,
  status: false,
  vcpus: true,
  cpu: true,
  memory: true,
  disk: true,
  os: false,
  host: false,
  cluster: false,
};

export const rowStates = ['all', 'planned', 'left', 'on', 'off', 'template'] as const;
export type RowState = (typeof rowStates)[number];

export interface View {
  readonly text: string;
  readonly state: RowState;
  /** Null: the order of the file. */
  readonly sort: { readonly key: SortKey; readonly isDescending: boolean } | null;
}

/** 1 for each workload that the plan places. */
export function plannedRows(fleet: Fleet, exclude: ExcludePolicy): Uint8Array {
  const isPlanned = new Uint8Array(fleet.count);
  for (const row of selectWorkloads(fleet, exclude).rows) isPlanned[row] = 1;
  return isPlanned;
}

/** CPU that a workload is known to use: its mean, else its highest; NaN where nothing was measured. */
export function cpuUsed(fleet: Fleet, row: number): number {
  const mean = at(fleet.use.cpu.mean, row);
  return Number.isNaN(mean) ? at(fleet.use.cpu.max, row) : mean;
}

const searched = ['os', 'host', 'cluster'] as const satisfies readonly LabelName[];

/** Rows that hold the text in their name or labels. A label's texts are stored once, so each is looked at once. */
function rowsWithText(fleet: Fleet, text: string): (row: number) => boolean {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return () => true;
  const holds = searched.map((name) => {
    const { texts, index } = fleet.labels[name];
    const hits = texts.map((label) => label.toLowerCase().includes(wanted));
    return (row: number) => hits[at(index, row)] === true;
  });
  return (row) =>
    item(fleet.names, row).toLowerCase().includes(wanted) || holds.some((hold) => hold(row));
}

function rowsInState(
  fleet: Fleet,
  state: RowState,
  isPlanned: Uint8Array,
): (row: number) => boolean {
  switch (state) {
    case 'all':
      return () => true;
    case 'planned':
      return (row) => isPlanned[row] === 1;
    case 'left':
      return (row) => isPlanned[row] === 0;
    case 'template':
      return (row) => fleet.isTemplate[row] === 1;
    case 'on':
    case 'off': {
      const wanted = powerStates.indexOf(state);
      return (row) => fleet.powerState[row] === wanted;
    }
  }
}

/** The rows to show, in order: an index into the fleet's columns, which never move. */
export function visibleRows(fleet: Fleet, view: View, isPlanned: Uint8Array): Uint32Array {
  const hasText = rowsWithText(fleet, view.text);
  const isInState = rowsInState(fleet, view.state, isPlanned);
  const rows = new Uint32Array(fleet.count);
  let count = 0;
  for (let row = 0; row < fleet.count; row++) {
    if (isInState(row) && hasText(row)) rows[count++] = row;
  }
  const shown = rows.slice(0, count);
  if (view.sort === null) return shown;
  const order = orderOf(fleet, view.sort.key);
  const direction = view.sort.isDescending ? -1 : 1;
  return shown.sort((a, b) => {
    const [first, second] = [at(order, a), at(order, b)];
    // What is unknown comes last, whichever way the rest is sorted.
    if (Number.isNaN(first)) return Number.isNaN(second) ? a - b : 1;
    if (Number.isNaN(second)) return -1;
    return direction * (first - second) || a - b;
  });
}

/** Ranks of text columns cost a sort; they are kept as long as the fleet. */
const ranksOfFleet = new WeakMap<Fleet, Map<SortKey, Float64Array>>();

/** A number for each row that sorts as its text or figure does. */
function orderOf(fleet: Fleet, key: SortKey): Float64Array {
  const known = ranksOfFleet.get(fleet) ?? new Map<SortKey, Float64Array>();
  ranksOfFleet.set(fleet, known);
  const ranks = known.get(key) ?? computeOrder(fleet, key);
  known.set(key, ranks);
  return ranks;
}

function computeOrder(fleet: Fleet, key: SortKey): Float64Array {
  switch (key) {
    case 'name':
      return ranksOfTexts(fleet.names, (row) => row, fleet.count);
    case 'os':
    case 'host':
    case 'cluster': {
      const { texts, index } = fleet.labels[key];
      return ranksOfTexts(texts, (row) => at(index, row), fleet.count);
    }
    case 'status':
      return Float64Array.from({ length: fleet.count }, (_, row) =>
        fleet.isTemplate[row] === 1 ? powerStates.length : at(fleet.powerState, row),
      );
    case 'vcpus':
      return fleet.vcpuCount;
    case 'cpu':
      return Float64Array.from({ length: fleet.count }, (_, row) => cpuUsed(fleet, row));
    case 'memory':
      return fleet.memoryConfiguredGib;
    case 'disk':
      return fleet.diskProvisionedGib;
  }
}

/** More texts than this are compared by code unit: the language's own order would hold the page up. */
const mostCollated = 15_000;

function ranksOfTexts(
  texts: readonly string[],
  textOf: (row: number) => number,
  count: number,
): Float64Array {
  const compare =
    texts.length <= mostCollated
      ? new Intl.Collator(undefined, { numeric: true }).compare
      : (a: string, b: string) => Number(a > b) - Number(a < b);
  const order = texts.map((_, index) => index);
  order.sort((a, b) => compare(item(texts, a), item(texts, b)));
  const rank = new Float64Array(texts.length);
  order.forEach((index, place) => {
    rank[index] = texts[index] === '' ? Number.NaN : place;
  });
  return Float64Array.from({ length: count }, (_, row) => at(rank, textOf(row)));
}

/** Everything that a row of the table shows. */
export interface RowFigures {
  readonly name: string;
  readonly state: (typeof powerStates)[number];
  readonly isTemplate: boolean;
  readonly vcpus: number;
  readonly cpuMhz: number;
  readonly memoryGib: number;
  readonly diskGib: number;
  readonly os: string;
  readonly host: string;
  readonly cluster: string;
}

export const rowFigures = (fleet: Fleet, row: number): RowFigures => ({
  name: item(fleet.names, row),
  state: item(powerStates, at(fleet.powerState, row)),
  isTemplate: fleet.isTemplate[row] === 1,
  vcpus: at(fleet.vcpuCount, row),
  cpuMhz: cpuUsed(fleet, row),
  memoryGib: at(fleet.memoryConfiguredGib, row),
  diskGib: at(fleet.diskProvisionedGib, row),
  os: labelAt(fleet.labels.os, row),
  host: labelAt(fleet.labels.host, row),
  cluster: labelAt(fleet.labels.cluster, row),
});
