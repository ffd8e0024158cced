import { at, item } from '../columns.ts';
import { up, waiting } from './recorder.ts';
import { events, type Running } from './running.ts';

/** Machines that return to their repaired host, alive, one after the other. */
export class Homeward {
  private readonly running: Running;
  /** The machines that belong on each host. */
  private readonly homes: readonly (readonly number[])[];

  constructor(running: Running) {
    const { cluster, policy } = running;
    const homes: number[][] = cluster.hostNames.map(() => []);
    this.running = running;
    this.homes = homes;
    if (policy.failBackSeconds === null) return;
    for (let vm = 0; vm < cluster.home.length; vm++) item(homes, at(cluster.home, vm)).push(vm);
  }

  /** Schedules the return of the first machine that may; one that still starts is waited for. */
  moveNext(now: number, host: number): void {
    const { machines, queue, policy } = this.running;
    if (policy.failBackSeconds === null) return;
    let next = -1;
    for (const vm of item(this.homes, host)) {
      if (at(machines.host, vm) === host) continue;
      const state = at(machines.state, vm);
      if (state === up && this.mayReturn(vm, host)) {
        next = vm;
        break;
      }
      if (state >= waiting && next < 0) next = vm;
    }
    if (next >= 0) queue.push(now + policy.failBackSeconds, events.movedBack, host, next);
  }

  movesBack(now: number, host: number, vm: number): void {
    const { machines, recorder, infrastructure } = this.running;
    if (at(infrastructure.isAlive, host) === 0) return;
    if (at(machines.state, vm) === up && this.mayReturn(vm, host)) {
      machines.move(vm, host, now);
      recorder.addLog(now, 'moved-back', vm);
    }
    this.moveNext(now, host);
  }

  private mayReturn(vm: number, host: number): boolean {
    const { placer, infrastructure } = this.running;
    const group = at(infrastructure.group, host);
    const isHeard = group >= 0 && at(infrastructure.groupSize, group) === infrastructure.aliveCount;
    return isHeard && infrastructure.hasStorage(host) && placer.fits(vm, host);
  }
}
