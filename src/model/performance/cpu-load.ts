import { busyUnder, type ContentionCurve, contentionAt } from './contention-curve.ts';
import { erlangC } from './response-time.ts';

/** The processors of one host in one slot. */
export interface CpuQuestion {
  /** Demand ÷ what the processors do without a hypervisor. */
  readonly demandRatio: number;
  /** Throughput in one VM ÷ on the physical machine. */
  readonly efficiency: number;
  readonly curve: ContentionCurve;
  readonly coreCount: number;
  /** vCPUs of all VMs on the host. */
  readonly vcpuCount: number;
  /** k: see {@link overcommitFactor}. */
  readonly overcommitLossRatio: number;
}

export interface CpuLoad {
  /** How busy the processors are, 0…1; Infinity: overloaded, and nothing else holds. */
  readonly busy: number;
  /** R/S: how much longer work takes than it would on this host alone. */
  readonly stretch: number;
  /** (R − S)/R: share of its time that a VM is ready and waits for a processor. */
  readonly readyRatio: number;
  /** Time on the processor ÷ on the physical machine: overhead, contention and overcommitment. */
  readonly slowdown: number;
  /** stretch · slowdown: response time ÷ that of the same work alone on a physical machine. */
  readonly response: number;
}

const overloaded: CpuLoad = {
  busy: Infinity,
  stretch: Infinity,
  readyRatio: 1,
  slowdown: Infinity,
  response: Infinity,
};

/**
 * What work takes longer by because vCPUs wait beyond the processors: `1 + k·min(L ÷ m, V ÷ m − 1)`, L being the mean
 * number of waiting vCPUs (M/M/m), V all vCPUs of the host and m its processors. An idle vCPU never waits, so it costs
 * nothing; with every vCPU flat out the second term holds, and with no more vCPUs than processors it is 0.
 */
export function overcommitFactor(
  question: Pick<CpuQuestion, 'coreCount' | 'vcpuCount' | 'overcommitLossRatio'>,
  busy: number,
): number {
  const { coreCount, vcpuCount, overcommitLossRatio } = question;
  const most = vcpuCount / coreCount - 1;
  if (most <= 0 || overcommitLossRatio === 0) return 1;
  if (busy >= 1) return 1 + overcommitLossRatio * most;
  const waiting = (erlangC(coreCount, coreCount * busy) * busy) / (1 - busy);
  return 1 + overcommitLossRatio * Math.min(most, waiting / coreCount);
}

/**
 * k from a measurement: a job that takes `aloneMinutes` in one guest took `togetherMinutes` in `V ÷ v` such guests on
 * m processors. Sharing alone makes it `V ÷ m` times as long; the rest is the cost of `V ÷ m − 1`.
 *
 * @example overcommitLoss({ aloneMinutes: 147, togetherMinutes: 370, vcpusPerCore: 2 }) // 0.2585: Friedman
 */
export const overcommitLoss = (measured: {
  readonly aloneMinutes: number;
  readonly togetherMinutes: number;
  readonly vcpusPerCore: number;
}) =>
  (measured.togetherMinutes / (measured.aloneMinutes * measured.vcpusPerCore) - 1) /
  (measured.vcpusPerCore - 1);

const mostSteps = 100;

/**
 * How busy the processors of a host are under a demand, and how long work waits for them.
 *
 * Overcommitment makes work longer, which makes the host busier, which makes more vCPUs wait: the smallest busy ratio
 * that agrees with itself is approached from below, and there is none where the host is overloaded.
 */
export function cpuLoad(question: CpuQuestion): CpuLoad {
  const { demandRatio, efficiency, curve, coreCount } = question;
  const asked = demandRatio / efficiency;
  let busy = busyUnder(curve, asked);
  let factor = 1;
  for (let step = 0; busy < 1; step++) {
    factor = overcommitFactor(question, busy);
    const next = busyUnder(curve, asked * factor);
    const isSettled = next - busy <= 1e-12 * busy;
    busy = next;
    if (isSettled) break;
    // So slow an approach happens only at the brink of overload.
    if (step >= mostSteps) busy = Infinity;
  }
  if (!(busy < 1)) return overloaded;
  const wait = erlangC(coreCount, coreCount * busy) / (coreCount * (1 - busy));
  const stretch = 1 + wait;
  const slowdown = factor / (efficiency * contentionAt(curve, busy));
  return { busy, stretch, readyRatio: wait / stretch, slowdown, response: stretch * slowdown };
}

/**
 * The highest demand ratio that the processors carry: beyond it they are overloaded. Looked for at 256 steps of how
 * busy they are, so at most a hair too low.
 */
export function mostDemandRatio(question: Omit<CpuQuestion, 'demandRatio'>): number {
  const steps = 256;
  let most = 0;
  for (let step = 1; step <= steps; step++) {
    const busy = step / steps;
    const carried = (busy * contentionAt(question.curve, busy)) / overcommitFactor(question, busy);
    most = Math.max(most, carried * question.efficiency);
  }
  return most;
}
