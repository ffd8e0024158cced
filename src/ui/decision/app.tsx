import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { DecisionAnswer } from '~/model/scoring/answer.ts';
import { publicDecision } from '~/model/scoring/public-decision.ts';
import { type DecisionPageWords, loadDecisionPageWords } from '~/words/decision.ts';
import type { Language } from '~/words/format.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import {
  type FleetTool,
  type FleetToolParts,
  plainSession,
  useFleetTool,
} from '../fleet/use-fleet-tool.ts';
import { downloadText } from '../parts/download.ts';
import '../parts/tool.css';
import type { FleetSession } from '../store/fleet-session.ts';
import { createToolAnswer } from '../store/tool-answer.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { CostPanel } from './cost-panel.tsx';
import { markdownOf } from './markdown.ts';
import './decision.css';
import { Step } from '../parts/step.tsx';
import type { Answered, DecisionData, DecisionPanelProps, DecisionQuestion } from './parts.ts';
import { ProductsPanel } from './products-panel.tsx';
import { decisionRecord } from './record.ts';
import { RecordView } from './record-view.tsx';
import { sayingOf } from './say.ts';
import { SecondPanel } from './second-panel.tsx';
import { WeightsPanel } from './weights-panel.tsx';

export interface DecisionToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly data: DecisionData;
}

const parts: FleetToolParts<FleetSession, DecisionPageWords> = {
  loadOwn: loadDecisionPageWords,
  createSession: plainSession,
};

/** The decision tool: what matters to the reader in, a ranking that says how sure it is out. */
export default function DecisionTool({ language, base, data }: DecisionToolProps) {
  const tool = useFleetTool(language, parts);
  if (tool === null) return null;
  return <Tool {...tool} base={base} data={data} />;
}

interface ToolProps extends FleetTool<FleetSession, DecisionPageWords> {
  readonly base: string;
  readonly data: DecisionData;
}

/** Two times 20,000 drawings take about half a second: asked once the hand rests a moment. */
const restMilliseconds = 150;

function Tool({ words, own, session, planner, problems, base, data }: ToolProps) {
  const answering = useMemo(
    () =>
      createToolAnswer<DecisionQuestion, DecisionAnswer>(
        planner,
        (door, { scenario }, onProgress) => door.decide(scenario, data.basis, onProgress),
        restMilliseconds,
      ),
    [planner, data],
  );
  useSignalEffect(() => {
    const fleet = session.loaded.value?.fleet ?? null;
    answering.ask({ scenario: session.scenario.value, fleet });
  });
  useEffect(() => () => answering.stop(), [answering]);
  const panel: DecisionPanelProps = { words, own, session, data, answering };
  const { steps } = own;
  const answered = answering.answered.value;
  const work = answering.work.value;
  const isWhole =
    work.kind === 'rest' &&
    answered !== null &&
    answered.question.scenario === session.scenario.value &&
    answered.question.fleet === (session.loaded.value?.fleet ?? null);
  return (
    <div class="planner decision" data-whole={isWhole} data-work={work.kind}>
      <AddressProblems words={words} problems={problems} />
      <div class="workbench">
        <Step id="weights" title={steps.weights}>
          <WeightsPanel {...panel} />
        </Step>
        <Step id="answer" title={steps.answer} isOutcome>
          <AnswerPanel {...panel} />
        </Step>
      </div>
      <Step id="second" title={steps.second}>
        <SecondPanel {...panel} />
      </Step>
      <Step id="changes" title={steps.changes}>
        <ChangesPanel {...panel} />
      </Step>
      <Step id="cost" title={steps.cost}>
        <CostPanel {...panel} />
      </Step>
      <Step id="products" title={steps.products}>
        <ProductsPanel {...panel} />
      </Step>
      <Step id="fleet" title={steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      <KeepStep {...panel} />
    </div>
  );
}

/** The decision as a document: a file, or what the printer gets in place of the tool. */
function KeepStep({ words, own, data, answering }: DecisionPanelProps) {
  const { record, steps } = own;
  const answered = answering.answered.value;
  const { language } = words.format;
  const blocks = useMemo(() => {
    if (answered === null) return [];
    const today = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date());
    const saying = sayingOf(words.format, own, data, answered);
    return decisionRecord({ saying, data, today });
  }, [answered, words, own, data, language]);
  return (
    <Step id="keep" title={steps.record}>
      <p class="field-hint">{record.help}</p>
      <p class="toolbar">
        <button
          type="button"
          disabled={blocks.length === 0}
          onClick={() => downloadText(record.fileName, 'text/markdown', markdownOf(blocks))}
        >
          {record.save}
        </button>
        <button
          type="button"
          disabled={answered === null}
          onClick={() => answered !== null && saveAnswer(record.jsonName, answered)}
        >
          {record.json}
        </button>
        <button type="button" onClick={() => window.print()}>
          {record.print}
        </button>
      </p>
      <RecordView blocks={blocks} />
    </Step>
  );
}

/** The answer as the command line prints it. */
function saveAnswer(name: string, { question, answer }: Answered) {
  const { scenario, fleet } = question;
  downloadText(name, 'application/json', JSON.stringify(publicDecision(answer, scenario, fleet)));
}
