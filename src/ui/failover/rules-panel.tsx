import type { FailoverPolicy, NetworkName } from '~/model/failover/failover-policy.ts';
import { networkNames } from '~/model/failover/failover-policy.ts';
import { type HaTimers, timerNames } from '~/model/failover/ha-timers.ts';
import { failoverDefaults } from '~/scenario/failover-defaults.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { RangeField } from '../parts/range-field.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { change, type FailoverPanelProps, type ProfileData } from './parts.ts';

interface Range {
  readonly most: number;
  readonly sliderMost: number;
  readonly least?: number;
  readonly step?: number;
  readonly whenOn?: number;
}

type TimerName = {
  [Name in keyof HaTimers]: HaTimers[Name] extends number | null ? Name : never;
}[keyof HaTimers];

const day = 86_400;
/** Timers that are numbers; those with `whenOn` can be off. */
const timerRanges: Readonly<Record<TimerName, Range>> = {
  heartbeatSeconds: { least: 0.1, most: 600, sliderMost: 30, step: 0.1 },
  detectionSeconds: { most: day, sliderMost: 120 },
  declarationSeconds: { most: day, sliderMost: 120 },
  graceSeconds: { most: day, sliderMost: 600 },
  primarySeconds: { most: day, sliderMost: 60 },
  isolationSeconds: { most: day, sliderMost: 120, whenOn: 12 },
  selfFenceSeconds: { most: day, sliderMost: 300, whenOn: 60 },
  fencingSeconds: { most: day, sliderMost: 300 },
  lockSeconds: { most: day, sliderMost: 300, whenOn: 10 },
  roundSeconds: { most: day, sliderMost: 60 },
  startsPerHost: { least: 1, most: 1024, sliderMost: 64 },
  retryCount: { most: 100, sliderMost: 10 },
  retrySeconds: { most: day, sliderMost: 600 },
  storageSeconds: { most: day, sliderMost: 600, whenOn: 320 },
  vmRestartSeconds: { most: day, sliderMost: 600, whenOn: 30 },
  guestSeconds: { most: day, sliderMost: 600, whenOn: 120 },
  publicSeconds: { most: day, sliderMost: 600, whenOn: 60 },
};

const importantTimers = ['detectionSeconds', 'startsPerHost', 'lockSeconds'] as const;
const counts = new Set<TimerName>(['startsPerHost', 'retryCount']);

/** By which rules the cluster recovers: product, timers, networks, storage, placement. */
export function RulesPanel(panel: FailoverPanelProps) {
  const { own, session, data } = panel;
  const { failover } = session.scenario.value;
  const profile = data.profiles.find(({ id }) => id === failover.profile);
  const take = (id: string) => {
    const chosen = data.profiles.find((candidate) => candidate.id === id);
    if (chosen !== undefined) change(session, { profile: id, timers: chosen.timers });
  };
  return (
    <>
      <ChoiceField
        label={own.profile.label}
        help={profile?.note ?? own.profile.help}
        value={failover.profile}
        options={[
          ...data.profiles.map(({ id, name, era }) => ({
            value: id,
            label: own.profile.era(name, era),
          })),
          ...(profile === undefined ? [{ value: failover.profile, label: own.profile.own }] : []),
        ]}
        onValue={take}
      />
      <h3>{own.rules.important}</h3>
      <div class="settings-grid">
        {importantTimers.map((name) => (
          <Timer key={name} {...panel} name={name} profile={profile} />
        ))}
        <PolicyFields {...panel} />
      </div>
      <details>
        <summary>{own.rules.all}</summary>
        <div class="settings-grid">
          {timerNames.map((name) => (
            <AnyTimer key={name} panel={panel} name={name} profile={profile} />
          ))}
        </div>
      </details>
      {profile !== undefined && (
        <details>
          <summary>{own.profile.origin}</summary>
          <Origins {...panel} profile={profile} />
        </details>
      )}
    </>
  );
}

interface TimerProps extends FailoverPanelProps {
  readonly name: TimerName;
  readonly profile: ProfileData | undefined;
}

const isNumber = (name: keyof HaTimers): name is TimerName => Object.hasOwn(timerRanges, name);

function Timer({ words, own, session, name, profile }: TimerProps) {
  const { timers } = session.scenario.value.failover;
  const range = timerRanges[name];
  const [label, help] = own.timers[name];
  const start = (profile?.timers ?? failoverDefaults.timers)[name];
  const set = (value: number | null) => {
    const current = session.scenario.peek().failover.timers;
    change(session, { timers: { ...current, [name]: value } });
  };
  const settings = {
    ...words.tool.settings,
    unlimited: own.profile.never,
    limited: own.profile.isOn,
  };
  return (
    <RangeField
      words={{ tool: { settings } }}
      label={label}
      help={help}
      value={timers[name]}
      least={range.least ?? 0}
      most={range.most}
      sliderMost={range.sliderMost}
      step={range.step ?? 1}
      unit={counts.has(name) ? '' : own.drawing.seconds}
      whenOn={range.whenOn}
      isChanged={timers[name] !== start}
      onValue={set}
      onReset={() => set(start)}
    />
  );
}

interface AnyTimerProps {
  readonly panel: FailoverPanelProps;
  readonly name: keyof HaTimers;
  readonly profile: ProfileData | undefined;
}

function AnyTimer({ panel, name, profile }: AnyTimerProps) {
  const { own, session } = panel;
  const { timers } = session.scenario.value.failover;
  if (isNumber(name)) return <Timer {...panel} name={name} profile={profile} />;
  const [label, help] = own.timers[name];
  const set = (part: Partial<HaTimers>) => change(session, { timers: { ...timers, ...part } });
  if (name === 'needsManager') {
    return (
      <label class="check">
        <input
          type="checkbox"
          checked={timers.needsManager}
          onChange={(event) => set({ needsManager: event.currentTarget.checked })}
        />
        {label}
      </label>
    );
  }
  const texts: Readonly<Record<string, string>> = own.choices[name];
  return (
    <ChoiceField
      label={label}
      help={help}
      value={String(timers[name])}
      options={Object.entries(texts).map(([value, text]) => ({ value, label: text }))}
      onValue={(value) => set({ [name]: value })}
    />
  );
}

type PolicyNumber = {
  [Name in keyof FailoverPolicy]: FailoverPolicy[Name] extends number | null ? Name : never;
}[keyof FailoverPolicy];

const policyRanges: readonly (Range & {
  readonly name: PolicyNumber;
  readonly unit: 's' | 'MiB/s' | '%' | '';
})[] = [
  { name: 'storageMibPerSecond', unit: 'MiB/s', least: 1, most: 1e7, sliderMost: 12_000, step: 1 },
  { name: 'bootSpreadRatio', unit: '%', most: 90, sliderMost: 90 },
  { name: 'startFailureRatio', unit: '%', most: 90, sliderMost: 50 },
  { name: 'hostBootSeconds', unit: 's', most: day, sliderMost: 3600 },
  { name: 'failBackSeconds', unit: 's', least: 1, most: day, sliderMost: 600, whenOn: 60 },
  { name: 'dependencySeconds', unit: 's', most: day, sliderMost: 3600, whenOn: 600 },
  { name: 'rackCount', unit: '', least: 1, most: 1000, sliderMost: 16 },
  { name: 'horizonSeconds', unit: 's', least: 60, most: 63_072_000, sliderMost: 28_800, step: 60 },
  { name: 'runs', unit: '', least: 1, most: 10_000, sliderMost: 500 },
];

function PolicyFields({ words, own, session }: FailoverPanelProps) {
  const { failover } = session.scenario.value;
  const settings = {
    ...words.tool.settings,
    unlimited: own.profile.never,
    limited: own.profile.isOn,
  };
  return (
    <>
      {policyRanges.map(({ name, unit, least = 0, most, sliderMost, step = 1, whenOn }) => {
        const factor = unit === '%' ? 100 : 1;
        const value = failover[name];
        const set = (shown: number | null) =>
          change(session, { [name]: shown === null ? null : shown / factor });
        const [label, help] = own.rules[name];
        return (
          <RangeField
            key={name}
            words={{ tool: { settings } }}
            label={label}
            help={help}
            value={value === null ? null : Math.round(value * factor * 1000) / 1000}
            least={least}
            most={most}
            sliderMost={sliderMost}
            step={step}
            unit={unit === 's' ? own.drawing.seconds : unit}
            whenOn={whenOn}
            isChanged={value !== failoverDefaults[name]}
            onValue={set}
            onReset={() => change(session, { [name]: failoverDefaults[name] })}
          />
        );
      })}
      {networkNames.map((network) => (
        <Cards key={network} own={own} session={session} network={network} />
      ))}
      <ChoiceField
        label={own.rules.witness[0]}
        help={own.rules.witness[1]}
        value={failover.witness}
        options={(['none', 'disk', 'network'] as const).map((value) => ({
          value,
          label: own.choices.witness[value],
        }))}
        onValue={(witness) => change(session, { witness })}
      />
      <ChoiceField
        label={own.rules.placement[0]}
        help={own.rules.placement[1]}
        value={failover.placement}
        options={(['one-by-one', 'planned'] as const).map((value) => ({
          value,
          label: own.choices.placement[value],
        }))}
        onValue={(placement) => change(session, { placement })}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={failover.heartbeatOverPublic}
          onChange={(event) =>
            change(session, { heartbeatOverPublic: event.currentTarget.checked })
          }
        />
        {own.rules.heartbeatOverPublic}
      </label>
    </>
  );
}

interface CardsProps extends Pick<FailoverPanelProps, 'own' | 'session'> {
  readonly network: NetworkName;
}

function Cards({ own, session, network }: CardsProps) {
  const { cards } = session.scenario.value.failover;
  const [label, help] = own.rules.cards(own.network[network]);
  return (
    <ChoiceField
      label={label}
      help={help}
      value={String(cards[network])}
      options={['1', '2'].map((value) => ({ value, label: value }))}
      onValue={(value) => change(session, { cards: { ...cards, [network]: Number(value) } })}
    />
  );
}

function Origins({
  own,
  session,
  profile,
}: FailoverPanelProps & { readonly profile: ProfileData }) {
  const { timers } = session.scenario.value.failover;
  const { profile: texts } = own;
  const shown = (name: keyof HaTimers) => {
    const value = timers[name];
    if (value === null) return texts.never;
    if (typeof value === 'boolean') return texts.isYes(value);
    if (typeof value === 'number') {
      return counts.has(name as TimerName) ? own.format.count(value) : own.duration(value);
    }
    const choices: Readonly<Record<string, string>> =
      name in own.choices ? own.choices[name as keyof typeof own.choices] : {};
    return choices[value] ?? value;
  };
  const sourceOf = ({ name, source }: ProfileData['origins'][number]) => {
    if (timers[name] !== profile.timers[name]) return texts.changed;
    if (source === null) return texts.assumed;
    const end = source.isMedium ? `${source.asOf}; ${texts.medium}` : source.asOf;
    return source.url === null ? (
      `${source.title} (${end})`
    ) : (
      <>
        <a href={source.url}>{source.title}</a> ({end})
      </>
    );
  };
  return (
    <SimpleTable
      caption={texts.origin}
      isCaptionHidden
      head={[texts.timer, texts.value, texts.source]}
      rows={profile.origins.map((origin) => [
        own.timers[origin.name][0],
        shown(origin.name),
        sourceOf(origin),
      ])}
    />
  );
}
