import { at, item } from '../columns.ts';
import { labelAt } from '../fleet/fleet.ts';
import { isDescribed, mayBe } from '../fleet/host-kinds.ts';
import { homesOf } from '../fleet/hosts-today.ts';
import type { Note } from './answer.ts';
import type { Question } from './question.ts';

/** The hosts that the planned workloads run on today, described or only named, as bins of the plan. */
export interface HostsAsBins {
  readonly names: readonly string[];
  /** Candidate host type that each is; −1 for one that is none of them and so is to go. */
  readonly typeOf: Int32Array;
  /** Host of each item; −1 where the fleet does not say. */
  readonly home: Int32Array;
  readonly notes: readonly Note[];
}

/** Null where the fleet names no host of any planned workload. */
export function hostsAsBins({ fleet, scenario, selection }: Question): HostsAsBins | null {
  const listed = fleet.hosts.map(({ name }) => name);
  const named = new Set(Array.from(selection.rows, (row) => labelAt(fleet.labels.host, row)));
  for (const name of ['', ...listed]) named.delete(name);
  const names = [...listed, ...named];
  const home = homesOf(fleet, selection.rows, names);
  const unknown = home.filter((host) => host < 0).length;
  if (unknown === home.length) return null;
  const { hostTypes } = scenario;
  const assumed = new Int32Array(hostTypes.length);
  const typeOf = Int32Array.from(names, (_, index) => {
    const host = fleet.hosts[index];
    if (host !== undefined && isDescribed(host)) {
      return hostTypes.findIndex((type) => mayBe(host, type));
    }
    // Not enough is known of it: if it can be of one candidate only, it is taken for that, which a note says.
    const possible = Array.from(hostTypes.keys()).filter(
      (type) => host === undefined || mayBe(host, item(hostTypes, type)),
    );
    const [only, other] = possible;
    if (only === undefined || other !== undefined) return -1;
    assumed[only] = at(assumed, only) + 1;
    return only;
  });
  const going = typeOf.filter((type) => type < 0).length;
  const notes: Note[] = [];
  if (unknown > 0) notes.push({ kind: 'host-unknown', workloads: unknown });
  if (going > 0) notes.push({ kind: 'hosts-go', hosts: going });
  for (const [type, hosts] of assumed.entries()) {
    const { id: hostType } = item(hostTypes, type);
    if (hosts > 0) notes.push({ kind: 'host-type-assumed', hosts, hostType });
  }
  return { names, typeOf, home, notes };
}
