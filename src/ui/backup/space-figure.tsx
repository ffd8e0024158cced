import { useCallback } from 'preact/hooks';
import { backupSpaceChart, type SpacePoint } from '~/charts/backup-space-chart.ts';
import type { BackupAnswer } from '~/model/backup/answer.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { answerOf, type BackupPanelProps, className } from './parts.ts';

/** The repository over the years, class by class. */
export function SpaceFigure(panel: BackupPanelProps) {
  const { own, words } = panel;
  const texts = own.space;
  const answer = answerOf(panel);
  const options = useCallback(
    (width: number) => {
      const { points, names } = spacePoints(panel, answer);
      return backupSpaceChart(
        points,
        names,
        { label: texts.chart, years: texts.months, axis: texts.axis },
        width,
      );
    },
    [answer, own],
  );
  if (answer === null || answer.capacityGib.every((gib) => gib === 0)) return null;
  const { names } = spacePoints(panel, answer);
  return (
    <PlotFigure
      words={words}
      title={texts.chart}
      about={texts.chartAbout}
      fileName="backup-space"
      options={options}
      controls={<Legend names={names} />}
      table={
        <SimpleTable
          caption={texts.table.caption}
          head={texts.table.head}
          figures={[1]}
          rows={answer.capacityGib.map((gib, year) => [
            words.format.count(year + 1),
            own.size(gib),
          ])}
        />
      }
    />
  );
}

function spacePoints({ own }: BackupPanelProps, answer: BackupAnswer | null) {
  const kept = answer?.classes.filter(({ capacity }) => capacity !== null) ?? [];
  const names = kept.map((one) => className(own, one));
  const points = kept.flatMap((one, index): SpacePoint[] =>
    (one.capacity?.monthsGib ?? []).map((gib, month) => ({
      month,
      gib,
      className: names[index] as string,
    })),
  );
  return { names, points };
}

/** One entry a colour, in the order of the palette. */
export function Legend({ names }: { readonly names: readonly string[] }) {
  return (
    <ul class="legend backup-legend">
      {names.map((name, index) => (
        <li key={name} data-colour={(index % 8) + 1}>
          {name}
        </li>
      ))}
    </ul>
  );
}
