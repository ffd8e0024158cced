import { at, item } from '../columns.ts';
import { utilizationOf } from '../consolidation/capacity.ts';
import type { ExpectedLoad } from './expectation.ts';
import { type FleetInTime, valueAt } from './fleet-in-time.ts';
import type { BalancingSettings } from './settings.ts';

/** A migration under way. */
export interface Flight {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly endSeconds: number;
}

const never = -1;

/**
 * Hosts and machines at one moment of a run. Two views of the load: what runs now (with the memory that a coming
 * machine has reserved, and the CPU that migrations take), and what will be once the migrations under way have ended,
 * which is what rules decide by.
 */
export class BalancingState {
  readonly fleet: FleetInTime;
  readonly settings: BalancingSettings;
  readonly hostOf: Int32Array;
  /** Where each machine is or is going to be. */
  readonly goalOf: Int32Array;
  readonly members: readonly Set<number>[];
  readonly isOn: Uint8Array;
  slot = 0;
  now = 0;
  /** Counts every change, so that what found no move need not look again before. */
  version = 0;
  /** CPU (MHz) and memory (GiB) of each host once all migrations have ended. */
  readonly goalCpu: Float64Array;
  readonly goalMemory: Float64Array;
  readonly goalVcpus: Float64Array;
  /** Since when each host has been over its threshold without a break; −1: it is not. */
  readonly overSince: Float64Array;
  /** Both CPU and memory over their thresholds, likewise. */
  readonly bothOverSince: Float64Array;
  /** Until when a host is left alone, and a machine. */
  readonly hostRestsUntil: Float64Array;
  readonly itemRestsUntil: Float64Array;
  flights: Flight[] = [];
  /** What `expectation.ts` has summed for this version. */
  expected: { version: number; byHost: Map<number, readonly ExpectedLoad[]> } = {
    version: -1,
    byHost: new Map(),
  };

  constructor(fleet: FleetInTime, settings: BalancingSettings, hostOf: Int32Array) {
    const { hostCount, itemCount } = fleet;
    this.fleet = fleet;
    this.settings = settings;
    this.hostOf = hostOf.slice();
    this.goalOf = hostOf.slice();
    this.members = Array.from({ length: hostCount }, () => new Set<number>());
    this.isOn = new Uint8Array(hostCount).fill(1);
    this.goalCpu = new Float64Array(hostCount);
    this.goalMemory = new Float64Array(hostCount);
    this.goalVcpus = new Float64Array(hostCount);
    this.overSince = new Float64Array(hostCount).fill(never);
    this.bothOverSince = new Float64Array(hostCount).fill(never);
    this.hostRestsUntil = new Float64Array(hostCount);
    this.itemRestsUntil = new Float64Array(itemCount);
    for (let index = 0; index < itemCount; index++) {
      const host = at(hostOf, index);
      if (host < 0) continue;
      item(this.members, host).add(index);
      this.goalVcpus[host] = at(this.goalVcpus, host) + at(fleet.vcpus, index);
    }
    this.enterSlot(0);
  }

  cpuOf(index: number, slot = this.slot) {
    return valueAt(this.fleet.cpu, index, slot);
  }

  memoryOf(index: number, slot = this.slot) {
    return valueAt(this.fleet.memory, index, slot);
  }

  /** Loads change with the hour. */
  enterSlot(slot: number) {
    this.slot = slot;
    this.version++;
    this.goalCpu.fill(0);
    this.goalMemory.fill(0);
    for (let index = 0; index < this.fleet.itemCount; index++) {
      const host = at(this.goalOf, index);
      if (host < 0) continue;
      this.goalCpu[host] = at(this.goalCpu, host) + this.cpuOf(index);
      this.goalMemory[host] = at(this.goalMemory, host) + this.memoryOf(index);
    }
  }

  /** Puts a machine that arrives on a host. */
  place(index: number, host: number) {
    this.hostOf[index] = host;
    this.setGoal(index, host);
  }

  /** Starts a migration; its end is an event of its own. */
  start(index: number, to: number): Flight {
    const from = at(this.hostOf, index);
    const flight = {
      item: index,
      from,
      to,
      endSeconds: this.now + at(this.fleet.moveSeconds, index),
    };
    this.setGoal(index, to);
    this.flights.push(flight);
    return flight;
  }

  /** Ends a migration: the machine runs on its new host. */
  land(flight: Flight) {
    this.hostOf[flight.item] = flight.to;
    this.flights = this.flights.filter((other) => other !== flight);
    this.version++;
  }

  private setGoal(index: number, to: number) {
    const before = at(this.goalOf, index);
    if (before >= 0) this.shift(index, before, -1);
    this.shift(index, to, 1);
    this.goalOf[index] = to;
    this.version++;
  }

  private shift(index: number, host: number, sign: 1 | -1) {
    this.goalCpu[host] = at(this.goalCpu, host) + sign * this.cpuOf(index);
    this.goalMemory[host] = at(this.goalMemory, host) + sign * this.memoryOf(index);
    this.goalVcpus[host] = at(this.goalVcpus, host) + sign * at(this.fleet.vcpus, index);
    if (sign > 0) item(this.members, host).add(index);
    else item(this.members, host).delete(index);
  }

  /** How busy a host is with a CPU demand, and how full with memory. */
  cpuRatio(host: number, mhz: number) {
    return utilizationOf(item(this.fleet.cpuCapacity, this.typeOf(host)), Math.max(0, mhz));
  }

  memoryRatio(host: number, gib: number) {
    return utilizationOf(item(this.fleet.memoryCapacity, this.typeOf(host)), Math.max(0, gib));
  }

  typeOf(host: number) {
    return at(this.fleet.cluster.typeOf, host);
  }

  /** The higher of CPU and memory, each as a share of its threshold: above 1 is overloaded. */
  pressure(host: number, mhz = at(this.goalCpu, host), gib = at(this.goalMemory, host)) {
    const { cpu, memory } = this.settings.thresholdRatio;
    return Math.max(this.cpuRatio(host, mhz) / cpu, this.memoryRatio(host, gib) / memory);
  }

  /** What runs on a host now: migrations take CPU on both ends, and memory on both until they end. */
  running(host: number) {
    let cpu = at(this.goalCpu, host);
    let memory = at(this.goalMemory, host);
    for (const { item: index, from, to } of this.flights) {
      if (from !== host && to !== host) continue;
      const overhead = this.settings.moveCores * item(this.fleet.coreMhz, this.typeOf(host));
      if (from === host) {
        cpu += this.cpuOf(index) + overhead;
        memory += this.memoryOf(index);
      } else cpu += overhead - this.cpuOf(index);
    }
    return { cpu: this.cpuRatio(host, cpu), memory: this.memoryRatio(host, memory) };
  }

  /**
   * Whether rules and room let a machine move to a host: it is on, of the same group, without a rival, with vCPUs,
   * places and memory to spare, and takes part in no more migrations than it may.
   */
  mayMove(index: number, to: number): boolean {
    const { fleet } = this;
    const from = at(this.goalOf, index);
    if (to === from || Number.isNaN(at(fleet.moveSeconds, index))) return false;
    const { groupOf } = fleet.cluster;
    return (
      at(this.hostOf, index) === from &&
      at(groupOf, from) === at(groupOf, to) &&
      at(this.itemRestsUntil, index) <= this.now &&
      this.hasLane(from) &&
      this.hasLane(to) &&
      this.mayHold(index, to)
    );
  }

  /** Whether a host may hold a machine beside those that it has. */
  mayHold(index: number, host: number): boolean {
    const { fleet } = this;
    const type = this.typeOf(host);
    const own = item(this.members, host);
    const only = fleet.typeOnly === null ? -1 : at(fleet.typeOnly, index);
    if (this.isOn[host] !== 1 || (only >= 0 && only !== type)) return false;
    if (own.size + 1 > fleet.mostItems) return false;
    const vcpus = at(this.goalVcpus, host) + at(fleet.vcpus, index);
    if (vcpus > item(fleet.vcpuLimit, type)) return false;
    if (this.memoryRatio(host, at(this.goalMemory, host) + this.memoryOf(index)) > 1) return false;
    const rivals = item(fleet.rivalsOf, index);
    if (rivals === null) return true;
    for (const there of own) if (rivals.has(there)) return false;
    return true;
  }

  private hasLane(host: number) {
    const { concurrentPerHost, concurrentPerCluster } = this.fleet.cluster.scenario.migration;
    if (this.flights.length >= (concurrentPerCluster ?? Number.POSITIVE_INFINITY)) return false;
    let count = 0;
    for (const { from, to } of this.flights) if (from === host || to === host) count++;
    return count < concurrentPerHost;
  }
}
