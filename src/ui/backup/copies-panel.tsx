import type { CopyCheck } from '~/model/backup/copies.ts';
import type { CopyPolicy, Medium } from '~/model/backup/settings.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { CheckField, SettingFields } from './fields.tsx';
import { lineNumbers } from './numbers.ts';
import { answerOf, type BackupPanelProps, change, settingsOf } from './parts.ts';

const media = ['disk', 'object', 'tape'] as const satisfies readonly Medium[];

/** Where the copies are: the rule 3-2-1-1-0, and the line to the other place. */
export function CopiesPanel(panel: BackupPanelProps) {
  const { own, session } = panel;
  const texts = own.copies;
  const { copies } = settingsOf(session);
  const set = (next: Partial<CopyPolicy>) =>
    change(session, (all) => ({ ...all, copies: { ...all.copies, ...next } }));
  const options = media.map((value) => ({ value, label: own.medium[value] }));
  const check = (key: 'repositoryImmutable' | 'hasOffsite' | 'offsiteImmutable' | 'verified') => (
    <CheckField
      label={texts[key]}
      checked={copies[key]}
      onChecked={(checked) => set({ [key]: checked })}
    />
  );
  return (
    <>
      <div class="settings-grid">
        <ChoiceField
          label={texts.repositoryMedium}
          value={copies.repositoryMedium}
          options={options}
          onValue={(repositoryMedium) => set({ repositoryMedium })}
        />
        {copies.hasOffsite && (
          <ChoiceField
            label={texts.offsiteMedium}
            value={copies.offsiteMedium}
            options={options}
            onValue={(offsiteMedium) => set({ offsiteMedium })}
          />
        )}
        {copies.hasOffsite && <SettingFields panel={panel} specs={lineNumbers} />}
      </div>
      <div class="backup-checks">
        {check('repositoryImmutable')}
        {check('hasOffsite')}
        {copies.hasOffsite && check('offsiteImmutable')}
        {check('verified')}
      </div>
      <Rule {...panel} />
      <Line {...panel} />
    </>
  );
}

function Rule(panel: BackupPanelProps) {
  const { own, words } = panel;
  const answer = answerOf(panel);
  if (answer === null) return null;
  const texts = own.copies;
  const found = ({ rule, found: count }: CopyCheck) =>
    rule === 'copies' || rule === 'media'
      ? words.format.count(count)
      : count > 0
        ? texts.yes
        : texts.no;
  return (
    <div data-testid="rule">
      <SimpleTable
        caption={texts.table.caption}
        head={texts.table.head}
        rows={answer.rule.map((one) => [
          texts.rule[one.rule],
          found(one),
          <span key="verdict" class={one.isMet ? 'backup-good' : 'backup-bad'}>
            {one.isMet ? texts.met : texts.missed}
          </span>,
        ])}
      />
    </div>
  );
}

function Line(panel: BackupPanelProps) {
  const offsite = answerOf(panel)?.offsite ?? null;
  if (offsite === null) return null;
  const texts = panel.own.copies;
  const { dailyGib, neededMegabits, dailySeconds, keepsUp, seedGib, seedSeconds } = offsite;
  return (
    <ul class="backup-sentences">
      <li>{texts.daily(dailyGib, neededMegabits)}</li>
      {dailySeconds !== null && keepsUp !== null && <li>{texts.line(dailySeconds, keepsUp)}</li>}
      {seedSeconds !== null && <li>{texts.seed(seedGib, seedSeconds)}</li>}
    </ul>
  );
}
