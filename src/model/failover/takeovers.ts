import { at } from '../columns.ts';
import { down, noRoom } from './recorder.ts';
import type { Running } from './running.ts';
import type { Starts } from './starts.ts';

/** Which group of hosts restarts machines, and where these go. */
export class Takeovers {
  /** 1 for a host that knows itself to be isolated: it restarts nobody's machines. */
  readonly isIsolated: Uint8Array;
  /** Dimension that was short when a machine found no room; −1: no host could take it at all. */
  readonly shortOf: Int32Array;
  private readonly running: Running;
  private readonly starts: Starts;
  private readonly eligible: Uint8Array;
  private readonly batch: Int32Array;
  private readonly byPriority: (a: number, b: number) => number;
  private homeless = 0;

  constructor(running: Running, starts: Starts) {
    const hostCount = running.cluster.hostNames.length;
    const vmCount = running.cluster.vmNames.length;
    this.running = running;
    this.starts = starts;
    this.isIsolated = new Uint8Array(hostCount);
    this.shortOf = new Int32Array(vmCount).fill(-1);
    this.eligible = new Uint8Array(hostCount);
    this.batch = new Int32Array(vmCount);
    this.byPriority = (a, b) => at(running.priorityOf, a) - at(running.priorityOf, b) || a - b;
  }

  /** Whether a group, named by its lowest host, exists, hears enough others and is not isolated. */
  mayAct(first: number): boolean {
    const { groupSize, hasQuorum } = this.running.infrastructure;
    const size = at(groupSize, first);
    if (size === 0 || at(hasQuorum, first) === 0) return false;
    return size > 1 || at(this.isIsolated, first) === 0;
  }

  /** The best group that may act, other than one; −1: none. */
  actingGroup(other = -1): number {
    const { infrastructure, policy } = this.running;
    if (policy.timers.needsManager && !infrastructure.hasManager) return -1;
    let best = -1;
    for (let first = 0; first < this.isIsolated.length; first++) {
      if (first !== other && this.mayAct(first) && infrastructure.isBetter(first, best))
        best = first;
    }
    return best;
  }

  /** Places the machines that went down with a host. */
  placeFrom(now: number, host: number): void {
    const { machines } = this.running;
    let count = 0;
    for (let vm = at(machines.first, host); vm >= 0; vm = at(machines.following, vm)) {
      if (at(machines.state, vm) === down) this.batch[count++] = vm;
    }
    this.placeBatch(now, count);
  }

  /** Tries again for all that found no room. */
  placeHomeless(now: number): void {
    if (this.homeless === 0) return;
    const { machines } = this.running;
    let count = 0;
    for (let vm = 0; vm < machines.state.length; vm++) {
      if (at(machines.state, vm) === noRoom) this.batch[count++] = vm;
    }
    this.placeBatch(now, count);
  }

  private placeBatch(now: number, count: number): void {
    if (count === 0) return;
    const { machines, placer, infrastructure } = this.running;
    const group = this.actingGroup();
    for (let host = 0; host < this.eligible.length; host++) {
      const may = group >= 0 && at(infrastructure.group, host) === group;
      this.eligible[host] = may && infrastructure.hasStorage(host) ? 1 : 0;
    }
    const batch = this.batch.subarray(0, count).sort(this.byPriority);
    placer.place(batch, this.eligible);
    for (const vm of batch) this.settleOutcome(now, vm);
    for (const vm of batch) {
      if (machines.isPlaced(vm)) this.starts.pump(now, at(machines.host, vm));
    }
  }

  private settleOutcome(now: number, vm: number): void {
    const { machines, placer, recorder } = this.running;
    const wasHomeless = at(machines.state, vm) === noRoom;
    if (machines.isPlaced(vm)) {
      if (wasHomeless) this.homeless--;
      this.starts.enqueue(now, vm);
      return;
    }
    this.shortOf[vm] = placer.shortage(vm, this.eligible);
    if (wasHomeless) return;
    this.homeless++;
    machines.set(vm, noRoom, now);
    recorder.addLog(now, 'no-room', vm);
  }
}
