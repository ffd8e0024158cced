import type { FittedLaw, MeasuredPath, OverheadSet } from './overhead-set.ts';
import { measuredPaths } from './overhead-set.ts';
import { type FittedUsl, fitUsl, type UslFit } from './usl-fit.ts';

/** One run of the reader's own benchmark: so many machines, flat out at the same time. */
export interface BenchmarkRow {
  readonly path: MeasuredPath;
  readonly vms: number;
  /** Of all of them together, in any unit. */
  readonly throughput: number;
  /** Of the same hardware without a hypervisor, in the same unit; null where it was not measured. */
  readonly physical: number | null;
}

/** A benchmark as fitted, path by path, and the overhead set that it makes. */
export interface BenchmarkFit {
  readonly fits: readonly UslFit[];
  /** Null where no path could be fitted. */
  readonly overhead: OverheadSet | null;
}

/** The id of the reader's own overhead set in a scenario. */
export const ownOverheadId = 'own';

/**
 * Fits every path of a benchmark.
 *
 * @param vmsAtFull machines that keep the host fully busy; null: as many as were measured at most
 */
export function fitBenchmark(
  rows: readonly BenchmarkRow[],
  vmsAtFull: number | null,
): BenchmarkFit {
  const fits = measuredPaths
    .map((path) => rows.filter((row) => row.path === path))
    .filter((own) => own.length > 0)
    .map((own) => fitUsl(own, vmsAtFull));
  const fitted = fits.filter((fit) => fit.kind === 'fitted');
  return { fits, overhead: fitted.length === 0 ? null : overheadOf(fitted) };
}

/** A path that was not measured is a gap: nothing is taken off for it, and the answers say so. */
function overheadOf(fits: readonly FittedUsl[]): OverheadSet {
  const path = (name: MeasuredPath) => {
    const fit = fits.find((candidate) => candidate.path === name);
    if (fit === undefined) return { oneVmRatio: null, fourVmsRatio: null };
    const law: FittedLaw = {
      alpha: short(fit.alpha),
      beta: short(fit.beta),
      vmsAtFull: fit.vmsAtFull,
    };
    const { efficiency } = fit;
    return {
      oneVmRatio: efficiency === null ? null : short(efficiency),
      fourVmsRatio: null,
      law,
    };
  };
  return {
    id: ownOverheadId,
    paths: {
      cpu: path('cpu'),
      memory: path('memory'),
      diskRead: path('diskRead'),
      diskAsyncWrite: path('diskAsyncWrite'),
      diskSyncWrite: path('diskSyncWrite'),
      network: path('network'),
    },
  };
}

/** Eight digits are more than a benchmark has, and keep an address short. */
const short = (value: number) => Number(value.toPrecision(8));
