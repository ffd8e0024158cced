import { useCallback } from 'preact/hooks';
import { uslChart } from '~/charts/usl-chart.ts';
import type { FittedUsl } from '~/model/performance/usl-fit.ts';
import type { PerformanceWords } from '~/words/performance.ts';
import type { Words } from '~/words/words.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';

export interface UslFigureProps {
  readonly words: Words;
  readonly own: PerformanceWords;
  readonly fit: FittedUsl;
}

/** The fitted law with its band, and the residuals in the table. */
export function UslFigure({ words, own, fit }: UslFigureProps) {
  const texts = own.charts.usl;
  const { number } = words.format;
  const title = texts.title(own.path[fit.path]);
  const options = useCallback(
    (width: number) =>
      uslChart(fit, { vms: texts.vms, throughput: texts.throughput, number, label: title }, width),
    [fit, texts, number, title],
  );
  return (
    <PlotFigure
      words={words}
      title={title}
      about={texts.about}
      isSmall
      fileName={`fit-${fit.path}`}
      options={options}
      table={
        <SimpleTable
          caption={title}
          isCaptionHidden
          head={[texts.vms, texts.measured, texts.fitted, texts.residual]}
          rows={fit.rows.map(({ vms, throughput, fitted, residual }) => [
            number(vms, 0),
            number(throughput, 3),
            number(fitted, 3),
            number(residual, 3),
          ])}
          figures={[1, 2, 3]}
        />
      }
    />
  );
}
