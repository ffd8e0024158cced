import { type Seconds, seconds } from '../units.ts';

export interface RestartQuestion {
  /** How often the hosts say that they live. */
  readonly heartbeatSeconds: Seconds;
  /** Heartbeats that must fail to come before a host counts as silent. */
  readonly missedHeartbeats: number;
  /** From silence to the first restart: asking again, declaring the failure, fencing, expiry of locks, placement. */
  readonly declarationSeconds: Seconds;
  /** Virtual machines that the failed host carried; a whole number, 1 or more. */
  readonly vmCount: number;
  /** Hosts that take them in; a whole number, 1 or more. */
  readonly hostCount: number;
  /** Machines that one host starts at the same time; a whole number, 1 or more. */
  readonly startsPerHost: number;
  /** Power-on and boot of a guest, while as many boot as may at once. */
  readonly bootSeconds: Seconds;
  /** From the booted guest to the application that answers. */
  readonly applicationSeconds: Seconds;
}

/** What time passes with, in order; `atSeconds` after the failure it is over. */
export interface RestartStep {
  readonly step: 'detection' | 'declaration' | 'boot' | 'application';
  readonly seconds: Seconds;
  readonly atSeconds: Seconds;
}

export interface RestartTime {
  /** Groups of machines that start one after the other. */
  readonly waveCount: number;
  /** The guests of the first group have booted. */
  readonly firstGuestsSeconds: Seconds;
  /** All guests have booted: what the report measured. */
  readonly guestsSeconds: Seconds;
  /** The last application answers: what users wait for. */
  readonly servicesSeconds: Seconds;
  readonly because: readonly RestartStep[];
}

/**
 * From a host's failure to its machines' return, in closed form: `h·m + d + ⌈n ÷ (k·c)⌉·b + a`. Machines start in
 * groups of k·c, each waiting for the one before; an application starts as soon as its guest is up.
 *
 * A lower bound with equal machines that all find room; what a boot storm does to shared storage must be in b.
 *
 * @example 1 s × 15, 3 s, 8 machines, 1 host, 4 at once, 30 s, 30 s // guests up after 78 s, services after 108 s
 */
export function restartTime(question: RestartQuestion): RestartTime {
  const { vmCount, hostCount, startsPerHost, bootSeconds } = question;
  const waveCount = Math.ceil(vmCount / (hostCount * startsPerHost));
  const parts = [
    { step: 'detection', lasts: question.heartbeatSeconds * question.missedHeartbeats },
    { step: 'declaration', lasts: question.declarationSeconds },
    { step: 'boot', lasts: waveCount * bootSeconds },
    { step: 'application', lasts: question.applicationSeconds },
  ] as const;
  let at = 0;
  const because = parts.map(({ step, lasts }): RestartStep => {
    at += lasts;
    return { step, seconds: seconds(lasts), atSeconds: seconds(at) };
  });
  const guests = at - question.applicationSeconds;
  return {
    waveCount,
    firstGuestsSeconds: seconds(guests - (waveCount - 1) * bootSeconds),
    guestsSeconds: seconds(guests),
    servicesSeconds: seconds(at),
    because,
  };
}
