import type { BackupNeeds } from '~/model/backup/settings.ts';
import type { BackupWords } from '~/words/backup.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { CheckField } from './fields.tsx';

export interface NeedsProps {
  readonly own: BackupWords;
  readonly needs: BackupNeeds;
  readonly onNeeds: (needs: BackupNeeds) => void;
}

const moreNeeds = ['singleFile', 'difference', 'application', 'offsite', 'immutable'] as const;

/** Needs that are no question of the five. */
export function MoreNeeds({ own, needs, onNeeds }: NeedsProps) {
  const { questions } = own;
  return (
    <>
      <div class="backup-checks">
        {moreNeeds.map((need) => (
          <CheckField
            key={need}
            label={questions[need]}
            checked={needs[need]}
            onChecked={(checked) => onNeeds({ ...needs, [need]: checked })}
          />
        ))}
      </div>
      <ChoiceField
        label={questions.hostLoad}
        value={needs.hostLoad}
        options={(['none', 'light', 'heavy'] as const).map((value) => ({
          value,
          label: questions.hostLoadOf[value],
        }))}
        onValue={(hostLoad) => onNeeds({ ...needs, hostLoad })}
      />
    </>
  );
}
