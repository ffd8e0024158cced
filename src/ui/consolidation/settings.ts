import type { Scenario } from '~/model/scenario.ts';
import type { Words } from '~/words/words.ts';

/** How a number is shown: a ratio as percent, everything else as it is with its unit. */
export type NumberUnit = '%' | '×' | 'GiB' | 'h' | '';
export type NumberId = keyof Words['settings']['number'];

/** A number of the scenario as the reader sees it. Values here are those of the model; the field shows percent. */
export interface NumberSetting {
  readonly id: NumberId;
  readonly unit: NumberUnit;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Value to start from when a limit that was off is switched on; absent: cannot be off. */
  readonly whenOn?: number;
  readonly get: (scenario: Scenario) => number | null;
  readonly set: (scenario: Scenario, value: number | null) => Scenario;
}

type Capacity = Scenario['capacity'];
type Demand = Scenario['demand'];
type Failure = Scenario['failure'];
/** The keys of a part of the scenario whose values are numbers, maybe unlimited. */
type NumberKey<Part> = {
  [Key in keyof Part]: Part[Key] extends number | null ? Key : never;
}[keyof Part];

interface Range {
  readonly id: NumberId;
  readonly unit: NumberUnit;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly whenOn?: number;
}

const ofCapacity = (key: NumberKey<Capacity>, range: Range): NumberSetting => ({
  ...range,
  get: ({ capacity }) => capacity[key],
  set: (scenario, value) => ({ ...scenario, capacity: { ...scenario.capacity, [key]: value } }),
});
const ofDemand = (key: NumberKey<Demand>, range: Range): NumberSetting => ({
  ...range,
  get: ({ demand }) => demand[key],
  set: (scenario, value) => ({ ...scenario, demand: { ...scenario.demand, [key]: value } }),
});
const ofFailure = (key: NumberKey<Failure>, range: Range): NumberSetting => ({
  ...range,
  get: ({ failure }) => failure[key],
  set: (scenario, value) => ({ ...scenario, failure: { ...scenario.failure, [key]: value } }),
});
const ofScenario = (key: 'effort' | 'seed' | 'seedCount', range: Range): NumberSetting => ({
  ...range,
  get: (scenario) => scenario[key],
  set: (scenario, value) => ({ ...scenario, [key]: value ?? range.least }),
});
const ofTarget = (key: keyof Capacity['targetRatio'], id: NumberId): NumberSetting => ({
  id,
  unit: '%',
  least: 0.1,
  most: 1,
  step: 0.01,
  get: ({ capacity }) => capacity.targetRatio[key],
  set: (scenario, value) => ({
    ...scenario,
    capacity: {
      ...scenario.capacity,
      targetRatio: { ...scenario.capacity.targetRatio, [key]: value },
    },
  }),
});

const percent = (id: NumberId, least: number, most: number): Range => ({
  id,
  unit: '%',
  least,
  most,
  step: 0.01,
});
const counted = (id: NumberId, least: number, most: number): Range => ({
  id,
  unit: '',
  least,
  most,
  step: 1,
});

/** The settings that decide most plans, in the order of the page. */
export const simpleSettings: readonly NumberSetting[] = [
  ofTarget('cpu', 'targetCpuRatio'),
  ofTarget('memory', 'targetMemoryRatio'),
  ofCapacity('vcpusPerCore', {
    id: 'vcpusPerCore',
    unit: '×',
    least: 0.5,
    most: 16,
    step: 0.1,
    whenOn: 4,
  }),
  ofFailure('tolerate', counted('tolerate', 0, 4)),
  ofCapacity('headroomRatio', percent('headroomRatio', 0, 0.5)),
  ofDemand('growthPerYearRatio', percent('growthPerYearRatio', 0, 1)),
  ofDemand('growthYears', counted('growthYears', 0, 10)),
];

/** The rest, folded away. */
export const advancedSettings: readonly NumberSetting[] = [
  ofDemand('percentileRatio', percent('percentileRatio', 0.5, 1)),
  ofDemand('assumedCpuRatio', percent('assumedCpuRatio', 0, 1)),
  ofDemand('utcOffsetHours', { id: 'utcOffsetHours', unit: 'h', least: -12, most: 14, step: 0.5 }),
  ofFailure('targetRatio', percent('failureTargetRatio', 0.1, 1)),
  ofTarget('disk', 'targetDiskRatio'),
  ofTarget('iops', 'targetIopsRatio'),
  ofTarget('throughput', 'targetThroughputRatio'),
  ofTarget('network', 'targetNetworkRatio'),
  ofCapacity('vmsPerHost', { ...counted('vmsPerHost', 1, 1024), whenOn: 100 }),
  ofCapacity('largestVmVcpus', { ...counted('largestVmVcpus', 1, 1024), whenOn: 128 }),
  ofCapacity('largestVmMemoryGib', {
    ...counted('largestVmMemoryGib', 1, 24_576),
    unit: 'GiB',
    whenOn: 6144,
  }),
  ofCapacity('hostMemoryGib', {
    id: 'hostMemoryGib',
    unit: 'GiB',
    least: 0,
    most: 128,
    step: 1,
  }),
  ofCapacity('vmMemoryGib', { id: 'vmMemoryGib', unit: 'GiB', least: 0, most: 4, step: 0.05 }),
  ofCapacity('hyperThreadingGainRatio', percent('hyperThreadingGainRatio', 0, 0.5)),
  ofCapacity('pageSharingRatio', percent('pageSharingRatio', 0, 0.5)),
  {
    ...counted('domainCount', 1, 8),
    get: ({ domainCount }) => domainCount,
    set: (scenario, domainCount) => ({ ...scenario, domainCount: domainCount ?? 1 }),
  },
  {
    ...counted('movesPerHost', 0, 500),
    whenOn: 30,
    get: ({ movesPerHost }) => movesPerHost,
    set: (scenario, movesPerHost) => ({ ...scenario, movesPerHost }),
  },
  ofScenario('effort', { id: 'effort', unit: '', least: 0, most: 20, step: 0.5 }),
  ofScenario('seed', counted('seed', 0, 9999)),
  ofScenario('seedCount', counted('seedCount', 1, 16)),
];

/** Whether anything but the fleet's own names and the host types differs from what the site starts with. */
export const isAt = (setting: NumberSetting, scenario: Scenario, start: Scenario) =>
  setting.get(scenario) === setting.get(start);
