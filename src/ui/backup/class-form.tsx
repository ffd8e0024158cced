import { useId } from 'preact/hooks';
import {
  type BackupClass,
  type ClassMatch,
  type ClassRules,
  intervals,
} from '~/model/backup/settings.ts';
import { defaultBackup } from '~/scenario/backup-defaults.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { DraftInput, useDraft } from '../parts/draft.tsx';
import { CheckField, NumberField } from './fields.tsx';
import { MoreNeeds } from './needs-fields.tsx';
import { dataNumbers, rpoNumber, rtoNumber } from './numbers.ts';
import { type BackupPanelProps, className } from './parts.ts';

export interface ClassFormProps {
  readonly panel: BackupPanelProps;
  readonly value: BackupClass;
  readonly onValue: (value: BackupClass) => void;
  readonly onRemove: () => void;
}

const matched = ['os', 'application', 'environment', 'folder', 'cluster'] as const;

/** A class: which machines, what they need, how they are kept. */
export function ClassForm({ panel, value, onValue, onRemove }: ClassFormProps) {
  const { own } = panel;
  const texts = own.classes;
  const setMatch = (match: Partial<ClassMatch>) =>
    onValue({ ...value, match: { ...value.match, ...match } });
  return (
    <div class="backup-class">
      <TextField
        label={texts.name}
        value={value.name}
        onText={(name) => onValue({ ...value, name: name.slice(0, 200) })}
      />
      <h3>{texts.match}</h3>
      <p class="field-hint">{texts.matchAbout}</p>
      <div class="settings-grid">
        {matched.map((label) => (
          <TextField
            key={label}
            label={texts.labels[label]}
            value={value.match[label].join(', ')}
            onText={(text) => setMatch({ [label]: wordsOf(text, /[,、]/) })}
          />
        ))}
        <GibField
          label={texts.atLeast}
          value={value.match.atLeastGib}
          onValue={(atLeastGib) => setMatch({ atLeastGib })}
        />
        <GibField
          label={texts.atMost}
          value={value.match.atMostGib}
          onValue={(atMostGib) => setMatch({ atMostGib })}
        />
        <NamesField
          panel={panel}
          value={value.match.names}
          onNames={(names) => setMatch({ names })}
        />
      </div>
      <h3>{texts.needs}</h3>
      <Needs panel={panel} value={value} onValue={(next) => onValue({ ...value, ...next })} />
      <h3>{texts.rules}</h3>
      <RulesForm panel={panel} value={value} onValue={(next) => onValue({ ...value, ...next })} />
      <button type="button" data-kind="danger" onClick={onRemove}>
        {texts.remove(className(own, value))}
      </button>
    </div>
  );
}

export interface RulesFormProps {
  readonly panel: BackupPanelProps;
  readonly value: ClassRules;
  readonly onValue: (value: ClassRules) => void;
}

/** Method, interval, change, reduction and retention. */
export function RulesForm({ panel, value, onValue }: RulesFormProps) {
  const { words, own, data } = panel;
  return (
    <div class="settings-grid">
      <ChoiceField
        label={own.classes.method}
        value={value.method ?? ''}
        options={[
          { value: '', label: own.classes.automatic },
          ...data.methods.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onValue={(method) => onValue({ ...value, method: method === '' ? null : method })}
      />
      <ChoiceField
        label={own.classes.interval}
        value={String(value.intervalSeconds)}
        options={intervals.map((seconds) => ({
          value: String(seconds),
          label: own.everyHours(seconds / 3600),
        }))}
        onValue={(text) => {
          const intervalSeconds = intervals.find((seconds) => String(seconds) === text);
          if (intervalSeconds !== undefined) onValue({ ...value, intervalSeconds });
        }}
      />
      {dataNumbers.map((spec) => (
        <NumberField
          key={spec.id}
          {...{ words, own, spec, value, onValue }}
          start={defaultBackup.rest}
        />
      ))}
    </div>
  );
}

function Needs({ panel, value, onValue }: RulesFormProps) {
  const { words, own } = panel;
  const { needs } = value;
  const { questions } = own;
  const set = (change: Partial<ClassRules['needs']>) =>
    onValue({ ...value, needs: { ...needs, ...change } });
  return (
    <div class="settings-grid">
      <div class="backup-checks">
        <CheckField
          label={questions.unitOf.system}
          checked={needs.unit === 'system'}
          onChecked={(isSystem) => set({ unit: isSystem ? 'system' : 'data' })}
        />
        <CheckField
          label={questions.yes}
          checked={needs.online}
          onChecked={(online) => set({ online })}
        />
        <CheckField
          label={questions.rawDiskOf.raw}
          checked={needs.rawDisk}
          onChecked={(rawDisk) => set({ rawDisk })}
        />
      </div>
      {[rpoNumber, rtoNumber].map((spec) => (
        <NumberField
          key={spec.id}
          {...{ words, own, spec, value, onValue }}
          start={defaultBackup.rest}
        />
      ))}
      <MoreNeeds own={own} needs={needs} onNeeds={(next) => onValue({ ...value, needs: next })} />
    </div>
  );
}

const wordsOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((word) => word.trim().slice(0, 200))
    .filter((word) => word !== '')
    .slice(0, 100);

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** Counts once the reader leaves the field: a comma just typed must not vanish. */
function TextField({ label, value, onText }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <DraftInput id={id} type="text" value={value} onText={onText} />
    </div>
  );
}

interface GibFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onValue: (value: number | null) => void;
}

function GibField({ label, value, onValue }: GibFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <DraftInput
        id={id}
        type="number"
        inputMode="decimal"
        min={0}
        max={1e9}
        step="any"
        value={String(value ?? '')}
        onText={(text) => {
          const number = Number(text);
          const isUsable = text.trim() !== '' && number >= 0 && number <= 1e9;
          onValue(isUsable ? number : null);
        }}
      />
    </div>
  );
}

interface NamesFieldProps {
  readonly panel: BackupPanelProps;
  readonly value: readonly string[];
  readonly onNames: (names: readonly string[]) => void;
}

function NamesField({ panel, value, onNames }: NamesFieldProps) {
  const id = useId();
  const texts = panel.own.classes;
  const draft = useDraft<HTMLTextAreaElement>(value.join('\n'), (text) => {
    const lines = text.split('\n').map((line) => line.trim());
    onNames(lines.filter((line) => line !== '' && line.length <= 200));
  });
  return (
    <div class="field">
      <label for={id}>{texts.names}</label>
      <textarea id={id} rows={3} aria-describedby={`${id}-help`} {...draft} />
      <p class="field-hint" id={`${id}-help`}>
        {texts.namesAbout}
      </p>
    </div>
  );
}
