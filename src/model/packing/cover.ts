import { at, item } from '../columns.ts';
import type { SharedStock } from './problem.ts';
import { isInStock, limitsOf, type Stock, stockWithout } from './stock.ts';

/**
 * Something that every packing must cover: bins of type t contribute at most `capacity[t]` each, and `total` is
 * needed. The demand of all pieces in one dimension is one; every dual feasible function gives another.
 */
export interface CoverRow {
  readonly total: number;
  /** By bin type; finite, ≥ 0. */
  readonly capacity: Float64Array;
}

export interface Cover {
  /** Least cost that any fractional mix of bins could have: a lower bound for every packing. Infinity: none can. */
  readonly value: number;
  /** How many bins of each type that mix has. */
  readonly mix: Float64Array;
  /** Price of each row's unit of total: which rows decide. */
  readonly price: Float64Array;
}

/**
 * The cheapest fractional mix of bins that covers all rows and is in stock: min cost·x, capacity·x ≥ total, x ≥ 0.
 *
 * Solved through its dual (max total·y − available·z, capacityᵀy − Σ z ≤ cost), which has as many constraints as bin
 * types — a handful — and starts feasible at 0, by the simplex method on a dense table. The value is recomputed from
 * the prices after they were made feasible again, so it is a bound whatever rounding did.
 */
export function coverCost(rows: readonly CoverRow[], cost: Float64Array, stock: Stock): Cover {
  const types = cost.length;
  const limits = limitsOf(stock);
  const table = dualTable(rows, cost, limits);
  if (!pivotToOptimum(table)) {
    return {
      value: Number.POSITIVE_INFINITY,
      mix: new Float64Array(types),
      price: new Float64Array(rows.length),
    };
  }
  const { width, cells, basis } = table;
  const price = new Float64Array(rows.length);
  const rent = new Float64Array(limits.length);
  for (let r = 0; r < types; r++) {
    const column = at(basis, r);
    const value = Math.max(0, at(cells, r * width + width - 1));
    if (column < rows.length) price[column] = value;
    else if (column < rows.length + limits.length) rent[column - rows.length] = value;
  }
  const mix = new Float64Array(types);
  for (let t = 0; t < types; t++) {
    mix[t] = Math.max(0, at(cells, types * width + rows.length + limits.length + t));
  }
  return { value: safeValue(rows, { price, rent }, cost, limits), mix, price };
}

/** Columns: a price a row, a rent a limit (z), a slack a type, the right side. Last line: the negated objective. */
interface Table {
  readonly width: number;
  readonly lines: number;
  readonly cells: Float64Array;
  readonly basis: Int32Array;
}

function dualTable(
  rows: readonly CoverRow[],
  cost: Float64Array,
  limits: readonly SharedStock[],
): Table {
  const types = cost.length;
  const width = rows.length + limits.length + types + 1;
  const cells = new Float64Array((types + 1) * width);
  for (const [r, { total, capacity }] of rows.entries()) {
    for (let t = 0; t < types; t++) cells[t * width + r] = at(capacity, t);
    cells[types * width + r] = -total;
  }
  for (const [l, { types: limited, available }] of limits.entries()) {
    for (const t of limited) cells[t * width + rows.length + l] = -1;
    cells[types * width + rows.length + l] = available;
  }
  const slack = rows.length + limits.length;
  for (let t = 0; t < types; t++) {
    cells[t * width + slack + t] = 1;
    cells[t * width + width - 1] = at(cost, t);
  }
  const basis = Int32Array.from({ length: types }, (_, t) => slack + t);
  return { width, lines: types, cells, basis };
}

/** Whether an optimum exists. After many steps the first improving column is taken, which cannot cycle (Bland). */
function pivotToOptimum(table: Table): boolean {
  const patience = 20 * (table.lines + 5);
  for (let steps = 0; steps < 40 * patience; steps++) {
    const column = entering(table, steps > patience);
    if (column < 0) return true;
    const line = leaving(table, column);
    if (line < 0) return false;
    pivot(table, line, column);
  }
  return true;
}

function entering({ width, lines, cells }: Table, first: boolean): number {
  let best = -1;
  let steepest = -1e-10;
  for (let column = 0; column < width - 1; column++) {
    const slope = at(cells, lines * width + column);
    if (slope < steepest) {
      best = column;
      if (first) return best;
      steepest = slope;
    }
  }
  return best;
}

function leaving({ width, lines, cells, basis }: Table, column: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let line = 0; line < lines; line++) {
    const step = at(cells, line * width + column);
    if (step <= 1e-11) continue;
    const ratio = at(cells, line * width + width - 1) / step;
    if (ratio < least || (ratio === least && at(basis, line) < at(basis, best))) {
      best = line;
      least = ratio;
    }
  }
  return best;
}

function pivot({ width, lines, cells, basis }: Table, line: number, column: number) {
  const divisor = at(cells, line * width + column);
  for (let c = 0; c < width; c++) cells[line * width + c] = at(cells, line * width + c) / divisor;
  for (let other = 0; other <= lines; other++) {
    const factor = at(cells, other * width + column);
    if (other === line || factor === 0) continue;
    for (let c = 0; c < width; c++) {
      const index = other * width + c;
      cells[index] = at(cells, index) - factor * at(cells, line * width + c);
    }
  }
  basis[line] = column;
}

/** The bound that the prices prove, after what rounding made infeasible is made feasible again. */
function safeValue(
  rows: readonly CoverRow[],
  { price, rent }: { readonly price: Float64Array; readonly rent: Float64Array },
  cost: Float64Array,
  limits: readonly SharedStock[],
): number {
  const worth = cost.map((_, t) =>
    rows.reduce((sum, { capacity }, r) => sum + at(capacity, t) * at(price, r), 0),
  );
  const limitOf = (type: number) => limits.findIndex(({ types }) => types.includes(type));
  let shrink = 1;
  for (const [t, own] of cost.entries()) {
    if (limitOf(t) < 0 && at(worth, t) > own) shrink = Math.min(shrink, own / at(worth, t));
  }
  for (const [t, own] of cost.entries()) {
    const paid = limits.reduce(
      (sum, { types }, l) => sum + (types.includes(t) ? at(rent, l) : 0),
      own,
    );
    const limit = limitOf(t);
    if (limit >= 0) rent[limit] = at(rent, limit) + Math.max(0, at(worth, t) * shrink - paid);
  }
  const gross = rows.reduce((sum, { total }, r) => sum + total * at(price, r) * shrink, 0);
  const rents = limits.reduce((sum, { available }, l) => sum + available * at(rent, l), 0);
  return Math.max(0, gross - rents);
}

/** A lower limit and an upper limit on each type's number of bins. */
interface Box {
  readonly least: Float64Array;
  readonly most: Float64Array;
}

export interface WholeCover {
  /** No whole mix that covers the rows costs less. */
  readonly value: number;
  /** The cheapest whole mix found; null where none was. */
  readonly mix: Int32Array | null;
}

/**
 * The cheapest mix of whole bins that covers all rows, by branch and bound on `coverCost`. After `nodes` nodes the
 * bound is what the open ones leave.
 */
export function wholeCover(
  rows: readonly CoverRow[],
  cost: Float64Array,
  stock: Stock,
  nodes = 60,
): WholeCover {
  const open: { box: Box; value: number; mix: Float64Array }[] = [];
  let best: Int32Array | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  const look = (box: Box) => {
    const base = box.least.reduce((sum, count, t) => sum + count * at(cost, t), 0);
    const rest = rows
      .map(({ total, capacity }) => ({
        total: total - box.least.reduce((sum, count, t) => sum + count * at(capacity, t), 0),
        capacity,
      }))
      .filter(({ total }) => total > 0);
    const left = stockWithout({ available: box.most, shared: stock.shared }, box.least);
    if (left.shared.some(({ available }) => available < 0)) return;
    const cover = coverCost(rest, cost, left);
    if (cover.value === Number.POSITIVE_INFINITY) return;
    const mix = cover.mix.map((count, t) => count + at(box.least, t));
    const rounded = Int32Array.from(mix, (count, t) =>
      Math.min(at(box.most, t), Math.ceil(count - 1e-7)),
    );
    const roundedCost = rounded.reduce((sum, count, t) => sum + count * at(cost, t), 0);
    if (roundedCost < bestCost && covers(rows, rounded) && isInStock(stock, rounded)) {
      best = rounded;
      bestCost = roundedCost;
    }
    if (base + cover.value < bestCost - 1e-9 * bestCost)
      open.push({ box, value: base + cover.value, mix });
  };
  look({ least: new Float64Array(cost.length), most: stock.available });
  for (let node = 0; node < nodes && open.length > 0; node++) {
    const next = takeLowest(open);
    if (next.value >= bestCost * (1 - 1e-9)) {
      open.length = 0;
      break;
    }
    const split = mostFractional(next.mix);
    if (split < 0) continue;
    const floor = Math.floor(at(next.mix, split));
    const { least, most } = next.box;
    look({ least, most: most.map((own, t) => (t === split ? floor : own)) });
    look({ least: least.map((own, t) => (t === split ? floor + 1 : own)), most });
  }
  const value = open.reduce((low, node) => Math.min(low, node.value), bestCost);
  return { value, mix: best };
}

function takeLowest<T extends { readonly value: number }>(open: T[]): T {
  let lowest = 0;
  for (const [index, node] of open.entries())
    if (node.value < item(open, lowest).value) lowest = index;
  return open.splice(lowest, 1)[0] as T;
}

function mostFractional(mix: Float64Array): number {
  let best = -1;
  let most = 1e-6;
  for (const [t, count] of mix.entries()) {
    const distance = Math.abs(count - Math.round(count));
    if (distance > most) {
      best = t;
      most = distance;
    }
  }
  return best;
}

const covers = (rows: readonly CoverRow[], mix: Int32Array) =>
  rows.every(
    ({ total, capacity }) =>
      mix.reduce((sum, count, t) => sum + count * at(capacity, t), 0) >= total * (1 - 1e-9),
  );
