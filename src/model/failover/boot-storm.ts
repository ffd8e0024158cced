import { EventQueue } from './event-queue.ts';

/**
 * Boots that read from the same storage, each at an equal share of its throughput (processor sharing): n boots take n
 * times as long each. Counted in virtual time, which passes at the share of one boot, so that an arrival or a departure
 * moves no other boot's entry.
 */
export class BootStorm {
  /** When the next boot has read all; infinite while none reads. */
  next = Number.POSITIVE_INFINITY;

  private readonly mibPerSecond: number;
  private readonly isCurrent: (vm: number, stamp: number) => boolean;
  private readonly reading = new EventQueue(64);
  private count = 0;
  /** MiB that a boot would have read which was there from the beginning. */
  private virtualMib = 0;
  private since = 0;

  /** @param isCurrent whether a boot still reads: a machine that was stopped meanwhile has another stamp */
  constructor(mibPerSecond: number, isCurrent: (vm: number, stamp: number) => boolean) {
    this.mibPerSecond = mibPerSecond;
    this.isCurrent = isCurrent;
  }

  get readers(): number {
    return this.count;
  }

  begin(now: number, vm: number, stamp: number, mib: number): void {
    this.advance(now);
    this.reading.push(this.virtualMib + mib, 0, vm, stamp);
    this.count++;
    this.schedule();
  }

  /** A machine that read was stopped: its stamp is no longer current. */
  abandon(now: number): void {
    this.advance(now);
    this.count--;
    this.schedule();
  }

  /** Takes the machine that has read all at `next`. */
  finish(): number {
    const { next } = this;
    const { reading } = this;
    reading.pop();
    this.virtualMib = reading.now;
    this.since = next;
    this.count--;
    const vm = reading.subject;
    this.schedule();
    return vm;
  }

  private advance(now: number): void {
    if (this.count > 0) this.virtualMib += ((now - this.since) * this.mibPerSecond) / this.count;
    this.since = now;
  }

  private schedule(): void {
    const { reading } = this;
    while (reading.size > 0 && !this.isCurrent(reading.nextSubject, reading.nextStamp)) {
      reading.pop();
    }
    if (reading.size === 0) {
      this.next = Number.POSITIVE_INFINITY;
      return;
    }
    const left = Math.max(0, reading.next - this.virtualMib);
    this.next = this.since + (left * this.count) / this.mibPerSecond;
  }
}
