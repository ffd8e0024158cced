import type { BalancingSettings } from '~/model/balancing/settings.ts';
import { defaultBalancing } from '~/scenario/migration-defaults.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { Words } from '~/words/words.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { SettingField } from '../parts/setting-field.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { type FieldId, fieldSettings } from './settings.ts';

export interface SettingsPanelProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly session: FleetSession;
}

const optionsOf = <Value extends string>(texts: Readonly<Record<Value, string>>) =>
  (Object.keys(texts) as Value[]).map((value) => ({ value, label: texts[value] }));

const simple: readonly FieldId[] = ['cpu', 'memory', 'hold', 'days'];
const further: readonly FieldId[] = ['interval', 'cooldown', 'imbalance', 'reserve', 'cores'];

const newMachine: readonly FieldId[] = ['vcpus', 'mhz', 'gib'];

/** Thresholds, times and modes of the rules. */
export function SettingsPanel({ words, own, session }: SettingsPanelProps) {
  const { placement: texts } = own;
  const { balancing, migration } = session.scenario.value;
  const set = (changed: BalancingSettings) => {
    session.scenario.value = { ...session.scenario.peek(), balancing: changed };
  };
  const fields = (ids: readonly FieldId[]) =>
    ids.map((id) => (
      <SettingField
        key={id}
        words={words}
        texts={texts.fields[id]}
        setting={fieldSettings[id]}
        settings={balancing}
        start={defaultBalancing}
        onSettings={set}
      />
    ));
  return (
    <div class="move-settings">
      <div class="settings-grid">
        <ChoiceField
          label={texts.mode}
          value={balancing.mode}
          options={optionsOf(texts.modes)}
          onValue={(mode) => set({ ...balancing, mode })}
        />
        <ChoiceField
          label={texts.start}
          value={balancing.start}
          options={optionsOf(texts.starts)}
          onValue={(start) => set({ ...balancing, start })}
        />
        <ChoiceField
          label={own.settings.hosts}
          value={migration.hosts}
          options={optionsOf(own.settings.hostsKinds)}
          onValue={(hosts) => {
            session.scenario.value = {
              ...session.scenario.peek(),
              migration: { ...migration, hosts },
            };
          }}
        />
        {fields(simple)}
      </div>
      <details class="advanced">
        <summary>{words.tool.settings.more}</summary>
        <div class="settings-grid">
          <ChoiceField
            label={texts.target}
            value={balancing.target}
            options={optionsOf(texts.targets)}
            onValue={(target) => set({ ...balancing, target })}
          />
          <ChoiceField
            label={texts.switchOff}
            value={balancing.switchOff ? 'yes' : 'no'}
            options={optionsOf(texts.switchOffs)}
            onValue={(value) => set({ ...balancing, switchOff: value === 'yes' })}
          />
          {fields(further)}
        </div>
        <h3>{texts.newMachine.title}</h3>
        <div class="settings-grid">{fields(newMachine)}</div>
      </details>
    </div>
  );
}
