import type { Language } from '~/words/format.ts';
import { loadPerformanceWords, type PerformanceWords } from '~/words/performance.ts';
import { Near } from '../consolidation/near.tsx';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import { type FleetTool, type FleetToolParts, useFleetTool } from '../fleet/use-fleet-tool.ts';
import '../parts/tool.css';
import { AnswerPanel } from './answer-panel.tsx';
import type { ChartsPanelProps } from './charts-panel.tsx';
import type { PerformanceCatalogue } from './parts.ts';
import './performance.css';
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
      <section class="step" id="fleet" aria-labelledby="fleet-title">
        <h2 id="fleet-title">{words.tool.steps.fleet}</h2>
        <FleetPanel words={words} session={session} base={base} />
      </section>
      <div class="workbench">
        <div class="inputs">
          <section class="step" id="settings" aria-labelledby="settings-title">
            <h2 id="settings-title">{own.steps.settings}</h2>
            <SettingsPanel {...panel} catalogue={catalogue} plannerUrl={plannerUrl} />
          </section>
        </div>
        <section class="step outcome" id="answer" aria-labelledby="answer-title">
          <h2 id="answer-title">{own.steps.answer}</h2>
          <AnswerPanel {...panel} />
        </section>
      </div>
      {answered !== null && answer !== null && (
        <>
          <section class="step" id="charts" aria-labelledby="charts-title">
            <h2 id="charts-title">{own.steps.charts}</h2>
            <Near<ChartsPanelProps> load={loadCharts} props={{ words, own, answered, answer }} />
          </section>
          <section class="step" id="hosts" aria-labelledby="hosts-title">
            <h2 id="hosts-title">{own.steps.hosts}</h2>
            <p class="field-hint">{own.hosts.caption}</p>
            <HostsTable words={words} own={own} answered={answered} answer={answer} />
          </section>
          <section class="step" id="vms" aria-labelledby="vms-title">
            <h2 id="vms-title">{own.steps.vms}</h2>
            <p class="field-hint">{own.vms.about}</p>
            <VmsTable words={words} own={own} answered={answered} answer={answer} />
          </section>
        </>
      )}
      <section class="step" id="spread" aria-labelledby="spread-title">
        <h2 id="spread-title">{own.steps.spread}</h2>
        <SpreadPanel {...panel} />
      </section>
      <section class="step" id="benchmark" aria-labelledby="benchmark-title">
        <h2 id="benchmark-title">{own.steps.benchmark}</h2>
        <BenchmarkPanel {...panel} />
      </section>
    </div>
  );
}
