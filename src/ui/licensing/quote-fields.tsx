import { currencies, minorPerMajor } from '~/model/licensing/money.ts';
import type { Quote } from '~/model/licensing/policy.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { NumberField } from './number-field.tsx';
import type { CatalogueProduct, Shelf } from './parts.ts';
import { setLicensing } from './set-licensing.ts';

export interface QuoteFieldsProps {
  readonly shelf: Shelf;
  readonly session: FleetSession;
  readonly product: CatalogueProduct;
}

/** The reader's own price for a product: it overrides the published one, and is marked. */
export function QuoteFields({ shelf, session, product }: QuoteFieldsProps) {
  const { tool: texts } = shelf.own;
  const { id, offer } = product.terms;
  const { licensing } = session.scenario.value;
  const quote: Quote | undefined = licensing.quotes[id];
  const currency = quote?.currency ?? licensing.currency;
  const set = (changes: Partial<Quote>) => {
    const before: Quote = quote ?? { minor: 0, currency, supportRatioPerYear: null };
    setLicensing(session, { quotes: { ...licensing.quotes, [id]: { ...before, ...changes } } });
  };
  const remove = () => {
    const { [id]: _gone, ...rest } = licensing.quotes;
    setLicensing(session, { quotes: rest });
  };
  return (
    <details class="licence-quote" open={quote !== undefined || product.terms.prices.length === 0}>
      <summary>{texts.quote}</summary>
      <div class="licence-quote-fields">
        <NumberField
          label={texts.quoteAmount(offer.licences, offer.per)}
          value={quote === undefined ? null : quote.minor / minorPerMajor[quote.currency]}
          least={0}
          most={1_000_000_000}
          isWhole={false}
          mayBeEmpty
          onValue={(value) =>
            value === null ? remove() : set({ minor: Math.round(value * minorPerMajor[currency]) })
          }
        />
        <ChoiceField
          label={texts.quoteCurrency}
          value={currency}
          options={currencies.map((value) => ({ value, label: texts.currencies[value] }))}
          onValue={(next) => {
            const major = (quote?.minor ?? 0) / minorPerMajor[currency];
            set({ currency: next, minor: Math.round(major * minorPerMajor[next]) });
          }}
        />
        {offer.per === 'once' && (
          <NumberField
            label={texts.quoteSupport}
            value={
              quote === undefined || quote.supportRatioPerYear === null
                ? null
                : Math.round(quote.supportRatioPerYear * 1e4) / 100
            }
            least={0}
            most={100}
            isWhole={false}
            mayBeEmpty
            onValue={(percent) =>
              set({ supportRatioPerYear: percent === null ? null : percent / 100 })
            }
          />
        )}
        {quote !== undefined && (
          <button type="button" data-kind="quiet" data-size="small" onClick={remove}>
            {texts.quoteRemove}
          </button>
        )}
      </div>
    </details>
  );
}
