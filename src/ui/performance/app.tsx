import type { Language } from '~/words/format.ts';
import { loadPerformanceWords, type PerformanceWords } from '~/words/performance.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import { type FleetTool, type FleetToolParts, useFleetTool } from '../fleet/use-fleet-tool.ts';
import { Near } from '../parts/near.tsx';
import '../parts/tool.css';
import { AnswerPanel } from './answer-panel.tsx';
import type { ChartsPanelProps } from './charts-panel.tsx';
import type { PerformanceCatalogue } from './parts.ts';
import './performance.css';
import { Step } from '../parts/step.tsx';
import { BenchmarkPanel } from './benchmark-panel.tsx';
import { createPerformanceSession, type PerformanceSession } from './session.ts';
import { SettingsPanel } from './settings-panel.tsx';
import { SpreadPanel } from './spread-panel.tsx';
import { HostsTable, VmsTable } from './tables-panel.tsx';

export interface PerformanceToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  /** Where the hosts and rules of the plan are set. */
  readonly plannerUrl: string;
  readonly catalogue: PerformanceCatalogue;
}

const parts: FleetToolParts<PerformanceSession, PerformanceWords> = {
  loadOwn: loadPerformanceWords,
  createSession: createPerformanceSession,
};

/** The performance tool: how fast a plan's hosts are, and the reader's own benchmark. */
export default function PerformanceTool(props: PerformanceToolProps) {
  const tool = useFleetTool(props.language, parts);
  return tool === null ? null : <Tool {...tool} {...props} />;
}

type ToolProps = FleetTool<PerformanceSession, PerformanceWords> & PerformanceToolProps;

const loadCharts = async () => (await import('./charts-panel.tsx')).ChartsPanel;

function Tool({ words, own, session, problems, base, plannerUrl, catalogue }: ToolProps) {
  const panel = { words, own, session };
  const answered = session.answering.answered.value;
  const answer = answered?.answer.kind === 'performed' ? answered.answer : null;
  return (
    <div
      class="planner"
      data-loaded={session.loaded.value !== null}
      data-whole={answered?.isWhole === true}
      data-work={session.answering.work.value.kind}
    >
      <AddressProblems words={words} problems={problems} />
      <Step id="fleet" title={words.tool.steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      <div class="workbench">
        <div class="inputs">
          <Step id="settings" title={own.steps.settings}>
            <SettingsPanel {...panel} catalogue={catalogue} plannerUrl={plannerUrl} />
          </Step>
        </div>
        <Step id="answer" title={own.steps.answer} isOutcome>
          <AnswerPanel {...panel} />
        </Step>
      </div>
      {answered !== null && answer !== null && (
        <>
          <Step id="charts" title={own.steps.charts}>
            <Near<ChartsPanelProps> load={loadCharts} props={{ words, own, answer }} />
          </Step>
          <Step id="hosts" title={own.steps.hosts}>
            <p class="field-hint">{own.hosts.caption}</p>
            <HostsTable words={words} own={own} answered={answered} answer={answer} />
          </Step>
          <Step id="vms" title={own.steps.vms}>
            <p class="field-hint">{own.vms.about}</p>
            <VmsTable words={words} own={own} answered={answered} answer={answer} />
          </Step>
        </>
      )}
      <Step id="spread" title={own.steps.spread}>
        <SpreadPanel {...panel} />
      </Step>
      <Step id="benchmark" title={own.steps.benchmark}>
        <BenchmarkPanel {...panel} />
      </Step>
    </div>
  );
}
