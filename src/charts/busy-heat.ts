import type { Performance } from '../model/performance/answer.ts';
import type { HeatCell, HeatMap } from './host-use.ts';

/** More cells than this are neither legible nor drawn within a frame or two. */
const mostCells = 2400;
const mostColumns = 160;
const mostRows = 168;
/** Above every step of the scale, and drawn as overloaded. */
const overloaded = 9;

/** The processors of every host, slot by slot, the busiest host first; long axes show the highest of neighbours. */
export function busyHeat({ hosts, slots, cpu }: Performance): HeatMap {
  const { slotCount } = slots;
  const at = (host: number, slot: number) => {
    const busy = cpu.busy[host * slotCount + slot] ?? 0;
    return busy === Infinity ? overloaded : busy;
  };
  const peakOf = (host: number, from: number, until: number) => {
    let peak = 0;
    for (let slot = from; slot < until; slot++) peak = Math.max(peak, at(host, slot));
    return peak;
  };
  const peaks = Array.from({ length: hosts }, (_, host) => peakOf(host, 0, slotCount));
  const order = peaks
    .map((peak, host) => ({ host, peak }))
    .sort((a, b) => b.peak - a.peak || a.host - b.host)
    .map(({ host }) => host);
  const slotsPerRow = Math.ceil(slotCount / mostRows);
  const rows = Array.from(
    { length: Math.ceil(slotCount / slotsPerRow) },
    (_, row) => row * slotsPerRow,
  );
  const room = Math.max(1, Math.min(mostColumns, Math.floor(mostCells / rows.length)));
  const hostsPerColumn = Math.max(1, Math.ceil(hosts / room));
  const columns: number[][] = [];
  for (let first = 0; first < hosts; first += hostsPerColumn) {
    columns.push(order.slice(first, first + hostsPerColumn));
  }
  const cells: HeatCell[] = columns.flatMap((own, column) =>
    rows.map((row) => ({
      column,
      row,
      ratio: Math.max(
        ...own.map((host) => peakOf(host, row, Math.min(slotCount, row + slotsPerRow))),
      ),
    })),
  );
  return { cells, columns, hostCount: hosts, hostsPerColumn };
}
