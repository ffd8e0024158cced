import type { FailoverOutcome } from '../../model/failover/answer.ts';
import { publicFailover } from '../../model/failover/public-answer.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type FailoverWords, loadFailoverWords } from '../../words/failover.ts';
import { createLocalPlanner } from '../../worker/local-planner.ts';
import { type Command, exitCodes, type HelpPage, UsageError } from '../command.ts';
import { en } from '../failover-texts.en.ts';
import { ja } from '../failover-texts.ja.ts';
import { importAsked } from '../read-files.ts';
import { readScenario } from '../read-scenario.ts';
import type { Texts } from '../texts.ts';

export interface FailoverTexts {
  readonly help: HelpPage;
}

const textsOf = ({ language }: Texts): FailoverTexts => (language === 'ja' ? ja : en);

/** So many machines and events are told to a reader; the JSON document has all. */
const shown = 40;

/** Breaks a cluster and says what is down, for how long, and why it stays so. */
export const failover: Command = {
  name: 'failover',
  options: { scenario: 'text', seed: 'text' },
  help: (texts) => textsOf(texts).help,
  run: async (request, texts) => {
    const words = await loadFailoverWords(texts.language);
    const scenario = await readScenario(request, texts);
    const planner = createLocalPlanner();
    // The test bed needs no fleet.
    if (scenario.failover.cluster !== 'test-bed' || request.files.length > 0) {
      await importAsked(planner, request, texts);
    }
    const answer = await planner.failover(scenario, null);
    if (answer.kind === 'unknown-target') throw new UsageError(words.impossible(answer));
    if (answer.kind !== 'simulated') {
      console.error(`hostfit: ${words.impossible(answer)}`);
      if (request.isJson) console.log(JSON.stringify({ kind: answer.kind }));
      return exitCodes.infeasible;
    }
    if (request.isJson) console.log(JSON.stringify(publicFailover(answer, scenario.failover)));
    else console.log(told(answer, scenario, words));
    return exitCodes.done;
  },
};

/** The answer for a reader at a terminal. */
function told(outcome: FailoverOutcome, { failover }: Scenario, words: FailoverWords): string {
  const { cluster, vms, timeline, notes } = outcome;
  const hostName = (host: number) => cluster.hostNames[host] ?? '';
  const vmName = (vm: number) => cluster.vmNames[vm] ?? '';
  const { answer, duration } = words;
  const name = (kind: 'host' | 'vm', target: number | string) =>
    typeof target === 'string' ? target : kind === 'host' ? hostName(target) : vmName(target);
  const machine = ({ vm, downSeconds, ending, host, reason }: FailoverOutcome['vms'][number]) =>
    [
      vmName(vm),
      duration(downSeconds),
      answer.endings[ending],
      reason === null ? hostName(host) : words.reason(reason),
    ].join('\t');
  const event = (entry: FailoverOutcome['timeline'][number]) => {
    const incident = entry.incident === null ? null : failover.incidents[entry.incident];
    const subject = incident
      ? words.incident(incident, name)
      : entry.vm === null
        ? hostName(entry.host ?? -1)
        : vmName(entry.vm);
    return `${duration(entry.atSeconds)}\t${words.logLine(entry, subject)}`;
  };
  return [
    ...headline(outcome, words),
    ...notes.map(words.note),
    '',
    ...vms.slice(0, shown).map(machine),
    ...(vms.length > shown ? [answer.more(vms.length - shown)] : []),
    '',
    ...timeline.slice(0, shown).map(event),
  ].join('\n');
}

function headline(outcome: FailoverOutcome, { answer, duration }: FailoverWords): string[] {
  const { vms, notRestarted, restartedAllSeconds, guestsAllSeconds, ranTwice } = outcome;
  if (vms.length === 0) return [answer.nothing];
  const first =
    restartedAllSeconds === null
      ? answer.someDown(notRestarted, vms.length)
      : answer.allBack(vms.length, duration(restartedAllSeconds));
  return [
    first,
    ...(guestsAllSeconds === null ? [] : [answer.guests(duration(guestsAllSeconds))]),
    ...(ranTwice > 0 ? [answer.twice(ranTwice)] : []),
    answer.unaffected(outcome.unaffected),
  ];
}
