import type { Fleet } from '../model/fleet/fleet.ts';
import type { Decision } from '../model/scoring/decide.ts';
import type { CurrentEdition } from '../scenario/current-edition.ts';
import { type Format, formatFor, type Language } from '../words/format.ts';
import type { HelpPage } from './command.ts';
import type { ProductFit } from './commands/score.ts';

/** What the command `score` says of its own. */
export interface ScoreTexts {
  readonly page: HelpPage;
  readonly noneLeft: string;
  readonly decision: (
    decision: Decision,
    edition: CurrentEdition,
    fits: readonly ProductFit[] | null,
    fleet: Fleet | null,
  ) => string;
}

const form = `{kind, ranking:[{product, score, scoreLow, scoreHigh, firstRankShare, firstRankShareNear, rankShares, doubtful}],
   flips:[{criterion, weight, flipsAt, leaderAfter}], gaps:{unknown, of}, decisiveGaps:[{product, criterion, leaderThen}],
   out:[{product, kind, criterion?}], samples, fit?:[{product, tooLarge:[{workload, resource, demand, limit}], unchecked}]}`;
const synopsis = 'score [FILE...] [--scenario s.json]';

interface RankedLine {
  readonly place: number;
  readonly name: string;
  readonly score: string;
  /** Shares of weightings in which it comes first: of all, and of those near the reader's. */
  readonly first: string;
  readonly near: string;
}

interface Phrases {
  readonly ranked: (line: RankedLine) => string;
  readonly out: (name: string, criterion: string | null) => string;
  readonly flip: (criterion: string, at: string, now: string, product: string) => string;
  readonly gap: (product: string, criterion: string, leader: string) => string;
  readonly gaps: (unknown: string, of: string) => string;
  readonly tooLarge: (product: string, names: string) => string;
}

/** The most that are told of a list; the JSON document has all. */
const shown = 5;

function decisionText(phrases: Phrases, format: Format): ScoreTexts['decision'] {
  const { language } = format;
  return (decision, edition, fits, fleet) => {
    const name = (id: string) => edition.products.find((product) => product.id === id)?.short ?? id;
    const item = (id: string) =>
      edition.criteria.find((criterion) => criterion.id === id)?.item[language] ?? id;
    const out = decision.out.map(({ product, reason }) =>
      phrases.out(name(product), reason.kind === 'lacks' ? item(reason.criterion) : null),
    );
    const misfits = (fits ?? [])
      .filter(({ tooLarge }) => tooLarge.length > 0)
      .map(({ product, tooLarge }) =>
        phrases.tooLarge(
          name(product),
          format.names(tooLarge.slice(0, shown).map(({ row }) => fleet?.names[row] ?? '')),
        ),
      );
    if (decision.kind === 'none-left') return [...out, ...misfits].join('\n');
    const percent = (share: number) => format.percent(share, 1);
    return [
      ...decision.ranking.map(({ product, score, firstRankShare, firstRankShareNear }, place) =>
        phrases.ranked({
          place: place + 1,
          name: name(product),
          score: `${format.number(score.middle, 3)} (${format.number(score.low, 3)}–${format.number(score.high, 3)})`,
          first: percent(firstRankShare),
          near: percent(firstRankShareNear),
        }),
      ),
      ...out,
      phrases.gaps(format.count(decision.gaps.unknown), format.count(decision.gaps.of)),
      ...decision.flips
        .slice(0, shown)
        .map(({ criterion, weight, flipsAt, leaderAfter }) =>
          phrases.flip(item(criterion), percent(flipsAt), percent(weight), name(leaderAfter)),
        ),
      ...decision.decisiveGaps
        .slice(0, shown)
        .map(({ product, criterion, leaderThen }) =>
          phrases.gap(name(product), item(criterion), name(leaderThen)),
        ),
      ...misfits,
    ].join('\n');
  };
}

const phrasesEn: Phrases = {
  ranked: ({ place, name, score, first, near }) =>
    `${place}. ${name}: ${score}; first in ${first} of all weightings, in ${near} near yours`,
  out: (name, criterion) =>
    criterion === null ? `out: ${name}` : `out: ${name} lacks “${criterion}”, which you must have`,
  flip: (criterion, at, now, product) =>
    `${product} leads once “${criterion}” weighs ${at} (now ${now})`,
  gap: (product, criterion, leader) =>
    `to be found out: “${criterion}” of ${product} could bring ${leader} to the lead`,
  gaps: (unknown, of) => `${unknown} of ${of} facts are unknown; each counts as an interval`,
  tooLarge: (product, names) => `${product} does not carry machines as large as ${names}`,
};

const phrasesJa: Phrases = {
  ranked: ({ place, name, score, first, near }) =>
    `${place}. ${name}: ${score}。すべての重み付けのうち ${first}、指定した重みの近くでは ${near} で 1 位`,
  out: (name, criterion) =>
    criterion === null ? `対象外: ${name}` : `対象外: ${name}（必須の「${criterion}」がない）`,
  flip: (criterion, at, now, product) =>
    `「${criterion}」の重みが ${at} になると ${product} が 1 位（今は ${now}）`,
  gap: (product, criterion, leader) =>
    `確認すべき点: ${product} の「${criterion}」しだいで ${leader} が 1 位になりうる`,
  gaps: (unknown, of) =>
    `${of} 項目のうち ${unknown} 項目は不明。不明な項目は幅を持つ値として数える`,
  tooLarge: (product, names) => `${product} では載らない大きさの仮想マシン: ${names}`,
};

export const scoreTexts: Readonly<Record<Language, ScoreTexts>> = {
  en: {
    page: {
      brief: 'score [FILE]',
      summary: 'Ranks today’s products by the weights of the scenario.',
      synopsis,
      text: `Scores, how often each product comes first over all weightings and unknown facts, the weights at which the lead
changes, and the facts worth finding out. With FILE, each product is also checked against the largest machines.
Weights, must-haves, products left out and costs are the section "decision" of the scenario.
With --json: ${form}`,
      readsFleet: true,
    },
    noneLeft: 'no product is left, or no criterion has a weight',
    decision: decisionText(phrasesEn, formatFor('en')),
  },
  ja: {
    page: {
      brief: 'score [FILE]',
      summary: 'シナリオの重みで、今日の製品に順位を付けます。',
      synopsis,
      text: `得点、あらゆる重み付けと不明な事実を通じて 1 位になる割合、順位が入れ替わる重み、確認する価値のある事実を示します。
FILE を渡すと、最も大きい仮想マシンを載せられるかも製品ごとに調べます。
重み、必須の項目、除く製品、費用は、シナリオの "decision" に書きます。
--json の出力: ${form}`,
      readsFleet: true,
    },
    noneLeft: '残る製品がないか、重みのある項目がありません',
    decision: decisionText(phrasesJa, formatFor('ja')),
  },
};
