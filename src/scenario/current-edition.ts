import * as z from 'zod/mini';
import type { ProductKnowledge } from '../model/scoring/knowledge.ts';
import { confidence, id, source, text } from './catalogue.ts';

/**
 * The edition of today as data: `content/data/current/*.yaml`. Products, criteria, and what public sources say of each
 * product by each criterion. What is known with low confidence does not parse; what is not known has no entry.
 */

const order = z.int().check(z.positive());
const limit = z.optional(z.number().check(z.positive()));

export const criterionGroups = [
  'deploy',
  'protect',
  'operate',
  'limits',
  'devices',
  'system',
] as const;

const product = z.strictObject({
  id,
  order,
  name: z.string().check(z.minLength(1)),
  /** For the head of a column. */
  short: z.string().check(z.minLength(1)),
  vendor: z.string().check(z.minLength(1)),
  source,
  confidence,
});
export type CurrentProduct = z.infer<typeof product>;

const criterion = z.strictObject({
  id,
  order,
  group: z.enum(criterionGroups),
  /** Items of the report's Tables 1 to 3 that it goes on from; empty for what came since. */
  report: z.array(id),
  /** Whether it can be met or lacked; the others only inform. */
  isJudged: z.boolean(),
  item: text,
  question: text,
});
export type CurrentCriterion = z.infer<typeof criterion>;

const statement = z.strictObject({
  id,
  product: id,
  criterion: id,
  verdict: z.enum(['meets', 'partly', 'lacks', 'stated']),
  statement: text,
  /** Figures that a fleet is checked against. */
  limits: z.optional(
    z.strictObject({
      vmVcpus: limit,
      vmMemoryGib: limit,
      vmNics: limit,
      hostVms: limit,
      clusterHosts: limit,
      clusterVms: limit,
    }),
  ),
  source,
  confidence,
});
export type CurrentStatement = z.infer<typeof statement>;

/** One schema an entry of each file, for Astro's collections. */
export const currentSchemas = { products: product, criteria: criterion, statements: statement };

export interface CurrentEdition {
  readonly products: readonly CurrentProduct[];
  readonly criteria: readonly CurrentCriterion[];
  readonly statements: readonly CurrentStatement[];
}

/**
 * Reads the three files' content, in the order of the site: what judges comes before what only says, since a collection
 * of Astro does not keep the order of its file. @throws when an entry does not parse
 */
export function parseCurrentEdition(files: {
  readonly products: unknown;
  readonly criteria: unknown;
  readonly statements: unknown;
}): CurrentEdition {
  const byOrder = (a: { order: number }, b: { order: number }) => a.order - b.order;
  const onlySays = ({ verdict }: CurrentStatement) => Number(verdict === 'stated');
  return {
    products: z.array(product).parse(files.products).sort(byOrder),
    criteria: z.array(criterion).parse(files.criteria).sort(byOrder),
    statements: z
      .array(statement)
      .parse(files.statements)
      .sort((a, b) => onlySays(a) - onlySays(b)),
  };
}

/** The verdict on a product by a criterion: that of the statement that judges, else that something is stated. */
export function verdictIn(statements: readonly CurrentStatement[]) {
  const verdicts = new Map<string, CurrentStatement['verdict']>();
  for (const { product, criterion, verdict } of statements) {
    const key = `${product} ${criterion}`;
    const known = verdicts.get(key);
    if (known === undefined || known === 'stated') verdicts.set(key, verdict);
  }
  return (product: string, criterion: string) => verdicts.get(`${product} ${criterion}`) ?? null;
}

/** What the decision is computed from: the products and the criteria that can be met or lacked. */
export function toKnowledge({ products, criteria, statements }: CurrentEdition): ProductKnowledge {
  const verdict = verdictIn(statements);
  const judging = criteria.filter(({ isJudged }) => isJudged);
  return {
    products: products.map(({ id }) => id),
    criteria: judging.map(({ id }) => id),
    verdicts: products.flatMap((product) =>
      judging.map((criterion) => verdict(product.id, criterion.id)),
    ),
  };
}

type LimitName = keyof NonNullable<CurrentStatement['limits']>;

/** The largest figure that any source gives for a limit of a product; null where none does. */
export function limitOf(
  statements: readonly CurrentStatement[],
  product: string,
  name: LimitName,
): number | null {
  const figures = statements.flatMap((statement) => {
    const figure = statement.product === product ? statement.limits?.[name] : undefined;
    return figure === undefined ? [] : [figure];
  });
  return figures.length === 0 ? null : Math.max(...figures);
}
