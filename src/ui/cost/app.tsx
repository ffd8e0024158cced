import { useSignalEffect } from '@preact/signals';
import { useState } from 'preact/hooks';
import { type CostPageWords, loadCostPageWords } from '~/words/cost.ts';
import type { Language } from '~/words/format.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import {
  type FleetTool,
  type FleetToolParts,
  plainSession,
  useFleetTool,
} from '../fleet/use-fleet-tool.ts';
import '../parts/tool.css';
import { Near } from '../parts/near.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { createToolAnswer } from '../store/tool-answer.ts';
import { AnswerView } from './answer-panel.tsx';
import { CommonPanel } from './common-panel.tsx';
import './cost.css';
import { Step } from '../parts/step.tsx';
import { DetailPanel } from './detail-panel.tsx';
import { KeepPanel } from './keep-panel.tsx';
import { OptionsPanel } from './options-panel.tsx';
import type { CostAsked, CostToolAnswer, CostToolCatalogue, PanelProps } from './parts.ts';

export interface CostToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly catalogue: CostToolCatalogue;
}

const parts: FleetToolParts<FleetSession, CostPageWords> = {
  loadOwn: loadCostPageWords,
  createSession: plainSession,
};

/** The total-cost tool: staying and up to four options, compared over the years. */
export default function CostTool({ language, base, catalogue }: CostToolProps) {
  const tool = useFleetTool(language, parts);
  if (tool === null) return null;
  return <Tool {...tool} base={base} catalogue={catalogue} />;
}

interface ToolProps extends FleetTool<FleetSession, CostPageWords> {
  readonly base: string;
  readonly catalogue: CostToolCatalogue;
}

function Tool({ words, own, session, planner, problems, base, catalogue }: ToolProps) {
  const [asking] = useState<CostToolAnswer>(() =>
    createToolAnswer(planner, (door, { scenario }: CostAsked, onProgress) =>
      door.cost(scenario, catalogue.terms, onProgress),
    ),
  );
  useSignalEffect(() => {
    const fleetKey = session.loaded.value?.fleet ?? null;
    asking.ask({ scenario: session.scenario.value, fleetKey });
  });
  const answered = asking.answered.value;
  const work = asking.work.value;
  const { steps } = own.tool;
  const outcome = answered?.answer ?? null;
  const isWhole =
    work.kind === 'rest' &&
    answered !== null &&
    answered.question.scenario === session.scenario.value &&
    answered.question.fleetKey === (session.loaded.value?.fleet ?? null);
  const panel: PanelProps = { words, own, session, catalogue, base, outcome };
  return (
    <div
      class="planner cost-tool"
      data-loaded={session.loaded.value !== null}
      data-whole={isWhole}
      data-work={work.kind}
    >
      <AddressProblems words={words} problems={problems} />
      <section class="step outcome-wide" id="answer" aria-labelledby="answer-title">
        <h2 id="answer-title">{steps.answer}</h2>
        <p class="visually-hidden" role="status">
          {isWhole ? own.tool.answer.live : ''}
        </p>
        {work.kind === 'failed' && (
          <p class="notice" data-kind="bad" role="alert">
            {own.tool.answer.failed(work.message)}
          </p>
        )}
        {work.kind === 'asking' && work.progress !== null && (
          <progress aria-label={own.tool.answer.progress} max={1} value={work.progress.doneRatio} />
        )}
        {outcome === null ? (
          <p class="answer-waiting">{own.tool.answer.waiting}</p>
        ) : (
          <div class="answer" aria-busy={work.kind === 'asking'}>
            <AnswerView own={own} catalogue={catalogue} outcome={outcome} />
          </div>
        )}
      </section>
      <Step id="options" title={steps.options}>
        <OptionsPanel {...panel} />
      </Step>
      <Step id="common" title={steps.common}>
        <CommonPanel {...panel} />
      </Step>
      <Step id="fleet" title={steps.fleet}>
        <p class="field-hint">{own.tool.fleetHelp}</p>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      {outcome !== null && (
        <>
          <Step id="charts" title={steps.charts}>
            <Near load={loadCharts} props={{ words, own, catalogue, answer: outcome.cost }} />
          </Step>
          <Step id="detail" title={steps.detail}>
            <DetailPanel own={own} catalogue={catalogue} answer={outcome.cost} />
          </Step>
        </>
      )}
      <Step id="keep" title={steps.keep}>
        <KeepPanel {...panel} />
      </Step>
    </div>
  );
}

/** Nobody pays for Plot who does not look. */
const loadCharts = async () => (await import('./charts-panel.tsx')).ChartsPanel;
