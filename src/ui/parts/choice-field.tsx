import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly help?: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
  /** What the chosen value wants said below the list. */
  readonly children?: ComponentChildren;
}

/** One of a few, from a list. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, help, value, options, onValue, children } = props;
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={help === undefined ? undefined : `${id}-help`}
        onChange={(event) => onValue(event.currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {help !== undefined && (
        <p class="field-hint" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children}
    </div>
  );
}
