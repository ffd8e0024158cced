import type { HostGroup, HostType, PlacementRules } from '~/model/scenario.ts';

export type PlacementKind = 'together' | 'apart' | 'spread';

const lines = (text: string) => text.split(/\r?\n/).filter((line) => line.trim() !== '');
const names = (line: string) =>
  line
    .split(/[,、，\t]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Sets of names, one set a line. A set of one says nothing and is dropped. */
export const setsFromText = (text: string): readonly (readonly string[])[] =>
  lines(text)
    .map(names)
    .filter(({ length }) => length > 1);

export const setsText = (sets: readonly (readonly string[])[]) =>
  sets.map((set) => set.join(', ')).join('\n');

/** Lines of 'group: machine, machine'; a line without a colon is a group that is called by its number. */
export function groupsFromText(text: string, isExclusive: boolean): readonly HostGroup[] {
  return lines(text).flatMap((line, index) => {
    const [first = '', ...rest] = line.split(/[:：]/);
    const isNamed = rest.length > 0;
    const workloads = names(isNamed ? rest.join(':') : first);
    const name = isNamed && first.trim() !== '' ? first.trim() : String(index + 1);
    return workloads.length === 0 ? [] : [{ name, workloads, isExclusive }];
  });
}

export const groupsText = (groups: readonly HostGroup[]) =>
  groups.map(({ name, workloads }) => `${name}: ${workloads.join(', ')}`).join('\n');

/** Lines of 'machine, host type' by the type's name (or id); lines that name no candidate are dropped. */
export function pinnedFromText(text: string, types: readonly HostType[]): PlacementRules['pinned'] {
  const pairs = lines(text).flatMap((line) => {
    const [workload, ...rest] = names(line);
    const wanted = rest.join(', ');
    const type = types.find(({ id, name }) => id === wanted || names(name).join(', ') === wanted);
    return workload !== undefined && type !== undefined ? [[workload, type.id] as const] : [];
  });
  return Object.fromEntries(pairs);
}

export const pinnedText = (pinned: PlacementRules['pinned'], types: readonly HostType[]) =>
  Object.entries(pinned)
    .map(([workload, id]) => `${workload}, ${types.find((type) => type.id === id)?.name ?? id}`)
    .join('\n');
