import type { Missing } from '~/model/cost/flows.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { ProductFit } from '~/model/scoring/answer.ts';
import type {
  NamedFlip,
  NamedGap,
  OutReason,
  RankedProduct,
  SecondPlace,
} from '~/model/scoring/decide.ts';
import { costCriterion } from '~/model/scoring/knowledge.ts';
import { crossingOf } from '~/words/crossing.ts';
import type { DecisionPageWords } from '~/words/decision.ts';
import type { Format } from '~/words/format.ts';
import { type Answered, costNow, type DecisionData, type Names, namesIn } from './parts.ts';

/** What every sentence of a decision is made with. */
export interface Saying {
  readonly format: Format;
  readonly own: DecisionPageWords;
  readonly names: Names;
  readonly answered: Answered;
}

export const sayingOf = (
  format: Format,
  own: DecisionPageWords,
  data: DecisionData,
  answered: Answered,
): Saying => ({ format, own, answered, names: namesIn(data, own.weights.cost) });

/** So many machines are named; the count tells of the rest. */
const named = 3;

/** An amount in the currency of the total cost. */
export const amountOf = ({ own, answered }: Saying, minor: number) =>
  own.cost.money.exact(Math.round(minor), answered.question.scenario.cost.currency);

/** The machines that a product does not carry, the first of them by name with what is too much of them. */
function machines({ format, own }: Saying, { tooLarge }: ProductFit, fleet: Fleet): string {
  const first = new Map(tooLarge.toReversed().map((misfit) => [misfit.row, misfit]));
  const rows = [...first.values()].sort((a, b) => a.row - b.row);
  const amount = (resource: 'vcpu' | 'memory', value: number) =>
    resource === 'vcpu' ? `${format.count(value)} vCPU` : format.amount('memory', value);
  const texts = rows
    .slice(0, named)
    .map(({ row, resource, demand, limit }) =>
      own.products.machine(
        fleet.names[row] ?? '',
        amount(resource, demand),
        amount(resource, limit),
      ),
    );
  return format.names(texts);
}

/** Whether a product carries the fleet, and in how many clusters. */
export function fitText(saying: Saying, fit: ProductFit, fleet: Fleet): string {
  const { products } = saying.own;
  const { tooLarge, unchecked, manyClusters } = fit;
  const count = new Set(tooLarge.map(({ row }) => row)).size;
  const [only] = unchecked;
  const carries =
    count > 0
      ? products.tooLarge(count, machines(saying, fit, fleet))
      : only === undefined
        ? products.fits
        : unchecked.length > 1
          ? products.unchecked
          : products.partly(only);
  const { format } = saying;
  return [
    carries,
    ...manyClusters.map(({ resource, limit, clusters }) =>
      products.manyClusters(resource, format.count(limit), format.count(clusters)),
    ),
  ].join('; ');
}

/** Why a product is not ranked. */
export function outText(saying: Saying, product: string, reason: OutReason): string {
  const { own, names, answered } = saying;
  const say = (text: Parameters<typeof own.answer.out>[1]) =>
    own.answer.out(names.product(product), text);
  switch (reason.kind) {
    case 'left-out':
      return say({ kind: 'left-out' });
    case 'lacks':
      return say({ kind: 'lacks', criterion: names.criterion(reason.criterion) });
    case 'too-small': {
      const fit = answered.answer.fits?.find((one) => one.product === product);
      const { fleet } = answered.question;
      return say({ kind: 'too-small', machines: fit && fleet ? machines(saying, fit, fleet) : '' });
    }
  }
}

export const missingText = ({ own, names }: Saying, gap: Missing) =>
  own.cost.missing({ ...gap, name: names.licence(gap.name) });

/** What is lacking for a product's own cost, in few words. */
export function lackText(saying: Saying, gap: Missing): string {
  const { costs } = saying.own;
  const name = saying.names.licence(gap.name);
  if (gap.what === 'licence') return costs.noPrice(name);
  return gap.what === 'rate' ? costs.noRate(name) : missingText(saying, gap);
}

/** Who leads, or who share the first place; then how often each of them comes first. */
export function leadTexts(
  { format, own, names }: Saying,
  ranking: readonly RankedProduct[],
  digits: number,
): readonly string[] {
  const { answer: texts } = own;
  const firsts = ranking
    .filter(({ place }) => place === 1)
    .map((row) => ({
      name: names.product(row.product),
      any: format.percent(row.firstRankShare, digits),
      near: format.percent(row.firstRankShareNear, digits),
    }));
  const [only, ...others] = firsts;
  if (only === undefined) return [];
  if (others.length === 0) {
    return [texts.leads(only.name, only.any), texts.near(only.name, only.near)];
  }
  return [
    texts.shared(format.names(firsts.map(({ name }) => name))),
    ...firsts.map(({ name, any, near }) => texts.sharedFirst(name, any, near)),
    texts.listed,
  ];
}

/** A change of one weight that changes the lead. */
export const flipText = ({ format, own, names }: Saying, flip: NamedFlip): string =>
  own.changes.flip(
    names.criterion(flip.criterion),
    crossingOf(format, flip),
    names.product(flip.leaderAfter),
  );

/** A fact worth finding out; of a cost, how low it must be. */
export function gapText(
  saying: Saying,
  { product, criterion, leaderThen, turnsAt }: NamedGap,
): string {
  const { own, names } = saying;
  const { changes } = own;
  if (turnsAt === null) {
    return changes.gap(
      names.product(product),
      names.criterion(criterion),
      names.product(leaderThen),
    );
  }
  return product === leaderThen
    ? changes.costGap(names.product(product), amountOf(saying, Math.floor(turnsAt)))
    : changes.leaderCostGap(
        names.product(product),
        amountOf(saying, Math.ceil(turnsAt)),
        names.product(leaderThen),
      );
}

/** So many of each kind of case are told. */
const cases = 4;

/** The case for the second place: what it is better by, and when it would be ahead of the leader. */
export function secondTexts(saying: Saying, second: SecondPlace) {
  const { format, own, names, answered } = saying;
  const { second: texts } = own;
  const percent = (share: number) => format.percent(share, 1);
  const [product, leader] = [names.product(second.product), names.product(second.leader)];
  const better = second.better
    .slice(0, cases)
    .map(({ criterion, gain }) => texts.gain(names.criterion(criterion), format.number(gain, 3)));
  const favoured = second.favouredBy
    .slice(0, cases)
    .map(({ criterion, weight, usual }) =>
      texts.share(names.criterion(criterion), percent(weight), percent(usual)),
    );
  const cost = (id: string) => {
    const now = costNow(answered, id);
    return now === null ? null : amountOf(saying, now.minor);
  };
  const when = [
    ...second.costTurns.map((turn) =>
      turn.product === second.product
        ? texts.ownCost(product, amountOf(saying, Math.floor(turn.cost)), cost(turn.product))
        : texts.leaderCost(leader, amountOf(saying, Math.ceil(turn.cost)), cost(turn.product)),
    ),
    ...second.weights
      .slice(0, cases)
      .map((flip) => texts.weight(names.criterion(flip.criterion), crossingOf(format, flip))),
    ...second.facts
      // How low an unknown cost must be has been said.
      .filter(({ criterion }) => criterion !== costCriterion)
      .slice(0, cases)
      .map((fact) =>
        fact.product === second.product
          ? texts.ownFact(product, names.criterion(fact.criterion))
          : texts.leaderFact(leader, names.criterion(fact.criterion)),
      ),
  ];
  return {
    lead: (second.isLevel ? texts.level : texts.lead)(product, leader, percent(second.aheadShare)),
    reasons: [
      better.length === 0 ? texts.noBetter(leader) : texts.better(leader, format.names(better)),
      ...(favoured.length === 0 ? [] : [texts.favouredBy(format.names(favoured))]),
      ...(second.onlyIt.length === 0
        ? []
        : [texts.onlyIt(leader, format.names(second.onlyIt.map(names.criterion)))]),
    ],
    title: when.length === 0 ? texts.never(leader) : texts.when(product, leader),
    when,
  };
}
