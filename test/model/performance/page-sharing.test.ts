import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageSharing } from '../../../src/model/performance/page-sharing.ts';
import { gib } from '../../../src/model/units.ts';

const count = fc.integer({ min: 1, max: 200 });
const questions = fc.record({
  guestCount: count,
  memoryGib: fc.double({ min: 0.25, max: 512, noNaN: true }).map(gib),
  identicalRatio: fc.double({ min: 0, max: 1, noNaN: true }),
  kindCount: count,
});

test('used and saved are what is configured; nothing is saved that is not shared', () => {
  fc.assert(
    fc.property(questions, (asked) => {
      const answer = pageSharing(asked);
      expect((answer.usedGib + answer.savedGib) / answer.configuredGib).toBeCloseTo(1, 9);
      expect(answer.savedRatio).toBeGreaterThanOrEqual(0);
      expect(answer.savedRatio).toBeLessThanOrEqual(asked.identicalRatio);
    }),
  );
});

test('the more kinds of guest on a host, the less is saved; without two alike, nothing', () => {
  fc.assert(
    fc.property(questions, (asked) => {
      const more = { ...asked, kindCount: asked.kindCount + 1 };
      expect(pageSharing(more).savedGib).toBeLessThanOrEqual(pageSharing(asked).savedGib);
      expect(pageSharing({ ...asked, kindCount: asked.guestCount }).savedGib).toBe(0);
    }),
  );
});

test('agrees with pages that are counted one by one', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 0, max: 64 }),
      (guests, kinds, identicalPages) => {
        // 64 pages a guest; the first ones carry the kind's name, the others the guest's own.
        const pages = new Set<string>();
        for (let guest = 0; guest < guests; guest++) {
          for (let page = 0; page < 64; page++) {
            const owner = page < identicalPages ? `kind ${guest % kinds}` : `guest ${guest}`;
            pages.add(`${owner} ${page}`);
          }
        }
        const { usedGib } = pageSharing({
          guestCount: guests,
          memoryGib: gib(64),
          identicalRatio: identicalPages / 64,
          kindCount: kinds,
        });
        expect(usedGib).toBeCloseTo(pages.size, 9);
      },
    ),
  );
});

test('ten like guests of 4 GiB with 35 % identical pages take 27.4 GiB', () => {
  const answer = pageSharing({
    guestCount: 10,
    memoryGib: gib(4),
    identicalRatio: 0.35,
    kindCount: 1,
  });
  expect(answer.usedGib).toBeCloseTo(27.4, 9);
  expect(answer.savedRatio).toBeCloseTo(0.315, 9);
});
