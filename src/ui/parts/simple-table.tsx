import type { ComponentChildren } from 'preact';
import { ScrollRegion } from './scroll-region.tsx';

export interface SimpleTableProps {
  /** Named for readers who jump from table to table; not shown where the heading above says the same. */
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly head: readonly string[];
  /** The first cell of a row names it. Numbers come as formatted text. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Columns (from 0) that hold figures. */
  readonly figures?: readonly number[];
}

/** A table of a few rows that scrolls sideways where it must. */
export function SimpleTable(props: SimpleTableProps) {
  const { caption, isCaptionHidden = false, head, rows, figures = [] } = props;
  const kind = (column: number) => (figures.includes(column) ? 'number' : undefined);
  return (
    <ScrollRegion label={caption}>
      <table>
        <caption class={isCaptionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((name, column) => (
              <th key={name} scope="col" data-kind={kind(column)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={index} data-kind={kind(index + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
