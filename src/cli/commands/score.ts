import { selectWorkloads } from '../../model/consolidation/selection.ts';
import type { Fleet } from '../../model/fleet/fleet.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type FleetFit, fleetFit } from '../../model/scoring/fleet-fit.ts';
import { publicDecision } from '../../model/scoring/public-decision.ts';
import {
  type CurrentEdition,
  limitOf,
  parseCurrentEdition,
  toKnowledge,
} from '../../scenario/current-edition.ts';
import { decisionProblems } from '../../scenario/decision-ids.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes, textOption, UsageError } from '../command.ts';
import { readData } from '../read-data.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import { scoreTexts } from '../score-texts.ts';

/** Which product by the reader's weights, and how sure that is. */
export const score: Command = {
  name: 'score',
  options: { scenario: 'text' },
  help: ({ language }) => scoreTexts[language].page,
  run: async (request, texts) => {
    const path = textOption(request, 'scenario');
    const scenario = await readScenario(request, texts);
    const edition = await readEdition();
    const problems = decisionProblems(scenario.decision, edition);
    if (problems.length > 0) {
      throw new UsageError(
        problems.map((problem) => texts.scenarioProblem(path ?? '', problem)).join('\n'),
      );
    }
    const planner = createLocalPlanner();
    const fleet =
      request.files.length === 0 ? null : (await importAsked(planner, request, texts)).fleet;
    const decision = await planner.decide(
      toKnowledge(edition),
      scenario.decision,
      scenario.seed,
      null,
    );
    const fits = fleet === null ? null : fitsOf(fleet, scenario, edition);
    const own = scoreTexts[texts.language];
    if (decision.kind === 'none-left') console.error(`hostfit: ${own.noneLeft}`);
    if (request.isJson) {
      console.log(JSON.stringify({ ...publicDecision(decision), ...publicFit(fits, fleet) }));
    } else console.log(own.decision(decision, edition, fits, fleet));
    return decision.kind === 'ranked' ? exitCodes.done : exitCodes.infeasible;
  },
};

async function readEdition(): Promise<CurrentEdition> {
  return parseCurrentEdition({
    products: await readData('current/products'),
    criteria: await readData('current/criteria'),
    statements: await readData('current/statements'),
  });
}

export type ProductFit = FleetFit & { readonly product: string };

function fitsOf(fleet: Fleet, scenario: Scenario, edition: CurrentEdition): ProductFit[] {
  const { rows } = selectWorkloads(fleet, scenario.exclude);
  return edition.products.map(({ id }) => ({
    product: id,
    ...fleetFit(fleet, rows, {
      vmVcpus: limitOf(edition.statements, id, 'vmVcpus'),
      vmMemoryGib: limitOf(edition.statements, id, 'vmMemoryGib'),
    }),
  }));
}

/** The public form: names in place of rows. */
const publicFit = (fits: readonly ProductFit[] | null, fleet: Fleet | null) =>
  fits === null || fleet === null
    ? {}
    : {
        fit: fits.map(({ product, tooLarge, unchecked }) => ({
          product,
          tooLarge: tooLarge.map(({ row, ...figures }) => ({
            workload: fleet.names[row],
            ...figures,
          })),
          unchecked,
        })),
      };
