import { at, item } from '../columns.ts';
import { type Random, seeded, wholeBelow } from '../random.ts';
import { assembled } from './assemble.ts';
import { balanced, Spreader } from './balance.ts';
import type { Bins } from './bins.ts';
import type { Proof } from './bound.ts';
import type { Core } from './core.ts';
import { dive } from './dive.ts';
import { finish } from './finish.ts';
import { type Choice, greedy } from './greedy.ts';
import { cheaperMixes, costOf, type Mix, rungMix, typesOf } from './mixes.ts';
import { decreasing, type Measure, measured, scarcity } from './order.ts';
import { cover, hasPatterns } from './patterns.ts';
import type { LowerBound } from './problem.ts';
import { Repair } from './repair.ts';
import { unitsPerEffort, type Work } from './work.ts';

/** What a search has found so far. */
export interface Found {
  best: Bins | null;
  bestCost: number;
  /** Pieces left over by the best attempt while there is no packing. */
  leftOver: readonly number[];
  readonly work: Work;
  /** A bound better than the proof that the search began with; null while there is none. */
  bound: LowerBound | null;
  /** Work that the whole search may take; known once construction is over. */
  total: number;
}

/** Work between two yields: a few milliseconds. */
const chunk = 300_000;
/** Of the mixes just cheaper than the best, how many are tried in a round. */
const mixesTried = 6;
/** Worsening, in capacities, that a step is allowed at first: less than a thousandth of a bin. */
const heat = 3e-4;
/** What an attempt takes at least, so that attempts that fail at once come to an end too. */
const overhead = 1000;
/** With more dimensions and pieces than this, best fit is too slow a first packing. */
const wideDimensions = 64;
const manyPieces = 2000;
/** With more pieces than this, looking for the bin whose peaks are at other hours takes a second and gains little. */
const manyProfiles = 5000;

interface Context {
  readonly core: Core;
  readonly proof: Proof;
  readonly found: Found;
  readonly random: Random;
  readonly weight: Float64Array;
}

/**
 * Looks for the cheapest packing; yields after every few milliseconds of work, at the same points in every run.
 *
 * 1. A greedy packing, to have one and to know what must be beaten.
 * 2. The ladder: bins chosen to be as few as the bound allows, filled evenly and repaired; where that fails, more in
 *    growing strides, and then the gap between failure and success halved. This is 'construction'.
 * 3. For small problems, if any effort is asked, the bound by patterns, and packings put together from them.
 * 4. For the effort asked: mixes just cheaper than the best, each tried from the best packing and from scratch, with
 *    growing patience.
 *
 * It ends where the best packing costs what the bound allows.
 */
export function* search(
  core: Core,
  proof: Proof,
  options: { readonly seed: number; readonly effort: number },
  found: Found,
): Generator<undefined, void> {
  const context: Context = {
    core,
    proof,
    found,
    random: seeded(options.seed),
    weight: scarcity(core),
  };
  firstPacking(context);
  yield;
  yield* climbLadder(context);
  found.total = found.work.done + options.effort * unitsPerEffort;
  yield* improve(options.effort > 0 ? yield* proven(context) : context);
}

/**
 * For small problems with an open gap: the bound by patterns, and a packing made of them. Half of the effort at most
 * is for the bound.
 *
 * @returns the context with what is proven now
 */
function* proven(context: Context): Generator<undefined, Context> {
  const { core, found, proof } = context;
  if (isDone(context) || !found.best || !hasPatterns(core)) return context;
  const limit = found.work.done + (found.total - found.work.done) / 2;
  const { bins, patterns } = yield* cover(found.best, proof.bound.bins, found.work, limit);
  const isBetter = bins > proof.bound.bins;
  const cost = Math.max(proof.bound.cost, bins * at(core.cost, 0));
  const bound: LowerBound = { bins, cost, by: 'patterns', dimension: -1 };
  if (isBetter) found.bound = bound;
  const next = isBetter ? { ...context, proof: { ...proof, bound } } : context;
  if (!isDone(next)) yield* fromPatterns(next, patterns);
  return next;
}

/** Packings one bin better than the best, put together from patterns and mended, as long as that goes well. */
function* fromPatterns(
  context: Context,
  patterns: readonly (readonly number[])[],
): Generator<undefined, void> {
  const { core, found, random } = context;
  let isBetter = true;
  while (isBetter && found.best && !isDone(context)) {
    const count = found.best.count - 1;
    const limit = found.work.done + (found.total - found.work.done) / 2;
    const decided = yield* dive(core, patterns, { most: count, work: found.work, limit });
    const bins = assembled(core, { patterns: decided, count }, random, found.work);
    isBetter = yield* repaired(context, bins, ladderBudget(core));
  }
}

const isDone = ({ found, proof }: Context) =>
  found.best !== null && found.bestCost <= proof.bound.cost * (1 + 1e-9);

function accept({ found }: Context, bins: Bins): boolean {
  if (!finish(bins)) return false;
  const cost = bins.cost();
  const count = found.best?.count ?? Number.POSITIVE_INFINITY;
  const isBetter =
    cost < found.bestCost * (1 - 1e-12) || (cost <= found.bestCost && bins.count < count);
  if (isBetter) {
    found.best = bins;
    found.bestCost = cost;
  }
  return isBetter;
}

/**
 * First fit in the order of the list and by size, as plain planners do, so that no answer is ever worse than theirs;
 * best fit by size; with many time slots, pieces to the bins that they raise the peak of least.
 */
function firstPacking(context: Context) {
  const { core, found, weight } = context;
  const offer = (order: Int32Array, choice: Choice) => {
    const { bins, unplaced } = greedy(core, order, { choice, weight, work: found.work });
    if (unplaced.length === 0) accept(context, bins);
    else if (found.best === null) found.leftOver = unplaced;
  };
  const bySize = (measure: Measure) => decreasing(core, measured(core, measure, weight));
  offer(
    Int32Array.from({ length: core.pieceCount }, (_, piece) => piece),
    'first',
  );
  offer(bySize('sum'), 'first');
  const isWide = core.dimensionCount > wideDimensions;
  if (core.pieceCount <= manyPieces) {
    for (const measure of ['largest', 'sum', 'square'] as const) offer(bySize(measure), 'best');
  } else if (isWide) offer(bySize('square'), 'first');
  else offer(bySize('sum'), 'best');
  if (isWide && core.pieceCount <= manyProfiles) offer(bySize('largest'), 'flat');
}

/** Fewer steps a piece for the largest fleets: there a bin more or less is a small matter and time is not. */
const ladderBudget = ({ pieceCount }: Core) =>
  2000 + 800 * Math.min(pieceCount, 10_000) + 150 * Math.max(0, pieceCount - 10_000);

/** How far above the bound the best packing is, in bins: by its cost, for the cheapest mix need not have fewest bins. */
function rungOfBest({ found, proof: { bound } }: Context): number {
  return found.best ? (found.bestCost / bound.cost - 1) * bound.bins : 0;
}

function* climbLadder(context: Context): Generator<undefined, void> {
  if (isDone(context)) return;
  const stride = Math.max(1, Math.floor(rungOfBest(context) / 16));
  const { succeeded, failed } = yield* gallop(context, stride);
  let low = failed;
  let high = succeeded ?? 2 * Math.max(1, failed);
  while (high - low > Math.max(1, stride / 4) && !isDone(context)) {
    const middle = Math.floor((low + high) / 2);
    if (yield* tryRung(context, middle)) high = middle;
    else low = middle;
  }
}

/** Goes up the rungs in growing strides until one succeeds or is no better than what there is. */
function* gallop(context: Context, stride: number) {
  let failed = -1;
  for (let rung = 0; ; rung = rung === 0 ? stride : 2 * rung) {
    const mix = rungMix(context.core, context.proof, rung);
    if (!mix || costOf(context.core, mix) >= context.found.bestCost) return { failed };
    if (yield* attempt(context, mix, ladderBudget(context.core))) {
      return { failed, succeeded: rung };
    }
    failed = rung;
  }
}

/** Whether there is a packing of that rung or a better one. */
function* tryRung(context: Context, rung: number): Generator<undefined, boolean> {
  const mix = rungMix(context.core, context.proof, rung);
  if (!mix || costOf(context.core, mix) >= context.found.bestCost) return true;
  return yield* attempt(context, mix, ladderBudget(context.core));
}

/** Tries to pack into a mix from scratch. */
function* attempt(context: Context, mix: Mix, budget: number): Generator<undefined, boolean> {
  const { core, found, random, weight } = context;
  const order = decreasing(core, measured(core, 'sum', weight));
  const bins = balanced(core, { typeOf: typesOf(mix), order }, random, found.work);
  yield;
  return yield* repaired(context, bins, budget);
}

function* repaired(
  context: Context,
  bins: Bins | null,
  budget: number,
): Generator<undefined, boolean> {
  if (!bins) return false;
  const { found, random } = context;
  const repair = new Repair(bins, random, found.work);
  const from = found.work.done;
  const before = repair.overload;
  while (!repair.isDone) {
    const spent = found.work.done - from;
    const isLagging = isHopeless(repair.overload / before, spent / context.core.pieceCount);
    if (spent >= budget || isLagging) return false;
    repair.run(Math.min(chunk, budget - spent), heat * (1 - spent / budget));
    yield;
  }
  return accept(context, bins);
}

/**
 * Whether a repair lags so far behind that its budget is better spent elsewhere. Of the repairs that came to an end
 * nearly all had a tenth of the overload left after 200 units of work a piece; of those that did not, mostly half.
 */
const isHopeless = (leftRatio: number, spentPerPiece: number) =>
  (spentPerPiece > 250 && leftRatio > 0.25) || (spentPerPiece > 600 && leftRatio > 0.1);

function* improve(context: Context): Generator<undefined, void> {
  const { core, found } = context;
  let patience = 2 * ladderBudget(core);
  let stride = Math.ceil(rungOfBest(context) / 4);
  for (let round = 0; !isDone(context) && found.work.done < found.total; round++) {
    const mixes = nextMixes(context, stride);
    if (mixes.length === 0) return;
    const isBetter = yield* tryMixes(context, mixes, { patience, isFresh: round % 3 === 2 });
    if (isBetter) continue;
    if (stride > 1) stride = Math.floor(stride / 2);
    else patience *= 1.5;
  }
}

/** Mixes to try next: one about so many bins cheaper, or the nearest cheaper ones. */
function nextMixes(context: Context, stride: number): readonly Mix[] {
  const { core, proof, found } = context;
  if (!found.best) return fullMix(core);
  if (stride > 1) {
    const rung = Math.max(0, Math.floor(rungOfBest(context)) - stride);
    const mix = rungMix(core, proof, rung);
    if (mix && costOf(core, mix) < found.bestCost) return [mix];
  }
  return cheaperMixes(core, proof.rows, mixOf(found.best)).slice(0, mixesTried);
}

/** Tries one mix after the other until one gives a better packing. */
function* tryMixes(
  context: Context,
  mixes: readonly Mix[],
  { patience, isFresh }: { readonly patience: number; readonly isFresh: boolean },
): Generator<undefined, boolean> {
  const { core, found } = context;
  for (const mix of mixes) {
    found.work.done += overhead + 8 * core.pieceCount;
    const left = found.total - found.work.done;
    if (left <= 0) return false;
    const budget = Math.min(left, patience);
    const isBetter =
      isFresh || !found.best
        ? yield* attempt(context, mix, budget)
        : yield* repaired(context, rearranged(context, found.best, mix), budget);
    if (isBetter) return true;
  }
  return false;
}

function mixOf(bins: Bins): Mix {
  return bins.usedOfType.slice();
}

/** All bins there are, no more than pieces: the last resort where bins are limited. */
function fullMix({ available, shared, pieceCount }: Core): Mix[] {
  const mix = Int32Array.from(available, (count) => Math.min(count, pieceCount));
  for (const { types, available: inStock } of shared) {
    let left = inStock;
    for (const [turn, type] of types.entries()) {
      mix[type] = Math.min(at(mix, type), Math.ceil(left / (types.length - turn)));
      left -= at(mix, type);
    }
  }
  return [mix];
}

/**
 * The bins of a packing turned into another mix: bins too many are emptied, new ones opened, pieces put where they
 * unbalance least. Null where a piece has no bin that it may go to.
 */
function rearranged(context: Context, best: Bins, mix: Mix): Bins | null {
  const { core, random, weight, found } = context;
  const bins = best.clone();
  const homeless: number[] = [];
  for (const [type, count] of mix.entries()) {
    while (at(bins.usedOfType, type) > count) homeless.push(...emptied(bins, type, random));
    while (at(bins.usedOfType, type) < count) bins.open(type);
  }
  const key = measured(core, 'largest', weight);
  homeless.sort((a, b) => at(key, b) - at(key, a) || a - b);
  const spreader = new Spreader(bins, random, found.work);
  for (const piece of homeless) {
    const bin = spreader.bestBin(piece);
    if (bin < 0) return null;
    bins.add(piece, bin);
  }
  return bins;
}

/** Takes a random bin of a type away and returns what it held. */
function emptied(bins: Bins, type: number, random: Random): number[] {
  let bin = wholeBelow(random, bins.count);
  while (at(bins.typeOf, bin) !== type) bin = (bin + 1) % bins.count;
  const pieces = item(bins.members, bin).slice();
  for (const piece of pieces) bins.remove(piece);
  bins.close(bin);
  return pieces;
}
