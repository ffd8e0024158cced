import { at } from '../columns.ts';
import type { Resource } from '../fleet/resources.ts';
import { createReplacer } from '../packing/replace.ts';
import { seeded } from '../random.ts';
import { type Capacity, utilizationOf } from './capacity.ts';
import type { Placed } from './host-loads.ts';
import { lossesOf } from './losses.ts';
import { resourceAndSlot } from './placement-problem.ts';
import type { Question } from './question.ts';

/** What became of every loss of k hosts. */
export interface SurvivalCheck {
  readonly lossCount: number;
  readonly checkedCount: number;
  readonly isSample: boolean;
  /** True when every checked loss found a place for every workload. */
  readonly survives: boolean;
  /** The loss that leaves most unplaced or, where none does, fills a survivor most; null where nothing was checked. */
  readonly worst: {
    readonly hosts: readonly number[];
    readonly restarted: number;
    /** Items (not fleet rows) that found no place. */
    readonly unplaced: readonly number[];
    readonly fullest: {
      readonly resource: Resource;
      readonly slot: number | null;
      readonly ratio: number;
    };
  } | null;
}

/**
 * Re-places every loss of k hosts for real: the workloads of the lost hosts go to the survivors, which keep what they
 * have, under the capacities that hold while hosts are down and under all placement rules. Ends at the first loss that
 * leaves a workload without a place.
 *
 * @param probes losses to check before all others, since they are likely to fail
 */
export function checkSurvival(
  question: Question,
  placed: Placed,
  k: number,
  probes: readonly (readonly number[])[] = [],
): SurvivalCheck {
  const { placement, scenario } = question;
  const losses = lossesOf(placed.typeOf.length, k, seeded(scenario.seed), mostLosses(placed, k));
  const { lossCount, checkedCount, isSample } = losses;
  const replacer = createReplacer(placement.inFailure, {
    binOf: placed.hostOf,
    typeOf: placed.typeOf,
    ...(placed.domainOf ? { domainOf: placed.domainOf } : {}),
  });
  const fullness = new Fullness(question, placed);
  let worst: SurvivalCheck['worst'] = null;
  let survives = true;
  for (const hosts of chained(probes, losses.sets)) {
    const { items, bins } = replacer.replace(hosts);
    const unplaced = [...items].filter((_, index) => at(bins, index) < 0);
    if (unplaced.length > 0) survives = false;
    const { dimension, ratio } = fullness.after(hosts, items, bins);
    const isWorse =
      worst === null ||
      unplaced.length > worst.unplaced.length ||
      (unplaced.length === worst.unplaced.length && ratio > worst.fullest.ratio);
    if (isWorse) {
      const restarted = items.length - unplaced.length;
      const fullest = { ...resourceAndSlot(placement.limits, dimension), ratio };
      worst = { hosts, restarted, unplaced, fullest };
    }
    if (!survives) break;
  }
  return { lossCount, checkedCount, isSample, survives, worst };
}

/** Workloads re-placed in all losses of several hosts together: a second's worth or two. */
const mostReplaced = 200_000;
/** And losses checked at least, however much each moves. */
const fewestLosses = 500;

const mostLosses = ({ hostOf, typeOf }: Placed, k: number) =>
  Math.max(fewestLosses, Math.floor((mostReplaced * typeOf.length) / (k * hostOf.length)));

function* chained<Element>(...lists: readonly Iterable<Element>[]): Generator<Element> {
  for (const list of lists) yield* list;
}

interface Fullest {
  readonly dimension: number;
  readonly ratio: number;
}

/** How full the fullest survivor is after a loss. Survivors that receive nothing are known beforehand, sorted. */
class Fullness {
  private readonly question: Question;
  private readonly placed: Placed;
  private readonly load: Float64Array;
  private readonly alone: readonly Fullest[];
  private readonly byFullness: readonly number[];

  constructor(question: Question, placed: Placed) {
    this.question = question;
    this.placed = placed;
    const { demand, dimensionCount } = question.placement.normal;
    this.load = new Float64Array(placed.typeOf.length * dimensionCount);
    placed.hostOf.forEach((host, index) => {
      for (let d = 0; d < dimensionCount; d++) {
        const cell = host * dimensionCount + d;
        this.load[cell] = at(this.load, cell) + at(demand, index * dimensionCount + d);
      }
    });
    this.alone = Array.from(placed.typeOf, (_, host) =>
      this.fullest(host, this.load.subarray(host * dimensionCount, (host + 1) * dimensionCount)),
    );
    this.byFullness = this.alone
      .map((_, host) => host)
      .sort((a, b) => this.ratioOf(b) - this.ratioOf(a) || a - b);
  }

  after(lost: readonly number[], items: Int32Array, bins: Int32Array): Fullest {
    const { demand, dimensionCount } = this.question.placement.normal;
    const changed = new Map<number, Float64Array>();
    items.forEach((index, position) => {
      const host = at(bins, position);
      if (host < 0) return;
      let load = changed.get(host);
      if (load === undefined) {
        load = this.load.slice(host * dimensionCount, (host + 1) * dimensionCount);
        changed.set(host, load);
      }
      for (let d = 0; d < dimensionCount; d++) {
        load[d] = at(load, d) + at(demand, index * dimensionCount + d);
      }
    });
    const untouched = this.byFullness.find((host) => !(lost.includes(host) || changed.has(host)));
    let best: Fullest =
      untouched === undefined ? { dimension: 0, ratio: 0 } : (this.alone[untouched] as Fullest);
    for (const [host, load] of changed) {
      const fullest = this.fullest(host, load);
      if (fullest.ratio > best.ratio) best = fullest;
    }
    return best;
  }

  private ratioOf(host: number): number {
    return (this.alone[host] as Fullest).ratio;
  }

  private fullest(host: number, load: Float64Array): Fullest {
    let best: Fullest = { dimension: 0, ratio: 0 };
    for (const { demand, firstDimension, capacities } of this.question.placement.limits) {
      const capacity: Capacity | null = capacities[at(this.placed.typeOf, host)] ?? null;
      if (capacity === null) continue;
      for (let d = firstDimension; d < firstDimension + demand.slotCount; d++) {
        const ratio = utilizationOf(capacity, at(load, d));
        if (ratio > best.ratio) best = { dimension: d, ratio };
      }
    }
    return best;
  }
}
