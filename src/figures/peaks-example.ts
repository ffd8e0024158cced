import { percentile } from '~/model/consolidation/percentile.ts';

/**
 * Two systems that peak at different hours: an example made up to be easy to follow, and said so wherever it is
 * shown. GHz of processor use by hour of day.
 */
export const peaksExample = {
  order: [1, 1, 1, 1, 1, 1, 2, 3, 6, 10, 8, 7, 6, 8, 8, 7, 6, 4, 3, 2, 1, 1, 1, 1],
  batch: [7, 7, 6, 5, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 3, 5, 6, 7],
  /** Usable capacity of one host in the example. */
  hostGhz: 12,
} as const;

export interface PolicyDemand {
  readonly kind: 'peak' | 'percentile' | 'coincident';
  readonly demandGhz: number;
  /** Hosts that the two systems need at least: one host holds a system whole or not at all. */
  readonly hosts: number;
}

/** What each demand policy makes of the example, with the 95th percentile for `percentile`. */
export function peaksExampleByPolicy(): readonly PolicyDemand[] {
  const { order, batch, hostGhz } = peaksExample;
  const of = (hours: readonly number[], ratio: number) =>
    percentile(Float64Array.from(hours), ratio);
  const both = order.map((ghz, hour) => ghz + (batch[hour] ?? Number.NaN));
  const demands = {
    peak: of(order, 1) + of(batch, 1),
    percentile: of(order, 0.95) + of(batch, 0.95),
    coincident: of(both, 1),
  };
  return (['peak', 'percentile', 'coincident'] as const).map((kind) => ({
    kind,
    demandGhz: demands[kind],
    // Each system alone fits a host, so two always suffice.
    hosts: demands[kind] <= hostGhz ? 1 : 2,
  }));
}
