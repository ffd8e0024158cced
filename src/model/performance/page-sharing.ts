import { type Gib, gib } from '../units.ts';

export interface PageSharingQuestion {
  /** n: guests of equal size on one host; a whole number, 1 or more. */
  readonly guestCount: number;
  /** m: memory of each. */
  readonly memoryGib: Gib;
  /** s: share of a guest's pages that all guests of its kind have too, 0…1. */
  readonly identicalRatio: number;
  /** g: kinds of guest (operating system and version) among them; from n on, no two are alike. */
  readonly kindCount: number;
}

export interface PageSharing {
  readonly configuredGib: Gib;
  /** n·m·(1 − s): what every guest keeps for itself. */
  readonly ownGib: Gib;
  /** g·m·s: identical pages, kept once a kind. */
  readonly sharedGib: Gib;
  readonly usedGib: Gib;
  readonly savedGib: Gib;
  /** Of what is configured, 0…1. */
  readonly savedRatio: number;
}

/**
 * The memory that n guests take when identical pages are kept once: `n·m·(1 − s) + g·m·s`. With one kind of guest on a
 * host n − 1 copies are saved, with more kinds fewer: the report's advice to put like guests together.
 *
 * An upper bound on the saving: pages shared by unlike guests are not counted, but neither are large pages, which
 * products do not share while memory is plentiful.
 *
 * @example 10 guests of 4 GiB, 35 %, one kind // 27.4 GiB of 40: 31.5 % saved
 */
export function pageSharing(question: PageSharingQuestion): PageSharing {
  const { guestCount, memoryGib, identicalRatio } = question;
  const kindCount = Math.min(question.kindCount, guestCount);
  const configured = guestCount * memoryGib;
  const own = configured * (1 - identicalRatio);
  const shared = kindCount * memoryGib * identicalRatio;
  const saved = (guestCount - kindCount) * memoryGib * identicalRatio;
  return {
    configuredGib: gib(configured),
    ownGib: gib(own),
    sharedGib: gib(shared),
    usedGib: gib(own + shared),
    savedGib: gib(saved),
    savedRatio: saved / configured,
  };
}
