import type { MachineMove } from '~/model/migration/machine-move.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { Words } from '~/words/words.ts';

export interface RoundsPictureProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly move: Extract<MachineMove, { kind: 'moved' }>;
}

const width = 420;
const labelWidth = 96;
const rowHeight = 20;
const gap = 4;
/** Rounds that are drawn; the table has them all. */
const mostRows = 14;

interface Bar {
  readonly label: string;
  readonly from: number;
  readonly seconds: number;
  readonly kind: 'disk' | 'round' | 'stop' | 'fetch';
}

/** The rounds in time, drawn one after the other: each is a bar from its start to its end. */
export function RoundsPicture({ words, own, move }: RoundsPictureProps) {
  const { machine: texts } = own;
  const bars = barsOf(move, own, words);
  const scale = (width - labelWidth) / move.totalSeconds;
  const height = bars.length * (rowHeight + gap);
  return (
    <svg class="rounds" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={texts.picture}>
      {bars.map(({ label, from, seconds, kind }, row) => (
        <g key={label} data-kind={kind}>
          <text x={labelWidth - 8} y={row * (rowHeight + gap) + rowHeight - 6} text-anchor="end">
            {label}
          </text>
          <rect
            x={labelWidth + from * scale}
            y={row * (rowHeight + gap)}
            width={Math.max(1.5, seconds * scale)}
            height={rowHeight}
            rx={2}
          />
        </g>
      ))}
    </svg>
  );
}

function barsOf(move: RoundsPictureProps['move'], own: MigrationWords, words: Words): Bar[] {
  const { machine: texts } = own;
  const bars: Bar[] = [];
  let from = 0;
  const add = (label: string, seconds: number, kind: Bar['kind']) => {
    if (seconds > 0 && bars.length < mostRows) bars.push({ label, from, seconds, kind });
    from += seconds;
  };
  add(texts.diskCopy, move.diskSeconds, 'disk');
  for (const [index, { seconds }] of move.rounds.entries()) {
    add(words.format.count(index + 1), seconds, 'round');
  }
  add(texts.fetched, move.fetchingSeconds, 'fetch');
  add(texts.last, move.downtimeSeconds, 'stop');
  return bars;
}
