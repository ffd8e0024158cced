import { item } from '../columns.ts';
import type { Scenario } from '../scenario.ts';
import type { ConsolidationPlan } from './answer.ts';

/**
 * Names of the planned hosts: the type's id and a number that counts within the type, `r760-01`, `r760-02` … A host
 * that stands today keeps its name.
 */
export function hostNames(
  hostTypeIndex: Int32Array,
  scenario: Scenario,
  kept: readonly (string | null)[] = [],
): string[] {
  const perType = scenario.hostTypes.map(() => 0);
  const taken = new Set(kept);
  const width = String(hostTypeIndex.length).length;
  const next = (type: number): string => {
    perType[type] = item(perType, type) + 1;
    const number = String(item(perType, type)).padStart(Math.max(2, width), '0');
    const name = `${item(scenario.hostTypes, type).id}-${number}`;
    return taken.has(name) ? next(type) : name;
  };
  return Array.from(hostTypeIndex, (type, host) => kept[host] ?? next(type));
}

/** The names of a plan's hosts. */
export const planHostNames = (
  { hostTypeIndex, kept }: Pick<ConsolidationPlan, 'hostTypeIndex' | 'kept'>,
  scenario: Scenario,
) => hostNames(hostTypeIndex, scenario, kept?.names);
