import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

export interface NumberFieldProps {
  readonly label: string;
  readonly help?: string;
  /** Null: not said. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
  /** The field shows the value times this: 100 for a percentage of a ratio. */
  readonly scale?: number;
  readonly unit?: string;
  /** May the field be left empty? */
  readonly isOptional?: boolean;
  /** It is asked for: an answer lacks it. */
  readonly isAsked?: boolean;
  readonly placeholder?: string;
  readonly onValue: (value: number | null) => void;
  /** Beside the number: a currency. */
  readonly children?: ComponentChildren;
}

/** A number to type; empty where the reader does not say it. Counts once it is a number in its range. */
export function NumberField(props: NumberFieldProps) {
  const { label, help, value, unit, isAsked, placeholder, onValue, children } = props;
  const { least, most, isWhole = false, scale = 1, isOptional = false } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): number | null | undefined => {
    if (text.trim() === '') return isOptional ? null : undefined;
    const number = Number(text);
    const taken = scale === 1 ? number : Math.round((number / scale) * 1e8) / 1e8;
    const isGood = taken >= least && taken <= most && (!isWhole || Number.isInteger(taken));
    return isGood ? taken : undefined;
  };
  const shown = value === null ? '' : String(Math.round(value * scale * 1e6) / 1e6);
  return (
    <div class="field" data-asked={isAsked}>
      <label for={id}>{label}</label>
      <span class="with-unit">
        <input
          id={id}
          type="number"
          inputMode="decimal"
          min={least * scale}
          max={most * scale}
          step="any"
          value={typed ?? shown}
          placeholder={placeholder}
          aria-describedby={help ? `${id}-help` : undefined}
          aria-invalid={typed !== null && read(typed) === undefined}
          onInput={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const number = read(text);
            if (number !== undefined) onValue(number);
          }}
          onBlur={() => setTyped(null)}
        />
        {unit !== undefined && <span class="unit">{unit}</span>}
        {children}
      </span>
      {help && (
        <p class="field-hint" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
