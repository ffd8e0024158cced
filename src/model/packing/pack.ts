import { lowerBound, type Proof } from './bound.ts';
import type { Core } from './core.ts';
import { exact } from './exact.ts';
import { finish } from './finish.ts';
import { prepare } from './prepare.ts';
import type {
  LowerBound,
  Packing,
  PackingOptions,
  PackingOutcome,
  PackingProblem,
} from './problem.ts';
import { type Found, search } from './search.ts';
import { isInStock } from './stock.ts';
import { unitsPerEffort } from './work.ts';

/**
 * A packing under way, for callers that must yield, show progress, or stop: each `step` does a little work, `best` is
 * the best packing so far, and stopping needs nothing but not to step again.
 *
 * @example
 * const run = startPacking(problem, { seed: 1, effort: 10 });
 * while (!run.step(1_000_000) && !isCancelled) await aBreath();
 * const outcome = run.outcome();
 */
export interface PackingRun {
  /**
   * Works for about so many units (a million is some 15 to 20 ms), longer while construction is in one of its few
   * indivisible parts. How the work is cut into steps never changes what is found.
   *
   * @returns true when finished: proven optimal, impossible, or the effort is used
   */
  step(units: number): boolean;
  /** The best packing so far; null before there is one. */
  readonly best: Packing | null;
  /** What is proven so far; for small problems it may rise while improving. */
  readonly bound: LowerBound;
  /** Work done as a share of all the work there may be, 0…1. */
  readonly doneRatio: number;
  /** The answer as it stands: before the end, `bins-exhausted` may only mean 'not found yet'. */
  outcome(): PackingOutcome;
}

/**
 * Packs items into as few, or as cheap, bins as it finds, with a proof of how few or cheap any packing could be.
 *
 * The same problem, seed and effort give the same packing on every machine. See README.md for how it works, and
 * `startPacking` for the form that can be interrupted.
 *
 * @throws if the problem breaks its contract
 */
export function pack(problem: PackingProblem, options: PackingOptions): PackingOutcome {
  const run = startPacking(problem, options);
  let told: Packing | null = null;
  while (!run.step(1_000_000)) {
    const { best } = run;
    if (best && best !== told) {
      told = best;
      options.onProgress?.(best, run.bound, run.doneRatio);
    }
  }
  const outcome = run.outcome();
  if (outcome.kind === 'packed' && outcome.packing !== told) {
    options.onProgress?.(outcome.packing, outcome.bound, 1);
  }
  return outcome;
}

/** Starts a packing that the caller drives; checks and bounds the problem at once. */
export function startPacking(
  problem: PackingProblem,
  { seed, effort }: PackingOptions,
): PackingRun {
  const prepared = prepare(problem);
  if (prepared.kind === 'impossible') return settled(prepared);
  const { core } = prepared;
  const found: Found = {
    best: null,
    bestCost: Number.POSITIVE_INFINITY,
    leftOver: [],
    work: { done: 0 },
    bound: null,
    total: Number.POSITIVE_INFINITY,
  };
  const proof = settleSmall(core, lowerBound(core), found);
  const steps = search(core, proof, { seed, effort }, found);
  let isFinished = false;
  let shown: { readonly of: object; readonly packing: Packing } | null = null;
  const best = () => {
    if (!found.best) return null;
    if (shown?.of !== found.best) shown = { of: found.best, packing: found.best.toPacking() };
    return shown.packing;
  };
  return {
    step(units) {
      const stop = found.work.done + units;
      while (!isFinished && found.work.done < stop) isFinished = steps.next().done === true;
      return isFinished;
    },
    get best() {
      return best();
    },
    get bound() {
      return found.bound ?? proof.bound;
    },
    get doneRatio() {
      if (isFinished) return 1;
      const total = Math.min(found.total, found.work.done + (effort + 0.1) * unitsPerEffort);
      return Math.min(1, found.work.done / total);
    },
    outcome() {
      const packing = best();
      if (packing) return { kind: 'packed', packing, bound: found.bound ?? proof.bound };
      const items = found.leftOver.flatMap((piece) => [...(core.itemsOf[piece] ?? [])]);
      return { kind: 'impossible', reasons: [{ kind: 'bins-exhausted', items }] };
    },
  };
}

/** The optimum of a very small core becomes both its packing and its bound. */
function settleSmall(core: Core, proof: Proof, found: Found): Proof {
  // All divisions are looked at there, but not which domains they stand in.
  const answer = core.pieceCount > 0 && core.domainCount === 1 ? exact(core) : null;
  if (!answer) return proof;
  const { bins, cost, count } = answer;
  if (isInStock(core, bins.usedOfType) && finish(bins)) {
    found.best = bins;
    found.bestCost = bins.cost();
  }
  if (count <= proof.bound.bins && cost <= proof.bound.cost) return proof;
  const bound: LowerBound = {
    bins: Math.max(count, proof.bound.bins),
    cost: Math.max(cost, proof.bound.cost),
    by: count > proof.bound.bins ? 'exact' : proof.bound.by,
    dimension: count > proof.bound.bins ? -1 : proof.bound.dimension,
  };
  return { ...proof, bound };
}

/** A run that was over before it began. */
function settled(outcome: PackingOutcome & { readonly kind: 'impossible' }): PackingRun {
  return {
    step: () => true,
    best: null,
    bound: { bins: 0, cost: 0, by: 'volume', dimension: -1 },
    doneRatio: 1,
    outcome: () => outcome,
  };
}
