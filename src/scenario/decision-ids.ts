import type { DecisionPolicy } from '../model/scoring/policy.ts';
import type { CurrentEdition } from './current-edition.ts';
import type { ProductLicence } from './product-licences.ts';
import type { NamedId } from './unknown-id.ts';

/** The criteria, products and editions that the decision's section names. */
export function decisionIds(
  policy: DecisionPolicy,
  { products, criteria }: Pick<CurrentEdition, 'products' | 'criteria'>,
  licences: readonly ProductLicence[],
): readonly NamedId[] {
  const judging = criteria.filter(({ isJudged }) => isJudged).map(({ id }) => id);
  const known = products.map(({ id }) => id);
  const lists = [
    { path: 'weights', given: Object.keys(policy.weights), known: judging },
    { path: 'mustHave', given: policy.mustHave, known: judging },
    { path: 'leftOut', given: policy.leftOut, known },
    { path: 'costs', given: Object.keys(policy.costs), known },
    { path: 'editions', given: Object.keys(policy.editions), known },
    ...licences.map(({ id, editions }) => ({
      path: `editions.${id}`,
      given: policy.editions[id] === undefined ? [] : [policy.editions[id]],
      known: editions,
    })),
  ];
  return lists.flatMap(({ path, given, known: ids }) =>
    given.map((id) => ({ path: `decision.${path}`, id, known: ids })),
  );
}
