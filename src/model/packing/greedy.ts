import { at, item } from '../columns.ts';
import { Bins } from './bins.ts';
import type { Core } from './core.ts';
import { OpenBins } from './open-bins.ts';
import type { Work } from './work.ts';

/** Which of the bins that have room gets a piece. */
export type Choice = 'first' | 'best' | 'flat';

export interface Rule {
  readonly choice: Choice;
  /** Of each dimension: how much its room counts. */
  readonly weight: Float64Array;
  readonly work: Work;
}

export interface Greedy {
  readonly bins: Bins;
  /** Pieces for which no bin had room and none could be opened. */
  readonly unplaced: readonly number[];
}

/** With more open bins than this, `best` and `flat` look at the most recent ones only. */
const bestOfRecent = 160;

/**
 * Places pieces one by one, in the order given, into the bins open so far, or a new one.
 *
 * - `first`: the oldest bin with room;
 * - `best`: the bin with the least room left afterwards (sum of squares over the dimensions, weighed);
 * - `flat`: the bin whose fullest dimension grows least, the oldest of those alike; with time slots, the one whose
 *   peaks are at other hours.
 *
 * A new bin is of the type that costs least for the room it gives, in the dimensions weighed, of those that take the
 * piece. So that the cost does not grow with pieces × bins, bins that not even the smallest piece still to come could
 * enter are left out of the scan, and `first` asks blocks of bins at a time.
 */
export function greedy(core: Core, order: Int32Array, rule: Rule): Greedy {
  const bins = new Bins(core);
  const unplaced: number[] = [];
  const types = typesByWorth(core, rule.weight);
  const smallest = smallestToCome(core, order);
  const open = new OpenBins(bins, rule.weight, rule.work);
  for (const [turn, piece] of order.entries()) {
    open.takeUp();
    if (turn % stride === 0) open.dropFull(smallest(turn));
    let bin = rule.choice === 'first' ? open.firstFor(piece) : bestOf(bins, open.list, piece, rule);
    if (bin < 0) {
      const type = types.find(
        (one) => core.eligible[piece * core.typeCount + one] === 1 && bins.canOpen(one),
      );
      const domain = bins.domainFor(piece);
      bin = type === undefined || domain < 0 ? anyBin(bins, piece) : bins.open(type, domain);
    }
    if (bin < 0) unplaced.push(piece);
    else bins.add(piece, bin);
  }
  return { bins, unplaced };
}

/** Bin types, the one with the least cost for its room first. */
export function typesByWorth(core: Core, weight: Float64Array): number[] {
  const { dimensionCount, capacity, cost } = core;
  const price = (type: number) => {
    let room = 1e-9;
    for (let d = 0; d < dimensionCount; d++) {
      room += Math.min(1, at(capacity, type * dimensionCount + d)) * at(weight, d);
    }
    return at(cost, type) / room;
  };
  return [...cost.keys()].sort((a, b) => price(a) - price(b) || a - b);
}

/** How often the smallest piece still to come is looked up. */
const stride = 64;

/** The least demand, dimension by dimension, of all pieces from a turn on: looked up at every 64th turn. */
function smallestToCome(core: Core, order: Int32Array): (turn: number) => Float64Array {
  const { dimensionCount, size } = core;
  const chunks = Math.ceil(order.length / stride);
  const table = new Float64Array((chunks + 1) * dimensionCount).fill(Number.POSITIVE_INFINITY);
  for (let turn = order.length - 1; turn >= 0; turn--) {
    const chunk = Math.floor(turn / stride) * dimensionCount;
    const piece = at(order, turn) * dimensionCount;
    if (turn % stride === stride - 1 || turn === order.length - 1) {
      table.copyWithin(chunk, chunk + dimensionCount, chunk + 2 * dimensionCount);
    }
    for (let d = 0; d < dimensionCount; d++) {
      table[chunk + d] = Math.min(at(table, chunk + d), at(size, piece + d));
    }
  }
  return (turn) => {
    const chunk = Math.floor(turn / stride) * dimensionCount;
    return table.subarray(chunk, chunk + dimensionCount);
  };
}

function anyBin(bins: Bins, piece: number): number {
  for (let bin = 0; bin < bins.count; bin++) if (bins.fits(piece, bin)) return bin;
  return -1;
}

function bestOf(
  bins: Bins,
  open: readonly number[],
  piece: number,
  { choice, weight, work }: Rule,
): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  const from = Math.max(0, open.length - bestOfRecent);
  for (let place = open.length - 1; place >= from; place--) {
    const bin = item(open, place);
    work.done += 4;
    if (!bins.fits(piece, bin)) continue;
    work.done += bins.core.dimensionCount;
    const score =
      choice === 'best' ? -roomAfter(bins, piece, bin, weight) : -peakGrowth(bins, piece, bin);
    if (score > highest || (choice === 'flat' && score === highest)) {
      highest = score;
      best = bin;
    }
  }
  return best;
}

function roomAfter({ load, typeOf, core }: Bins, piece: number, bin: number, weight: Float64Array) {
  const { size, capacity, dimensionCount } = core;
  const limit = at(typeOf, bin) * dimensionCount;
  let sum = 0;
  for (let d = 0; d < dimensionCount; d++) {
    const room =
      (capacity[limit + d] as number) -
      (load[bin * dimensionCount + d] as number) -
      (size[piece * dimensionCount + d] as number);
    sum += (weight[d] as number) * room * room;
  }
  return sum;
}

/** By how much the fullest dimension of the bin, as a share of its capacity, would be fuller. */
function peakGrowth({ load, typeOf, core }: Bins, piece: number, bin: number) {
  const { size, capacity, dimensionCount } = core;
  const limit = at(typeOf, bin) * dimensionCount;
  let before = 0;
  let after = 0;
  for (let d = 0; d < dimensionCount; d++) {
    const own = load[bin * dimensionCount + d] as number;
    const full = capacity[limit + d] as number;
    if (full <= 0) continue;
    before = Math.max(before, own / full);
    after = Math.max(after, (own + (size[piece * dimensionCount + d] as number)) / full);
  }
  return after - before;
}
