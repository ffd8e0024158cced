import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Fullest } from '~/model/cluster/loads.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { EvacuationAnswer } from '~/model/migration/answer.ts';
import { publicEvacuation } from '~/model/migration/public-evacuation.ts';
import type { Scenario } from '~/model/scenario.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { downloadText } from '../parts/download.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { createToolAnswer } from '../store/tool-answer.ts';
import { ImpossibleNotice } from './impossible-notice.tsx';
import type { PanelProps } from './parts.ts';
import { WorkLine } from './work-line.tsx';

interface Question {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
  readonly host: string | null;
}

type Evacuated = Extract<EvacuationAnswer, { kind: 'evacuated' }>;

/** Rows that are listed; the command line gives all. */
const mostRows = 200;

/** A host emptied: order, time, and what cannot move. */
export function EvacuationPanel(props: PanelProps) {
  const { words, own, session, planner } = props;
  const [host, setHost] = useState<string | null>(null);
  const tool = useMemo(
    () =>
      createToolAnswer<Question, EvacuationAnswer>(
        planner,
        (door, { scenario, host: asked }, onProgress) => door.evacuate(scenario, asked, onProgress),
        250,
      ),
    [planner],
  );
  const fleet = session.loaded.value?.fleet ?? null;
  const scenario = session.scenario.value;
  useEffect(() => {
    if (fleet === null) tool.clear();
    else tool.ask({ fleet, scenario, host });
  }, [tool, fleet, scenario, host]);
  const answered = tool.answered.value;
  const answer = answered?.answer;
  useEffect(() => {
    // Another fleet or plan has other hosts.
    if (answer?.kind === 'no-such-host') setHost(null);
  }, [answer]);
  if (fleet === null) return <p>{own.evacuation.noFleet}</p>;
  const isSettled = answered?.question.scenario === scenario && answered.question.host === host;
  return (
    <div class="evacuation" data-settled={isSettled}>
      <WorkLine own={own} work={tool.work.value} />
      {answer?.kind === 'impossible' && (
        <ImpossibleNotice
          words={words}
          own={own}
          answer={answer}
          fleet={fleet}
          scenario={scenario}
        />
      )}
      {answer?.kind === 'evacuated' && answered?.question.fleet === fleet && (
        <>
          <ChoiceField
            label={own.evacuation.host}
            value={host ?? ''}
            options={[
              { value: '', label: own.evacuation.fullest },
              ...answer.hostNames.map((name) => ({ value: name, label: name })),
            ]}
            onValue={(name) => setHost(name === '' ? null : name)}
          />
          <Evacuated {...props} fleet={fleet} answer={answer} />
        </>
      )}
    </div>
  );
}

function Evacuated(props: PanelProps & { readonly fleet: Fleet; readonly answer: Evacuated }) {
  const { words, own, fleet, answer } = props;
  const { evacuation: texts } = own;
  const { format } = words;
  const { evacuation, hostNames, rows } = answer;
  const host = (index: number) => hostNames[index] ?? '';
  const workload = (item: number) => fleet.names[rows[item] ?? -1] ?? '';
  const full = (fullest: Fullest | null) =>
    fullest === null
      ? format.unknown
      : texts.full(
          host(fullest.host),
          words.answer.resource[fullest.resource],
          format.percent(fullest.ratio),
        );
  const name = host(evacuation.host);
  const longest = Math.max(0, ...evacuation.moves.map(({ move }) => move.downtimeSeconds));
  const isStuck = evacuation.stuck.length > 0;
  return (
    <>
      <p class="headline" data-testid="evacuation">
        {isStuck
          ? texts.headlineStuck(name, evacuation.stuck.length)
          : texts.headline(name, own.duration(evacuation.seconds, words))}
      </p>
      {isStuck && (
        <div class="notice" data-kind="bad">
          <h3>{texts.stuckTitle}</h3>
          <ul>
            {evacuation.stuck.slice(0, mostRows).map(({ item, reason }) => (
              <li key={item}>
                <strong>{workload(item)}</strong>: {own.stuck(reason, { host, workload }, words)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <dl class="figures">
        {(
          [
            [texts.moves, format.count(evacuation.moves.length)],
            [texts.sent, format.withUnit(evacuation.sentMib / 1024, 'GiB')],
            [texts.longest, own.duration(longest, words)],
            [texts.before, full(evacuation.before), 'text'],
            [texts.after, full(evacuation.after), 'text'],
          ] as const
        ).map(([term, value, kind]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd data-kind={kind}>{value}</dd>
          </div>
        ))}
      </dl>
      <ul class="notes">
        <li>{texts.source[answer.source]}</li>
        <li>
          {texts.lanes(
            evacuation.lanes.count,
            format.withUnit(evacuation.lanes.mibPerSecond, 'MiB/s'),
          )}
        </li>
        <li>
          {evacuation.lanes.takenRatio === 0
            ? own.machine.notTaken
            : own.machine.taken(format.percent(evacuation.lanes.takenRatio))}{' '}
          {evacuation.vmTrafficMibPerSecond === null
            ? texts.trafficUnknown
            : texts.traffic(
                format.withUnit(evacuation.vmTrafficMibPerSecond, 'MiB/s'),
                format.withUnit(evacuation.lanes.linkMibPerSecond, 'MiB/s'),
              )}
        </li>
        <li>{texts.assumed}</li>
        {answer.notes.map((note) => (
          <li key={note.kind}>{own.clusterNote(note, words)}</li>
        ))}
      </ul>
      <div class="toolbar">
        <button
          type="button"
          onClick={() =>
            downloadText(
              'evacuation.json',
              'application/json',
              JSON.stringify(publicEvacuation(fleet, answer)),
            )
          }
        >
          {own.save}
        </button>
      </div>
      {evacuation.moves.length > 0 && (
        <SimpleTable
          caption={texts.orderTitle}
          head={texts.orderHead}
          figures={[2, 3, 4]}
          rows={evacuation.moves
            .slice(0, mostRows)
            .map(({ item, to, startSeconds, endSeconds, move, isAlone, target }) => [
              workload(item),
              host(to),
              own.duration(startSeconds, words),
              own.duration(endSeconds, words),
              own.duration(move.downtimeSeconds, words),
              isAlone ? `${own.by[move.by]} (${texts.alone})` : own.by[move.by],
              `${words.answer.resource[target.resource]} ${format.percent(target.ratio)}`,
            ])}
        />
      )}
    </>
  );
}
