/**
 * Events in the order in which they happen: by time; at one instant by priority (lower first); then in the order in
 * which they were scheduled. So a seed decides a whole run.
 *
 * A heap of four children a node in typed arrays, that grow by doubling: scheduling and taking allocate nothing. The
 * second key holds priority and serial in one number (priority · 2⁴⁵ + serial), which is exact.
 *
 * @example
 * queue.push(10, hostFails, 3, 0);
 * while (queue.pop()) handle(queue.priority, queue.subject, queue.stamp, queue.now);
 */
export class EventQueue {
  /** Of the event taken last. */
  now = 0;
  priority = 0;
  subject = 0;
  stamp = 0;

  private count = 0;
  private serial = 0;
  private times: Float64Array;
  private orders: Float64Array;
  private subjects: Int32Array;
  private stamps: Int32Array;

  constructor(capacity = 1024) {
    this.times = new Float64Array(capacity);
    this.orders = new Float64Array(capacity);
    this.subjects = new Int32Array(capacity);
    this.stamps = new Int32Array(capacity);
  }

  get size(): number {
    return this.count;
  }

  /** Time of the next event; infinite where none waits. */
  get next(): number {
    return this.count === 0 ? Number.POSITIVE_INFINITY : (this.times[0] as number);
  }

  /** Subject and stamp of the next event, while there is one. */
  get nextSubject(): number {
    return this.subjects[0] as number;
  }

  get nextStamp(): number {
    return this.stamps[0] as number;
  }

  /**
   * Schedules an event.
   *
   * @param priority 0 … 255; usually tells the kind of event as well
   * @param subject what it happens to: a row of a host, of a machine …
   * @param stamp any whole number of 32 bits; usually a version by which its receiver knows whether it still counts
   */
  push(at: number, priority: number, subject: number, stamp: number): void {
    if (this.count === this.times.length) this.grow();
    const order = priority * serials + this.serial++;
    const { times, orders, subjects, stamps } = this;
    let place = this.count++;
    while (place > 0) {
      const parent = (place - 1) >> 2;
      const time = times[parent] as number;
      if (time < at || (time === at && (orders[parent] as number) < order)) break;
      times[place] = time;
      orders[place] = orders[parent] as number;
      subjects[place] = subjects[parent] as number;
      stamps[place] = stamps[parent] as number;
      place = parent;
    }
    times[place] = at;
    orders[place] = order;
    subjects[place] = subject;
    stamps[place] = stamp;
  }

  /** Takes the next event into `now`, `priority`, `subject` and `stamp`; false where none is left. */
  pop(): boolean {
    if (this.count === 0) return false;
    const { times, orders, subjects, stamps } = this;
    this.now = times[0] as number;
    this.priority = Math.floor((orders[0] as number) / serials);
    this.subject = subjects[0] as number;
    this.stamp = stamps[0] as number;
    this.count--;
    if (this.count > 0) this.sink(this.count);
    return true;
  }

  clear(): void {
    this.count = 0;
    this.serial = 0;
    this.now = 0;
  }

  /** Puts the event of a place behind the end where the first one was, and down to where it belongs. */
  private sink(last: number): void {
    const { times, orders, subjects, stamps, count } = this;
    const at = times[last] as number;
    const order = orders[last] as number;
    let place = 0;
    for (;;) {
      const child = this.earliestChild(place);
      if (child >= count) break;
      const time = times[child] as number;
      if (time > at || (time === at && (orders[child] as number) > order)) break;
      times[place] = time;
      orders[place] = orders[child] as number;
      subjects[place] = subjects[child] as number;
      stamps[place] = stamps[child] as number;
      place = child;
    }
    times[place] = at;
    orders[place] = order;
    subjects[place] = subjects[last] as number;
    stamps[place] = stamps[last] as number;
  }

  private earliestChild(place: number): number {
    const { times, orders, count } = this;
    let best = place * 4 + 1;
    const end = Math.min(best + 4, count);
    for (let child = best + 1; child < end; child++) {
      const time = times[child] as number;
      const least = times[best] as number;
      if (
        time < least ||
        (time === least && (orders[child] as number) < (orders[best] as number))
      ) {
        best = child;
      }
    }
    return best;
  }

  private grow(): void {
    const length = Math.max(16, this.times.length * 2);
    this.times = grown(this.times, new Float64Array(length));
    this.orders = grown(this.orders, new Float64Array(length));
    this.subjects = grown(this.subjects, new Int32Array(length));
    this.stamps = grown(this.stamps, new Int32Array(length));
  }
}

/** 2⁴⁵ events may be scheduled in one run; with 8 bits of priority both fit in the 53 bits of a number. */
const serials = 2 ** 45;

function grown<Column extends Float64Array | Int32Array>(old: Column, fresh: Column): Column {
  fresh.set(old);
  return fresh;
}
