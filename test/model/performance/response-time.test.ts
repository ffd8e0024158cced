import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { erlangC, stretch } from '../../../src/model/performance/response-time.ts';

const servers = fc.integer({ min: 1, max: 256 });
const utilization = fc.double({ min: 0, max: 0.999, noNaN: true });

describe('response time', () => {
  test('is never shorter than alone, and grows with utilization', () => {
    fc.assert(
      fc.property(servers, utilization, utilization, (m, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((rho) => stretch(m, rho));
        if (low?.kind !== 'stretched' || high?.kind !== 'stretched') throw new Error('overloaded');
        expect(low.factor).toBeGreaterThanOrEqual(1);
        expect(high.factor).toBeGreaterThanOrEqual(low.factor);
        expect(high.readyRatio).toBeCloseTo(1 - 1 / high.factor, 12);
      }),
    );
  });

  test('more processors at the same utilization wait less', () => {
    fc.assert(
      fc.property(servers, utilization, (m, rho) => {
        const [few, many] = [stretch(m, rho), stretch(m + 1, rho)];
        if (few.kind !== 'stretched' || many.kind !== 'stretched') throw new Error('overloaded');
        expect(many.factor).toBeLessThanOrEqual(few.factor + 1e-12);
      }),
    );
  });

  test.each([
    [8, 0.7, 1.112751],
    [16, 0.8, 1.095276],
    [1, 0.5, 2],
    [4, 0.9, 2.969383],
  ])('with %i processors at %f work takes %f times as long', (m, rho, factor) => {
    expect(stretch(m, rho)).toMatchObject({
      kind: 'stretched',
      factor: expect.closeTo(factor, 6),
    });
  });

  test.each([1, 1.2, Infinity, Number.NaN])(
    'utilization %f is overloaded, never a number',
    (rho) => {
      expect(stretch(8, rho)).toEqual({ kind: 'overloaded' });
    },
  );

  test('Erlang C for one server is its utilization', () => {
    expect(erlangC(1, 0.3)).toBeCloseTo(0.3, 12);
  });

  test('Erlang C meets a textbook value: 2 servers, 1 erlang, one third', () => {
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
  });

  /**
   * Probability of waiting at ρ = 0.9.
   *
   * @see I. Adan & J. Resing, Queueing Systems, Eindhoven University of Technology, chapter 5 (the M/M/c)
   */
  test.each([
    [1, 0.9],
    [2, 0.85],
    [5, 0.76],
    [10, 0.67],
    [20, 0.55],
  ])('Erlang C meets a published table: %i servers, ρ = 0.9, %f wait', (servers, probability) => {
    expect(erlangC(servers, servers * 0.9)).toBeCloseTo(probability, 2);
  });

  /** A call centre with 360 calls in half an hour of 4 minutes each; the tests of pyworkforce (0.174 of 10 erlangs). */
  test.each([
    [55, 48, 0.239],
    [14, 10, 0.174],
  ])('Erlang C meets published examples: %i agents, %i erlangs, %f wait', (agents, load, wait) => {
    expect(erlangC(agents, load)).toBeCloseTo(wait, 3);
  });
});
