/**
 * The probability that an arrival finds all m servers busy in an M/M/m queue (Erlang's C formula), by the stable
 * recursion of Erlang B: no factorials, so any number of cores works.
 *
 * @param serverCount m, ≥ 1
 * @param offeredLoad a = mρ, in servers; 0 ≤ a < m
 * @see A. K. Erlang, 1917; L. Kleinrock, Queueing Systems I, 1975, §3.5
 */
export function erlangC(serverCount: number, offeredLoad: number): number {
  let blocking = 1;
  for (let servers = 1; servers <= serverCount; servers++) {
    blocking = (offeredLoad * blocking) / (servers + offeredLoad * blocking);
  }
  const utilization = offeredLoad / serverCount;
  return blocking / (1 - utilization * (1 - blocking));
}

export type Stretch =
  | { readonly kind: 'stretched'; readonly factor: number; readonly readyRatio: number }
  /** Demand reaches capacity: response time grows without limit, and no number describes it. */
  | { readonly kind: 'overloaded' };

/**
 * How much longer work takes on a host than alone, R/S, with m processors shared by all:
 * `1 + ErlangC(m, mρ)/(m(1 − ρ))`; and the share of that time spent ready but waiting, (R − S)/R.
 *
 * @param serverCount processors; 1 for a disk or a network card
 * @param utilization ρ, 0…; from 1 on the answer is 'overloaded'
 * @example stretch(8, 0.7) // factor 1.112751
 */
export function stretch(serverCount: number, utilization: number): Stretch {
  if (!(utilization < 1)) return { kind: 'overloaded' };
  const wait = erlangC(serverCount, serverCount * utilization) / (serverCount * (1 - utilization));
  return { kind: 'stretched', factor: 1 + wait, readyRatio: wait / (1 + wait) };
}
