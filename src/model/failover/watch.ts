import { at } from '../columns.ts';
import type { Homeward } from './homeward.ts';
import { isRunning } from './recorder.ts';
import { events, type Running } from './running.ts';
import type { SelfProtection } from './self-protection.ts';
import type { Starts } from './starts.ts';
import type { Takeovers } from './takeovers.ts';

/** How far the others have come with a host. */
const heard = 0;
const unheard = 1;
const declared = 2;
const takenOver = 3;

/** Why nobody takes a host's machines over. */
export type Obstruction =
  | 'none'
  | 'nobody-left'
  | 'no-quorum'
  | 'isolated'
  | 'manager-down'
  | 'fencing-impossible'
  | 'lost-race'
  | 'lock-held';

export interface WatchParts {
  readonly running: Running;
  readonly starts: Starts;
  readonly takeovers: Takeovers;
  readonly protection: SelfProtection;
  readonly homeward: Homeward;
}

/** The hosts watching each other: who is heard, silent, declared, made certain to be off, and taken over. */
export class Watch {
  readonly obstruction: Obstruction[];
  private readonly running: Running;
  private readonly parts: WatchParts;
  private readonly state: Uint8Array;
  /** Version of a host's watch, and of its boot: what was scheduled under another no longer counts. */
  private readonly stamp: Int32Array;
  private readonly bootStamp: Int32Array;
  /** When a host last renewed the locks of its machines, where it no longer does. */
  private readonly renewedAt: Float64Array;
  /** A host whose turn had come, but that nobody could take over yet. */
  private readonly isDue: Uint8Array;
  private dueCount = 0;

  constructor(parts: WatchParts) {
    const hostCount = parts.running.cluster.hostNames.length;
    this.parts = parts;
    this.running = parts.running;
    this.obstruction = Array.from({ length: hostCount }, () => 'none');
    this.state = new Uint8Array(hostCount);
    this.stamp = new Int32Array(hostCount);
    this.bootStamp = new Int32Array(hostCount);
    this.renewedAt = new Float64Array(hostCount);
    this.isDue = new Uint8Array(hostCount);
  }

  /** A host loses or regains its power, or breaks or is repaired. */
  powers(now: number, host: number, by: 1 | -1, isPower: boolean): void {
    const { hostCauses, powerCauses } = this.running.infrastructure;
    hostCauses[host] = at(hostCauses, host) + by;
    if (isPower) powerCauses[host] = at(powerCauses, host) + by;
    if (by === 1) this.stops(now, host);
    else this.boots(now, host);
  }

  hostBooted(now: number, host: number, stamp: number): void {
    const { infrastructure, recorder } = this.running;
    if (at(this.bootStamp, host) !== stamp || at(infrastructure.hostCauses, host) > 0) return;
    if (at(infrastructure.isAlive, host) === 1) return;
    infrastructure.isAlive[host] = 1;
    recorder.addLog(now, 'host-back', host);
    this.lookAt(now, host);
    this.parts.homeward.moveNext(now, host);
  }

  /** After a change of one host alone: where the others hear each other as before, only this one is looked at. */
  lookAt(now: number, host: number): void {
    if (this.dueCount > 0 || !this.running.infrastructure.regroupOne(host)) {
      this.lookAround(now);
      return;
    }
    if (this.parts.protection.looks(now, host)) this.stopsRenewing(now, host);
    this.listens(now, host);
    this.parts.starts.pump(now, host);
    this.parts.takeovers.placeHomeless(now);
  }

  /** After any change: who hears whom, who reaches what. Looks once at every host. */
  lookAround(now: number): void {
    const { infrastructure, queue } = this.running;
    const { protection, starts, takeovers } = this.parts;
    infrastructure.regroup();
    const hostCount = this.state.length;
    for (let host = 0; host < hostCount; host++) {
      if (protection.looks(now, host)) this.stopsRenewing(now, host);
      this.listens(now, host);
    }
    for (let host = 0; host < hostCount; host++) {
      if (at(this.isDue, host) === 1) {
        this.setDue(host, 0);
        queue.push(now, events.fence, host, at(this.stamp, host));
      }
      starts.pump(now, host);
    }
    takeovers.placeHomeless(now);
  }

  isSilent(now: number, host: number, stamp: number): void {
    const { queue, policy, recorder } = this.running;
    if (at(this.stamp, host) !== stamp) return;
    if (this.running.infrastructure.aliveCount > 0) recorder.addLog(now, 'silent', host);
    queue.push(now + policy.timers.declarationSeconds, events.declared, host, stamp);
  }

  isDeclared(now: number, host: number, stamp: number): void {
    const { queue, policy, recorder } = this.running;
    if (at(this.stamp, host) !== stamp) return;
    this.state[host] = declared;
    if (this.running.infrastructure.aliveCount > 0) recorder.addLog(now, 'declared', host);
    queue.push(now + policy.timers.graceSeconds, events.fence, host, stamp);
  }

  /** Whoever may act begins to make sure that the host is off. */
  isFenced(now: number, host: number, stamp: number): void {
    if (at(this.stamp, host) !== stamp) return;
    const { queue, policy, recorder } = this.running;
    const obstruction = this.obstructionFor(host);
    const isNews = obstruction !== this.obstruction[host];
    this.obstruction[host] = obstruction;
    if (obstruction === 'none') {
      queue.push(now + policy.timers.fencingSeconds, events.takeOver, host, stamp);
      return;
    }
    this.setDue(host, 1);
    if (!isNews) return;
    const kind = obstruction === 'fencing-impossible' ? obstruction : 'nobody-acts';
    recorder.addLog(now, kind, host);
  }

  isTakenOver(now: number, host: number, stamp: number): void {
    if (at(this.stamp, host) !== stamp) return;
    const { queue, policy, infrastructure, recorder } = this.running;
    const { fencing, lockSeconds, roundSeconds } = policy.timers;
    if (fencing === 'power') this.isShot(now, host);
    const isAlive = at(infrastructure.isAlive, host) === 1;
    const isHolding = isAlive && infrastructure.hasStorage(host);
    const free = at(this.renewedAt, host) + (lockSeconds ?? 0);
    if (!isHolding && fencing === 'none' && free > now) {
      queue.push(free, events.takeOver, host, stamp);
      return;
    }
    this.state[host] = takenOver;
    if (isHolding && lockSeconds !== null) {
      this.obstruction[host] = 'lock-held';
      recorder.addLog(now, 'lock-held', host);
    } else {
      recorder.addLog(now, 'taken-over', host);
      if (isAlive) this.runsTwice(now, host, isHolding);
    }
    // What the host itself has stopped is free, whatever it holds.
    queue.push(now + roundSeconds, events.place, host, 0);
  }

  isIsolated(now: number, host: number, stamp: number): void {
    if (this.parts.protection.isIsolated(now, host, stamp)) this.placeSoon(now, host);
  }

  fencesItself(now: number, host: number, stamp: number): void {
    if (this.parts.protection.fencesItself(now, host, stamp)) this.resets(now, host);
  }

  givesUpStorage(now: number, host: number, stamp: number): void {
    if (this.parts.protection.givesUpStorage(now, host, stamp)) this.placeSoon(now, host);
  }

  givesUpPublic(now: number, host: number, stamp: number): void {
    if (this.parts.protection.givesUpPublic(now, host, stamp)) this.placeSoon(now, host);
  }

  private setDue(host: number, isDue: 0 | 1): void {
    this.dueCount += isDue - at(this.isDue, host);
    this.isDue[host] = isDue;
  }

  private stops(now: number, host: number): void {
    const { infrastructure } = this.running;
    if (at(infrastructure.isAlive, host) === 0) return;
    if (infrastructure.hasStorage(host)) this.renewedAt[host] = now;
    infrastructure.isAlive[host] = 0;
    this.parts.starts.endAllOn(now, host);
    // Whoever was kept off by its locks finds them free in time.
    if (at(this.state, host) === takenOver) this.retakes(now, host);
  }

  private boots(now: number, host: number): void {
    const { infrastructure, queue, policy } = this.running;
    if (at(infrastructure.hostCauses, host) > 0) return;
    const stamp = at(this.bootStamp, host) + 1;
    this.bootStamp[host] = stamp;
    queue.push(now + policy.hostBootSeconds, events.hostBooted, host, stamp);
  }

  /** Switches a host off and on. */
  private resets(now: number, host: number): void {
    this.stops(now, host);
    this.boots(now, host);
    this.lookAt(now, host);
  }

  private isShot(now: number, host: number): void {
    if (at(this.running.infrastructure.isAlive, host) === 0) return;
    this.running.recorder.addLog(now, 'fenced', host);
    this.resets(now, host);
  }

  private stopsRenewing(now: number, host: number): void {
    if (at(this.running.infrastructure.isAlive, host) === 0) return;
    this.renewedAt[host] = now;
    if (at(this.state, host) === takenOver) this.retakes(now, host);
  }

  private retakes(now: number, host: number): void {
    this.state[host] = declared;
    this.running.queue.push(now, events.takeOver, host, at(this.stamp, host));
  }

  /** The machines of a host are down, and those who watch it know already or hear it from itself. */
  private placeSoon(now: number, host: number): void {
    const { queue, policy } = this.running;
    const state = at(this.state, host);
    if (state !== heard && state !== takenOver) return;
    queue.push(now + policy.timers.roundSeconds, events.place, host, 0);
  }

  /** A host is taken over that lives: without a lock its machines start a second time. */
  private runsTwice(now: number, host: number, isWriting: boolean): void {
    const { machines, recorder } = this.running;
    let count = 0;
    for (let vm = at(machines.first, host); vm >= 0; vm = at(machines.following, vm)) {
      if (!isRunning(at(machines.state, vm))) continue;
      machines.ranTwice[vm] = 1;
      count++;
    }
    if (count > 0) recorder.addLog(now, 'runs-twice', host);
    // Without storage the first instance is of no use to anybody: the second one is the machine.
    if (!isWriting) this.parts.starts.endAllOn(now, host);
  }

  /** Whether the others hear a host; the watch over it begins or ends. */
  private listens(now: number, host: number): void {
    const { queue, random, policy, machines } = this.running;
    const isQuiet = this.isQuiet(host);
    if (isQuiet === (at(this.state, host) !== heard)) return;
    const stamp = at(this.stamp, host) + 1;
    this.stamp[host] = stamp;
    this.setDue(host, 0);
    this.obstruction[host] = 'none';
    const { heartbeatSeconds, detectionSeconds, primarySeconds, roundSeconds } = policy.timers;
    if (isQuiet) {
      this.state[host] = unheard;
      const extra = this.isPrimary(host) ? primarySeconds : 0;
      const firstMissing = random() * heartbeatSeconds;
      queue.push(now + firstMissing + detectionSeconds + extra, events.silent, host, stamp);
    } else {
      this.state[host] = heard;
      if (at(machines.first, host) >= 0) queue.push(now + roundSeconds, events.place, host, 0);
    }
  }

  private isQuiet(host: number): boolean {
    const { infrastructure, policy } = this.running;
    const group = at(infrastructure.group, host);
    if (group < 0) return true;
    // Hosts with a majority know that they are right, and that nobody else may act.
    if (policy.timers.quorum === 'majority' && at(infrastructure.hasQuorum, group) === 1)
      return false;
    return at(infrastructure.groupSize, group) < infrastructure.aliveCount;
  }

  /** The lowest host that lives leads; the one that fails counts, since the others still wait for it. */
  private isPrimary(host: number): boolean {
    const { isAlive } = this.running.infrastructure;
    for (let other = 0; other < host; other++) if (at(isAlive, other) === 1) return false;
    return true;
  }

  private obstructionFor(host: number): Obstruction {
    const { infrastructure, policy } = this.running;
    if (policy.timers.needsManager && !infrastructure.hasManager) return 'manager-down';
    const own = at(infrastructure.group, host);
    const actor = this.parts.takeovers.actingGroup(own);
    if (actor < 0) return this.whyNobody(own);
    if (policy.timers.fencing === 'none') return 'none';
    if (at(infrastructure.powerCauses, host) > 0) return 'fencing-impossible';
    return own >= 0 && !infrastructure.isBetter(actor, own) ? 'lost-race' : 'none';
  }

  private whyNobody(own: number): Obstruction {
    const { groupSize, hasQuorum } = this.running.infrastructure;
    const others = groupSize.reduce((sum, size, first) => sum + (first === own ? 0 : size), 0);
    if (others === 0) return 'nobody-left';
    const isQuorate = groupSize.some(
      (size, first) => first !== own && size > 0 && at(hasQuorum, first) === 1,
    );
    return isQuorate ? 'isolated' : 'no-quorum';
  }
}
