import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Scenario } from '~/model/scenario.ts';
import { noOverhead } from '~/scenario/defaults.ts';
import type { Words } from '~/words/words.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { RangeField } from '../parts/range-field.tsx';
import type { CatalogueOverhead, PanelProps } from './parts.ts';
import type { PlacementRulesFormProps } from './placement-rules-form.tsx';
import { advancedSettings, isAt, type NumberSetting, simpleSettings } from './settings.ts';
import { SourceLine } from './source-line.tsx';

/** Every policy of the scenario: the few that decide most plans, the rest folded away. */
export function RulesPanel(props: PanelProps & { readonly start: Scenario }) {
  const { words, session, catalogue, start } = props;
  const { settings: texts } = words.tool;
  const scenario = session.scenario.value;
  // The form for names of machines is loaded with the settings that few readers open.
  const [isWanted, setWanted] = useState(false);
  const [Form, setForm] = useState<ComponentType<PlacementRulesFormProps> | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    void import('./placement-rules-form.tsx').then(({ PlacementRulesForm }) =>
      setForm(() => PlacementRulesForm),
    );
  }, [isWanted]);
  const set = (changed: Scenario) => {
    session.scenario.value = changed;
  };
  const field = (setting: NumberSetting) => (
    <SettingField key={setting.id} {...{ words, setting, scenario, start }} onScenario={set} />
  );
  return (
    <div class="rules-panel">
      <div class="settings-grid">
        {simpleSettings.map(field)}
        <Choices
          words={words}
          scenario={scenario}
          overheads={catalogue.overheads}
          onScenario={set}
        />
      </div>
      <details class="advanced" onToggle={() => setWanted(true)}>
        <summary>{texts.more}</summary>
        <div class="settings-grid">{advancedSettings.map(field)}</div>
        {Form !== null && <Form words={words} scenario={scenario} onScenario={set} />}
      </details>
      <button
        type="button"
        data-kind="quiet"
        onClick={() => set({ ...start, hostTypes: scenario.hostTypes, exclude: scenario.exclude })}
      >
        {texts.resetAll}
      </button>
    </div>
  );
}

interface SettingFieldProps {
  readonly words: Words;
  readonly setting: NumberSetting;
  readonly scenario: Scenario;
  readonly start: Scenario;
  readonly onScenario: (scenario: Scenario) => void;
}

/** Percent is for eyes only: the model has ratios. */
const percentOf = (ratio: number) => Math.round(ratio * 1e6) / 1e4;

function SettingField({ words, setting, scenario, start, onScenario }: SettingFieldProps) {
  const own = words.settings.number[setting.id];
  const { label, help } = own;
  // What is no limit says in its own words what on and off mean.
  const { settings } = words.tool;
  const fieldWords =
    'on' in own
      ? { tool: { settings: { ...settings, unlimited: own.off, limited: () => own.on } } }
      : words;
  const isPercent = setting.unit === '%';
  const shown = (value: number) => (isPercent ? percentOf(value) : value);
  const value = setting.get(scenario);
  return (
    <RangeField
      words={fieldWords}
      label={label}
      help={help}
      value={value === null ? null : shown(value)}
      least={shown(setting.least)}
      most={shown(setting.most)}
      step={shown(setting.step)}
      unit={unitText(words, setting)}
      whenOn={setting.whenOn === undefined ? undefined : shown(setting.whenOn)}
      isChanged={!isAt(setting, scenario, start)}
      onValue={(typed) =>
        onScenario(setting.set(scenario, typed !== null && isPercent ? typed / 100 : typed))
      }
      onReset={() => onScenario(setting.set(scenario, setting.get(start)))}
    />
  );
}

function unitText(words: Words, { id, unit }: NumberSetting): string {
  const { settings } = words.tool;
  if (id === 'growthYears') return settings.years;
  if (id === 'tolerate') return settings.hosts;
  if (unit === '×') return settings.perCore;
  return unit === 'h' ? settings.hours : unit;
}

interface ChoicesProps {
  readonly words: Words;
  readonly scenario: Scenario;
  readonly overheads: readonly CatalogueOverhead[];
  readonly onScenario: (scenario: Scenario) => void;
}

const optionsOf = <Value extends string>(
  options: Readonly<Record<Value, string>>,
): readonly { readonly value: Value; readonly label: string }[] =>
  (Object.keys(options) as Value[]).map((value) => ({ value, label: options[value] }));

const slotsOf = { day: 24, week: 168, all: 'all' } as const;

function Choices({ words, scenario, overheads, onScenario }: ChoicesProps) {
  const { choice } = words.settings;
  const { demand, failure, capacity } = scenario;
  const slots = demand.slots === 24 ? 'day' : demand.slots === 168 ? 'week' : 'all';
  const known = [{ name: choice.overhead.none, set: noOverhead }, ...overheads];
  const source = overheads.find(({ set }) => set.id === capacity.overhead.id)?.source;
  const isKnown = known.some(({ set }) => set.id === capacity.overhead.id);
  return (
    <>
      <ChoiceField
        label={choice.demandKind.label}
        help={choice.demandKind.help}
        value={demand.kind}
        options={optionsOf(choice.demandKind.options)}
        onValue={(kind) => onScenario({ ...scenario, demand: { ...demand, kind } })}
      />
      <ChoiceField
        label={choice.slots.label}
        help={choice.slots.help}
        value={slots}
        options={optionsOf(choice.slots.options)}
        onValue={(value) =>
          onScenario({ ...scenario, demand: { ...demand, slots: slotsOf[value] } })
        }
      />
      <ChoiceField
        label={choice.memory.label}
        help={choice.memory.help}
        value={demand.memory}
        options={optionsOf(choice.memory.options)}
        onValue={(memory) => onScenario({ ...scenario, demand: { ...demand, memory } })}
      />
      <ChoiceField
        label={choice.spare.label}
        help={choice.spare.help}
        value={failure.spare}
        options={optionsOf(choice.spare.options)}
        onValue={(spare) => onScenario({ ...scenario, failure: { ...failure, spare } })}
      />
      <ChoiceField
        label={choice.overhead.label}
        help={choice.overhead.help}
        value={capacity.overhead.id}
        options={[
          ...known.map(({ name, set }) => ({ value: set.id, label: name })),
          ...(isKnown ? [] : [{ value: capacity.overhead.id, label: choice.overhead.custom }]),
        ]}
        onValue={(id) => {
          const overhead = known.find(({ set }) => set.id === id)?.set ?? capacity.overhead;
          onScenario({ ...scenario, capacity: { ...capacity, overhead } });
        }}
      >
        {source !== undefined && <SourceLine words={words} source={source} />}
      </ChoiceField>
    </>
  );
}
