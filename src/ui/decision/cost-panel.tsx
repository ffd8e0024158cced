import type { CostedProducts } from '~/model/cost/product-costs.ts';
import { foreignCurrencies } from '~/model/licensing/money.ts';
import { NumberField } from '../cost/number-field.tsx';
import { OnOpen } from '../parts/on-open.tsx';
import { basisTexts } from './basis-texts.ts';
import { CostTable } from './cost-table.tsx';
import type { DecisionPanelProps } from './parts.ts';
import { amountOf, missingText, type Saying, sayingOf } from './say.ts';

/** What each product costs on the reader's hosts, with what it is computed from, and the reader's own figures. */
export function CostPanel(panel: DecisionPanelProps) {
  const { words, own, session, data, answering } = panel;
  const texts = own.costs;
  const answered = answering.answered.value;
  const saying = answered === null ? null : sayingOf(words.format, own, data, answered);
  const costs = answered?.answer.costs ?? null;
  return (
    <>
      <p class="field-hint">{texts.help}</p>
      {costs?.kind === 'no-hosts' && (
        <p class="notice" data-kind="warn">
          {texts.noHosts}
        </p>
      )}
      {costs?.kind === 'impossible' && (
        <p class="notice" data-kind="bad">
          {texts.impossible}
        </p>
      )}
      {costs?.kind === 'costed' && saying !== null && <Basis saying={saying} costs={costs} />}
      {session.loaded.value === null && (
        <OnOpen
          class="answer-part"
          summary={texts.inNumbers}
          load={loadNumbers}
          props={{ words, own, session }}
        />
      )}
      <CommonFields {...panel} costs={costs?.kind === 'costed' ? costs : null} />
      <CostTable {...panel} />
      {costs?.kind === 'costed' &&
        saying !== null &&
        costs.costs.map((cost) => (
          <OnOpen
            key={cost.product}
            class="answer-part"
            summary={texts.how(saying.names.product(cost.product))}
            load={loadDetails}
            props={{ saying, data, cost }}
          />
        ))}
      <p class="field-hint">{own.cost.notAQuote}</p>
    </>
  );
}

/** Who looks into a figure, loads what opens it. */
const loadDetails = async () => (await import('./cost-details.tsx')).CostDetails;
const loadNumbers = async () => (await import('./numbers-panel.tsx')).NumbersPanel;

/** On which hosts and for which time it is counted, what is left out for all, and the ends of the scale. */
function Basis({ saying, costs }: { readonly saying: Saying; readonly costs: CostedProducts }) {
  const { format, own, answered } = saying;
  const { decision } = answered.answer;
  const scale = decision.kind === 'ranked' ? decision.costScale : null;
  return (
    <>
      {basisTexts(saying, costs).map((text) => (
        <p key={text}>{text}</p>
      ))}
      {costs.notCounted.length > 0 && (
        <p class="field-hint">
          {own.costs.notCounted(
            format.names(costs.notCounted.map((gap) => missingText(saying, gap))),
          )}
        </p>
      )}
      {scale !== null && (
        <p class="field-hint">
          {own.costs.scale(amountOf(saying, scale.cheapest), amountOf(saying, scale.dearest))}
        </p>
      )}
      <details class="answer-part">
        <summary>{own.answer.how}</summary>
        <ul>
          {own.costs.formula.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

/** The years and the exchange rates of the total cost, which the cost tool has too. */
function CommonFields({
  own,
  session,
  data,
  costs,
}: DecisionPanelProps & { readonly costs: CostedProducts | null }) {
  const texts = own.costs;
  const { cost } = session.scenario.value;
  const set = (change: Partial<typeof cost>) => {
    const scenario = session.scenario.peek();
    session.scenario.value = { ...scenario, cost: { ...scenario.cost, ...change } };
  };
  const lacking = (currency: string) =>
    (costs?.costs ?? []).filter(({ missing }) =>
      missing.some(({ what, name }) => what === 'rate' && name === currency),
    );
  const waiting = foreignCurrencies.flatMap(lacking);
  const nameOf = (id: string) => data.products.find((product) => product.id === id)?.name ?? id;
  return (
    <>
      {waiting.length > 0 && (
        <p class="notice" data-kind="warn" role="status">
          {texts.rateAsked([...new Set(waiting.map(({ product }) => nameOf(product)))].join(', '))}
        </p>
      )}
      <div class="settings-grid">
        <NumberField
          label={texts.years}
          value={cost.years}
          least={1}
          most={10}
          isWhole
          onValue={(years) => set({ years: years ?? cost.years })}
        />
        {foreignCurrencies.map((currency) => (
          <NumberField
            key={currency}
            label={texts.rate(currency)}
            help={texts.rateHelp}
            value={cost.rates[currency]}
            least={0.0001}
            most={1_000_000}
            isOptional
            isAsked={lacking(currency).length > 0}
            onValue={(rate) => set({ rates: { ...cost.rates, [currency]: rate } })}
          />
        ))}
      </div>
    </>
  );
}
