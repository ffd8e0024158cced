import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PreCopyQuestion, preCopy } from '../../../src/model/migration/pre-copy.ts';
import { fromMib, mibPerSecond, seconds } from '../../../src/model/units.ts';

const question = (
  memoryMib: number,
  dirty: number,
  { limit = 0.3, maxRounds = 30 } = {},
): PreCopyQuestion => ({
  memoryGib: fromMib(memoryMib),
  dirtyMibPerSecond: mibPerSecond(dirty),
  bandwidthMibPerSecond: mibPerSecond(112),
  downtimeLimitSeconds: seconds(limit),
  maxRounds,
});

const moved = (asked: PreCopyQuestion) => {
  const answer = preCopy(asked);
  if (answer.kind === 'never-converges') throw new Error('expected a move');
  return answer;
};

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const asked = (dirtyRatio: fc.Arbitrary<number>) =>
  fc
    .record({
      memory: double(64, 1 << 22).map(fromMib),
      bandwidth: double(1, 20_000),
      dirtyRatio,
      downtimeLimitSeconds: double(0.001, 10).map(seconds),
      maxRounds: fc.integer({ min: 0, max: 60 }),
    })
    .map(
      ({ memory, bandwidth, dirtyRatio: ratio, ...rest }): PreCopyQuestion => ({
        ...rest,
        memoryGib: memory,
        bandwidthMibPerSecond: mibPerSecond(bandwidth),
        dirtyMibPerSecond: mibPerSecond(ratio * bandwidth),
      }),
    );
const converging = asked(double(0, 0.999));

/** M/B: one copy at full speed. */
const oneCopy = ({ memoryGib, bandwidthMibPerSecond }: PreCopyQuestion) =>
  (memoryGib * 1024) / bandwidthMibPerSecond;
const ratioOf = ({ dirtyMibPerSecond, bandwidthMibPerSecond }: PreCopyQuestion) =>
  dirtyMibPerSecond / bandwidthMibPerSecond;

describe('laws', () => {
  test('no migration is faster than one copy, and none takes longer than M/(B − D)', () => {
    fc.assert(
      fc.property(converging, (some) => {
        const { totalSeconds } = moved(some);
        const copy = oneCopy(some);
        expect(totalSeconds).toBeGreaterThanOrEqual(copy * (1 - 1e-12));
        expect(totalSeconds).toBeLessThanOrEqual((copy / (1 - ratioOf(some))) * (1 + 1e-9));
      }),
    );
  });

  test('it converges exactly when the stop is within the limit, and never makes a round too many', () => {
    fc.assert(
      fc.property(converging, (some) => {
        const { kind, rounds, downtimeSeconds } = moved(some);
        expect(kind === 'converged').toBe(downtimeSeconds <= some.downtimeLimitSeconds);
        expect(rounds.length).toBeLessThanOrEqual(some.maxRounds);
        // Before each round that was made, stopping would have taken too long.
        expect(rounds.every((round) => round.seconds > some.downtimeLimitSeconds)).toBe(true);
        if (kind === 'out-of-rounds') expect(rounds).toHaveLength(some.maxRounds);
      }),
    );
  });

  test('agrees with the geometric series', () => {
    fc.assert(
      fc.property(converging, (some) => {
        const { rounds, totalSeconds, downtimeSeconds } = moved(some);
        const r = ratioOf(some);
        const n = rounds.length;
        expect(downtimeSeconds / oneCopy(some)).toBeCloseTo(r ** n, 9);
        expect(totalSeconds / oneCopy(some)).toBeCloseTo((1 - r ** (n + 1)) / (1 - r), 9);
      }),
    );
  });

  test('the total is the sum of what is shown', () => {
    fc.assert(
      fc.property(converging, (some) => {
        const { rounds, totalSeconds, downtimeSeconds, lastMib } = moved(some);
        const sum = rounds.reduce((all, round) => all + round.seconds, 0) + downtimeSeconds;
        expect(totalSeconds / sum).toBeCloseTo(1, 9);
        expect(lastMib).toBe(rounds.at(-1)?.leftMib ?? some.memoryGib * 1024);
      }),
    );
  });

  test('memory that changes as fast as it is copied never converges, and gives no number', () => {
    fc.assert(
      fc.property(asked(double(1, 50)), (some) => {
        expect(preCopy(some)).toEqual({ kind: 'never-converges' });
      }),
    );
  });
});

test.each([
  { memory: 4096, dirty: 20, rounds: 3, total: 44.476, down: 0.208 },
  { memory: 8192, dirty: 40, rounds: 6, total: 113.693, down: 0.152 },
  { memory: 1024, dirty: 5, rounds: 2, total: 9.569, down: 0.018 },
])(
  '$memory MiB at $dirty MiB/s over 112 MiB/s: $rounds rounds, $total s',
  ({ memory: m, dirty, rounds, total, down }) => {
    const answer = moved(question(m, dirty));
    expect(answer.kind).toBe('converged');
    expect(answer.rounds).toHaveLength(rounds);
    expect(answer.totalSeconds.toFixed(3)).toBe(total.toFixed(3));
    expect(answer.downtimeSeconds.toFixed(3)).toBe(down.toFixed(3));
  },
);

test('an idle guest needs one copy and no stop', () => {
  expect(moved(question(1120, 0))).toMatchObject({ totalSeconds: 10, downtimeSeconds: 0 });
});

test('memory that fits into the limit is moved in one stop', () => {
  const answer = moved(question(28, 5));
  expect(answer).toMatchObject({ kind: 'converged', rounds: [], downtimeSeconds: 0.25 });
});

test('the stop is forced when the rounds run out', () => {
  const answer = moved(question(4096, 100, { maxRounds: 2 }));
  expect(answer).toMatchObject({ kind: 'out-of-rounds' });
  expect(answer.downtimeSeconds).toBeCloseTo((4096 * 100 * 100) / 112 ** 3, 9);
});
