import type { Fullest } from '../cluster/loads.ts';
import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { ClusterNames, EvacuationAnswer } from './answer.ts';
import type { StuckReason } from './targets.ts';

/** The answer of `evacuate` as the command line prints it: names in place of numbers, and no times of the machine. */
export function publicEvacuation(
  fleet: Fleet,
  answer: Extract<EvacuationAnswer, { kind: 'evacuated' }>,
) {
  const { evacuation, source, notes } = answer;
  const name = (index: number) => item(fleet.names, at(answer.rows, index));
  const host = (index: number) => item(answer.hostNames, index);
  const full = (fullest: Fullest | null) => fullest && { ...fullest, host: host(fullest.host) };
  return {
    host: host(evacuation.host),
    source,
    isComplete: evacuation.stuck.length === 0,
    order: evacuation.moves.map((move) => name(move.item)),
    seconds: evacuation.seconds,
    stuck: evacuation.stuck.map(({ item: index, reason }) => ({
      workload: name(index),
      ...publicReason(answer, fleet, reason),
    })),
    moves: evacuation.moves.map(({ item: index, to, startSeconds, endSeconds, move, target }) => ({
      workload: name(index),
      to: host(to),
      startSeconds,
      endSeconds,
      by: move.by,
      rounds: move.rounds.length,
      downtimeSeconds: move.downtimeSeconds,
      diskSeconds: move.diskSeconds,
      sentMib: move.sentMib,
      target: full(target),
    })),
    concurrent: evacuation.lanes.count,
    bandwidthMibPerSecond: evacuation.lanes.mibPerSecond,
    takenRatio: evacuation.lanes.takenRatio,
    vmTrafficMibPerSecond: evacuation.vmTrafficMibPerSecond,
    sentMib: evacuation.sentMib,
    before: full(evacuation.before),
    after: full(evacuation.after),
    notes,
  };
}

/** Why a machine is stuck, `reason` and its figures. */
function publicReason(names: ClusterNames, fleet: Fleet, reason: StuckReason) {
  const { kind, ...rest } = reason;
  const name = (index: number) => item(fleet.names, at(names.rows, index));
  return {
    reason: kind,
    ...rest,
    ...('other' in reason ? { other: name(reason.other) } : {}),
    ...('host' in reason ? { host: item(names.hostNames, reason.host) } : {}),
  };
}
