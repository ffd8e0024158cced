import type { FailurePolicy } from '../scenario.ts';

/**
 * Hosts in all, from the hosts that a fleet needs every day and those that it needs while hosts are down.
 *
 * With dedicated spares the k empty hosts come on top of those that carry load. With spread spares every host carries
 * load, so N must be enough every day, and N − k enough after the loss of any k. The same arithmetic turns lower
 * bounds into a lower bound, and rivals' counts into comparable counts.
 */
export function hostsWithSpares(
  everyDay: number,
  whileDown: number,
  { tolerate, spare }: FailurePolicy,
): number {
  if (tolerate === 0) return everyDay;
  return spare === 'dedicated' ? everyDay + tolerate : Math.max(everyDay, whileDown + tolerate);
}
