import type { BalanceAnswer } from '~/model/balancing/balance.ts';
import type { BalancingSettings } from '~/model/balancing/settings.ts';
import type { MigrationWords } from '~/words/migration.ts';
import type { Words } from '~/words/words.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { slotName } from './slot-name.ts';

export interface CompareTableProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly answer: BalanceAnswer;
  readonly settings: BalancingSettings;
}

/** The rules side by side, and which of them leaves the least overload. */
export function CompareTable({ words, own, answer, settings }: CompareTableProps) {
  const { placement: texts } = own;
  const { format } = words;
  const { runs } = answer;
  const minutes = (value: number) => texts.minutes(format.number(value, 0));
  const none = runs.find(({ policy }) => policy === 'none');
  const best = runs.reduce((a, b) => (b.overThresholdMinutes < a.overThresholdMinutes ? b : a));
  const isCalm = none?.overThresholdMinutes === 0 && settings.start === 'given';
  return (
    <>
      <p class="headline" data-testid="balance">
        {isCalm
          ? texts.calm
          : texts.headline(
              texts.policy[best.policy],
              minutes(best.overThresholdMinutes),
              minutes(none?.overThresholdMinutes ?? 0),
            )}
      </p>
      {isCalm && <p>{texts.calmHint}</p>}
      <SimpleTable
        caption={texts.tableTitle}
        head={texts.head}
        figures={[1, 2, 3, 4, 5, 6]}
        rows={runs.map((run) => [
          texts.policy[run.policy],
          format.count(run.migrations.length),
          minutes(run.overThresholdMinutes),
          format.percent(run.imbalance, 1),
          run.energyKwh === null ? format.unknown : format.withUnit(run.energyKwh, 'kWh', 0),
          format.withUnit(run.offHours, 'h', 0),
          texts.times(format.count(run.withoutBenefit)),
        ])}
      />
      <ul class="notes">
        <li>{own.evacuation.source[answer.source]}</li>
        {settings.mode === 'recommend' && <li>{texts.recommended}</li>}
        {!answer.hasProfile && <li>{texts.noProfile}</li>}
        {runs.some(({ energyKwh }) => energyKwh === null) && <li>{texts.energyUnknown}</li>}
        {answer.immovable > 0 && <li>{texts.immovable(format.count(answer.immovable))}</li>}
        {answer.notes.map((note) => (
          <li key={note.kind}>{own.clusterNote(note, words)}</li>
        ))}
      </ul>
      <SimpleTable
        caption={texts.newMachine.title}
        head={texts.newMachine.head}
        figures={[2]}
        rows={answer.newMachine.places.map(({ policy, place }) => [
          texts.policy[policy],
          place === null ? texts.newMachine.nowhere : (answer.hostNames[place.host] ?? ''),
          place === null ? '' : format.percent(place.pressure, 1),
        ])}
      />
      <p class="field-hint">
        {texts.newMachine.at(slotName(words, answer)(answer.newMachine.slot))}
      </p>
      <dl class="rule-texts">
        {runs.map(({ policy }) => (
          <div key={policy}>
            <dt>{texts.policy[policy]}</dt>
            <dd>{texts.about[policy]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
