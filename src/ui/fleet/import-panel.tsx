import { useId, useRef, useState } from 'preact/hooks';
import type { ImportFile, ImportProblem } from '~/import/outcome.ts';
import type { Words } from '~/words/words.ts';
import type { ImportState } from '../store/fleet-session.ts';

export interface ImportPanelProps {
  readonly words: Words;
  readonly state: ImportState;
  readonly onFiles: (files: readonly ImportFile[]) => void;
  readonly onSample: (file: string) => void;
  readonly onCancel: () => void;
}

/** The small RVTools-shaped fleet and the real one with its profile, in public/samples/. */
export const samples = {
  rvtools: 'rvtools-sample.xlsx',
  bitbrains: 'bitbrains-2013-8.zip',
} as const;

const asImportFiles = (files: FileList | null): readonly ImportFile[] =>
  Array.from(files ?? [], (file) => ({ name: file.name, data: file }));

/** Where files, a pasted table or a sample come in. */
export function ImportPanel({ words, state, onFiles, onSample, onCancel }: ImportPanelProps) {
  if (state.kind === 'running') {
    return <ImportProgress words={words} state={state} onCancel={onCancel} />;
  }
  return (
    <div class="import">
      <ImportTrouble words={words} state={state} />
      <DropZone words={words} onFiles={onFiles} />
      <p class="samples toolbar">
        <span>{words.tool.fleet.samples}</span>
        <button type="button" onClick={() => onSample(samples.bitbrains)}>
          {words.tool.fleet.sampleBitbrains}
        </button>
        <button type="button" onClick={() => onSample(samples.rvtools)}>
          {words.tool.fleet.sampleRvtools}
        </button>
      </p>
      <PasteArea words={words} onFiles={onFiles} />
    </div>
  );
}

interface FilesProps {
  readonly words: Words;
  readonly onFiles: (files: readonly ImportFile[]) => void;
}

function DropZone({ words, onFiles }: FilesProps) {
  const { fleet } = words.tool;
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const helpId = useId();
  const over = (event: DragEvent, value: boolean) => {
    event.preventDefault();
    setOver(value);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      class="dropzone"
      data-over={isOver}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        const files = asImportFiles(event.dataTransfer?.files ?? null);
        if (files.length > 0) onFiles(files);
      }}
    >
      <p class="dropzone-title">{fleet.drop}</p>
      <button
        type="button"
        data-kind="primary"
        data-size="large"
        aria-describedby={helpId}
        onClick={() => picker.current?.click()}
      >
        {fleet.choose}
      </button>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        aria-label={fleet.choose}
        onChange={(event) => {
          const files = asImportFiles(event.currentTarget.files);
          // The same file may be chosen again after it was corrected.
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <p class="field-hint" id={helpId}>
        {fleet.formats}
      </p>
    </div>
  );
}

function PasteArea({ words, onFiles }: FilesProps) {
  const { fleet } = words.tool;
  const [text, setText] = useState('');
  const id = useId();
  const read = () => {
    const data = new TextEncoder().encode(text);
    onFiles([{ name: fleet.pastedName, data }]);
  };
  return (
    <details class="paste">
      <summary>{fleet.paste}</summary>
      <div class="field">
        <label for={id}>{fleet.pasteHelp}</label>
        <textarea
          id={id}
          value={text}
          spellcheck={false}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <button type="button" disabled={text.trim() === ''} onClick={read}>
        {fleet.pasteRead}
      </button>
    </details>
  );
}

interface ImportProgressProps {
  readonly words: Words;
  readonly state: Extract<ImportState, { readonly kind: 'running' }>;
  readonly onCancel: () => void;
}

function ImportProgress({ words, state, onCancel }: ImportProgressProps) {
  const { fleet } = words.tool;
  const step = words.answer.progress[state.progress?.step ?? 'reading'];
  const ratio = state.progress?.doneRatio ?? 0;
  return (
    <div class="import-progress">
      <p aria-hidden="true">{fleet.reading(step, ratio)}</p>
      <progress aria-label={step} max={1} value={ratio} />
      <button type="button" onClick={onCancel}>
        {fleet.cancel}
      </button>
    </div>
  );
}

/** What went wrong, in full: file, sheet, row, column, value and what was expected. */
function ImportTrouble({ words, state }: { readonly words: Words; readonly state: ImportState }) {
  const { fleet } = words.tool;
  switch (state.kind) {
    case 'refused':
      return <Refusal words={words} reasons={state.reasons} />;
    case 'failed':
      return (
        <p class="notice" data-kind="bad" role="alert">
          {fleet.failed(state.message)}
        </p>
      );
    case 'cancelled':
      return (
        <p class="notice" role="status">
          {fleet.cancelled}
        </p>
      );
    case 'idle':
    case 'running':
    case 'mapping':
    case 'done':
      return null;
  }
}

function Refusal(props: { readonly words: Words; readonly reasons: readonly ImportProblem[] }) {
  const { words, reasons } = props;
  return (
    <div class="notice" data-kind="bad" role="alert">
      <p>
        <strong>{words.tool.fleet.refused}</strong>
      </p>
      <ul>
        {reasons.map((reason) => {
          const text = words.import.problem(reason);
          return <li key={text}>{text}</li>;
        })}
      </ul>
    </div>
  );
}
