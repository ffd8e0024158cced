import type { BackupAnswer } from '~/model/backup/answer.ts';
import { SimpleTable } from '../parts/simple-table.tsx';
import { SettingFields } from './fields.tsx';
import { moreWindowNumbers, windowNumbers } from './numbers.ts';
import { answerOf, type BackupPanelProps, settingsOf } from './parts.ts';

/** Whether the night is long enough, what decides it, and what happens when something fails. */
export function WindowPanel(panel: BackupPanelProps) {
  const { own } = panel;
  const answer = answerOf(panel);
  return (
    <>
      {answer !== null && <Result panel={panel} answer={answer} />}
      <div class="settings-grid">
        <SettingFields panel={panel} specs={windowNumbers} />
      </div>
      <details class="advanced">
        <summary>{own.window.more}</summary>
        <div class="settings-grid">
          <SettingFields panel={panel} specs={moreWindowNumbers} />
        </div>
      </details>
      {answer !== null && answer.windowSeconds > 0 && <Details panel={panel} answer={answer} />}
    </>
  );
}

interface Props {
  readonly panel: BackupPanelProps;
  readonly answer: BackupAnswer;
}

function Result({ panel: { own, session }, answer }: Props) {
  const texts = own.window;
  if (answer.windowSeconds === 0) return <p class="notice">{texts.nothing}</p>;
  const decisive = answer.nights.find(({ night }) => night === answer.decisive);
  return (
    <>
      <p class="backup-result" data-holds={answer.holds}>
        <strong data-testid="window">
          {texts.result(answer.windowSeconds, settingsOf(session).window.seconds)}
        </strong>{' '}
        <span>{answer.holds ? texts.holds : texts.tooLong}</span>
      </p>
      <p data-testid="bottleneck">
        {texts.bottleneck(own.bottleneck[answer.bottleneck], decisive?.boundSeconds ?? 0)}
      </p>
    </>
  );
}

function Details({ panel, answer }: Props) {
  const { own, words } = panel;
  const texts = own.window;
  const decisive = answer.nights.find(({ night }) => night === answer.decisive);
  return (
    <>
      <SimpleTable
        caption={texts.table.caption}
        isCaptionHidden
        head={texts.table.head}
        figures={[1, 2, 3, 4]}
        rows={answer.nights.map((night) => [
          texts.night[night.night],
          words.format.count(night.jobs),
          own.size(night.readGib),
          own.duration(night.seconds),
          own.duration(night.boundSeconds),
          own.bottleneck[night.bottleneck],
        ])}
      />
      <ul class="backup-sentences">
        <Sentences panel={panel} answer={answer} />
      </ul>
      <details>
        <summary>{texts.bounds}</summary>
        <p class="field-hint">{texts.boundsAbout}</p>
        <SimpleTable
          caption={texts.boundsCaption}
          isCaptionHidden
          head={texts.boundsHead}
          figures={[1]}
          rows={(decisive?.bounds ?? []).map(({ by, seconds }) => [
            own.bottleneck[by],
            own.duration(seconds),
          ])}
        />
      </details>
    </>
  );
}

function Sentences({ panel: { own }, answer }: Props) {
  const texts = own.window;
  const { trouble } = answer;
  const synthetic = answer.nights.find(({ night }) => night === 'ordinary')?.syntheticSeconds;
  return (
    <>
      <li>{texts.reruns(trouble.failedJobs, trouble.withRerunsSeconds, trouble.rerunsHold)}</li>
      <li>
        {trouble.proxyLostSeconds === null
          ? texts.noProxyToLose
          : texts.proxyLost(trouble.proxyLostSeconds)}
      </li>
      {typeof synthetic === 'number' && <li>{texts.synthetic(synthetic)}</li>}
      <li>{responseText(texts, answer)}</li>
    </>
  );
}

function responseText(texts: BackupPanelProps['own']['window'], { response }: BackupAnswer) {
  if (response.kind === 'unknown') return texts.responseUnknown;
  const { before, during, duringRatio } = response;
  return before === null || during === null
    ? texts.responseOver(duringRatio)
    : texts.response(before, during, duringRatio);
}
