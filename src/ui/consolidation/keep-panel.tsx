import { useRef, useState } from 'preact/hooks';
import type { Words } from '~/words/words.ts';
import { addressHash } from '../store/address.ts';
import { saveProject } from '../store/project.ts';
import type { Session } from '../store/session.ts';

export interface KeepPanelProps {
  readonly words: Words;
  readonly session: Session;
}

/** What the reader takes along: the assignment, the project, the address of the settings. */
export function KeepPanel({ words, session }: KeepPanelProps) {
  const { keep: texts } = words.tool;
  const answered = session.answering.answered.value;
  const plan = answered?.answer.kind === 'planned' ? answered.answer : null;
  // Loaded when they are asked for: most visits take nothing along.
  const files = () => import('./keep-files.ts');
  const saveAssignment = async () => {
    if (answered !== null && plan !== null) (await files()).saveAssignment(words, answered, plan);
  };
  const saveAnswer = async () => {
    if (answered !== null) (await files()).saveAnswer(answered);
  };
  return (
    <ul class="keep">
      <li>
        <button type="button" disabled={plan === null} onClick={() => void saveAssignment()}>
          {texts.assignment}
        </button>
        <p class="field-hint">{texts.assignmentHelp}</p>
      </li>
      <li>
        <button type="button" disabled={answered === null} onClick={() => void saveAnswer()}>
          {texts.answer}
        </button>
        <p class="field-hint">{texts.answerHelp}</p>
      </li>
      <ProjectFile words={words} session={session} />
      <Address words={words} session={session} />
    </ul>
  );
}

function ProjectFile({ words, session }: KeepPanelProps) {
  const { keep: texts } = words.tool;
  const picker = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const open = async (file: File) => {
    const [problem] = await session.openProject(file);
    setProblem(problem === undefined ? null : texts.projectBad(problem));
  };
  return (
    <li>
      <div class="toolbar">
        <button
          type="button"
          disabled={session.loaded.value === null}
          onClick={() => void saveProject(session)}
        >
          {texts.project}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {texts.projectOpen}
        </button>
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={texts.projectOpen}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) void open(file);
          event.currentTarget.value = '';
        }}
      />
      <p class="field-hint">{texts.projectHelp}</p>
      {problem !== null && (
        <p class="field-error" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

function Address({ words, session }: KeepPanelProps) {
  const { keep: texts } = words.tool;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    const { origin, pathname } = window.location;
    const hash = await addressHash(session.scenario.value);
    await navigator.clipboard.writeText(`${origin}${pathname}${hash}`);
    setCopied(true);
  };
  return (
    <li>
      <button type="button" onClick={() => void copy()}>
        {texts.address}
      </button>
      <p class="field-hint" role="status">
        {isCopied ? texts.addressCopied : texts.addressHelp}
      </p>
    </li>
  );
}
