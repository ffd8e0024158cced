import type { CatalogueHost } from './parts.ts';

export interface CatalogueYear {
  readonly year: string;
  readonly hosts: readonly CatalogueHost[];
}

const newerFirst = ({ source: a }: CatalogueHost, { source: b }: CatalogueHost) =>
  Number(a.asOf < b.asOf) - Number(a.asOf > b.asOf);

/** Host types by the year that their source speaks of, the newest first: who buys today looks there. */
export function byYear(hosts: readonly CatalogueHost[]): readonly CatalogueYear[] {
  const years = new Map<string, CatalogueHost[]>();
  // ISO dates of any precision are in order as texts.
  for (const host of hosts.toSorted(newerFirst)) {
    const year = host.source.asOf.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), host]);
  }
  return [...years].map(([year, ofYear]) => ({ year, hosts: ofYear }));
}
