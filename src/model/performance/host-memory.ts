import { at } from '../columns.ts';
import { measuredFigures } from '../consolidation/figures.ts';
import type { Question } from '../consolidation/question.ts';
import { foldSlots } from '../consolidation/slots.ts';
import type { HostMemoryAnswer, PerformanceNote } from './answer.ts';
import { highest } from './highest.ts';
import { type HostMemory, memoryPressure } from './memory-pressure.ts';

/** The memory of every host, beside what it does about it. */
export interface MemoryOfHosts {
  readonly hosts: readonly HostMemoryAnswer[];
  readonly notes: readonly PerformanceNote[];
}

/**
 * Memory by host at its worst slot. Guests count with what they are configured with, whatever the plan counted: a
 * product has to give it to a guest that asks.
 */
export function memoryOfHosts(
  { fleet, scenario, selection, axis }: Question,
  hostOf: Int32Array,
  typeOf: Int32Array,
): MemoryOfHosts {
  const { demand, capacity, hostTypes, performance } = scenario;
  const { rows } = selection;
  const growth = (1 + demand.growthPerYearRatio) ** demand.growthYears;
  const configured = Float64Array.from(rows, (row) => {
    const value = at(fleet.memoryConfiguredGib, row);
    return Number.isNaN(value) ? 0 : value * growth;
  });
  const folding =
    demand.kind === 'coincident' && fleet.profile !== null
      ? foldSlots(fleet.profile, demand)
      : null;
  const active = measuredFigures({ fleet, rows, policy: demand, folding, notes: [] }, 'memory');
  const hostCount = typeOf.length;
  const sums = {
    wanted: new Float64Array(hostCount),
    /** What the hypervisor adds for the guests. */
    added: new Float64Array(hostCount),
    shareable: shareableByHost({ fleet, rows, hostOf, configured, hostCount }),
    /** What guests use, by host and slot. */
    used: new Float64Array(hostCount * axis.slotCount),
  };
  let unknown = 0;
  rows.forEach((_, i) => {
    const host = at(hostOf, i);
    const own = at(configured, i);
    sums.added[host] = at(sums.added, host) + capacity.vmMemoryGib * growth;
    sums.wanted[host] = at(sums.wanted, host) + own + capacity.vmMemoryGib * growth;
    let isKnown = true;
    for (let slot = 0; slot < axis.slotCount; slot++) {
      const use = at(active.values, i * active.slotCount + (active.slotCount === 1 ? 0 : slot));
      if (Number.isNaN(use)) isKnown = false;
      const index = host * axis.slotCount + slot;
      const used = Number.isNaN(use) ? own : Math.min(own, use * growth);
      sums.used[index] = at(sums.used, index) + used;
    }
    if (!isKnown) unknown++;
  });
  const hosts = Array.from({ length: hostCount }, (_, host) => {
    const type = hostTypes[at(typeOf, host)];
    const capacityGib = Math.max(0, (type?.memoryGib ?? 0) - capacity.hostMemoryGib);
    const slot = highest(sums.used, host, axis.slotCount);
    const configuredGib = at(sums.wanted, host) - at(sums.added, host);
    const memory: HostMemory = {
      capacityGib,
      wantedGib: at(sums.wanted, host),
      shareableGib: at(sums.shareable, host) * performance.memory.identicalRatio,
      idleGib: Math.max(0, configuredGib - at(sums.used, host * axis.slotCount + slot)),
    };
    return {
      ...memoryPressure(memory, performance.memory),
      capacityGib,
      wantedGib: memory.wantedGib,
      slot,
    };
  });
  const notes: PerformanceNote[] =
    performance.memory.ballooning && unknown > 0
      ? [{ kind: 'idle-memory-unknown', workloads: unknown }]
      : [];
  return { hosts, notes };
}

interface ShareableQuestion {
  readonly fleet: Question['fleet'];
  readonly rows: Int32Array;
  readonly hostOf: Int32Array;
  readonly configured: Float64Array;
  readonly hostCount: number;
}

/** On each host, the memory of all guests of one operating system but the largest; unknown systems share nothing. */
function shareableByHost(question: ShareableQuestion): Float64Array {
  const { fleet, rows, hostOf, configured, hostCount } = question;
  const { texts, index } = fleet.labels.os;
  const shareable = new Float64Array(hostCount);
  const largest = new Map<number, number>();
  rows.forEach((row, i) => {
    const kind = at(index, row);
    if (texts[kind] === '') return;
    const host = at(hostOf, i);
    const own = at(configured, i);
    const key = host * texts.length + kind;
    const known = largest.get(key);
    largest.set(key, Math.max(known ?? 0, own));
    shareable[host] = at(shareable, host) + (known === undefined ? 0 : Math.min(known, own));
  });
  return shareable;
}
