import type { HaTimers } from './ha-timers.ts';

/** What the failover question asks beside the fleet: which cluster, which rules, and what breaks when. */
export interface FailoverPolicy {
  /** The plan's cluster, today's hosts, or the report's test bed of two hosts, which needs no fleet. */
  readonly cluster: 'plan' | 'today' | 'test-bed';
  /** The profile that the timers began with; only a name. */
  readonly profile: string;
  readonly timers: HaTimers;
  /** A vote beside the hosts' where their number is even: on the shared disk, or reached over the public network. */
  readonly witness: 'none' | 'disk' | 'network';
  /** Cards that each host has for each network, each on a switch of its own; 2: teamed. */
  readonly cards: Readonly<Record<NetworkName, number>>;
  /** Whether heartbeats also run over the public network. */
  readonly heartbeatOverPublic: boolean;
  /** Racks that the hosts stand in, evenly and in their order. */
  readonly rackCount: number;
  /** Throughput of the shared storage that boots share. */
  readonly storageMibPerSecond: number;
  /** Boot times vary by this share to either side. */
  readonly bootSpreadRatio: number;
  /** Share of starts that fail and are tried again. */
  readonly startFailureRatio: number;
  /** From a host's repair to its return. */
  readonly hostBootSeconds: number;
  /** `one-by-one`: each machine to the least loaded host, in order of priority; `planned`: all together, so that most fit. */
  readonly placement: 'one-by-one' | 'planned';
  /** Whether machines return to a repaired host; each move takes so long; null: they stay. */
  readonly failBackSeconds: number | null;
  /** After so long a machine starts without those it waits for; null: it waits. */
  readonly dependencySeconds: number | null;
  /** The first class that fits a machine counts; one that matches all should be the last. */
  readonly classes: readonly VmClass[];
  readonly incidents: readonly Incident[];
  /** How long is watched. */
  readonly horizonSeconds: number;
  /** Repetitions with other random numbers, for the distribution of downtime. */
  readonly runs: number;
}

export const networkNames = ['public', 'management', 'storage'] as const;
export type NetworkName = (typeof networkNames)[number];

/** Machines that are treated alike. */
export interface VmClass {
  readonly id: string;
  /** Label of the fleet and a text within it (capitals do not count); null: every machine. */
  readonly match: { readonly label: ClassLabel; readonly text: string } | null;
  /** 1 starts first. */
  readonly priority: number;
  /** What was promised; null: nothing. */
  readonly rtoSeconds: number | null;
  readonly bootReadMib: number;
  readonly bootSeconds: number;
  readonly applicationSeconds: number;
  /** Class whose machines of the same application must answer first; null: none. */
  readonly after: string | null;
}

export const classLabels = [
  'name',
  'application',
  'environment',
  'folder',
  'os',
  'cluster',
] as const;
export type ClassLabel = (typeof classLabels)[number];

interface Timed {
  readonly atSeconds: number;
  /** Until it is repaired; null: not within the time watched. */
  readonly lastsSeconds: number | null;
}

/** Something that breaks. Hosts and machines by their place in the cluster (from 0), or by name in a file. */
export type Incident =
  | (Timed & { readonly kind: 'host'; readonly host: number | string })
  | (Timed & { readonly kind: 'rack'; readonly rack: number })
  /** All hosts, the storage and the networks at once. */
  | (Timed & { readonly kind: 'power' })
  | (Timed & { readonly kind: 'vm' | 'guest'; readonly vm: number | string })
  /** A whole network. */
  | (Timed & { readonly kind: 'network'; readonly network: NetworkName })
  /** One switch of a network: with teamed cards the others carry on. */
  | (Timed & { readonly kind: 'switch'; readonly network: NetworkName })
  /** One card of a host, or all of the host's for this network. */
  | (Timed & {
      readonly kind: 'card' | 'link';
      readonly host: number | string;
      readonly network: NetworkName;
    })
  | (Timed & { readonly kind: 'storage' | 'manager' })
  /** The management network falls in two: the first so many hosts, and the rest. */
  | (Timed & { readonly kind: 'partition'; readonly hosts: number });
