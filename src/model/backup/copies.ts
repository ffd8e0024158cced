import { fromMegabits } from '../units.ts';
import type { CopyPolicy, Medium } from './settings.ts';

/** The copy at another place: what must cross the line each day, and whether it can. */
export interface OffsiteCopy {
  readonly dailyGib: number;
  readonly seedGib: number;
  /** Speed that the line must have to carry a day's changes in the hours allowed. */
  readonly neededMegabits: number;
  /** Null where the line's speed is not known. */
  readonly dailySeconds: number | null;
  readonly seedSeconds: number | null;
  readonly keepsUp: boolean | null;
}

export function offsiteCopy(
  { linkMegabits, linkHours }: CopyPolicy,
  dailyGib: number,
  seedGib: number,
): OffsiteCopy {
  const allowedSeconds = linkHours * 3600;
  const secondsFor = (gib: number) =>
    linkMegabits === null ? null : (gib * 1024) / fromMegabits(linkMegabits);
  const dailySeconds = secondsFor(dailyGib);
  return {
    dailyGib,
    seedGib,
    neededMegabits: (dailyGib * 2 ** 30 * 8) / allowedSeconds / 1e6,
    dailySeconds,
    seedSeconds: secondsFor(seedGib),
    keepsUp: dailySeconds === null ? null : dailySeconds <= allowedSeconds,
  };
}

/** One figure of the rule 3-2-1-1-0, and what there is. */
export interface CopyCheck {
  readonly rule: 'copies' | 'media' | 'offsite' | 'immutable' | 'verified';
  readonly isMet: boolean;
  readonly found: number;
  readonly wanted: number;
}

/**
 * Three copies (the machines themselves count), two kinds of media, one at another place, one offline or
 * unchangeable, no errors when restored on trial.
 *
 * @see https://blocksandfiles.com/2022/01/21/3-2-1-1-0/ (2022-01-21)
 */
export function checkCopies(
  policy: CopyPolicy,
  { hasBackup, isOffsiteByMethod }: { hasBackup: boolean; isOffsiteByMethod: boolean },
): readonly CopyCheck[] {
  const { hasOffsite, repositoryImmutable, offsiteImmutable, verified } = policy;
  const media = new Set<Medium>(['disk']);
  if (hasBackup) media.add(policy.repositoryMedium);
  if (hasOffsite) media.add(policy.offsiteMedium);
  const copies = 1 + Number(hasBackup) + Number(hasOffsite);
  const offsite = Number(hasOffsite || isOffsiteByMethod);
  const immutable =
    Number(hasBackup && repositoryImmutable) + Number(hasOffsite && offsiteImmutable);
  const check = (rule: CopyCheck['rule'], found: number, wanted: number): CopyCheck => ({
    rule,
    isMet: found >= wanted,
    found,
    wanted,
  });
  return [
    check('copies', copies, 3),
    check('media', media.size, 2),
    check('offsite', offsite, 1),
    check('immutable', immutable, 1),
    check('verified', Number(verified), 1),
  ];
}
