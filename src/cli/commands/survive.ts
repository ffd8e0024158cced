import type { Fleet } from '../../model/fleet/fleet.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { CleanCluster, SurvivalMap } from '../../model/survival/answer.ts';
import { publicCleanCluster, publicSurvival } from '../../model/survival/public-answer.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { availabilityTexts, type SurvivalLines } from '../availability-texts.ts';
import { type Command, exitCodes, hasFlag, type Request } from '../command.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import { tellObstacles } from '../tell-obstacles.ts';
import type { Texts } from '../texts.ts';
import { settingOf, wholeOption } from '../with-availability.ts';

/** So many names are told; the JSON document has all. */
const shownNames = 20;

/** Lets every host, every set of hosts and every rack fail in every hour. */
export const survive: Command = {
  name: 'survive',
  options: {
    scenario: 'text',
    failures: 'text',
    racks: 'text',
    smallest: 'flag',
    seed: 'text',
  },
  help: ({ language }) => availabilityTexts(language).pages.survive,
  run: async (request, texts) => {
    const settings = await readScenario(request, texts);
    const scenario = withOptions(settings, request, texts);
    const planner = createLocalPlanner();
    const outcome = await importAsked(planner, request, texts);
    const { fleet } = outcome;
    const answer = await planner.survival(scenario, null);
    if (answer.kind === 'impossible') {
      tellObstacles(answer.reasons, { fleet, scenario, texts });
      if (request.isJson) console.log(JSON.stringify(publicSurvival(fleet, answer)));
      return exitCodes.infeasible;
    }
    const clean = hasFlag(request, 'smallest') ? await planner.cleanCluster(scenario, null) : null;
    const smallest = clean?.kind === 'found' ? clean : null;
    if (request.isJson) {
      console.log(
        JSON.stringify({
          ...publicSurvival(fleet, answer),
          ...(smallest === null ? {} : { smallest: publicCleanCluster(scenario, smallest) }),
        }),
      );
    } else {
      const lines = linesOf(answer, smallest, { fleet, texts });
      console.log(availabilityTexts(texts.language).survival(lines));
    }
    return exitCodes.done;
  },
};

function withOptions(scenario: Scenario, request: Request, texts: Texts): Scenario {
  const { availability } = scenario;
  return settingOf(scenario, texts, {
    ...availability,
    failures: wholeOption(request, 'failures', texts) ?? availability.failures,
    racks: wholeOption(request, 'racks', texts) ?? availability.racks,
  });
}

function linesOf(
  answer: SurvivalMap,
  smallest: CleanCluster | null,
  { fleet, texts }: { fleet: Fleet; texts: Texts },
): SurvivalLines {
  const { format } = texts.words;
  const names = answer.hostNames;
  const cheapest = smallest?.cheapest == null ? null : smallest.extras[smallest.cheapest];
  return {
    hosts: format.count(answer.hostTypeIndex.length),
    tolerates: format.count(answer.tolerates),
    failures: format.count(answer.failures),
    levels: answer.levels.map(({ worst, ...level }) => ({
      failures: format.count(level.failures),
      failed: format.count(level.failedCount),
      checked: format.count(level.checkedCount),
      all: format.count(level.lossCount),
      isSample: level.isSample,
      worst: format.names(worst.hosts.map((host) => names[host] ?? '')),
      hour: format.slot(worst.slot ?? 0, answer.slots),
      lost: format.count(worst.lost),
      unplaced: format.count(worst.unplaced.length),
    })),
    unrestartable: answer.unrestartable
      .slice(0, shownNames)
      .map(({ row }) => fleet.names[row] ?? ''),
    more: Math.max(0, answer.unrestartable.length - shownNames),
    smallest: smallest && {
      hosts: smallest.smallest === null ? null : format.count(smallest.smallest.hosts),
      cheapest:
        cheapest?.hosts == null ? null : `${format.count(cheapest.hosts)} × ${cheapest.hostType}`,
    },
  };
}
