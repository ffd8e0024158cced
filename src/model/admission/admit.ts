import { at, item } from '../columns.ts';
import type { AdmissionKind } from './answer.ts';
import { failoverCapacity, sum } from './percentage.ts';
import type { AdmissionProblem, AdmittedMachines } from './problem.ts';
import { type CpuAndMemory, slotOf, slotsFor, slotsIn, toleratedFailures } from './slots.ts';

export interface Admission extends AdmittedMachines {
  readonly endedAfterRefusals: number | null;
}

/** May the machine start, given those that run? Told afterwards when it does. */
interface Rule {
  readonly admits: (machine: CpuAndMemory) => boolean;
  readonly note: (machine: CpuAndMemory) => void;
}

/**
 * Starts machines in their order where the policy admits them and a host has unreserved room; each on the host that is
 * least reserved. Who is refused is passed over.
 */
export function admitByPolicy(
  problem: AdmissionProblem,
  policy: Exclude<AdmissionKind, 'proof'>,
): Admission {
  const { asked, reservations, hosts } = problem;
  const isOpen = openHosts(problem, policy);
  const left = hosts.map(({ cpuMhz, memoryGib }) => ({ cpuMhz, memoryGib }));
  const rule = ruleOf(problem, policy);
  const rank: number[] = [];
  const hostOf: number[] = [];
  for (const [turn, index] of asked.entries()) {
    const machine = item(reservations, index);
    const host = leastReserved(hosts, left, machine, isOpen);
    if (host < 0 || !rule.admits(machine)) continue;
    const room = item(left, host);
    room.cpuMhz -= machine.cpuMhz;
    room.memoryGib -= machine.memoryGib;
    rule.note(machine);
    rank.push(turn);
    hostOf.push(host);
  }
  return { rank: Int32Array.from(rank), hostOf: Int32Array.from(hostOf), endedAfterRefusals: null };
}

/** Dedicated hosts take nothing: the largest, so that each can take over any other. */
function openHosts({ hosts, failures }: AdmissionProblem, policy: AdmissionKind): Uint8Array {
  const isOpen = new Uint8Array(hosts.length).fill(1);
  if (policy !== 'dedicated') return isOpen;
  const total = sum(hosts);
  const share = ({ cpuMhz, memoryGib }: CpuAndMemory) =>
    cpuMhz / total.cpuMhz + memoryGib / total.memoryGib;
  const largestFirst = hosts
    .map((host, index) => ({ index, share: share(host) }))
    .sort((a, b) => b.share - a.share || b.index - a.index);
  for (const { index } of largestFirst.slice(0, failures)) isOpen[index] = 0;
  return isOpen;
}

function leastReserved(
  hosts: readonly CpuAndMemory[],
  left: readonly CpuAndMemory[],
  machine: CpuAndMemory,
  isOpen: Uint8Array,
): number {
  let best = -1;
  let most = -1;
  for (const [host, room] of left.entries()) {
    if (at(isOpen, host) === 0) continue;
    const cpuMhz = room.cpuMhz - machine.cpuMhz;
    const memoryGib = room.memoryGib - machine.memoryGib;
    const all = item(hosts, host);
    if (cpuMhz < -1e-9 * all.cpuMhz || memoryGib < -1e-9 * all.memoryGib) continue;
    const free = Math.min(cpuMhz / all.cpuMhz, memoryGib / all.memoryGib);
    if (free > most || best < 0) {
      most = free;
      best = host;
    }
  }
  return best;
}

function ruleOf(problem: AdmissionProblem, policy: Exclude<AdmissionKind, 'proof'>): Rule {
  switch (policy) {
    case 'none':
    case 'dedicated':
      return { admits: () => true, note: () => {} };
    case 'slots':
      return slotRule(problem);
    case 'percentage':
      return percentageRule(problem);
  }
}

/** A machine is refused where, with it, fewer failures than promised would leave a slot for everyone. */
function slotRule({ hosts, failures, cap }: AdmissionProblem): Rule {
  const running: CpuAndMemory[] = [];
  let slot: CpuAndMemory = { cpuMhz: 0, memoryGib: 0 };
  let used = 0;
  const usedWith = (next: CpuAndMemory, machine: CpuAndMemory) => {
    const isSame = next.cpuMhz === slot.cpuMhz && next.memoryGib === slot.memoryGib;
    const before = isSame ? used : running.reduce((all, own) => all + slotsFor(own, next), 0);
    return before + slotsFor(machine, next);
  };
  return {
    admits: (machine) => {
      const next = slotOf([slot, machine], cap);
      const slots = hosts.map((host) => slotsIn(host, next));
      return toleratedFailures(slots, usedWith(next, machine)) >= failures;
    },
    note: (machine) => {
      const next = slotOf([slot, machine], cap);
      used = usedWith(next, machine);
      slot = next;
      running.push(machine);
    },
  };
}

/** A machine is refused where, with it, less than the percentage would be free. */
function percentageRule({ hosts, reservedRatio }: AdmissionProblem): Rule {
  let reserved: CpuAndMemory = { cpuMhz: 0, memoryGib: 0 };
  return {
    admits: (machine) => {
      const { cpuRatio, memoryRatio } = failoverCapacity(hosts, [reserved, machine]);
      return Math.min(cpuRatio, memoryRatio) >= reservedRatio - 1e-12;
    },
    note: (machine) => {
      reserved = sum([reserved, machine]);
    },
  };
}
