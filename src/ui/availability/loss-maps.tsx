import { useCallback, useMemo } from 'preact/hooks';
import {
  hourMap,
  type LossCell,
  type LossMap,
  lossColours,
  pairMap,
  unrestartableChart,
} from '~/charts/unrestartable-chart.ts';
import type { SurvivalMap } from '~/model/survival/answer.ts';
import { PlotFigure } from '../parts/plot-figure.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import type { PanelProps } from './panel.ts';

/** Rows that the tables behind the maps list. */
const mostListed = 60;

type MapProps = PanelProps & { readonly answer: SurvivalMap };

/** The maps of losses, loaded when they come near. */
export function LossMaps(props: MapProps) {
  return (
    <>
      <HourFigure {...props} />
      {props.answer.byPair !== null && <PairFigure {...props} byPair={props.answer.byPair} />}
    </>
  );
}

/** Machines on each host. */
function machinesOf({ hostOf, hostTypeIndex }: SurvivalMap): Int32Array {
  const machines = new Int32Array(hostTypeIndex.length);
  for (const host of hostOf) if (host >= 0) machines[host] = (machines[host] ?? 0) + 1;
  return machines;
}

function HourFigure(props: MapProps) {
  const { words, own, answer } = props;
  const { survival: texts } = own;
  const { slotCount } = answer.slots;
  const map = useMemo(() => hourMap(answer.byHost, machinesOf(answer), slotCount), [answer]);
  const perColumn = Math.ceil(slotCount / map.columns);
  const hour = (column: number) => words.format.slot(column * perColumn, answer.slots);
  const host = (row: number) => hostLabel(answer, map, row);
  const options = useCallback(
    (width: number) =>
      unrestartableChart(
        map,
        {
          label: texts.map,
          columns: texts.hour,
          column: hour,
          row: host,
          cell: ({ row, column, unplaced }: LossCell) =>
            texts.cell(host(row), hour(column), unplaced),
        },
        width,
      ),
    [map, words, own],
  );
  return (
    <PlotFigure
      words={words}
      title={texts.map}
      about={about(texts.mapAbout, map, own)}
      fileName="unrestartable-by-hour"
      options={options}
      controls={<Legend own={own} />}
      table={
        <SimpleTable
          caption={texts.map}
          isCaptionHidden
          head={[texts.host, texts.levelsHead[6] ?? '', texts.worstHour]}
          rows={answer.hostNames.slice(0, mostListed).map((name, index) => {
            const hours = answer.byHost.subarray(index * slotCount, (index + 1) * slotCount);
            const worst = Math.max(...hours);
            return [
              name,
              words.format.count(worst),
              worst === 0 ? '–' : words.format.slot(hours.indexOf(worst), answer.slots),
            ];
          })}
          figures={[1]}
        />
      }
    />
  );
}

function PairFigure(props: MapProps & { readonly byPair: Int32Array }) {
  const { words, own, answer, byPair } = props;
  const { survival: texts } = own;
  const map = useMemo(() => pairMap(byPair, machinesOf(answer)), [answer, byPair]);
  const host = (row: number) => hostLabel(answer, map, row);
  const options = useCallback(
    (width: number) =>
      unrestartableChart(
        map,
        {
          label: texts.pairs,
          columns: texts.host,
          column: (column) => String(column * map.hostsPerRow + 1),
          row: host,
          cell: ({ row, column, unplaced }: LossCell) =>
            texts.pairCell(host(row), host(column), unplaced),
        },
        Math.min(width, 720),
      ),
    [map, words, own],
  );
  const hostCount = answer.hostNames.length;
  const pairs = [...byPair.entries()]
    .map(([cell, unplaced]) => ({
      a: Math.floor(cell / hostCount),
      b: cell % hostCount,
      unplaced,
    }))
    .filter(({ a, b }) => a < b)
    .sort((x, y) => y.unplaced - x.unplaced);
  return (
    <PlotFigure
      words={words}
      title={texts.pairs}
      about={about(texts.pairsAbout, map, own)}
      fileName="unrestartable-by-pair"
      options={options}
      controls={<Legend own={own} />}
      table={
        <SimpleTable
          caption={texts.pairs}
          isCaptionHidden
          head={[texts.host, texts.levelsHead[6] ?? '']}
          rows={pairs
            .slice(0, mostListed)
            .map(({ a, b, unplaced }) => [
              `${answer.hostNames[a] ?? ''}, ${answer.hostNames[b] ?? ''}`,
              words.format.count(unplaced),
            ])}
          figures={[1]}
        />
      }
    />
  );
}

function hostLabel({ hostNames }: SurvivalMap, { hostsPerRow }: LossMap, row: number): string {
  const first = row * hostsPerRow;
  if (hostsPerRow === 1) return hostNames[first] ?? '';
  return `${first + 1}–${Math.min(hostNames.length, first + hostsPerRow)}`;
}

const about = (text: string, { hostsPerRow }: LossMap, own: PanelProps['own']) =>
  hostsPerRow === 1 ? text : `${text} ${own.survival.grouped(hostsPerRow)}`;

function Legend({ own }: Pick<PanelProps, 'own'>) {
  return (
    <div class="heat-legend">
      <span>{own.survival.legendNone}</span>
      <span class="heat-ramp" aria-hidden="true">
        {lossColours.slice(0, -1).map((colour) => (
          <span key={colour} style={{ background: colour }} />
        ))}
      </span>
      <span>{own.survival.legendAll}</span>
    </div>
  );
}
