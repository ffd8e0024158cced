import { measuredBusyRatio, sharedDeviceRatio } from './contention.ts';
import { contentionAt, curveOf } from './contention-curve.ts';
import { type MeasuredPath, measuredPaths, type OverheadSet } from './overhead-set.ts';

/** One value of Table 6 as printed and as the model gives it back; null where the report prints none. */
export interface TestBedValue {
  readonly printedRatio: number | null;
  readonly modelRatio: number | null;
  /** Why the two may differ: clamped at 100 %, or one card as a capacity that four share. */
  readonly because: 'measured' | 'clamped' | 'shared-device' | 'gap';
}

export interface TestBedRow {
  readonly path: MeasuredPath;
  /** One VM against the physical machine. */
  readonly oneVm: TestBedValue;
  /** Each of four VMs that run flat out against one alone. */
  readonly fourVms: TestBedValue;
}

/** VMs of the test bed, each with a quarter of the host. */
const vmCount = 4;

/**
 * Runs the report's test bed through the model: a host, one VM and then four, each asking for as much as its quarter
 * does. What comes back must be Table 6; the one card is not taken from the table but shared as a capacity.
 *
 * @see NRI 2009, table 6, figures 11 and 12
 */
export const runTestBed = (set: OverheadSet): readonly TestBedRow[] =>
  measuredPaths.map((path) => ({ path, ...rowOf(set, path) }));

function rowOf(set: OverheadSet, path: MeasuredPath): Omit<TestBedRow, 'path'> {
  const measured = set.paths[path];
  const { oneVmRatio, fourVmsRatio } = measured;
  const isClamped = fourVmsRatio !== null && fourVmsRatio > 1;
  if (path === 'network') {
    const shared = sharedDeviceRatio(vmCount, 1);
    return {
      oneVm: oneVm(oneVmRatio),
      fourVms: { printedRatio: fourVmsRatio, modelRatio: shared, because: 'shared-device' },
    };
  }
  const curve = curveOf(measured);
  // Each VM flat out keeps its quarter of the host busy: one a quarter, four all of it.
  const each = (running: number) => contentionAt(curve, running * measuredBusyRatio);
  return {
    oneVm: oneVm(oneVmRatio),
    fourVms: {
      printedRatio: fourVmsRatio,
      modelRatio: fourVmsRatio === null ? null : each(vmCount) / each(1),
      because: fourVmsRatio === null ? 'gap' : isClamped ? 'clamped' : 'measured',
    },
  };
}

const oneVm = (ratio: number | null): TestBedValue => ({
  printedRatio: ratio,
  modelRatio: ratio === null ? null : Math.min(1, ratio),
  because: ratio === null ? 'gap' : ratio > 1 ? 'clamped' : 'measured',
});
