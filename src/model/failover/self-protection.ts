import { at } from '../columns.ts';
import { managementNetwork, publicNetwork } from './infrastructure.ts';
import { events, type Running } from './running.ts';
import type { Starts } from './starts.ts';
import type { Takeovers } from './takeovers.ts';

/** A condition of each host, with a version: what was scheduled under another version no longer counts. */
class Condition {
  private readonly holds: Uint8Array;
  private readonly stamps: Int32Array;

  constructor(hostCount: number) {
    this.holds = new Uint8Array(hostCount);
    this.stamps = new Int32Array(hostCount);
  }

  /** True where that is news. */
  becomes(host: number, holds: boolean): boolean {
    if (holds === (at(this.holds, host) === 1)) return false;
    this.holds[host] = holds ? 1 : 0;
    this.stamps[host] = at(this.stamps, host) + 1;
    return true;
  }

  isCurrent(host: number, stamp: number): boolean {
    return at(this.stamps, host) === stamp && at(this.holds, host) === 1;
  }

  stamp(host: number): number {
    return at(this.stamps, host);
  }
}

/** What a host does by itself when it loses the others, the storage or the machines' network. */
export class SelfProtection {
  private readonly running: Running;
  private readonly starts: Starts;
  private readonly takeovers: Takeovers;
  private readonly lostContact: Condition;
  private readonly isAlone: Condition;
  private readonly lostStorage: Condition;
  private readonly lostPublic: Condition;

  constructor(running: Running, starts: Starts, takeovers: Takeovers) {
    const hostCount = running.cluster.hostNames.length;
    this.running = running;
    this.starts = starts;
    this.takeovers = takeovers;
    this.lostContact = new Condition(hostCount);
    this.isAlone = new Condition(hostCount);
    this.lostStorage = new Condition(hostCount);
    this.lostPublic = new Condition(hostCount);
  }

  /**
   * A host notices what it still reaches, and schedules what it will do about it.
   *
   * @returns whether it has just lost the storage
   */
  looks(now: number, host: number): boolean {
    const hasLostStorage = this.looksAtNetworks(now, host);
    this.looksForOthers(now, host);
    this.looksForAnybody(now, host);
    return hasLostStorage;
  }

  /** The host hears nobody and gives up, or keeps, its machines. True: it gave them up. */
  isIsolated(now: number, host: number, stamp: number): boolean {
    if (!this.isAlone.isCurrent(host, stamp)) return false;
    this.takeovers.isIsolated[host] = 1;
    this.running.recorder.addLog(now, 'isolated', host);
    if (this.running.policy.timers.isolationResponse === 'leave') return false;
    this.starts.endAllOn(now, host);
    return true;
  }

  /** True: the host resets itself. */
  fencesItself(now: number, host: number, stamp: number): boolean {
    if (!this.lostContact.isCurrent(host, stamp)) return false;
    this.running.recorder.addLog(now, 'self-fenced', host);
    return true;
  }

  /** True: the host gave up its machines. */
  givesUpStorage(now: number, host: number, stamp: number): boolean {
    const { infrastructure } = this.running;
    if (!this.lostStorage.isCurrent(host, stamp) || at(infrastructure.isAlive, host) === 0) {
      return false;
    }
    this.running.recorder.addLog(now, 'storage-given-up', host);
    this.starts.endAllOn(now, host);
    return true;
  }

  /** True: the host gave up its machines; it does not where no other host would serve them better. */
  givesUpPublic(now: number, host: number, stamp: number): boolean {
    const { machines, recorder, infrastructure } = this.running;
    const isAlive = at(infrastructure.isAlive, host) === 1;
    const isBetter = machines.hasPublic.some((has, other) => has === 1 && other !== host);
    if (!isAlive || !isBetter || !this.lostPublic.isCurrent(host, stamp)) return false;
    recorder.addLog(now, 'moved-for-network', host);
    this.starts.endAllOn(now, host);
    return true;
  }

  private looksAtNetworks(now: number, host: number): boolean {
    const { infrastructure, machines, queue, policy } = this.running;
    const { storageSeconds, publicSeconds } = policy.timers;
    const hasStorage = infrastructure.hasStorage(host);
    const hasPublic = infrastructure.isConnected(host, publicNetwork);
    const isStorageNews = this.lostStorage.becomes(host, !hasStorage);
    const isPublicNews = this.lostPublic.becomes(host, !hasPublic);
    if (!isStorageNews && !isPublicNews) return false;
    machines.hasStorage[host] = hasStorage ? 1 : 0;
    machines.hasPublic[host] = hasPublic ? 1 : 0;
    machines.showAllOn(host, now);
    if (isPublicNews && !hasPublic && publicSeconds !== null) {
      queue.push(now + publicSeconds, events.publicGivenUp, host, this.lostPublic.stamp(host));
    }
    if (!isStorageNews || hasStorage) return false;
    this.starts.failStartsOn(now, host);
    if (storageSeconds !== null) {
      queue.push(now + storageSeconds, events.storageGivenUp, host, this.lostStorage.stamp(host));
    }
    return true;
  }

  /** With quorum a host needs a majority; without, at least one other host where others live. */
  private looksForOthers(now: number, host: number): void {
    const { infrastructure, queue, policy, recorder } = this.running;
    const { quorum, selfFenceSeconds } = policy.timers;
    const group = at(infrastructure.group, host);
    const hasLost =
      group >= 0 &&
      (quorum === 'majority'
        ? at(infrastructure.hasQuorum, group) === 0
        : at(infrastructure.groupSize, group) === 1 && infrastructure.aliveCount > 1);
    if (!this.lostContact.becomes(host, hasLost) || !hasLost) return;
    if (quorum === 'majority') recorder.addLog(now, 'quorum-lost', host);
    if (selfFenceSeconds === null) return;
    queue.push(now + selfFenceSeconds, events.selfFenced, host, this.lostContact.stamp(host));
  }

  /** A host that hears nobody and whose own way into the network is cut, is isolated. */
  private looksForAnybody(now: number, host: number): void {
    const { infrastructure, queue, policy, cluster } = this.running;
    const { isolationSeconds } = policy.timers;
    const group = at(infrastructure.group, host);
    const isAlone =
      group >= 0 &&
      cluster.hostNames.length > 1 &&
      at(infrastructure.groupSize, group) === 1 &&
      !infrastructure.isConnected(host, managementNetwork);
    if (!this.isAlone.becomes(host, isAlone)) return;
    this.takeovers.isIsolated[host] = 0;
    if (!isAlone || isolationSeconds === null) return;
    queue.push(now + isolationSeconds, events.isolated, host, this.isAlone.stamp(host));
  }
}
