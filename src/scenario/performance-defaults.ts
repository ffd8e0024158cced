import type { PerformancePolicy } from '../model/performance/policy.ts';

/**
 * What waiting vCPUs cost, from the one published measurement (content/data/performance/overcommit.yaml): four guests with two
 * vCPUs each on four cores took 370 minutes, one alone 147.
 */
const measuredOvercommitLoss = 0.2585;

/**
 * The performance tool's start. No product is assumed to share or take back memory; the spreads are assumptions of
 * this site, shown as such, and each is a field.
 */
export const defaultPerformance: PerformancePolicy = {
  loadRatio: 1,
  overcommitLossRatio: measuredOvercommitLoss,
  memory: { sharing: 'none', identicalRatio: 0.05, ballooning: false },
  moreLike: null,
  benchmark: [],
  vmsAtFull: null,
  spreads: {
    draws: 60,
    level: { low: 0.85, likely: 1, high: 1.25 },
    growth: { low: -0.05, likely: 0, high: 0.1 },
    efficiency: { low: 0.93, likely: 1, high: 1.02 },
    peaks: { low: 0.9, likely: 1, high: 1.3 },
  },
};
