import type { ClusterOutcome } from '~/model/cluster/cluster.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { MigrationWords } from '~/words/migration.ts';
import { sentence } from '~/words/sentences.ts';
import type { Words } from '~/words/words.ts';

export interface ImpossibleNoticeProps {
  readonly words: Words;
  readonly own: MigrationWords;
  readonly answer: Extract<ClusterOutcome, { kind: 'impossible' }>;
  readonly fleet: Fleet;
  readonly scenario: Scenario;
}

/** Why there are no hosts to move machines between. */
export function ImpossibleNotice({ words, own, answer, fleet, scenario }: ImpossibleNoticeProps) {
  const context = {
    workloadName: (row: number) => fleet.names[row] ?? '',
    hostTypeName: (id: string) => scenario.hostTypes.find((type) => type.id === id)?.name ?? id,
    slots: null,
  };
  return (
    <div class="notice" data-kind="bad">
      <h3>{own.evacuation.impossible}</h3>
      <ul>
        {answer.reasons.slice(0, 20).map((reason, index) => (
          <li key={index}>
            {reason.kind === 'hosts-unknown'
              ? own.hostsUnknown
              : sentence(words.answer.obstacle, reason, context)}
          </li>
        ))}
      </ul>
    </div>
  );
}
