import type { AvailabilityPolicy } from '~/model/availability/policy.ts';
import type { AvailabilityWords } from '~/words/availability.ts';
import type { Language } from '~/words/format.ts';
import type { Words } from '~/words/words.ts';
import type { FailureSession } from './session.ts';

/** What every panel of the tool is given. */
export interface PanelProps {
  readonly language: Language;
  readonly words: Words;
  readonly own: AvailabilityWords;
  readonly session: FailureSession;
}

/** Changes settings of failures, leaving all others as they are. */
export function change(session: FailureSession, part: Partial<AvailabilityPolicy>): void {
  const scenario = session.scenario.peek();
  session.scenario.value = {
    ...scenario,
    availability: { ...scenario.availability, ...part },
  };
}
