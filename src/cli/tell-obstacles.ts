import type { Obstacle } from '../model/consolidation/answer.ts';
import type { Fleet } from '../model/fleet/fleet.ts';
import type { Scenario } from '../model/scenario.ts';
import { sentence } from '../words/sentences.ts';
import type { Texts } from './texts.ts';

/** So many reasons are told on standard error; the JSON document has all. */
const shownReasons = 20;

/** Says on standard error why there is no plan. */
export function tellObstacles(
  reasons: readonly Obstacle[],
  { fleet, scenario, texts }: { fleet: Fleet; scenario: Scenario; texts: Texts },
): void {
  const context = {
    workloadName: (row: number) => fleet.names[row] ?? '',
    hostTypeName: (id: string) => scenario.hostTypes.find((type) => type.id === id)?.name ?? id,
    slots: null,
  };
  for (const reason of reasons.slice(0, shownReasons)) {
    console.error(`hostfit: ${sentence(texts.words.answer.obstacle, reason, context)}`);
  }
  const more = reasons.length - shownReasons;
  if (more > 0) console.error(`hostfit: ${texts.andMore(more)}`);
}
