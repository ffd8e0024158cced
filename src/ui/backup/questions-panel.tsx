import { requirements } from '~/model/backup/method.ts';
import { type BackupNeeds, type ClassRules, priorities } from '~/model/backup/settings.ts';
import { defaultBackup } from '~/scenario/backup-defaults.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { CheckField, NumberField, RadioField } from './fields.tsx';
import { MoreNeeds } from './needs-fields.tsx';
import { rpoNumber, rtoNumber } from './numbers.ts';
import { type BackupPanelProps, change, settingsOf } from './parts.ts';

/** Five questions that give an answer, and everything else that may be asked, folded away. */
export function QuestionsPanel(panel: BackupPanelProps) {
  const { own, session, data } = panel;
  const { questions } = own;
  const { rest, environment } = settingsOf(session);
  const { needs } = rest;
  const setRest = (next: ClassRules) => change(session, (all) => ({ ...all, rest: next }));
  const setNeeds = (next: BackupNeeds) => setRest({ ...rest, needs: next });
  return (
    <>
      <p class="field-hint">{questions.about}</p>
      <div class="backup-questions">
        <RadioField
          label={questions.unit}
          value={needs.unit}
          options={[
            { value: 'system', label: questions.unitOf.system },
            { value: 'data', label: questions.unitOf.data },
          ]}
          onValue={(unit) => setNeeds({ ...needs, unit })}
        />
        <RadioField
          label={questions.online}
          value={needs.online ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: questions.yes },
            { value: 'no', label: questions.no },
          ]}
          onValue={(value) => setNeeds({ ...needs, online: value === 'yes' })}
        />
        <RadioField
          label={questions.rawDisk}
          value={needs.rawDisk ? 'raw' : 'virtual'}
          options={[
            { value: 'virtual', label: questions.rawDiskOf.virtual },
            { value: 'raw', label: questions.rawDiskOf.raw },
          ]}
          onValue={(value) => setNeeds({ ...needs, rawDisk: value === 'raw' })}
        />
        <ChoiceField
          label={questions.product}
          value={environment.product}
          options={[
            { value: 'other', label: questions.otherProduct },
            ...data.products.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onValue={(product) =>
            change(session, (all) => ({ ...all, environment: { ...all.environment, product } }))
          }
        >
          <p class="field-hint">
            {data.products.find(({ id }) => id === environment.product)?.what}
          </p>
        </ChoiceField>
        <RulesNumber panel={panel} spec={rpoNumber} />
      </div>
      <details class="advanced">
        <summary>{questions.more}</summary>
        <div class="settings-grid">
          <RulesNumber panel={panel} spec={rtoNumber} />
          <MoreNeeds own={own} needs={needs} onNeeds={setNeeds} />
        </div>
      </details>
      <Surroundings {...panel} />
      <Priorities {...panel} />
    </>
  );
}

function RulesNumber({
  panel,
  spec,
}: {
  readonly panel: BackupPanelProps;
  readonly spec: typeof rpoNumber;
}) {
  const { words, own, session } = panel;
  return (
    <NumberField
      words={words}
      own={own}
      spec={spec}
      value={settingsOf(session).rest}
      start={defaultBackup.rest}
      onValue={(rest) => change(session, (all) => ({ ...all, rest }))}
    />
  );
}

function Surroundings({ own, session }: BackupPanelProps) {
  const { environment } = settingsOf(session);
  return (
    <details class="advanced">
      <summary>{own.questions.surroundings}</summary>
      <p class="field-hint">{own.questions.surroundingsAbout}</p>
      <div class="backup-checks">
        {requirements.map((requirement) => (
          <CheckField
            key={requirement}
            label={own.has[requirement]}
            checked={environment.has[requirement]}
            onChecked={(checked) =>
              change(session, (all) => ({
                ...all,
                environment: {
                  ...all.environment,
                  has: { ...all.environment.has, [requirement]: checked },
                },
              }))
            }
          />
        ))}
      </div>
    </details>
  );
}

function Priorities({ own, session }: BackupPanelProps) {
  const weights = settingsOf(session).priorities;
  return (
    <details class="advanced">
      <summary>{own.questions.priorities}</summary>
      <p class="field-hint">{own.questions.prioritiesAbout}</p>
      <div class="settings-grid">
        {priorities.map((priority) => (
          <ChoiceField
            key={priority}
            label={own.priority[priority]}
            value={String(weights[priority])}
            options={own.questions.weight.map((label, weight) => ({
              value: String(weight),
              label,
            }))}
            onValue={(weight) =>
              change(session, (all) => ({
                ...all,
                priorities: { ...all.priorities, [priority]: Number(weight) },
              }))
            }
          />
        ))}
      </div>
    </details>
  );
}
