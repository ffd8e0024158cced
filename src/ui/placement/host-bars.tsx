import type { BalanceAnswer } from '~/model/balancing/balance.ts';
import type { BalanceRun } from '~/model/balancing/run.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { Words } from '~/words/words.ts';
import { SimpleTable } from '../parts/simple-table.tsx';

export interface HostBarsProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly answer: BalanceAnswer;
  readonly run: BalanceRun;
  readonly slot: number;
  readonly threshold: number;
}

/** Bars that are drawn at once; the table has all hosts. */
const mostBars = 60;
const barHeight = 100;
const barWidth = 14;

/** CPU use of every host at one hour, as bars against the threshold, and as a table. */
export function HostBars({ words, own, answer, run, slot, threshold }: HostBarsProps) {
  const { timeline: texts } = own.placement;
  const { format } = words;
  const count = answer.hostNames.length;
  const ratioOf = (host: number) => run.cpu[slot * count + host] ?? 0;
  const shown = Math.min(count, mostBars);
  const hosts = Array.from({ length: shown }, (_, host) => host);
  const said = (ratio: number) => (ratio < 0 ? texts.off : format.percent(ratio, 1));
  const top = Math.max(1, ...hosts.map(ratioOf));
  const y = (ratio: number) => barHeight - (Math.max(0, ratio) / top) * barHeight;
  return (
    <>
      <svg
        class="host-bars"
        viewBox={`0 0 ${shown * barWidth} ${barHeight}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${texts.hostsTable}: ${texts.use}`}
      >
        {hosts.map((host) => {
          const ratio = ratioOf(host);
          return (
            <rect
              key={host}
              x={host * barWidth + 1}
              width={barWidth - 2}
              y={y(ratio)}
              height={barHeight - y(ratio)}
              data-over={ratio > threshold}
            />
          );
        })}
        <line x1={0} x2={shown * barWidth} y1={y(threshold)} y2={y(threshold)} />
      </svg>
      <details class="chart-table">
        <summary>{texts.hostsTable}</summary>
        <SimpleTable
          caption={texts.hostsTable}
          isCaptionHidden
          head={[texts.host, texts.use, texts.over]}
          figures={[1]}
          rows={answer.hostNames.map((name, host) => {
            const ratio = ratioOf(host);
            return [name, said(ratio), ratio > threshold ? texts.over : ''];
          })}
        />
      </details>
    </>
  );
}
