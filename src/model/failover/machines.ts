import { at } from '../columns.ts';
import type { Cluster } from './cluster.ts';
import type { Dependencies } from './dependencies.ts';
import { down, frozen, isRunning, type Recorder, unreachable, up } from './recorder.ts';

/** The machines of a cluster while it runs: where each is, in which state, and how loaded that leaves the hosts. */
export class Machines {
  readonly state: Uint8Array;
  readonly host: Int32Array;
  /** Changes whenever what was scheduled for a machine no longer counts. */
  readonly stamp: Int32Array;
  readonly attempts: Int32Array;
  readonly ranTwice: Uint8Array;
  /** 1 once a machine was started anew. */
  readonly wasRestarted: Uint8Array;
  readonly downSeconds: Float64Array;
  /** When the guest was up again, last; NaN: never restarted. */
  readonly guestAt: Float64Array;
  /** When the machine served again, last; NaN: was never down, or still is. */
  readonly backAt: Float64Array;
  /** `load[host * dimensions + dimension]` of machines that run or have a place. */
  readonly load: Float64Array;
  readonly vmsOn: Int32Array;
  /** How full the fullest dimension of each host is, of what it may carry while hosts are down. */
  readonly fullness: Float64Array;
  /** First machine of each host, and the next and the one before of each machine. */
  readonly first: Int32Array;
  readonly following: Int32Array;
  /** Members of each dependency group that do not answer. */
  readonly groupDown: Int32Array;
  readonly hasPublic: Uint8Array;
  readonly hasStorage: Uint8Array;

  private readonly cluster: Cluster;
  private readonly dependencies: Dependencies;
  private readonly recorder: Recorder;
  private readonly preceding: Int32Array;
  private readonly shown: Uint8Array;
  private readonly downSince: Float64Array;
  private readonly isLoading: Uint8Array;
  private readonly dimensionCount: number;

  constructor(cluster: Cluster, dependencies: Dependencies, recorder: Recorder) {
    const vmCount = cluster.vmNames.length;
    const hostCount = cluster.hostNames.length;
    this.cluster = cluster;
    this.dependencies = dependencies;
    this.recorder = recorder;
    this.dimensionCount = cluster.dimensions.length;
    this.state = new Uint8Array(vmCount);
    this.shown = new Uint8Array(vmCount);
    this.host = new Int32Array(vmCount).fill(-1);
    this.stamp = new Int32Array(vmCount);
    this.attempts = new Int32Array(vmCount);
    this.ranTwice = new Uint8Array(vmCount);
    this.wasRestarted = new Uint8Array(vmCount);
    this.downSeconds = new Float64Array(vmCount);
    this.downSince = new Float64Array(vmCount).fill(Number.NaN);
    this.guestAt = new Float64Array(vmCount).fill(Number.NaN);
    this.backAt = new Float64Array(vmCount).fill(Number.NaN);
    this.load = new Float64Array(hostCount * this.dimensionCount);
    this.isLoading = new Uint8Array(vmCount);
    this.vmsOn = new Int32Array(hostCount);
    this.fullness = new Float64Array(hostCount);
    this.first = new Int32Array(hostCount).fill(-1);
    this.following = new Int32Array(vmCount).fill(-1);
    this.preceding = new Int32Array(vmCount).fill(-1);
    this.groupDown = new Int32Array(dependencies.groupCount);
    this.hasPublic = new Uint8Array(hostCount).fill(1);
    this.hasStorage = new Uint8Array(hostCount).fill(1);
    for (let vm = vmCount - 1; vm >= 0; vm--) this.settle(vm, at(cluster.home, vm));
  }

  /** Gives a machine a place: its load counts there from now on. */
  settle(vm: number, host: number): void {
    this.leave(vm);
    this.host[vm] = host;
    const next = at(this.first, host);
    this.following[vm] = next;
    this.preceding[vm] = -1;
    if (next >= 0) this.preceding[next] = vm;
    this.first[host] = vm;
    this.bear(vm, host);
  }

  /** Counts a machine's load on its host again, after it was stopped there. */
  bear(vm: number, host: number): void {
    if (at(this.isLoading, vm) === 1) return;
    this.isLoading[vm] = 1;
    this.vmsOn[host] = at(this.vmsOn, host) + 1;
    this.addLoad(vm, host, 1);
  }

  /** Takes a machine's load off its host; it stays listed there until it has another place. */
  unload(vm: number): void {
    if (at(this.isLoading, vm) === 0) return;
    const host = at(this.host, vm);
    this.isLoading[vm] = 0;
    this.vmsOn[host] = at(this.vmsOn, host) - 1;
    this.addLoad(vm, host, -1);
    // What is left of adding and taking away fractions is no load.
    if (at(this.vmsOn, host) === 0) {
      this.load.fill(0, host * this.dimensionCount, (host + 1) * this.dimensionCount);
      this.fullness[host] = 0;
    }
  }

  /** Whether a machine runs or has a place to start on. */
  isPlaced(vm: number): boolean {
    return at(this.isLoading, vm) === 1;
  }

  /** Moves a running machine without stopping it. */
  move(vm: number, host: number, now: number): void {
    this.settle(vm, host);
    this.show(vm, now);
  }

  set(vm: number, state: number, now: number): void {
    const before = at(this.state, vm);
    if (before === state) return;
    this.state[vm] = state;
    const group = at(this.dependencies.groupOf, vm);
    const change = (isRunning(before) ? 1 : 0) - (isRunning(state) ? 1 : 0);
    if (change !== 0) this.groupDown[group] = at(this.groupDown, group) + change;
    this.show(vm, now);
  }

  /** Ends whatever a machine does; what was scheduled for it no longer counts. */
  end(vm: number, now: number): void {
    this.stamp[vm] = at(this.stamp, vm) + 1;
    this.attempts[vm] = 0;
    this.unload(vm);
    this.set(vm, down, now);
  }

  /** Tells the machines of a host that its networks changed. */
  showAllOn(host: number, now: number): void {
    for (let vm = at(this.first, host); vm >= 0; vm = at(this.following, vm)) this.show(vm, now);
  }

  /** Closes the accounts: what is down, is down until the end. */
  close(now: number): void {
    for (let vm = 0; vm < this.state.length; vm++) {
      const since = at(this.downSince, vm);
      if (!Number.isNaN(since)) {
        this.downSeconds[vm] = at(this.downSeconds, vm) + now - since;
        this.backAt[vm] = Number.NaN;
      }
    }
  }

  shownState(vm: number): number {
    return at(this.shown, vm);
  }

  private leave(vm: number): void {
    const host = at(this.host, vm);
    if (host < 0) return;
    this.unload(vm);
    const next = at(this.following, vm);
    const before = at(this.preceding, vm);
    if (next >= 0) this.preceding[next] = before;
    if (before >= 0) this.following[before] = next;
    else this.first[host] = next;
  }

  private addLoad(vm: number, host: number, sign: 1 | -1): void {
    const { load, dimensionCount } = this;
    const { demand, capacity } = this.cluster;
    const to = host * dimensionCount;
    const from = vm * dimensionCount;
    let fullest = 0;
    for (let d = 0; d < dimensionCount; d++) {
      const sum = at(load, to + d) + sign * at(demand, from + d);
      load[to + d] = sum;
      const most = at(capacity, to + d);
      if (most > 0 && sum > fullest * most) fullest = sum / most;
    }
    this.fullness[host] = fullest;
  }

  private show(vm: number, now: number): void {
    const look = this.look(vm);
    const before = at(this.shown, vm);
    if (look === before) return;
    this.shown[vm] = look;
    this.recorder.addState(now, vm, look, at(this.host, vm));
    if (before === up) this.downSince[vm] = now;
    else if (look === up) {
      this.downSeconds[vm] = at(this.downSeconds, vm) + now - at(this.downSince, vm);
      this.downSince[vm] = Number.NaN;
      this.backAt[vm] = now;
    }
  }

  /** What users see of a machine in its state on its host. */
  private look(vm: number): number {
    const state = at(this.state, vm);
    if (state !== up) return state;
    const host = at(this.host, vm);
    if (at(this.hasStorage, host) === 0) return frozen;
    return at(this.hasPublic, host) === 0 ? unreachable : up;
  }
}
