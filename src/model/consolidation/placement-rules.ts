import { at, item } from '../columns.ts';
import { type Fleet, labelAt } from '../fleet/fleet.ts';
import type { PackingProblem, SpreadSet } from '../packing/problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Note } from './answer.ts';

type Rule = Extract<Note, { readonly kind: 'name-unknown' }>['rule'];

export interface Rules {
  readonly problem: Pick<
    PackingProblem,
    'apart' | 'together' | 'typeOnly' | 'mayUse' | 'domainCount' | 'spread'
  >;
  /** Host groups that have members: each has bin types of its own, behind those of the hosts for all. */
  readonly groupCount: number;
}

/**
 * The scenario's rules by name, as items; the fleet's own affinity and anti-affinity groups count too.
 *
 * Sets that are to be apart are spread over the failure domains as well, where there are any: two hosts of one rack
 * are apart only until the rack fails.
 */
export function placementRules(
  fleet: Fleet,
  rows: Int32Array,
  scenario: Scenario,
  notes: Note[],
): Rules {
  const items = finder(fleet, rows, notes);
  const several = (set: Int32Array) => set.length > 1;
  const { together, apart, spread, groups } = scenario.rules;
  const apartSets = [
    ...apart.map((names) => items(names, 'apart')),
    ...labelled(fleet, rows, 'antiAffinityGroup'),
  ].filter(several);
  const isFresh = scenario.movesPerHost === null;
  const hasMore = scenario.domainCount > 1 || groups.length > 0;
  if (!isFresh && hasMore) notes.push({ kind: 'groups-need-fresh' });
  const spreadSets = spread.map((names) => items(names, 'spread')).filter(several);
  const members = groups.map(({ workloads }) => items(workloads, 'groups'));
  const typeOnly = pins(scenario, items, notes, rows.length);
  const isGrouped = isFresh && groups.length > 0;
  const grouped = () =>
    pinnedWithin(mayUse(members, scenario, rows.length), typeOnly, scenario.hostTypes.length);
  return {
    problem: {
      together: [
        ...together.map((names) => items(names, 'together')),
        ...labelled(fleet, rows, 'affinityGroup'),
      ].filter(several),
      apart: apartSets,
      typeOnly: isGrouped ? null : typeOnly,
      ...(isFresh && scenario.domainCount > 1
        ? domains([...apartSets, ...spreadSets], scenario.domainCount)
        : {}),
      ...(isGrouped ? { mayUse: grouped() } : {}),
    },
    groupCount: isGrouped ? groups.length : 0,
  };
}

type Finder = (names: readonly string[], rule: Rule) => Int32Array;

function finder(fleet: Fleet, rows: Int32Array, notes: Note[]): Finder {
  const itemOf = new Map<string, number>();
  rows.forEach((row, index) => {
    itemOf.set(item(fleet.names, row), index);
  });
  const known = new Set(fleet.names);
  return (names, rule) => {
    const found = new Set<number>();
    for (const name of names) {
      const index = itemOf.get(name);
      if (index !== undefined) found.add(index);
      else if (!known.has(name)) notes.push({ kind: 'name-unknown', name, rule });
    }
    return Int32Array.from(found);
  };
}

function domains(sets: readonly Int32Array[], domainCount: number) {
  const spread = sets.map(
    (items): SpreadSet => ({ items, most: Math.ceil(items.length / domainCount) }),
  );
  return { domainCount, spread };
}

/** Members of groups on their groups' hosts only; all others anywhere but on hosts of an exclusive group. */
function mayUse(members: readonly Int32Array[], scenario: Scenario, itemCount: number): Uint8Array {
  const { hostTypes, rules } = scenario;
  const types = hostTypes.length;
  const width = types * (1 + members.length);
  const result = new Uint8Array(itemCount * width).fill(1);
  const allow = (own: number, group: number, mark: 0 | 1) => {
    const from = own * width + (group + 1) * types;
    result.fill(mark, from, from + types);
  };
  for (let own = 0; own < itemCount; own++) {
    for (const [group, { isExclusive }] of rules.groups.entries()) {
      if (isExclusive) allow(own, group, 0);
    }
  }
  const isMember = new Set(members.flatMap((set) => [...set]));
  for (const own of isMember) result.fill(0, own * width, (own + 1) * width);
  for (const [group, set] of members.entries()) for (const own of set) allow(own, group, 1);
  return result;
}

function labelled(
  fleet: Fleet,
  rows: Int32Array,
  label: 'affinityGroup' | 'antiAffinityGroup',
): Int32Array[] {
  const members = new Map<string, number[]>();
  rows.forEach((row, index) => {
    const group = labelAt(fleet.labels[label], row);
    if (group === '') return;
    const list = members.get(group);
    if (list === undefined) members.set(group, [index]);
    else list.push(index);
  });
  return [...members.values()].map((list) => Int32Array.from(list));
}

/** Index of the only host type that each item may use, −1 for any; null where nothing is pinned. */
function pins(scenario: Scenario, items: Finder, notes: Note[], itemCount: number) {
  const typeOnly = new Int32Array(itemCount).fill(-1);
  let isAny = false;
  for (const [name, typeId] of Object.entries(scenario.rules.pinned)) {
    const type = scenario.hostTypes.findIndex(({ id }) => id === typeId);
    if (type < 0) {
      notes.push({ kind: 'name-unknown', name: typeId, rule: 'pinned' });
      continue;
    }
    for (const own of items([name], 'pinned')) {
      typeOnly[own] = type;
      isAny = true;
    }
  }
  return isAny ? typeOnly : null;
}

/** Pins as types that may be used: with host groups a host type is several bin types. */
function pinnedWithin(may: Uint8Array, typeOnly: Int32Array | null, types: number) {
  if (typeOnly === null) return may;
  const width = may.length / typeOnly.length;
  return may.map((mark, cell) => {
    const only = at(typeOnly, Math.floor(cell / width));
    return only < 0 || (cell % width) % types === only ? mark : 0;
  });
}
