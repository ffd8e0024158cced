import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RestartQuestion, restartTime } from '../../../src/model/failover/restart-time.ts';
import { seconds } from '../../../src/model/units.ts';

const base: RestartQuestion = {
  heartbeatSeconds: seconds(1),
  missedHeartbeats: 15,
  declarationSeconds: seconds(3),
  vmCount: 8,
  hostCount: 1,
  startsPerHost: 4,
  bootSeconds: seconds(30),
  applicationSeconds: seconds(30),
};

const count = fc.integer({ min: 1, max: 500 });
const span = fc.integer({ min: 0, max: 600 }).map(seconds);
const questions: fc.Arbitrary<RestartQuestion> = fc.record({
  heartbeatSeconds: span,
  missedHeartbeats: count,
  declarationSeconds: span,
  vmCount: count,
  hostCount: count,
  startsPerHost: count,
  bootSeconds: span,
  applicationSeconds: span,
});

/** The same by playing it: the machines wait in line, each host has as many places as it may start at once. */
function played(asked: RestartQuestion): number {
  const free = Array.from({ length: asked.hostCount * asked.startsPerHost }, () => 0);
  let last = 0;
  for (let machine = 0; machine < asked.vmCount; machine++) {
    const place = free.indexOf(Math.min(...free));
    last = (free[place] ?? 0) + asked.bootSeconds;
    free[place] = last;
  }
  return asked.heartbeatSeconds * asked.missedHeartbeats + asked.declarationSeconds + last;
}

test('agrees with a line of machines that is played one by one', () => {
  const few = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(
      questions,
      few,
      few,
      fc.integer({ min: 1, max: 60 }),
      (some, hosts, starts, vms) => {
        const asked = { ...some, hostCount: hosts, startsPerHost: starts, vmCount: vms };
        expect(restartTime(asked).guestsSeconds).toBeCloseTo(played(asked), 9);
      },
    ),
  );
});

test('first guests, all guests and services come in this order, and the steps add up to the last', () => {
  fc.assert(
    fc.property(questions, (asked) => {
      const answer = restartTime(asked);
      expect(answer.firstGuestsSeconds).toBeLessThanOrEqual(answer.guestsSeconds);
      expect(answer.guestsSeconds).toBeLessThanOrEqual(answer.servicesSeconds);
      const sum = answer.because.reduce((all, step) => all + step.seconds, 0);
      expect(answer.because.at(-1)?.atSeconds).toBe(answer.servicesSeconds);
      expect(sum).toBe(answer.servicesSeconds);
    }),
  );
});

test('more machines never return sooner, more hosts never later', () => {
  fc.assert(
    fc.property(questions, count, (asked, more) => {
      const now = restartTime(asked).servicesSeconds;
      const withMachines = restartTime({ ...asked, vmCount: asked.vmCount + more });
      const withHosts = restartTime({ ...asked, hostCount: asked.hostCount + more });
      expect(withMachines.servicesSeconds).toBeGreaterThanOrEqual(now);
      expect(withHosts.servicesSeconds).toBeLessThanOrEqual(now);
    }),
  );
});

test('a two-host bed with the timers of its day restarts within the time that the report measured', () => {
  const bed = restartTime({ ...base, vmCount: 4, bootSeconds: seconds(45) });
  // 'A little under one minute to about one and a half', to the restarted guests.
  expect(bed.guestsSeconds).toBe(63);
});

test('a second group waits for the first; its applications start last', () => {
  expect(restartTime(base)).toMatchObject({
    waveCount: 2,
    firstGuestsSeconds: 48,
    guestsSeconds: 78,
    servicesSeconds: 108,
  });
});
