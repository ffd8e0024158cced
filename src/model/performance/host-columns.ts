import { at, item } from '../columns.ts';
import type { Capacity } from '../consolidation/capacity.ts';
import { demandByHost, type Placed } from '../consolidation/host-loads.ts';
import type { Limit } from '../consolidation/placement-problem.ts';
import type { MeasuredResource } from '../fleet/resources.ts';
import type { Scenario } from '../scenario.ts';
import { highest } from './highest.ts';

/** The demand of one resource on every host and slot of the plan's axis, with what each host type offers. */
export interface HostDemand {
  readonly resource: MeasuredResource;
  readonly slotCount: number;
  /** `[host * slotCount + slot]` */
  readonly values: Float64Array;
  /** One a host type; null where the type is not limited. */
  readonly capacities: readonly (Capacity | null)[];
}

/** Reads a limit's demand by host, a flat figure at every slot, times the load that is asked about. */
export function hostDemand(
  limit: Limit,
  placed: Placed,
  slotCount: number,
  { performance }: Scenario,
): HostDemand {
  const own = demandByHost(placed, limit);
  const ownCount = limit.demand.slotCount;
  const hostCount = placed.typeOf.length;
  const values = new Float64Array(hostCount * slotCount);
  for (let host = 0; host < hostCount; host++) {
    for (let slot = 0; slot < slotCount; slot++) {
      const from = host * ownCount + (ownCount === 1 ? 0 : slot);
      values[host * slotCount + slot] = at(own, from) * performance.loadRatio;
    }
  }
  return {
    resource: limit.demand.resource as MeasuredResource,
    slotCount,
    values,
    capacities: limit.capacities,
  };
}

/** The slot with the highest demand on a host, and that demand. */
export function worstSlot({ slotCount, values }: HostDemand, host: number) {
  const slot = highest(values, host, slotCount);
  return { slot, demand: at(values, host * slotCount + slot) };
}

/** What a host type's processors are, as the queue sees them. */
export interface CpuType {
  readonly coreCount: number;
  /** What they do without a hypervisor, generation and hyper-threading counted (MHz). */
  readonly bareMhz: number;
  readonly efficiency: number;
  readonly capacity: Capacity;
}

/**
 * The processors of each host type. Cores are the servers of the queue: hyper-threading makes them faster by its yield
 * and does not make more of them, which is the careful choice (two threads of a core wait for each other).
 */
export function cpuTypes({ capacities }: HostDemand, { hostTypes }: Scenario): readonly CpuType[] {
  return hostTypes.map((type, index) => {
    const capacity = item(capacities, index);
    if (capacity === null) throw new Error(`host type ${type.id} has no processors`);
    const { because, effective } = capacity;
    const overhead = because.find(({ step }) => step === 'overhead');
    const efficiency = overhead !== undefined && 'factor' in overhead ? overhead.factor : 1;
    return {
      coreCount: type.socketCount * type.coresPerSocket,
      bareMhz: effective / efficiency,
      efficiency,
      capacity,
    };
  });
}
