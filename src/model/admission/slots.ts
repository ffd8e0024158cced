/** What a host offers and a machine reserves, in one unit each. */
export interface CpuAndMemory {
  readonly cpuMhz: number;
  readonly memoryGib: number;
}

export interface SlotAdmission {
  readonly slot: CpuAndMemory;
  /** Slots of each host. */
  readonly slotsOf: readonly number[];
  /** Slots that all machines take together. */
  readonly used: number;
  /** Hosts that may fail, the largest first, with slots left for all machines. */
  readonly tolerates: number;
}

/** Upper bounds of a slot; a larger machine takes several. Null: none. */
export interface SlotCap {
  readonly cpuMhz: number | null;
  readonly memoryGib: number | null;
}

/**
 * Slots as vSphere HA counts them: the largest CPU reservation by the largest memory reservation is one slot, and a
 * host has as many as fit in both. One machine with much memory and one with much CPU make a slot that no machine
 * needs; that is the waste.
 *
 * @example hosts 9 GHz/9 GB, 9/6, 6/6; machines 2/1, 2/1, 1/2, 1/1, 1/1 // slot 2/2, slots 4, 3, 3, tolerates 1
 * @see vSphere Availability, "Admission Control Using Slot Policy"
 */
export function slotAdmission(
  hosts: readonly CpuAndMemory[],
  machines: readonly CpuAndMemory[],
  cap: SlotCap = { cpuMhz: null, memoryGib: null },
): SlotAdmission {
  const slot = slotOf(machines, cap);
  const slotsOf = hosts.map((host) => slotsIn(host, slot));
  let used = 0;
  for (const machine of machines) used += slotsFor(machine, slot);
  return { slot, slotsOf, used, tolerates: toleratedFailures(slotsOf, used) };
}

export function slotOf(machines: Iterable<CpuAndMemory>, cap: SlotCap): CpuAndMemory {
  let [cpuMhz, memoryGib] = [0, 0];
  for (const machine of machines) {
    cpuMhz = Math.max(cpuMhz, machine.cpuMhz);
    memoryGib = Math.max(memoryGib, machine.memoryGib);
  }
  return {
    cpuMhz: Math.min(cpuMhz, cap.cpuMhz ?? Number.POSITIVE_INFINITY),
    memoryGib: Math.min(memoryGib, cap.memoryGib ?? Number.POSITIVE_INFINITY),
  };
}

/** Whole slots in an amount; without a size, as many as one likes. Rounding must not lose one that just fits. */
const whole = (amount: number, size: number) =>
  size > 0 ? Math.floor((amount / size) * (1 + 1e-12)) : Number.POSITIVE_INFINITY;

export const slotsIn = (host: CpuAndMemory, slot: CpuAndMemory) =>
  Math.min(whole(host.cpuMhz, slot.cpuMhz), whole(host.memoryGib, slot.memoryGib));

const needed = (amount: number, size: number) =>
  size > 0 ? Math.ceil((amount / size) * (1 - 1e-12)) : 0;

export const slotsFor = (machine: CpuAndMemory, slot: CpuAndMemory) =>
  Math.max(1, needed(machine.cpuMhz, slot.cpuMhz), needed(machine.memoryGib, slot.memoryGib));

export function toleratedFailures(slotsOf: readonly number[], used: number): number {
  const largestFirst = slotsOf.toSorted((a, b) => b - a);
  let failed = 0;
  while (failed < largestFirst.length) {
    const left = largestFirst.slice(failed + 1).reduce((sum, slots) => sum + slots, 0);
    if (left < used) break;
    failed++;
  }
  return failed;
}
