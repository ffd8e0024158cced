import type { CleanCluster } from '~/model/survival/answer.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { contextOf } from './context.ts';
import type { PanelProps } from './panel.ts';

/** The smallest cluster that restarts everything, searched when the reader asks. */
export function CleanClusterView(props: PanelProps) {
  const { own, session } = props;
  const { survival: texts } = own;
  const state = session.clean.state.value;
  return (
    <div class="clean-cluster">
      {state.kind === 'none' && (
        <button type="button" onClick={session.clean.ask}>
          {texts.smallest}
        </button>
      )}
      <p class="working" role="status">
        {state.kind === 'asking' && own.working(state.doneRatio)}
        {state.kind === 'failed' && own.failed(state.message)}
      </p>
      {state.kind === 'done' && state.value.kind === 'found' && (
        <Found {...props} answer={state.value} />
      )}
    </div>
  );
}

function Found({ words, own, session, answer }: PanelProps & { readonly answer: CleanCluster }) {
  const { survival: texts } = own;
  const { smallest, present, extras, cheapest, isByPrice } = answer;
  const { hostTypeName } = contextOf(session);
  const { hostTypes } = session.scenario.value;
  const parts = smallest?.hostsByType.flatMap((hosts, type) =>
    hosts === 0 ? [] : [`${hosts} × ${hostTypes[type]?.name ?? ''}`],
  );
  const best = isByPrice ? texts.cheapest : texts.fewest;
  const addition = (hosts: number | null, triedUpTo: number, isBest: boolean) => {
    if (hosts === null) return texts.extraNone(triedUpTo);
    if (hosts === 0) return texts.extraZero;
    return `${words.format.count(hosts)}${isBest ? ` (${best})` : ''}`;
  };
  return (
    <div data-answer="smallest">
      <p>
        {smallest === null ? texts.smallestNone : texts.smallestIs(smallest.hosts, present)}{' '}
        {parts !== undefined && parts.length > 1 && texts.smallestBy(parts)}
      </p>
      <SimpleTable
        caption={texts.extras}
        head={texts.extrasHead}
        rows={extras.map(({ hostType, hosts, triedUpTo, price }, index) => [
          hostTypeName(hostType),
          addition(hosts, triedUpTo, index === cheapest),
          price === null ? own.unknown : words.format.number(price, 0),
        ])}
        figures={[2]}
      />
      {!isByPrice && <p class="field-hint">{texts.noPrices}</p>}
    </div>
  );
}
