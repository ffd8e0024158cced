import { expect, test } from 'vitest';
import { stretch } from '../../../src/model/performance/response-time.ts';
import type { Random } from '../../../src/model/random.ts';
import { simulateSharing } from './processor-sharing.ts';

const exponential = (random: Random) => -Math.log(1 - random());
/** Two kinds of work, short and long: the mean is 1, the variance 4. */
const mixed = (random: Random) =>
  random() < 0.9 ? 0.5 * exponential(random) : 5.5 * exponential(random);
const constant = () => 1;

test.each([
  ['one core, exponential work', 1, 0.5, exponential],
  ['four cores, exponential work', 4, 0.9, exponential],
  ['eight cores, exponential work', 8, 0.7, exponential],
  ['sixteen cores, exponential work', 16, 0.8, exponential],
  ['four cores, mixed short and long work', 4, 0.8, mixed],
  ['four cores, work that is always as long', 4, 0.8, constant],
])('%s: the formula lies in the confidence interval of a simulation', (_, m, rho, service) => {
  const run = simulateSharing({
    serverCount: m,
    utilization: rho,
    service,
    jobs: 400_000,
    seed: 7,
  });
  const told = stretch(m, rho);
  if (told.kind !== 'stretched') throw new Error('overloaded');
  // The interval is that of 95 %; a third on top keeps six seeds from being one too many.
  expect(Math.abs(run.stretch - told.factor)).toBeLessThan(run.half * 1.35);
  expect(run.half / run.stretch).toBeLessThan(0.08);
});
