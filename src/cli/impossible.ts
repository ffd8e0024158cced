import type { ClusterOutcome } from '../model/cluster/cluster.ts';
import type { Fleet } from '../model/fleet/fleet.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MigrationWords } from '../words/migration.ts';
import { sentence } from '../words/sentences.ts';
import { exitCodes, type Request } from './command.ts';
import { contextOf, tellReasons } from './tell-obstacles.ts';
import type { Texts } from './texts.ts';

interface About {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
  readonly texts: Texts;
  readonly words: MigrationWords;
  readonly request: Request;
}

/** Says why there are no hosts to move machines between; the exit code. */
export function impossibleExit(
  reasons: Extract<ClusterOutcome, { kind: 'impossible' }>['reasons'],
  { fleet, scenario, texts, words, request }: About,
): number {
  const context = contextOf({ fleet, scenario });
  tellReasons(
    reasons,
    (reason) =>
      reason.kind === 'hosts-unknown'
        ? words.hostsUnknown
        : sentence(texts.words.answer.obstacle, reason, context),
    texts,
  );
  if (request.isJson) console.log(JSON.stringify({ kind: 'impossible', reasons }));
  return exitCodes.infeasible;
}
