import { item } from '~/model/columns.ts';
import type { SlotAxis } from '~/model/consolidation/answer.ts';
import { foldSlots } from '~/model/consolidation/slots.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { Scenario } from '~/model/scenario.ts';
import type { Context } from '~/words/sentences.ts';
import type { Answered } from '../store/answering.ts';

/** What sentences about an answer need to know of its question. */
export function contextOf({ fleet, scenario, answer }: Answered): Context {
  return {
    workloadName: (row) => item(fleet.names, row),
    hostTypeName: (id) => scenario.hostTypes.find((type) => type.id === id)?.name ?? id,
    slots: answer.kind === 'planned' ? answer.slots : axisOf(fleet, scenario),
  };
}

/** An impossible plan has no axis of its own, but its obstacles speak of slots. */
const axisOf = ({ profile }: Fleet, { demand }: Scenario): SlotAxis | null =>
  profile === null ? null : foldSlots(profile, demand).axis;
