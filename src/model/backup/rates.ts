/** What all running jobs share. A job takes `weight[r]` of it for every MiB that it reads; 0: none. */
export interface SharedLimit {
  readonly id: 'storage' | 'lan' | 'repository';
  readonly mibPerSecond: number;
}

/** A running job, as far as its speed goes. */
export interface Flow {
  /** Index of the host whose limit it meets; −1: none. */
  readonly host: number;
  /** Its own highest speed: what one stream does. */
  readonly most: number;
  /** Use of each shared limit for every MiB read, in the order of the limits. */
  readonly weights: readonly number[];
}

/**
 * Speeds of jobs that run at once, as even as their limits allow (max-min fairness): no job could be faster but at the
 * cost of one that is not faster than it. So nothing is idle that a job could use.
 *
 * All rise together; at the first shared limit that is full those that use it stay, the others rise on. A host's
 * limit is shared by its own jobs in the same way. There are at most as many turns as shared limits, plus one; each
 * passes over the running jobs a few times and allocates nothing by job, because it is done at every event of a night.
 *
 * @see D. Bertsekas, R. Gallager, Data Networks, 2nd ed. 1992, §6.5.2
 */
export function fairRates(
  flows: readonly Flow[],
  limits: readonly SharedLimit[],
  hostMost: number,
): Float64Array {
  const rates = new Float64Array(flows.length);
  const isFrozen = new Uint8Array(flows.length);
  for (let turn = 0; turn <= limits.length; turn++) {
    const rising: Rising = { rates, isFrozen, own: ownLimits(flows, rates, isFrozen, hostMost) };
    const full = firstFull(flows, limits, rising);
    freeze(flows, rising, full);
    if (full === null) break;
  }
  return rates;
}

/** Where the rise stands. */
interface Rising {
  readonly rates: Float64Array;
  /** 1: this job has its speed. */
  readonly isFrozen: Uint8Array;
  /** What a job could have at most by its stream and its host. */
  readonly own: Float64Array;
}

interface Full {
  readonly limit: number;
  readonly level: number;
}

/** Gives their speed to those that use the limit that is full; to all where none is. */
function freeze(flows: readonly Flow[], { rates, isFrozen, own }: Rising, full: Full | null) {
  for (let index = 0; index < flows.length; index++) {
    if (isFrozen[index] === 1) continue;
    const limit = own[index] as number;
    if (full === null) rates[index] = limit;
    else if (((flows[index] as Flow).weights[full.limit] as number) === 0) continue;
    else rates[index] = Math.min(limit, full.level);
    isFrozen[index] = 1;
  }
}

/** What each job that still rises could have at most by its stream and its host's limit. */
function ownLimits(
  flows: readonly Flow[],
  rates: Float64Array,
  isFrozen: Uint8Array,
  hostMost: number,
): Float64Array {
  const own = new Float64Array(flows.length);
  for (let index = 0; index < flows.length; index++) own[index] = (flows[index] as Flow).most;
  if (hostMost === Number.POSITIVE_INFINITY) return own;
  const hostCount = 1 + flows.reduce((most, { host }) => Math.max(most, host), -1);
  const wanted = new Float64Array(hostCount);
  // The jobs of a host as a chain: first[host], then next[job], ended by −1.
  const first = new Int32Array(hostCount).fill(-1);
  const next = new Int32Array(flows.length);
  for (let index = 0; index < flows.length; index++) {
    const { host } = flows[index] as Flow;
    if (host < 0) continue;
    wanted[host] =
      (wanted[host] as number) +
      (isFrozen[index] === 1 ? (rates[index] as number) : (own[index] as number));
    next[index] = first[host] as number;
    first[host] = index;
  }
  for (let host = 0; host < hostCount; host++) {
    if ((wanted[host] as number) > hostMost) {
      levelHost(chain(first[host] as number, next), { rates, isFrozen, own }, hostMost);
    }
  }
  return own;
}

function chain(first: number, next: Int32Array): number[] {
  const members: number[] = [];
  for (let index = first; index >= 0; index = next[index] as number) members.push(index);
  return members;
}

/** Shares a host's limit among its jobs that still rise. */
function levelHost(members: readonly number[], { rates, isFrozen, own }: Rising, hostMost: number) {
  let room = hostMost;
  const rising: number[] = [];
  for (const index of members) {
    if (isFrozen[index] === 1) room -= rates[index] as number;
    else rising.push(index);
  }
  const level = waterLevel(rising, () => 1, own, room);
  for (const index of rising) own[index] = Math.min(own[index] as number, level);
}

/** The shared limit that fills first as all rise, and the level then; null where none fills. */
function firstFull(flows: readonly Flow[], limits: readonly SharedLimit[], rising: Rising) {
  let first: Full | null = null;
  for (let limit = 0; limit < limits.length; limit++) {
    const level = levelOf(flows, limit, (limits[limit] as SharedLimit).mibPerSecond, rising);
    if (level < (first?.level ?? Number.POSITIVE_INFINITY)) first = { limit, level };
  }
  return first;
}

function levelOf(
  flows: readonly Flow[],
  limit: number,
  mibPerSecond: number,
  { rates, isFrozen, own }: Rising,
): number {
  let room = mibPerSecond;
  let wanted = 0;
  for (let index = 0; index < flows.length; index++) {
    const weight = (flows[index] as Flow).weights[limit] as number;
    if (isFrozen[index] === 1) room -= weight * (rates[index] as number);
    else wanted += weight * (own[index] as number);
  }
  if (wanted <= room) return Number.POSITIVE_INFINITY;
  const weightOf = (index: number) => (flows[index] as Flow).weights[limit] as number;
  const users: number[] = [];
  for (let index = 0; index < flows.length; index++) {
    if (isFrozen[index] === 0 && weightOf(index) > 0) users.push(index);
  }
  return waterLevel(users, weightOf, own, room);
}

/**
 * The level L at which Σ weight·min(L, most) fills the room; infinite where all have their most before. Those whose
 * most is below the level leave the rest to the others, until nobody is.
 */
function waterLevel(
  users: readonly number[],
  weightOf: (index: number) => number,
  most: Float64Array,
  room: number,
): number {
  let open = users;
  let left = room;
  for (;;) {
    let weights = 0;
    for (const index of open) weights += weightOf(index);
    if (weights === 0) return Number.POSITIVE_INFINITY;
    const level = Math.max(0, left / weights);
    const above = open.filter((index) => (most[index] as number) > level);
    if (above.length === open.length) return level;
    for (const index of open) {
      const own = most[index] as number;
      if (own <= level) left -= weightOf(index) * own;
    }
    open = above;
  }
}
