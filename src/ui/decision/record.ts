import type { ProductCost } from '~/model/cost/product-cost.ts';
import { foreignCurrencies } from '~/model/licensing/money.ts';
import { basisTexts } from './basis-texts.ts';
import { costNow, type DecisionData } from './parts.ts';
import {
  amountOf,
  fitText,
  flipText,
  gapText,
  lackText,
  leadTexts,
  missingText,
  outText,
  type Saying,
  secondTexts,
} from './say.ts';

/** A piece of a document, however it is shown: as Markdown, or printed from the page. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Columns (from 0) that hold figures. */
      readonly figures?: readonly number[];
    };

export interface RecordParts {
  readonly saying: Saying;
  readonly data: DecisionData;
  /** The day on which it is kept, as it is shown. */
  readonly today: string;
}

const heading = (text: string): Block => ({ kind: 'heading', text });
const text = (said: string): Block => ({ kind: 'text', text: said });
const list = (items: readonly string[]): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items }];

/** The decision as a document: what was decided, why, at which cost, what would change it, and by which weights. */
export function decisionRecord(parts: RecordParts): readonly Block[] {
  const { record } = parts.saying.own;
  return [
    { kind: 'title', text: record.title },
    text(record.date(parts.today)),
    text(record.basis),
    text(record.notAdvice),
    ...decided(parts),
    ...costs(parts),
    ...changes(parts),
    ...weights(parts),
    ...carries(parts),
    ...method(parts),
    ...sources(parts),
  ];
}

/** The leader, the ranking, what is out, and the case for the second place. */
function decided({ saying }: RecordParts): Block[] {
  const { format, own, names, answered } = saying;
  const { answer, second, record, steps } = own;
  const { decision } = answered.answer;
  const percent = (share: number) => format.percent(share, 1);
  const number = (value: number) => format.number(value, 3);
  const out = list(decision.out.map(({ product, reason }) => outText(saying, product, reason)));
  if (decision.kind === 'none-left') {
    return [heading(record.decision), text(answer.noneLeft), ...out];
  }
  const { ranking, gaps, secondPlace } = decision;
  const said = secondPlace && secondTexts(saying, secondPlace);
  return [
    heading(record.decision),
    ...leadTexts(saying, ranking, 1).map(text),
    {
      kind: 'table',
      head: [
        answer.place,
        answer.product,
        answer.score,
        answer.first,
        answer.firstNear,
        answer.doubtful,
      ],
      figures: [0, 2, 3, 4],
      rows: ranking.map(
        ({ product, place, score, firstRankShare, firstRankShareNear, doubtful }) => [
          format.count(place),
          names.product(product),
          `${number(score.middle)} (${number(score.low)}–${number(score.high)})`,
          percent(firstRankShare),
          percent(firstRankShareNear),
          doubtful.length === 0 ? answer.none : format.names(doubtful.map(names.criterion)),
        ],
      ),
    },
    text(answer.gaps(format.count(gaps.unknown), format.count(gaps.of))),
    ...(out.length === 0 ? [] : [heading(answer.outTitle), ...out]),
    heading(steps.second),
    ...(said === null
      ? [text(second.none)]
      : [...[said.lead, ...said.reasons, said.title].map(text), ...list(said.when)]),
  ];
}

function costs({ saying, data }: RecordParts): Block[] {
  const { format, own, names, answered } = saying;
  const { costs: texts, record, steps } = own;
  const found = answered.answer.costs;
  const given = answered.question.scenario.decision.costs;
  if (found.kind !== 'costed' && Object.keys(given).length === 0) {
    return [
      heading(steps.cost),
      text(found.kind === 'no-hosts' ? texts.noHosts : texts.impossible),
    ];
  }
  const costed = found.kind === 'costed' ? found : null;
  const { rates } = answered.question.scenario.cost;
  const rows = data.products.map(({ id, name }) => {
    const cost = costed?.costs.find(({ product }) => product === id);
    const now = costNow(answered, id);
    return [
      name,
      cost?.licence ? names.licence(cost.licence) : '',
      now === null
        ? texts.unknown
        : texts.marked(amountOf(saying, now.minor), texts.mark[now.mark]),
      cost === undefined ? '' : pricesOf(saying, cost),
    ];
  });
  return [
    heading(steps.cost),
    ...(costed === null ? [] : basisTexts(saying, costed).map(text)),
    {
      kind: 'table',
      head: [own.products.product, texts.licence, own.weights.cost, record.price],
      figures: [2],
      rows,
    },
    ...list(
      foreignCurrencies.flatMap((currency) =>
        rates[currency] === null
          ? []
          : [`${texts.rate(currency)}: ${format.number(rates[currency], 4)}`],
      ),
    ),
    ...(costed === null || costed.notCounted.length === 0
      ? []
      : [
          text(
            texts.notCounted(
              format.names(costed.notCounted.map((gap) => missingText(saying, gap))),
            ),
          ),
        ]),
    ...(costed === null ? [] : [{ kind: 'list', items: texts.formula } as const]),
  ];
}

/** Dates of a product's own prices, or what is lacking for them. */
function pricesOf(saying: Saying, { lines, missing }: ProductCost): string {
  if (missing.length > 0) return saying.format.names(missing.map((gap) => lackText(saying, gap)));
  const dates = lines.flatMap(({ isOwn, price }) =>
    isOwn && price !== null ? [price.isQuote ? saying.own.costs.mark.reader : price.asOf] : [],
  );
  return saying.format.names([...new Set(dates)]);
}

/** Where terms and prices of everything that was counted are from. */
function sources({ saying, data }: RecordParts): Block[] {
  const { costs: found } = saying.answered.answer;
  if (found.kind !== 'costed') return [];
  const counted = new Set(found.costs.flatMap(({ lines }) => lines.map(({ product }) => product)));
  const items = data.licences
    .filter(({ id }) => counted.has(id))
    .map(({ name, sources: own }) => {
      const cited = own.map(({ title, url, asOf }) => `${title} (${asOf}) ${url}`);
      return `${name}: ${cited.join('; ')}`;
    });
  return [heading(saying.own.costs.sources), ...list(items)];
}

function changes({ saying }: RecordParts): Block[] {
  const { own, answered } = saying;
  const { decision } = answered.answer;
  const { changes: texts } = own;
  if (decision.kind === 'none-left') return [];
  const flips = decision.flips.map((flip) => flipText(saying, flip));
  const gaps = decision.decisiveGaps.map((gap) => gapText(saying, gap));
  return [
    heading(texts.flips),
    ...(flips.length === 0 ? [text(texts.noFlip)] : list(flips)),
    heading(texts.gaps),
    ...(gaps.length === 0 ? [text(texts.noGap)] : list(gaps)),
  ];
}

function weights({ saying, data }: RecordParts): Block[] {
  const { format, own, answered } = saying;
  const { answer, weights: texts, steps } = own;
  const policy = answered.question.scenario.decision;
  const weight = (value: number) => format.number(value, 2);
  return [
    heading(steps.weights),
    {
      kind: 'table',
      head: [answer.criterion, answer.weight, texts.mustHave],
      rows: [
        ...data.criteria.map(({ id, name }) => [
          name,
          weight(policy.weights[id] ?? 1),
          policy.mustHave.includes(id) ? texts.mustHave : '',
        ]),
        [texts.cost, weight(policy.costWeight), ''],
      ],
    },
  ];
}

function carries({ saying, data }: RecordParts): Block[] {
  const { fleet } = saying.answered.question;
  const { fits } = saying.answered.answer;
  if (fleet === null || fits === null) return [];
  const { products } = saying.own;
  return [
    heading(products.fit),
    {
      kind: 'table',
      head: [products.product, products.fit],
      rows: data.products.map(({ id, name }) => {
        const own = fits.find(({ product }) => product === id);
        return [name, own === undefined ? '' : fitText(saying, own, fleet)];
      }),
    },
  ];
}

function method({ saying }: RecordParts): Block[] {
  const { format, own, answered } = saying;
  const { decision, seed } = answered.question.scenario;
  return [
    heading(own.answer.how),
    ...list([...own.answer.formula, own.record.seed(String(seed), format.count(decision.samples))]),
  ];
}
