import type { RestoreTime } from '~/model/backup/restore.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { SettingFields } from './fields.tsx';
import { restoreNumbers } from './numbers.ts';
import { answerOf, type BackupPanelProps } from './parts.ts';

/** How soon a file, a machine, a host and everything is back. */
export function RestorePanel(panel: BackupPanelProps) {
  const { own } = panel;
  const texts = own.restore;
  const answer = answerOf(panel);
  const row = (what: string, time: RestoreTime) => [
    what,
    own.duration(time.seconds),
    own.bottleneck[time.bottleneck],
    time.instantSeconds === null ? texts.never : own.duration(time.instantSeconds),
  ];
  return (
    <>
      {answer !== null && (
        <div data-testid="restore">
          <SimpleTable
            caption={texts.table.caption}
            isCaptionHidden
            head={texts.table.head}
            figures={[1]}
            rows={[
              row(texts.what.file, answer.restore.file),
              row(texts.what.machine, answer.restore.machine),
              row(
                texts.what.host(answer.restore.host.name, answer.restore.host.machines),
                answer.restore.host,
              ),
              row(
                texts.what.everything(answer.restore.everything.machines),
                answer.restore.everything,
              ),
            ]}
          />
          {answer.restore.everything.lost > 0 && (
            <p class="notice" data-kind="bad">
              {texts.lost(answer.restore.everything.lost)}
            </p>
          )}
        </div>
      )}
      <details class="advanced">
        <summary>{texts.limits}</summary>
        <div class="settings-grid">
          <SettingFields panel={panel} specs={restoreNumbers} />
        </div>
      </details>
      <details>
        <summary>{texts.how}</summary>
        <p>{texts.howAbout}</p>
      </details>
    </>
  );
}
