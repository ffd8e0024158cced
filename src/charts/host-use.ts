import type { ConsolidationPlan, HostSlots } from '../model/consolidation/answer.ts';
import type { Resource } from '../model/fleet/resources.ts';

/** One cell of the heat map: a column of hosts (fullest first) in one row, and how full the fullest of them is. */
export interface HeatCell {
  readonly column: number;
  /** Key of the row: a resource, or a slot's number. */
  readonly row: Resource | number;
  readonly ratio: number;
}

export interface HeatMap {
  readonly cells: readonly HeatCell[];
  /** Hosts of each column. */
  readonly columns: readonly (readonly number[])[];
  readonly hostCount: number;
  /** Hosts that share a column; 1 as long as there is room for all. */
  readonly hostsPerColumn: number;
}

/** More cells than this are neither legible nor drawn within a frame or two. */
const mostCells = 2400;
const mostColumns = 160;

const resourcesOf = (plan: ConsolidationPlan) => Object.keys(plan.utilization) as Resource[];

/** Highest ratio of a host over all slots. */
function peakOf({ slotCount, ratio }: HostSlots, host: number): number {
  let peak = 0;
  for (let slot = 0; slot < slotCount; slot++) {
    peak = Math.max(peak, ratio[host * slotCount + slot] ?? 0);
  }
  return peak;
}

/** Hosts from the fullest (in its fullest resource) to the emptiest, with that peak. */
export function hostsByPeak(
  plan: ConsolidationPlan,
): readonly { readonly host: number; readonly peak: number }[] {
  const all = Object.values(plan.utilization);
  return Array.from({ length: plan.hosts }, (_, host) => ({
    host,
    peak: Math.max(0, ...all.map((slots) => peakOf(slots, host))),
  })).sort((a, b) => b.peak - a.peak || a.host - b.host);
}

interface Rows {
  readonly keys: readonly (Resource | number)[];
  readonly ratioOf: (key: Resource | number, host: number) => number;
}

function heatMap(plan: ConsolidationPlan, { keys, ratioOf }: Rows): HeatMap {
  const order = hostsByPeak(plan);
  const room = Math.max(1, Math.min(mostColumns, Math.floor(mostCells / keys.length)));
  const hostsPerColumn = Math.max(1, Math.ceil(order.length / room));
  const columnCount = Math.ceil(order.length / hostsPerColumn);
  const cells: HeatCell[] = [];
  const columns: number[][] = [];
  for (let column = 0; column < columnCount; column++) {
    const hosts = order
      .slice(column * hostsPerColumn, (column + 1) * hostsPerColumn)
      .map(({ host }) => host);
    columns.push(hosts);
    for (const row of keys) {
      cells.push({ column, row, ratio: Math.max(...hosts.map((host) => ratioOf(row, host))) });
    }
  }
  return { cells, columns, hostCount: order.length, hostsPerColumn };
}

/** Every host and resource at its own peak. */
export const heatByResource = (plan: ConsolidationPlan): HeatMap =>
  heatMap(plan, {
    keys: resourcesOf(plan),
    ratioOf: (resource, host) => {
      const slots = plan.utilization[resource as Resource];
      return slots === undefined ? 0 : peakOf(slots, host);
    },
  });

/** One resource of every host, slot by slot. Long axes are thinned to the highest of neighbouring slots. */
export function heatOverTime(plan: ConsolidationPlan, resource: Resource): HeatMap {
  const slots = plan.utilization[resource];
  const slotCount = slots?.slotCount ?? 0;
  const slotsPerRow = Math.max(1, Math.ceil(slotCount / 168));
  const rowCount = Math.ceil(slotCount / slotsPerRow);
  return heatMap(plan, {
    keys: Array.from({ length: rowCount }, (_, row) => row * slotsPerRow),
    ratioOf: (first, host) => {
      let peak = 0;
      const end = Math.min(slotCount, Number(first) + slotsPerRow);
      for (let slot = Number(first); slot < end; slot++) {
        peak = Math.max(peak, slots?.ratio[host * slotCount + slot] ?? 0);
      }
      return peak;
    },
  });
}
