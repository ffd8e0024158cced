import type { Obstacle } from '../model/consolidation/answer.ts';
import type { Fleet } from '../model/fleet/fleet.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Context, sentence } from '../words/sentences.ts';
import type { Texts } from './texts.ts';

/** So many reasons are told on standard error; the JSON document has all. */
const shownReasons = 20;

/** Says the first of many reasons on standard error, one a line, and how many there are more. */
export function tellReasons<Reason>(
  reasons: readonly Reason[],
  say: (reason: Reason) => string,
  texts: Texts,
  indent = '',
): void {
  const tell = (text: string) => console.error(`hostfit: ${indent}${text}`);
  for (const reason of reasons.slice(0, shownReasons)) tell(say(reason));
  const more = reasons.length - shownReasons;
  if (more > 0) tell(texts.andMore(more));
}

interface About {
  /** Null: the question had none. */
  readonly fleet: Fleet | null;
  readonly scenario: Scenario;
}

/** What the sentences of an answer are told of the question; the answer's slots where it has any. */
export const contextOf = ({ fleet, scenario }: About, slots: Context['slots'] = null): Context => ({
  workloadName: (row) => fleet?.names[row] ?? '',
  hostTypeName: (id) => scenario.hostTypes.find((type) => type.id === id)?.name ?? id,
  slots,
});

/** Says on standard error why there is no plan. */
export function tellObstacles(
  reasons: readonly Obstacle[],
  about: About & { readonly texts: Texts },
  indent = '',
): void {
  const { texts } = about;
  const context = contextOf(about);
  const say = (reason: Obstacle) => sentence(texts.words.answer.obstacle, reason, context);
  tellReasons(reasons, say, texts, indent);
}
