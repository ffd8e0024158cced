import type { Fleet } from '../model/fleet/fleet.ts';
import type { Scenario } from '../model/scenario.ts';
import type { DecisionAnswer } from '../model/scoring/answer.ts';
import { costCriterion } from '../model/scoring/knowledge.ts';
import { ownCost } from '../model/scoring/own-cost.ts';
import { type Crossing, crossingOf } from '../words/crossing.ts';
import { type Format, formatFor, type Language } from '../words/format.ts';
import { moneyFor } from '../words/money.ts';
import type { HelpPage } from './command.ts';
import type { DecisionData } from './read-decision.ts';

export interface Told {
  readonly answer: DecisionAnswer;
  readonly scenario: Scenario;
  readonly data: DecisionData;
  readonly fleet: Fleet | null;
}

/** What the command `score` says of its own. */
export interface ScoreTexts {
  readonly page: HelpPage;
  readonly noneLeft: string;
  readonly decision: (told: Told) => string;
}

const form = `{kind, ranking:[{product, place, score, scoreLow, scoreHigh, firstRankShare, firstRankShareNear, rankShares,
   doubtful}], flips:[{criterion, weight, flipsAt, side:"above"|"below", leaderAfter}], gaps:{unknown, of},
   decisiveGaps:[{product, criterion, leaderThen, turnsAtMinor?}], secondPlace:{product, leader, isLevel, aheadShare, better,
   weights:[{criterion, weight, flipsAt, side}], facts, onlyIt, favouredBy, costTurns}|null, out:[{product, kind, criterion?}], samples,
   costs:{kind:"costed"|"no-hosts"|"impossible", currency, years, discountRatio, hosts, workloads, notCounted,
   products:[{product, licence, from:"computed"|"reader"|"unknown", minor, computed:{minor, lowMinor, highMinor}?, missing,
   others, because:[{licence, counted, metric, because:[{step, ...}], packs, price, minor, isOwn}]}]},
   fit?:[{product, tooLarge:[{workload, resource, demand, limit}], unchecked, manyClusters}]}`;
const synopsis = 'score [FILE...] [--scenario s.json]';
const example = `{"decision": {"weights": {"live-migration": 4, "gpu": 0}, "mustHave": ["vtpm"], "leftOut": ["kvm"],
   "mustCarryFleet": true, "costWeight": 5, "costs": {"ahv": 9000000}, "editions": {"vsphere": "vmware-vcf"}},
   "cost": {"years": 5, "currency": "JPY", "rates": {"USD": 150, "EUR": 165}},
   "licensing": {"numbers": {"hosts": 4, "socketsPerHost": 2, "coresPerSocket": 16, "machines": 100, "vcpusPerMachine": 4,
   "windows": 60, "rhel": 0, "sles": 0, "sql": 0, "oracle": 0, "claimedTib": 0}}}`;

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
  readonly flip: (criterion: string, crossing: Crossing, product: string) => string;
  readonly shared: (products: string) => string;
  readonly gap: (product: string, criterion: string, leader: string) => string;
  readonly gaps: (unknown: string, of: string) => string;
  readonly tooLarge: (product: string, names: string) => string;
  readonly tooSmall: (name: string) => string;
  readonly manyClusters: (product: string, clusters: string) => string;
  readonly cost: (product: string, amount: string, kind: 'reader' | 'computed') => string;
  readonly costBasis: (years: string, hosts: string) => string;
  readonly costUnknown: (products: string) => string;
  readonly costItem: string;
  readonly costTurns: (product: string, amount: string) => string;
  readonly second: (second: string, leader: string, share: string) => string;
}

/** The most that are told of a list; the JSON document has all. */
const shown = 5;

function decisionText(phrases: Phrases, format: Format): ScoreTexts['decision'] {
  const { language } = format;
  const percent = (share: number) => format.percent(share, 1);
  return ({ answer, scenario, data: { edition }, fleet }) => {
    const { decision, fits } = answer;
    const name = (id: string) => edition.products.find((product) => product.id === id)?.short ?? id;
    const item = (id: string) =>
      edition.criteria.find((criterion) => criterion.id === id)?.item[language] ??
      (id === costCriterion ? phrases.costItem : id);
    const amount = (minor: number) => moneyFor(language).exact(minor, scenario.cost.currency);
    const out = decision.out.map(({ product, reason }) =>
      reason.kind === 'too-small'
        ? phrases.tooSmall(name(product))
        : phrases.out(name(product), reason.kind === 'lacks' ? item(reason.criterion) : null),
    );
    const misfits = (fits ?? []).flatMap(({ product, tooLarge, manyClusters }) => {
      const machines = [...new Set(tooLarge.map(({ row }) => fleet?.names[row] ?? ''))];
      return [
        ...(machines.length === 0
          ? []
          : [phrases.tooLarge(name(product), format.names(machines.slice(0, shown)))]),
        ...manyClusters.map(({ clusters }) =>
          phrases.manyClusters(name(product), format.count(clusters)),
        ),
      ];
    });
    const costs = costLines({ answer, scenario, name, amount });
    if (decision.kind === 'none-left') return [...out, ...misfits, ...costs].join('\n');
    const { ranking, gaps, flips, decisiveGaps, secondPlace } = decision;
    const firsts = ranking.filter(({ place }) => place === 1);
    return [
      ...ranking.map(({ product, place, score, firstRankShare, firstRankShareNear }) =>
        phrases.ranked({
          place,
          name: name(product),
          score: `${format.number(score.middle, 3)} (${format.number(score.low, 3)}–${format.number(score.high, 3)})`,
          first: percent(firstRankShare),
          near: percent(firstRankShareNear),
        }),
      ),
      ...(firsts.length > 1
        ? [phrases.shared(format.names(firsts.map(({ product }) => name(product))))]
        : []),
      ...out,
      ...costs,
      phrases.gaps(format.count(gaps.unknown), format.count(gaps.of)),
      ...flips
        .slice(0, shown)
        .map((flip) =>
          phrases.flip(item(flip.criterion), crossingOf(format, flip), name(flip.leaderAfter)),
        ),
      ...decisiveGaps
        .slice(0, shown)
        .map(({ product, criterion, leaderThen, turnsAt }) =>
          turnsAt === null || product !== leaderThen
            ? phrases.gap(name(product), item(criterion), name(leaderThen))
            : phrases.costTurns(name(product), amount(Math.floor(turnsAt))),
        ),
      ...(secondPlace === null
        ? []
        : [
            phrases.second(
              name(secondPlace.product),
              name(secondPlace.leader),
              percent(secondPlace.aheadShare),
            ),
          ]),
      ...misfits,
    ].join('\n');
  };

  function costLines({ answer, scenario, name, amount }: CostsTold): string[] {
    const { costs } = answer;
    const own = scenario.decision.costs;
    const given = Object.keys(own).map((product) =>
      phrases.cost(name(product), amount(ownCost(scenario, product) ?? 0), 'reader'),
    );
    if (costs.kind !== 'costed') return given;
    const others = costs.costs.filter(({ product }) => own[product] === undefined);
    const unknown = others.filter((cost) => cost.amount === null);
    return [
      phrases.costBasis(
        format.count(costs.years),
        costs.hosts.count === null ? format.unknown : format.count(costs.hosts.count),
      ),
      ...given,
      ...others.flatMap((cost) =>
        cost.amount === null
          ? []
          : [phrases.cost(name(cost.product), amount(cost.amount.minor), 'computed')],
      ),
      ...(unknown.length === 0
        ? []
        : [phrases.costUnknown(format.names(unknown.map(({ product }) => name(product))))]),
    ];
  }
}

interface CostsTold extends Pick<Told, 'answer' | 'scenario'> {
  readonly name: (id: string) => string;
  readonly amount: (minor: number) => string;
}

const phrasesEn: Phrases = {
  ranked: ({ place, name, score, first, near }) =>
    `${place}. ${name}: ${score}; first in ${first} of all weightings, in ${near} near yours`,
  out: (name, criterion) =>
    criterion === null ? `out: ${name}` : `out: ${name} lacks “${criterion}”, which you must have`,
  shared: (products) =>
    `${products} share the first place; of equal scores the one with the higher lower end is listed first`,
  flip: (criterion, { side, at, now }, product) =>
    at === null
      ? `${product} leads with a little ${side === 'above' ? 'more' : 'less'} weight on “${criterion}” than now (${now})`
      : `${product} leads as soon as “${criterion}” ${side === 'above' ? 'rises above' : 'falls below'} ${at} of the weight (now ${now})`,
  gap: (product, criterion, leader) =>
    `to be found out: “${criterion}” of ${product} could bring ${leader} to the lead`,
  gaps: (unknown, of) => `${unknown} of ${of} facts are unknown; each counts as an interval`,
  tooLarge: (product, names) => `${product} does not carry machines as large as ${names}`,
  tooSmall: (name) => `out: ${name} does not carry all machines of the fleet`,
  manyClusters: (product, clusters) => `${product} needs ${clusters} clusters for so many`,
  cost: (product, amount, kind) =>
    `cost of ${product}: ${amount}${kind === 'reader' ? ' (your quote)' : ''}`,
  costBasis: (years, hosts) => `present value over ${years} years on ${hosts} hosts, no quote:`,
  costUnknown: (products) =>
    `no price or no exchange rate, so the cost may be anything: ${products}`,
  costItem: 'Cost',
  costTurns: (product, amount) => `to be found out: below ${amount} ${product} leads`,
  second: (second, leader, share) =>
    `second is ${second}, ahead of ${leader} in ${share} of all weightings`,
};

const phrasesJa: Phrases = {
  ranked: ({ place, name, score, first, near }) =>
    `${place}. ${name}: ${score}。すべての重み付けのうち ${first}、指定した重みの近くでは ${near} で 1 位`,
  out: (name, criterion) =>
    criterion === null ? `対象外: ${name}` : `対象外: ${name}（必須の「${criterion}」がない）`,
  shared: (products) => `${products} が同点で 1 位（同点の製品は、得点の幅の下限が高い順）`,
  flip: (criterion, { side, at, now }, product) =>
    at === null
      ? `「${criterion}」の重みを現在（${now}）より少しでも${side === 'above' ? '上げる' : '下げる'}と、${product} が 1 位`
      : `「${criterion}」の重みが ${at} を${side === 'above' ? '上回る' : '下回る'}と、${product} が 1 位（現在 ${now}）`,
  gap: (product, criterion, leader) =>
    `確認すべき点: ${product} の「${criterion}」。結果によっては ${leader} が 1 位になる`,
  gaps: (unknown, of) => `${of} 項目のうち ${unknown} 項目は不明。不明な項目は幅を持つ値として扱う`,
  tooLarge: (product, names) => `${product} では載らない大きさの仮想マシン: ${names}`,
  tooSmall: (name) => `対象外: ${name}（載らない仮想マシンがある）`,
  manyClusters: (product, clusters) => `${product} では、この規模にクラスターが ${clusters} つ必要`,
  cost: (product, amount, kind) =>
    `${product} の費用: ${amount}${kind === 'reader' ? '（自社の見積額）' : ''}`,
  costBasis: (years, hosts) => `${hosts} ホストでの ${years} 年間の現在価値（見積もりではない）:`,
  costUnknown: (products) => `価格か為替レートがないため費用が不明: ${products}`,
  costItem: '費用',
  costTurns: (product, amount) => `確認すべき点: ${product} は、費用が ${amount} を下回れば 1 位`,
  second: (second, leader, share) =>
    `2 位は ${second}。すべての重み付けのうち ${share} で ${leader} を上回る`,
};

export const scoreTexts: Readonly<Record<Language, ScoreTexts>> = {
  en: {
    page: {
      brief: 'score [FILE]',
      summary: 'Ranks today’s products by the weights of the scenario.',
      synopsis,
      text: `Scores, how often each product comes first over all weightings and unknown facts, the weights at which the lead
changes, the facts worth finding out, and what speaks for the second. With FILE, each product is checked against the
largest machines, and what it costs on the hosts that the plan needs is a criterion; without FILE, on the hosts of
licensing.numbers or of the first option of "cost". Costs are present values over cost.years by the terms and public prices
of content/data, foreign ones by cost.rates; a product without a public price stays a gap. decision.costs are your own
quotes for the whole, in whole units of cost.currency; decision.editions choose as what a product is bought:
  ${example}
With --json: ${form}`,
      readsFleet: true,
    },
    noneLeft: 'no product is left, or no criterion has a weight',
    decision: decisionText(phrasesEn, formatFor('en')),
  },
  ja: {
    page: {
      brief: 'score [FILE]',
      summary: 'シナリオの重みで、現在の製品に順位を付けます。',
      synopsis,
      text: `得点、あらゆる重み付けと不明な事実を通じて 1 位になる割合、順位が入れ替わる重み、確認する価値のある事実、2 位が 1 位を上回る割合を示します。
FILE を渡すと、最も大きい仮想マシンを載せられるかを製品ごとに調べ、計画に必要なホストでの費用を項目の 1 つにします。
FILE がなければ、licensing.numbers か "cost" の最初の選択肢のホストで計算します。費用は cost.years 年間の現在価値で、
content/data のライセンス条件と公開価格から求め、外貨は cost.rates で換算します。公開価格のない製品は不明のままです。
decision.costs は自社の見積額（合計、cost.currency の単位）、decision.editions は製品の購入形態です。
  ${example}
--json の出力: ${form}`,
      readsFleet: true,
    },
    noneLeft: '残る製品がないか、重みのある項目がありません',
    decision: decisionText(phrasesJa, formatFor('ja')),
  },
};
