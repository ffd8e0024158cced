import { useMemo, useState } from 'preact/hooks';
import type { BalanceAnswer } from '~/model/balancing/balance.ts';
import { publicBalance } from '~/model/balancing/public-balance.ts';
import type { BalanceRun } from '~/model/balancing/run.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { Words } from '~/words/words.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { downloadText } from '../parts/download.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { HostBars } from './host-bars.tsx';
import { usePlayer } from './player.ts';
import { slotName } from './slot-name.ts';

export interface TimelineProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly answer: BalanceAnswer;
  readonly fleet: Fleet;
  /** CPU use above which a host is overloaded. */
  readonly threshold: number;
  readonly slot: number;
  readonly onSlot: (slot: number) => void;
}

/** Moves that the list of all holds. */
const mostListed = 300;

/** The cluster hour by hour: playable, by mouse and by keys, with the same in tables. */
export function Timeline(props: TimelineProps) {
  const { words, own, answer, fleet, threshold, slot, onSlot } = props;
  const { timeline: texts, policy: policyName } = own.placement;
  const [policy, setPolicy] = useState<BalanceRun['policy']>('ours');
  const run = answer.runs.find((other) => other.policy === policy) ?? answer.runs[0];
  const player = usePlayer(answer.slotCount, slot, onSlot);
  const moves = useMemo(() => movesBySlot(run, answer.slotSeconds), [run, answer]);
  if (run === undefined) return null;
  const name = {
    workload: (item: number) => fleet.names[answer.rows[item] ?? -1] ?? '',
    host: (host: number) => answer.hostNames[host] ?? '',
  };
  const when = slotName(words, answer);
  const here = moves.get(slot) ?? [];
  const next = [...moves.keys()].find((other) => other > slot);
  return (
    <div class="timeline">
      <div class="timeline-controls">
        <ChoiceField
          label={texts.rule}
          value={run.policy}
          options={answer.runs.map((other) => ({
            value: other.policy,
            label: policyName[other.policy],
          }))}
          onValue={setPolicy}
        />
        <div class="toolbar">
          <button type="button" aria-label={texts.back} onClick={() => player.step(-1)}>
            ◀
          </button>
          {player.mayPlay && (
            <button type="button" aria-pressed={player.isPlaying} onClick={player.toggle}>
              {player.isPlaying ? texts.pause : texts.play}
            </button>
          )}
          <button type="button" aria-label={texts.forward} onClick={() => player.step(1)}>
            ▶
          </button>
          <button
            type="button"
            disabled={next === undefined}
            onClick={() => next !== undefined && player.jump(next)}
          >
            {texts.nextMove}
          </button>
        </div>
        {!player.mayPlay && <p class="field-hint">{texts.reduced}</p>}
        <label class="time-slider">
          <span>
            {texts.hour}: <output data-testid="slot">{when(slot)}</output>
          </span>
          <input
            type="range"
            min={0}
            max={answer.slotCount - 1}
            step={1}
            value={slot}
            aria-valuetext={when(slot)}
            onInput={(event) => player.jump(Number(event.currentTarget.value))}
          />
        </label>
      </div>
      <HostBars
        words={words}
        own={own}
        answer={answer}
        run={run}
        slot={slot}
        threshold={threshold}
      />
      <h3>{texts.moves}</h3>
      {here.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <ul>
          {here.slice(0, 30).map((move) => (
            <li key={`${move.item} ${move.atSeconds}`}>
              {texts.move(name.workload(move.item), name.host(move.from), name.host(move.to))}
            </li>
          ))}
        </ul>
      )}
      <div class="toolbar">
        <button
          type="button"
          onClick={() =>
            downloadText(
              `balance-${run.policy}.json`,
              'application/json',
              JSON.stringify(publicBalance(fleet, answer, run)),
            )
          }
        >
          {own.save}
        </button>
      </div>
      <details class="chart-table">
        <summary>
          {texts.allMoves} ({words.format.count(run.migrations.length)})
        </summary>
        {run.migrations.length > mostListed && <p>{texts.most(mostListed)}</p>}
        <SimpleTable
          caption={texts.allMoves}
          isCaptionHidden
          head={texts.movesHead}
          figures={[4]}
          rows={run.migrations
            .slice(0, mostListed)
            .map(({ atSeconds, item, from, to, seconds, because }) => [
              when(Math.floor(atSeconds / answer.slotSeconds)),
              name.workload(item),
              name.host(from),
              name.host(to),
              own.duration(seconds, words),
              texts.because[because],
            ])}
        />
      </details>
    </div>
  );
}

/** Moves by the slot that they start in, in order. */
function movesBySlot(run: BalanceRun | undefined, slotSeconds: number) {
  const moves = new Map<number, BalanceRun['migrations'][number][]>();
  for (const migration of run?.migrations ?? []) {
    const slot = Math.floor(migration.atSeconds / slotSeconds);
    const list = moves.get(slot);
    if (list === undefined) moves.set(slot, [migration]);
    else list.push(migration);
  }
  return moves;
}
