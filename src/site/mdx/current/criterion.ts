import {
  type CurrentCriterion,
  type CurrentProduct,
  type CurrentStatement,
  verdictIn,
} from '~/scenario/current-edition.ts';
import { currentEdition } from './edition.ts';
import { isJudgement } from './verdict-counts.ts';

/** What is said of a product by a criterion, in the order of the edition: what judges first. */
export const statementsOn = (
  statements: readonly CurrentStatement[],
  product: string,
  criterion: string,
): readonly CurrentStatement[] =>
  statements.filter((entry) => entry.product === product && entry.criterion === criterion);

/** One product by one criterion: its verdict and everything that is said of it. */
export interface CriterionRow {
  readonly product: CurrentProduct;
  readonly verdict: CurrentStatement['verdict'] | null;
  readonly said: readonly CurrentStatement[];
  /** Judged where the criterion can be met; of one that only informs it is enough that something is said. */
  readonly isKnown: boolean;
}

/**
 * A criterion with what is known of every product, in the site's order; a product without a statement has its row.
 *
 * @throws where no criterion has this id: a page that names a wrong one stops the build.
 */
export async function criterionRows(
  id: string,
): Promise<{ readonly criterion: CurrentCriterion; readonly rows: readonly CriterionRow[] }> {
  const { products, criteria, statements } = await currentEdition();
  const criterion = criteria.find((entry) => entry.id === id);
  if (criterion === undefined) throw new Error(`There is no criterion ${id}.`);
  const verdictOf = verdictIn(statements);
  const rows = products.map((product) => {
    const verdict = verdictOf(product.id, id);
    return {
      product,
      verdict,
      said: statementsOn(statements, product.id, id),
      isKnown: criterion.isJudged ? isJudgement(verdict) : verdict !== null,
    };
  });
  return { criterion, rows };
}
