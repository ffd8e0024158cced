import type { Context } from '~/words/sentences.ts';
import type { FailureSession } from './session.ts';

/** What sentences about a plan must be told: names of machines and of host types. */
export function contextOf(session: FailureSession): Context {
  const names = session.loaded.value?.fleet.names ?? [];
  const { hostTypes } = session.scenario.value;
  return {
    workloadName: (row) => names[row] ?? '',
    hostTypeName: (id) => hostTypes.find((type) => type.id === id)?.name ?? id,
    slots: null,
  };
}
