import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { FailoverAnswer } from '~/model/failover/answer.ts';
import { type FailoverWords, loadFailoverWords } from '~/words/failover.ts';
import type { Language } from '~/words/format.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import {
  type FleetTool,
  type FleetToolParts,
  plainSession,
  useFleetTool,
} from '../fleet/use-fleet-tool.ts';
import { Step } from '../parts/step.tsx';
import '../parts/tool.css';
import { Near } from '../parts/near.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { createToolAnswer } from '../store/tool-answer.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { BreakPanel } from './break-panel.tsx';
import './failover.css';
import {
  type FailoverData,
  type FailoverPanelProps,
  type FailoverQuestion,
  outcomeOf,
} from './parts.ts';
import { PresetsPanel } from './presets-panel.tsx';

export interface FailoverToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly data: FailoverData;
}

const parts: FleetToolParts<FleetSession, FailoverWords> = {
  loadOwn: loadFailoverWords,
  createSession: plainSession,
};

/** The failover tool: break a cluster, and see what is down and for how long. */
export default function FailoverTool({ language, base, data }: FailoverToolProps) {
  const tool = useFleetTool(language, parts);
  if (tool === null) return null;
  return <Tool {...tool} base={base} data={data} />;
}

interface ToolProps extends FleetTool<FleetSession, FailoverWords> {
  readonly base: string;
  readonly data: FailoverData;
}

function Tool({ words, own, session, planner, problems, base, data }: ToolProps) {
  const answering = useMemo(
    () =>
      createToolAnswer<FailoverQuestion, FailoverAnswer>(
        planner,
        (door, { scenario }, onProgress) => door.failover(scenario, onProgress),
      ),
    [planner],
  );
  useSignalEffect(() => {
    const fleet = session.loaded.value?.fleet ?? null;
    const scenario = session.scenario.value;
    const { failover } = scenario;
    // Without a fleet the test bed stands in for it.
    const asked =
      fleet === null && failover.cluster !== 'test-bed'
        ? { ...scenario, failover: { ...failover, cluster: 'test-bed' as const } }
        : scenario;
    answering.ask({ fleet, scenario: asked });
  });
  useEffect(() => () => answering.stop(), [answering]);
  const panel: FailoverPanelProps = { words, own, session, data, answering };
  const work = answering.work.value;
  const outcome = outcomeOf(answering);
  const { steps } = own;
  return (
    <div
      class="planner failover"
      data-loaded={session.loaded.value !== null}
      data-whole={work.kind === 'rest' && answering.answered.value !== null}
      data-work={work.kind}
      aria-busy={work.kind === 'asking'}
    >
      <AddressProblems words={words} problems={problems} />
      <Step id="presets" title={steps.presets}>
        <PresetsPanel {...panel} />
      </Step>
      <div class="workbench">
        <Step id="break" title={steps.break}>
          <BreakPanel {...panel} />
        </Step>
        <Step id="answer" title={steps.answer} isOutcome>
          <AnswerPanel {...panel} />
        </Step>
      </div>
      <Step id="charts" title={steps.charts}>
        <Near load={loadCharts} props={outcome && { words, own, outcome }} />
      </Step>
      <Step id="rules" title={steps.rules}>
        <Near load={loadRules} props={panel} place="failover-rules" margin="100px" />
      </Step>
      <Step id="fleet" title={steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
    </div>
  );
}

/** Neither Plot nor the fields of the rules are paid for by who does not look. */
const loadCharts = async () => (await import('./charts-panel.tsx')).ChartsPanel;
const loadRules = async () => (await import('./all-rules.tsx')).AllRules;
