import { useCallback } from 'preact/hooks';
import { backupGanttChart, spansOf } from '~/charts/backup-gantt-chart.ts';
import { backupLoadChart, loadSeries } from '~/charts/backup-load-chart.ts';
import type { Timetable } from '~/model/backup/answer.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { answerOf, type BackupPanelProps } from './parts.ts';
import { Legend } from './space-figure.tsx';

/** The decisive night: its load, and who runs when. */
export function NightFigures(panel: BackupPanelProps) {
  const timetable = answerOf(panel)?.timetable;
  if (timetable === undefined || timetable.start.length === 0) return null;
  return (
    <>
      <LoadFigure panel={panel} timetable={timetable} />
      <GanttFigure panel={panel} timetable={timetable} />
    </>
  );
}

interface Props {
  readonly panel: BackupPanelProps;
  readonly timetable: Timetable;
}

/** Hours, or minutes where the night is over soon. */
function timeAxis({ hours, minutes }: BackupPanelProps['own']['window'], { load }: Timetable) {
  const seconds = load.at(-1)?.end ?? 0;
  return seconds < 2 * 3600
    ? { time: minutes, unitSeconds: 60 }
    : { time: hours, unitSeconds: 3600 };
}

function LoadFigure({ panel: { own, words }, timetable }: Props) {
  const texts = own.window;
  const options = useCallback(
    (width: number) =>
      backupLoadChart(
        timetable.load,
        { label: texts.load, axis: texts.rate, ...timeAxis(texts, timetable) },
        width,
      ),
    [timetable, texts],
  );
  const { count } = words.format;
  return (
    <PlotFigure
      words={words}
      title={texts.load}
      about={texts.loadAbout}
      fileName="backup-load"
      options={options}
      controls={<Legend names={loadSeries.map((series) => texts.loadSeries[series])} />}
      table={
        <SimpleTable
          caption={texts.load}
          isCaptionHidden
          head={texts.loadHead}
          figures={[1, 2, 3, 4]}
          rows={timetable.load.map((part) => [
            own.duration(part.start),
            words.format.number(part.running, 1),
            count(part.readMibPerSecond),
            count(part.lanMibPerSecond),
            count(part.repositoryMibPerSecond),
          ])}
        />
      }
    />
  );
}

function GanttFigure({ panel: { own, words, session }, timetable }: Props) {
  const texts = own.window;
  const names = session.loaded.value?.fleet.names;
  const { by, spans } = spansOf(timetable);
  const lineName = (line: number) => {
    if (by === 'host') return timetable.hostNames[line] || texts.host(line);
    return names?.[timetable.rows[line] ?? -1] ?? texts.machine(line);
  };
  const options = useCallback(
    (width: number) =>
      backupGanttChart(
        spans,
        { label: texts.gantt, line: lineName, ...timeAxis(texts, timetable) },
        width,
      ),
    [timetable, texts],
  );
  return (
    <PlotFigure
      words={words}
      title={texts.gantt}
      about={texts.ganttAbout(timetable.hostNames.length)}
      fileName="backup-timetable"
      options={options}
      table={
        <SimpleTable
          caption={texts.gantt}
          isCaptionHidden
          head={texts.ganttHead}
          figures={[1, 2]}
          rows={spans.map(({ line, start, end }) => [
            lineName(line),
            own.duration(start),
            own.duration(end),
          ])}
        />
      }
    />
  );
}
