import type { CostedProducts } from '~/model/cost/product-costs.ts';
import type { Saying } from './say.ts';

/** On which hosts it is counted, and over which time. */
export function basisTexts({ format, own }: Saying, costs: CostedProducts): string[] {
  const { hosts, workloads, years, discountRatio } = costs;
  return [
    own.costs.basis(
      hosts.count === null ? format.unknown : format.count(hosts.count),
      workloads === null ? null : format.count(workloads),
      hosts.from === 'plan',
    ),
    own.costs.time(format.count(years), format.percent(discountRatio, 1)),
  ];
}
