import { at } from '../columns.ts';
import { fillSizes } from '../survival/cluster.ts';
import { type AvailabilityModel, secondsPerYear } from './model.ts';
import { Outages } from './outages.ts';
import { Rooms } from './rooms.ts';
import { Soonest } from './soonest.ts';
import { Streams } from './streams.ts';

const hour = 3600;
/** Kinds of components, as words of their streams: a host's stream is its own whatever else there is. */
const kinds = { host: 1, card: 2, shared: 3, vm: 4 } as const;

/** What happened in one run, in seconds and counts; outages are in the simulation's columns. */
export interface RunRecord {
  horizon: number;
  hostUp: number;
  enoughHosts: number;
  hostFailures: number;
  waiting: number;
  network: number;
  shared: number;
}

/**
 * The life of a cluster over some years. Hosts, cards and shared parts fail and are repaired, each with its own stream
 * of random times. When a host fails, its workloads are placed on hosts that have room at that hour, the largest first
 * on the emptiest, and start in turn; those without room wait, and try again with every hour and every repair. When
 * it is back its workloads go home: live, those that run.
 *
 * A host whose cards are all down keeps its workloads, unreachable: nobody notices while the hosts still hear one
 * another, as the report observed. It takes none in.
 */
export class Simulation {
  readonly outages = new Outages();
  private readonly model: AvailabilityModel;
  private readonly streams: Streams;
  private readonly soonest: Soonest;
  private readonly rooms: Rooms;
  private readonly cardCount: number;
  private readonly firstShared: number;
  private readonly componentCount: number;
  private readonly sharedOf: readonly number[];
  private readonly homes: readonly Int32Array[];
  private readonly isUp: Uint8Array;
  private readonly isFailed: Uint8Array;
  private readonly cardsUp: Int32Array;
  private readonly sharedUp: Int32Array;
  private readonly hostOf: Int32Array;
  /** Since when each piece is down; −1 while it serves. */
  private readonly downFrom: Float64Array;
  /** When it serves again; infinite while that is not known. */
  private readonly upAt: Float64Array;
  /** When its guest and application are ready, reachable or not. */
  private readonly readyAt: Float64Array;
  private readonly waitingFrom: Float64Array;
  private readonly cutFrom: Float64Array;
  private readonly queue: Int32Array;
  /** Pieces that are not at home, the waiting ones too. */
  private away: number[] = [];
  private waitingCount = 0;
  private upCount = 0;
  private brokenShared = 0;
  private sharedFrom = 0;
  private record: RunRecord = emptyRecord(0);

  constructor(model: AvailabilityModel) {
    const { cluster, policy } = model;
    const { hostCount, pieceCount } = cluster;
    this.model = model;
    this.cardCount = policy.card.mtbfHours === null ? 0 : policy.card.perHost;
    this.firstShared = hostCount * (1 + this.cardCount);
    this.sharedOf = policy.shared.flatMap(({ count }, part) =>
      Array.from({ length: count }, () => part),
    );
    this.componentCount = this.firstShared + this.sharedOf.length;
    this.streams = new Streams(this.componentCount);
    this.soonest = new Soonest(this.componentCount);
    this.rooms = new Rooms(cluster, fillSizes);
    const homes: number[][] = Array.from({ length: hostCount }, () => []);
    for (const [piece, host] of cluster.home.entries()) homes[host]?.push(piece);
    this.homes = homes.map((list) => Int32Array.from(list));
    this.isUp = new Uint8Array(hostCount);
    this.isFailed = new Uint8Array(this.componentCount);
    this.cardsUp = new Int32Array(hostCount);
    this.sharedUp = new Int32Array(policy.shared.length);
    this.hostOf = new Int32Array(pieceCount);
    this.downFrom = new Float64Array(pieceCount);
    this.upAt = new Float64Array(pieceCount);
    this.readyAt = new Float64Array(pieceCount);
    this.waitingFrom = new Float64Array(pieceCount);
    this.cutFrom = new Float64Array(hostCount);
    this.queue = new Int32Array(hostCount);
  }

  /** One run; its outages are in `outages` afterwards, and the times when all were down in `shared`. */
  run(seed: number, run: number, years: number): RunRecord {
    const horizon = years * secondsPerYear;
    this.reset(seed, run, horizon);
    const { soonest } = this;
    let now = 0;
    for (;;) {
      const retry = this.nextRetry(now);
      const time = Math.min(soonest.time, retry);
      this.passTime(Math.min(time, horizon) - now);
      if (time >= horizon) break;
      now = time;
      if (retry < soonest.time) this.placeWaiting(now);
      else this.happen(soonest.component, now);
    }
    this.finish(horizon);
    return this.record;
  }

  /** Crashes of machines by themselves, whatever happens to their hosts. */
  addCrashes(seed: number, run: number, horizon: number): number {
    const { crashesPerYear, downSeconds } = this.model.policy.vm;
    if (crashesPerYear === null || crashesPerYear === 0) return 0;
    const mean = secondsPerYear / crashesPerYear;
    const stream = new Streams(1);
    let sum = 0;
    for (const [piece, weight] of this.model.cluster.weight.entries()) {
      for (let member = 0; member < weight; member++) {
        stream.start(0, seed, run, kinds.vm, piece, member);
        for (let time = stream.exponential(0, mean); time < horizon; ) {
          const until = Math.min(horizon, time + downSeconds);
          // One machine of a piece is down, not all: its share of the piece's time.
          this.outages.add(piece, time, time + (until - time) / weight);
          sum += until - time;
          time = until + stream.exponential(0, mean);
        }
      }
    }
    return sum;
  }

  private reset(seed: number, run: number, horizon: number) {
    const { cluster, policy } = this.model;
    this.record = emptyRecord(horizon);
    this.outages.clear();
    this.away = [];
    this.waitingCount = 0;
    this.brokenShared = 0;
    this.upCount = cluster.hostCount;
    this.isUp.fill(1);
    this.isFailed.fill(0);
    this.cardsUp.fill(this.cardCount);
    for (const [part, { count }] of policy.shared.entries()) this.sharedUp[part] = count;
    this.hostOf.set(cluster.home);
    this.downFrom.fill(-1);
    this.upAt.fill(0);
    this.readyAt.fill(0);
    for (let component = 0; component < this.componentCount; component++) {
      this.streams.start(component, seed, run, ...this.identity(component));
      const first = this.streams.exponential(component, this.rateOf(component).mtbfHours * hour);
      this.soonest.set(component, first);
    }
  }

  /** Names a component independently of how many others there are. */
  private identity(component: number): readonly number[] {
    const { hostCount } = this.model.cluster;
    if (component < hostCount) return [kinds.host, component];
    if (component >= this.firstShared) return [kinds.shared, component - this.firstShared];
    const card = component - hostCount;
    return [kinds.card, Math.floor(card / this.cardCount), card % this.cardCount];
  }

  private rateOf(component: number): { readonly mtbfHours: number; readonly mttrHours: number } {
    const { cluster, policy } = this.model;
    if (component < cluster.hostCount) return policy.host;
    if (component < this.firstShared) {
      return { mtbfHours: policy.card.mtbfHours ?? 0, mttrHours: policy.card.mttrHours };
    }
    const part = this.sharedOf[component - this.firstShared] as number;
    return policy.shared[part] as { mtbfHours: number; mttrHours: number };
  }

  private passTime(seconds: number) {
    const { record } = this;
    record.hostUp += this.upCount * seconds;
    const needed = this.model.cluster.hostCount - this.model.tolerates;
    if (this.upCount >= needed) record.enoughHosts += seconds;
  }

  private happen(component: number, now: number) {
    const isRepair = this.isFailed[component] === 1;
    this.isFailed[component] = isRepair ? 0 : 1;
    const { mtbfHours, mttrHours } = this.rateOf(component);
    const mean = (isRepair ? mtbfHours : mttrHours) * hour;
    this.soonest.set(component, now + this.streams.exponential(component, mean));
    const { hostCount } = this.model.cluster;
    if (component < hostCount) {
      if (isRepair) this.repairHost(component, now);
      else this.failHost(component, now);
    } else if (component < this.firstShared) {
      const host = Math.floor((component - hostCount) / this.cardCount);
      if (isRepair) this.repairCard(host, now);
      else this.failCard(host, now);
    } else this.changeShared(this.sharedOf[component - this.firstShared] as number, isRepair, now);
  }

  private failHost(host: number, now: number) {
    if (this.isCut(host))
      this.record.network += this.weightOn(host) * (now - at(this.cutFrom, host));
    this.isUp[host] = 0;
    this.upCount--;
    this.record.hostFailures++;
    const pieces = this.piecesOn(host);
    for (const piece of pieces) {
      this.markDown(piece, now);
      this.hostOf[piece] = -1;
      if (!this.away.includes(piece)) this.away.push(piece);
      this.waitingFrom[piece] = now;
      this.waitingCount++;
    }
    this.place(pieces, now, now + this.model.policy.restart.detectionSeconds);
  }

  private repairHost(host: number, now: number) {
    this.isUp[host] = 1;
    this.upCount++;
    this.cutFrom[host] = now;
    if (this.isUsable(host)) this.becomeUsable(host, now);
  }

  private failCard(host: number, now: number) {
    const left = at(this.cardsUp, host) - 1;
    this.cardsUp[host] = left;
    if (left > 0 || at(this.isUp, host) === 0) return;
    this.cutFrom[host] = now;
    for (const piece of this.piecesOn(host)) this.markDown(piece, now);
  }

  private repairCard(host: number, now: number) {
    const before = at(this.cardsUp, host);
    this.cardsUp[host] = before + 1;
    if (before > 0 || at(this.isUp, host) === 0) return;
    this.record.network += this.weightOn(host) * (now - at(this.cutFrom, host));
    this.becomeUsable(host, now);
  }

  private changeShared(part: number, isRepair: boolean, now: number) {
    const { needed } = this.model.policy.shared[part] as { needed: number };
    const before = at(this.sharedUp, part);
    const after = before + (isRepair ? 1 : -1);
    this.sharedUp[part] = after;
    if (before >= needed && after < needed && this.brokenShared++ === 0) this.sharedFrom = now;
    if (before < needed && after >= needed && --this.brokenShared === 0) this.endShared(now);
  }

  private endShared(now: number) {
    this.record.shared += now - this.sharedFrom;
    const { pieceCount } = this.model.cluster;
    for (let piece = 0; piece < pieceCount; piece++) this.outages.add(piece, this.sharedFrom, now);
  }

  private isUsable(host: number): boolean {
    return this.isUp[host] === 1 && (this.cardCount === 0 || at(this.cardsUp, host) > 0);
  }

  private isCut(host: number): boolean {
    return this.cardCount > 0 && at(this.cardsUp, host) === 0;
  }

  /** Largest first, as all placing. */
  private piecesOn(host: number): number[] {
    const pieces: number[] = [];
    for (const piece of this.homes[host] as Int32Array) {
      if (at(this.hostOf, piece) === host) pieces.push(piece);
    }
    const { home } = this.model.cluster;
    for (const piece of this.away) {
      if (at(this.hostOf, piece) === host && at(home, piece) !== host) pieces.push(piece);
    }
    return pieces;
  }

  private weightOn(host: number): number {
    let sum = 0;
    for (const piece of this.piecesOn(host)) sum += at(this.model.cluster.weight, piece);
    return sum;
  }

  private markDown(piece: number, now: number) {
    if (at(this.downFrom, piece) >= 0 && at(this.upAt, piece) <= now) this.flush(piece);
    if (at(this.downFrom, piece) < 0) this.downFrom[piece] = now;
    this.upAt[piece] = Number.POSITIVE_INFINITY;
  }

  private flush(piece: number) {
    this.outages.add(piece, at(this.downFrom, piece), at(this.upAt, piece));
    this.downFrom[piece] = -1;
  }

  private becomeUsable(host: number, now: number) {
    for (const piece of this.piecesOn(host)) {
      if (at(this.downFrom, piece) >= 0) {
        this.upAt[piece] = Math.max(now, Math.min(at(this.upAt, piece), at(this.readyAt, piece)));
      }
    }
    this.queue.fill(0);
    for (const piece of this.homes[host] as Int32Array) {
      const from = at(this.hostOf, piece);
      if (from === host) continue;
      this.hostOf[piece] = host;
      if (from < 0) this.start(piece, host, now, now);
    }
    const { home } = this.model.cluster;
    this.away = this.away.filter((piece) => at(this.hostOf, piece) !== at(home, piece));
    if (this.waitingCount > 0) this.placeWaiting(now);
  }

  /** When those that wait try again: at the next hour, for demand will have changed. */
  private nextRetry(now: number): number {
    const { slotSeconds, cluster } = this.model;
    if (this.waitingCount === 0 || slotSeconds === 0 || cluster.slotCount === 1) return Infinity;
    return (Math.floor(now / slotSeconds) + 1) * slotSeconds;
  }

  private placeWaiting(now: number) {
    const waiting = this.away.filter((piece) => at(this.hostOf, piece) < 0);
    this.place(waiting, now, now);
  }

  private place(pieces: readonly number[], now: number, startAt: number) {
    const { rooms } = this;
    rooms.open(this.slotAt(now), (host) => this.isUsable(host));
    for (const piece of this.away) {
      const host = at(this.hostOf, piece);
      if (host >= 0 && host !== at(this.model.cluster.home, piece)) rooms.put(piece, host);
    }
    this.queue.fill(0);
    for (const piece of rooms.largestFirst(pieces)) {
      const host = rooms.roomiestFor(piece, this.hostOf);
      if (host < 0) continue;
      rooms.put(piece, host);
      this.hostOf[piece] = host;
      this.start(piece, host, now, startAt);
    }
  }

  /** Starts a piece on a host, in turn with the others that start there. */
  private start(piece: number, host: number, now: number, startAt: number) {
    const { startsPerHost, bootSeconds, applicationSeconds } = this.model.policy.restart;
    const before = at(this.queue, host);
    this.queue[host] = before + at(this.model.cluster.weight, piece);
    const turns = Math.floor(before / startsPerHost) + 1;
    this.readyAt[piece] = startAt + turns * bootSeconds + applicationSeconds;
    this.upAt[piece] = at(this.readyAt, piece);
    this.waitingCount--;
    this.record.waiting +=
      at(this.model.cluster.weight, piece) * (now - at(this.waitingFrom, piece));
  }

  private slotAt(now: number): number {
    const { slotSeconds, cluster } = this.model;
    return slotSeconds === 0 ? 0 : Math.floor(now / slotSeconds) % cluster.slotCount;
  }

  private finish(horizon: number) {
    const { pieceCount, weight, hostCount } = this.model.cluster;
    for (let piece = 0; piece < pieceCount; piece++) {
      if (at(this.hostOf, piece) < 0) {
        this.record.waiting += at(weight, piece) * (horizon - at(this.waitingFrom, piece));
      }
      if (at(this.downFrom, piece) < 0) continue;
      this.upAt[piece] = Math.min(at(this.upAt, piece), horizon);
      this.flush(piece);
    }
    for (let host = 0; host < hostCount; host++) {
      if (this.isUp[host] === 1 && this.isCut(host)) {
        this.record.network += this.weightOn(host) * (horizon - at(this.cutFrom, host));
      }
    }
    if (this.brokenShared > 0) this.endShared(horizon);
  }
}

const emptyRecord = (horizon: number): RunRecord => ({
  horizon,
  hostUp: 0,
  enoughHosts: 0,
  hostFailures: 0,
  waiting: 0,
  network: 0,
  shared: 0,
});
