import { at, item } from '../columns.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import type { Question } from '../consolidation/question.ts';
import type { Performance, VmColumns } from './answer.ts';

/** What each VM sees of its host's processors, slot by slot weighted by what it does itself. */
export function vmColumns(
  { fleet, selection, placement, axis }: Question,
  { hostOf }: Placed,
  cpu: Performance['cpu'],
): VmColumns {
  const columns = {
    meanResponse: new Float64Array(fleet.count).fill(Number.NaN),
    meanReadyRatio: new Float64Array(fleet.count).fill(Number.NaN),
    busiestResponse: new Float64Array(fleet.count).fill(Number.NaN),
    busiestSlot: new Int32Array(fleet.count),
  };
  const { demand } = item(placement.limits, 0);
  const { slotCount } = axis;
  selection.rows.forEach((row, i) => {
    const from = at(hostOf, i) * slotCount;
    let [weight, response, ready, busiest, most] = [0, 0, 0, 0, -1];
    for (let slot = 0; slot < slotCount; slot++) {
      const own = at(demand.values, i * demand.slotCount + (demand.slotCount === 1 ? 0 : slot));
      if (own > most) [busiest, most] = [slot, own];
      if (own <= 0) continue;
      weight += own;
      response += own * at(cpu.response, from + slot);
      // (R − S)/R; an overloaded host makes a VM wait all its time.
      ready += own * (1 - 1 / at(cpu.stretch, from + slot));
    }
    columns.busiestSlot[row] = busiest;
    columns.busiestResponse[row] = at(cpu.response, from + busiest);
    columns.meanResponse[row] = weight > 0 ? response / weight : at(cpu.response, from);
    columns.meanReadyRatio[row] = weight > 0 ? ready / weight : 0;
  });
  return columns;
}
