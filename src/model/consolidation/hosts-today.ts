import { at, item } from '../columns.ts';
import { type ExistingHost, labelAt } from '../fleet/fleet.ts';
import type { HostType } from '../scenario.ts';
import type { Note } from './answer.ts';
import type { Question } from './question.ts';

/** The hosts that the planned workloads run on today, as bins of the plan. */
export interface HostsToday {
  readonly names: readonly string[];
  /** Candidate host type that each is; −1 for one that is none of them and so is to go. */
  readonly typeOf: Int32Array;
  /** Host of each item; −1 where the fleet does not say. */
  readonly home: Int32Array;
  readonly notes: readonly Note[];
}

/** Memory and clock are compared this closely: what a hypervisor reports is a little less than what was bought. */
const alike = 0.02;

/** Null where the fleet names no host of any planned workload. */
export function hostsToday({ fleet, scenario, selection }: Question): HostsToday | null {
  const indexOf = new Map<string, number>(fleet.hosts.map(({ name }, index) => [name, index]));
  const home = Int32Array.from(selection.rows, (row) => {
    const name = labelAt(fleet.labels.host, row);
    if (name === '') return -1;
    const index = indexOf.get(name) ?? indexOf.size;
    indexOf.set(name, index);
    return index;
  });
  const unknown = home.filter((host) => host < 0).length;
  if (unknown === home.length) return null;
  const names = [...indexOf.keys()];
  let assumed = 0;
  const typeOf = Int32Array.from(names, (_, index) => {
    const host = fleet.hosts[index];
    if (host !== undefined && isDescribed(host)) {
      return scenario.hostTypes.findIndex((type) => isSame(host, type));
    }
    // Nothing is known of it: where there is one candidate it is taken for that, which a note says.
    if (scenario.hostTypes.length > 1) return -1;
    assumed++;
    return 0;
  });
  const going = typeOf.filter((type) => type < 0).length;
  const notes: Note[] = [];
  if (unknown > 0) notes.push({ kind: 'host-unknown', workloads: unknown });
  if (going > 0) notes.push({ kind: 'hosts-go', hosts: going });
  if (assumed > 0) {
    const hostType = item(scenario.hostTypes, 0).id;
    notes.push({ kind: 'host-type-assumed', hosts: assumed, hostType });
  }
  return { names, typeOf, home, notes };
}

const isDescribed = ({ coreCount, memoryGib }: ExistingHost) =>
  coreCount !== null && memoryGib !== null;

/** Whether a host of today is of a candidate type: as many cores, as much memory and, where known, the same clock. */
function isSame({ coreCount, memoryGib, coreMhz }: ExistingHost, type: HostType): boolean {
  const isClose = (own: number | null, other: number) =>
    own !== null && Math.abs(own - other) <= alike * other;
  return (
    coreCount === type.socketCount * type.coresPerSocket &&
    isClose(memoryGib, type.memoryGib) &&
    (coreMhz === null || isClose(coreMhz, type.coreMhz))
  );
}

/** How many items have a host that they could stay on. */
export const staying = ({ home, typeOf }: HostsToday) =>
  home.filter((host) => host >= 0 && at(typeOf, host) >= 0).length;
