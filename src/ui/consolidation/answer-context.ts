import { item } from '~/model/columns.ts';
import type { SlotAxis } from '~/model/consolidation/answer.ts';
import { foldSlots } from '~/model/consolidation/slots.ts';
import type { Fleet } from '~/model/fleet/fleet.ts';
import type { HostType, Scenario } from '~/model/scenario.ts';
import { defaultHostType } from '~/scenario/defaults.ts';
import type { Context } from '~/words/sentences.ts';
import type { Words } from '~/words/words.ts';
import type { Answered } from '../store/answering.ts';

/** What sentences about an answer need to know of its question. */
export function contextOf(words: Words, { fleet, scenario, answer }: Answered): Context {
  const typeName = (id: string) => {
    const type = scenario.hostTypes.find((each) => each.id === id);
    return type === undefined ? id : hostTypeName(words, type);
  };
  return {
    workloadName: (row) => item(fleet.names, row),
    hostTypeName: typeName,
    slots: answer.kind === 'planned' ? answer.slots : axisOf(fleet, scenario),
  };
}

/** What a host type is called; the one that the page begins with has a name in every language. */
export const hostTypeName = (words: Words, { name }: HostType) =>
  name === defaultHostType.name ? words.tool.hosts.defaultName : name;

/** An impossible plan has no axis of its own, but its obstacles speak of slots. */
const axisOf = ({ profile }: Fleet, { demand }: Scenario): SlotAxis | null =>
  profile === null ? null : foldSlots(profile, demand).axis;
