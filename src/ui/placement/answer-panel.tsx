import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Balance, BalanceAnswer } from '~/model/balancing/balance.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { Words } from '~/words/words.ts';
import type { PlannerClient } from '~/worker/client.ts';
import { ImpossibleNotice } from '../migration/impossible-notice.tsx';
import { Near } from '../parts/near.tsx';
import { Step } from '../parts/step.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { createToolAnswer } from '../store/tool-answer.ts';
import { CompareTable } from './compare-table.tsx';
import { Timeline } from './timeline.tsx';

export interface AnswerPanelProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly session: FleetSession;
  readonly planner: PlannerClient;
}

interface Question {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
}

/** The rules over the fleet's time: side by side, and hour by hour. */
export function AnswerPanel({ words, own, session, planner }: AnswerPanelProps) {
  const { placement: texts } = own;
  const tool = useMemo(
    () =>
      createToolAnswer<Question, Balance>(
        planner,
        (door, { scenario }, onProgress) => door.balance(scenario, null, onProgress),
        400,
      ),
    [planner],
  );
  const fleet = session.loaded.value?.fleet ?? null;
  const scenario = session.scenario.value;
  useEffect(() => {
    if (fleet === null) tool.clear();
    else tool.ask({ fleet, scenario });
  }, [tool, fleet, scenario]);
  const work = tool.work.value;
  const answered = tool.answered.value;
  const isCurrent = answered?.question.fleet === fleet && answered?.question.scenario === scenario;
  return (
    <>
      <section class="step" id="answer" aria-labelledby="answer-title" data-whole={isCurrent}>
        <h2 id="answer-title">{texts.page.steps.answer}</h2>
        {fleet === null && <p>{texts.noFleet}</p>}
        {work.kind === 'asking' && (
          <div class="toolbar" role="status">
            <span>{texts.working}</span>
            <progress
              aria-label={texts.working}
              max={1}
              value={work.progress?.step === 'simulating' ? work.progress.doneRatio : undefined}
            />
            <button type="button" onClick={tool.stop}>
              {texts.stop}
            </button>
          </div>
        )}
        {work.kind === 'failed' && (
          <p class="notice" data-kind="bad">
            {own.evacuation.failed(work.message)}
          </p>
        )}
        {work.kind === 'rest' && fleet !== null && !isCurrent && (
          <div class="toolbar">
            <span>{texts.stopped}</span>
            <button type="button" onClick={() => tool.ask({ fleet, scenario })}>
              {texts.again}
            </button>
          </div>
        )}
        {answered?.answer.kind === 'impossible' && fleet !== null && (
          <ImpossibleNotice {...{ words, own, fleet, scenario }} answer={answered.answer} />
        )}
        {answered?.answer.kind === 'balanced' && fleet !== null && (
          <CompareTable
            words={words}
            own={own}
            answer={answered.answer}
            settings={answered.question.scenario.balancing}
          />
        )}
        <details>
          <summary>{texts.page.how}</summary>
          <p>{texts.page.method}</p>
        </details>
      </section>
      {answered?.answer.kind === 'balanced' && (
        <OverTime
          words={words}
          own={own}
          answer={answered.answer}
          fleet={answered.question.fleet}
          threshold={answered.question.scenario.balancing.thresholdRatio.cpu}
        />
      )}
    </>
  );
}

interface OverTimeProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly answer: BalanceAnswer;
  readonly fleet: Fleet;
  readonly threshold: number;
}

function OverTime(props: OverTimeProps) {
  const { words, own, answer, threshold } = props;
  const [wanted, setSlot] = useState(0);
  const slot = Math.min(wanted, answer.slotCount - 1);
  return (
    <Step id="time" title={own.placement.page.steps.time}>
      <Timeline {...props} slot={slot} onSlot={setSlot} />
      <Near load={loadCharts} props={{ words, own, answer, threshold, slot }} />
    </Step>
  );
}

/** Nobody pays for Plot who does not look. */
const loadCharts = async () => (await import('./charts-panel.tsx')).ChartsPanel;
