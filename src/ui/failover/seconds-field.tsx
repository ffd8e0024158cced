import { useId } from 'preact/hooks';

interface SecondsProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  readonly placeholder?: string;
  readonly onValue: (value: number | null) => void;
}

/** A number of seconds; empty where it may be unknown. */
export function Seconds({ label, unit, value, placeholder, onValue }: SecondsProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <span class="with-unit">
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={0}
          max={63_072_000}
          step={1}
          value={value ?? ''}
          {...(placeholder === undefined ? {} : { placeholder })}
          onInput={(event) => {
            const { value: text } = event.currentTarget;
            const number = Number(text);
            if (text === '') onValue(null);
            else if (number >= 0 && number <= 63_072_000) onValue(number);
          }}
        />
        <span class="unit">{unit}</span>
      </span>
    </div>
  );
}
