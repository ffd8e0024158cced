import { at, item } from '../columns.ts';
import type { Resource } from '../fleet/resources.ts';
import { mayUseType, tolerance } from '../packing/core.ts';
import type { PackingProblem } from '../packing/problem.ts';
import type { ConsolidationPlan } from './answer.ts';
import { resourceAndSlot } from './placement-problem.ts';
import type { Question } from './question.ts';

/** What of a plan an explanation needs; all of it is in a `ConsolidationPlan`. */
export type Explained = Pick<
  ConsolidationPlan,
  'hostOf' | 'hostTypeIndex' | 'domainOf' | 'groupOf' | 'lowerBound' | 'boundBy' | 'hosts'
>;

/** Why a workload sits where it does: what every other host of the plan says to it. */
export interface WhyHere {
  readonly host: number;
  /** Workloads (fleet rows) that must come along, the asked one not among them. */
  readonly together: readonly number[];
  /** One a host of the plan, in its order. */
  readonly verdicts: readonly Verdict[];
}

export type Verdict =
  | { readonly kind: 'here' }
  /** It would fit beside all that is there now. */
  | { readonly kind: 'room' }
  /** The resource and slot that lack most, relative to what is usable there. */
  | {
      readonly kind: 'short';
      readonly resource: Resource;
      readonly slot: number | null;
      readonly needed: number;
      readonly free: number;
    }
  | { readonly kind: 'count'; readonly most: number }
  | { readonly kind: 'apart'; readonly from: number }
  | { readonly kind: 'domain'; readonly domain: number; readonly most: number }
  /** A pin or a host group keeps it off this host. */
  | { readonly kind: 'not-allowed' };

/** Null for a workload that the plan does not place. */
export function whyHere(question: Question, plan: Explained, row: number): WhyHere | null {
  const index = question.selection.rows.indexOf(row);
  const host = at(plan.hostOf, row);
  if (index < 0 || host < 0) return null;
  const explaining = new Explaining(question, plan, index);
  return {
    host,
    together: explaining.moving.filter((own) => own !== index).map((own) => rowOf(question, own)),
    verdicts: Array.from(plan.hostTypeIndex, (_, other) =>
      other === host ? { kind: 'here' } : explaining.verdict(other),
    ),
  };
}

const rowOf = ({ selection }: Question, index: number) => at(selection.rows, index);

class Explaining {
  /** The items that would have to move together. */
  readonly moving: readonly number[];
  private readonly question: Question;
  private readonly plan: Explained;
  private readonly problem: PackingProblem;
  private readonly hostOf: Int32Array;
  private readonly load: Float64Array;
  private readonly held: Int32Array;

  constructor(question: Question, plan: Explained, index: number) {
    this.question = question;
    this.plan = plan;
    this.problem = question.placement.normal;
    this.hostOf = question.selection.rows.map((row) => at(plan.hostOf, row));
    this.moving = inOneSet(this.problem.together, index);
    this.load = new Float64Array(plan.hostTypeIndex.length * this.problem.dimensionCount);
    this.held = new Int32Array(plan.hostTypeIndex.length);
    for (const [own, host] of this.hostOf.entries()) this.add(own, host);
  }

  verdict(host: number): Verdict {
    const { moving, problem } = this;
    const type = this.binType(host);
    if (!moving.every((own) => mayUseType(problem, own, type))) return { kind: 'not-allowed' };
    const from = this.meets(host);
    if (from !== null) return { kind: 'apart', from: rowOf(this.question, from) };
    const most = this.mostInDomain(host);
    if (most !== null) return { kind: 'domain', domain: at(this.domains(), host), most };
    const { maxItems } = item(problem.binTypes, type);
    if (at(this.held, host) + moving.length > maxItems) return { kind: 'count', most: maxItems };
    return this.shortage(host, type) ?? { kind: 'room' };
  }

  private binType(host: number): number {
    const types = this.question.scenario.hostTypes.length;
    const group = this.plan.groupOf === null ? -1 : at(this.plan.groupOf, host);
    return (group + 1) * types + at(this.plan.hostTypeIndex, host);
  }

  private domains(): Int32Array {
    return this.plan.domainOf ?? new Int32Array(this.held.length);
  }

  /** An item there that one of the moving must keep away from. */
  private meets(host: number): number | null {
    const company = this.problem.apart.filter((set) =>
      this.moving.some((own) => set.includes(own)),
    );
    for (const set of company) {
      for (const own of set) {
        if (at(this.hostOf, own) === host && !this.moving.includes(own)) return own;
      }
    }
    return null;
  }

  /** The limit that the host's domain would break; null for none. */
  private mostInDomain(host: number): number | null {
    const domains = this.domains();
    for (const { items, most } of this.problem.spread ?? []) {
      if (!items.some((own) => this.moving.includes(own))) continue;
      const held = items.filter(
        (own) =>
          this.moving.includes(own) || at(domains, at(this.hostOf, own)) === at(domains, host),
      );
      if (held.length > most) return most;
    }
    return null;
  }

  private shortage(host: number, type: number): Verdict | null {
    const { dimensionCount, demand, binTypes } = this.problem;
    const { capacity } = item(binTypes, type);
    let worst = -1;
    let most = 0;
    for (let d = 0; d < dimensionCount; d++) {
      const own = at(capacity, d);
      const over = at(this.load, host * dimensionCount + d) + this.needed(d, demand) - own;
      if (over <= own * tolerance || over / own <= most) continue;
      most = own > 0 ? over / own : Number.POSITIVE_INFINITY;
      worst = d;
    }
    if (worst < 0) return null;
    return {
      kind: 'short',
      ...resourceAndSlot(this.question.placement.limits, worst),
      needed: this.needed(worst, demand),
      free: Math.max(0, at(capacity, worst) - at(this.load, host * dimensionCount + worst)),
    };
  }

  private needed(dimension: number, demand: Float64Array): number {
    const { dimensionCount } = this.problem;
    return this.moving.reduce((sum, own) => sum + at(demand, own * dimensionCount + dimension), 0);
  }

  private add(own: number, host: number) {
    const { dimensionCount, demand } = this.problem;
    this.held[host] = at(this.held, host) + 1;
    for (let d = 0; d < dimensionCount; d++) {
      const cell = host * dimensionCount + d;
      this.load[cell] = at(this.load, cell) + at(demand, own * dimensionCount + d);
    }
  }
}

/** All items that must share a bin with one, itself included, through any chain of sets. */
function inOneSet(sets: readonly Int32Array[], index: number): number[] {
  const found = new Set([index]);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const set of sets) {
      if (set.some((own) => found.has(own))) for (const own of set) found.add(own);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Whether so many hosts could do. */
export type WhyNot =
  | { readonly kind: 'planned' }
  /** One resource in one slot needs more than so many hosts of the roomiest type offer. */
  | {
      readonly kind: 'sum';
      readonly resource: Resource;
      readonly slot: number | null;
      readonly demand: number;
      /** What the hosts offer that are left after the failures to tolerate, and how many those are. */
      readonly offered: number;
      readonly hostsLeft: number;
      readonly isInFailure: boolean;
    }
  /** Another argument proves it: the bound of the plan. */
  | { readonly kind: 'bound'; readonly lowerBound: number; readonly by: Explained['boundBy'] }
  /** Nothing proves it impossible, and no such plan was found. */
  | { readonly kind: 'open'; readonly lowerBound: number };

/**
 * Why a plan has not so few hosts: a certificate that anybody can check by adding up one column, where there is one.
 *
 * @param hosts the number wished for, spare hosts included
 */
export function whyNot({ placement, scenario }: Question, plan: Explained, hosts: number): WhyNot {
  if (hosts >= plan.hosts) return { kind: 'planned' };
  const { tolerate, spare } = scenario.failure;
  const left = Math.max(0, hosts - tolerate);
  const everyDay = spare === 'dedicated' ? left : hosts;
  const sums = [
    strongestSum(placement.normal, everyDay, placement.limits, false),
    ...(tolerate > 0 ? [strongestSum(placement.inFailure, left, placement.limits, true)] : []),
  ];
  const ratio = ({ demand, offered }: SumProof) => demand / offered;
  const proving = sums
    .filter((sum) => sum.demand > sum.offered * (1 + tolerance))
    .sort((a, b) => ratio(b) - ratio(a) || 0);
  const [strongest] = proving;
  if (strongest) return strongest;
  const { lowerBound, boundBy } = plan;
  return hosts < lowerBound
    ? { kind: 'bound', lowerBound, by: boundBy }
    : { kind: 'open', lowerBound };
}

type SumProof = Extract<WhyNot, { readonly kind: 'sum' }>;

/** The resource and slot whose demand is most of what so many hosts of the roomiest type offer. */
function strongestSum(
  { demand, dimensionCount, binTypes }: PackingProblem,
  hostsLeft: number,
  limits: Question['placement']['limits'],
  isInFailure: boolean,
): SumProof {
  const sums = new Float64Array(dimensionCount);
  for (const [cell, own] of demand.entries()) {
    sums[cell % dimensionCount] = at(sums, cell % dimensionCount) + own;
  }
  const offered = sums.map(
    (_, d) =>
      binTypes.reduce((most, { capacity }) => Math.max(most, at(capacity, d)), 0) * hostsLeft,
  );
  let worst = 0;
  for (let d = 1; d < dimensionCount; d++) {
    if (at(sums, d) * at(offered, worst) > at(sums, worst) * at(offered, d)) worst = d;
  }
  return {
    kind: 'sum',
    ...resourceAndSlot(limits, worst),
    demand: at(sums, worst),
    offered: at(offered, worst),
    hostsLeft,
    isInFailure,
  };
}
