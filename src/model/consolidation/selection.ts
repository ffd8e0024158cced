import type { Fleet } from '../fleet/fleet.ts';
import type { ExcludePolicy } from '../scenario.ts';
import type { LeftOut, Note } from './answer.ts';

/** The workloads that a plan places, and how many it leaves out and why. */
export interface Selection {
  /** Fleet rows to place, ascending. */
  readonly rows: Int32Array;
  readonly left: LeftOut;
  readonly notes: readonly Note[];
}

/** Index of 'off' and 'suspended' in `powerStates`. */
const off = 1;
const suspended = 2;

/** Chooses the workloads to place: by default neither templates nor machines that are switched off. */
export function selectWorkloads(fleet: Fleet, exclude: ExcludePolicy): Selection {
  const named = new Set(exclude.names);
  const rows: number[] = [];
  let poweredOff = 0;
  let templates = 0;
  let byName = 0;
  for (let row = 0; row < fleet.count; row++) {
    const state = fleet.powerState[row];
    if (named.delete(fleet.names[row] as string)) byName++;
    else if (exclude.templates && fleet.isTemplate[row] === 1) templates++;
    else if (exclude.poweredOff && (state === off || state === suspended)) poweredOff++;
    else rows.push(row);
  }
  const notes = [...named].map((name): Note => ({ kind: 'name-unknown', name, rule: 'exclude' }));
  return { rows: Int32Array.from(rows), left: { poweredOff, templates, byName }, notes };
}
