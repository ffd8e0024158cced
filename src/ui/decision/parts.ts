import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { DecisionAnswer, DecisionBasis } from '~/model/scoring/answer.ts';
import { costCriterion } from '~/model/scoring/knowledge.ts';
import { ownCost } from '~/model/scoring/own-cost.ts';
import type { DecisionPolicy } from '~/model/scoring/policy.ts';
import type { DecisionPageWords } from '~/words/decision.ts';
import type { Words } from '~/words/words.ts';
import type { FleetSession } from '../store/fleet-session.ts';
import type { ToolAnswer } from '../store/tool-answer.ts';

export interface DecisionProduct {
  readonly id: string;
  readonly name: string;
  /** Page of what sources say of it. */
  readonly href: string;
  /** What speaks for the edition that is counted unless the reader chooses another. */
  readonly why: string;
}

export interface DecisionCriterion {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly question: string;
}

/** A licence of the catalogue, in the reader's language. */
export interface DecisionLicence {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly sources: readonly DecisionSource[];
}

export interface DecisionSource {
  readonly title: string;
  readonly url: string;
  readonly asOf: string;
}

/** What the page gives the tool from the site's data, in the reader's language. */
export interface DecisionData {
  readonly basis: DecisionBasis;
  /** The page that explains how it is computed. */
  readonly methodHref: string;
  readonly products: readonly DecisionProduct[];
  readonly criteria: readonly DecisionCriterion[];
  readonly licences: readonly DecisionLicence[];
  /** Group → its name, in the order of the site. */
  readonly groups: Readonly<Record<string, string>>;
}

export interface DecisionQuestion {
  readonly scenario: Scenario;
  readonly fleet: Fleet | null;
}

export interface DecisionPanelProps {
  readonly words: Words;
  readonly own: DecisionPageWords;
  readonly session: FleetSession;
  readonly data: DecisionData;
  readonly answering: ToolAnswer<DecisionQuestion, DecisionAnswer>;
}

/** The newest answer with the question that it answers. */
export interface Answered {
  readonly question: DecisionQuestion;
  readonly answer: DecisionAnswer;
}

/** Changes the reader's policy, leaving the rest of the settings as they are. */
export function setPolicy(session: FleetSession, change: Partial<DecisionPolicy>) {
  const scenario = session.scenario.peek();
  session.scenario.value = { ...scenario, decision: { ...scenario.decision, ...change } };
}

/** Names of products, criteria and licences by their ids; an id that the data does not have stays as it is. */
export function namesIn({ products, criteria, licences }: DecisionData, costName: string) {
  const product = new Map(products.map(({ id, name }) => [id, name]));
  const criterion = new Map(criteria.map(({ id, name }) => [id, name]));
  const licence = new Map(licences.map(({ id, name }) => [id, name]));
  return {
    product: (id: string) => product.get(id) ?? id,
    criterion: (id: string) => (id === costCriterion ? costName : (criterion.get(id) ?? id)),
    licence: (id: string) => licence.get(id) ?? id,
  };
}
export type Names = ReturnType<typeof namesIn>;

/** What a product costs: by the reader's figure, else as computed; null where nothing is known. In smallest units. */
export function costNow({ question, answer }: Answered, product: string) {
  const own = ownCost(question.scenario, product);
  if (own !== null) return { minor: own, mark: 'reader' } as const;
  const { costs } = answer;
  if (costs.kind !== 'costed') return null;
  const amount = costs.costs.find((one) => one.product === product)?.amount;
  return amount ? ({ minor: amount.minor, mark: 'computed' } as const) : null;
}
