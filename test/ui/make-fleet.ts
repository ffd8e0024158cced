import {
  type ExistingHost,
  type Fleet,
  type LabelName,
  type Labels,
  labelNames,
} from '~/model/fleet/fleet.ts';
import { measuredResources } from '~/model/fleet/resources.ts';

/** A machine of a test's fleet; what is not said is unknown. */
export interface Machine {
  readonly name: string;
  readonly vcpus?: number;
  readonly cpuMhz?: number;
  readonly memoryGib?: number;
  readonly state?: 0 | 1 | 2 | 3;
  readonly isTemplate?: boolean;
  readonly os?: string;
}

const column = (count: number, value: (row: number) => number | undefined) =>
  Float64Array.from({ length: count }, (_, row) => value(row) ?? Number.NaN);

function labelsOf(texts: readonly string[]): Labels {
  const unique = [...new Set(texts)];
  return { texts: unique, index: Int32Array.from(texts, (text) => unique.indexOf(text)) };
}

/** A small fleet in the shape that importers give. */
export function makeFleet(
  machines: readonly Machine[],
  hosts: readonly ExistingHost[] = [],
): Fleet {
  const count = machines.length;
  const unknown = () => column(count, () => undefined);
  const use = Object.fromEntries(
    measuredResources.map((resource) => [
      resource,
      {
        mean: resource === 'cpu' ? column(count, (row) => machines[row]?.cpuMhz) : unknown(),
        p95: unknown(),
        max: unknown(),
      },
    ]),
  ) as unknown as Fleet['use'];
  const labels = Object.fromEntries(
    labelNames.map((name) => [
      name,
      labelsOf(machines.map(({ os }) => (name === 'os' ? (os ?? '') : ''))),
    ]),
  ) as Record<LabelName, Labels>;
  return {
    name: 'test',
    count,
    names: machines.map(({ name }) => name),
    vcpuCount: column(count, (row) => machines[row]?.vcpus ?? 1),
    cpuProvisionedMhz: unknown(),
    memoryConfiguredGib: column(count, (row) => machines[row]?.memoryGib),
    diskProvisionedGib: unknown(),
    use,
    profile: null,
    powerState: Uint8Array.from(machines, ({ state }) => state ?? 0),
    isTemplate: Uint8Array.from(machines, ({ isTemplate }) => (isTemplate ? 1 : 0)),
    labels,
    hosts,
  };
}
