import { costCriterion } from '~/model/scoring/knowledge.ts';
import { DraftInput } from '../parts/draft.tsx';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import { costNow, type DecisionPanelProps, namesIn, setPolicy } from './parts.ts';
import { amountOf, lackText, sayingOf } from './say.ts';

/** Product by product: as what it is bought, what that costs, the reader's own figure, and what it is worth as a value. */
export function CostTable({ words, own, session, data, answering }: DecisionPanelProps) {
  const texts = own.costs;
  const { decision: policy, cost: settings } = session.scenario.value;
  const answered = answering.answered.value;
  const names = namesIn(data, own.weights.cost);
  const saying = answered === null ? null : sayingOf(words.format, own, data, answered);
  const costs = answered?.answer.costs;
  const choose = (id: string, licence: string, isFirst: boolean) => {
    const { [id]: _old, ...others } = policy.editions;
    setPolicy(session, { editions: isFirst ? others : { ...others, [id]: licence } });
  };
  const give = (id: string, text: string) => {
    const { [id]: _old, ...others } = policy.costs;
    const cost = Number(text);
    const isGiven = text.trim() !== '' && Number.isFinite(cost) && cost >= 0;
    setPolicy(session, { costs: isGiven ? { ...others, [id]: cost } : others });
  };
  const computed = (id: string) => {
    const found =
      costs?.kind === 'costed' ? costs.costs.find(({ product }) => product === id) : null;
    if (!found || saying === null) return '–';
    if (found.amount === null) {
      const gaps = found.missing.map((gap) => lackText(saying, gap));
      return <span class="field-hint">{words.format.names(gaps)}</span>;
    }
    const { minor, lowMinor, highMinor } = found.amount;
    return (
      <>
        {amountOf(saying, minor)}
        {lowMinor !== highMinor && (
          <small>{texts.range(amountOf(saying, lowMinor), amountOf(saying, highMinor))}</small>
        )}
      </>
    );
  };
  const value = (id: string) => {
    const decision = answered?.answer.decision;
    const row =
      decision?.kind === 'ranked' ? decision.ranking.find(({ product }) => product === id) : null;
    const part = row?.parts.find(({ criterion }) => criterion === costCriterion);
    if (!part || answered === null) return '–';
    const ends = [part.low, part.high].map((end) => words.format.number(end, 2));
    const range = [...new Set(ends)].join('–');
    const mark = costNow(answered, id)?.mark ?? 'unknown';
    return mark === 'computed' ? range : texts.marked(range, texts.mark[mark]);
  };
  return (
    <>
      <p class="field-hint">{texts.ownHelp(settings.currency)}</p>
      <ScrollRegion label={texts.caption}>
        <table class="costs">
          <caption class="visually-hidden">{texts.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{own.products.product}</th>
              <th scope="col">{texts.licence}</th>
              <th scope="col" data-kind="number">
                {texts.computed}
              </th>
              <th scope="col">{texts.own}</th>
              <th scope="col">{texts.value}</th>
            </tr>
          </thead>
          <tbody>
            {data.products.map(({ id, name }) => {
              const editions = data.basis.licences[id] ?? [];
              const [first] = editions;
              return (
                <tr key={id}>
                  <th scope="row">{name}</th>
                  <td>
                    {editions.length < 2 ? (
                      editions.map(names.licence)
                    ) : (
                      <select
                        aria-label={texts.licenceOf(name)}
                        value={policy.editions[id] ?? first}
                        onChange={({ currentTarget }) =>
                          choose(id, currentTarget.value, currentTarget.value === first)
                        }
                      >
                        {editions.map((edition) => (
                          <option key={edition} value={edition}>
                            {names.licence(edition)}
                          </option>
                        ))}
                      </select>
                    )}
                  </td>
                  <td data-kind="number">{computed(id)}</td>
                  <td>
                    <DraftInput
                      type="number"
                      min={0}
                      step="any"
                      inputMode="decimal"
                      aria-label={texts.ownOf(name)}
                      value={String(policy.costs[id] ?? '')}
                      onText={(text) => give(id, text)}
                    />
                  </td>
                  <td>{value(id)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
