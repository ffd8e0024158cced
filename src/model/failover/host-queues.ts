import { at } from '../columns.ts';

/** Priorities are 1 … 5. */
const priorities = 6;

/**
 * Machines that wait on their host for their turn to start: by priority, then first come, first served. Lists are kept
 * in columns, so that queueing allocates nothing.
 */
export class HostQueues {
  /** Machines that start now, by host. */
  readonly busy: Int32Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  private readonly next: Int32Array;

  constructor(hostCount: number, vmCount: number) {
    this.busy = new Int32Array(hostCount);
    this.head = new Int32Array(hostCount * priorities).fill(-1);
    this.tail = new Int32Array(hostCount * priorities).fill(-1);
    this.next = new Int32Array(vmCount).fill(-1);
  }

  add(host: number, priority: number, vm: number): void {
    const list = host * priorities + priority;
    const last = at(this.tail, list);
    if (last < 0) this.head[list] = vm;
    else this.next[last] = vm;
    this.tail[list] = vm;
    this.next[vm] = -1;
  }

  /** Takes the machine whose turn it is; −1: none waits. */
  take(host: number): number {
    for (let list = host * priorities; list < (host + 1) * priorities; list++) {
      const vm = at(this.head, list);
      if (vm < 0) continue;
      const next = at(this.next, vm);
      this.head[list] = next;
      if (next < 0) this.tail[list] = -1;
      return vm;
    }
    return -1;
  }

  /** Forgets all that wait or start on a host. */
  clear(host: number): void {
    this.head.fill(-1, host * priorities, (host + 1) * priorities);
    this.tail.fill(-1, host * priorities, (host + 1) * priorities);
    this.busy[host] = 0;
  }
}
