import { at, item } from '../columns.ts';
import { matched, type Replan, replans } from '../packing/keep.ts';
import { type MoveOrder, orderMoves } from '../packing/moves.ts';
import type { Kept } from './answer.ts';
import { hostNames } from './host-names.ts';
import { type HostsAsBins, hostsAsBins } from './hosts-as-bins.ts';
import { resourceAndSlot } from './placement-problem.ts';
import type { PlanProgress } from './progress.ts';
import type { Question } from './question.ts';
import type { Arrangement } from './spares.ts';
import { checkSurvival, type SurvivalCheck } from './survival.ts';

/** Candidates whose moves are put in order before one that cannot be carried out is accepted. */
const ordersTried = 8;

/** A way to go on from today: a replan and so many empty hosts beside it. */
interface Candidate {
  readonly replan: Replan;
  /** Bins of the replan that are hosts of the plan; further ones are new. */
  readonly hosts: readonly number[];
  readonly typeOf: Int32Array;
  readonly score: number;
  /** A new placement that was proven before it was put on today's hosts. */
  readonly isProven: boolean;
}

export interface KeptArrangement {
  readonly arrangement: Arrangement;
  readonly kept: Kept;
}

/**
 * Weighs hosts against moves: of the placements that follow from today's by emptying host after host, and the plan
 * from scratch put on today's hosts, the one for which `hosts × moves that a host is worth + moves` is least, among
 * those that survive every loss to tolerate and whose moves can be made one after the other.
 *
 * Null where the fleet does not say where anything runs.
 *
 * How far hosts can be emptied before a loss finds no place is found by halving, once for each number of hosts kept
 * empty: emptying one more never makes a loss easier to bear.
 */
export function* keepHosts(
  question: Question,
  fresh: Arrangement,
): Generator<PlanProgress, KeptArrangement | null, boolean> {
  const today = hostsAsBins(question);
  if (today === null) return null;
  const weighing = new Weighing(question, today);
  const steps: Replan[] = [];
  for (const replan of replans(question.placement.normal, today)) {
    steps.push(replan);
    yield { step: 'checking', doneRatio: 0.5, hosts: fresh.typeOf.length };
  }
  const scratch = weighing.fromScratch(fresh);
  const candidates = [...scratch];
  for (const empty of weighing.sparesTried()) {
    candidates.push(...weighing.surviving(steps, empty));
    yield { step: 'checking', doneRatio: 0.8, hosts: fresh.typeOf.length };
  }
  candidates.sort((a, b) => a.score - b.score || a.replan.moveCount - b.replan.moveCount);
  return weighing.best(candidates, fresh, scratch);
}

class Weighing {
  private readonly question: Question;
  private readonly today: HostsAsBins;
  private readonly tolerate: number;
  private readonly checks = new Map<Candidate, SurvivalCheck>();

  constructor(question: Question, today: HostsAsBins) {
    this.question = question;
    this.today = today;
    this.tolerate = question.scenario.failure.tolerate;
  }

  /** How many hosts may stand empty: none where no failure is to be tolerated. */
  sparesTried(): number[] {
    const k = this.tolerate;
    const least = this.question.scenario.failure.spare === 'dedicated' ? k : 0;
    return Array.from({ length: 2 * k - least + 1 }, (_, turn) => least + turn);
  }

  /** The plan from scratch on today's hosts: with what then fits at home brought home, and just as it was proven. */
  fromScratch(fresh: Arrangement): Candidate[] {
    const { normal } = this.question.placement;
    const packing = { binOf: fresh.hostOf, typeOf: fresh.typeOf };
    const spares = fresh.typeOf.length - new Set(fresh.hostOf).size;
    const home = matched(normal, this.today, packing, true);
    const plain = matched(normal, this.today, packing, false);
    return [
      ...(home === null ? [] : [this.candidate(home, spares, false)]),
      ...(plain === null ? [] : [this.candidate(plain, spares, true)]),
    ];
  }

  /** Of a chain of replans, each with a host fewer, those that survive with so many empty hosts beside. */
  surviving(chain: readonly Replan[], empty: number): Candidate[] {
    const candidates = chain.map((replan) => this.candidate(replan, empty, false));
    let [low, high] = [0, candidates.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.survives(item(candidates, middle))) low = middle + 1;
      else high = middle;
    }
    return candidates.slice(0, low);
  }

  best(
    candidates: readonly Candidate[],
    fresh: Arrangement,
    scratch: readonly Candidate[],
  ): KeptArrangement | null {
    let fallback: { readonly candidate: Candidate; readonly order: MoveOrder } | null = null;
    let tried = 0;
    for (const candidate of candidates) {
      if (!candidate.isProven && !this.survives(candidate)) continue;
      const order = this.order(candidate);
      fallback ??= { candidate, order };
      if (order.blocked.length === 0) return this.kept(candidate, order, fresh, scratch);
      if (++tried >= ordersTried) break;
    }
    return fallback && this.kept(fallback.candidate, fallback.order, fresh, scratch);
  }

  private survives(candidate: Candidate): boolean {
    return this.tolerate === 0 || this.check(candidate).survives;
  }

  private check(candidate: Candidate): SurvivalCheck {
    const known = this.checks.get(candidate);
    if (known) return known;
    const check = checkSurvival(this.question, placedOf(candidate), Math.max(1, this.tolerate));
    this.checks.set(candidate, check);
    return check;
  }

  private order({ replan, typeOf }: Candidate): MoveOrder {
    const { typeOf: today, home } = this.today;
    const types = Int32Array.from(typeOf, (type, bin) => (at(today, bin) === -1 ? -1 : type));
    return orderMoves(this.question.placement.normal, {
      typeOf: types,
      from: home,
      to: replan.binOf,
    });
  }

  /** Empty hosts are today's, as far as there are any of a candidate type; then new ones of the cheapest. */
  private candidate(replan: Replan, empty: number, isProven: boolean): Candidate {
    const { binTypes } = this.question.placement.normal;
    const used = new Set(replan.binOf);
    const isLeft = (bin: number) =>
      bin >= this.today.typeOf.length || at(this.today.typeOf, bin) >= 0;
    const idle = Array.from(replan.typeOf.keys()).filter((bin) => !used.has(bin) && isLeft(bin));
    const spares = idle.slice(0, empty);
    const typeOf = [...replan.typeOf];
    const cheapest = binTypes.reduce(
      (best, { cost }, type) => (cost < item(binTypes, best).cost ? type : best),
      0,
    );
    while (spares.length < empty) spares.push(typeOf.push(cheapest) - 1);
    const hosts = [...used, ...spares].sort((a, b) => a - b);
    const costs = binTypes.map(({ cost }) => cost);
    const cost = hosts.reduce((sum, bin) => sum + item(costs, item(typeOf, bin)), 0);
    const worth = this.question.scenario.movesPerHost ?? 0;
    const score = (cost / Math.min(...costs)) * worth + replan.moveCount;
    return { replan, hosts, typeOf: Int32Array.from(typeOf), score, isProven };
  }

  private kept(
    candidate: Candidate,
    order: MoveOrder,
    fresh: Arrangement,
    scratch: readonly Candidate[],
  ): KeptArrangement {
    const { replan, hosts } = candidate;
    const { selection, scenario, placement } = this.question;
    const placed = placedOf(candidate);
    const check = this.check(candidate);
    const today = this.today.names;
    const names = hosts.map((bin) => today[bin] ?? null);
    const allNames = hostNames(placed.typeOf, scenario, names);
    // A detour may stand on a host that the plan itself has no use for.
    const nameOf = (bin: number) => today[bin] ?? item(allNames, hosts.indexOf(bin));
    const row = (index: number) => at(selection.rows, index);
    const planned = new Set(hosts);
    const isEmpty = new Set(replan.binOf).size < hosts.length;
    const spare = this.tolerate === 0 ? 'none' : isEmpty ? 'dedicated' : 'spread';
    const { lossCount, checkedCount, isSample, worst, survives } = check;
    return {
      arrangement: {
        ...placed,
        lowerBound: fresh.lowerBound,
        tolerates: this.tolerate > 0 ? this.tolerate : survives ? 1 : 0,
        survival: { tolerate: this.tolerate, lossCount, checkedCount, isSample, spare },
        worstFailure: worst,
      },
      kept: {
        names,
        moves: order.moves.map(({ item: index, from, to }) => ({
          workload: row(index),
          from: nameOf(from),
          to: nameOf(to),
          isDetour: to !== at(replan.binOf, index),
        })),
        blocked: order.blocked.map(({ item: index, to, dimension }) => ({
          workload: row(index),
          to: nameOf(to),
          ...(dimension < 0
            ? { resource: null, slot: null }
            : resourceAndSlot(placement.limits, dimension)),
        })),
        freed: today.filter((_, bin) => !planned.has(bin)),
        stayCount: selection.rows.length - replan.moveCount - homeless(this.today),
        fromScratch: {
          hosts: fresh.typeOf.length,
          moves: Math.min(...scratch.map((own) => own.replan.moveCount)),
        },
      },
    };
  }
}

const homeless = ({ home }: HostsAsBins) => home.filter((host) => host < 0).length;

/** The plan's hosts, numbered afresh: those of today first, in their order. */
function placedOf({ replan, hosts, typeOf }: Candidate) {
  const place = new Map(hosts.map((bin, index) => [bin, index]));
  return {
    hostOf: replan.binOf.map((bin) => place.get(bin) ?? -1),
    typeOf: Int32Array.from(hosts, (bin) => at(typeOf, bin)),
  };
}
