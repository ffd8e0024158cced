import { useCallback } from 'preact/hooks';
import { breakEvenChart } from '~/charts/break-even-chart.ts';
import type { BreakEven } from '~/model/licensing/break-even.ts';
import type { Words } from '~/words/words.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { nameOf, type Shelf } from './parts.ts';

export interface BreakEvenPanelProps {
  readonly words: Words;
  readonly shelf: Shelf;
  readonly breakEvens: readonly BreakEven[];
}

/** From where on which product is the cheapest. */
export function BreakEvenPanel({ words, shelf, breakEvens }: BreakEvenPanelProps) {
  return (
    <>
      {breakEvens.map((breakEven) => (
        <BreakEvenFigure
          key={`${breakEven.along}-${breakEven.layer}`}
          words={words}
          shelf={shelf}
          breakEven={breakEven}
        />
      ))}
    </>
  );
}

interface FigureProps {
  readonly words: Words;
  readonly shelf: Shelf;
  readonly breakEven: BreakEven;
}

function BreakEvenFigure({ words, shelf, breakEven }: FigureProps) {
  const { own } = shelf;
  const { along, layer, points, curves, changes } = breakEven;
  const title = own.breakEvenTitle(along, layer);
  const options = useCallback(
    (width: number) =>
      breakEvenChart({
        breakEven,
        width,
        label: title,
        xLabel: own.along[along],
        name: (product) => nameOf(shelf, product),
        money: own.money,
      }),
    [breakEven, along, title, own, shelf],
  );
  const table = (
    <SimpleTable
      caption={title}
      isCaptionHidden
      head={[own.along[along], ...curves.map(({ product }) => nameOf(shelf, product))]}
      rows={points.map((point, index) => [
        own.format.count(point),
        ...curves.map(({ minor, currency }) => {
          const value = minor[index] ?? null;
          return value === null ? '—' : own.money({ minor: value, currency });
        }),
      ])}
      figures={curves.map((_, index) => index + 1)}
    />
  );
  return (
    <PlotFigure
      words={words}
      title={title}
      fileName={`break-even-${along}-${layer}`}
      options={options}
      controls={
        <>
          <ul class="legend licence-legend">
            {curves.map(({ product }, index) => (
              <li key={product} data-chart={(index % 8) + 1}>
                {nameOf(shelf, product)}
              </li>
            ))}
          </ul>
          <ul class="licence-changes">
            {changes.map(({ at, product }) => (
              <li key={at}>{own.change(at, nameOf(shelf, product), along)}</li>
            ))}
          </ul>
        </>
      }
      table={table}
    />
  );
}
