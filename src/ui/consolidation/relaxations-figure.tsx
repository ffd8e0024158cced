import type { Relaxation } from '~/model/consolidation/relaxations.ts';
import { type Context, sentence } from '~/words/sentences.ts';
import type { Words } from '~/words/words.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { Answering } from '../store/answering.ts';

export interface RelaxationsFigureProps {
  readonly words: Words;
  readonly context: Context;
  readonly answering: Answering;
}

/** Which small changes would save hosts; computed when the reader opens it. */
export function RelaxationsFigure({ words, context, answering }: RelaxationsFigureProps) {
  const { answer: texts } = words.tool;
  const { relaxations } = answering;
  const state = relaxations.state.value;
  // The question changed while this is open: the reader who looks at it wants the new answer.
  const ask = (isOpen: boolean) => {
    if (isOpen && relaxations.state.peek().kind === 'none') relaxations.ask();
  };
  return (
    <details class="answer-part" onToggle={(event) => ask(event.currentTarget.open)}>
      <summary>{texts.relaxations}</summary>
      <p class="field-hint">{texts.relaxationsHelp}</p>
      {state.kind === 'none' && (
        <button type="button" onClick={() => ask(true)}>
          {texts.again}
        </button>
      )}
      {state.kind === 'asking' && (
        <progress aria-label={texts.relaxationsAsking} max={1} value={state.doneRatio} />
      )}
      {state.kind === 'failed' && <p class="notice">{texts.failed(state.message)}</p>}
      {state.kind === 'done' && <Changes words={words} context={context} found={state.value} />}
    </details>
  );
}

interface ChangesProps {
  readonly words: Words;
  readonly context: Context;
  readonly found: readonly Relaxation[];
}

function Changes({ words, context, found }: ChangesProps) {
  const { answer: texts } = words.tool;
  const { format } = words;
  const savedOf = ({ hosts, hostsNow }: Relaxation) =>
    hosts === null || hostsNow === null ? '–' : format.count(hostsNow - hosts);
  return (
    <SimpleTable
      caption={texts.relaxations}
      isCaptionHidden
      head={[texts.change, texts.hostsAlone, texts.saved]}
      rows={found.map((relaxation) => [
        sentence(texts.changes, relaxation.change, context),
        relaxation.hosts === null ? texts.notPossible : format.count(relaxation.hosts),
        savedOf(relaxation),
      ])}
      figures={[1, 2]}
    />
  );
}
