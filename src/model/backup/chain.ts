/** How many full and incremental backups a repository holds at its fullest. */
export interface ChainCounts {
  /** Full backups of the usual retention. */
  readonly fulls: number;
  readonly increments: number;
  /** Full backups kept longer: weekly, monthly, yearly. */
  readonly archives: number;
}

export interface ChainQuestion {
  readonly kind: 'forever' | 'synthetic' | 'active';
  /** Backups to keep. */
  readonly points: number;
  /** Backups from one full to the next. */
  readonly pointsPerFull: number;
  readonly weekly: number;
  readonly monthly: number;
  readonly yearly: number;
}

/**
 * The counts of the usual formula, at the moment before the oldest chain is deleted: a chain goes only when as many
 * newer backups exist as are to be kept, because what is kept may rest on its first backup.
 *
 * @see Veeam, Restore Point Simulator: F = 1, R = points − 1 for forever-incremental; F = weeks + 1, R = 7F − F
 *   for weekly fulls (blog.dewin.me, 2015-08); up to 45 points for 14 with monthly fulls (Best Practices 7.0)
 * @example chainCounts({ kind: 'active', points: 14, pointsPerFull: 7, … }) // fulls 3, increments 18
 */
export function chainCounts(question: ChainQuestion): ChainCounts {
  const { kind, points, pointsPerFull } = question;
  const archives = question.weekly + question.monthly + question.yearly;
  if (kind === 'forever') return { fulls: 1, increments: points - 1, archives };
  const fulls = Math.ceil(points / pointsPerFull) + 1;
  return { fulls, increments: points + pointsPerFull - fulls, archives };
}

export interface SizeQuestion {
  readonly dataGib: number;
  /** What reduction leaves: C. */
  readonly keptRatio: number;
  /** Share of the data that changes from one backup to the next: d. */
  readonly changeRatio: number;
}

/**
 * C·(F·Data + R·d·Data): what the backups of a chain occupy.
 *
 * @see Veeam, formula of the Restore Point Simulator (blog.dewin.me, 2015-08-05)
 * @example chainSizeGib({ fulls: 3, increments: 18, archives: 0 }, { dataGib: 1000, keptRatio: 0.5, changeRatio: 0.1 }) // 2400
 */
export const chainSizeGib = (
  { fulls, increments, archives }: ChainCounts,
  { dataGib, keptRatio, changeRatio }: SizeQuestion,
) => keptRatio * ((fulls + archives) * dataGib + increments * Math.min(1, changeRatio) * dataGib);

const daysPerMonth = 365.25 / 12;
const daysPerYear = 365.25;

/**
 * The same where a full backup shares unchanged blocks with its predecessor: one full, and for every further backup
 * what changed since the one before it, at most everything.
 *
 * @see Veeam Best Practice Guide, 'Repository storage': block cloning saves space for synthetic fulls and GFS points;
 *   the formula is our restatement
 */
export function clonedSizeGib(chain: ChainQuestion, size: SizeQuestion, perDay: number): number {
  const { fulls, increments } = chainCounts(chain);
  const share = (days: number) => Math.min(1, size.changeRatio * perDay * days);
  const shares =
    1 +
    (fulls + increments - 1) * Math.min(1, size.changeRatio) +
    chain.weekly * share(7) +
    chain.monthly * share(daysPerMonth) +
    chain.yearly * share(daysPerYear);
  return size.keptRatio * size.dataGib * shares;
}
