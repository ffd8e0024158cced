/**
 * The resources that a workload asks for and a host offers. The order is part of the contract: it is the order of
 * dimensions in a packing problem and of rows in an answer.
 *
 * `vcpu` is a count, not a use: it has no profile and meets the limit of vCPUs per core.
 */
export const resources = [
  'cpu',
  'memory',
  'disk',
  'iops',
  'throughput',
  'network',
  'vcpu',
] as const;
export type Resource = (typeof resources)[number];

/** The resources whose use is measured and may change with time. */
export const measuredResources = [
  'cpu',
  'memory',
  'disk',
  'iops',
  'throughput',
  'network',
] as const;
export type MeasuredResource = (typeof measuredResources)[number];

/** The canonical unit of each resource's figures, in every column and answer. */
export const resourceUnit = {
  cpu: 'MHz',
  memory: 'GiB',
  disk: 'GiB',
  iops: 'IOPS',
  throughput: 'MiB/s',
  network: 'MiB/s',
  vcpu: 'vCPU',
} as const satisfies Record<Resource, string>;
