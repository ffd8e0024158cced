import type { DecisionPanelProps } from './parts.ts';
import { flipText, gapText, sayingOf } from './say.ts';

/** So many are shown: the nearest, or the weightiest. */
const shown = 8;

/** What would change the lead: weights, and facts. */
export function ChangesPanel({ words, own, data, answering }: DecisionPanelProps) {
  const answered = answering.answered.value;
  const decision = answered?.answer.decision;
  if (answered === null || decision?.kind !== 'ranked') return null;
  const saying = sayingOf(words.format, own, data, answered);
  const texts = own.changes;
  return (
    <>
      <h3>{texts.flips}</h3>
      {decision.flips.length === 0 ? (
        <p>{texts.noFlip}</p>
      ) : (
        <ul>
          {decision.flips.slice(0, shown).map((flip) => (
            <li key={`${flip.criterion} ${flip.side}`}>{flipText(saying, flip)}</li>
          ))}
        </ul>
      )}
      <h3>{texts.gaps}</h3>
      {decision.decisiveGaps.length === 0 ? (
        <p>{texts.noGap}</p>
      ) : (
        <ul>
          {decision.decisiveGaps.slice(0, shown).map((gap) => (
            <li key={`${gap.product} ${gap.criterion}`}>{gapText(saying, gap)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
