import { publicBalance } from '../../model/balancing/public-balance.ts';
import { type PolicyId, policyIds } from '../../model/balancing/settings.ts';
import { loadMigrationWords } from '../../words/migration.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes, textOption, UsageError } from '../command.ts';
import { impossibleExit } from '../impossible.ts';
import { type MigrationTexts, migrationTextsFor } from '../migration-texts.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';

/** So many moves are listed without --json. */
const shownMoves = 40;

/** Runs one rule set of dynamic placement over the fleet's profile. */
export const balance: Command = {
  name: 'balance',
  options: { scenario: 'text', policy: 'text' },
  help: ({ language }) => migrationTextsFor(language).balance,
  run: async (request, texts) => {
    const own = migrationTextsFor(texts.language);
    const scenario = await readScenario(request, texts);
    const policy = policyOf(textOption(request, 'policy'), scenario.balancing.policy, own);
    const planner = createLocalPlanner();
    const { fleet } = await importAsked(planner, request, texts);
    const answer = await planner.balance(scenario, [policy], null);
    const words = await loadMigrationWords(texts.language);
    if (answer.kind === 'impossible') {
      return impossibleExit(answer.reasons, { fleet, scenario, texts, words, request });
    }
    const [run] = answer.kind === 'stopped' ? [] : answer.runs;
    if (answer.kind === 'stopped' || run === undefined) throw new Error('the run was stopped');
    const told = publicBalance(fleet, answer, run);
    const { format } = texts.words;
    if (request.isJson) console.log(JSON.stringify(told));
    else {
      console.log(
        own.balanced({
          policy,
          moves: format.count(run.migrations.length),
          over: format.withUnit(run.overThresholdMinutes, 'min'),
          imbalance: format.percent(run.imbalance, 1),
          energy: run.energyKwh === null ? format.unknown : format.withUnit(run.energyKwh, 'kWh'),
          list: told.migrations
            .slice(0, shownMoves)
            .map(
              ({ atSeconds, workload, from, to }) =>
                `${words.duration(atSeconds, texts.words)}  ${workload}: ${from} → ${to}`,
            ),
        }),
      );
    }
    return exitCodes.done;
  },
};

function policyOf(given: string | null, otherwise: PolicyId, own: MigrationTexts): PolicyId {
  if (given === null) return otherwise;
  const found = policyIds.find((id) => id === given);
  if (found === undefined) throw new UsageError(own.noSuchPolicy(given));
  return found;
}
