import { at, item } from '../columns.ts';
import {
  booting,
  down,
  hung,
  isStarting,
  noRoom,
  queued,
  reading,
  starting,
  stopped,
  up,
  waiting,
} from './recorder.ts';
import { events, type Running } from './running.ts';

/**
 * How machines start once they have a place: in their turn on their host, after those they wait for, reading from the
 * shared storage, booting, starting their application; and what becomes of a start that fails.
 */
export class Starts {
  /** Machines that were out of attempts. */
  readonly gaveUp: Uint8Array;
  private readonly running: Running;
  /** Boot time of the current attempt: the class's, varied. */
  private readonly bootFactor: Float64Array;
  private readonly mayIgnore: Uint8Array;

  constructor(running: Running) {
    const vmCount = running.cluster.vmNames.length;
    this.running = running;
    this.gaveUp = new Uint8Array(vmCount);
    this.bootFactor = new Float64Array(vmCount).fill(1);
    this.mayIgnore = new Uint8Array(vmCount);
  }

  /** A machine that has just got its place takes its turn there. */
  enqueue(now: number, vm: number): void {
    const { machines, queues, priorityOf } = this.running;
    const host = at(machines.host, vm);
    machines.set(vm, queued, now);
    queues.add(host, at(priorityOf, vm), vm);
  }

  /** Starts machines on a host, as many as may at once. */
  pump(now: number, host: number): void {
    const { queues, machines, policy, infrastructure } = this.running;
    if (at(infrastructure.isAlive, host) === 0 || at(machines.hasStorage, host) === 0) return;
    while (at(queues.busy, host) < policy.timers.startsPerHost) {
      const vm = queues.take(host);
      if (vm < 0) return;
      if (this.mustWait(vm)) this.waits(now, vm);
      else this.begin(now, vm, host);
    }
  }

  /** A machine that stopped or hangs is started where it is. */
  startsInPlace(now: number, vm: number, stamp: number): void {
    const { machines } = this.running;
    const state = at(machines.state, vm);
    if (at(machines.stamp, vm) !== stamp || (state !== stopped && state !== hung)) return;
    machines.stamp[vm] = stamp + 1;
    machines.attempts[vm] = 0;
    this.gaveUp[vm] = 0;
    machines.bear(vm, at(machines.host, vm));
    this.enqueue(now, vm);
    this.pump(now, at(machines.host, vm));
  }

  /** All has been read; what is left of the boot does not need the storage. */
  hasRead(now: number, vm: number): void {
    const { machines, queue } = this.running;
    machines.set(vm, booting, now);
    const wait = this.classOf(vm).bootSeconds * at(this.bootFactor, vm);
    queue.push(now + wait, events.booted, vm, at(machines.stamp, vm));
  }

  booted(now: number, vm: number, stamp: number): void {
    const { machines, queue, random, policy } = this.running;
    if (at(machines.stamp, vm) !== stamp) return;
    if (policy.startFailureRatio > 0 && random() < policy.startFailureRatio) {
      this.fails(now, vm);
      return;
    }
    const host = at(machines.host, vm);
    this.freeTurn(host);
    machines.set(vm, starting, now);
    machines.guestAt[vm] = now;
    queue.push(now + this.classOf(vm).applicationSeconds, events.answered, vm, stamp);
    this.pump(now, host);
  }

  answered(now: number, vm: number, stamp: number): void {
    const { machines, dependencies } = this.running;
    if (at(machines.stamp, vm) !== stamp) return;
    machines.attempts[vm] = 0;
    machines.wasRestarted[vm] = 1;
    machines.set(vm, up, now);
    const group = at(dependencies.groupOf, vm);
    if (at(machines.groupDown, group) === 0) this.release(now, group);
  }

  /** A start that does not succeed: once more after a while, as often as the product tries. */
  fails(now: number, vm: number): void {
    const { machines, queue, policy, recorder, storm } = this.running;
    const host = at(machines.host, vm);
    const state = at(machines.state, vm);
    const stamp = at(machines.stamp, vm) + 1;
    machines.stamp[vm] = stamp;
    if (state === reading) storm.abandon(now);
    if (state === reading || state === booting) this.freeTurn(host);
    recorder.addLog(now, 'start-failed', vm);
    const attempts = at(machines.attempts, vm) + 1;
    machines.attempts[vm] = attempts;
    if (attempts > policy.timers.retryCount) {
      this.gaveUp[vm] = 1;
      machines.set(vm, stopped, now);
    } else {
      machines.set(vm, queued, now);
      queue.push(now + policy.timers.retrySeconds, events.retry, vm, stamp);
    }
    this.pump(now, host);
  }

  triesAgain(now: number, vm: number, stamp: number): void {
    const { machines } = this.running;
    if (at(machines.stamp, vm) !== stamp) return;
    this.enqueue(now, vm);
    this.pump(now, at(machines.host, vm));
  }

  waitedEnough(now: number, vm: number, stamp: number): void {
    const { machines } = this.running;
    if (at(machines.stamp, vm) !== stamp || at(machines.state, vm) !== waiting) return;
    this.mayIgnore[vm] = 1;
    this.enqueue(now, vm);
    this.pump(now, at(machines.host, vm));
  }

  /** Stops all machines of a host; they stay listed there until they are placed anew. */
  endAllOn(now: number, host: number): void {
    const { machines, queues, storm } = this.running;
    for (let vm = at(machines.first, host); vm >= 0; vm = at(machines.following, vm)) {
      const state = at(machines.state, vm);
      if (state === down || state === noRoom) continue;
      const isReading = state === reading;
      machines.end(vm, now);
      this.mayIgnore[vm] = 0;
      if (isReading) storm.abandon(now);
    }
    queues.clear(host);
  }

  /** A host lost its storage: the starts on it fail. */
  failStartsOn(now: number, host: number): void {
    const { machines } = this.running;
    for (let vm = at(machines.first, host); vm >= 0; vm = at(machines.following, vm)) {
      if (isStarting(at(machines.state, vm))) this.fails(now, vm);
    }
  }

  private begin(now: number, vm: number, host: number): void {
    const { machines, queues, storm, random, policy } = this.running;
    const { bootSpreadRatio } = policy;
    queues.busy[host] = at(queues.busy, host) + 1;
    machines.set(vm, reading, now);
    this.mayIgnore[vm] = 0;
    const factor = bootSpreadRatio === 0 ? 1 : 1 + bootSpreadRatio * (2 * random() - 1);
    this.bootFactor[vm] = factor;
    storm.begin(now, vm, at(machines.stamp, vm), this.classOf(vm).bootReadMib * factor);
  }

  private mustWait(vm: number): boolean {
    const { machines, dependencies } = this.running;
    const group = at(dependencies.waitsFor, vm);
    return group >= 0 && at(machines.groupDown, group) > 0 && at(this.mayIgnore, vm) === 0;
  }

  private waits(now: number, vm: number): void {
    const { machines, queue, policy } = this.running;
    machines.set(vm, waiting, now);
    if (policy.dependencySeconds === null) return;
    queue.push(now + policy.dependencySeconds, events.waitedEnough, vm, at(machines.stamp, vm));
  }

  /** All of a group answer: those who waited for it take their turns. */
  private release(now: number, group: number): void {
    const { machines, dependencies } = this.running;
    const dependents = item(dependencies.dependents, group);
    for (const vm of dependents) {
      if (at(machines.state, vm) === waiting) this.enqueue(now, vm);
    }
    for (const vm of dependents) {
      if (at(machines.state, vm) === queued) this.pump(now, at(machines.host, vm));
    }
  }

  private freeTurn(host: number): void {
    const { queues } = this.running;
    queues.busy[host] = at(queues.busy, host) - 1;
  }

  private classOf(vm: number) {
    const { policy, cluster } = this.running;
    return item(policy.classes, at(cluster.classOf, vm));
  }
}
