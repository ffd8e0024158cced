import { useEffect, useMemo } from 'preact/hooks';
import type { OneMachine } from '~/model/migration/one-machine.ts';
import type { MigrationSettings } from '~/model/migration/settings.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { Words } from '~/words/words.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { createToolAnswer } from '../store/tool-answer.ts';
import type { PanelProps } from './parts.ts';
import { RoundsPicture } from './rounds-picture.tsx';

/** The answer for one machine: how long, how long it stands still, and every round. */
export function MachinePanel({ words, own, session, planner }: PanelProps) {
  const { migration } = session.scenario.value;
  const question = useMemo(
    () =>
      createToolAnswer<MigrationSettings, OneMachine>(planner, (door, settings) =>
        door.migrateOne(settings),
      ),
    [planner],
  );
  useEffect(() => question.ask(migration), [question, migration]);
  const answer = question.answered.value?.answer;
  const isCurrent = question.answered.value?.question === migration;
  return (
    <div class="machine-answer" data-settled={isCurrent} aria-live="polite">
      {answer !== undefined && <Answer words={words} own={own} answer={answer} />}
    </div>
  );
}

interface AnswerProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly answer: OneMachine;
}

function Answer({ words, own, answer }: AnswerProps) {
  const { machine: texts } = own;
  const { format } = words;
  const { lanes, move, atLeastSeconds } = answer;
  const rate = format.withUnit(lanes.mibPerSecond, 'MiB/s');
  const taken =
    lanes.takenRatio === 0 ? texts.notTaken : texts.taken(format.percent(lanes.takenRatio));
  if (move.kind === 'fails') {
    return (
      <>
        <p class="notice" data-kind="bad" data-testid="verdict">
          {move.reason === 'never-converges' ? texts.never : texts.outOfRounds}
        </p>
        <p class="field-hint">
          {texts.bandwidth}: {rate}. {taken}
        </p>
      </>
    );
  }
  const figures = [
    [texts.total, own.duration(move.totalSeconds, words), 'total'],
    [texts.downtime, own.duration(move.downtimeSeconds, words), 'downtime'],
    [texts.sent, format.withUnit(move.sentMib / 1024, 'GiB'), 'sent'],
    [texts.atLeast, own.duration(atLeastSeconds, words), 'least'],
  ] as const;
  return (
    <>
      <dl class="figures">
        {figures.map(([name, value, id]) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd data-testid={id}>{value}</dd>
          </div>
        ))}
      </dl>
      <p
        class="notice"
        data-kind={move.by === 'pre-copy' ? undefined : 'warn'}
        data-testid="verdict"
      >
        {texts.verdict(move.by, move.rounds.length)}
      </p>
      <p class="field-hint">
        {texts.bandwidth}: {rate}. {taken}
      </p>
      <RoundsPicture words={words} own={own} move={move} />
      <SimpleTable
        caption={texts.rounds}
        head={texts.roundsHead}
        figures={[1, 2, 3, 4]}
        rows={rowsOf(move, own, words)}
      />
    </>
  );
}

function rowsOf(
  move: Extract<OneMachine['move'], { kind: 'moved' }>,
  own: MigrationWords,
  words: Words,
) {
  const { format } = words;
  const { machine: texts } = own;
  const mib = (value: number) => format.withUnit(value, 'MiB');
  const rest = move.downtimeSeconds + move.fetchingSeconds;
  const last = move.rounds.at(-1)?.leftMib ?? move.sentMib;
  return [
    ...(move.diskSeconds > 0
      ? [[texts.diskCopy, '', own.duration(move.diskSeconds, words), '', '']]
      : []),
    ...move.rounds.map((round, index) => [
      format.count(index + 1),
      mib(round.copiedMib),
      own.duration(round.seconds, words),
      mib(round.leftMib),
      format.percent(round.throttleRatio),
    ]),
    [
      move.fetchingSeconds > 0 ? texts.fetched : texts.last,
      mib(last),
      own.duration(rest, words),
      '',
      '',
    ],
  ];
}
