import type { Missing } from '~/model/cost/flows.ts';
import type { CostOption, CostSettings, StayOption } from '~/model/cost/settings.ts';
import type { CostOutcome } from '~/model/cost/steps.ts';
import type { Layer, Terms } from '~/model/licensing/terms.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { EnergyFactor, PowerCurve } from '~/scenario/cost-catalogue.ts';
import type { CostPageWords } from '~/words/cost.ts';
import type { Words } from '~/words/words.ts';
import type { FleetSession } from '../store/fleet-session.ts';
import type { ToolAnswer } from '../store/tool-answer.ts';

/** What the page gives the tool from the site's data, in the reader's language. */
export interface CostToolCatalogue {
  readonly factors: readonly (Omit<EnergyFactor, 'name' | 'note' | 'unit'> & {
    readonly name: string;
    readonly note: string | null;
    readonly unit: string;
  })[];
  readonly curves: readonly (Omit<PowerCurve, 'name' | 'note'> & {
    readonly name: string;
    readonly note: string;
  })[];
  /** Typical two-socket machines by the years in which they were measured. */
  readonly medians: readonly {
    readonly from: number;
    readonly to: number;
    readonly count: number;
    readonly idleWatts: number;
    readonly fullWatts: number;
  }[];
  readonly terms: readonly Terms[];
  readonly products: readonly {
    readonly id: string;
    readonly family: string;
    readonly name: string;
    readonly layer: Layer;
    readonly covers: Terms['covers'];
  }[];
  readonly specpower: {
    readonly title: string;
    readonly url: string | null;
    readonly asOf: string;
  };
}

/** Everything that an answer depends on: a question is asked again when one of them changes. */
export interface CostAsked {
  readonly scenario: Scenario;
  readonly fleetKey: object | null;
}

/** What every panel of the tool is given. */
export interface PanelProps {
  readonly words: Words;
  readonly own: CostPageWords;
  readonly session: FleetSession;
  readonly catalogue: CostToolCatalogue;
  readonly base: string;
  readonly outcome: CostOutcome | null;
}

export type CostToolAnswer = ToolAnswer<CostAsked, CostOutcome>;

/** Changes the cost section of the session's scenario. */
export function changeCost(session: FleetSession, change: (cost: CostSettings) => CostSettings) {
  const scenario = session.scenario.peek();
  session.scenario.value = { ...scenario, cost: change(scenario.cost) };
}

/** A product by its name; what is no product keeps the name that it has. */
export const nameOf = ({ products }: CostToolCatalogue, name: string): string =>
  products.find(({ id }) => id === name)?.name ?? name;

export const namedGap = (catalogue: CostToolCatalogue, gap: Missing): Missing =>
  gap.kind === 'licences' ? { ...gap, name: nameOf(catalogue, gap.name) } : gap;

export type AnyOption = StayOption | CostOption;

export const isOption = (option: AnyOption): option is CostOption => 'migration' in option;

/** Changes staying (`place` −1) or an option. */
export function changeOption(
  session: FleetSession,
  place: number,
  change: (option: AnyOption) => AnyOption,
) {
  changeCost(session, (cost) =>
    place < 0
      ? { ...cost, stay: change(cost.stay) as StayOption }
      : {
          ...cost,
          options: cost.options.map((option, index) =>
            index === place ? (change(option) as CostOption) : option,
          ),
        },
  );
}
