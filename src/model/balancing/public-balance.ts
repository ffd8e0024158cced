import { at, item } from '../columns.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { BalanceAnswer } from './balance.ts';
import type { BalanceRun } from './run.ts';

/** One rule set's run as the command line prints it: names in place of numbers, and no times of the machine. */
export function publicBalance(fleet: Fleet, answer: BalanceAnswer, run: BalanceRun) {
  const name = (index: number) => item(fleet.names, at(answer.rows, index));
  const host = (index: number) => item(answer.hostNames, index);
  const newPlace = answer.newMachine.places.find(({ policy }) => policy === run.policy) ?? null;
  return {
    policy: run.policy,
    source: answer.source,
    hosts: answer.hostNames.length,
    slots: answer.slotCount,
    slotSeconds: answer.slotSeconds,
    hasProfile: answer.hasProfile,
    moves: run.migrations.length,
    overThresholdMinutes: run.overThresholdMinutes,
    imbalance: run.imbalance,
    energyKwh: run.energyKwh,
    offHours: run.offHours,
    withoutBenefit: run.withoutBenefit,
    immovable: answer.immovable,
    migrations: run.migrations.map(({ item: index, from, to, ...rest }) => ({
      workload: name(index),
      from: host(from),
      to: host(to),
      ...rest,
    })),
    newMachine: newPlace && {
      slot: answer.newMachine.slot,
      host: newPlace.place && host(newPlace.place.host),
    },
    notes: answer.notes,
  };
}
