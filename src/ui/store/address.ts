import type { Scenario } from '~/model/scenario.ts';
import type { ParsedScenario } from '~/scenario/parse.ts';
import { fromQuery, toQuery } from '~/scenario/query.ts';

/** The settings are behind the '#': that part of an address is never sent to a server. */
const marker = '#s=';

/** The settings in an address, or null where it has none. */
export async function scenarioInAddress(hash: string): Promise<ParsedScenario | null> {
  return hash.startsWith(marker) ? await fromQuery(hash.slice(marker.length)) : null;
}

/** What follows the path of the page's address for these settings; empty for the defaults. */
export async function addressHash(scenario: Scenario): Promise<string> {
  const query = await toQuery(scenario);
  return query === '' ? '' : `${marker}${query}`;
}
