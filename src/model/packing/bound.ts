import { at, item } from '../columns.ts';
import { apartClique } from './clique.ts';
import type { Core } from './core.ts';
import { type CoverRow, coverCost, wholeCover } from './cover.ts';
import { type Line, strongest } from './dual-feasible.ts';
import type { BoundArgument, LowerBound } from './problem.ts';
import type { Stock } from './stock.ts';

/** A row that every packing covers, and where it comes from. */
export interface Argument extends CoverRow {
  readonly by: BoundArgument;
  /** Original dimension; −1 for none. */
  readonly dimension: number;
}

/** What is proven about a core: the bound, and the rows that prove it (they also say which mix of types to try). */
export interface Proof {
  readonly bound: LowerBound;
  readonly rows: readonly Argument[];
  /** False where the bins available cannot even cover the demand as a whole. */
  readonly isCoverable: boolean;
}

/** Dimensions that dual feasible functions are tried on, and dimensions of which all pairs are. */
const linesTried = 12;
const pairedLines = 5;

/**
 * Lower bounds on the number and the cost of bins.
 *
 * Every argument is a row 'bins of type t contribute at most …, in all … is needed': the volume of each dimension (all
 * pieces; pieces bound to some of the types; the limit on items), dual feasible functions of single dimensions and of
 * sums of two, cliques of pieces that must be apart. With one type the best row decides; with several the cheapest
 * mix that covers all rows at once, fractionally and then in whole bins: both are valid whatever mix a packing uses.
 */
export function lowerBound(core: Core): Proof {
  if (core.pieceCount === 0) {
    const bound: LowerBound = { bins: 0, cost: 0, by: 'volume', dimension: -1 };
    return { bound, rows: [], isCoverable: true };
  }
  const volumes = volumeRows(core);
  const rows = [oneBin(core), ...volumes, ...restrictedRows(core), ...lineRows(core, volumes)];
  const clique = apartClique(core);
  if (clique > 1) rows.push({ ...oneBin(core), total: clique, by: 'clique' });
  rows.push(...domainRows(core));
  const strong = undominatedRows(rows);
  const one = new Float64Array(core.typeCount).fill(1);
  const bins = wholeCover(strong, one, core);
  const cost = wholeCover(strong, core.cost, core);
  const isCoverable = Number.isFinite(bins.value);
  const decisive = plainest(rows, bins.value) ?? decisiveRow(strong, one, core);
  const bound: LowerBound = {
    bins: isCoverable ? roundedUp(bins.value) : 0,
    cost: isCoverable ? wholeCost(core.cost, cost.value) : 0,
    by: decisive.by,
    dimension: decisive.dimension,
  };
  return { bound, rows: strong, isCoverable };
}

export const roundedUp = (value: number) => Math.ceil(value * (1 - 1e-9) - 1e-9);

/** A cost made of whole prices is a multiple of what divides them all. */
export function wholeCost(cost: Float64Array, value: number): number {
  if (!cost.every(Number.isInteger)) return value * (1 - 1e-12);
  const divisor = cost.reduce((a, b) => greatestCommonDivisor(a, b), 0);
  return divisor * roundedUp(value / divisor);
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);

const oneBin = (core: Core): Argument => ({
  total: 1,
  capacity: new Float64Array(core.typeCount).fill(1),
  by: 'volume',
  dimension: -1,
});

/** A set of which a domain holds only so many needs so many domains, each with a bin. */
function domainRows(core: Core): Argument[] {
  const needs = (core.problem.spread ?? []).map(({ items, most }) =>
    Math.ceil(items.length / most),
  );
  const total = needs.reduce((a, b) => Math.max(a, b), 0);
  return total > 1 ? [{ ...oneBin(core), total, by: 'clique' }] : [];
}

const argumentOf = (core: Core, d: number): BoundArgument =>
  at(core.dimensionOf, d) < 0 ? 'item-limit' : 'volume';

function volumeRows(core: Core): Argument[] {
  const { dimensionCount, typeCount, pieceCount, size } = core;
  const totals = new Float64Array(dimensionCount);
  for (let piece = 0; piece < pieceCount; piece++) {
    for (let d = 0; d < dimensionCount; d++) {
      totals[d] = (totals[d] as number) + (size[piece * dimensionCount + d] as number);
    }
  }
  return Array.from(totals, (total, d) => ({
    total,
    capacity: Float64Array.from({ length: typeCount }, (_, t) =>
      at(core.capacity, t * dimensionCount + d),
    ),
    by: argumentOf(core, d),
    dimension: at(core.dimensionOf, d),
  }));
}

/** How many different sets of types are looked at. */
const masksTried = 16;

/** For each set of types that some pieces are bound to, by pin or by size: those pieces' volume on those types. */
function restrictedRows(core: Core): Argument[] {
  if (core.typeCount === 1) return [];
  const totals = totalsByMask(core);
  return [...totals.keys()]
    .slice(0, masksTried)
    .filter((mask) => mask.includes('0'))
    .flatMap((mask) => rowsOfMask(core, totals, mask));
}

/** Total demand of the pieces by the types that they may go to, written as '1' and '0' by type. */
function totalsByMask(core: Core): Map<string, Float64Array> {
  const { typeCount, pieceCount, eligible, dimensionCount, size } = core;
  const totals = new Map<string, Float64Array>();
  for (let piece = 0; piece < pieceCount; piece++) {
    const mask = eligible.subarray(piece * typeCount, (piece + 1) * typeCount).join('');
    const sum = totals.get(mask) ?? new Float64Array(dimensionCount);
    for (let d = 0; d < dimensionCount; d++) {
      sum[d] = at(sum, d) + at(size, piece * dimensionCount + d);
    }
    totals.set(mask, sum);
  }
  return totals;
}

function rowsOfMask(core: Core, totals: Map<string, Float64Array>, mask: string): Argument[] {
  const { dimensionCount } = core;
  const isWithin = (inner: string) =>
    [...inner].every((mark, type) => mark === '0' || mask[type] === '1');
  const allowed = Float64Array.from(mask, Number);
  const inside = [...totals].filter(([inner]) => isWithin(inner)).map(([, sum]) => sum);
  const rows: Argument[] = [{ total: 1, capacity: allowed, by: 'volume', dimension: -1 }];
  for (let d = 0; d < dimensionCount; d++) {
    rows.push({
      total: inside.reduce((sum, own) => sum + at(own, d), 0),
      capacity: allowed.map((mark, type) => mark * at(core.capacity, type * dimensionCount + d)),
      by: argumentOf(core, d),
      dimension: at(core.dimensionOf, d),
    });
  }
  return rows;
}

function lineRows(core: Core, volumes: readonly Argument[]): Argument[] {
  const byNeed = volumes
    .map(({ total, capacity }, d) => ({ d, need: total / Math.max(...capacity) }))
    .sort((a, b) => b.need - a.need || a.d - b.d)
    .map(({ d }) => d);
  const known = volumes.reduce(
    (most, { total, capacity }) => Math.max(most, roundedUp(total / Math.max(...capacity))),
    1,
  );
  const tells = (dimensions: readonly number[]) =>
    core.typeCount > 1 || roundedUp(mostOfAny(core, dimensions)) > known;
  const rows: Argument[] = byNeed
    .slice(0, linesTried)
    .filter((d) => tells([d]))
    .map((d) => ({
      ...strongest(lineOf(core, [d])),
      by: at(core.dimensionOf, d) < 0 ? 'item-limit' : 'dual-feasible',
      dimension: at(core.dimensionOf, d),
    }));
  const paired = byNeed.slice(0, pairedLines);
  for (const [index, first] of paired.entries()) {
    for (const second of paired.slice(index + 1)) {
      if (!tells([first, second])) continue;
      const line = lineOf(core, [first, second]);
      rows.push({ ...strongest(line), by: 'dual-feasible', dimension: -1 });
    }
  }
  return rows;
}

/**
 * What no dual feasible function gives more than, with one bin type: of a size that fits n times it makes at most 1/n.
 * Looked at first, since most lines of a fleet of small machines have nothing to tell beyond their volume.
 */
function mostOfAny(core: Core, dimensions: readonly number[]): number {
  const { dimensionCount, pieceCount, size, capacity } = core;
  let reference = 0;
  for (const d of dimensions) reference += at(capacity, d);
  let total = 0;
  for (let row = 0; row < pieceCount * dimensionCount; row += dimensionCount) {
    let own = 0;
    for (const d of dimensions) own += size[row + d] as number;
    if (own > 0) total += 1 / Math.max(1, Math.floor(reference / own - cautious));
  }
  return total;
}

/** A size that fits n times but for rounding is taken to fit one time less: that only overstates. */
const cautious = 1e-6;

/** The mean of some dimensions as one: whatever fits in each fits in their mean. */
function lineOf(core: Core, dimensions: readonly number[]): Line {
  const { dimensionCount, typeCount, pieceCount } = core;
  const sumOf = (table: Float64Array, row: number) =>
    dimensions.reduce((sum, d) => sum + at(table, row * dimensionCount + d), 0);
  const capacity = Float64Array.from({ length: typeCount }, (_, t) => sumOf(core.capacity, t));
  const reference = capacity.reduce((a, b) => Math.max(a, b), 0) / (1 + 1e-9);
  const sizes = Float64Array.from({ length: pieceCount }, (_, piece) =>
    Math.min(1, sumOf(core.size, piece) / reference),
  );
  const only = dimensions.length === 1 ? item(dimensions, 0) : -1;
  return {
    sizes,
    capacity: capacity.map((own) => own / (reference * (1 + 1e-9))),
    unit: only < 0 ? 0 : wholeUnit(core, only),
  };
}

/** The largest capacity of a dimension if everything in it is whole; else 0. */
function wholeUnit({ problem, dimensionOf }: Core, kept: number): number {
  const d = at(dimensionOf, kept);
  if (d < 0) return 0;
  const capacities = problem.binTypes.map(({ capacity }) => at(capacity, d));
  if (!capacities.every(Number.isInteger)) return 0;
  for (let index = d; index < problem.demand.length; index += problem.dimensionCount) {
    if (!Number.isInteger(at(problem.demand, index))) return 0;
  }
  const largest = Math.max(...capacities);
  return largest < 1e6 ? largest : 0;
}

/** Rows that no other row implies, so that hundreds of slots do not weigh on the simplex method. */
function undominatedRows(rows: readonly Argument[]): Argument[] {
  const kept: Argument[] = [];
  const need = ({ total, capacity }: Argument) => total / capacity.reduce((a, b) => Math.max(a, b));
  for (const row of [...rows].sort((a, b) => need(b) - need(a))) {
    const isImplied = kept.some((strong) =>
      row.capacity.every((own, t) => own * strong.total >= at(strong.capacity, t) * row.total),
    );
    if (!isImplied && row.total > 0) kept.push(row);
  }
  return kept;
}

/** How readily a row explains itself. */
const plainness: readonly BoundArgument[] = ['volume', 'item-limit', 'clique', 'dual-feasible'];

/** The plainest row that by itself proves the whole bound on the number of bins; null where none does. */
function plainest(rows: readonly Argument[], value: number): Argument | null {
  const proving = rows.filter(
    ({ total, capacity }) =>
      roundedUp(total / capacity.reduce((a, b) => Math.max(a, b), 0)) >= roundedUp(value),
  );
  const rank = ({ by }: Argument) => plainness.indexOf(by);
  return proving.reduce<Argument | null>(
    (best, row) => (best === null || rank(row) < rank(best) ? row : best),
    null,
  );
}

/** The row whose price weighs most in the bound on the number of bins. */
function decisiveRow(rows: readonly Argument[], one: Float64Array, stock: Stock): Argument {
  const { price } = coverCost(rows, one, stock);
  const weight = (r: number) => at(price, r) * item(rows, r).total;
  const best = rows.reduce((top, _, r) => (weight(r) > weight(top) ? r : top), 0);
  return item(rows, best);
}
