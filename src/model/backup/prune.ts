import { monthOf, weekOf, yearOf } from './calendar.ts';

export interface LongTermPolicy {
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

/**
 * The days whose last backup is kept beyond the usual retention, newest first. Each rule in turn keeps the latest
 * backup of its period, counts only periods that have one, and passes over periods of which a backup is kept already.
 *
 * @param days days with a backup that usual retention no longer keeps, newest first
 * @param recent days that usual retention keeps
 * @see Proxmox Backup Server, documentation, 'Pruning' (proxmox-backup 4940514, docs/maintenance.rst, 2024-06-05)
 * @example longTerm([6, 5, 4, 3, 2, 1, 0], [7, 8], { weekly: 1, monthly: 0, yearly: 0 }) // [6]
 */
export function longTerm(
  days: readonly number[],
  recent: readonly number[],
  policy: LongTermPolicy,
): readonly number[] {
  const kept: number[] = [];
  const rules = [
    [policy.weekly, weekOf],
    [policy.monthly, monthOf],
    [policy.yearly, yearOf],
  ] as const;
  for (const [most, periodOf] of rules) {
    const covered = new Set([...recent, ...kept].map(periodOf));
    const chosen = new Set<number>();
    for (const day of days) {
      if (chosen.size >= most) break;
      const period = periodOf(day);
      if (covered.has(period) || chosen.has(period) || kept.includes(day)) continue;
      chosen.add(period);
      kept.push(day);
    }
  }
  return kept.sort((a, b) => b - a);
}
