import type { HostType, PlacementRules } from '~/model/scenario.ts';

export type PlacementKind = 'together' | 'apart';

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
