import type { ClassAnswer } from '~/model/backup/answer.ts';
import type { Verdict } from '~/model/backup/selection.ts';
import type { BackupWords } from '~/words/backup.ts';
import { answerOf, type BackupPanelProps, methodName, type ShownMethod } from './parts.ts';
import { SourceLink } from './source-link.tsx';

/** Every method with its verdict and the reasons, best first. */
export function VerdictsPanel(panel: BackupPanelProps) {
  const { own, data } = panel;
  const answer = answerOf(panel);
  if (answer === null) return <p class="answer-waiting">{own.status.computing}</p>;
  const rest = answer.classes.at(-1) as ClassAnswer;
  const fitting = rest.verdicts.filter(({ fits }) => fits !== 'does-not-fit');
  const others = rest.verdicts.filter(({ fits }) => fits === 'does-not-fit');
  const first = fitting[0];
  return (
    <div class="answer">
      <p class="visually-hidden" role="status">
        {first === undefined
          ? own.verdict.none
          : own.verdict.live(methodName(data, first.method), fitting.length)}
      </p>
      {first === undefined && (
        <p class="notice" data-kind="bad">
          {own.verdict.none}
        </p>
      )}
      <ol class="backup-verdicts" data-testid="verdicts">
        {fitting.map((verdict, index) => (
          <VerdictItem key={verdict.method} {...{ panel, verdict }} isBest={index === 0} />
        ))}
      </ol>
      {others.length > 0 && (
        <details open={fitting.length === 0}>
          <summary>{own.verdict.show(others.length)}</summary>
          <ul class="backup-verdicts" data-testid="misfits">
            {others.map((verdict) => (
              <VerdictItem key={verdict.method} {...{ panel, verdict }} isBest={false} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

interface ItemProps {
  readonly panel: BackupPanelProps;
  readonly verdict: Verdict;
  readonly isBest: boolean;
}

function VerdictItem({ panel: { own, data }, verdict, isBest }: ItemProps) {
  const method = data.methods.find(({ id }) => id === verdict.method);
  if (method === undefined) return null;
  return (
    <li data-fits={verdict.fits} data-method={verdict.method} data-best={isBest}>
      <p class="backup-verdict-head">
        <strong>{method.name}</strong> <span class="backup-era">{own.verdict[method.era]}</span>
        {isBest && <span class="backup-best">{own.verdict.best}</span>}
      </p>
      <p class="field-hint">{method.how}</p>
      <Reasons own={own} verdict={verdict} />
      <About own={own} method={method} meritRatio={verdict.meritRatio} />
    </li>
  );
}

/** Conditions where it fits on conditions, what rules it out where it does not. */
function Reasons({ own, verdict }: { readonly own: BackupWords; readonly verdict: Verdict }) {
  const { fits, because } = verdict;
  const effect = fits === 'does-not-fit' ? 'against' : 'condition';
  const deciding = because.filter((reason) => reason.effect === effect);
  const remarks = because.filter((reason) => reason.effect === 'remark');
  return (
    <>
      <p class="backup-fits">{own.verdict[fits]}</p>
      {deciding.length > 0 && (
        <ul class="backup-reasons">
          {deciding.map((reason) => (
            <li key={`${reason.kind}${'requirement' in reason ? reason.requirement : ''}`}>
              {own.reason(reason)}
            </li>
          ))}
        </ul>
      )}
      {fits !== 'does-not-fit' &&
        remarks.map((reason) => (
          <p key={reason.kind} class="field-hint">
            {own.reason(reason)}
          </p>
        ))}
    </>
  );
}

interface AboutProps {
  readonly own: BackupWords;
  readonly method: ShownMethod;
  readonly meritRatio: number;
}

function About({ own, method, meritRatio }: AboutProps) {
  return (
    <details class="backup-about">
      <summary>
        {own.verdict.know} <span class="visually-hidden">{method.name}</span>
      </summary>
      <p>{method.note}</p>
      <p>{own.verdict.merit(meritRatio)}</p>
      <SourceLink label={own.verdict.source} source={method.source} />
    </details>
  );
}
