import { at } from '../columns.ts';
import type { ConsolidationPlan } from '../consolidation/answer.ts';
import { selectWorkloads } from '../consolidation/selection.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { LicenceLine } from '../licensing/bill.ts';
import { type Estate, type EstateHost, estateOfNumbers } from '../licensing/estate.ts';
import { estateOfClusters, softwareOf } from '../licensing/fleet-estate.ts';
import { type LicenseAnswer, type LicenseNote, license } from '../licensing/license.ts';
import { type Money, minorPerMajor } from '../licensing/money.ts';
import { bareHost, type LicensingPolicy } from '../licensing/policy.ts';
import type { Terms } from '../licensing/terms.ts';
import type { HostType, Scenario } from '../scenario.ts';
import type { Missing } from './flows.ts';
import type { BillLine, OptionBill } from './gather.ts';
import { type HostFigures, hostCountOf } from './hosts.ts';
import type { LicensedProducts, Price } from './settings.ts';

export interface BillQuestion {
  readonly scenario: Scenario;
  readonly fleet: Fleet | null;
  readonly terms: readonly Terms[];
  readonly products: LicensedProducts;
  readonly hosts: HostFigures;
  readonly workloads: number | null;
  /** The plan that the hosts come from, and the host types that it indexes; null for typed hosts and today's. */
  readonly plan: { readonly plan: ConsolidationPlan; readonly types: readonly HostType[] } | null;
}

/** What the chosen products need of licences, line by line with its reasons; or what is lacking to say so. */
export type Licensing =
  | { readonly answer: LicenseAnswer; readonly lacks: null }
  | { readonly answer: null; readonly lacks: Missing['what'] };

/** Counts and prices the chosen products, by the terms of the catalogue and the quotes of the licence tool. */
export function licensingOf(question: BillQuestion): Licensing {
  const { scenario, products, terms } = question;
  // Years, currency and rates are those of this question: a mix of products is the cheapest for them.
  const { years, currency, rates } = scenario.cost;
  const policy: LicensingPolicy = { ...scenario.licensing, ...products, years, currency, rates };
  const found = estateOf(question, policy);
  if (found.lacks !== null) return { answer: null, lacks: found.lacks };
  const tolerate = scenario.failure.tolerate;
  return { answer: license({ estate: found.estate, policy, tolerate, terms }), lacks: null };
}

/** What the chosen products cost an option. */
export function billOf(question: BillQuestion): OptionBill {
  const { answer, lacks } = licensingOf(question);
  if (answer === null) {
    return { lines: [], missing: [{ kind: 'licences', what: lacks, name: '' }] };
  }
  return optionBill(answer.bill.lines, answer.notes);
}

/** Licence lines as amounts of an option, and what is missing for them. */
export function optionBill(
  lines: readonly LicenceLine[],
  notes: readonly LicenseNote[],
): OptionBill {
  const unknown = notes.flatMap((note): Missing[] =>
    note.kind === 'unknown-product' || note.kind === 'host-too-large'
      ? [{ kind: 'licences', what: 'licence', name: note.product }]
      : [],
  );
  const unsupported = lines.flatMap(({ product, notes: own }): Missing[] =>
    own.some(({ kind }) => kind === 'support-missing')
      ? [{ kind: 'licences', what: 'licenceSupport', name: product }]
      : [],
  );
  return { lines: lines.flatMap(toBillLine), missing: [...unknown, ...unsupported] };
}

function toBillLine(line: LicenceLine): BillLine[] {
  const { product, metric, price, once, perYear, amount } = line;
  const followsHosts = metric === 'core' || metric === 'socket' || metric === 'host';
  const origin =
    price === null || price.isQuote
      ? ({ kind: 'reader' } as const)
      : ({ kind: 'catalogue', asOf: price.asOf } as const);
  const common = { name: product, followsHosts, origin, counted: line.counted, metric };
  if (amount === null) {
    return [{ ...common, price: null, term: 'yearly', supportPerYear: null }];
  }
  if (once !== null) {
    const supportPerYear = perYear === null ? null : priceOf(perYear);
    return [{ ...common, price: priceOf(once), term: 'once', supportPerYear }];
  }
  if (perYear === null) return [];
  return [{ ...common, price: priceOf(perYear), term: 'yearly', supportPerYear: null }];
}

const priceOf = ({ minor, currency }: Money): Price => ({
  amount: minor / minorPerMajor[currency],
  currency,
});

type Found =
  | { readonly estate: Estate; readonly lacks: null }
  | { readonly estate: null; readonly lacks: Missing['what'] };

const lacking = (lacks: Missing['what']): Found => ({ estate: null, lacks });

/** Hosts and machines as licences see them: of the plan, or of the option's hosts with the fleet spread over them. */
function estateOf(question: BillQuestion, policy: LicensingPolicy): Found {
  const { scenario, fleet, hosts, plan, workloads } = question;
  if (plan !== null && fleet !== null) {
    const { mask } = softwareOf(fleet, policy);
    return { estate: estateOfClusters(fleet, mask, [plan.plan], plan.types), lacks: null };
  }
  if (hostCountOf(hosts) === null) return lacking('hosts');
  const rows: EstateHost[] = [];
  for (const { count, socketCount, coresPerSocket } of hosts.groups) {
    if (socketCount === null || coresPerSocket === null) return lacking('cores');
    const host = { socketCount, coresPerSocket, memoryGib: null, cluster: 0 };
    for (let index = 0; index < count; index++) rows.push(host);
  }
  if (fleet !== null) {
    return { estate: spread(fleet, scenario, rows, policy), lacks: null };
  }
  return numbersOf(rows, policy, workloads);
}

/** The fleet's machines dealt out to the hosts in turn. */
function spread(
  fleet: Fleet,
  scenario: Scenario,
  hosts: readonly EstateHost[],
  policy: LicensingPolicy,
): Estate {
  const { mask } = softwareOf(fleet, policy);
  const { rows } = selectWorkloads(fleet, scenario.exclude);
  return {
    hosts,
    // An unknown number of vCPUs counts as one: every minimum still holds.
    vcpuCount: Float64Array.from(rows, (row) => at(fleet.vcpuCount, row) || 1),
    hostOf: Int32Array.from(rows, (_, index) => index % Math.max(1, hosts.length)),
    software: Uint8Array.from(rows, (row) => at(mask, row)),
    claimedTib: 0,
  };
}

/** Without a fleet: what machines run is in the numbers of the licence tool, or is asked for. */
function numbersOf(
  hosts: readonly EstateHost[],
  policy: LicensingPolicy,
  workloads: number | null,
): Found {
  const { numbers, choices } = policy;
  const asksForGuests = Object.values(choices).some((choice) => choice !== null);
  if (numbers === null && asksForGuests) return lacking('software');
  const machines = numbers?.machines ?? workloads ?? 0;
  const estate = estateOfNumbers({
    ...bareHost,
    ...numbers,
    hosts: hosts.length,
    machines,
  });
  return { estate: { ...estate, hosts }, lacks: null };
}
