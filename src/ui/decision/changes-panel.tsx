import { type DecisionPanelProps, namesIn } from './parts.ts';

/** So many are shown: the nearest, or the weightiest. */
const shown = 8;

/** What would change the lead: weights, and facts. */
export function ChangesPanel({ words, own, data, answering }: DecisionPanelProps) {
  const answer = answering.answered.value?.answer ?? null;
  if (answer === null || answer.kind === 'none-left') return null;
  const names = namesIn(data, own.weights.cost);
  const texts = own.changes;
  const percent = (share: number) => words.format.percent(share, 1);
  return (
    <>
      <h3>{texts.flips}</h3>
      {answer.flips.length === 0 ? (
        <p>{texts.noFlip}</p>
      ) : (
        <ul>
          {answer.flips.slice(0, shown).map(({ criterion, weight, flipsAt, leaderAfter }) => (
            <li key={`${criterion} ${flipsAt}`}>
              {texts.flip(
                names.criterion(criterion),
                percent(flipsAt),
                percent(weight),
                names.product(leaderAfter),
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>{texts.gaps}</h3>
      {answer.decisiveGaps.length === 0 ? (
        <p>{texts.noGap}</p>
      ) : (
        <ul>
          {answer.decisiveGaps.slice(0, shown).map(({ product, criterion, leaderThen }) => (
            <li key={`${product} ${criterion}`}>
              {texts.gap(
                names.product(product),
                names.criterion(criterion),
                names.product(leaderThen),
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
