import { useId, useState } from 'preact/hooks';

export interface NumberFieldProps {
  readonly label: string;
  readonly help?: string;
  /** Null where nothing is given. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
  /** An empty field is an answer too. */
  readonly mayBeEmpty?: boolean;
  readonly onValue: (value: number | null) => void;
}

/** A number to type; it counts once it is one in range. */
export function NumberField(props: NumberFieldProps) {
  const { label, help, value, least, most, isWhole = true, mayBeEmpty = false, onValue } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const isRight = (text: string) => {
    if (text.trim() === '') return mayBeEmpty;
    const number = Number(text);
    return number >= least && number <= most && (!isWhole || Number.isInteger(number));
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode={isWhole ? 'numeric' : 'decimal'}
        min={least}
        max={most}
        step={isWhole ? 1 : 'any'}
        value={typed ?? value ?? ''}
        aria-invalid={typed !== null && !isRight(typed)}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          if (isRight(text)) onValue(text.trim() === '' ? null : Number(text));
        }}
        onBlur={() => setTyped(null)}
      />
      {help !== undefined && (
        <p class="field-hint" id={`${id}-help`}>
          {help}
        </p>
      )}
    </div>
  );
}
