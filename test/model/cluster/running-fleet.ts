import type { ExistingHost, Fleet } from '../../../src/model/fleet/fleet.ts';
import type { Scenario } from '../../../src/model/scenario.ts';
import { defaultScenario } from '../../../src/scenario/defaults.ts';
import { fleetOf, type TestWorkload } from '../consolidation/fleets.ts';

export interface RunningMachine extends TestWorkload {
  readonly on: string;
}

/** A host of ten cores of 1 GHz and 100 GiB: figures that a test can add up. */
export const host = (name: string, change: Partial<ExistingHost> = {}): ExistingHost => ({
  name,
  cluster: '',
  cpuModel: 'Intel Xeon',
  socketCount: 1,
  coreCount: 10,
  coreMhz: 1000,
  hasHyperThreading: false,
  memoryGib: 100,
  nicCount: 2,
  model: 'test',
  ...change,
});

/** A fleet that runs on hosts that it names. */
export function runningFleet(
  hosts: readonly ExistingHost[],
  machines: readonly RunningMachine[],
): Fleet {
  const fleet = fleetOf(machines);
  const texts = ['', ...new Set(machines.map(({ on }) => on))];
  return {
    ...fleet,
    labels: {
      ...fleet.labels,
      host: { texts, index: Int32Array.from(machines, ({ on }) => texts.indexOf(on)) },
    },
    hosts,
  };
}

/** Nothing but the hosts' own size limits: no target below it, no memory for the hypervisor, no vCPU limit. */
export const bare: Scenario = {
  ...defaultScenario,
  capacity: {
    ...defaultScenario.capacity,
    targetRatio: { cpu: 1, memory: 1, disk: 1, iops: 1, throughput: 1, network: 1 },
    hostMemoryGib: 0,
    vmMemoryGib: 0,
    vcpusPerCore: null,
  },
  failure: { tolerate: 0, targetRatio: 1, spare: 'spread' },
  migration: { ...defaultScenario.migration, hosts: 'today' },
};

export const migrating = (change: Partial<Scenario['migration']>): Scenario => ({
  ...bare,
  migration: { ...bare.migration, ...change },
});

export function finish<Answer>(steps: Generator<unknown, Answer, boolean>): Answer {
  let step = steps.next(false);
  while (!step.done) step = steps.next(false);
  return step.value;
}
