import type { NotConverging, Throttle } from './settings.ts';

/** One machine's live migration, with what its product does when the copy does not catch up. */
export interface MoveQuestion {
  readonly memoryMib: number;
  /** How fast the guest changes its memory when nothing slows it down. */
  readonly dirtyMibPerSecond: number;
  readonly bandwidthMibPerSecond: number;
  readonly downtimeLimitSeconds: number;
  readonly maxRounds: number;
  readonly whenNotConverging: NotConverging;
  readonly throttle: Throttle;
  /** Disk to copy beforehand; 0 on shared storage. */
  readonly diskMib: number;
  readonly storageMibPerSecond: number;
}

export interface MoveRound {
  readonly copiedMib: number;
  readonly seconds: number;
  readonly leftMib: number;
  /** Share of its CPU time that the guest was denied during the round. */
  readonly throttleRatio: number;
}

export type MachineMove =
  | {
      readonly kind: 'moved';
      /** How it ended: `pre-copy` within the limit; the others by what the product does instead. */
      readonly by: 'pre-copy' | Exclude<NotConverging, 'fail'>;
      readonly rounds: readonly MoveRound[];
      /** The guest stands still so long; 0 where it goes on at the target at once (post-copy). */
      readonly downtimeSeconds: number;
      /** After the switch of a post-copy the guest waits for single pages; 0 otherwise. */
      readonly fetchingSeconds: number;
      readonly diskSeconds: number;
      readonly totalSeconds: number;
      /** Everything that crossed the network. */
      readonly sentMib: number;
    }
  /** The guest stays where it is. No time exists. */
  | {
      readonly kind: 'fails';
      readonly reason: 'never-converges' | 'out-of-rounds';
      readonly rounds: readonly MoveRound[];
    };

/**
 * Moves one machine: a copy of its disk where that is needed, pre-copy in rounds (see `pre-copy.ts`), and, where the
 * rounds do not get small enough, what the product does about it. Without any of that the figures are those of
 * `preCopy`.
 */
export function moveMachine(question: MoveQuestion): MachineMove {
  const { bandwidthMibPerSecond: bandwidth, whenNotConverging: fallback } = question;
  const mayFail = fallback === 'fail' || fallback === 'auto-converge';
  const isHopeless = leastDirty(question) >= bandwidth;
  if (isHopeless && mayFail) return { kind: 'fails', reason: 'never-converges', rounds: [] };
  const { rounds, leftMib } = copyRounds(question);
  const rest = leftMib / bandwidth;
  const isInTime = !isHopeless && rest <= question.downtimeLimitSeconds;
  if (!isInTime && mayFail) return { kind: 'fails', reason: 'out-of-rounds', rounds };
  const by = isInTime ? inTime(rounds) : fallback === 'post-copy' ? 'post-copy' : 'stop';
  const diskSeconds = secondsForDisk(question);
  return {
    kind: 'moved',
    by,
    rounds,
    downtimeSeconds: by === 'post-copy' ? 0 : rest,
    fetchingSeconds: by === 'post-copy' ? rest : 0,
    diskSeconds,
    totalSeconds: diskSeconds + total(rounds, 'seconds') + rest,
    sentMib: question.diskMib + total(rounds, 'copiedMib') + leftMib,
  };
}

const inTime = (rounds: readonly MoveRound[]) =>
  rounds.some(({ throttleRatio }) => throttleRatio > 0) ? 'auto-converge' : 'pre-copy';

const secondsForDisk = ({ diskMib, storageMibPerSecond, bandwidthMibPerSecond }: MoveQuestion) =>
  diskMib === 0 ? 0 : diskMib / Math.min(bandwidthMibPerSecond, storageMibPerSecond);

const total = (rounds: readonly MoveRound[], figure: 'seconds' | 'copiedMib') =>
  rounds.reduce((sum, round) => sum + round[figure], 0);

/** The slowest that the guest can be made to change its memory. */
const leastDirty = ({ dirtyMibPerSecond, whenNotConverging, throttle }: MoveQuestion) =>
  whenNotConverging === 'auto-converge'
    ? dirtyMibPerSecond * (1 - throttle.mostRatio)
    : dirtyMibPerSecond;

function copyRounds(question: MoveQuestion) {
  const { memoryMib, bandwidthMibPerSecond: bandwidth, dirtyMibPerSecond, throttle } = question;
  const rounds: MoveRound[] = [];
  let leftMib = memoryMib;
  let throttleRatio = 0;
  while (leftMib / bandwidth > question.downtimeLimitSeconds && rounds.length < most(question)) {
    const copiedMib = leftMib;
    const lasts = copiedMib / bandwidth;
    leftMib = Math.min(memoryMib, dirtyMibPerSecond * (1 - throttleRatio) * lasts);
    rounds.push({ copiedMib, seconds: lasts, leftMib, throttleRatio });
    if (question.whenNotConverging === 'auto-converge') {
      const isStuck = leftMib > throttle.triggerRatio * copiedMib;
      if (isStuck) throttleRatio = slower(throttleRatio, throttle);
    }
  }
  return { rounds, leftMib };
}

/** Where the copy cannot catch up, post-copy switches after everything was sent once. */
const most = ({ dirtyMibPerSecond, bandwidthMibPerSecond, ...question }: MoveQuestion) =>
  question.whenNotConverging === 'post-copy' && dirtyMibPerSecond >= bandwidthMibPerSecond
    ? Math.min(1, question.maxRounds)
    : question.maxRounds;

const slower = (ratio: number, { firstRatio, stepRatio, mostRatio }: Throttle) =>
  Math.min(mostRatio, ratio === 0 ? firstRatio : ratio + stepRatio);
