import type { Licensed } from '~/model/licensing/licensing-steps.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { nameOf, type Shelf } from './parts.ts';

export interface ComparePanelProps {
  readonly shelf: Shelf;
  readonly answer: Licensed;
}

const isUncertain = ({ products }: Shelf, id: string) =>
  products.some(({ terms }) => terms.id === id && terms.isSaleUncertain);

/** The same machines under every hypervisor of the time. */
export function ComparePanel({ shelf, answer }: ComparePanelProps) {
  const { own } = shelf;
  const { hypervisorColumns: head } = own.tool;
  const rows = answer.hypervisors.map(({ product, own: amount, total, unpriced }) => [
    nameOf(shelf, product),
    amount === null ? '—' : own.money(amount),
    total === null ? '—' : own.money(total),
    [
      ...unpriced.map((id) => nameOf(shelf, id)),
      ...(isUncertain(shelf, product)
        ? [own.lineNote['sale-uncertain']({ kind: 'sale-uncertain' })]
        : []),
    ].join(', '),
  ]);
  return (
    <SimpleTable
      caption={own.tool.hypervisorsTable}
      isCaptionHidden
      head={[head.product, head.own, head.total, head.missing]}
      rows={rows}
      figures={[1, 2]}
    />
  );
}
