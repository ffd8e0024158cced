/**
 * What a product does when something fails, and after how long: the rules that the simulation follows. Values come
 * from data (`content/data/ha/`), and the reader may change each.
 */
export interface HaTimers {
  /** How often the hosts say that they live. */
  readonly heartbeatSeconds: number;
  /** Silence, from the first heartbeat that fails to come, until a host counts as silent. */
  readonly detectionSeconds: number;
  /** From silent to declared: asking again by other ways. */
  readonly declarationSeconds: number;
  /** Time that a declared host is left alone on purpose before its machines are taken over. */
  readonly graceSeconds: number;
  /** Added where the silent host led the cluster: another leader is elected first. */
  readonly primarySeconds: number;
  /** After so long a host that hears nobody counts itself as isolated; null: it never does. */
  readonly isolationSeconds: number | null;
  /** What an isolated host does with its machines. */
  readonly isolationResponse: 'leave' | 'power-off';
  /** Who may act: anybody, or only hosts that hear more than half of all votes. */
  readonly quorum: 'none' | 'majority';
  /** After so long without quorum a host resets itself; null: it runs on. */
  readonly selfFenceSeconds: number | null;
  /** `power`: a declared host is switched off through its own power interface before its machines are restarted. */
  readonly fencing: 'none' | 'power';
  /** How long that takes, or how long it is waited for a host to have reset itself. */
  readonly fencingSeconds: number;
  /** How long the lock of a host that does not renew it keeps others from its machines' files; null: no lock. */
  readonly lockSeconds: number | null;
  /** Until a restart that became possible is placed: the interval of the manager's rounds. */
  readonly roundSeconds: number;
  /** Machines that one host starts at the same time. */
  readonly startsPerHost: number;
  /** Further attempts after a start that failed, and the wait before each. */
  readonly retryCount: number;
  readonly retrySeconds: number;
  /** After so long a host without storage gives up its machines, to be restarted elsewhere; null: nothing happens. */
  readonly storageSeconds: number | null;
  /** After so long a machine that stopped is started again; null: it is not. */
  readonly vmRestartSeconds: number | null;
  /** After so long a hung guest is reset; null: nobody looks into guests. */
  readonly guestSeconds: number | null;
  /** After so long the machines of a host without the machines' network are moved; null: it is not noticed. */
  readonly publicSeconds: number | null;
  /** Whether restarts need the management server. */
  readonly needsManager: boolean;
}

/** All rules, timers in the order in which they pass. */
export const timerNames = [
  'heartbeatSeconds',
  'detectionSeconds',
  'declarationSeconds',
  'graceSeconds',
  'primarySeconds',
  'isolationSeconds',
  'isolationResponse',
  'quorum',
  'selfFenceSeconds',
  'fencing',
  'fencingSeconds',
  'lockSeconds',
  'roundSeconds',
  'startsPerHost',
  'retryCount',
  'retrySeconds',
  'storageSeconds',
  'vmRestartSeconds',
  'guestSeconds',
  'publicSeconds',
  'needsManager',
] as const satisfies readonly (keyof HaTimers)[];
