import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { ImportFile } from '~/import/outcome.ts';
import type { ExcludePolicy } from '~/model/scenario.ts';
import type { Words } from '~/words/words.ts';
import { lazy } from '../parts/lazy.tsx';
import { OnOpen } from '../parts/on-open.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { isProjectName } from '../store/project.ts';
import './fleet.css';
import { ImportPanel } from './import-panel.tsx';
import { ImportReportView } from './import-report.tsx';

/** Most readers neither correct columns nor open the table of machines. */
const loadTable = async () => (await import('./fleet-table.tsx')).FleetTable;
const MappingPanel = lazy(async () => (await import('./mapping-panel.tsx')).MappingPanel);

export interface FleetPanelProps {
  readonly words: Words;
  readonly session: FleetSession;
  /** Base path of the site, with a slash at its end: where the samples are. */
  readonly base: string;
}

/** The fleet: how it comes in, what was read, every machine, and how it is forgotten again. */
export function FleetPanel({ words, session, base }: FleetPanelProps) {
  const { fleet: texts } = words.tool;
  const [isReplacing, setReplacing] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const importing = session.importing.value;
  const loaded = session.loaded.value;

  const read = async (files: readonly ImportFile[]) => {
    setNotice(null);
    const [file] = files;
    if (file !== undefined && file.data instanceof Blob && isProjectName(file.name)) {
      const [problem] = await session.openProject(file.data);
      if (problem !== undefined) setNotice(words.tool.keep.projectBad(problem));
      return;
    }
    await session.importFiles(files);
    if (session.importing.peek().kind === 'done') setReplacing(false);
  };
  const readSample = async (file: string) => {
    setNotice(null);
    try {
      const response = await fetch(`${base}samples/${file}`);
      if (!response.ok) throw new Error(response.statusText);
      await read([{ name: file, data: await response.blob() }]);
    } catch {
      setNotice(texts.sampleMissing);
    }
  };
  const wipe = async () => {
    await session.wipe();
    setReplacing(false);
    setNotice(texts.wiped);
  };

  const isMapping = importing.kind === 'mapping';
  const isIdle = importing.kind === 'done' || importing.kind === 'idle';
  const showsImport = !isMapping && (loaded === null || isReplacing || !isIdle);
  return (
    <>
      {notice !== null && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {importing.kind === 'done' && loaded !== null
          ? texts.loaded(loaded.fleet.count, loaded.fleet.name)
          : ''}
      </p>
      {isMapping && (
        <MappingPanel
          key={importing.files[0]?.name}
          words={words}
          guess={importing.mapping}
          preview={importing.preview}
          isNeeded={importing.isNeeded}
          onRead={(mapping) => void session.importFiles(importing.files, mapping)}
          onCancel={session.cancelImport}
        />
      )}
      {showsImport && (
        <ImportPanel
          words={words}
          state={importing}
          onFiles={(files) => void read(files)}
          onSample={(file) => void readSample(file)}
          onCancel={session.cancelImport}
        />
      )}
      {loaded !== null && !isMapping && (
        <div class="loaded">
          <div class="loaded-head">
            <h3>{loaded.fleet.name}</h3>
            <div class="toolbar">
              {loaded.source !== null && (
                <button type="button" onClick={session.editMapping}>
                  {texts.correct}
                </button>
              )}
              {!isReplacing && (
                <button type="button" onClick={() => setReplacing(true)}>
                  {texts.another}
                </button>
              )}
              <button
                type="button"
                data-kind="danger"
                title={texts.wipeHelp}
                onClick={() => void wipe()}
              >
                {texts.wipe}
              </button>
            </div>
          </div>
          <p class="field-hint">{texts.kept}</p>
          <LoadedFleetView words={words} session={session} />
        </div>
      )}
    </>
  );
}

function LoadedFleetView({ words, session }: Pick<FleetPanelProps, 'words' | 'session'>) {
  const loaded = session.loaded.value;
  // Only this part: a slider of another rule must not draw ten thousand machines again.
  const policy = useComputed(() => session.scenario.value.exclude).value;
  if (loaded === null) return null;
  const exclude = (change: Partial<ExcludePolicy>) => {
    const scenario = session.scenario.peek();
    session.scenario.value = { ...scenario, exclude: { ...scenario.exclude, ...change } };
  };
  return (
    <>
      <ImportReportView
        words={words}
        fleet={loaded.fleet}
        report={loaded.report}
        exclude={policy}
        onExclude={exclude}
      />
      <OnOpen
        class="machines"
        summary={words.tool.table.title}
        load={loadTable}
        props={{
          words,
          fleet: loaded.fleet,
          exclude: policy,
          onExclude: (names: readonly string[]) => exclude({ names }),
        }}
      />
    </>
  );
}
