import { busyRatio, contentionSlope, measuredBusyRatio } from './contention.ts';
import type { Measured } from './overhead-set.ts';

/**
 * How throughput falls as a host gets busier: 1 up to `aloneRatio`, then `1 ÷ (1 + slope·t + bend·t²)` with
 * `t = (b − aloneRatio) ÷ (1 − aloneRatio)`.
 *
 * Two measured points (table 6) give a slope and no bend. A fit of the Universal Scalability Law to N machines that
 * fill a host is the same curve: with `n = b·N` machines busy, `1 + α(n−1) + βn(n−1)` is
 * `1 + (α+β)(N−1)·t + β(N−1)²·t²`.
 */
export interface ContentionCurve {
  readonly slope: number;
  readonly bend: number;
  /** How busy the host was while one machine of the benchmark ran flat out. */
  readonly aloneRatio: number;
}

/** A curve through the report's two points: one machine keeps a quarter of the host busy, four all of it. */
export const twoPointCurve = (fourVmsRatio: number): ContentionCurve => ({
  slope: contentionSlope(fourVmsRatio),
  bend: 0,
  aloneRatio: measuredBusyRatio,
});

export const noContention: ContentionCurve = { slope: 0, bend: 0, aloneRatio: measuredBusyRatio };

/** The curve that a measurement shows; none where it is a gap. */
export function curveOf({ fourVmsRatio, law }: Measured): ContentionCurve {
  if (law !== undefined && law.vmsAtFull > 1) {
    const more = law.vmsAtFull - 1;
    return {
      slope: (law.alpha + law.beta) * more,
      bend: law.beta * more * more,
      aloneRatio: 1 / law.vmsAtFull,
    };
  }
  return fourVmsRatio === null ? noContention : twoPointCurve(fourVmsRatio);
}

/** Throughput that remains at a busy ratio, as a ratio of what one machine alone has. */
export function contentionAt({ slope, bend, aloneRatio }: ContentionCurve, busy: number): number {
  if (busy <= aloneRatio) return 1;
  const span = 1 - aloneRatio;
  const t = (busy - aloneRatio) / span;
  return 1 / (1 + (slope * (busy - aloneRatio)) / span + bend * t * t);
}

/**
 * How busy a host is under a demand: the smallest b that solves `b · c(b) = x`, x being demand ÷ (capacity ·
 * efficiency). Closed form: b and c make a quadratic equation in t.
 *
 * @returns Infinity where no host, however busy, carries the demand
 */
export function busyUnder(curve: ContentionCurve, demandRatio: number): number {
  const { slope, bend, aloneRatio } = curve;
  if (demandRatio <= aloneRatio) return demandRatio;
  if (bend === 0 && aloneRatio === measuredBusyRatio) return busyRatio(slope, demandRatio);
  const span = 1 - aloneRatio;
  const square = bend * demandRatio;
  const linear = span - slope * demandRatio;
  const rest = demandRatio - aloneRatio;
  const under = linear * linear - 4 * square * rest;
  if (linear <= 0 || under < 0) return Infinity;
  // The root of the rising branch, in the form that does not lose digits and holds for any bend, 0 too.
  return aloneRatio + span * ((2 * rest) / (linear + Math.sqrt(under)));
}
