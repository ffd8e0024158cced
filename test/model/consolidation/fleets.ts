import {
  type Fleet,
  type Labels,
  labelNames,
  type Profile,
} from '../../../src/model/fleet/fleet.ts';
import type { MeasuredResource } from '../../../src/model/fleet/resources.ts';
import { measuredResources } from '../../../src/model/fleet/resources.ts';

/** One workload of a test fleet; what is left out is unknown. */
export interface TestWorkload {
  readonly name?: string;
  readonly vcpus?: number;
  readonly cpuProvisionedMhz?: number;
  readonly memoryGib?: number;
  readonly diskGib?: number;
  readonly use?: Partial<Record<MeasuredResource, { mean?: number; p95?: number; max?: number }>>;
  readonly profile?: Partial<Record<MeasuredResource, readonly number[]>>;
  readonly powerState?: number;
  readonly isTemplate?: boolean;
  readonly antiAffinityGroup?: string;
  readonly affinityGroup?: string;
  readonly host?: string;
}

/** A fleet in the model's columns, from a list that a test can read. */
export function fleetOf(
  workloads: readonly TestWorkload[],
  slots: Pick<Profile, 'slotSeconds' | 'startEpochSeconds'> = {
    slotSeconds: 3600,
    startEpochSeconds: 0,
  },
): Fleet {
  const column = (read: (workload: TestWorkload) => number | undefined) =>
    Float64Array.from(workloads, (workload) => read(workload) ?? Number.NaN);
  const slotCount = Math.max(
    0,
    ...workloads.flatMap(({ profile }) => Object.values(profile ?? {}).map((list) => list.length)),
  );
  const columns = Object.fromEntries(
    measuredResources
      .filter((resource) => workloads.some(({ profile }) => profile?.[resource] !== undefined))
      .map((resource) => [
        resource,
        Float64Array.from(
          workloads.flatMap(({ profile }) =>
            Array.from(
              { length: slotCount },
              (_, slot) => profile?.[resource]?.[slot] ?? Number.NaN,
            ),
          ),
        ),
      ]),
  );
  return {
    name: 'test',
    count: workloads.length,
    names: workloads.map(({ name }, row) => name ?? `w${row}`),
    vcpuCount: column(({ vcpus }) => vcpus),
    cpuProvisionedMhz: column(({ cpuProvisionedMhz }) => cpuProvisionedMhz),
    memoryConfiguredGib: column(({ memoryGib }) => memoryGib),
    diskProvisionedGib: column(({ diskGib }) => diskGib),
    use: Object.fromEntries(
      measuredResources.map((resource) => [
        resource,
        {
          mean: column(({ use }) => use?.[resource]?.mean),
          p95: column(({ use }) => use?.[resource]?.p95),
          max: column(({ use }) => use?.[resource]?.max),
        },
      ]),
    ) as Fleet['use'],
    profile: slotCount === 0 ? null : { slotCount, ...slots, columns },
    powerState: Uint8Array.from(workloads, ({ powerState }) => powerState ?? 0),
    isTemplate: Uint8Array.from(workloads, ({ isTemplate }) => (isTemplate === true ? 1 : 0)),
    labels: Object.fromEntries(
      labelNames.map((name) => [
        name,
        labelsOf(
          workloads.map((workload) => {
            const isGiven =
              name === 'affinityGroup' || name === 'antiAffinityGroup' || name === 'host';
            return isGiven ? (workload[name] ?? '') : '';
          }),
        ),
      ]),
    ) as Fleet['labels'],
    hosts: [],
  };
}

function labelsOf(texts: readonly string[]): Labels {
  const distinct = [...new Set(['', ...texts])];
  return { texts: distinct, index: Int32Array.from(texts, (text) => distinct.indexOf(text)) };
}
