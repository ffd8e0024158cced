import { at } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { BackupAnswer, ClassAnswer } from './answer.ts';

/** Jobs of the decisive night in the order of their start; the list that a reader puts into a scheduler. */
function scheduleRows(fleet: Fleet | null, { timetable }: BackupAnswer) {
  const { rows, hosts, start, end, hostNames } = timetable;
  return Array.from(rows, (_, job) => job)
    .sort((a, b) => at(start, a) - at(start, b) || a - b)
    .map((job) => {
      const row = at(rows, job);
      const host = at(hosts, job);
      return {
        workload: fleet === null || row < 0 ? `#${job + 1}` : (fleet.names[row] ?? ''),
        host: hostNames[host] || `#${host + 1}`,
        startSeconds: at(start, job),
        endSeconds: at(end, job),
      };
    });
}

const planRow = (own: ClassAnswer) => {
  const { id, machines, usedGib, method, isChosenByReader, verdicts, capacity } = own;
  return {
    class: id,
    method,
    machines,
    usedGib,
    isChosenByReader,
    lossSeconds: own.loss.seconds,
    worstLossSeconds: own.loss.worstSeconds,
    rpo: own.loss.verdict,
    fileSeconds: own.file?.seconds ?? null,
    machineSeconds: own.machine?.seconds ?? null,
    instantSeconds: own.machine?.instantSeconds ?? null,
    rto: own.returns,
    capacity: capacity && {
      ...capacity.counts,
      dataGib: capacity.dataGib,
      keptRatio: capacity.keptRatio,
      changeRatio: capacity.changeRatio,
      sharesBlocks: capacity.sharesBlocks,
      formulaGib: capacity.formulaGib,
    },
    verdicts: verdicts.map(({ method: of, fits, because }) => ({ method: of, fits, because })),
  };
};

/**
 * The answer as the command line prints it and the site downloads it, byte by byte the same. `verdicts` are those of
 * the machines that no class takes: without a fleet, of the reader's questions.
 */
export function publicBackup(fleet: Fleet | null, answer: BackupAnswer) {
  const rest = answer.classes[answer.classes.length - 1] as ClassAnswer;
  const { restore } = answer;
  return {
    verdicts: planRow(rest).verdicts,
    plan: answer.classes.map(planRow),
    capacityGib: answer.capacityGib,
    windowSeconds: answer.windowSeconds,
    bottleneck: answer.bottleneck,
    restoreSeconds: {
      file: restore.file.seconds,
      machine: restore.machine.seconds,
      host: restore.host.seconds,
      everything: restore.everything.seconds,
    },
    restoreBottleneck: {
      file: restore.file.bottleneck,
      machine: restore.machine.bottleneck,
      host: restore.host.bottleneck,
      everything: restore.everything.bottleneck,
    },
    instantSeconds: {
      host: restore.host.instantSeconds,
      everything: restore.everything.instantSeconds,
    },
    machines: answer.machines,
    usedGib: answer.usedGib,
    holds: answer.holds,
    decisive: answer.decisive,
    nights: answer.nights,
    trouble: answer.trouble,
    response: answer.response,
    offsite: answer.offsite,
    rule: answer.rule,
    notes: answer.notes,
    schedule: scheduleRows(fleet, answer),
  };
}
