import { at, item } from '../columns.ts';
import {
  devices,
  type Overload,
  type Performance,
  type SlotSummary,
  type Waited,
  type Worst,
} from './answer.ts';
import { type HostDemand, worstSlot } from './host-columns.ts';

type Columns = Pick<
  Performance,
  'hosts' | 'slots' | 'cpu' | 'devices' | 'memory' | 'hostTypeIndex'
>;

/** Every slot over all hosts: the mean, weighted by load, and the slowest host. */
export function slotSummaries({ hosts, slots, cpu }: Columns, demand: HostDemand): SlotSummary[] {
  const { slotCount } = slots;
  return Array.from({ length: slotCount }, (_, slot) => {
    let [weight, sum, worstHost, overloadedHosts] = [0, 0, 0, 0];
    for (let host = 0; host < hosts; host++) {
      const index = host * slotCount + slot;
      const factor = at(cpu.stretch, index);
      if (factor > at(cpu.stretch, worstHost * slotCount + slot)) worstHost = host;
      if (factor === Infinity) overloadedHosts++;
      else {
        weight += at(demand.values, index);
        sum += at(demand.values, index) * factor;
      }
    }
    const worst = at(cpu.stretch, worstHost * slotCount + slot);
    return {
      slot,
      meanStretch: weight > 0 ? sum / weight : null,
      worstHost,
      worstStretch: worst === Infinity ? null : worst,
      overloadedHosts,
    };
  });
}

/** Where work waits longest: the processors against the other devices, each by its stretch. */
export function worstOf({ hosts, slots, cpu, devices: columns }: Columns): Worst {
  let worst: Worst = { host: 0, slot: 0, waitsFor: 'cpu', isOverloaded: false };
  let most = -1;
  const consider = (waitsFor: Waited, factors: Float64Array) => {
    for (let index = 0; index < hosts * slots.slotCount; index++) {
      const factor = at(factors, index);
      // Of overloaded hosts the first is named; the list of overloads has all.
      if (!(factor > most)) continue;
      most = factor;
      worst = {
        host: Math.floor(index / slots.slotCount),
        slot: index % slots.slotCount,
        waitsFor,
        isOverloaded: factor === Infinity,
      };
    }
  };
  consider('cpu', cpu.stretch);
  for (const device of devices) {
    const own = columns[device];
    if (own !== undefined) consider(device, own.stretch);
  }
  return worst;
}

export interface Asked {
  readonly demand: HostDemand;
  /** What a host does of it when nothing is left free. */
  readonly most: (host: number) => number;
}

/** Every host and resource that is asked for more than it does, with how much is asked and how much it does. */
export function overloads(columns: Columns, asked: readonly Asked[]): Overload[] {
  return Array.from({ length: columns.hosts }, (_, host) => [
    ...asked.flatMap((one) => overloadOf(columns, one, host)),
    ...shortMemory(columns, host),
  ]).flat();
}

function overloadOf(
  { slots, cpu, devices: own }: Columns,
  { demand, most }: Asked,
  host: number,
): Overload[] {
  const resource = demand.resource as Waited;
  const busy = resource === 'cpu' ? cpu.busy : own[resource]?.busy;
  const slotCount = busy === undefined ? 0 : overloadedSlots(busy, host, slots.slotCount);
  if (slotCount === 0) return [];
  const worst = worstSlot(demand, host);
  return [
    {
      host,
      resource,
      slot: worst.slot,
      slotCount,
      demand: worst.demand,
      capacity: most(host),
    },
  ];
}

function shortMemory({ memory }: Columns, host: number): Overload[] {
  const { shortGib, capacityGib, wantedGib, slot } = item(memory, host);
  return shortGib > 0
    ? [{ host, resource: 'memory', slot, slotCount: 1, demand: wantedGib, capacity: capacityGib }]
    : [];
}

function overloadedSlots(busy: Float64Array, host: number, slotCount: number): number {
  let count = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    if (at(busy, host * slotCount + slot) === Infinity) count++;
  }
  return count;
}
