import { at } from '../../../src/model/columns.ts';
import { type Random, seeded } from '../../../src/model/random.ts';

export interface SharingQuestion {
  readonly serverCount: number;
  /** ρ */
  readonly utilization: number;
  /** Draws a service time with a mean of 1. */
  readonly service: (random: Random) => number;
  readonly jobs: number;
  readonly seed: number;
}

export interface SharingRun {
  /** Mean response time ÷ mean service time, with half of its 95 % confidence interval. */
  readonly stretch: number;
  readonly half: number;
}

/** Batches of jobs whose means are nearly independent. */
const batchCount = 40;

/**
 * Simulates jobs that share m servers equally, none using more than one: with n jobs each runs at the speed
 * `min(1, m/n)`. Written apart from the model, event by event, to check its formula.
 */
export function simulateSharing(question: SharingQuestion): SharingRun {
  const { serverCount, utilization, service, jobs, seed } = question;
  const random = seeded(seed);
  const gap = () => -Math.log(1 - random()) / (serverCount * utilization);
  const running: { readonly since: number; left: number }[] = [];
  const responses: number[] = [];
  let now = 0;
  let nextArrival = gap();
  while (responses.length < jobs) {
    const speed = Math.min(1, serverCount / running.length);
    const first = running.reduce((least, { left }) => Math.min(least, left), Infinity);
    const nextEnd = now + first / speed;
    const until = Math.min(nextArrival, nextEnd);
    for (const job of running) job.left -= (until - now) * speed;
    now = until;
    if (nextArrival <= nextEnd) {
      running.push({ since: now, left: service(random) });
      nextArrival = now + gap();
    } else {
      const index = running.findIndex(({ left }) => left <= 1e-9);
      const [done] = running.splice(index, 1);
      responses.push(now - (done?.since ?? now));
    }
  }
  return batchMeans(Float64Array.from(responses));
}

/** The first batch is the start from an empty system and is left out. */
function batchMeans(responses: Float64Array): SharingRun {
  const size = Math.floor(responses.length / batchCount);
  const means = Array.from({ length: batchCount - 1 }, (_, batch) => {
    let sum = 0;
    for (let i = 0; i < size; i++) sum += at(responses, (batch + 1) * size + i);
    return sum / size;
  });
  const mean = means.reduce((a, b) => a + b, 0) / means.length;
  const variance = means.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (means.length - 1);
  return { stretch: mean, half: 2.02 * Math.sqrt(variance / means.length) };
}
