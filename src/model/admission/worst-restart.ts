import { at } from '../columns.ts';
import { lossesOf } from '../consolidation/losses.ts';
import type { Question } from '../consolidation/question.ts';
import { seeded } from '../random.ts';
import { Hour } from '../survival/hour.ts';
import { Replacement } from '../survival/replacement.ts';
import type { WorstRestart } from './answer.ts';
import { type AdmissionProblem, type AdmittedMachines, clusterOfAdmitted } from './problem.ts';

/** Machines re-placed for one figure, at most; beyond it losses of several hosts are sampled. */
const mostReplaced = 1_000_000;

/** The loss of as many hosts as are promised, and the hour, that restarts least. */
export function worstRestart(
  problem: AdmissionProblem,
  admitted: AdmittedMachines,
  figure: 'reservation' | 'demand',
): WorstRestart {
  const cluster = clusterOfAdmitted(problem, admitted, figure);
  const { hostCount, slotCount, pieceCount } = cluster;
  const perLoss = (problem.failures * pieceCount * slotCount) / hostCount;
  const most = Math.max(100, Math.floor(mostReplaced / Math.max(1, perLoss)));
  const losses = lossesOf(hostCount, problem.failures, seeded(problem.seed), most);
  const sets = [...losses.sets];
  const replacement = new Replacement(cluster);
  let worst: { hosts: readonly number[]; slot: number; count: number } | null = null;
  for (let slot = 0; slot < slotCount; slot++) {
    replacement.turnTo(slot);
    for (const hosts of sets) {
      const { count } = replacement.lose(hosts);
      if (worst === null || count > worst.count) worst = { hosts, slot, count };
    }
  }
  const hosts = worst?.hosts ?? [];
  let lost = 0;
  for (const host of admitted.hostOf) if (hosts.includes(host)) lost++;
  return {
    hosts,
    slot: slotCount === 1 ? null : (worst?.slot ?? null),
    lost,
    restarted: lost - (worst?.count ?? 0),
    checkedCount: sets.length,
    isSample: losses.isSample,
  };
}

/** Hosts that carry more than the limit of every day in some hour. */
export function overfullHosts(
  { axis }: Question,
  problem: AdmissionProblem,
  admitted: AdmittedMachines,
): number {
  const cluster = clusterOfAdmitted(problem, admitted, 'demand');
  const hour = new Hour(cluster);
  const isOverfull = new Uint8Array(cluster.hostCount);
  for (let slot = 0; slot < axis.slotCount; slot++) {
    hour.turnTo(slot);
    for (const [cell, limit] of problem.normalCapacity.entries()) {
      if (at(hour.load, cell) > limit) isOverfull[Math.floor(cell / cluster.resourceCount)] = 1;
    }
  }
  return isOverfull.reduce((sum, one) => sum + one, 0);
}
