import { getCollection } from 'astro:content';
import type { MeasuredPath } from '~/model/performance/overhead-set.ts';

export interface MeasuredProduct {
  readonly letter: string;
  /** Null is a gap: not printed by the report. */
  readonly oneVm: (path: MeasuredPath) => number | null;
  readonly fourVms: (path: MeasuredPath) => number | null;
}

/** The products of Table 6 in the order of their letters, with ratios (0.93 is 93 %). */
export const measuredProducts = async (): Promise<readonly MeasuredProduct[]> =>
  (await getCollection('overheads', ({ id }) => id.startsWith('report-2008-')))
    .map(({ data }) => data)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, paths }) => ({
      letter: id.slice(-1).toUpperCase(),
      oneVm: (path) => paths[path].oneVmRatio,
      fourVms: (path) => paths[path].fourVmsRatio,
    }));
