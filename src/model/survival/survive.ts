import { at } from '../columns.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import { hostNames } from '../consolidation/host-names.ts';
import { lossesOf } from '../consolidation/losses.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import type { Question } from '../consolidation/question.ts';
import { seeded } from '../random.ts';
import type { LossLevel, RackLosses, SurvivalMap, WorstLoss } from './answer.ts';
import { type Cluster, clusterOf } from './cluster.ts';
import { type HourLoss, Replacement } from './replacement.ts';

/** Workloads re-placed in all losses of several hosts and all hours together: a few seconds' worth. */
const mostReplaced = 8_000_000;
/** And losses checked at least, however much each moves. */
const fewestLosses = 100;
/** Workloads re-placed between two yields. */
const chunk = 20_000;

export interface SurvivalQuestion {
  readonly question: Question;
  readonly placed: Placed;
  /** By the type and a number where they are not given. */
  readonly hostNames?: readonly string[];
  /** Hosts that fail at once, at most. */
  readonly failures: number;
  /** Racks that the hosts are dealt out to in turn; null: not asked. */
  readonly racks: number | null;
}

/**
 * Lets every host fail, every set of up to k hosts and every rack, in every hour, and re-places what ran on them for
 * real: with what each workload asks for in that hour, under the capacities that hold while hosts are down and under
 * all placement rules, on survivors that keep what they have.
 *
 * Hour by hour is what a cluster sees when it fails at that hour. A plan's own proof asks for more: one place that
 * holds in all hours. So a plan that tolerates k failures is clean here; the reverse need not be.
 */
export function* surviveSteps(asked: SurvivalQuestion): Generator<PlanProgress, SurvivalMap> {
  const { question, placed } = asked;
  const cluster = clusterOf(question, placed);
  const failures = Math.max(1, Math.min(asked.failures, cluster.hostCount));
  const sets = Array.from({ length: failures }, (_, index) =>
    lossSets(question, cluster, index + 1),
  );
  const rackSets = asked.racks === null ? null : rackHosts(cluster.hostCount, asked.racks);
  const tally = new Tally(cluster, sets, rackSets);
  const replacement = new Replacement(cluster);
  let moved = 0;
  for (let slot = 0; slot < cluster.slotCount; slot++) {
    replacement.turnTo(slot);
    for (const [level, { sets: hostSets }] of sets.entries()) {
      for (const [index, hosts] of hostSets.entries()) {
        moved += tally.count({ level, index, slot, hosts }, replacement.lose(hosts));
        if (moved < chunk) continue;
        moved = 0;
        yield { step: 'checking', doneRatio: (slot + index / hostSets.length) / cluster.slotCount };
      }
    }
    for (const [rack, hosts] of (rackSets ?? []).entries()) {
      tally.countRack({ index: rack, slot, hosts }, replacement.lose(hosts));
    }
  }
  return tally.answer(asked);
}

interface LossSets {
  readonly failures: number;
  readonly lossCount: number;
  readonly isSample: boolean;
  readonly sets: readonly (readonly number[])[];
}

function lossSets({ scenario }: Question, cluster: Cluster, failures: number): LossSets {
  const perLoss = (failures * cluster.pieceCount * cluster.slotCount) / cluster.hostCount;
  const most = Math.max(fewestLosses, Math.floor(mostReplaced / Math.max(1, perLoss)));
  const losses = lossesOf(cluster.hostCount, failures, seeded(scenario.seed), most);
  return { ...losses, failures, sets: [...losses.sets] };
}

/** Hosts dealt out to racks in turn, so that hosts of a type do not stand together. */
function rackHosts(hostCount: number, racks: number): number[][] {
  const sets = Array.from({ length: Math.min(racks, hostCount) }, (): number[] => []);
  for (let host = 0; host < hostCount; host++) sets[host % sets.length]?.push(host);
  return sets;
}

interface Case {
  readonly index: number;
  readonly slot: number;
  readonly hosts: readonly number[];
}

interface Worst {
  readonly case: Case;
  readonly loss: HourLoss;
}

/** Gathers what every loss leaves without a place. */
class Tally {
  private readonly cluster: Cluster;
  private readonly sets: readonly LossSets[];
  private readonly racks: readonly (readonly number[])[] | null;
  private readonly byHost: Int32Array;
  private readonly byPair: Int32Array | null;
  private readonly byRack: Int32Array;
  private readonly cases: Uint32Array;
  private readonly failedCases: number[];
  private readonly hasFailed: Uint8Array[];
  private readonly worst: (Worst | null)[];
  private worstRack: Worst | null = null;

  constructor(
    cluster: Cluster,
    sets: readonly LossSets[],
    racks: readonly (readonly number[])[] | null,
  ) {
    const { hostCount, slotCount, pieceCount } = cluster;
    this.cluster = cluster;
    this.sets = sets;
    this.racks = racks;
    this.byHost = new Int32Array(hostCount * slotCount);
    const pairs = sets[1];
    this.byPair =
      pairs === undefined || pairs.isSample ? null : new Int32Array(hostCount * hostCount);
    this.byRack = new Int32Array((racks?.length ?? 0) * slotCount);
    this.cases = new Uint32Array(pieceCount);
    this.failedCases = sets.map(() => 0);
    this.hasFailed = sets.map(({ sets: hostSets }) => new Uint8Array(hostSets.length));
    this.worst = sets.map(() => null);
  }

  /** Notes one loss in one hour; answers how many pieces were moved. */
  count({ level, ...one }: Case & { readonly level: number }, loss: HourLoss): number {
    const { index, slot, hosts } = one;
    const { hostCount, slotCount } = this.cluster;
    if (level === 0) this.byHost[index * slotCount + slot] = loss.count;
    if (level === 1 && this.byPair !== null) {
      const [a, b] = hosts as [number, number];
      const cell = a * hostCount + b;
      const most = Math.max(at(this.byPair, cell), loss.count);
      this.byPair[cell] = most;
      this.byPair[b * hostCount + a] = most;
    }
    this.worst[level] = worseOf(this.worst[level] ?? null, { case: one, loss });
    if (loss.count > 0) {
      this.failedCases[level] = (this.failedCases[level] as number) + 1;
      (this.hasFailed[level] as Uint8Array)[index] = 1;
      for (const piece of loss.unplaced) this.cases[piece] = at(this.cases, piece) + 1;
    }
    return Math.ceil((this.cluster.pieceCount * hosts.length) / hostCount);
  }

  countRack(one: Case, loss: HourLoss) {
    this.byRack[one.index * this.cluster.slotCount + one.slot] = loss.count;
    this.worstRack = worseOf(this.worstRack, { case: one, loss });
  }

  answer({ question, placed, hostNames: given }: SurvivalQuestion): SurvivalMap {
    const { cluster } = this;
    const { rows } = question.selection;
    const levels = this.sets.map((set, level) => this.levelOf(set, level, question));
    const firstFailed = levels.findIndex(({ failedCount }) => failedCount > 0);
    const hostOf = new Int32Array(question.fleet.count).fill(-1);
    rows.forEach((row, index) => {
      hostOf[row] = at(placed.hostOf, index);
    });
    return {
      kind: 'checked',
      hostTypeIndex: placed.typeOf,
      hostNames: given ?? hostNames(placed.typeOf, question.scenario),
      hostOf,
      workloadCount: rows.length,
      slots: question.axis,
      failures: levels.length,
      tolerates: firstFailed < 0 ? levels.length : firstFailed,
      levels,
      racks: this.rackLosses(question),
      byHost: this.byHost,
      byPair: this.byPair,
      unrestartable: [...this.cases]
        .flatMap((cases, piece) =>
          cases === 0
            ? []
            : (cluster.itemsOf[piece] ?? []).map((member) => ({ row: at(rows, member), cases })),
        )
        .sort((a, b) => a.row - b.row),
      notes: question.notes,
      seed: question.scenario.seed,
    };
  }

  private levelOf(set: LossSets, level: number, question: Question): LossLevel {
    let failedCount = 0;
    for (const failed of this.hasFailed[level] as Uint8Array) failedCount += failed;
    return {
      failures: set.failures,
      lossCount: set.lossCount,
      checkedCount: set.sets.length,
      isSample: set.isSample,
      failedCount,
      failedCases: this.failedCases[level] as number,
      worst: this.worstOf(this.worst[level] as Worst, question),
    };
  }

  private rackLosses(question: Question): RackLosses | null {
    const { racks, worstRack } = this;
    if (racks === null || worstRack === null) return null;
    const rackOf = new Int32Array(this.cluster.hostCount);
    for (const [rack, hosts] of racks.entries()) for (const host of hosts) rackOf[host] = rack;
    const worst = this.worstOf(worstRack, question);
    return { rackOf, rackCount: racks.length, byRack: this.byRack, worst };
  }

  private worstOf({ case: { hosts, slot }, loss }: Worst, question: Question): WorstLoss {
    const { home, weight, itemsOf, slotCount } = this.cluster;
    let lost = 0;
    for (const [piece, host] of home.entries()) if (hosts.includes(host)) lost += at(weight, piece);
    return {
      hosts,
      slot: slotCount === 1 ? null : slot,
      lost,
      unplaced: loss.unplaced
        .flatMap((piece) => itemsOf[piece] ?? [])
        .map((member) => at(question.selection.rows, member))
        .sort((a, b) => a - b),
      atLeast: loss.atLeast,
    };
  }
}

/** The one that leaves more without a place; of equals the earlier set of hosts, then the earlier hour. */
function worseOf(before: Worst | null, next: Worst): Worst {
  if (before === null || next.loss.count > before.loss.count) return next;
  const isEqual = next.loss.count === before.loss.count;
  return isEqual && next.case.index < before.case.index ? next : before;
}
