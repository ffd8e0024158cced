import type { MeasuredResource } from '../fleet/resources.ts';

export const policyIds = ['A', 'B', 'C', 'ours'] as const;
/** Table 5's three products, and ours. */
export type PolicyId = (typeof policyIds)[number];

/** How machines are moved while they run. Table 5 tells the rules, but none of their figures: these are the reader's. */
export interface BalancingSettings {
  readonly policy: PolicyId;
  /** `recommend`: moves are proposed and none is made. */
  readonly mode: 'automatic' | 'recommend';
  /** A host above one of these is overloaded. */
  readonly thresholdRatio: Readonly<Record<Extract<MeasuredResource, 'cpu' | 'memory'>, number>>;
  /** So long over its threshold, and a rule acts. */
  readonly holdSeconds: number;
  /** How often the rules look. */
  readonly intervalSeconds: number;
  /** After a move: B leaves the receiving host alone so long, ours the machine. */
  readonly cooldownSeconds: number;
  /** A acts where the standard deviation of the hosts' CPU or memory use exceeds this. */
  readonly imbalanceRatio: number;
  /** C asks for this share of the machine's provisioned CPU to be free on the target. */
  readonly reserveRatio: number;
  /** C's option: the host with the lowest load, or fill one before the next. */
  readonly target: 'lowest' | 'highest';
  /** Ours may empty hosts and switch them off. */
  readonly switchOff: boolean;
  /** Cores that one running migration takes on each of its two hosts. */
  readonly moveCores: number;
  /** `given`: all rules start from the same placement; `arrival`: each places the machines one by one itself. */
  readonly start: 'given' | 'arrival';
  /** A machine that is to be added: each rule says where. */
  readonly newMachine: {
    readonly vcpus: number;
    readonly cpuMhz: number;
    readonly memoryGib: number;
  };
  /** Days of the profile to run, from its beginning. */
  readonly days: number;
}
