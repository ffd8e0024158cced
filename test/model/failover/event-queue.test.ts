import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventQueue } from '../../../src/model/failover/event-queue.ts';

interface Taken {
  readonly at: number;
  readonly priority: number;
  readonly subject: number;
  readonly stamp: number;
}

function takeAll(queue: EventQueue): Taken[] {
  const taken: Taken[] = [];
  while (queue.pop()) {
    const { now, priority, subject, stamp } = queue;
    taken.push({ at: now, priority, subject, stamp });
  }
  return taken;
}

const events = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 20 }), priority: fc.integer({ min: 0, max: 255 }) }),
  { maxLength: 300 },
);

test('events come by time, then priority, then in the order in which they were scheduled', () => {
  fc.assert(
    fc.property(events, fc.integer({ min: 0, max: 64 }), (list, capacity) => {
      const queue = new EventQueue(capacity);
      for (const [index, { at, priority }] of list.entries())
        queue.push(at, priority, index, -index);
      const expected = list
        .map(({ at, priority }, subject) => ({ at, priority, subject, stamp: -subject }))
        .sort((a, b) => a.at - b.at || a.priority - b.priority || a.subject - b.subject)
        .map(({ stamp, ...rest }) => ({ ...rest, stamp: stamp === 0 ? 0 : stamp }));
      expect(takeAll(queue)).toEqual(expected);
      expect(queue.size).toBe(0);
    }),
  );
});

test('events that are scheduled while others are taken keep the order', () => {
  fc.assert(
    fc.property(events, (list) => {
      const queue = new EventQueue(4);
      let now = 0;
      for (const { at, priority } of list) {
        queue.push(now + at, priority, 0, 0);
        if (at % 3 === 0 && queue.pop()) {
          expect(queue.now).toBeGreaterThanOrEqual(now);
          now = queue.now;
        }
      }
      const rest = takeAll(queue).map(({ at }) => at);
      expect(rest).toEqual(rest.toSorted((a, b) => a - b));
    }),
  );
});

test('a cleared queue starts anew', () => {
  const queue = new EventQueue();
  queue.push(5, 1, 2, 3);
  queue.clear();
  expect(queue.next).toBe(Number.POSITIVE_INFINITY);
  expect(queue.pop()).toBe(false);
});
