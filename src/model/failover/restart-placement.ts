import { at, item } from '../columns.ts';
import type { Cluster } from './cluster.ts';
import type { Machines } from './machines.ts';

/** Where machines go that must restart. */
export interface RestartPlacement {
  /**
   * Finds a host for each machine of a batch, which comes in the order of restart, and gives it that place.
   *
   * @returns how many found a place; the others keep the one they had
   */
  place(batch: Int32Array, eligible: Uint8Array): number;
  /** After a failed attempt: the dimension that is shortest on the host that comes closest; −1: no host may take it. */
  shortage(vm: number, eligible: Uint8Array): number;
}

/** Rounding of sums of loads. */
const tolerance = 1e-9;

type Choice = 'even' | 'tight';

/**
 * Places restarting machines on the hosts that are left, within what a host may carry while hosts are down, and under
 * the same rules as the plan: not together with those kept apart, only on the host type that was pinned.
 *
 * `one-by-one` is what products do: each machine in its turn, to the host that it fills least. `planned` is ours: the
 * batch as a whole, tried in several orders, largest first among them, so that the fewest machines stay without a place,
 * the important ones last. An empty host never makes `planned` worse: it also tries what it would do without the empty
 * hosts, and then lets them take what is left.
 */
export class Placer implements RestartPlacement {
  private readonly cluster: Cluster;
  private readonly machines: Machines;
  private readonly priorityOf: Uint8Array;
  private readonly isPlanned: boolean;
  private readonly sizeOf: Float64Array;
  /** By how much each machine makes any host fuller at least: its smallest share of the largest host. */
  private readonly leastShareOf: Float64Array;
  private readonly apartSets: readonly (readonly Int32Array[])[];

  constructor(
    cluster: Cluster,
    machines: Machines,
    priorityOf: Uint8Array,
    placement: 'one-by-one' | 'planned',
  ) {
    this.cluster = cluster;
    this.machines = machines;
    this.priorityOf = priorityOf;
    this.isPlanned = placement === 'planned';
    this.sizeOf = shares(cluster, Math.max, 0);
    this.leastShareOf = shares(cluster, Math.min, 1);
    const apart: Int32Array[][] = cluster.vmNames.map(() => []);
    for (const set of cluster.apart) for (const vm of set) item(apart, vm).push(set);
    this.apartSets = apart;
  }

  place(batch: Int32Array, eligible: Uint8Array): number {
    return this.isPlanned && batch.length > 1
      ? this.placePlanned(batch, eligible)
      : this.placeInOrder(batch, eligible, 'even');
  }

  shortage(vm: number, eligible: Uint8Array): number {
    const { demand, capacity, dimensions } = this.cluster;
    const count = dimensions.length;
    let dimension = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let host = 0; host < eligible.length; host++) {
      if (at(eligible, host) === 0) continue;
      let worst = 0;
      let worstAt = -1;
      for (let d = 0; d < count; d++) {
        const most = at(capacity, host * count + d);
        const excess =
          (at(this.machines.load, host * count + d) + at(demand, vm * count + d)) / most;
        if (excess > worst) {
          worst = excess;
          worstAt = d;
        }
      }
      if (worst < least) {
        least = worst;
        dimension = worstAt;
      }
    }
    return dimension;
  }

  private placeInOrder(order: Int32Array, eligible: Uint8Array, choice: Choice): number {
    let placed = 0;
    for (const vm of order) {
      const host = this.bestHost(vm, eligible, choice);
      if (host < 0) continue;
      this.machines.settle(vm, host);
      placed++;
    }
    return placed;
  }

  private placePlanned(batch: Int32Array, eligible: Uint8Array): number {
    const old = batch.map((vm) => at(this.machines.host, vm));
    const empty = emptyHosts(this.machines, eligible);
    let best: Int32Array | null = null;
    for (let without = 0; without <= empty.length; without++) {
      const found = this.bestOrder(batch, old, {
        eligible,
        last: empty.slice(empty.length - without),
      });
      if (best === null || this.isBetter(batch, found, best)) best = found;
      if (best.every((host) => host >= 0)) break;
    }
    let placed = 0;
    for (let index = 0; index < batch.length; index++) {
      const host = best === null ? -1 : at(best, index);
      if (host < 0) continue;
      this.machines.settle(at(batch, index), host);
      placed++;
    }
    return placed;
  }

  /** The best of several orders on some hosts; what finds no place there goes to the last ones. */
  private bestOrder(
    batch: Int32Array,
    old: Int32Array,
    { eligible, last }: { readonly eligible: Uint8Array; readonly last: readonly number[] },
  ): Int32Array {
    const main = eligible.slice();
    for (const host of last) main[host] = 0;
    const bySize = batch.toSorted((a, b) => at(this.sizeOf, b) - at(this.sizeOf, a) || a - b);
    let best: Int32Array | null = null;
    for (const order of [batch, bySize, this.byPriorityAndSize(batch)]) {
      for (const choice of ['even', 'tight'] as const) {
        this.placeInOrder(order, main, choice);
        const found = batch.map((vm, index) => this.placeOf(vm, at(old, index)));
        for (const host of last) this.fill(batch, found, host);
        this.takeBack(batch, old);
        if (best === null || this.isBetter(batch, found, best)) best = found;
        if (best.every((host) => host >= 0)) return best;
      }
    }
    return best ?? batch.map(() => -1);
  }

  private byPriorityAndSize(batch: Int32Array): Int32Array {
    return batch.toSorted(
      (a, b) =>
        at(this.priorityOf, a) - at(this.priorityOf, b) ||
        at(this.sizeOf, b) - at(this.sizeOf, a) ||
        a - b,
    );
  }

  /** A machine that is loaded has a place; the others only a host on which they were. */
  private placeOf(vm: number, old: number): number {
    const host = at(this.machines.host, vm);
    return host !== old || this.machines.isPlaced(vm) ? host : -1;
  }

  /** First fit of what has no place on one more host. */
  private fill(batch: Int32Array, found: Int32Array, host: number): void {
    for (let index = 0; index < batch.length; index++) {
      if (at(found, index) >= 0 || !this.fits(at(batch, index), host)) continue;
      this.machines.settle(at(batch, index), host);
      found[index] = host;
    }
  }

  private takeBack(batch: Int32Array, old: Int32Array): void {
    for (let index = batch.length - 1; index >= 0; index--) {
      const vm = at(batch, index);
      if (!this.machines.isPlaced(vm)) continue;
      this.machines.settle(vm, at(old, index));
      this.machines.unload(vm);
    }
  }

  /** Fewer without a place in the first priority, then in the second … */
  private isBetter(batch: Int32Array, one: Int32Array, other: Int32Array): boolean {
    for (let priority = 1; priority <= 5; priority++) {
      let difference = 0;
      for (let index = 0; index < batch.length; index++) {
        if (at(this.priorityOf, at(batch, index)) !== priority) continue;
        difference += (at(one, index) < 0 ? 1 : 0) - (at(other, index) < 0 ? 1 : 0);
      }
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  private bestHost(vm: number, eligible: Uint8Array, choice: Choice): number {
    const isEven = choice === 'even';
    const { fullness } = this.machines;
    const growth = at(this.leastShareOf, vm);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let host = 0; host < eligible.length; host++) {
      // A host that would be fuller than the best whichever its fullest resource is, cannot become the best.
      if (eligible[host] === 0 || (isEven && (fullness[host] as number) + growth >= least))
        continue;
      if (!this.mayTake(vm, host)) continue;
      const full = this.fullnessWith(vm, host, isEven ? least : 2);
      const score = isEven ? full : -full;
      if (full <= 1 && score < least) {
        least = score;
        best = host;
      }
    }
    return best;
  }

  fits(vm: number, host: number): boolean {
    return this.mayTake(vm, host) && this.fullnessWith(vm, host, 2) <= 1;
  }

  /** How full the fullest dimension of a host would be; some figure not below `enough` where it is that full. */
  private fullnessWith(vm: number, host: number, enough: number): number {
    const { demand, capacity, dimensions } = this.cluster;
    const { load } = this.machines;
    const count = dimensions.length;
    const own = host * count;
    const of = vm * count;
    let fullest = 0;
    for (let d = 0; d < count; d++) {
      const need = demand[of + d] as number;
      const most = capacity[own + d] as number;
      const sum = (load[own + d] as number) + need;
      // A dimension that the machine does not use cannot keep it out.
      const ratio = most > 0 ? sum / most : need > 0 ? 2 : 0;
      if (need > 0 && sum > most * (1 + tolerance)) return 2;
      if (ratio > fullest) fullest = ratio;
      if (fullest >= enough) return fullest;
    }
    return Math.min(1, fullest);
  }

  private mayTake(vm: number, host: number): boolean {
    const { typeOnly, hostType, mostVmsPerHost } = this.cluster;
    if (at(this.machines.vmsOn, host) >= mostVmsPerHost) return false;
    const only = at(typeOnly, vm);
    if (only >= 0 && only !== at(hostType, host)) return false;
    const sets = item(this.apartSets, vm);
    for (let index = 0; index < sets.length; index++) {
      for (const other of item(sets, index)) {
        if (
          other !== vm &&
          at(this.machines.host, other) === host &&
          this.machines.isPlaced(other)
        ) {
          return false;
        }
      }
    }
    return true;
  }
}

/** The largest, or smallest, share of the largest host that each machine takes in any dimension. */
function shares(
  { demand, capacity, dimensions, vmNames, hostNames }: Cluster,
  choose: (one: number, other: number) => number,
  start: number,
): Float64Array {
  const count = dimensions.length;
  const largest = new Float64Array(count);
  for (let host = 0; host < hostNames.length; host++) {
    for (let d = 0; d < count; d++) {
      largest[d] = Math.max(at(largest, d), at(capacity, host * count + d));
    }
  }
  return Float64Array.from(vmNames, (_, vm) => {
    let share = start;
    for (let d = 0; d < count; d++) {
      if (at(largest, d) > 0) share = choose(share, at(demand, vm * count + d) / at(largest, d));
    }
    return share;
  });
}

function emptyHosts(machines: Machines, eligible: Uint8Array): number[] {
  const hosts: number[] = [];
  for (let host = 0; host < eligible.length; host++) {
    if (at(eligible, host) === 1 && at(machines.vmsOn, host) === 0) hosts.push(host);
  }
  return hosts;
}
