import { at } from '../columns.ts';
import type { HostType, Scenario } from '../scenario.ts';
import { type Fleet, labelAt } from './fleet.ts';
import { kindsOf } from './host-kinds.ts';

/** The hosts that a fleet runs on and that enough is known of (`isDescribed`), as a cluster that stands. */
export interface HostsToday {
  /** Row of each host in the inventory; its order is the inventory's. */
  readonly rows: Int32Array;
  readonly names: readonly string[];
  readonly types: readonly HostType[];
  readonly typeOf: Int32Array;
}

/** Null where no host is described well enough. */
export function hostsToday({ hosts }: Fleet): HostsToday | null {
  const kinds = kindsOf(hosts);
  if (kinds.length === 0) return null;
  const kindOf = new Int32Array(hosts.length).fill(-1);
  for (const [kind, { rows }] of kinds.entries()) for (const row of rows) kindOf[row] = kind;
  const rows = Int32Array.from(kindOf.keys()).filter((row) => at(kindOf, row) >= 0);
  return {
    rows,
    names: Array.from(rows, (row) => hosts[row]?.name ?? ''),
    types: kinds.map(({ type }) => type),
    typeOf: rows.map((row) => at(kindOf, row)),
  };
}

/**
 * Host of each workload asked for, as its place among the names; −1 where none of them is its host. Of two hosts of one
 * name the later counts.
 */
export function homesOf(
  { labels }: Fleet,
  workloads: Int32Array,
  names: readonly string[],
): Int32Array {
  const placeOf = new Map(names.map((name, place) => [name, place]));
  return workloads.map((row) => {
    const name = labelAt(labels.host, row);
    return name === '' ? -1 : (placeOf.get(name) ?? -1);
  });
}

/** The question asked of hosts that stand: pins name types of the plan's hosts, which these are not. */
export const onHostsToday = (scenario: Scenario, { types }: HostsToday): Scenario => ({
  ...scenario,
  hostTypes: types,
  rules: { ...scenario.rules, pinned: {} },
});
