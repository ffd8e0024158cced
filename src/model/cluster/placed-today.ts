import { at, item } from '../columns.ts';
import { buildQuestion, type Question } from '../consolidation/question.ts';
import type { Fleet } from '../fleet/fleet.ts';
import { type HostsToday, homesOf, hostsToday, onHostsToday } from '../fleet/hosts-today.ts';
import type { Scenario } from '../scenario.ts';

/** A fleet on the hosts that it runs on today. */
export interface PlacedToday {
  readonly hosts: HostsToday;
  readonly scenario: Scenario;
  readonly question: Question;
  readonly hostOf: Int32Array;
  /** Running machines whose host is not told or not described: they are excluded from the question. */
  readonly left: number;
}

/** Null where no host is described well enough, or none of those holds a machine. */
export function placedToday(fleet: Fleet, scenario: Scenario): PlacedToday | null {
  const hosts = hostsToday(fleet);
  if (hosts === null) return null;
  const here = onHostsToday(scenario, hosts);
  const all = buildQuestion(fleet, here).selection.rows;
  const homes = homesOf(fleet, all, hosts.names);
  const lost = all.filter((_, index) => at(homes, index) < 0);
  if (lost.length === all.length) return null;
  const names = [...here.exclude.names, ...Array.from(lost, (row) => item(fleet.names, row))];
  const found: Scenario = { ...here, exclude: { ...here.exclude, names } };
  const question = buildQuestion(fleet, found);
  const hostOf = homesOf(fleet, question.selection.rows, hosts.names);
  return { hosts, scenario: found, question, hostOf, left: lost.length };
}
