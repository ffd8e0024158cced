import type { ClassAnswer } from '~/model/backup/answer.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { SimpleTable } from '../parts/simple-table.tsx';
import { CheckField, SettingFields } from './fields.tsx';
import { chainNumbers } from './numbers.ts';
import { answerOf, type BackupPanelProps, change, className, settingsOf } from './parts.ts';

/** How much the repository must hold, and why. */
export function SpacePanel(panel: BackupPanelProps) {
  const { own, session } = panel;
  const texts = own.space;
  const { chain } = settingsOf(session);
  const set = (next: Partial<typeof chain>) =>
    change(session, (all) => ({ ...all, chain: { ...all.chain, ...next } }));
  return (
    <>
      <Result {...panel} />
      <div class="settings-grid">
        <ChoiceField
          label={texts.kind}
          help={texts.kindHelp}
          value={chain.kind}
          options={(['forever', 'synthetic', 'active'] as const).map((value) => ({
            value,
            label: texts.kindOf[value],
          }))}
          onValue={(kind) => set({ kind })}
        />
        <SettingFields panel={panel} specs={chainNumbers} />
      </div>
      <div class="backup-checks">
        <CheckField
          label={texts.spread}
          checked={chain.spreadFulls}
          onChecked={(spreadFulls) => set({ spreadFulls })}
        />
        <CheckField
          label={texts.cloning}
          checked={chain.blockCloning}
          onChecked={(blockCloning) => set({ blockCloning })}
        />
      </div>
      <Formula {...panel} />
    </>
  );
}

function Result(panel: BackupPanelProps) {
  const { own, data } = panel;
  const answer = answerOf(panel);
  const last = answer?.capacityGib.at(-1);
  if (answer === null || last === undefined) return null;
  const byArray = answer.classes
    .filter(({ method }) =>
      data.rules.methods.some(({ id, repository }) => id === method && !repository),
    )
    .reduce((sum, { machines }) => sum + machines, 0);
  return (
    <>
      <p class="backup-result">
        <strong data-testid="capacity">{own.space.result(last, answer.capacityGib.length)}</strong>
      </p>
      {last === 0 && <p class="field-hint">{own.space.nothing}</p>}
      {byArray > 0 && <p class="notice">{own.space.byArray(byArray)}</p>}
    </>
  );
}

function Formula(panel: BackupPanelProps) {
  const { own, words } = panel;
  const texts = own.space;
  const answer = answerOf(panel);
  const kept = answer?.classes.filter(({ capacity }) => capacity !== null) ?? [];
  if (kept.length === 0) return null;
  const isCloned = kept.some(({ capacity }) => capacity?.sharesBlocks === true);
  return (
    <details>
      <summary>{texts.how}</summary>
      <p>
        <code>{texts.formula}</code>
      </p>
      {isCloned && (
        <p>
          <code>{texts.formulaCloned}</code>
        </p>
      )}
      <p class="field-hint">{texts.formulaAbout}</p>
      <SimpleTable
        caption={texts.formulaCaption}
        isCaptionHidden
        head={texts.formulaHead}
        figures={[1, 2, 3, 4, 5, 6, 7]}
        rows={kept.map((one) => formulaRow(panel, one, words.format))}
      />
    </details>
  );
}

function formulaRow(
  { own }: BackupPanelProps,
  one: ClassAnswer,
  format: BackupPanelProps['words']['format'],
): string[] {
  const { capacity } = one;
  if (capacity === null) return [];
  const { counts, keptRatio, changeRatio, dataGib, formulaGib, monthsGib } = capacity;
  return [
    className(own, one),
    format.number(keptRatio, 2),
    format.count(counts.fulls + counts.archives),
    format.count(counts.increments),
    format.percent(changeRatio, 2),
    own.size(dataGib),
    own.size(formulaGib),
    own.size(Math.max(...monthsGib.slice(0, 12))),
  ];
}
