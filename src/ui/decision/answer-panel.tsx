import { SimpleTable } from '../parts/simple-table.tsx';
import { type DecisionPanelProps, namesIn } from './parts.ts';
import { RankingTable } from './ranking-table.tsx';
import { leadTexts, outText, sayingOf } from './say.ts';

/** The ranking, how sure it is, and why each product stands where it does. */
export function AnswerPanel({ words, own, data, answering }: DecisionPanelProps) {
  const texts = own.answer;
  const work = answering.work.value;
  const newest = answering.answered.value;
  const names = namesIn(data, own.weights.cost);
  if (work.kind === 'failed') {
    return (
      <p class="notice" data-kind="bad" role="alert">
        {texts.failed(work.message)}
      </p>
    );
  }
  if (newest === null) return <p class="answer-waiting">{texts.waiting}</p>;
  const answered = newest.answer.decision;
  const saying = sayingOf(words.format, own, data, newest);
  const out = answered.out.map(({ product, reason }) => (
    <li key={product}>{outText(saying, product, reason)}</li>
  ));
  if (answered.kind === 'none-left') {
    return (
      <div class="answer">
        <p class="notice" data-kind="warn" role="status">
          {texts.noneLeft}
        </p>
        <ul>{out}</ul>
      </div>
    );
  }
  const { percent, number, count } = words.format;
  const [headline, ...more] = leadTexts(saying, answered.ranking, 0);
  return (
    <div class="answer">
      <div class="answer-proof" role="status">
        <p>
          <strong data-testid="leader">{headline}</strong>
        </p>
        {more.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <RankingTable saying={saying} ranking={answered.ranking} />
      <p class="field-hint">{texts.gaps(count(answered.gaps.unknown), count(answered.gaps.of))}</p>
      {out.length > 0 && (
        <div class="answer-part">
          <h3>{texts.outTitle}</h3>
          <ul>{out}</ul>
        </div>
      )}
      <details class="answer-part">
        <summary>{texts.ranks}</summary>
        <SimpleTable
          caption={texts.ranks}
          isCaptionHidden
          head={[
            texts.product,
            ...answered.ranking.map((_, place) => texts.rank(count(place + 1))),
          ]}
          figures={answered.ranking.map((_, place) => place + 1)}
          rows={answered.ranking.map(({ product, rankShares }) => [
            names.product(product),
            ...rankShares.map((share) => percent(share)),
          ])}
        />
      </details>
      {answered.ranking.map((row) => (
        <details key={row.product} class="answer-part">
          <summary>{texts.reasons(names.product(row.product))}</summary>
          <SimpleTable
            caption={texts.reasons(names.product(row.product))}
            isCaptionHidden
            head={[texts.criterion, texts.weight, texts.value, texts.adds]}
            figures={[1, 2, 3]}
            rows={row.parts
              .filter(({ weight }) => weight > 0)
              .map(({ criterion, weight, low, high }) => [
                names.criterion(criterion),
                percent(weight, 1),
                low === high ? number(low, 2) : `${number(low, 2)}–${number(high, 2)}`,
                number((weight * (low + high)) / 2, 3),
              ])}
          />
        </details>
      ))}
      <details class="answer-part">
        <summary>{texts.how}</summary>
        <ul>
          {texts.formula.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <a href={data.methodHref}>{texts.method}</a>
        </p>
      </details>
    </div>
  );
}
