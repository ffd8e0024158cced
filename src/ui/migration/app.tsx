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
import type { FleetSession } from '../store/fleet-session.ts';
import { EvacuationPanel } from './evacuation-panel.tsx';
import { MachinePanel } from './machine-panel.tsx';
import './migration.css';
import { Step } from '../parts/step.tsx';
import type { ProductChoice } from './parts.ts';
import { PatchPanel } from './patch-panel.tsx';
import { Fields, SettingsPanel } from './settings-panel.tsx';

export interface MigrationToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly products: readonly ProductChoice[];
}

const parts: FleetToolParts<FleetSession, MigrationWords> = {
  loadOwn: loadMigrationWords,
  createSession: plainSession,
};

/** The migration tool: one machine from numbers alone; a host or a cluster with a fleet. */
export default function MigrationTool({ language, base, products }: MigrationToolProps) {
  const tool = useFleetTool(language, parts);
  if (tool === null) return null;
  return <Tool {...tool} base={base} products={products} />;
}

interface ToolProps extends FleetTool<FleetSession, MigrationWords> {
  readonly base: string;
  readonly products: readonly ProductChoice[];
}

function Tool({ words, own, session, planner, problems, base, products }: ToolProps) {
  const { steps, how, method } = own.page;
  const panel = { words, own, session, planner };
  const isLocal = session.scenario.value.migration.storage === 'local';
  return (
    <div class="planner" data-loaded={session.loaded.value !== null}>
      <AddressProblems words={words} problems={problems} />
      <div class="workbench">
        <div class="inputs">
          <Step id="machine" title={steps.machine}>
            <div class="settings-grid">
              <Fields
                {...panel}
                ids={isLocal ? ['memory', 'dirty', 'disk'] : ['memory', 'dirty']}
              />
            </div>
            <SettingsPanel {...panel} products={products} />
          </Step>
        </div>
        <Step id="answer" title={own.machine.title} isOutcome>
          <MachinePanel {...panel} />
          <details>
            <summary>{how}</summary>
            <p>{method}</p>
          </details>
        </Step>
      </div>
      <Step id="fleet" title={steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      <Step id="host" title={steps.host}>
        <EvacuationPanel {...panel} />
      </Step>
      <Step id="patch" title={steps.patch}>
        <PatchPanel {...panel} />
      </Step>
    </div>
  );
}
