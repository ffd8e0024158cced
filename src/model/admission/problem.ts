import { at, item } from '../columns.ts';
import { hostCapacity } from '../consolidation/capacity.ts';
import type { Question } from '../consolidation/question.ts';
import { tolerance } from '../packing/core.ts';
import type { Cluster } from '../survival/cluster.ts';
import type { CpuAndMemory, SlotCap } from './slots.ts';

/** Hosts, and machines that ask to be started one after the other. */
export interface AdmissionProblem {
  readonly failures: number;
  readonly seed: number;
  readonly typeOf: Int32Array;
  /** What each host offers to reservations: all of it, no target. */
  readonly hosts: readonly CpuAndMemory[];
  /** Reservation of each item of the plan. */
  readonly reservations: readonly CpuAndMemory[];
  /** Items in the order in which they ask; an item comes as often as the fleet does. */
  readonly asked: Int32Array;
  readonly cap: SlotCap;
  readonly reservedRatio: number;
  readonly slotCount: number;
  /** Demand of the items, a column a resource. */
  readonly columns: Cluster['columns'];
  /** Host-major, of every day and while hosts are down. */
  readonly normalCapacity: Float64Array;
  readonly failureCapacity: Float64Array;
}

export function admissionProblem(
  question: Question,
  typeOf: Int32Array,
  failures: number,
): AdmissionProblem {
  const { scenario, placement } = question;
  const { admission } = scenario.availability;
  const itemCount = question.selection.rows.length;
  const effective = (type: number, resource: 'cpu' | 'memory') =>
    hostCapacity(item(scenario.hostTypes, type), resource, scenario)?.effective ??
    Number.POSITIVE_INFINITY;
  const peak = (resource: 'cpu' | 'memory', index: number) => {
    const limit = placement.limits.find(({ demand }) => demand.resource === resource);
    if (limit === undefined) return 0;
    const { slotCount, values } = limit.demand;
    let most = 0;
    for (let slot = 0; slot < slotCount; slot++) {
      most = Math.max(most, at(values, index * slotCount + slot));
    }
    return most;
  };
  const capacities = (figure: 'normal' | 'inFailure') =>
    Float64Array.from(
      [...typeOf].flatMap((type) =>
        placement.limits.map(
          ({ firstDimension }) =>
            at(item(placement[figure].binTypes, type).capacity, firstDimension) * (1 + tolerance),
        ),
      ),
    );
  return {
    failures,
    seed: scenario.seed,
    typeOf,
    hosts: Array.from(typeOf, (type) => ({
      cpuMhz: effective(type, 'cpu'),
      memoryGib: effective(type, 'memory'),
    })),
    reservations: Array.from({ length: itemCount }, (_, index) => ({
      cpuMhz: Math.max(admission.leastCpuMhz, peak('cpu', index) * admission.cpuReservationRatio),
      memoryGib: peak('memory', index) * admission.memoryReservationRatio,
    })),
    asked: Int32Array.from({ length: itemCount * admission.rounds }, (_, turn) => turn % itemCount),
    cap: { cpuMhz: admission.slotCpuMhz, memoryGib: admission.slotMemoryGib },
    reservedRatio: admission.reservedRatio ?? failures / typeOf.length,
    slotCount: question.axis.slotCount,
    columns: placement.limits.map(({ demand: { slotCount, values } }) => ({ slotCount, values })),
    normalCapacity: capacities('normal'),
    failureCapacity: capacities('inFailure'),
  };
}

/** Admitted machines, in the order of admission: which asked (their turn), and their host. */
export interface AdmittedMachines {
  readonly rank: Int32Array;
  readonly hostOf: Int32Array;
}

/** The admitted machines on their hosts, by reservations or by demand, as the check of losses reads them. */
export function clusterOfAdmitted(
  problem: AdmissionProblem,
  { rank, hostOf }: AdmittedMachines,
  figure: 'reservation' | 'demand',
): Cluster {
  const { asked, hosts, typeOf } = problem;
  const items = Int32Array.from(rank, (turn) => at(asked, turn));
  const byReservation = figure === 'reservation';
  const columns = byReservation
    ? [
        column(items, ({ cpuMhz }) => cpuMhz, problem),
        column(items, ({ memoryGib }) => memoryGib, problem),
      ]
    : problem.columns.map(({ slotCount, values }) => ({
        slotCount,
        values: rowsOf(values, slotCount, items),
      }));
  return {
    hostCount: hosts.length,
    pieceCount: rank.length,
    itemsOf: Array.from(rank, (_, index) => [index]),
    weight: new Int32Array(rank.length).fill(1),
    home: hostOf,
    slotCount: byReservation ? 1 : problem.slotCount,
    resourceCount: columns.length,
    capacity: byReservation
      ? Float64Array.from(hosts.flatMap(({ cpuMhz, memoryGib }) => [cpuMhz, memoryGib]))
      : problem.failureCapacity,
    columns,
    apartOf: null,
    typeOf,
    pinOf: null,
  };
}

const column = (
  items: Int32Array,
  read: (reservation: CpuAndMemory) => number,
  { reservations }: AdmissionProblem,
) => ({
  slotCount: 1,
  values: Float64Array.from(items, (index) => read(item(reservations, index))),
});

function rowsOf(values: Float64Array, slotCount: number, items: Int32Array): Float64Array {
  const rows = new Float64Array(items.length * slotCount);
  for (const [place, index] of items.entries()) {
    rows.set(values.subarray(index * slotCount, (index + 1) * slotCount), place * slotCount);
  }
  return rows;
}
