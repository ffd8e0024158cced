/**
 * How busy the test bed was while one VM ran flat out: four VMs with a quarter of the host each were measured,
 * so one of them alone is a quarter.
 *
 * @see NRI 2009, table 6 and figures 11–12
 */
export const measuredBusyRatio = 0.25;

/**
 * The slope of contention that a measurement with four VMs shows: `1/c(1) − 1`.
 *
 * @param fourVmsRatio throughput of each of four VMs ÷ throughput of one alone; above 1 (the report prints 104 %
 *   once) counts as 1: no contention, never a gain
 * @example contentionSlope(0.7) // 0.428571: product A's CPU in table 6
 */
export const contentionSlope = (fourVmsRatio: number) => 1 / Math.min(1, fourVmsRatio) - 1;

/**
 * Throughput that remains at a busy ratio, as a ratio of what one VM alone has: 1 up to the measured quarter, then
 * falling so that it meets the measured value at a full host. It depends on how busy the host is, not on how many
 * VMs are registered.
 *
 * @param slope from {@link contentionSlope}
 */
export const contention = (slope: number, busyRatio: number) =>
  busyRatio <= measuredBusyRatio
    ? 1
    : 1 / (1 + (slope * (busyRatio - measuredBusyRatio)) / (1 - measuredBusyRatio));

/**
 * The share of a physical resource that workloads can use when the host may be busy up to a target: `e · u · c(u)`.
 * A constant of host type and product, so packing stays linear.
 *
 * @param efficiency throughput in one VM ÷ throughput on the physical machine
 * @example usableRatio(0.93, contentionSlope(0.7), 0.7) // 0.517841: product A, CPU, 70 %
 */
export const usableRatio = (efficiency: number, slope: number, targetRatio: number) =>
  efficiency * targetRatio * contention(slope, targetRatio);

/**
 * How busy a host is under a demand: the b that solves `b · c(b) = x`, x being demand ÷ (capacity · efficiency).
 * The inverse of {@link usableRatio}: a host filled to its usable capacity at target u is busy exactly u.
 *
 * Meant for slopes below 3 (each of four VMs does more than a quarter of one alone): beyond, a busier host does less
 * work in all, and a demand has no single answer.
 *
 * @returns Infinity where no host, however busy, carries the demand
 */
export function busyRatio(slope: number, demandRatio: number): number {
  if (demandRatio <= measuredBusyRatio) return demandRatio;
  const perBusy = slope / (1 - measuredBusyRatio);
  const left = 1 - demandRatio * perBusy;
  return left <= 0 ? Infinity : (demandRatio * (1 - perBusy * measuredBusyRatio)) / left;
}

/**
 * What each of n equal users gets of a shared device (a NIC, a disk path) that they saturate: an equal part of its
 * capacity, however many cards are teamed. It is a capacity, not a contention curve.
 *
 * @example sharedDeviceRatio(4, 1) // 0.25: table 6's network
 * @example sharedDeviceRatio(4, 2) // 0.5: two teamed cards
 */
export const sharedDeviceRatio = (userCount: number, deviceCount: number) =>
  Math.min(1, deviceCount / userCount);
