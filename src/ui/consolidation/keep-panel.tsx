import { useState } from 'preact/hooks';
import type { Words } from '~/words/words.ts';
import { downloadText } from '../parts/download.ts';
import { addressHash } from '../store/address.ts';
import type { Session } from '../store/session.ts';
import { assignmentCsv } from './assignment.ts';

export interface KeepPanelProps {
  readonly words: Words;
  readonly session: Session;
}

/** What the reader takes along: the assignment, the project, the address of the settings. */
export function KeepPanel({ words, session }: KeepPanelProps) {
  const { keep: texts } = words.tool;
  const answered = session.answering.answered.value;
  const plan = answered?.answer.kind === 'planned' ? answered.answer : null;
  const saveAssignment = () => {
    if (answered !== null && plan !== null) {
      downloadText('assignment.csv', 'text/csv', assignmentCsv(words, answered, plan));
    }
  };
  return (
    <ul class="keep">
      <li>
        <button type="button" disabled={plan === null} onClick={saveAssignment}>
          {texts.assignment}
        </button>
        <p class="field-hint">{texts.assignmentHelp}</p>
      </li>
      <Address words={words} session={session} />
    </ul>
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
