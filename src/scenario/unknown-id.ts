import { type ScenarioProblem, shown } from './parse.ts';

/** So many ids are listed; of more only the nearest. */
const mostListed = 30;
const nearestListed = 5;

/** A place in a scenario that names something of a catalogue, and the ids that there are. */
export interface NamedId {
  readonly path: string;
  readonly id: string | null;
  readonly known: readonly string[];
}

/** Catalogues are data, so that a scenario may name what does not exist: it would silently count for nothing. */
export const unknownIds = (named: readonly NamedId[]): readonly ScenarioProblem[] =>
  named
    .filter(({ id, known }) => id !== null && !known.includes(id))
    .map(({ path, id, known }) => ({
      path,
      value: shown(id),
      expected: expectedOf(id ?? '', known),
    }));

function expectedOf(id: string, known: readonly string[]): string {
  if (known.length <= mostListed) return `one of ${known.join(', ')}`;
  const nearest = known
    .map((other) => ({ other, distance: distanceOf(id.toLowerCase(), other) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, nearestListed);
  return `one of ${known.length}, such as ${nearest.map(({ other }) => other).join(', ')}`;
}

/** Letters to change until one is the other; one within the other is nearer than any that must be changed. */
function distanceOf(given: string, other: string): number {
  const isPart = given !== '' && (other.includes(given) || given.includes(other));
  return isPart ? 0 : levenshtein(given, other);
}

/** @see https://en.wikipedia.org/wiki/Levenshtein_distance */
function levenshtein(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, letter] of Array.from(a).entries()) {
    const own = [row + 1];
    for (let column = 1; column <= b.length; column++) {
      const [diagonal, over, left] = [above[column - 1], above[column], own[column - 1]];
      const changed = (diagonal ?? 0) + (letter === b[column - 1] ? 0 : 1);
      own.push(Math.min(changed, (over ?? 0) + 1, (left ?? 0) + 1));
    }
    above = own;
  }
  return above.at(-1) ?? 0;
}
