import { publicEvacuation } from '../../model/migration/public-evacuation.ts';
import { loadMigrationWords } from '../../words/migration.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes, textOption, UsageError } from '../command.ts';
import { impossibleExit } from '../impossible.ts';
import { migrationTextsFor } from '../migration-texts.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';

/** Empties a host: order, time, and what cannot move and why. */
export const evacuate: Command = {
  name: 'evacuate',
  options: { scenario: 'text', host: 'text' },
  help: ({ language }) => migrationTextsFor(language).evacuate,
  run: async (request, texts) => {
    const own = migrationTextsFor(texts.language);
    const scenario = await readScenario(request, texts);
    const planner = createLocalPlanner();
    const { fleet } = await importAsked(planner, request, texts);
    const answer = await planner.evacuate(scenario, textOption(request, 'host'), null);
    const words = await loadMigrationWords(texts.language);
    if (answer.kind === 'impossible') {
      return impossibleExit(answer.reasons, { fleet, scenario, texts, words, request });
    }
    if (answer.kind === 'no-such-host') {
      throw new UsageError(own.noSuchHost(answer.host, answer.hostNames));
    }
    const { evacuation, rows, hostNames } = answer;
    const { format } = texts.words;
    const names = {
      workload: (index: number) => fleet.names[rows[index] ?? -1] ?? '',
      host: (host: number) => hostNames[host] ?? '',
    };
    for (const { item, reason } of evacuation.stuck) {
      const said = words.stuck(reason, names, texts.words);
      console.error(`hostfit: ${names.workload(item)}: ${said}`);
    }
    if (request.isJson) console.log(JSON.stringify(publicEvacuation(fleet, answer)));
    else {
      console.log(
        own.evacuated({
          host: names.host(evacuation.host),
          moves: format.count(evacuation.moves.length),
          time: words.duration(evacuation.seconds, texts.words),
          sent: format.withUnit(evacuation.sentMib / 1024, 'GiB'),
          order: evacuation.moves.map(
            ({ item, to, endSeconds }) =>
              `${names.workload(item)} → ${names.host(to)}  ${words.duration(endSeconds, texts.words)}`,
          ),
        }),
      );
    }
    return evacuation.stuck.length === 0 ? exitCodes.done : exitCodes.infeasible;
  },
};
