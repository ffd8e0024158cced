import { at } from '../columns.ts';

/**
 * When each of several jobs starts, if so many run at the same time: the longest first, each where a lane is free
 * first. Ends at most a third later than the best schedule there is (Graham 1969).
 */
export function schedule<Job extends { readonly seconds: number }>(
  jobs: readonly Job[],
  laneCount: number,
): (Job & { readonly startSeconds: number; readonly isAlone: boolean })[] {
  const freeAt = new Float64Array(Math.max(1, Math.min(laneCount, jobs.length)));
  return jobs
    .toSorted((a, b) => b.seconds - a.seconds)
    .map((job) => {
      let lane = 0;
      for (let other = 1; other < freeAt.length; other++) {
        if (at(freeAt, other) < at(freeAt, lane)) lane = other;
      }
      const startSeconds = at(freeAt, lane);
      freeAt[lane] = startSeconds + job.seconds;
      return { ...job, startSeconds, isAlone: false };
    });
}
