import type { ConsolidationPlan } from '~/model/consolidation/answer.ts';

/** A plan of any size with round figures, for charts; no planner made it. */
export function makePlan(hostCount: number, slotCount = 24): ConsolidationPlan {
  const wave = (slot: number) => 0.5 + 0.3 * Math.sin((2 * Math.PI * slot) / slotCount);
  const cpu = Float32Array.from({ length: hostCount * slotCount }, (_, index) => {
    const host = Math.floor(index / slotCount);
    return wave(index % slotCount) * (1 - host / (2 * hostCount));
  });
  const memory = Float32Array.from(
    { length: hostCount },
    (_, host) => 0.9 - host / (10 * hostCount),
  );
  return {
    kind: 'planned',
    hosts: hostCount,
    hostsByType: [{ id: 'a', hosts: hostCount }],
    lowerBound: hostCount,
    cost: null,
    boundBy: 'volume',
    gap: 0,
    ratio: 10,
    binding: { resource: 'cpu', slot: 6, hostsByResource: [] },
    tolerates: 1,
    survival: { tolerate: 1, lossCount: 1, checkedCount: 1, isSample: false, spare: 'spread' },
    worstFailure: null,
    hostOf: Int32Array.from({ length: hostCount * 10 }, (_, row) => Math.floor(row / 10)),
    hostTypeIndex: new Int32Array(hostCount),
    kept: null,
    domainOf: null,
    groupOf: null,
    utilization: { cpu: { slotCount, ratio: cpu }, memory: { slotCount: 1, ratio: memory } },
    totals: {
      cpu: {
        slotCount,
        demand: Float64Array.from({ length: slotCount }, (_, slot) => 100_000 * wave(slot)),
        physicalCapacity: 120_000,
        usableCapacity: 90_000,
      },
      memory: {
        slotCount: 1,
        demand: Float64Array.of(700),
        physicalCapacity: 1000,
        usableCapacity: 900,
      },
    },
    comparison: { sumDivided: hostCount, firstFit: null, firstFitDecreasing: null, byDemand: [] },
    before: null,
    after: {
      hosts: hostCount,
      coreCount: null,
      memoryGib: null,
      rackUnits: null,
      meanWatts: null,
      kwhPerYear: null,
    },
    slots: { slotCount, slotSeconds: 3600, kind: 'day', startEpochSeconds: null },
    left: { poweredOff: 0, templates: 0, byName: 0 },
    notes: [],
    because: [],
    seed: 1,
  };
}
