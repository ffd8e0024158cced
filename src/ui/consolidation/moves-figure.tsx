import { item } from '~/model/columns.ts';
import type { ConsolidationPlan, Kept } from '~/model/consolidation/answer.ts';
import type { PlacementWords } from '~/words/placement.ts';
import type { Words } from '~/words/words.ts';
import { csvText } from '../parts/csv.ts';
import { downloadText } from '../parts/download.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { Answered } from '../store/answering.ts';

export interface PlacementFigureProps {
  readonly words: Words;
  readonly texts: PlacementWords;
  readonly answered: Answered;
  readonly plan: ConsolidationPlan;
}

/** Moves that the page shows; the file has all. */
const mostMoves = 100;

/** What moves from today's hosts, in an order that can be carried out. */
export function MovesFigure({
  words,
  texts: { moves: texts },
  answered,
  plan,
}: PlacementFigureProps) {
  const { kept } = plan;
  if (kept === null) {
    return (
      <div class="answer-part">
        <h3>{texts.title}</h3>
        <p class="field-hint">{texts.off}</p>
      </div>
    );
  }
  const name = (row: number) => item(answered.fleet.names, row);
  const shown = kept.moves.slice(0, mostMoves);
  return (
    <div class="answer-part" data-testid="moves">
      <h3>{texts.title}</h3>
      <p>{texts.summary(kept.moves.length, kept.stayCount)}</p>
      <p>{texts.freed(kept.freed)}</p>
      <p class="field-hint">{texts.fromScratch(kept.fromScratch.hosts, kept.fromScratch.moves)}</p>
      <Blocked words={words} texts={texts} kept={kept} name={name} />
      {shown.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <p class="field-hint">{texts.tableHelp}</p>
          <SimpleTable
            caption={texts.table}
            head={texts.head}
            rows={shown.map(({ workload, from, to, isDetour }, step) => [
              words.format.count(step + 1),
              name(workload),
              from,
              isDetour ? texts.detour(to) : to,
            ])}
          />
          {kept.moves.length > shown.length && (
            <p class="field-hint">{texts.more(kept.moves.length - shown.length)}</p>
          )}
          <button
            type="button"
            onClick={() => downloadText('moves.csv', 'text/csv', movesCsv(texts, kept, name))}
          >
            {texts.download}
          </button>
        </>
      )}
    </div>
  );
}

interface BlockedProps {
  readonly words: Words;
  readonly texts: PlacementWords['moves'];
  readonly kept: Kept;
  readonly name: (row: number) => string;
}

function Blocked({ words, texts, kept: { blocked }, name }: BlockedProps) {
  if (blocked.length === 0) return null;
  return (
    <div class="notice" data-kind="bad">
      <p>{texts.blocked(blocked.length)}</p>
      <ul>
        {blocked.slice(0, mostMoves).map(({ workload, to, resource }) => (
          <li key={workload}>
            {texts.blockedLine(
              name(workload),
              to,
              resource === null ? null : words.answer.resourceTitle(resource),
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The moves, numbered in their order; the last column marks those to a host only on the way. */
export const movesCsv = (
  texts: PlacementWords['moves'],
  { moves }: Kept,
  name: (row: number) => string,
) =>
  csvText([
    texts.csv,
    ...moves.map(({ workload, from, to, isDetour }, step) => [
      step + 1,
      name(workload),
      from,
      to,
      isDetour ? 1 : 0,
    ]),
  ]);
