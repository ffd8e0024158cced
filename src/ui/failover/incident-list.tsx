import type { FailoverOutcome } from '~/model/failover/answer.ts';
import type { Incident } from '~/model/failover/failover-policy.ts';
import type { FailoverWords } from '~/words/failover.ts';
import { ScrollRegion } from '../parts/scroll-region.tsx';
import type { FleetSession } from '../store/fleet-session.ts';
import { change, namesOf } from './parts.ts';
import { Seconds } from './seconds-field.tsx';

export interface IncidentListProps {
  readonly own: FailoverWords;
  readonly outcome: FailoverOutcome | null;
  readonly session: FleetSession;
  readonly incidents: readonly Incident[];
}

/** What breaks and when, each with its times and a way back. */
export function IncidentList({ own, outcome, session, incidents }: IncidentListProps) {
  const { drawing } = own;
  if (incidents.length === 0) return <p class="field-hint">{drawing.none}</p>;
  const name = namesOf(outcome);
  const set = (index: number, part: Partial<Pick<Incident, 'atSeconds' | 'lastsSeconds'>>) =>
    change(session, {
      incidents: incidents.map((incident, at) =>
        at === index ? ({ ...incident, ...part } as Incident) : incident,
      ),
    });
  return (
    <>
      <ScrollRegion label={drawing.list}>
        <table class="failover-incidents">
          <caption>{drawing.list}</caption>
          <thead>
            <tr>
              <th scope="col">{drawing.what}</th>
              <th scope="col">{drawing.at}</th>
              <th scope="col">{drawing.lasts}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {incidents.map((incident, index) => {
              const what = own.incident(incident, name);
              return (
                <tr key={`${index} ${what}`}>
                  <th scope="row">{what}</th>
                  <td>
                    <Seconds
                      label={`${drawing.at} (${what})`}
                      unit={drawing.seconds}
                      value={incident.atSeconds}
                      onValue={(value) => set(index, { atSeconds: value ?? 0 })}
                    />
                  </td>
                  <td>
                    <Seconds
                      label={`${drawing.lasts} (${what})`}
                      unit={drawing.seconds}
                      value={incident.lastsSeconds}
                      placeholder={drawing.never}
                      onValue={(lastsSeconds) => set(index, { lastsSeconds })}
                    />
                  </td>
                  <td>
                    <button
                      type="button"
                      data-kind="quiet"
                      data-size="small"
                      aria-label={drawing.remove(what)}
                      onClick={() =>
                        change(session, { incidents: incidents.filter((_, at) => at !== index) })
                      }
                    >
                      ×
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
      <p>
        <button type="button" data-size="small" onClick={() => change(session, { incidents: [] })}>
          {drawing.clear}
        </button>
      </p>
    </>
  );
}
