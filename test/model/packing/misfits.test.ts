import { expect, test } from 'vitest';
import { pack } from '../../../src/model/packing/pack.ts';
import type { Misfit, PackingProblem } from '../../../src/model/packing/problem.ts';
import { binType, problemOf } from './instances.ts';

const misfitsOf = (problem: PackingProblem): readonly Misfit[] => {
  const outcome = pack(problem, { seed: 1, effort: 0.01 });
  return outcome.kind === 'impossible' ? outcome.reasons : [];
};

const small = binType([10, 100]);
const large = binType([20, 50]);

test.each<{ title: string; problem: PackingProblem; expected: readonly Misfit[] }>([
  {
    title: 'an item larger than any bin: the nearest type, the dimension it lacks most in',
    problem: problemOf(
      [
        [25, 10],
        [1, 1],
      ],
      [small, large],
    ),
    expected: [{ kind: 'too-large', item: 0, binType: 1, dimension: 0, demand: 25, capacity: 20 }],
  },
  {
    title: 'an item that would fit, but not in the type it is pinned to',
    problem: problemOf([[15, 10]], [small, large], { typeOnly: Int32Array.of(0) }),
    expected: [{ kind: 'too-large', item: 0, binType: 0, dimension: 0, demand: 15, capacity: 10 }],
  },
  {
    title: 'a set that does not fit together',
    problem: problemOf(
      [
        [6, 1],
        [6, 1],
        [1, 1],
      ],
      [small],
      { together: [Int32Array.of(0, 1)] },
    ),
    expected: [
      {
        kind: 'group-too-large',
        items: [0, 1],
        binType: 0,
        dimension: 0,
        demand: 12,
        capacity: 10,
      },
    ],
  },
  {
    title: 'a set of more items than a bin may hold: dimension −1 counts items',
    problem: problemOf(
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      [binType([10, 10], { maxItems: 2 })],
      {
        together: [Int32Array.of(0, 1), Int32Array.of(1, 2)],
      },
    ),
    expected: [
      {
        kind: 'group-too-large',
        items: [0, 1, 2],
        binType: 0,
        dimension: -1,
        demand: 3,
        capacity: 2,
      },
    ],
  },
  {
    title: 'two that must be together and apart, through a third',
    problem: problemOf(
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      [small],
      {
        together: [Int32Array.of(0, 1), Int32Array.of(1, 2)],
        apart: [Int32Array.of(0, 2)],
      },
    ),
    expected: [{ kind: 'together-and-apart', first: 0, second: 2 }],
  },
  {
    title: 'two that must be together, pinned to different types',
    problem: problemOf(
      [
        [1, 1],
        [1, 1],
      ],
      [small, large],
      {
        together: [Int32Array.of(0, 1)],
        typeOnly: Int32Array.of(1, 0),
      },
    ),
    expected: [{ kind: 'together-and-apart', first: 0, second: 1 }],
  },
  {
    title: 'more than all bins hold',
    problem: problemOf(
      [
        [9, 1],
        [8, 1],
        [7, 1],
      ],
      [binType([10, 10], { available: 2 })],
    ),
    expected: [{ kind: 'bins-exhausted', items: [2] }],
  },
])('$title', ({ problem, expected }) => {
  expect(misfitsOf(problem)).toEqual(expected);
});

test('a problem that breaks its own contract is refused in a plain sentence', () => {
  expect(() => misfitsOf(problemOf([[-1, 0]], [small]))).toThrow('A demand of -1');
  expect(() => misfitsOf({ ...problemOf([[1, 1]], [small]), itemCount: 2 })).toThrow('2 × 2');
});
