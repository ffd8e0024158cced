import { expect, test } from 'vitest';
import { runTestBed } from '../../../src/model/performance/test-bed.ts';
import { parseCatalogue, toOverheadSet } from '../../../src/scenario/catalogue.ts';
import { readData } from '../../content/read-content.ts';

const { overheads } = parseCatalogue({
  hostTypes: readData('host-types'),
  overheads: readData('overheads'),
});
const products = overheads.filter(({ id }) => id.startsWith('report-2008-'));
const percent = (ratio: number | null) => (ratio === null ? null : Math.round(ratio * 100));

/** What the model may give back for each reason, of a printed value in per cent. */
const allowed = {
  measured: (printed: number | null) => printed,
  gap: () => null,
  clamped: () => 100,
  'shared-device': () => 25,
} as const;

test.each(products)(
  'the test bed with $id gives Table 6 back, but for what it explains',
  (entry) => {
    const values = runTestBed(toOverheadSet(entry)).flatMap(({ oneVm, fourVms }) => [
      oneVm,
      fourVms,
    ]);
    for (const { because, printedRatio, modelRatio } of values) {
      expect([because, percent(modelRatio)]).toEqual([
        because,
        allowed[because](percent(printedRatio)),
      ]);
    }
  },
);

test('of the 47 printed values 45 come back; the others are 104 %, and 26 % of a card that four share', () => {
  const all = products.flatMap((entry) =>
    runTestBed(toOverheadSet(entry)).flatMap(({ oneVm, fourVms }) => [oneVm, fourVms]),
  );
  const printed = all.filter(({ printedRatio }) => printedRatio !== null);
  const same = printed.filter((value) => percent(value.modelRatio) === percent(value.printedRatio));
  expect([all.length, printed.length, same.length]).toEqual([48, 47, 45]);
  const others = printed.filter((value) => !same.includes(value));
  expect(others.map((value) => percent(value.printedRatio))).toEqual([104, 26]);
});
