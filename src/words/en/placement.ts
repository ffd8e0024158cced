import type { Verdict, WhyNot } from '../../model/consolidation/explain.ts';
import { formatFor } from '../format.ts';
import type { PlacementContext } from '../placement.ts';

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
  whyHere: {
    title: 'Why does a machine sit there?',
    help: 'Type a name: every host of the plan then says whether it could hold that machine now, and if not, what stops it. Utilization targets count, failures do not.',
    machine: 'Machine',
    unknown: 'No planned machine has this name.',
    on: (name: string, host: string) => `${name} is on ${host}.`,
    together: (names: readonly string[]) =>
      `It must share a host with ${names.join(', ')}, so all are asked for together.`,
    summary: (room: number, all: number) =>
      room === 0
        ? `None of the other ${count(all)} hosts could hold it now.`
        : `${count(room)} of the other ${count(all)} hosts could hold it now as well: where it sits is then a matter of filling hosts evenly, not of need.`,
    table: 'What each host says',
    head: ['Host', 'Answer'] as readonly string[],
    more: (n: number) => `${count(n)} more hosts are not shown.`,
    asking: 'Asking the hosts…',
    verdict: (verdict: Verdict, context: PlacementContext): string => {
      switch (verdict.kind) {
        case 'here':
          return 'It is here.';
        case 'room':
          return 'Has room for it.';
        case 'short':
          return `Too little ${context.resource(verdict.resource, verdict.slot)}: ${context.amount(verdict.resource, verdict.needed)} needed, ${context.amount(verdict.resource, verdict.free)} free.`;
        case 'count':
          return `Holds as many VMs as a host may (${count(verdict.most)}).`;
        case 'apart':
          return `Holds ${context.name(verdict.from)}, which it must keep away from.`;
        case 'domain':
          return `Failure domain ${count(verdict.domain + 1)} holds its share (${count(verdict.most)}) already.`;
        case 'not-allowed':
          return 'A rule keeps it off this host (host type or host group).';
      }
    },
  },
  whyNot: {
    title: 'Why not fewer hosts?',
    wish: 'Hosts wished for',
    help: 'Spare hosts included.',
    say: (answer: WhyNot, hosts: number, context: PlacementContext): string => {
      switch (answer.kind) {
        case 'planned':
          return `${things(hosts, 'host is', 'hosts are')} enough: the plan needs no more.`;
        case 'sum': {
          const left = answer.isInFailure
            ? `With ${things(hosts, 'host', 'hosts')}, ${count(answer.hostsLeft)} are left after the failures to tolerate. They`
            : `${things(answer.hostsLeft, 'host that carries load', 'hosts that carry load')}`;
          return `Impossible. ${left} offer at most ${context.amount(answer.resource, answer.offered)} of ${context.resource(answer.resource, answer.slot)}, and all machines together need ${context.amount(answer.resource, answer.demand)}.`;
        }
        case 'bound':
          return `Impossible: at least ${things(answer.lowerBound, 'host is', 'hosts are')} needed, as ${context.boundBy(answer.by)} shows.`;
        case 'open':
          return `Not proven impossible (at least ${things(answer.lowerBound, 'host is', 'hosts are')} needed), but no such plan was found. More effort or more seeds may find one.`;
      }
    },
  },
};
