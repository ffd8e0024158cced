import type { Language } from '~/words/format.ts';
import { loadMigrationWords, type MigrationWords } from '~/words/migration.ts';
import { AddressProblems } from '../fleet/address-problems.tsx';
import { FleetPanel } from '../fleet/fleet-panel.tsx';
import {
  type FleetTool,
  type FleetToolParts,
  plainSession,
  useFleetTool,
} from '../fleet/use-fleet-tool.ts';
import '../parts/tool.css';
import '../migration/migration.css';
import type { FleetSession } from '../store/fleet-session.ts';
import { AnswerPanel } from './answer-panel.tsx';
import './placement.css';
import { Step } from '../parts/step.tsx';
import { SettingsPanel } from './settings-panel.tsx';

export interface PlacementToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
}

const parts: FleetToolParts<FleetSession, MigrationWords> = {
  loadOwn: loadMigrationWords,
  createSession: plainSession,
};

/** The placement tool: rules of dynamic placement run over the fleet's own time. */
export default function PlacementTool({ language, base }: PlacementToolProps) {
  const tool = useFleetTool(language, parts);
  return tool === null ? null : <Tool {...tool} base={base} />;
}

interface ToolProps extends FleetTool<FleetSession, MigrationWords> {
  readonly base: string;
}

function Tool({ words, own, session, planner, problems, base }: ToolProps) {
  const { steps } = own.placement.page;
  return (
    <div class="planner" data-loaded={session.loaded.value !== null}>
      <AddressProblems words={words} problems={problems} />
      <Step id="fleet" title={steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      <Step id="settings" title={steps.settings}>
        <SettingsPanel words={words} own={own} session={session} />
      </Step>
      <AnswerPanel words={words} own={own} session={session} planner={planner} />
    </div>
  );
}
