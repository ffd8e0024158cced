import { useSignalEffect } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { BackupAnswer } from '~/model/backup/answer.ts';
import { publicBackup } from '~/model/backup/public-answer.ts';
import { type BackupWords, loadBackupWords } from '~/words/backup.ts';
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
import { Step } from '../parts/step.tsx';
import '../parts/tool.css';
import type { FleetSession } from '../store/fleet-session.ts';
import { createToolAnswer } from '../store/tool-answer.ts';
import './backup.css';
import { ClassesPanel } from './classes-panel.tsx';
import { CopiesPanel } from './copies-panel.tsx';
import { LazyFigures } from './lazy-figures.tsx';
import type { BackupData, BackupPanelProps, BackupQuestion } from './parts.ts';
import { QuestionsPanel } from './questions-panel.tsx';
import { RestorePanel } from './restore-panel.tsx';
import { SourceLink } from './source-link.tsx';
import { SpacePanel } from './space-panel.tsx';
import { VerdictsPanel } from './verdicts-panel.tsx';
import { WindowPanel } from './window-panel.tsx';

export interface BackupToolProps {
  readonly language: Language;
  /** Base path of the site, with a slash at its end. */
  readonly base: string;
  readonly data: BackupData;
}

const parts: FleetToolParts<FleetSession, BackupWords> = {
  loadOwn: loadBackupWords,
  createSession: plainSession,
};

/** The tool on backups: five questions, or a fleet, to a plan. */
export default function BackupTool({ language, base, data }: BackupToolProps) {
  const tool = useFleetTool(language, parts);
  if (tool === null) return null;
  return <Tool {...tool} base={base} data={data} />;
}

interface ToolProps extends FleetTool<FleetSession, BackupWords> {
  readonly base: string;
  readonly data: BackupData;
}

function Tool({ words, own, session, planner, problems, base, data }: ToolProps) {
  const answering = useMemo(
    () =>
      createToolAnswer<BackupQuestion, BackupAnswer>(planner, (door, { scenario }, onProgress) =>
        door.backup(scenario, data.rules, onProgress),
      ),
    [planner, data],
  );
  useSignalEffect(() => {
    const fleet = session.loaded.value?.fleet ?? null;
    answering.ask({ fleet, scenario: session.scenario.value });
  });
  useEffect(() => () => answering.stop(), [answering]);
  const panel: BackupPanelProps = { words, own, session, data, answering };
  const work = answering.work.value;
  const { steps } = own;
  return (
    <div
      class="planner backup"
      data-loaded={session.loaded.value !== null}
      data-whole={work.kind === 'rest' && answering.answered.value !== null}
      aria-busy={work.kind === 'asking'}
    >
      <AddressProblems words={words} problems={problems} />
      {work.kind === 'failed' && (
        <p class="notice" data-kind="bad" role="alert">
          {own.status.failed(work.message)}
        </p>
      )}
      <div class="workbench">
        <Step id="questions" title={steps.questions}>
          <QuestionsPanel {...panel} />
        </Step>
        <Step id="verdicts" title={steps.verdicts} isOutcome>
          <VerdictsPanel {...panel} />
        </Step>
      </div>
      <Step id="fleet" title={steps.fleet}>
        <FleetPanel words={words} session={session} base={base} />
      </Step>
      <Step id="plan" title={steps.plan}>
        <ClassesPanel {...panel} />
      </Step>
      <Step id="space" title={steps.space}>
        <SpacePanel {...panel} />
        <LazyFigures which="space" panel={panel} />
      </Step>
      <Step id="window" title={steps.window}>
        <WindowPanel {...panel} />
        <LazyFigures which="night" panel={panel} />
      </Step>
      <Step id="restore" title={steps.restore}>
        <RestorePanel {...panel} />
      </Step>
      <Step id="copies" title={steps.copies}>
        <CopiesPanel {...panel} />
      </Step>
      <Step id="keep" title={steps.keep}>
        <Keep {...panel} />
      </Step>
    </div>
  );
}

/** What the reader takes along, and where the figures to start from come from. */
function Keep({ own, answering, data }: BackupPanelProps) {
  const answered = answering.answered.value;
  const save = () => {
    if (answered === null) return;
    const { question, answer } = answered;
    const text = JSON.stringify(publicBackup(question.fleet, answer));
    downloadText('backup.json', 'application/json', text);
  };
  return (
    <>
      <div>
        <button type="button" disabled={answered === null} onClick={save}>
          {own.keep.json}
        </button>
        <p class="field-hint">{own.keep.jsonAbout}</p>
      </div>
      <details>
        <summary>{own.status.sources}</summary>
        <ul>
          {data.figures.map(({ id, name, value, unit, source }) => (
            <li key={id}>
              {name}: {own.status.per(value, unit)}
              <SourceLink label={own.verdict.source} source={source} />
            </li>
          ))}
          {data.products.map(({ id, name, what, source }) => (
            <li key={id}>
              {name}: {what}
              <SourceLink label={own.verdict.source} source={source} />
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
