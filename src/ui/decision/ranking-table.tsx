import type { RankedProduct } from '~/model/scoring/decide.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { Saying } from './say.ts';

interface RankingTableProps {
  readonly saying: Saying;
  readonly ranking: readonly RankedProduct[];
}

/** The products by score. On a phone the last columns are told below what they belong to, so that nothing scrolls. */
export function RankingTable({ saying, ranking }: RankingTableProps) {
  const { format, own, names, answered } = saying;
  const { percent, number, count } = format;
  const { answer: texts } = own;
  // Who needs nothing has nothing in doubt.
  const hasMusts = answered.question.scenario.decision.mustHave.length > 0;
  const doubtsOf = ({ doubtful }: RankedProduct) =>
    doubtful.length === 0 ? texts.none : format.names(doubtful.map(names.criterion));
  return (
    <div class="ranking">
      <SimpleTable
        caption={texts.caption}
        isCaptionHidden
        head={[
          texts.place,
          texts.product,
          texts.score,
          texts.first,
          texts.firstNear,
          ...(hasMusts ? [texts.doubtful] : []),
        ]}
        figures={[2, 3, 4]}
        rows={ranking.map((row) => [
          count(row.place),
          <>
            <span>{names.product(row.product)}</span>
            {row.doubtful.length > 0 && (
              <small class="narrow">{`${texts.doubtful}: ${doubtsOf(row)}`}</small>
            )}
          </>,
          <span key="score" class="score">
            {number(row.score.middle, 2)}
            <small>{`${number(row.score.low, 2)}–${number(row.score.high, 2)}`}</small>
          </span>,
          <>
            <span class="share">
              <meter
                min={0}
                max={1}
                value={row.firstRankShare}
                aria-label={`${names.product(row.product)}: ${percent(row.firstRankShare)}`}
              />
              {percent(row.firstRankShare)}
            </span>
            <small class="narrow">{texts.nearShort(percent(row.firstRankShareNear))}</small>
          </>,
          percent(row.firstRankShareNear),
          ...(hasMusts ? [doubtsOf(row)] : []),
        ])}
      />
    </div>
  );
}
