import { at } from '../columns.ts';
import { lossesOf } from '../consolidation/losses.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { seeded } from '../random.ts';
import { Replacement } from '../survival/replacement.ts';
import type { Admission } from './admit.ts';
import { type AdmissionProblem, clusterOfAdmitted } from './problem.ts';

/** Refused in a row, after which asking ends: the cluster is full. */
const patience = 200;
/** Machines re-placed in one proof; beyond it losses of several hosts are sampled. */
const mostReplaced = 300_000;

/**
 * Admits a machine where it has room in every hour of every day and, with it, every loss of so many hosts is re-placed
 * in every hour. Machines are tried in growing groups and proven together; a group that fails is tried by halves,
 * down to the one machine that is refused: the end of proving after each machine, for far fewer proofs.
 */
export function* admitByProof(problem: AdmissionProblem): Generator<PlanProgress, Admission> {
  const { asked } = problem;
  const attempt = new Attempt(problem);
  let turn = 0;
  let group = 16;
  let refused = 0;
  while (turn < asked.length && refused < patience) {
    yield { step: 'checking', doneRatio: (4 + turn / asked.length) / 5 };
    const end = Math.min(asked.length, turn + group);
    const outcome = attempt.admit(turn, end);
    if (outcome === 'refused' && end - turn > 1) {
      group = Math.floor((end - turn) / 2);
      continue;
    }
    refused = outcome === 'admitted' ? 0 : refused + end - turn;
    if (outcome !== 'refused') group *= 2;
    turn = end;
  }
  const { rank, hostOf } = attempt.admitted;
  return { rank, hostOf, endedAfterRefusals: refused >= patience ? refused : null };
}

/** The machines admitted so far, on their hosts. */
class Attempt {
  private readonly asked: Int32Array;
  private readonly room: DailyRoom;
  private readonly prover: Prover;
  private readonly rank: number[] = [];
  private readonly hostOf: number[] = [];

  constructor(problem: AdmissionProblem) {
    this.asked = problem.asked;
    this.room = new DailyRoom(problem);
    this.prover = new Prover(problem);
  }

  get admitted() {
    return { rank: Int32Array.from(this.rank), hostOf: Int32Array.from(this.hostOf) };
  }

  /** Admits a group, those of it that have room; takes all of them back where a loss is not re-placed with them. */
  admit(from: number, to: number): 'admitted' | 'no-room' | 'refused' {
    const { rank, hostOf, asked } = this;
    const before = rank.length;
    for (let turn = from; turn < to; turn++) {
      const host = this.room.place(at(asked, turn));
      if (host < 0) continue;
      rank.push(turn);
      hostOf.push(host);
    }
    if (rank.length === before) return 'no-room';
    if (this.prover.holds(rank, hostOf)) return 'admitted';
    while (rank.length > before) {
      this.room.remove(at(asked, rank.pop() as number), hostOf.pop() as number);
    }
    return 'refused';
  }
}

/** What every host carries in every hour, and where there is room of every day. */
class DailyRoom {
  private readonly problem: AdmissionProblem;
  private readonly slots: number;
  private readonly load: Float64Array;

  constructor(problem: AdmissionProblem) {
    this.problem = problem;
    this.slots = problem.slotCount;
    this.load = new Float64Array(problem.hosts.length * problem.columns.length * this.slots);
  }

  /** Puts an item on the host that stays emptiest; −1 where none has room in all hours. */
  place(index: number): number {
    const { hosts } = this.problem;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let host = 0; host < hosts.length; host++) {
      const fullness = this.fullnessWith(index, host, least);
      if (fullness < least) {
        least = fullness;
        best = host;
      }
    }
    if (best >= 0) this.add(index, best, 1);
    return best;
  }

  remove(index: number, host: number) {
    this.add(index, host, -1);
  }

  private add(index: number, host: number, sign: 1 | -1) {
    const { columns } = this.problem;
    for (const [r, { slotCount, values }] of columns.entries()) {
      const from = (host * columns.length + r) * this.slots;
      for (let slot = 0; slot < slotCount; slot++) {
        this.load[from + slot] =
          at(this.load, from + slot) + sign * at(values, index * slotCount + slot);
      }
    }
  }

  private fullnessWith(index: number, host: number, enough: number): number {
    const { columns, normalCapacity } = this.problem;
    let fullest = 0;
    for (const [r, { slotCount, values }] of columns.entries()) {
      const limit = at(normalCapacity, host * columns.length + r);
      const from = (host * columns.length + r) * this.slots;
      for (let slot = 0; slot < slotCount; slot++) {
        const sum = at(this.load, from + slot) + at(values, index * slotCount + slot);
        if (sum > limit) return Number.POSITIVE_INFINITY;
        if (limit > 0 && sum / limit > fullest) fullest = sum / limit;
      }
      if (fullest >= enough) return fullest;
    }
    return fullest;
  }
}

/** Proves that every loss is re-placed in every hour; tries first what failed last. */
class Prover {
  private readonly problem: AdmissionProblem;
  private suspect: { readonly slot: number; readonly hosts: readonly number[] } | null = null;

  constructor(problem: AdmissionProblem) {
    this.problem = problem;
  }

  holds(rank: readonly number[], hostOf: readonly number[]): boolean {
    const { problem } = this;
    const admitted = { rank: Int32Array.from(rank), hostOf: Int32Array.from(hostOf) };
    const cluster = clusterOfAdmitted(problem, admitted, 'demand');
    const replacement = new Replacement(cluster);
    const fails = (slot: number, hosts: readonly number[]) => {
      const isFailed = replacement.lose(hosts).count > 0;
      if (isFailed) this.suspect = { slot, hosts };
      return isFailed;
    };
    if (this.suspect !== null) {
      replacement.turnTo(this.suspect.slot);
      if (fails(this.suspect.slot, this.suspect.hosts)) return false;
    }
    const sets = lossSets(problem, rank.length);
    for (let slot = 0; slot < cluster.slotCount; slot++) {
      replacement.turnTo(slot);
      if (sets.some((hosts) => fails(slot, hosts))) return false;
    }
    return true;
  }
}

/** Losses of as many hosts as are promised; a seeded sample where they are too many. */
export function lossSets({ hosts, failures, seed, slotCount }: AdmissionProblem, machines: number) {
  const perLoss = (failures * machines * slotCount) / hosts.length;
  const most = Math.max(50, Math.floor(mostReplaced / Math.max(1, perLoss)));
  return [...lossesOf(hosts.length, failures, seeded(seed), most).sets];
}
