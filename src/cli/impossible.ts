import type { ClusterOutcome } from '../model/cluster/cluster.ts';
import type { Scenario } from '../model/scenario.ts';
import type { MigrationWords } from '../words/migration.ts';
import { sentence } from '../words/sentences.ts';
import { exitCodes, type Request } from './command.ts';
import type { importInto } from './read-files.ts';
import type { Texts } from './texts.ts';

interface About {
  readonly outcome: Awaited<ReturnType<typeof importInto>>;
  readonly scenario: Scenario;
  readonly texts: Texts;
  readonly words: MigrationWords;
  readonly request: Request;
}

/** So many reasons are told on standard error; the JSON document has all. */
const shownReasons = 20;

/** Says why there are no hosts to move machines between; the exit code. */
export function impossibleExit(
  reasons: Extract<ClusterOutcome, { kind: 'impossible' }>['reasons'],
  { outcome, scenario, texts, words, request }: About,
): number {
  const context = {
    workloadName: (row: number) => outcome.fleet.names[row] ?? '',
    hostTypeName: (id: string) => scenario.hostTypes.find((type) => type.id === id)?.name ?? id,
    slots: null,
  };
  for (const reason of reasons.slice(0, shownReasons)) {
    const said =
      reason.kind === 'hosts-unknown'
        ? words.hostsUnknown
        : sentence(texts.words.answer.obstacle, reason, context);
    console.error(`hostfit: ${said}`);
  }
  if (request.isJson) console.log(JSON.stringify({ kind: 'impossible', reasons }));
  return exitCodes.infeasible;
}
