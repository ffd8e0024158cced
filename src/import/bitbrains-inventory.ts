import type { ColumnMapping, TableField, TableUnit } from './outcome.ts';

/** Columns of the summary table of the Bitbrains traces; KB, MB and KB/s there are binary, as in the traces. */
const columns = new Map<string, readonly [TableField, TableUnit | null]>([
  ['vm', ['name', null]],
  ['cores_last', ['vcpuCount', null]],
  ['cpu_cap_mhz_last', ['cpuProvisionedMhz', 'MHz']],
  ['mem_prov_mb_last', ['memoryConfigured', 'MiB']],
  ['cpu_mhz_mean', ['cpuMeanMhz', 'MHz']],
  ['cpu_mhz_p95', ['cpuP95Mhz', 'MHz']],
  ['cpu_mhz_max', ['cpuMaxMhz', 'MHz']],
  ['mem_mb_mean', ['memoryMean', 'MiB']],
  ['mem_mb_p95', ['memoryP95', 'MiB']],
  ['mem_mb_max', ['memoryMax', 'MiB']],
  ['disk_kbps_mean', ['diskThroughputMean', 'KiB/s']],
  ['disk_kbps_max', ['diskThroughputMax', 'KiB/s']],
  ['net_kbps_mean', ['networkMean', 'KiB/s']],
  ['net_kbps_max', ['networkMax', 'KiB/s']],
]);
const needed = ['vm', 'cores_last', 'cpu_cap_mhz_last', 'mem_prov_mb_last', 'cpu_mhz_mean'];

/** @returns the mapping of the header, or null where it is not this table's */
export function inventoryMapping(
  header: readonly string[],
  separator: ColumnMapping['separator'],
): ColumnMapping | null {
  const names = header.map((text) => text.trim().toLowerCase());
  if (!needed.every((name) => names.includes(name))) return null;
  return {
    separator,
    decimal: '.',
    columns: header.map((text, i) => {
      const [field, unit] = columns.get(names[i] ?? '') ?? (['ignore', null] as const);
      return { header: text.trim(), field, unit, confidence: field === 'ignore' ? 0 : 1 };
    }),
  };
}
