import type { AvailabilityPolicy } from '../model/availability/policy.ts';

/**
 * Where the questions about failures start. Rates of failure differ from house to house: a host that fails once in ten
 * years is the upper end of what content/data/failure-rates.yaml reports, six hours of repair likewise; the start of a
 * guest is as in content/data/ha. What nobody can guess (cards, storage, crashes, what an hour costs) is unknown until
 * the reader says it, and so left out and told as left out.
 */
export const defaultAvailability: AvailabilityPolicy = {
  failures: 2,
  racks: null,
  admission: {
    cpuReservationRatio: 1,
    memoryReservationRatio: 1,
    leastCpuMhz: 32,
    slotCpuMhz: null,
    slotMemoryGib: null,
    reservedRatio: null,
    rounds: 2,
  },
  years: 10,
  runs: 1000,
  host: { mtbfHours: 87_600, mttrHours: 6 },
  card: { perHost: 1, mtbfHours: null, mttrHours: 6 },
  shared: [],
  vm: { crashesPerYear: null, downSeconds: 600 },
  restart: { detectionSeconds: 18, startsPerHost: 4, bootSeconds: 25, applicationSeconds: 60 },
  costPerVmHour: null,
  measures: [
    { kind: 'spare', hosts: 1, costPerYear: null },
    { kind: 'teaming', cards: 2, costPerYear: null },
    { kind: 'detection', detectionSeconds: 5, costPerYear: null },
    { kind: 'repair', mttrHours: 2, costPerYear: null },
  ],
  recovery: {
    mode: 'asynchronous',
    intervalSeconds: 900,
    changePerDayRatio: 0.05,
    peakFactor: 3,
    lineMegabits: null,
    reducedRatio: 1,
    distanceKm: 50,
    hosts: 0,
    decisionSeconds: 3600,
    promotionSeconds: 600,
    rpoSeconds: 3600,
    rtoSeconds: 14_400,
    stretched: { hostsHere: 4, hostsThere: 4, hasWitness: true, quorum: 'majority' },
  },
};
