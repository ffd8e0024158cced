import { defaultScenario } from '~/scenario/defaults.ts';
import type { Language } from '~/words/format.ts';
import type { Words } from '~/words/words.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import { type FleetTool, type FleetToolParts, useFleetTool } from '../fleet/use-fleet-tool.ts';
import '../parts/tool.css';
import { createSession, type Session } from '../store/session.ts';
import { AnswerPanel } from './answer-panel.tsx';
import './consolidation.css';
import { Near } from '../parts/near.tsx';
import { OnOpen } from '../parts/on-open.tsx';
import { Step } from '../parts/step.tsx';
import { HostsPanel } from './hosts-panel.tsx';
import { KeepPanel } from './keep-panel.tsx';
import type { ToolCatalogue } from './parts.ts';
import { RulesPanel } from './rules-panel.tsx';

export interface ConsolidationToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly catalogue: ToolCatalogue;
}

const parts: FleetToolParts<Session, null> = { loadOwn: async () => null, createSession };

/** The consolidation tool: a fleet in, a proven plan out. */
export default function ConsolidationTool(props: ConsolidationToolProps) {
  const { language, base, catalogue } = props;
  const tool = useFleetTool(language, parts);
  if (tool === null) return null;
  return <Tool {...tool} language={language} base={base} catalogue={catalogue} />;
}

interface ToolProps extends FleetTool<Session, null> {
  readonly language: Language;
  readonly base: string;
  readonly catalogue: ToolCatalogue;
}

function Tool({ language, words, session, planner, problems, base, catalogue }: ToolProps) {
  const { steps } = words.tool;
  const panel = { words, session, catalogue };
  return (
    <div
      class="planner"
      data-loaded={session.loaded.value !== null}
      data-whole={session.answering.answered.value?.isWhole === true}
      data-work={session.answering.work.value.kind}
    >
      <AddressProblems words={words} problems={problems} />
      <Step id="fleet" title={steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      <div class="workbench">
        <div class="inputs">
          <Step id="hosts" title={steps.hosts}>
            <HostsPanel {...panel} />
          </Step>
          <Step id="rules" title={steps.settings}>
            <RulesPanel {...panel} start={defaultScenario} />
          </Step>
        </div>
        <Step id="answer" title={steps.answer} isOutcome>
          <AnswerPanel words={words} session={session} />
        </Step>
      </div>
      {session.answering.answered.value?.answer.kind === 'planned' && (
        <Step id="charts" title={steps.charts}>
          <Near load={loadCharts} props={{ words, session }} />
        </Step>
      )}
      {session.answering.answered.value?.answer.kind === 'planned' && (
        <Step id="placement" title={steps.placement}>
          <OnOpen
            class="advanced"
            summary={steps.placementShow}
            isOpen={session.answering.answered.value.answer.kept !== null}
            load={loadPlacement}
            props={{ language, words, session, planner }}
          />
        </Step>
      )}
      <Step id="keep" title={steps.keep}>
        <KeepPanel words={words} session={session} />
      </Step>
      <Summary words={words} session={session} />
    </div>
  );
}

const loadCharts = async () => (await import('./charts-panel.tsx')).ChartsPanel;
const loadPlacement = async () => (await import('./placement-panel.tsx')).PlacementPanel;

/** On a phone the answer is far below the sliders: its figure stays in view while they move. */
function Summary({ words, session }: { readonly words: Words; readonly session: Session }) {
  const answer = session.answering.answered.value?.answer;
  if (answer === undefined) return null;
  const { answer: texts } = words.tool;
  return (
    <button
      type="button"
      class="summary-bar"
      onClick={() => document.getElementById('answer')?.scrollIntoView()}
    >
      {answer.kind === 'planned' ? (
        <>
          <strong>{words.format.count(answer.hosts)}</strong> {texts.hosts}
        </>
      ) : (
        texts.impossible
      )}
    </button>
  );
}
