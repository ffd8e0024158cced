import { at } from '../columns.ts';
import type { ConsolidationPlan } from '../consolidation/answer.ts';
import type { Placed } from '../consolidation/host-loads.ts';
import type { Question } from '../consolidation/question.ts';
import type { Packing } from '../packing/problem.ts';

/** A plan as its question counts it: items in place of fleet rows. */
export const placedOf = ({ selection }: Question, plan: ConsolidationPlan): Placed => ({
  hostOf: Int32Array.from(selection.rows, (row) => at(plan.hostOf, row)),
  typeOf: plan.hostTypeIndex,
});

/** The hosts that carry something, as a packing: bins of a packing are never empty. */
export function usedHosts({ hostOf, typeOf }: Placed): {
  readonly packing: Packing;
  /** Hosts that carry nothing. */
  readonly empty: readonly number[];
} {
  const used = new Set(hostOf);
  const hosts = [...used].sort((a, b) => a - b);
  const place = new Map(hosts.map((host, index) => [host, index]));
  return {
    empty: [...typeOf.keys()].filter((host) => !used.has(host)),
    packing: {
      binCount: hosts.length,
      binOf: hostOf.map((host) => place.get(host) ?? -1),
      typeOf: Int32Array.from(hosts, (host) => at(typeOf, host)),
      cost: 0,
    },
  };
}
