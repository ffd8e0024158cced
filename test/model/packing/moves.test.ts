import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderMoves } from '../../../src/model/packing/moves.ts';
import { pack } from '../../../src/model/packing/pack.ts';
import type { PackingProblem } from '../../../src/model/packing/problem.ts';
import { anyProblem } from './arbitraries.ts';
import { binType, problemOf } from './instances.ts';
import { moveFaults } from './moves-checker.ts';

const runs = { seed: 20261124, numRuns: 400 };
const bins = (count: number) => new Int32Array(count);

/** Two packings of one problem on bins side by side, each type given so many empty ones beside. */
function rearrangementOf(problem: PackingProblem, empty: number) {
  const [one, other] = [1, 2].map((seed) => pack(problem, { seed, effort: 0.001 * (seed - 1) }));
  if (one?.kind !== 'packed' || other?.kind !== 'packed') return null;
  const first = one.packing;
  const second = other.packing;
  const typeOf = [...first.typeOf];
  const place = Array.from(second.typeOf, (type, bin) => {
    // The same bin where the type is the same, so that the packings get into each other's way.
    if (typeOf[bin] === type) return bin;
    return typeOf.push(type) - 1;
  });
  for (let turn = 0; turn < empty; turn++) typeOf.push(0);
  return {
    typeOf: Int32Array.from(typeOf),
    from: first.binOf,
    to: second.binOf.map((bin) => place[place.length - 1 - bin] ?? 0),
    isSame: second.typeOf.every((type) => type === second.typeOf[0]),
  };
}

describe('moves in order', () => {
  test('never overfill a bin, never bring together what must be apart, and end where they should', () => {
    fc.assert(
      fc.property(anyProblem(), fc.nat(2), (problem, empty) => {
        const rearrangement = rearrangementOf(problem, empty);
        // Bins are renumbered backwards, which must not put an item into a bin of another type.
        if (rearrangement === null || !rearrangement.isSame) return;
        expect(moveFaults(problem, rearrangement, orderMoves(problem, rearrangement))).toEqual([]);
      }),
      runs,
    );
  });

  test('go straight where bins empty one after the other', () => {
    const problem = problemOf([[6], [6], [6]], [binType([10])]);
    const chain = { typeOf: bins(4), from: Int32Array.of(0, 1, 2), to: Int32Array.of(1, 2, 3) };
    expect(orderMoves(problem, chain)).toEqual({
      moves: [
        { item: 2, from: 2, to: 3 },
        { item: 1, from: 1, to: 2 },
        { item: 0, from: 0, to: 1 },
      ],
      blocked: [],
    });
  });

  test('break a cycle by way of a third bin', () => {
    const problem = problemOf([[6], [6]], [binType([10])]);
    const swap = { typeOf: bins(3), from: Int32Array.of(0, 1), to: Int32Array.of(1, 0) };
    const order = orderMoves(problem, swap);
    expect(order.blocked).toEqual([]);
    expect(order.moves).toHaveLength(3);
    expect(moveFaults(problem, swap, order)).toEqual([]);
  });

  test('say what is short where a cycle cannot be broken', () => {
    const problem = problemOf(
      [
        [1, 6],
        [1, 6],
      ],
      [binType([10, 10])],
    );
    const swap = { typeOf: bins(2), from: Int32Array.of(0, 1), to: Int32Array.of(1, 0) };
    expect(orderMoves(problem, swap)).toEqual({
      moves: [],
      blocked: [
        { item: 0, to: 1, dimension: 1 },
        { item: 1, to: 0, dimension: 1 },
      ],
    });
  });

  test('send nothing to a bin that is to go, on no detour either', () => {
    const problem = problemOf([[6], [6]], [binType([10])]);
    const swap = {
      typeOf: Int32Array.of(0, 0, -1),
      from: Int32Array.of(0, 1),
      to: Int32Array.of(1, 0),
    };
    expect(orderMoves(problem, swap).blocked).toHaveLength(2);
  });

  test('wait until those are gone that must be apart', () => {
    const problem = problemOf([[1], [1]], [binType([10])], { apart: [Int32Array.of(0, 1)] });
    const chain = { typeOf: bins(3), from: Int32Array.of(0, 1), to: Int32Array.of(1, 2) };
    expect(orderMoves(problem, chain).moves.map(({ item }) => item)).toEqual([1, 0]);
  });
});
