import { formatFor } from '../format.ts';

const { count } = formatFor('en');
const things = (n: number, one: string, many: string) => `${count(n)} ${n === 1 ? one : many}`;

export const placementWords = {
  moves: {
    title: 'Moves from today',
    off: 'The plan starts afresh. To go on from where machines run today, set “Moves that a host is worth” among the rules; the moves are then listed here in an order that can be carried out.',
    summary: (moves: number, stays: number) =>
      `${things(moves, 'move', 'moves')}; ${things(stays, 'machine stays', 'machines stay')} where it is.`.replace(
        'machines stay where it is',
        'machines stay where they are',
      ),
    freed: (names: readonly string[]) =>
      names.length === 0
        ? 'No host of today becomes free.'
        : `${things(names.length, 'host', 'hosts')} of today not needed any more: ${names.join(', ')}.`,
    fromScratch: (hosts: number, moves: number) =>
      `For comparison: a plan afresh has ${things(hosts, 'host', 'hosts')} and ${things(moves, 'move', 'moves')}.`,
    none: 'Nothing moves.',
    table: 'Moves, in the order in which they are to be made',
    tableHelp:
      'At each step the target holds the machine beside all that it has at that time, in every hour and under the target utilization; machines that must keep apart do not meet.',
    head: ['#', 'Machine', 'From', 'To'] as readonly string[],
    detour: (to: string) => `${to} (on the way: its own host has no room yet)`,
    more: (n: number) => `${count(n)} more in the CSV file.`,
    blocked: (n: number) =>
      `${things(n, 'machine reaches', 'machines reach')} the planned host in no order that was found, not even by way of another host:`,
    blockedLine: (workload: string, to: string, short: string | null) =>
      short === null
        ? `${workload} → ${to}: a rule stands against it`
        : `${workload} → ${to}: not enough ${short}`,
    download: 'Moves (CSV)',
    csv: ['step', 'workload', 'from', 'to', 'on_the_way'] as readonly string[],
  },
};
