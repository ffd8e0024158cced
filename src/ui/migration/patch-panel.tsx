import { useEffect, useMemo } from 'preact/hooks';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { PatchAnswer } from '~/model/migration/answer.ts';
import type { Scenario } from '~/model/scenario.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { createToolAnswer } from '../store/tool-answer.ts';
import { ImpossibleNotice } from './impossible-notice.tsx';
import type { PanelProps } from './parts.ts';
import { WorkLine } from './work-line.tsx';

interface Question {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
}

type Patched = Extract<PatchAnswer, { kind: 'patched' }>;

/** Names that a refusal lists; the rest are counted. */
const mostNames = 8;

/** All hosts patched, one after the other. */
export function PatchPanel({ words, own, session, planner }: PanelProps) {
  const tool = useMemo(
    () =>
      createToolAnswer<Question, PatchAnswer>(planner, (door, { scenario }, onProgress) =>
        door.patch(scenario, onProgress),
      ),
    [planner],
  );
  const fleet = session.loaded.value?.fleet ?? null;
  const scenario = session.scenario.value;
  useEffect(() => tool.clear(), [tool, fleet, scenario]);
  if (fleet === null) return <p>{own.evacuation.noFleet}</p>;
  const work = tool.work.value;
  const answered = tool.answered.value;
  return (
    <div class="patch">
      <div class="toolbar">
        {work.kind === 'asking' ? (
          <button type="button" onClick={tool.stop}>
            {own.patch.stop}
          </button>
        ) : (
          <button type="button" onClick={() => tool.ask({ fleet, scenario })}>
            {own.patch.start}
          </button>
        )}
      </div>
      <WorkLine own={own} work={work} />
      {answered?.answer.kind === 'impossible' && (
        <ImpossibleNotice {...{ words, own, fleet, scenario }} answer={answered.answer} />
      )}
      {answered?.answer.kind === 'patched' && (
        <PatchedView {...{ words, own, fleet }} answer={answered.answer} />
      )}
    </div>
  );
}

interface PatchedViewProps extends Pick<PanelProps, 'words' | 'own'> {
  readonly fleet: Fleet;
  readonly answer: Patched;
}

function PatchedView({ words, own, fleet, answer }: PatchedViewProps) {
  const { patch, hostNames, rows } = answer;
  const { patch: texts } = own;
  const { format } = words;
  const host = (index: number) => hostNames[index] ?? '';
  const workload = (item: number) => fleet.names[rows[item] ?? -1] ?? '';
  return (
    <>
      <p class="headline" data-testid="patch">
        {patch.isComplete
          ? texts.headline(patch.steps.length, own.duration(patch.seconds, words))
          : texts.refused(patch.steps.length, hostNames.length)}
      </p>
      {!patch.isComplete && (
        <div class="notice" data-kind="bad">
          <ul>
            {patch.refused.map(({ host: index, stuck }) => (
              <li key={index}>
                {texts.blocked(host(index))}{' '}
                {format.names(stuck.slice(0, mostNames).map(({ item }) => workload(item)))}
                {stuck.length > mostNames && ` (${texts.more(stuck.length - mostNames)})`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {patch.steps.length > 0 && (
        <SimpleTable
          caption={texts.title}
          head={texts.head}
          figures={[1, 2, 3, 4]}
          rows={patch.steps.map((step) => [
            host(step.host),
            own.duration(step.startSeconds, words),
            own.duration(step.evacuationSeconds, words),
            format.count(step.moves),
            own.duration(step.endSeconds, words),
            step.fullest === null
              ? format.unknown
              : own.evacuation.full(
                  host(step.fullest.host),
                  words.answer.resource[step.fullest.resource],
                  format.percent(step.fullest.ratio),
                ),
          ])}
        />
      )}
    </>
  );
}
