import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Decision } from '~/model/scoring/decide.ts';
import { type DecisionWords, loadDecisionWords } from '~/words/decision.ts';
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
import './decision.css';
import { Step } from '../parts/step.tsx';
import type { DecisionData, DecisionPanelProps, DecisionQuestion } from './parts.ts';
import { ProductsPanel } from './products-panel.tsx';
import { decisionRecord } from './record.ts';
import { WeightsPanel } from './weights-panel.tsx';

export interface DecisionToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly data: DecisionData;
}

const parts: FleetToolParts<FleetSession, DecisionWords> = {
  loadOwn: loadDecisionWords,
  createSession: plainSession,
};

/** The decision tool: what matters to the reader in, a ranking that says how sure it is out. */
export default function DecisionTool({ language, base, data }: DecisionToolProps) {
  const tool = useFleetTool(language, parts);
  if (tool === null) return null;
  return <Tool {...tool} base={base} data={data} />;
}

interface ToolProps extends FleetTool<FleetSession, DecisionWords> {
  readonly base: string;
  readonly data: DecisionData;
}

/** Two times 20,000 drawings take about a third of a second: asked once the hand rests a moment. */
const restMilliseconds = 150;

function Tool({ words, own, session, planner, problems, base, data }: ToolProps) {
  const answering = useMemo(
    () =>
      createToolAnswer<DecisionQuestion, Decision>(
        planner,
        (door, { policy, seed }, onProgress) =>
          door.decide(data.knowledge, policy, seed, onProgress),
        restMilliseconds,
      ),
    [planner, data],
  );
  useSignalEffect(() => {
    const { decision, seed } = session.scenario.value;
    answering.ask({ policy: decision, seed });
  });
  useEffect(() => () => answering.stop(), [answering]);
  const panel: DecisionPanelProps = { words, own, session, data, answering };
  const { steps, record } = own;
  const answered = answering.answered.value;
  const save = () => {
    if (answered === null) return;
    const { question, answer: decision } = answered;
    const parts = { format: words.format, own, data, policy: question.policy, decision };
    downloadText(record.fileName, 'text/markdown', decisionRecord(parts));
  };
  return (
    <div
      class="planner decision"
      data-whole={answering.work.value.kind === 'rest' && answered !== null}
    >
      <AddressProblems words={words} problems={problems} />
      <div class="workbench">
        <div class="inputs">
          <Step id="weights" title={steps.weights}>
            <WeightsPanel {...panel} />
          </Step>
          <Step id="products" title={steps.products}>
            <ProductsPanel {...panel} />
          </Step>
        </div>
        <div class="inputs outcome">
          <Step id="answer" title={steps.answer}>
            <AnswerPanel {...panel} />
          </Step>
          <Step id="changes" title={steps.changes}>
            <ChangesPanel {...panel} />
          </Step>
        </div>
      </div>
      <Step id="fleet" title={steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      <Step id="keep" title={steps.record}>
        <p class="field-hint">{record.help}</p>
        <p class="toolbar">
          <button type="button" disabled={answered === null} onClick={save}>
            {record.save}
          </button>
          <button type="button" onClick={() => window.print()}>
            {record.print}
          </button>
        </p>
      </Step>
    </div>
  );
}
