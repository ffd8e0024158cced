import { useCallback, useMemo } from 'preact/hooks';
import { convergenceChart } from '~/charts/convergence-chart.ts';
import type { AvailabilityEstimate } from '~/model/availability/answer.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { PanelProps } from './panel.ts';

type Props = PanelProps & { readonly answer: AvailabilityEstimate };

/** Every how many points the table lists one. */
const listed = 6;

/** How the mean settles while runs are added. */
export function ConvergenceFigure({ words, own, answer }: Props) {
  const { years: texts } = own;
  const { mean } = answer.base.downHours;
  const [unit, scale] = unitOf(mean);
  const points = useMemo(
    () =>
      answer.convergence.map((point) => ({
        runs: point.runs,
        mean: point.mean * scale,
        low: Math.max(0, point.low) * scale,
        high: point.high * scale,
      })),
    [answer, scale],
  );
  const number = (value: number) => words.format.number(value, 2);
  const options = useCallback(
    (width: number) =>
      convergenceChart(
        points,
        answer.base.closedForm.meanDownHours * scale,
        {
          label: texts.convergence,
          runs: texts.runsAxis,
          value: texts.hoursAxis(texts.units[unit]),
          closedForm: texts.closedForm,
          number,
          count: words.format.count,
        },
        width,
      ),
    [points, answer, words, texts, unit, scale],
  );
  return (
    <PlotFigure
      words={words}
      title={texts.convergence}
      about={texts.convergenceAbout}
      fileName="convergence"
      options={options}
      table={
        <SimpleTable
          caption={texts.convergence}
          isCaptionHidden
          head={texts.convergenceHead}
          rows={points
            .filter((_, index) => index % listed === listed - 1 || index === points.length - 1)
            .map((point) => [
              words.format.count(point.runs),
              ...[point.mean, point.low, point.high].map(
                (value) => `${number(value)} ${texts.units[unit]}`,
              ),
            ])}
          figures={[1, 2, 3]}
        />
      }
    />
  );
}

/** The unit that a reader would say the figure in, and how many of it an hour has. */
function unitOf(hours: number): readonly ['h' | 'min' | 's', number] {
  if (hours >= 1) return ['h', 1];
  return hours * 60 >= 1 ? ['min', 60] : ['s', 3600];
}
