import type { FailoverOutcome } from '~/model/failover/answer.ts';
import { type FailoverPreset, failoverPresets } from '~/scenario/failover-presets.ts';
import { headline } from './headline.ts';
import { type FailoverPanelProps, isSame, outcomeOf } from './parts.ts';

const isPreset = (id: string): id is FailoverPreset => Object.hasOwn(failoverPresets, id);

/** The report's five failure points: what it observed beside what the model says, and why. */
export function PresetsPanel({ own, session, data, answering }: FailoverPanelProps) {
  const { presets } = own;
  const { failover } = session.scenario.value;
  const outcome = outcomeOf(answering);
  const chosen = data.points.find(({ id }) => {
    if (!isPreset(id) || failover.cluster !== 'test-bed') return false;
    const [wanted] = failoverPresets[id].incidents;
    const [only, ...more] = failover.incidents;
    return wanted !== undefined && only !== undefined && more.length === 0 && isSame(wanted, only);
  });
  const choose = (id: string) => {
    if (!isPreset(id)) return;
    const scenario = session.scenario.peek();
    session.scenario.value = { ...scenario, failover: failoverPresets[id] };
  };
  return (
    <>
      <p class="field-hint">{presets.about}</p>
      <div class="failover-presets">
        {data.points.map(({ id, name }, index) => (
          <button
            key={id}
            type="button"
            aria-pressed={chosen?.id === id}
            onClick={() => choose(id)}
          >
            <b>{index + 1}</b> {name}
          </button>
        ))}
      </div>
      {chosen !== undefined && outcome !== null && isPreset(chosen.id) && (
        <dl class="failover-beside">
          <div>
            <dt>{presets.observed}</dt>
            <dd>{chosen.seen}</dd>
          </div>
          <div>
            <dt>{presets.model}</dt>
            <dd>{said(own, chosen.id, outcome)}</dd>
          </div>
          <div>
            <dt>{presets.why}</dt>
            <dd>{presets.whyOf[chosen.id]}</dd>
          </div>
        </dl>
      )}
    </>
  );
}

function said(own: FailoverPanelProps['own'], id: FailoverPreset, outcome: FailoverOutcome) {
  if (id === 'host' && outcome.guestsAllSeconds !== null) {
    return own.presets.inside(own.duration(outcome.guestsAllSeconds));
  }
  const [first] = outcome.vms;
  const reason = first?.reason ?? null;
  return reason === null
    ? headline(outcome, own)
    : `${headline(outcome, own)} ${own.reason(reason)}`;
}
