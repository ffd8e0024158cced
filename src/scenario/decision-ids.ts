import type { DecisionPolicy } from '../model/scoring/policy.ts';
import type { CurrentEdition } from './current-edition.ts';
import type { ScenarioProblem } from './parse.ts';
import type { ProductLicence } from './product-licences.ts';

/** Products and criteria are data, so that settings may name one that does not exist: it would silently count for nothing. */
export function decisionProblems(
  policy: DecisionPolicy,
  { products, criteria }: CurrentEdition,
  licences: readonly ProductLicence[],
): readonly ScenarioProblem[] {
  const judging = criteria.filter(({ isJudged }) => isJudged).map(({ id }) => id);
  const known = products.map(({ id }) => id);
  const lists = [
    { path: 'weights', given: Object.keys(policy.weights), allowed: judging },
    { path: 'mustHave', given: policy.mustHave, allowed: judging },
    { path: 'leftOut', given: policy.leftOut, allowed: known },
    { path: 'costs', given: Object.keys(policy.costs), allowed: known },
    { path: 'editions', given: Object.keys(policy.editions), allowed: known },
    ...licences.map(({ id, editions }) => ({
      path: `editions.${id}`,
      given: policy.editions[id] === undefined ? [] : [policy.editions[id]],
      allowed: editions,
    })),
  ];
  return lists.flatMap(({ path, given, allowed }) =>
    given
      .filter((id) => !allowed.includes(id))
      .map((id) => ({
        path: `decision.${path}`,
        value: JSON.stringify(id),
        expected: `one of ${allowed.join(', ')}`,
      })),
  );
}
