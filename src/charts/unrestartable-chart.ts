import { cell, type PlotOptions } from '@observablehq/plot';

/** One cell: the share of what ran there that finds no place, and how many that is. */
export interface LossCell {
  readonly column: number;
  readonly row: number;
  readonly unplaced: number;
  /** Of those that ran on what failed, 0…1. */
  readonly ratio: number;
}

export interface LossMap {
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly LossCell[];
  /** Hosts that share a row (and, of pairs, a column). */
  readonly hostsPerRow: number;
}

/** More rows or columns are illegible; several then share one, which shows the worst. */
const mostRows = 40;
const mostColumns = 168;

/** Nothing, some, and up to all of them; each step ends below its number. */
export const lossSteps = [1e-9, 0.1, 0.25, 0.5, 0.75, 1.000001] as const;
export const lossColours = [
  'var(--good-soft)',
  'var(--seq-3)',
  'var(--seq-5)',
  'var(--seq-7)',
  'var(--seq-9)',
  'var(--bad)',
  'var(--bad)',
];

/** Host by host and hour by hour. */
export function hourMap(byHost: Int32Array, machinesOf: Int32Array, slotCount: number): LossMap {
  const hostCount = machinesOf.length;
  const perRow = Math.ceil(hostCount / mostRows);
  const perColumn = Math.ceil(slotCount / mostColumns);
  return gathered({
    rows: Math.ceil(hostCount / perRow),
    columns: Math.ceil(slotCount / perColumn),
    hostsPerRow: perRow,
    each: (put) => {
      for (let host = 0; host < hostCount; host++) {
        for (let slot = 0; slot < slotCount; slot++) {
          put(
            Math.floor(slot / perColumn),
            Math.floor(host / perRow),
            byHost[host * slotCount + slot] ?? 0,
            machinesOf[host] ?? 0,
          );
        }
      }
    },
  });
}

/** Pair by pair, in their worst hours. */
export function pairMap(byPair: Int32Array, machinesOf: Int32Array): LossMap {
  const hostCount = machinesOf.length;
  const per = Math.ceil(hostCount / mostRows);
  const count = Math.ceil(hostCount / per);
  return gathered({
    rows: count,
    columns: count,
    hostsPerRow: per,
    each: (put) => {
      for (let a = 0; a < hostCount; a++) {
        for (let b = 0; b < hostCount; b++) {
          if (a === b) continue;
          const machines = (machinesOf[a] ?? 0) + (machinesOf[b] ?? 0);
          put(Math.floor(b / per), Math.floor(a / per), byPair[a * hostCount + b] ?? 0, machines);
        }
      }
    },
  });
}

interface Gathering {
  readonly rows: number;
  readonly columns: number;
  readonly hostsPerRow: number;
  readonly each: (
    put: (column: number, row: number, unplaced: number, machines: number) => void,
  ) => void;
}

function gathered({ rows, columns, hostsPerRow, each }: Gathering): LossMap {
  const worst = new Map<number, LossCell>();
  each((column, row, unplaced, machines) => {
    const key = row * columns + column;
    const ratio = machines === 0 ? 0 : unplaced / machines;
    const before = worst.get(key);
    if (before === undefined || ratio > before.ratio) {
      worst.set(key, { column, row, unplaced, ratio });
    }
  });
  return { rows, columns, hostsPerRow, cells: [...worst.values()] };
}

export interface LossTexts {
  readonly label: string;
  readonly columns: string;
  readonly column: (column: number) => string;
  readonly row: (row: number) => string;
  readonly cell: (cell: LossCell) => string;
}

/** What every loss leaves without a place: soft where all restarts, the stronger the larger the share that does not. */
export function unrestartableChart(map: LossMap, texts: LossTexts, width: number): PlotOptions {
  const rows = Array.from({ length: map.rows }, (_, row) => row);
  const columns = Array.from({ length: map.columns }, (_, column) => column);
  const rowHeight = Math.max(10, Math.min(26, 480 / map.rows));
  const everyRow = Math.ceil(map.rows / (480 / 16));
  const everyColumn = Math.ceil(map.columns / Math.max(3, Math.floor(width / 90)));
  const longest = Math.max(...rows.map((row) => textPixels(texts.row(row))));
  return {
    width,
    height: map.rows * rowHeight + 52,
    marginLeft: 14 + Math.min(longest, width / 3),
    marginRight: 6,
    marginTop: 8,
    marginBottom: 44,
    ariaLabel: texts.label,
    x: {
      type: 'band',
      domain: columns,
      ticks: columns.filter((column) => column % everyColumn === 0),
      tickFormat: (column: number) => texts.column(column),
      label: texts.columns,
      labelAnchor: 'center',
      labelArrow: 'none',
      tickSize: 0,
      padding: map.columns > 60 ? 0 : 0.06,
    },
    y: {
      type: 'band',
      domain: rows,
      ticks: rows.filter((row) => row % everyRow === 0),
      tickFormat: (row: number) => texts.row(row),
      label: null,
      tickSize: 0,
      padding: 0.08,
    },
    color: { type: 'threshold', domain: [...lossSteps], range: lossColours },
    marks: [
      cell(map.cells, {
        x: 'column',
        y: 'row',
        fill: 'ratio',
        title: (one: LossCell) => texts.cell(one),
        tip: true,
      }),
    ],
  };
}

/** About how wide a label is in the charts' type: there is no page to measure it in. */
const textPixels = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u00FF' ? 12.5 : 6.8), 0);
