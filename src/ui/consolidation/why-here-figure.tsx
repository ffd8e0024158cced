import { useEffect, useId, useState } from 'preact/hooks';
import { item } from '~/model/columns.ts';
import type { WhyHere } from '~/model/consolidation/explain.ts';
import { planHostNames } from '~/model/consolidation/host-names.ts';
import type { PlannerClient } from '~/worker/client.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { PlacementFigureProps } from './moves-figure.tsx';
import { placementContext } from './placement-context.ts';

interface WhyProps extends PlacementFigureProps {
  readonly planner: PlannerClient;
}

/** Names that are offered while the reader types. */
const mostOffered = 20;
const mostHosts = 200;

/** Which hosts could hold a machine now, and what stops the others: asked when the reader names one. */
export function WhyHereFigure({ words, texts, answered, plan, planner }: WhyProps) {
  const { whyHere: own } = texts;
  const id = useId();
  const [typed, setTyped] = useState('');
  const { names } = answered.fleet;
  const row = typed === '' ? -1 : names.indexOf(typed);
  const why = useAnswer(
    (signal) =>
      row < 0
        ? null
        : planner.ask(signal, (door) => door.whyHere(answered.scenario, lean(plan), row)),
    [row, plan],
  );
  const offered = typed === '' ? [] : names.filter((name) => name.includes(typed));
  return (
    <div class="answer-part" data-testid="why-here">
      <h3>{own.title}</h3>
      <div class="field">
        <label for={id}>{own.machine}</label>
        <input
          id={id}
          type="text"
          list={`${id}-names`}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          aria-describedby={`${id}-help`}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <datalist id={`${id}-names`}>
          {offered.slice(0, mostOffered).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p class="field-hint" id={`${id}-help`}>
          {own.help}
        </p>
      </div>
      <div role="status">
        {row >= 0 && why === undefined && <p>{own.asking}</p>}
        {typed !== '' && (why === null || (row < 0 && offered.length === 0)) && (
          <p>{own.unknown}</p>
        )}
        {row >= 0 && why && (
          <Said words={words} texts={texts} answered={answered} plan={plan} row={row} why={why} />
        )}
      </div>
    </div>
  );
}

interface SaidProps extends PlacementFigureProps {
  readonly row: number;
  readonly why: WhyHere;
}

function Said({ words, texts: { whyHere: own }, answered, plan, row, why }: SaidProps) {
  const { names } = answered.fleet;
  const hosts = planHostNames(plan, answered.scenario);
  const context = placementContext(words, answered);
  const room = why.verdicts.filter(({ kind }) => kind === 'room').length;
  const shown = why.verdicts.slice(0, mostHosts);
  return (
    <>
      <p>{own.on(item(names, row), item(hosts, why.host))}</p>
      {why.together.length > 0 && (
        <p>{own.together(why.together.map((other) => item(names, other)))}</p>
      )}
      <p>{own.summary(room, why.verdicts.length - 1)}</p>
      <SimpleTable
        caption={own.table}
        head={own.head}
        rows={shown.map((verdict, host) => [item(hosts, host), own.verdict(verdict, context)])}
      />
      {why.verdicts.length > shown.length && (
        <p class="field-hint">{own.more(why.verdicts.length - shown.length)}</p>
      )}
    </>
  );
}

/** What the planner needs of a plan: without the utilization of every host in every slot. */
export function lean(plan: PlacementFigureProps['plan']) {
  const { hostOf, hostTypeIndex, domainOf, groupOf, lowerBound, boundBy, hosts } = plan;
  return { hostOf, hostTypeIndex, domainOf, groupOf, lowerBound, boundBy, hosts };
}

/** The answer to the newest question; undefined until there is one. */
export function useAnswer<Value>(
  ask: (signal: AbortSignal) => Promise<Value> | null,
  question: readonly unknown[],
): Value | undefined {
  const [answer, setAnswer] = useState<Value | undefined>(undefined);
  useEffect(() => {
    const abort = new AbortController();
    setAnswer(undefined);
    ask(abort.signal)?.then(
      (value) => {
        if (!abort.signal.aborted) setAnswer(() => value);
      },
      // Given up: the next question is being asked already.
      () => {},
    );
    return () => abort.abort();
  }, question);
  return answer;
}
