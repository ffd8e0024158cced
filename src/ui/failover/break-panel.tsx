import { useState } from 'preact/hooks';
import type { FailoverPolicy } from '~/model/failover/failover-policy.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { Drawing } from './drawing.tsx';
import { IncidentForm } from './incident-form.tsx';
import { IncidentList } from './incident-list.tsx';
import { change, type FailoverPanelProps, outcomeOf, toggled } from './parts.ts';
import { Seconds } from './seconds-field.tsx';

const clusters = ['test-bed', 'plan', 'today'] as const;

/** Which cluster, its drawing with the failure points, and what is broken when. */
export function BreakPanel(panel: FailoverPanelProps) {
  const { own, session, answering } = panel;
  const { drawing, cluster: texts } = own;
  const { failover } = session.scenario.value;
  const outcome = outcomeOf(answering);
  const hasFleet = session.loaded.value !== null;
  const [atSeconds, setAt] = useState(0);
  const [lastsSeconds, setLasts] = useState<number | null>(null);
  const timed = { atSeconds, lastsSeconds };
  const { incidents } = failover;
  const toggle = (incident: FailoverPolicy['incidents'][number]) =>
    change(session, { incidents: toggled(session.scenario.peek().failover.incidents, incident) });
  return (
    <>
      <ChoiceField
        label={texts.label}
        help={hasFleet ? texts.help : texts.needsFleet}
        value={hasFleet ? failover.cluster : 'test-bed'}
        options={clusters
          .filter((value) => hasFleet || value === 'test-bed')
          .map((value) => ({ value, label: texts.options[value] }))}
        onValue={(cluster) => change(session, { cluster })}
      />
      <p class="field-hint">{drawing.help}</p>
      <div class="failover-times">
        <Seconds
          label={drawing.at}
          unit={drawing.seconds}
          value={atSeconds}
          onValue={(value) => setAt(value ?? 0)}
        />
        <Seconds
          label={drawing.lasts}
          unit={drawing.seconds}
          value={lastsSeconds}
          placeholder={drawing.never}
          onValue={setLasts}
        />
      </div>
      {outcome !== null && (
        <Drawing own={own} outcome={outcome} policy={failover} timed={timed} onToggle={toggle} />
      )}
      <IncidentList own={own} outcome={outcome} session={session} incidents={incidents} />
      {outcome !== null && (
        <IncidentForm own={own} outcome={outcome} policy={failover} timed={timed} onAdd={toggle} />
      )}
    </>
  );
}
