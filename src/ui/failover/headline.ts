import type { FailoverOutcome } from '~/model/failover/answer.ts';
import type { FailoverWords } from '~/words/failover.ts';

/** The answer in one sentence. */
export function headline(outcome: FailoverOutcome, { answer, duration }: FailoverWords): string {
  const { vms, notRestarted, restartedAllSeconds } = outcome;
  if (vms.length === 0) return answer.nothing;
  return restartedAllSeconds === null
    ? answer.someDown(notRestarted, vms.length)
    : answer.allBack(vms.length, duration(restartedAllSeconds));
}
