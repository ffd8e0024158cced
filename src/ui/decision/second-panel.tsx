import type { DecisionPanelProps } from './parts.ts';
import { sayingOf, secondTexts } from './say.ts';

/** What speaks for the product in the second place, and when it would be ahead. */
export function SecondPanel({ words, own, data, answering }: DecisionPanelProps) {
  const answered = answering.answered.value;
  const decision = answered?.answer.decision;
  if (answered === null || decision?.kind !== 'ranked') return null;
  if (decision.secondPlace === null) return <p>{own.second.none}</p>;
  const saying = sayingOf(words.format, own, data, answered);
  const { lead, reasons, title, when } = secondTexts(saying, decision.secondPlace);
  return (
    <>
      <p>{lead}</p>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <h3>{title}</h3>
      {when.length > 0 && (
        <ul>
          {when.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}
