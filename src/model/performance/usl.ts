/**
 * The Universal Scalability Law: throughput of n users of one system, `X(n) = γn ÷ (1 + α(n−1) + βn(n−1))`. α is what
 * they wait for in turn (contention), β what each pair has to agree on (coherency), γ the throughput of one alone.
 *
 * @see N. J. Gunther, Guerrilla Capacity Planning, 2007, chapters 4–6
 */
export interface UslCoefficients {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
}

/** What n users cost one another: 1 for one alone. */
export const uslDivisor = ({ alpha, beta }: Omit<UslCoefficients, 'gamma'>, n: number) =>
  1 + alpha * (n - 1) + beta * n * (n - 1);

export const uslThroughput = (law: UslCoefficients, n: number) =>
  (law.gamma * n) / uslDivisor(law, n);

/**
 * How many users have the highest throughput in all: `√((1 − α) ÷ β)`. Beyond, every further one takes more than it
 * brings.
 *
 * @returns null where the law has no peak
 */
export const uslPeak = ({ alpha, beta }: Omit<UslCoefficients, 'gamma'>): number | null =>
  beta > 0 && alpha < 1 ? Math.sqrt((1 - alpha) / beta) : null;
