import { at } from '../columns.ts';
import { type NetworkName, networkNames } from './failover-policy.ts';

/** Networks by their place in `networkNames`. */
export const publicNetwork = 0;
export const managementNetwork = 1;
export const storageNetwork = 2;
const networkCount = networkNames.length;

export interface InfrastructureSettings {
  readonly hostCount: number;
  readonly cards: Readonly<Record<NetworkName, number>>;
  readonly heartbeatOverPublic: boolean;
  readonly quorum: 'none' | 'majority';
  readonly witness: 'none' | 'disk' | 'network';
}

/**
 * What works and what does not: hosts, cards, switches, networks, storage, management server; who hears whom, and who
 * holds a majority. Failures are counted, so that two causes of one outage are repaired one by one.
 */
export class Infrastructure {
  /** 1 while the host runs (and has booted). */
  readonly isAlive: Uint8Array;
  /** Causes that keep a host down, and of these the ones that leave its power interface dark. */
  readonly hostCauses: Int32Array;
  readonly powerCauses: Int32Array;
  storageCauses = 0;
  managerCauses = 0;
  /** Group of hosts that hear each other; a host that hears nobody is a group of its own. −1 while it is down. */
  readonly group: Int32Array;
  /** Of the group that is named by its lowest host: how many hosts, and whether it may act. */
  readonly groupSize: Int32Array;
  readonly hasQuorum: Uint8Array;
  aliveCount: number;
  groupCount = 0;
  private lowestAlive = 0;

  private readonly settings: InfrastructureSettings;
  private readonly cardDown: Int32Array;
  private readonly linkDown: Int32Array;
  private readonly switchDown = new Int32Array(networkCount);
  private readonly networkDown = new Int32Array(networkCount);
  private readonly partitionSizes: number[] = [];
  private readonly firstOfSide = new Map<number, number>();
  private readonly cards: Int32Array;

  constructor(settings: InfrastructureSettings) {
    const { hostCount } = settings;
    this.settings = settings;
    this.cards = Int32Array.from(networkNames, (name) => settings.cards[name]);
    this.isAlive = new Uint8Array(hostCount).fill(1);
    this.hostCauses = new Int32Array(hostCount);
    this.powerCauses = new Int32Array(hostCount);
    this.group = new Int32Array(hostCount);
    this.groupSize = new Int32Array(hostCount);
    this.hasQuorum = new Uint8Array(hostCount);
    this.cardDown = new Int32Array(hostCount * networkCount);
    this.linkDown = new Int32Array(hostCount * networkCount);
    this.aliveCount = hostCount;
    this.regroup();
  }

  breakCard(host: number, network: number, by: 1 | -1): void {
    const index = host * networkCount + network;
    this.cardDown[index] = at(this.cardDown, index) + by;
  }

  breakLink(host: number, network: number, by: 1 | -1): void {
    const index = host * networkCount + network;
    this.linkDown[index] = at(this.linkDown, index) + by;
  }

  breakSwitch(network: number, by: 1 | -1): void {
    this.switchDown[network] = at(this.switchDown, network) + by;
  }

  breakNetwork(network: number, by: 1 | -1): void {
    this.networkDown[network] = at(this.networkDown, network) + by;
  }

  split(hosts: number, by: 1 | -1): void {
    if (by === 1) this.partitionSizes.push(hosts);
    else this.partitionSizes.splice(this.partitionSizes.indexOf(hosts), 1);
  }

  /**
   * Whether a host has a way into a network: one card with its switch is left. Two failures are taken to strike two
   * different ways, which is the worse case.
   */
  isConnected(host: number, network: number): boolean {
    const index = host * networkCount + network;
    if (at(this.networkDown, network) > 0 || at(this.linkDown, index) > 0) return false;
    return at(this.cardDown, index) + at(this.switchDown, network) < at(this.cards, network);
  }

  hasStorage(host: number): boolean {
    return this.storageCauses === 0 && this.isConnected(host, storageNetwork);
  }

  /** The management network as a whole carries what the management server says. */
  get hasManager(): boolean {
    return this.managerCauses === 0 && at(this.networkDown, managementNetwork) === 0;
  }

  /** All hosts that live hear each other, have a majority, and are more than one. */
  get isWhole(): boolean {
    return (
      this.groupCount === 1 && this.aliveCount > 1 && at(this.hasQuorum, this.lowestAlive) === 1
    );
  }

  /**
   * A host of a whole cluster died, or came back: the others hear each other as before. False where that cannot be told
   * without looking at all of them.
   */
  regroupOne(host: number): boolean {
    const first = this.lowestAlive;
    const isAlive = at(this.isAlive, host) === 1;
    if (!this.isWhole || host <= first || this.settings.quorum === 'majority') return false;
    const side = isAlive ? this.sideOf(host) : 0;
    if (side < 0 || this.partitionSizes.length > 0) return false;
    const own = at(this.group, host);
    if (isAlive === own >= 0) return true;
    const change = isAlive ? 1 : -1;
    if (this.aliveCount + change < 2) return false;
    this.group[host] = isAlive ? first : -1;
    this.aliveCount += change;
    this.groupSize[first] = this.aliveCount;
    return true;
  }

  /** Works out anew who hears whom, and which group has a majority. Cost: the number of hosts. */
  regroup(): void {
    const { group, groupSize, isAlive, firstOfSide } = this;
    const { hostCount } = this.settings;
    firstOfSide.clear();
    groupSize.fill(0);
    this.aliveCount = 0;
    this.groupCount = 0;
    this.lowestAlive = 0;
    for (let host = 0; host < hostCount; host++) {
      if (at(isAlive, host) === 0) {
        group[host] = -1;
        continue;
      }
      this.aliveCount++;
      const side = this.sideOf(host);
      let first = side < 0 ? host : firstOfSide.get(side);
      if (first === undefined) {
        first = host;
        firstOfSide.set(side, host);
      }
      if (first === host && this.groupCount++ === 0) this.lowestAlive = host;
      group[host] = first;
      groupSize[first] = at(groupSize, first) + 1;
    }
    this.countVotes();
  }

  /** The better of two groups acts: with quorum, then larger, then the one with the lowest host. −1: no group. */
  isBetter(one: number, other: number): boolean {
    if (other < 0) return one >= 0;
    if (one < 0) return false;
    const quorum = at(this.hasQuorum, one) - at(this.hasQuorum, other);
    if (quorum !== 0) return quorum > 0;
    const size = at(this.groupSize, one) - at(this.groupSize, other);
    return size !== 0 ? size > 0 : one < other;
  }

  /** Side of a partition that a host hears; negative: it hears nobody. */
  private sideOf(host: number): number {
    if (this.settings.heartbeatOverPublic && this.isConnected(host, publicNetwork)) return 0;
    if (!this.isConnected(host, managementNetwork)) return -1;
    let side = 0;
    for (let index = 0; index < this.partitionSizes.length; index++) {
      if (host >= (this.partitionSizes[index] as number)) side += 2 ** index;
    }
    return this.settings.heartbeatOverPublic ? 0 : side;
  }

  private countVotes(): void {
    const { hasQuorum, groupSize } = this;
    const { hostCount, quorum, witness } = this.settings;
    if (quorum === 'none') {
      hasQuorum.fill(1);
      return;
    }
    const isWitnessed = witness !== 'none' && hostCount % 2 === 0;
    const votes = hostCount + (isWitnessed ? 1 : 0);
    hasQuorum.fill(0);
    const witnessed = isWitnessed ? this.witnessedGroup() : -1;
    for (let first = 0; first < hostCount; first++) {
      const own = at(groupSize, first) + (first === witnessed ? 1 : 0);
      if (own * 2 > votes) hasQuorum[first] = 1;
    }
  }

  /** The witness votes for the largest group that reaches it. */
  private witnessedGroup(): number {
    const { group, groupSize } = this;
    let best = -1;
    for (let host = 0; host < group.length; host++) {
      const own = at(group, host);
      if (own < 0 || !this.reachesWitness(host)) continue;
      if (best < 0 || at(groupSize, own) > at(groupSize, best)) best = own;
    }
    return best;
  }

  private reachesWitness(host: number): boolean {
    return this.settings.witness === 'disk'
      ? this.hasStorage(host)
      : this.isConnected(host, publicNetwork);
  }
}
