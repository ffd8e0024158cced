import type { PolicyId } from './settings.ts';

/**
 * What a rule set consists of: Table 5's three columns, each by name. The strategies of these names are functions in
 * `triggers.ts` and `choices.ts`.
 */
export interface RuleSet {
  readonly id: PolicyId;
  /** When a host must be relieved. */
  readonly trigger: 'uneven' | 'cpu-over' | 'cpu-and-memory-over' | 'over-or-expected';
  /** Which machine moves, and where to. */
  readonly choice: 'evens-best' | 'fits-lowest-cpu' | 'highest-load' | 'least-peak';
  /** What is left alone for a while after a move. */
  readonly rests: 'nothing' | 'receiving-host' | 'machine';
  /** May empty hosts and switch them off. */
  readonly maySwitchOff: boolean;
}

/**
 * Table 5 of the report, and ours.
 *
 * A acts when load is uneven and moves what evens best (CPU and memory; the first host by name among equals).
 * B acts when CPU stays over its threshold; a machine goes where nothing watched exceeds its threshold afterwards, to
 * the host with the lowest CPU; the receiving host then rests. C acts when CPU and memory both stay over; the machine
 * with the highest load goes where its CPU reserve is free, to the lowest (or highest) load.
 * Ours acts on what is over or, by yesterday's same hours, will be; of the moves that keep both hosts under their
 * thresholds it takes the shortest.
 *
 * What the report leaves open (it calls the details of A undisclosed) is chosen here and said in README.md.
 */
export const ruleSets: readonly RuleSet[] = [
  { id: 'A', trigger: 'uneven', choice: 'evens-best', rests: 'nothing', maySwitchOff: false },
  {
    id: 'B',
    trigger: 'cpu-over',
    choice: 'fits-lowest-cpu',
    rests: 'receiving-host',
    maySwitchOff: false,
  },
  {
    id: 'C',
    trigger: 'cpu-and-memory-over',
    choice: 'highest-load',
    rests: 'nothing',
    maySwitchOff: false,
  },
  {
    id: 'ours',
    trigger: 'over-or-expected',
    choice: 'least-peak',
    rests: 'machine',
    maySwitchOff: true,
  },
];
