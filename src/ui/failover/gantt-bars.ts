import type { GanttBar } from '~/charts/gantt-chart.ts';
import type { StateColumns } from '~/model/failover/answer.ts';
import { type VmState, vmStates } from '~/model/failover/recorder.ts';

/** The states of some machines as bars, without those in which nothing happens after all is back. */
export function ganttBars(
  states: StateColumns,
  rows: ReadonlyMap<number, string>,
  end: number,
): readonly GanttBar[] {
  const open = new Map<number, { from: number; state: number }>();
  const bars: GanttBar[] = [];
  const close = (vm: number, until: number) => {
    const row = rows.get(vm);
    const begun = open.get(vm);
    if (row === undefined || begun === undefined || until <= begun.from) return;
    bars.push({ row, from: begun.from, until, state: vmStates[begun.state] as VmState });
  };
  for (const vm of rows.keys()) open.set(vm, { from: 0, state: 0 });
  for (let index = 0; index < states.at.length; index++) {
    const [at, vm] = [states.at[index] as number, states.vm[index] as number];
    if (at >= end) break;
    close(vm, at);
    open.set(vm, { from: at, state: states.state[index] as number });
  }
  for (const vm of rows.keys()) close(vm, end);
  return bars;
}
