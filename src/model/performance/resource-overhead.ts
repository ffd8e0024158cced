import type { MeasuredResource } from '../fleet/resources.ts';
import { type ContentionCurve, curveOf, noContention } from './contention-curve.ts';
import type { MeasuredPath, OverheadSet } from './overhead-set.ts';

/** What a measured overhead means for one resource's capacity. */
export interface ResourceOverhead {
  /** Throughput in one VM ÷ on the physical machine; 1 where nothing is known or nothing is lost. */
  readonly efficiency: number;
  /** None for resources that are shared as a capacity (disk, network) or merely occupied. */
  readonly curve: ContentionCurve;
  /** Measured paths that were above 100 % and count as 100 %. */
  readonly clamped: readonly { readonly path: MeasuredPath; readonly ratio: number }[];
  /** Measured paths that the source leaves open. */
  readonly gaps: readonly MeasuredPath[];
}

/**
 * Which measured paths speak of which resource. Memory and disk *capacity* have none: virtualization makes memory
 * slower, not smaller. Reads, synchronous and asynchronous writes share the disk in a mix that inventories do not
 * tell, so the lowest known of the three counts.
 */
const pathsOf: Readonly<Record<MeasuredResource, readonly MeasuredPath[]>> = {
  cpu: ['cpu'],
  memory: [],
  disk: [],
  iops: ['diskRead', 'diskAsyncWrite', 'diskSyncWrite'],
  throughput: ['diskRead', 'diskAsyncWrite', 'diskSyncWrite'],
  network: ['network'],
};

/** Reads a product's measurements as the overhead of one resource. */
export function resourceOverhead(set: OverheadSet, resource: MeasuredResource): ResourceOverhead {
  const clamped: { path: MeasuredPath; ratio: number }[] = [];
  const gaps: MeasuredPath[] = [];
  let efficiency = 1;
  for (const path of pathsOf[resource]) {
    const { oneVmRatio } = set.paths[path];
    if (oneVmRatio === null) gaps.push(path);
    else if (oneVmRatio > 1) clamped.push({ path, ratio: oneVmRatio });
    else efficiency = Math.min(efficiency, oneVmRatio);
  }
  return { efficiency, curve: cpuCurve(set, resource, clamped), clamped, gaps };
}

/** Contention applies to the processors; disk paths and cards are capacities that users share. */
function cpuCurve(
  set: OverheadSet,
  resource: MeasuredResource,
  clamped: { path: MeasuredPath; ratio: number }[],
): ContentionCurve {
  if (resource !== 'cpu') return noContention;
  const { fourVmsRatio, law } = set.paths.cpu;
  if (law === undefined && fourVmsRatio !== null && fourVmsRatio > 1) {
    clamped.push({ path: 'cpu', ratio: fourVmsRatio });
  }
  return curveOf(set.paths.cpu);
}
