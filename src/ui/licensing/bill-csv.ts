import type { Licensed } from '~/model/licensing/licensing-steps.ts';
import { noteSentence, stepSentence } from '~/words/licensing.ts';
import { csvText } from '../parts/csv.ts';
import { formulaOf } from './bill-panel.tsx';
import { nameOf, type Shelf } from './parts.ts';

/** The bill as rows: plain numbers in minor units, the formula and the reasons as text. */
export function billCsv(shelf: Shelf, { bill }: Licensed): string {
  const { own } = shelf;
  const rows = bill.lines.map((line): (string | number)[] => {
    const { price, amount } = line;
    return [
      nameOf(shelf, line.product),
      own.metric[line.metric],
      line.counted,
      line.packs,
      line.packSize,
      price?.minor ?? '',
      price?.licences ?? '',
      price === null ? '' : own.per[price.per],
      price?.currency ?? '',
      price === null || price.isQuote ? '' : price.asOf,
      amount?.minor ?? '',
      amount?.lowMinor ?? '',
      amount?.highMinor ?? '',
      formulaOf(shelf, line, bill.years),
      line.because.map((step) => stepSentence(own, step)).join(' → '),
      line.notes.map((note) => noteSentence(own, 'lineNote', note)).join('; '),
    ];
  });
  return csvText([[...own.csv.head], ...rows, [own.notQuote]]);
}
