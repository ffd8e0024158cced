import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MoveQuestion, moveMachine } from '../../../src/model/migration/machine-move.ts';
import { preCopy } from '../../../src/model/migration/pre-copy.ts';
import { fromMib, mibPerSecond, seconds } from '../../../src/model/units.ts';
import { defaultMigration } from '../../../src/scenario/migration-defaults.ts';

const double = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const whole = { storageMibPerSecond: 500, throttle: defaultMigration.throttle };

const questions: fc.Arbitrary<MoveQuestion> = fc
  .record({
    memoryMib: double(64, 1 << 20),
    bandwidthMibPerSecond: double(1, 10_000),
    ratio: double(0, 2),
    downtimeLimitSeconds: double(0.001, 5),
    maxRounds: fc.integer({ min: 0, max: 40 }),
    whenNotConverging: fc.constantFrom('fail', 'stop', 'auto-converge', 'post-copy' as const),
    diskMib: fc.constantFrom(0, 50_000),
  })
  .map(({ ratio, ...rest }) => ({
    ...rest,
    ...whole,
    dirtyMibPerSecond: ratio * rest.bandwidthMibPerSecond,
  })) as fc.Arbitrary<MoveQuestion>;

const moved = (question: MoveQuestion) => {
  const answer = moveMachine(question);
  return answer.kind === 'moved' ? answer : null;
};

describe('laws', () => {
  test('no move takes less than M/B, and none stands still for longer than the limit unless it says so', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const answer = moved(question);
        if (answer === null) return;
        const copy = question.memoryMib / question.bandwidthMibPerSecond;
        expect(answer.totalSeconds).toBeGreaterThanOrEqual(copy * (1 - 1e-12));
        const isShort = answer.downtimeSeconds <= question.downtimeLimitSeconds;
        expect(isShort || answer.by === 'stop').toBe(true);
      }),
    );
  });

  test('a faster network is never slower where the rounds are the same in number', () => {
    fc.assert(
      fc.property(questions, double(1, 10), (question, times) => {
        const slow = moved(question);
        const fast = moved({
          ...question,
          bandwidthMibPerSecond: question.bandwidthMibPerSecond * times,
        });
        if (slow === null || slow.by !== 'pre-copy') return;
        expect(fast).not.toBeNull();
        if (fast?.rounds.length !== slow.rounds.length) return;
        expect(fast.totalSeconds).toBeLessThanOrEqual(slow.totalSeconds * (1 + 1e-12));
      }),
    );
  });

  test('a network that carries a machine carries it faster still when it is faster, within one stop', () => {
    // One round fewer may end with a longer stop, but never one above the limit.
    fc.assert(
      fc.property(questions, double(1, 10), (question, times) => {
        const slow = moved(question);
        const fast = moved({
          ...question,
          bandwidthMibPerSecond: question.bandwidthMibPerSecond * times,
        });
        if (slow?.by !== 'pre-copy' || fast === null) return;
        expect(fast.totalSeconds).toBeLessThanOrEqual(
          slow.totalSeconds + question.downtimeLimitSeconds,
        );
      }),
    );
  });

  test('without disks and without help it is pre-copy', () => {
    fc.assert(
      fc.property(questions, (some) => {
        const question: MoveQuestion = { ...some, diskMib: 0, whenNotConverging: 'fail' };
        const plain = preCopy({
          memoryGib: fromMib(question.memoryMib),
          dirtyMibPerSecond: mibPerSecond(question.dirtyMibPerSecond),
          bandwidthMibPerSecond: mibPerSecond(question.bandwidthMibPerSecond),
          downtimeLimitSeconds: seconds(question.downtimeLimitSeconds),
          maxRounds: question.maxRounds,
        });
        const answer = moveMachine(question);
        expect(answer.kind === 'moved').toBe(plain.kind === 'converged');
        if (answer.kind !== 'moved' || plain.kind !== 'converged') return;
        expect(answer.totalSeconds / plain.totalSeconds).toBeCloseTo(1, 9);
        expect(answer.rounds).toHaveLength(plain.rounds.length);
      }),
    );
  });

  test('what is sent is at least the memory, and the disk where it moves', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const answer = moved(question);
        if (answer === null) return;
        const least = question.memoryMib + question.diskMib;
        expect(answer.sentMib).toBeGreaterThanOrEqual(least * (1 - 1e-12));
      }),
    );
  });
});

const hot: MoveQuestion = {
  ...whole,
  memoryMib: 11_200,
  dirtyMibPerSecond: 150,
  bandwidthMibPerSecond: 112,
  downtimeLimitSeconds: 0.3,
  maxRounds: 30,
  whenNotConverging: 'fail',
  diskMib: 0,
};

describe('a guest that changes memory faster than it is copied', () => {
  test('stays where it is if the product gives up, and no time is told', () => {
    expect(moveMachine(hot)).toEqual({ kind: 'fails', reason: 'never-converges', rounds: [] });
  });

  test('stops for the whole of its memory if the product stops it', () => {
    expect(moved({ ...hot, whenNotConverging: 'stop', maxRounds: 5 })).toMatchObject({
      by: 'stop',
      downtimeSeconds: 100,
      totalSeconds: 600,
    });
  });

  test('converges once it is slowed down enough, step by step', () => {
    const answer = moved({ ...hot, whenNotConverging: 'auto-converge' });
    expect(answer?.by).toBe('auto-converge');
    // At 70 % a round leaves less than half of what it copied: that is enough, and no more is taken.
    const throttle = answer?.rounds.map(({ throttleRatio }) => Math.round(throttleRatio * 100));
    expect(throttle?.slice(0, 8)).toEqual([0, 20, 30, 40, 50, 60, 70, 70]);
    expect(answer?.downtimeSeconds).toBeLessThanOrEqual(0.3);
  });

  test('goes on at the target after one copy where post-copy is allowed, without a stop', () => {
    expect(moved({ ...hot, whenNotConverging: 'post-copy' })).toMatchObject({
      by: 'post-copy',
      downtimeSeconds: 0,
      fetchingSeconds: 100,
      totalSeconds: 200,
    });
  });
});

test('a local disk is copied at the slower of storage and network', () => {
  const cold: MoveQuestion = { ...hot, dirtyMibPerSecond: 0, diskMib: 50_000 };
  expect(moved({ ...cold, storageMibPerSecond: 100 })).toMatchObject({ diskSeconds: 500 });
  expect(moved({ ...cold, bandwidthMibPerSecond: 250 })).toMatchObject({ diskSeconds: 200 });
});
