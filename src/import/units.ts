import type { TableField, TableUnit } from './outcome.ts';

/** What a field's figures measure; it decides which units fit. */
export type Dimension = 'count' | 'percent' | 'clock' | 'memory' | 'disk' | 'rate' | 'text';

const dimensions: Record<TableField, Dimension> = {
  name: 'text',
  vcpuCount: 'count',
  cpuProvisionedMhz: 'clock',
  cpuMeanMhz: 'clock',
  cpuP95Mhz: 'clock',
  cpuMaxMhz: 'clock',
  cpuMeanPercent: 'percent',
  cpuMaxPercent: 'percent',
  memoryConfigured: 'memory',
  memoryMean: 'memory',
  memoryP95: 'memory',
  memoryMax: 'memory',
  diskProvisioned: 'disk',
  diskUsed: 'disk',
  diskIops: 'count',
  diskThroughputMean: 'rate',
  diskThroughputMax: 'rate',
  networkMean: 'rate',
  networkMax: 'rate',
  powerState: 'text',
  isTemplate: 'text',
  os: 'text',
  host: 'text',
  cluster: 'text',
  datacenter: 'text',
  folder: 'text',
  application: 'text',
  environment: 'text',
  affinityGroup: 'text',
  antiAffinityGroup: 'text',
  ignore: 'text',
};
export const dimensionOf = (field: TableField) => dimensions[field];

const gib = 2 ** 30;
const sizes = {
  KiB: 2 ** 10 / gib,
  MiB: 2 ** 20 / gib,
  GiB: 1,
  TiB: 1024,
  KB: 1e3 / gib,
  MB: 1e6 / gib,
  GB: 1e9 / gib,
  TB: 1e12 / gib,
};
const mib = 2 ** 20;
const scales: Record<'clock' | 'memory' | 'disk' | 'rate', Partial<Record<TableUnit, number>>> = {
  clock: { MHz: 1, GHz: 1000 },
  memory: sizes,
  disk: sizes,
  rate: {
    'KiB/s': 1024 / mib,
    'MiB/s': 1,
    'MB/s': 1e6 / mib,
    'Mb/s': 1e6 / 8 / mib,
    'Gb/s': 1e9 / 8 / mib,
  },
};

/** What a figure in `unit` is multiplied by to be in the field's canonical unit; null where the unit does not fit. */
export function scaleOf(field: TableField, unit: TableUnit | null): number | null {
  const dimension = dimensions[field];
  if (dimension === 'text' || dimension === 'count' || dimension === 'percent') {
    return unit === null ? 1 : null;
  }
  return unit === null ? null : (scales[dimension][unit] ?? null);
}

const bytes = /(?:^|[^a-z])([kmgt])(i?)b(?:ytes?)?(?:$|[^a-z/])/i;
const rate = /(?:^|[^a-z])([kmg])(i?)(b|bit|bits|byte|bytes)(?:ps|\/s|\/sec|\/秒)/i;
const clock = /(?:^|[^a-z])([mg])hz/i;

/**
 * Reads the unit that a header names. Case matters for rates only: Mb/s is bits, MB/s bytes. kbps and KB/s are both
 * taken as KiB/s, as monitoring tools and the traces that we know write them.
 */
export function unitInHeader(header: string): TableUnit | null {
  const text = header.normalize('NFKC').replaceAll('_', ' ');
  const rateParts = rate.exec(text);
  if (rateParts !== null) return rateUnit(rateParts);
  const clockParts = clock.exec(text);
  if (clockParts !== null) return clockParts[1]?.toLowerCase() === 'g' ? 'GHz' : 'MHz';
  const size = bytes.exec(text);
  if (size === null) return null;
  return `${size[1]?.toUpperCase()}${size[2] === '' ? '' : 'i'}B` as TableUnit;
}

function rateUnit(parts: RegExpExecArray): TableUnit | null {
  const prefix = (parts[1] ?? '').toUpperCase();
  const isBytes = /^B$|byte/i.test(parts[3] ?? '') && parts[3] !== 'b';
  if (prefix === 'K') return 'KiB/s';
  if (prefix === 'G') return isBytes ? null : 'Gb/s';
  if (!isBytes) return 'Mb/s';
  return parts[2] === '' ? 'MB/s' : 'MiB/s';
}

const binary: Partial<Record<TableUnit, TableUnit>> = {
  KB: 'KiB',
  MB: 'MiB',
  GB: 'GiB',
  TB: 'TiB',
};

/** The power of two that a unit of memory stands for, however it is written. */
export const binaryUnit = (unit: TableUnit | null): TableUnit | null =>
  unit === null ? null : (binary[unit] ?? unit);

/**
 * The unit to assume for a field. Memory is binary whatever the header says, because memory is built so; disks are
 * what the header says, because their makers count in tens.
 */
export function unitFor(field: TableField, header: string): TableUnit | null {
  const unit = unitInHeader(header);
  if (unit === null || scaleOf(field, unit) === null) return null;
  return dimensionOf(field) === 'memory' ? binaryUnit(unit) : unit;
}
