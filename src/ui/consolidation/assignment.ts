import { item } from '~/model/columns.ts';
import type { ConsolidationPlan } from '~/model/consolidation/answer.ts';
import { planHostNames } from '~/model/consolidation/host-names.ts';
import type { Words } from '~/words/words.ts';
import { csvText } from '../parts/csv.ts';
import type { Answered } from '../store/answering.ts';

/** Which machine goes to which host, as CSV; machines that are left out have no host. */
export function assignmentCsv(words: Words, answered: Answered, plan: ConsolidationPlan): string {
  const { csv } = words.tool.keep;
  const { fleet, scenario } = answered;
  const names = planHostNames(plan, scenario);
  const { domainOf, groupOf } = plan;
  // Only where the plan tells them apart.
  const places = [
    {
      title: csv.domain,
      isTold: domainOf !== null,
      of: (host: number) => (domainOf?.[host] ?? 0) + 1,
    },
    {
      title: csv.group,
      isTold: groupOf !== null,
      of: (host: number) => scenario.rules.groups[groupOf?.[host] ?? -1]?.name ?? '',
    },
  ].filter(({ isTold }) => isTold);
  const rows = Array.from(plan.hostOf, (host, row) => {
    if (host < 0) return [item(fleet.names, row), '', csv.leftOut, ...places.map(() => '')];
    const type = item(scenario.hostTypes, plan.hostTypeIndex[host] ?? 0);
    const more = places.map(({ of }) => of(host));
    return [item(fleet.names, row), item(names, host), type.name, ...more];
  });
  const more = places.map(({ title }) => title);
  return csvText([[csv.workload, csv.host, csv.hostType, ...more], ...rows]);
}
