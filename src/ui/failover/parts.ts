import type { FailoverAnswer, FailoverOutcome } from '~/model/failover/answer.ts';
import type { FailoverPolicy, Incident } from '~/model/failover/failover-policy.ts';
import type { HaTimers } from '~/model/failover/ha-timers.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { FailoverWords } from '~/words/failover.ts';
import type { Words } from '~/words/words.ts';
import type { FleetSession } from '../store/fleet-session.ts';
import type { ToolAnswer } from '../store/tool-answer.ts';

/** What the page gives the tool from the site's data, in the reader's language. */
export interface FailoverData {
  readonly profiles: readonly ProfileData[];
  /** The report's failure points, in its order. */
  readonly points: readonly { readonly id: string; readonly name: string; readonly seen: string }[];
}

export interface ProfileData {
  readonly id: string;
  readonly name: string;
  readonly era: string;
  readonly note: string;
  readonly timers: HaTimers;
  readonly origins: readonly {
    readonly name: keyof HaTimers;
    /** Null: assumed. */
    readonly source: {
      readonly title: string;
      readonly url: string | null;
      readonly asOf: string;
      readonly isMedium: boolean;
    } | null;
  }[];
}

export interface FailoverQuestion {
  readonly fleet: Fleet | null;
  readonly scenario: Scenario;
}

/** What every panel of the tool is given. */
export interface FailoverPanelProps {
  readonly words: Words;
  readonly own: FailoverWords;
  readonly session: FleetSession;
  readonly data: FailoverData;
  readonly answering: ToolAnswer<FailoverQuestion, FailoverAnswer>;
}

/** Changes a part of the failover settings. */
export function change(session: FleetSession, part: Partial<FailoverPolicy>) {
  const scenario = session.scenario.peek();
  session.scenario.value = { ...scenario, failover: { ...scenario.failover, ...part } };
}

/** The newest outcome; null where there is none. */
export function outcomeOf(answering: FailoverPanelProps['answering']): FailoverOutcome | null {
  const answer = answering.answered.value?.answer;
  return answer?.kind === 'simulated' ? answer : null;
}

/** Names of hosts and machines as an incident means them. */
export const namesOf =
  (outcome: FailoverOutcome | null) =>
  (kind: 'host' | 'vm', target: number | string): string => {
    if (typeof target === 'string') return target;
    const { hostNames, vmNames } = outcome?.cluster ?? { hostNames: [], vmNames: [] };
    return (kind === 'host' ? hostNames : vmNames)[target] ?? String(target + 1);
  };

/** Whether two incidents break the same thing, whenever. */
export function isSame(one: Incident, other: Incident): boolean {
  const what = ({ atSeconds: _at, lastsSeconds: _lasts, ...rest }: Incident) =>
    JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  return what(one) === what(other);
}

/** Breaks it, or where it is broken already, takes that back. */
export const toggled = (incidents: readonly Incident[], incident: Incident): Incident[] =>
  incidents.some((other) => isSame(other, incident))
    ? incidents.filter((other) => !isSame(other, incident))
    : [...incidents, incident];
