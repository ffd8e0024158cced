import type { Decision, ProductKnowledge } from '~/model/scoring/decide.ts';
import type { ProductLimits } from '~/model/scoring/fleet-fit.ts';
import type { DecisionPolicy } from '~/model/scoring/policy.ts';
import type { DecisionWords } from '~/words/decision.ts';
import type { Words } from '~/words/words.ts';
import type { FleetSession } from '../store/fleet-session.ts';
import type { ToolAnswer } from '../store/tool-answer.ts';

export interface DecisionProduct {
  readonly id: string;
  readonly name: string;
  /** Page of what sources say of it. */
  readonly href: string;
  readonly limits: ProductLimits;
}

export interface DecisionCriterion {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly question: string;
}

/** What the page gives the tool from the site's data, in the reader's language. */
export interface DecisionData {
  readonly knowledge: ProductKnowledge;
  readonly products: readonly DecisionProduct[];
  readonly criteria: readonly DecisionCriterion[];
  /** Group → its name, in the order of the site. */
  readonly groups: Readonly<Record<string, string>>;
}

export interface DecisionQuestion {
  readonly policy: DecisionPolicy;
  readonly seed: number;
}

export interface DecisionPanelProps {
  readonly words: Words;
  readonly own: DecisionWords;
  readonly session: FleetSession;
  readonly data: DecisionData;
  readonly answering: ToolAnswer<DecisionQuestion, Decision>;
}

/** Changes the reader's policy, leaving the rest of the settings as they are. */
export function setPolicy(session: FleetSession, change: Partial<DecisionPolicy>) {
  const scenario = session.scenario.peek();
  session.scenario.value = { ...scenario, decision: { ...scenario.decision, ...change } };
}

/** Names of products and criteria by their ids; an id that the data does not have stays as it is. */
export function namesIn({ products, criteria }: DecisionData, costName: string) {
  const product = new Map(products.map(({ id, name }) => [id, name]));
  const criterion = new Map(criteria.map(({ id, name }) => [id, name]));
  return {
    product: (id: string) => product.get(id) ?? id,
    criterion: (id: string) => (id === 'cost' ? costName : (criterion.get(id) ?? id)),
  };
}
