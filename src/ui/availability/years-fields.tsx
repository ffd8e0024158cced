import type { AvailabilityPolicy, Measure } from '~/model/availability/policy.ts';
import { defaultScenario } from '~/scenario/defaults.ts';
import { NumberField, type NumberFieldProps } from './number-field.tsx';
import { change, type PanelProps } from './panel.ts';

const hoursPerYear = 8760;
const start = defaultScenario.availability;

type Field = Omit<NumberFieldProps, 'words' | 'own'>;

/** How often things fail, how long all takes, what is compared. */
export function YearsFields(props: PanelProps) {
  const { words, own, session } = props;
  const policy = session.scenario.value.availability;
  const set = (part: Partial<AvailabilityPolicy>) => change(session, part);
  const groups: readonly (readonly [string, readonly Field[]])[] = [
    [own.groups.rates, rateFields(own, policy, set)],
    [own.groups.restart, restartFields(own, policy, set)],
    [own.groups.measures, measureFields(own, policy, set)],
    [own.groups.simulation, simulationFields(own, policy, set)],
  ];
  return (
    <>
      {groups.map(([title, fields], index) => (
        <details key={title} class="field-group" open={index === 0}>
          <summary>{title}</summary>
          <div class="settings-grid">
            {fields.map((field) => (
              <NumberField key={field.text.label} words={words} own={own} {...field} />
            ))}
          </div>
        </details>
      ))}
    </>
  );
}

type Own = PanelProps['own'];
type Set = (part: Partial<AvailabilityPolicy>) => void;

function rateFields({ fields }: Own, policy: AvailabilityPolicy, set: Set): Field[] {
  const { host, card, shared, vm } = policy;
  const storage = shared[0] ?? null;
  return [
    {
      text: fields.hostMtbf,
      value: host.mtbfHours,
      start: start.host.mtbfHours,
      scale: hoursPerYear,
      least: 0.1,
      most: 1000,
      sliderMost: 40,
      step: 0.5,
      onValue: (mtbfHours) => set({ host: { ...host, mtbfHours } }),
    },
    {
      text: fields.hostMttr,
      value: host.mttrHours,
      start: start.host.mttrHours,
      least: 0.1,
      most: 8760,
      sliderMost: 96,
      step: 0.5,
      onValue: (mttrHours) => set({ host: { ...host, mttrHours } }),
    },
    {
      text: fields.cardMtbf,
      value: card.mtbfHours,
      start: start.card.mtbfHours,
      scale: hoursPerYear,
      least: 0.1,
      most: 10_000,
      sliderMost: 100,
      whenKnown: 50,
      onValue: (mtbfHours) => set({ card: { ...card, mtbfHours } }),
      onUnknown: () => set({ card: { ...card, mtbfHours: null } }),
    },
    {
      text: fields.cardCount,
      value: card.perHost,
      start: start.card.perHost,
      least: 1,
      most: 8,
      onValue: (perHost) => set({ card: { ...card, perHost: Math.round(perHost) } }),
    },
    {
      text: fields.storageMtbf,
      value: storage?.mtbfHours ?? null,
      start: null,
      scale: hoursPerYear,
      least: 0.1,
      most: 10_000,
      sliderMost: 50,
      whenKnown: 5,
      onValue: (mtbfHours) => {
        const part = storage ?? { name: 'storage', count: 2, needed: 1, mttrHours: 6, mtbfHours };
        set({ shared: [{ ...part, mtbfHours }, ...shared.slice(1)] });
      },
      onUnknown: () => set({ shared: shared.slice(1) }),
    },
    {
      text: fields.crashes,
      value: vm.crashesPerYear,
      start: start.vm.crashesPerYear,
      least: 0,
      most: 1000,
      sliderMost: 12,
      step: 0.1,
      whenKnown: 0.5,
      onValue: (crashesPerYear) => set({ vm: { ...vm, crashesPerYear } }),
      onUnknown: () => set({ vm: { ...vm, crashesPerYear: null } }),
    },
    {
      text: fields.crashSeconds,
      value: vm.downSeconds,
      start: start.vm.downSeconds,
      least: 0,
      most: 1e6,
      sliderMost: 3600,
      step: 10,
      onValue: (downSeconds) => set({ vm: { ...vm, downSeconds } }),
    },
  ];
}

function restartFields({ fields }: Own, { restart }: AvailabilityPolicy, set: Set): Field[] {
  const timer = (
    key: 'detectionSeconds' | 'bootSeconds' | 'applicationSeconds',
    text: Field['text'],
  ): Field => ({
    text,
    value: restart[key],
    start: start.restart[key],
    least: 0,
    most: 86_400,
    sliderMost: 600,
    onValue: (seconds) => set({ restart: { ...restart, [key]: seconds } }),
  });
  return [
    timer('detectionSeconds', fields.detection),
    {
      text: fields.starts,
      value: restart.startsPerHost,
      start: start.restart.startsPerHost,
      least: 1,
      most: 1000,
      sliderMost: 32,
      onValue: (startsPerHost) =>
        set({ restart: { ...restart, startsPerHost: Math.round(startsPerHost) } }),
    },
    timer('bootSeconds', fields.boot),
    timer('applicationSeconds', fields.application),
  ];
}

function measureFields(own: Own, policy: AvailabilityPolicy, set: Set): Field[] {
  const { measures } = policy;
  const put = (index: number, measure: Measure) =>
    set({ measures: measures.map((old, place) => (place === index ? measure : old)) });
  return [
    {
      text: own.fields.hourCost,
      value: policy.costPerVmHour,
      start: start.costPerVmHour,
      least: 0,
      most: 1e9,
      sliderMost: 1_000_000,
      step: 1000,
      whenKnown: 10_000,
      onValue: (costPerVmHour) => set({ costPerVmHour }),
      onUnknown: () => set({ costPerVmHour: null }),
    },
    ...measures.flatMap((measure, index): Field[] => [
      sizeField(own, measure, (next) => put(index, next)),
      {
        text: own.fields.measureCost(own.years.measure(measure)),
        value: measure.costPerYear,
        start: null,
        least: 0,
        most: 1e12,
        sliderMost: 10_000_000,
        step: 10_000,
        whenKnown: 1_000_000,
        onValue: (costPerYear) => put(index, { ...measure, costPerYear }),
        onUnknown: () => put(index, { ...measure, costPerYear: null }),
      },
    ]),
  ];
}

/** What is compared: how many spares, how many cards, how fast. */
function sizeField({ fields }: Own, measure: Measure, put: (measure: Measure) => void): Field {
  const usual = start.measures.find(({ kind }) => kind === measure.kind);
  switch (measure.kind) {
    case 'spare':
      return {
        text: fields.spareHosts,
        value: measure.hosts,
        start: usual?.kind === 'spare' ? usual.hosts : measure.hosts,
        least: 1,
        most: 16,
        sliderMost: 4,
        onValue: (hosts) => put({ ...measure, hosts: Math.round(hosts) }),
      };
    case 'teaming':
      return {
        text: fields.teamedCards,
        value: measure.cards,
        start: usual?.kind === 'teaming' ? usual.cards : measure.cards,
        least: 1,
        most: 8,
        onValue: (cards) => put({ ...measure, cards: Math.round(cards) }),
      };
    case 'detection':
      return {
        text: fields.fasterDetection,
        value: measure.detectionSeconds,
        start: usual?.kind === 'detection' ? usual.detectionSeconds : measure.detectionSeconds,
        least: 0,
        most: 86_400,
        sliderMost: 300,
        onValue: (detectionSeconds) => put({ ...measure, detectionSeconds }),
      };
    case 'repair':
      return {
        text: fields.fasterRepair,
        value: measure.mttrHours,
        start: usual?.kind === 'repair' ? usual.mttrHours : measure.mttrHours,
        least: 0.1,
        most: 8760,
        sliderMost: 96,
        step: 0.5,
        onValue: (mttrHours) => put({ ...measure, mttrHours }),
      };
  }
}

function simulationFields({ fields }: Own, policy: AvailabilityPolicy, set: Set): Field[] {
  return [
    {
      text: fields.years,
      value: policy.years,
      start: start.years,
      least: 0.1,
      most: 10_000,
      sliderMost: 50,
      onValue: (years) => set({ years }),
    },
    {
      text: fields.runs,
      value: policy.runs,
      start: start.runs,
      least: 1,
      most: 1_000_000,
      sliderMost: 5000,
      step: 100,
      onValue: (runs) => set({ runs: Math.max(1, Math.round(runs)) }),
    },
  ];
}
