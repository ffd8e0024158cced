import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Missing } from '~/model/cost/flows.ts';
import type { TypedLicence } from '~/model/cost/settings.ts';
import type { Currency } from '~/model/licensing/money.ts';
import type { CostPageWords } from '~/words/cost.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { NumberField } from './number-field.tsx';
import { PriceField } from './price-field.tsx';

export interface LicenceListProps {
  readonly own: CostPageWords;
  readonly currency: Currency;
  /** Null: not said yet. */
  readonly licences: readonly TypedLicence[] | null;
  readonly missing: readonly Missing[];
  readonly onLicences: (licences: readonly TypedLicence[] | null) => void;
  /** Choices of catalogue products, shown above the reader's own. */
  readonly children: ComponentChildren;
  /** With a product chosen nothing has to be said of others. */
  readonly hasProducts: boolean;
  readonly onAdd: () => void;
}

/** Licences at the reader's own prices, or that none are needed. */
export function LicenceList({ own, currency, licences, missing, ...props }: LicenceListProps) {
  const { onLicences, onAdd, children, hasProducts } = props;
  const texts = own.tool.option;
  const list = licences ?? [];
  const change = (place: number, part: Partial<TypedLicence>) =>
    onLicences(list.map((licence, index) => (index === place ? { ...licence, ...part } : licence)));
  return (
    <fieldset class="option-group">
      <legend>{texts.licences}</legend>
      <p class="field-hint">{texts.productsHelp}</p>
      {children}
      <p class="field-hint">{texts.licencesHelp}</p>
      {list.length === 0 && !hasProducts && (
        <label class="check">
          <input
            type="checkbox"
            checked={licences !== null}
            onChange={(event) => onLicences(event.currentTarget.checked ? [] : null)}
          />
          {texts.noneNeeded}
        </label>
      )}
      {list.map((licence, place) => (
        <Licence
          key={place}
          own={own}
          currency={currency}
          licence={licence}
          isAsked={missing.some(({ kind, name }) => kind === 'licences' && name === licence.name)}
          onChange={(part) => change(place, part)}
          onRemove={() => {
            const rest = list.filter((_, index) => index !== place);
            onLicences(rest.length === 0 ? null : rest);
          }}
        />
      ))}
      <div>
        <button type="button" onClick={onAdd}>
          {texts.addLicence}
        </button>
      </div>
    </fieldset>
  );
}

interface LicenceProps {
  readonly own: CostPageWords;
  readonly currency: Currency;
  readonly licence: TypedLicence;
  readonly isAsked: boolean;
  readonly onChange: (part: Partial<TypedLicence>) => void;
  readonly onRemove: () => void;
}

function Licence({ own, currency, licence, isAsked, onChange, onRemove }: LicenceProps) {
  const texts = own.tool.option;
  const id = useId();
  const metrics = Object.keys(texts.metrics) as TypedLicence['metric'][];
  const terms = Object.keys(texts.terms) as TypedLicence['term'][];
  return (
    <div class="licence option-fields">
      <div class="field">
        <label for={id}>{texts.licenceName}</label>
        <input
          id={id}
          type="text"
          maxLength={200}
          value={licence.name}
          onInput={(event) => onChange({ name: event.currentTarget.value })}
        />
      </div>
      <ChoiceField
        label={texts.metric}
        value={licence.metric}
        options={metrics.map((value) => ({ value, label: texts.metrics[value] }))}
        onValue={(metric) => onChange({ metric })}
      />
      <PriceField
        label={own.cost.priceOf(texts.metrics[licence.metric])}
        value={licence.price}
        currency={currency}
        currencyLabel={own.tool.common.currency}
        isAsked={isAsked && licence.price === null}
        onValue={(price) => onChange({ price })}
      />
      <ChoiceField
        label={texts.term}
        value={licence.term}
        options={terms.map((value) => ({ value, label: texts.terms[value] }))}
        onValue={(term) => onChange({ term })}
      />
      {licence.term === 'once' && (
        <NumberField
          label={texts.support}
          value={licence.supportRatio}
          least={0}
          most={1}
          scale={100}
          unit="%"
          onValue={(value) => onChange({ supportRatio: value ?? 0 })}
        />
      )}
      <button type="button" data-kind="quiet" data-size="small" onClick={onRemove}>
        {texts.removeLicence(licence.name)}
      </button>
    </div>
  );
}
