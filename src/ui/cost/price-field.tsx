import { useState } from 'preact/hooks';
import type { Price } from '~/model/cost/settings.ts';
import { type Currency, currencies } from '~/model/licensing/money.ts';
import { NumberField } from './number-field.tsx';

export interface PriceFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly value: Price | null;
  /** Taken until the reader chooses another. */
  readonly currency: Currency;
  readonly currencyLabel: string;
  readonly isAsked?: boolean;
  readonly onValue: (value: Price | null) => void;
}

/** An amount and its currency; empty where nobody knows the price. */
export function PriceField(props: PriceFieldProps) {
  const { label, help, value, currencyLabel, isAsked = false, onValue } = props;
  const [chosen, setChosen] = useState<Currency | null>(null);
  const currency = value?.currency ?? chosen ?? props.currency;
  return (
    <NumberField
      label={label}
      {...(help === undefined ? {} : { help })}
      value={value?.amount ?? null}
      least={0}
      most={1e10}
      isOptional
      isAsked={isAsked}
      onValue={(amount) => onValue(amount === null ? null : { amount, currency })}
    >
      <select
        class="currency"
        aria-label={`${label}: ${currencyLabel}`}
        value={currency}
        onChange={(event) => {
          const next = event.currentTarget.value as Currency;
          setChosen(next);
          if (value !== null) onValue({ ...value, currency: next });
        }}
      >
        {currencies.map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </select>
    </NumberField>
  );
}
