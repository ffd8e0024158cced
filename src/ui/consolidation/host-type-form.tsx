import { useId, useState } from 'preact/hooks';
import type { HostType } from '~/model/scenario.ts';
import type { Words } from '~/words/words.ts';

type NumberKey = {
  [Key in keyof HostType]: HostType[Key] extends number | null ? Key : never;
}[keyof HostType];

interface NumberField {
  readonly key: NumberKey;
  readonly isWhole?: true;
  /** An empty field means null; else it must be filled. */
  readonly mayBeEmpty?: true;
}

const fields: readonly NumberField[] = [
  { key: 'socketCount', isWhole: true },
  { key: 'coresPerSocket', isWhole: true },
  { key: 'coreMhz' },
  { key: 'memoryGib' },
  { key: 'performancePerMhz' },
  { key: 'diskGib', mayBeEmpty: true },
  { key: 'diskIops', mayBeEmpty: true },
  { key: 'diskMibPerSecond', mayBeEmpty: true },
  { key: 'networkMibPerSecond', mayBeEmpty: true },
  { key: 'idleWatts', mayBeEmpty: true },
  { key: 'fullWatts', mayBeEmpty: true },
  { key: 'rackUnits', mayBeEmpty: true },
  { key: 'price', mayBeEmpty: true },
  { key: 'available', mayBeEmpty: true, isWhole: true },
];

export interface HostTypeFormProps {
  readonly words: Words;
  readonly type: HostType;
  readonly onType: (type: HostType) => void;
}

/** Every figure of a host type, to type. */
export function HostTypeForm({ words, type, onType }: HostTypeFormProps) {
  const { hosts } = words.tool;
  const nameId = useId();
  return (
    <div class="host-form">
      <div class="field host-name">
        <label for={nameId}>{hosts.fields.name}</label>
        <input
          id={nameId}
          type="text"
          maxLength={200}
          value={type.name}
          onInput={(event) => onType({ ...type, name: event.currentTarget.value })}
        />
      </div>
      {fields.map((field) => (
        <NumberInput
          key={field.key}
          label={hosts.fields[field.key]}
          field={field}
          value={type[field.key]}
          onValue={(value) => onType({ ...type, [field.key]: value })}
        />
      ))}
      <label class="check">
        <input
          type="checkbox"
          checked={type.hasHyperThreading}
          onChange={(event) => onType({ ...type, hasHyperThreading: event.currentTarget.checked })}
        />
        {hosts.fields.hasHyperThreading}
      </label>
      <p class="field-hint">{hosts.emptyMeans}</p>
    </div>
  );
}

interface NumberInputProps {
  readonly label: string;
  readonly field: NumberField;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

function NumberInput({ label, field, value, onValue }: NumberInputProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const rounded = value === null ? '' : String(Math.round(value * 1000) / 1000);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        inputMode="decimal"
        min={0}
        step={field.isWhole ? 1 : 'any'}
        value={typed ?? rounded}
        aria-invalid={typed !== null && read(typed, field) === undefined}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          const number = read(text, field);
          if (number !== undefined) onValue(number);
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  );
}

/** What was typed, as a value of the model; undefined while it is none. */
function read(text: string, { mayBeEmpty, isWhole }: NumberField): number | null | undefined {
  if (text.trim() === '') return mayBeEmpty ? null : undefined;
  const number = Number(text);
  const isUsable =
    number <= 1e12 &&
    (mayBeEmpty && !isWhole ? number >= 0 : number > 0) &&
    (!isWhole || Number.isInteger(number));
  return isUsable ? number : undefined;
}
