import { useId } from 'preact/hooks';
import { defaultBackup } from '~/scenario/backup-defaults.ts';
import type { BackupWords } from '~/words/backup.ts';
import type { Words } from '~/words/words.ts';
import { RangeField } from '../parts/range-field.tsx';
import type { NumberSpec, UnitKey } from './numbers.ts';
import { type BackupPanelProps, change, settingsOf } from './parts.ts';

const unitText = ({ units }: BackupWords, unit: UnitKey) =>
  unit === '%' || unit === '' ? unit : units[unit];

/** Without the noise of binary fractions. */
const tidy = (value: number) => Math.round(value * 1e6) / 1e6;

export interface NumberFieldProps<Of> {
  readonly words: Words;
  readonly own: BackupWords;
  readonly spec: NumberSpec<Of>;
  readonly value: Of;
  /** What the field goes back to. */
  readonly start: Of;
  readonly onValue: (value: Of) => void;
}

export function NumberField<Of>(props: NumberFieldProps<Of>) {
  const { words, own, spec, value, start, onValue } = props;
  const { label, help } = own.fields[spec.id];
  const current = spec.get(value);
  return (
    <RangeField
      words={words}
      label={label}
      help={help}
      value={current === null ? null : tidy(current / spec.factor)}
      least={spec.least}
      most={spec.most}
      sliderMost={spec.sliderMost}
      step={spec.step}
      unit={unitText(own, spec.unit)}
      whenOn={spec.whenOn}
      isChanged={current !== spec.get(start)}
      onValue={(shown) =>
        onValue(spec.set(value, shown === null ? null : tidy(shown * spec.factor)))
      }
      onReset={() => onValue(spec.set(value, spec.get(start)))}
    />
  );
}

/** Fields of settings that belong to no class. */
export function SettingFields({
  panel,
  specs,
}: {
  readonly panel: BackupPanelProps;
  readonly specs: readonly NumberSpec<ReturnType<typeof settingsOf>>[];
}) {
  const { words, own, session } = panel;
  return (
    <>
      {specs.map((spec) => (
        <NumberField
          key={spec.id}
          words={words}
          own={own}
          spec={spec}
          value={settingsOf(session)}
          start={defaultBackup}
          onValue={(value) => change(session, () => value)}
        />
      ))}
    </>
  );
}

export interface CheckFieldProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}

export function CheckField({ label, checked, onChecked }: CheckFieldProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChecked(event.currentTarget.checked)}
      />
      {label}
    </label>
  );
}

export interface RadioFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onValue: (value: Value) => void;
}

/** A question with its few answers in sight. */
export function RadioField<Value extends string>(props: RadioFieldProps<Value>) {
  const { label, value, options, onValue } = props;
  const name = useId();
  return (
    <fieldset class="backup-question">
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="check">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onValue(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
