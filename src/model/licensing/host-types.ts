import { at, item } from '../columns.ts';
import type { ConsolidationPlan } from '../consolidation/answer.ts';
import { planSteps } from '../consolidation/consolidate.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { selectWorkloads } from '../consolidation/selection.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { HostType, Scenario } from '../scenario.ts';
import type { Total } from './bill.ts';
import { licencesOfHost } from './count.ts';
import { runs } from './estate.ts';
import { estateOfClusters, softwareOf } from './fleet-estate.ts';
import { license } from './license.ts';
import { type Currency, convert, minorPerMajor, money } from './money.ts';
import { costOfLicence, priceOf } from './price.ts';
import { software, type Terms } from './terms.ts';

/**
 * Fewer bigger or more smaller hosts: each type alone, and the mix that packing finds when a host costs its hardware
 * and the hypervisor's licences for it. That price belongs to the host alone, so packing minimises both at once and
 * its bound holds for both.
 */
export interface HostTypeComparison {
  readonly rows: readonly HostTypeRow[];
  /** Index of the cheapest row; null where no row has a total. */
  readonly best: number | null;
  /** In minor units of `currency`: no plan with these types costs less. Null where it cannot be told. */
  readonly lowerBound: number | null;
  readonly currency: Currency;
  /** Hosts have prices, and the totals hold them. */
  readonly withHardware: boolean;
}

export interface HostTypeRow {
  /** Null: the mix. */
  readonly type: string | null;
  readonly hostsByType: readonly { readonly id: string; readonly hosts: number }[];
  readonly hosts: number;
  readonly licences: Total | null;
  readonly hardware: number | null;
  /** Licences and, where priced, hardware, in minor units. */
  readonly sum: number | null;
}

type Steps<Answer> = Generator<PlanProgress, Answer, boolean>;

export function* hostTypeSteps(
  fleet: Fleet,
  scenario: Scenario,
  terms: readonly Terms[],
): Steps<HostTypeComparison | null> {
  const { hostTypes, licensing: policy } = scenario;
  if (hostTypes.length < 2) return null;
  const withHardware = hostTypes.every(({ price }) => price !== null);
  const rows: HostTypeRow[] = [];
  for (const type of hostTypes) {
    const only = { ...scenario, hostTypes: [type], rules: { ...scenario.rules, pinned: {} } };
    const plan = yield* planSteps(fleet, only);
    if (plan.kind === 'planned') {
      rows.push(rowOf({ fleet, scenario: only, plan, terms, withHardware }, type.id));
    }
  }
  const prices = hostTypes.map((type) => hostPrice(type, scenario, terms, withHardware));
  let lowerBound: number | null = null;
  if (prices.every((price) => price !== null)) {
    const priced = hostTypes.map((type, index) => ({ ...type, price: item(prices, index) }));
    const plan = yield* planSteps(fleet, { ...scenario, hostTypes: priced });
    if (plan.kind === 'planned') {
      rows.push(rowOf({ fleet, scenario, plan, terms, withHardware }, null));
      const guests = guestBound(fleet, scenario, terms);
      lowerBound = plan.cost === null ? null : Math.floor(plan.cost.lowerBound + guests);
    }
  }
  const sums = rows.map(({ sum }) => sum ?? Number.POSITIVE_INFINITY);
  const least = Math.min(...sums);
  return {
    rows,
    best: Number.isFinite(least) ? sums.indexOf(least) : null,
    lowerBound,
    currency: policy.currency,
    withHardware,
  };
}

interface PlannedQuestion {
  readonly fleet: Fleet;
  readonly scenario: Scenario;
  readonly plan: ConsolidationPlan;
  readonly terms: readonly Terms[];
  readonly withHardware: boolean;
}

function rowOf(question: PlannedQuestion, type: string | null): HostTypeRow {
  const { fleet, scenario, plan, terms, withHardware } = question;
  const { licensing: policy, failure, hostTypes } = scenario;
  const estate = estateOfClusters(fleet, softwareOf(fleet, policy).mask, [plan], hostTypes);
  const { total: licences } = license({ estate, policy, tolerate: failure.tolerate, terms }).bill;
  const major = plan.hostsByType.reduce(
    (sum, { hosts }, index) => sum + hosts * (item(hostTypes, index).price ?? 0),
    0,
  );
  const hardware = withHardware ? Math.round(major * minorPerMajor[policy.currency]) : null;
  const isComparable = licences !== null && licences.currency === policy.currency;
  return {
    type,
    hostsByType: plan.hostsByType.filter(({ hosts }) => hosts > 0),
    hosts: plan.hosts,
    licences,
    hardware,
    sum: isComparable ? licences.minor + (hardware ?? 0) : null,
  };
}

/** What licences cost over the years in minor units of the reader's currency, tax included; null where not known. */
function licenceCost(terms: Terms, { licensing: policy }: Scenario): number | null {
  const price = priceOf(terms, policy);
  if (price === null) return null;
  const { minor, currency } = costOfLicence(terms, price, policy);
  const many = 1_000_000_000;
  const rate = convert(money(many, currency), policy.currency, policy.rates);
  return rate === null ? null : ((minor * rate.minor) / many) * (1 + (policy.taxRatio ?? 0));
}

function hostPrice(
  type: HostType,
  scenario: Scenario,
  terms: readonly Terms[],
  withHardware: boolean,
): number | null {
  const hardware = withHardware
    ? (type.price ?? 0) * minorPerMajor[scenario.licensing.currency]
    : 0;
  const hypervisor = terms.find(({ id }) => id === scenario.licensing.hypervisor);
  if (hypervisor === undefined || hypervisor.rule.metric === 'none') {
    return withHardware ? hardware : null;
  }
  if (hypervisor.guests !== null) return null;
  const cost = licenceCost(hypervisor, scenario);
  const { socketCount, coresPerSocket, memoryGib } = type;
  const shape = { hosts: 1, socketCount, coresPerSocket, memoryGib, machines: 0 };
  const countsHosts = ['core', 'socket', 'host'].includes(hypervisor.rule.metric);
  if (cost === null || !countsHosts) return withHardware ? hardware : null;
  return hardware + licencesOfHost(hypervisor, shape) * cost;
}

/**
 * Guests' licences cost at least this much whatever hosts carry them: either some host has an unlimited edition, and
 * then the smallest host's; or every machine has its share of a set, or a licence of its own.
 */
function guestBound(fleet: Fleet, scenario: Scenario, terms: readonly Terms[]): number {
  const { licensing: policy, hostTypes } = scenario;
  const { mask } = softwareOf(fleet, policy);
  const { rows } = selectWorkloads(fleet, scenario.exclude);
  let bound = 0;
  for (const which of software) {
    const machines = rows.reduce((sum, row) => sum + (runs(at(mask, row), which) ? 1 : 0), 0);
    const wanted = policy.choices[which];
    const family = terms.filter(
      ({ covers, id, family: name }) => covers === which && (id === wanted || name === wanted),
    );
    if (machines === 0 || family.length === 0) continue;
    const costs = family.map((product) => leastCost(product, machines, hostTypes, scenario));
    if (costs.every((cost) => cost !== null)) bound += Math.min(...costs);
  }
  return bound;
}

function leastCost(
  product: Terms,
  machines: number,
  hostTypes: readonly HostType[],
  scenario: Scenario,
): number | null {
  const cost = licenceCost(product, scenario);
  if (cost === null) return null;
  if (product.reach === 'machine') {
    const { rule } = product;
    if (rule.metric === 'vcpu') {
      const each = (Math.max(1, rule.minimumPerMachine) * rule.factor) / rule.vcpusPerLicence;
      return machines * each * cost;
    }
    return rule.metric === 'vm' ? (machines / rule.machinesPerLicence) * cost : 0;
  }
  const onHost = Math.min(
    ...hostTypes.map(({ socketCount, coresPerSocket, memoryGib }) =>
      licencesOfHost(product, { hosts: 1, socketCount, coresPerSocket, memoryGib, machines: 1 }),
    ),
  );
  const guests = product.guests?.count;
  return typeof guests === 'number' ? (machines / guests) * onHost * cost : onHost * cost;
}
