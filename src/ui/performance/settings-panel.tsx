import { useId, useState } from 'preact/hooks';
import type { PerformancePolicy } from '~/model/performance/policy.ts';
import type { Scenario } from '~/model/scenario.ts';
import { defaultScenario, noOverhead } from '~/scenario/defaults.ts';
import { SourceLine } from '../consolidation/source-line.tsx';
import { ChoiceField } from '../parts/choice-field.tsx';
import { DraftInput } from '../parts/draft.tsx';
import { RangeField } from '../parts/range-field.tsx';
import type { PerformanceCatalogue, PerformancePanelProps } from './parts.ts';

export interface SettingsPanelProps extends PerformancePanelProps {
  readonly catalogue: PerformanceCatalogue;
  readonly plannerUrl: string;
}

const start = defaultScenario;
/** Percent is for eyes only: the model has ratios. */
const percentOf = (ratio: number) => Math.round(ratio * 1e6) / 1e4;

/** What the tool adds to the plan's own settings: overhead, load, vCPUs, memory, and which VM is added. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { words, own, session, plannerUrl } = props;
  const texts = own.settings;
  const scenario = session.scenario.value;
  const set = (changed: Scenario) => {
    session.scenario.value = changed;
  };
  const { capacity, performance } = scenario;
  return (
    <div class="perform-settings">
      <p class="field-hint">
        {texts.plan} <a href={plannerUrl}>{texts.toPlan}</a>
      </p>
      <div class="settings-grid">
        <OverheadChoice {...props} />
        <PercentField
          {...props}
          {...texts.load}
          value={performance.loadRatio}
          start={start.performance.loadRatio}
          least={1}
          sliderMost={300}
          most={1000}
          onRatio={(loadRatio) => set(withPolicy(scenario, { loadRatio }))}
        />
        <PercentField
          {...props}
          {...texts.hyperThreading}
          value={capacity.hyperThreadingGainRatio}
          start={start.capacity.hyperThreadingGainRatio}
          least={0}
          sliderMost={30}
          most={100}
          onRatio={(hyperThreadingGainRatio) =>
            set({ ...scenario, capacity: { ...capacity, hyperThreadingGainRatio } })
          }
        />
        <div>
          <PercentField
            {...props}
            {...texts.overcommit}
            value={performance.overcommitLossRatio}
            start={start.performance.overcommitLossRatio}
            least={0}
            sliderMost={100}
            most={1000}
            onRatio={(overcommitLossRatio) => set(withPolicy(scenario, { overcommitLossRatio }))}
          />
          <SourceLine words={words} source={props.catalogue.overcommit} />
        </div>
        <MemoryFields {...props} />
        <MoreLike {...props} />
      </div>
      <button
        type="button"
        data-kind="quiet"
        onClick={() => {
          const { benchmark, vmsAtFull } = performance;
          set({ ...scenario, performance: { ...start.performance, benchmark, vmsAtFull } });
        }}
      >
        {texts.reset}
      </button>
    </div>
  );
}

export const withPolicy = (scenario: Scenario, change: Partial<PerformancePolicy>): Scenario => ({
  ...scenario,
  performance: { ...scenario.performance, ...change },
});

interface PercentFieldProps extends PerformancePanelProps {
  readonly label: string;
  readonly help: string;
  readonly value: number;
  readonly start: number;
  readonly least: number;
  readonly sliderMost: number;
  readonly most: number;
  readonly onRatio: (ratio: number) => void;
}

function PercentField(props: PercentFieldProps) {
  const { words, label, help, value, least, sliderMost, most, onRatio } = props;
  return (
    <RangeField
      words={words}
      label={label}
      help={help}
      value={percentOf(value)}
      least={least}
      most={most}
      sliderMost={sliderMost}
      step={1}
      unit="%"
      isChanged={value !== props.start}
      onValue={(typed) => {
        if (typed !== null) onRatio(typed / 100);
      }}
      onReset={() => onRatio(props.start)}
    />
  );
}

function OverheadChoice({ words, own, session, catalogue }: SettingsPanelProps) {
  const texts = own.settings.overhead;
  const scenario = session.scenario.value;
  const { capacity } = scenario;
  const benchmark = session.benchmark.value;
  const fitted = benchmark.kind === 'fitted' ? benchmark.fit.overhead : null;
  const known = [
    { name: texts.none, set: noOverhead },
    ...catalogue.overheads,
    ...(fitted === null ? [] : [{ name: texts.own, set: fitted }]),
  ];
  const isKnown = known.some(({ set }) => set.id === capacity.overhead.id);
  const source = catalogue.overheads.find(({ set }) => set.id === capacity.overhead.id)?.source;
  return (
    <ChoiceField
      label={texts.label}
      help={texts.help}
      value={capacity.overhead.id}
      options={[
        ...known.map(({ name, set }) => ({ value: set.id, label: name })),
        ...(isKnown ? [] : [{ value: capacity.overhead.id, label: texts.own }]),
      ]}
      onValue={(id) => {
        const overhead = known.find(({ set }) => set.id === id)?.set ?? capacity.overhead;
        session.scenario.value = { ...scenario, capacity: { ...capacity, overhead } };
      }}
    >
      {source !== undefined && <SourceLine words={words} source={source} />}
    </ChoiceField>
  );
}

/** What no product of the list does. */
const ownChoice = 'own';

function MemoryFields(props: SettingsPanelProps) {
  const { words, own, session, catalogue } = props;
  const texts = own.settings;
  const id = useId();
  const scenario = session.scenario.value;
  const { memory } = scenario.performance;
  const change = (changed: Partial<typeof memory>) => {
    session.scenario.value = withPolicy(scenario, { memory: { ...memory, ...changed } });
  };
  const [productId, setProductId] = useState<string | null>(null);
  // What the reader changes by hand is no product's any more; nor is the start, though one may do the same.
  const chosen = catalogue.techniques.find(
    ({ id: candidate, memory: product }) =>
      candidate === productId &&
      product.sharing === memory.sharing &&
      product.ballooning === memory.ballooning &&
      (product.identicalRatio === null || product.identicalRatio === memory.identicalRatio),
  );
  return (
    <>
      <ChoiceField
        label={texts.technique.label}
        help={texts.technique.help}
        value={chosen?.id ?? ownChoice}
        options={[
          { value: ownChoice, label: texts.technique.own },
          ...catalogue.techniques.map((product) => ({ value: product.id, label: product.name })),
        ]}
        onValue={(value) => {
          setProductId(value);
          const product = catalogue.techniques.find((candidate) => candidate.id === value);
          if (product === undefined) return;
          const { sharing, ballooning, identicalRatio } = product.memory;
          change({ sharing, ballooning, identicalRatio: identicalRatio ?? memory.identicalRatio });
        }}
      >
        {chosen !== undefined && (
          <>
            <p class="field-hint">{chosen.note}</p>
            <SourceLine words={words} source={chosen.source} />
          </>
        )}
      </ChoiceField>
      <div>
        <ChoiceField
          label={texts.sharing.label}
          help={texts.sharing.help}
          value={memory.sharing}
          options={(['none', 'when-short', 'always'] as const).map((value) => ({
            value,
            label: own.sharing[value],
          }))}
          onValue={(sharing) => change({ sharing })}
        />
        <label class="check" for={id}>
          <input
            id={id}
            type="checkbox"
            checked={memory.ballooning}
            onChange={(event) => change({ ballooning: event.currentTarget.checked })}
          />
          {texts.ballooning}
        </label>
      </div>
      {memory.sharing !== 'none' && (
        <PercentField
          {...props}
          {...texts.identical}
          value={memory.identicalRatio}
          start={start.performance.memory.identicalRatio}
          least={0}
          sliderMost={60}
          most={90}
          onRatio={(identicalRatio) => change({ identicalRatio })}
        />
      )}
    </>
  );
}

/** More names than these make a list that nobody scrolls; a name can always be typed. */
const mostNames = 500;

function MoreLike({ own, session }: SettingsPanelProps) {
  const texts = own.settings.moreLike;
  const id = useId();
  const scenario = session.scenario.value;
  const names = session.loaded.value?.fleet.names ?? [];
  return (
    <div class="field">
      <label for={id}>{texts.label}</label>
      <DraftInput
        id={id}
        type="text"
        list={`${id}-names`}
        placeholder={texts.mean}
        value={scenario.performance.moreLike ?? ''}
        aria-describedby={`${id}-help`}
        onText={(text) => {
          const name = text.trim();
          session.scenario.value = withPolicy(scenario, { moreLike: name === '' ? null : name });
        }}
      />
      <datalist id={`${id}-names`}>
        {names.slice(0, mostNames).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p class="field-hint" id={`${id}-help`}>
        {texts.help}
      </p>
    </div>
  );
}
