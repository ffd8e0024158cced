import { useId, useState } from 'preact/hooks';
import type { Words } from '~/words/words.ts';

/** What the field itself says, of all the words of a tool. */
export interface RangeFieldWords {
  readonly tool: {
    readonly settings: Pick<
      Words['tool']['settings'],
      'unlimited' | 'slider' | 'limited' | 'reset'
    >;
  };
}

export interface RangeFieldProps {
  readonly words: RangeFieldWords;
  readonly label: string;
  readonly help: string;
  /** As shown: percent for a ratio. Null: not limited. */
  readonly value: number | null;
  readonly least: number;
  readonly most: number;
  /** Where the slider ends, if before `most`: larger figures are typed, so that the usual ones are easy to hit. */
  readonly sliderMost?: number | undefined;
  readonly step: number;
  readonly unit: string;
  /** Given where the limit can be switched off: the value to start from when it is switched on. */
  readonly whenOn?: number | undefined;
  readonly isChanged: boolean;
  readonly onValue: (value: number | null) => void;
  readonly onReset: () => void;
}

/** A slider with the same number to type beside it, its unit, what it does, and a way back. */
export function RangeField(props: RangeFieldProps) {
  const { words, label, help, value, least, most, step, unit, whenOn, isChanged } = props;
  const { onValue, onReset, sliderMost = most } = props;
  const id = useId();
  // What is being typed may not be a number yet; it counts once it is one in range.
  const [typed, setTyped] = useState<string | null>(null);
  const { settings } = words.tool;

  const onTyped = (text: string) => {
    setTyped(text);
    const number = Number(text);
    if (text.trim() !== '' && number >= least && number <= most) onValue(number);
  };
  const isWrong = typed !== null && !isInRange(typed, least, most);

  return (
    <div class="slider" data-changed={isChanged}>
      <label for={id}>{label}</label>
      {value === null ? (
        <span class="unlimited">{settings.unlimited}</span>
      ) : (
        <>
          <input
            type="range"
            aria-label={settings.slider(label)}
            aria-valuetext={unit === '' ? undefined : `${value} ${unit}`}
            min={least}
            max={Math.max(sliderMost, value)}
            step={step}
            value={value}
            onInput={(event) => {
              setTyped(null);
              onValue(Number(event.currentTarget.value));
            }}
          />
          <span class="with-unit">
            <input
              id={id}
              type="number"
              inputMode="decimal"
              min={least}
              max={most}
              step="any"
              value={typed ?? value}
              aria-describedby={`${id}-help`}
              aria-invalid={isWrong}
              onInput={(event) => onTyped(event.currentTarget.value)}
              onBlur={() => setTyped(null)}
            />
            <span class="unit">{unit}</span>
          </span>
        </>
      )}
      <p class="field-hint" id={`${id}-help`}>
        {help}
      </p>
      <div class="field-actions">
        {whenOn !== undefined && (
          <label class="check">
            <input
              id={value === null ? id : undefined}
              type="checkbox"
              checked={value !== null}
              onChange={(event) => onValue(event.currentTarget.checked ? whenOn : null)}
            />
            {settings.limited(label)}
          </label>
        )}
        {isChanged && (
          <button type="button" data-kind="quiet" data-size="small" onClick={onReset}>
            {settings.reset(label)}
          </button>
        )}
      </div>
    </div>
  );
}

const isInRange = (text: string, least: number, most: number) =>
  text.trim() !== '' && Number(text) >= least && Number(text) <= most;
