import { useState } from 'preact/hooks';
import type { ClassAnswer } from '~/model/backup/answer.ts';
import type { BackupClass } from '~/model/backup/settings.ts';
import { defaultBackup, noMatch } from '~/scenario/backup-defaults.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { ClassForm, RulesForm } from './class-form.tsx';
import { SettingFields } from './fields.tsx';
import { sampleNumbers } from './numbers.ts';
import {
  answerOf,
  type BackupPanelProps,
  change,
  className,
  methodName,
  settingsOf,
} from './parts.ts';

/** Classes of machines, each with its needs, and the plan that follows. */
export function ClassesPanel(panel: BackupPanelProps) {
  const { own, session } = panel;
  const texts = own.classes;
  const { classes, rest } = settingsOf(session);
  const [opened, setOpened] = useState<string | null>(null);
  const setClasses = (next: readonly BackupClass[]) =>
    change(session, (all) => ({ ...all, classes: next }));
  const add = () => {
    const id = freeId(classes);
    setOpened(id);
    setClasses([...classes, { ...defaultBackup.rest, id, name: '', match: noMatch }]);
  };
  return (
    <>
      <p class="field-hint">{texts.about}</p>
      <div class="settings-grid">
        <SettingFields panel={panel} specs={wantedNumbers(panel)} />
      </div>
      <div class="backup-classes">
        {classes.map((one) => (
          <details
            key={one.id}
            class="advanced"
            open={opened === one.id}
            onToggle={(event) => {
              if (event.currentTarget.open) setOpened(one.id);
              else if (opened === one.id) setOpened(null);
            }}
          >
            <summary>{texts.edit(className(own, one))}</summary>
            {opened === one.id && (
              <ClassForm
                panel={panel}
                value={one}
                onValue={(next) =>
                  setClasses(classes.map((other) => (other.id === one.id ? next : other)))
                }
                onRemove={() => setClasses(classes.filter(({ id }) => id !== one.id))}
              />
            )}
          </details>
        ))}
        <details class="advanced">
          <summary>{texts.edit(className(own, { id: 'rest', name: '' }))}</summary>
          <RulesForm
            panel={panel}
            value={rest}
            onValue={(next) => change(session, (all) => ({ ...all, rest: { ...rest, ...next } }))}
          />
        </details>
        <button type="button" onClick={add} disabled={classes.length >= 20}>
          {texts.add}
        </button>
      </div>
      <PlanTable {...panel} />
      <Notes {...panel} />
    </>
  );
}

/** Figures that the reader gives in place of a fleet, or of what it does not tell. */
function wantedNumbers(panel: BackupPanelProps) {
  if (panel.session.loaded.value === null) return sampleNumbers;
  const notes = new Set(answerOf(panel)?.notes.map(({ kind }) => kind));
  const wanted = {
    sampleMachines: false,
    sampleGib: notes.has('size-unknown'),
    sampleHosts: notes.has('host-unknown'),
  };
  return sampleNumbers.filter(({ id }) => wanted[id as keyof typeof wanted]);
}

function freeId(classes: readonly BackupClass[]): string {
  const taken = new Set(classes.map(({ id }) => id));
  let number = classes.length + 1;
  while (taken.has(`class-${number}`)) number++;
  return `class-${number}`;
}

function PlanTable(panel: BackupPanelProps) {
  const { own } = panel;
  const answer = answerOf(panel);
  if (answer === null) return null;
  const { table } = own.classes;
  return (
    <div data-testid="plan">
      <SimpleTable
        caption={table.caption}
        isCaptionHidden
        head={table.head}
        figures={[1, 2]}
        rows={answer.classes.map((one) => [
          className(own, one),
          panel.words.format.count(one.machines),
          own.size(one.usedGib),
          <MethodCell key="method" panel={panel} one={one} />,
          <LossCell key="loss" panel={panel} one={one} />,
          <ReturnCell key="return" panel={panel} one={one} />,
        ])}
      />
    </div>
  );
}

interface CellProps {
  readonly panel: BackupPanelProps;
  readonly one: ClassAnswer;
}

function MethodCell({ panel: { own, data }, one }: CellProps) {
  const verdict = one.verdicts.find(({ method }) => method === one.method);
  if (verdict === undefined) return <strong class="backup-bad">{own.classes.noMethod}</strong>;
  return (
    <>
      {methodName(data, one.method)}
      <br />
      <small class={verdict.fits === 'does-not-fit' ? 'backup-bad' : undefined}>
        {verdict.fits === 'does-not-fit' ? own.classes.misfit : own.verdict[verdict.fits]}
      </small>
    </>
  );
}

function LossCell({ panel: { own }, one: { loss } }: CellProps) {
  return (
    <>
      {own.duration(loss.seconds)}
      <br />
      <small class={loss.verdict === 'missed' ? 'backup-bad' : undefined}>
        {own.classes.loss[loss.verdict]}
      </small>
    </>
  );
}

function ReturnCell({ panel: { own }, one }: CellProps) {
  return (
    <>
      {own.duration(one.machine?.seconds ?? null)}
      <br />
      <small class={one.returns === 'missed' ? 'backup-bad' : undefined}>
        {own.classes.returns[one.returns]}
      </small>
    </>
  );
}

function Notes(panel: BackupPanelProps) {
  const notes = answerOf(panel)?.notes ?? [];
  if (notes.length === 0) return null;
  return (
    <ul class="answer-notes">
      {notes.map((note) => (
        <li key={JSON.stringify(note)}>{panel.own.note(note)}</li>
      ))}
    </ul>
  );
}
