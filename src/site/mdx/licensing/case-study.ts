import { getCollection } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFiles } from '~/import/import-files.ts';
import { planSteps } from '~/model/consolidation/consolidate.ts';
import { selectWorkloads } from '~/model/consolidation/selection.ts';
import type { LicenceLine } from '~/model/licensing/bill.ts';
import { machinesWith } from '~/model/licensing/estate.ts';
import { estateOfClusters, softwareOf } from '~/model/licensing/fleet-estate.ts';
import { license } from '~/model/licensing/license.ts';
import { finish } from '~/model/licensing/licensing-steps.ts';
import type { LicensingPolicy } from '~/model/licensing/policy.ts';
import { type Text, toHostType } from '~/scenario/catalogue.ts';
import { defaultScenario } from '~/scenario/defaults.ts';
import { toAllTerms } from '~/scenario/licensing-catalogue.ts';
import { defaultLicensing } from '~/scenario/licensing-defaults.ts';
import { licenceShelf } from './shelf.ts';

/** What the trace does not say, and this case assumes. The page says so. */
export const assumed = { windows: 0.6, sql: 0.1 } as const;
const sample = 'public/samples/bitbrains-2013-8.zip';
const hostId = 'dell-r770-6787p';
const oldHostId = 'report-dl360-g5';
const hypervisors = [
  'vmware-vcf',
  'vmware-vvf',
  'azure-local',
  'hyper-v-2025',
  'proxmox-premium',
  'kvm',
] as const;

export interface CaseStudy {
  readonly machines: number;
  readonly windows: number;
  readonly sql: number;
  readonly hostName: Text;
  readonly oldHostName: Text;
  readonly before: CaseRow;
  readonly after: readonly CaseRow[];
}

export interface CaseRow {
  /** Null: every machine on a server of its own. */
  readonly hypervisor: string | null;
  readonly hosts: number;
  readonly lines: readonly LicenceLine[];
}

let kept: Promise<CaseStudy> | null = null;

/** Computed once a build, for both languages. */
export function caseStudy(): Promise<CaseStudy> {
  kept ??= compute();
  return kept;
}

async function compute(): Promise<CaseStudy> {
  const data = new Uint8Array(await readFile(join(process.cwd(), sample)));
  const outcome = await importFiles([{ name: 'bitbrains.zip', data }], null, null);
  if (outcome.kind !== 'imported') throw new Error('the Bitbrains sample cannot be read');
  const { fleet } = outcome;
  const entries = (await getCollection('hostTypes')).map(({ data: entry }) => entry);
  const typeOf = (id: string) => {
    const found = entries.find((entry) => entry.id === id);
    if (found === undefined) throw new Error(`no host type ${id}`);
    return found;
  };
  const [hostEntry, oldEntry] = [typeOf(hostId), typeOf(oldHostId)];
  const [host, old] = [toHostType(hostEntry, 'en'), toHostType(oldEntry, 'en')];
  const policy: LicensingPolicy = {
    ...defaultLicensing,
    currency: 'USD',
    assumedRatio: { ...defaultLicensing.assumedRatio, ...assumed },
  };
  const { mask } = softwareOf(fleet, policy);
  const scenario = { ...defaultScenario, hostTypes: [host], effort: 0 };
  const plan = finish(planSteps(fleet, scenario));
  if (plan.kind === 'impossible') throw new Error('the Bitbrains sample cannot be placed');
  const { products } = await licenceShelf();
  const terms = toAllTerms(products);
  const estate = estateOfClusters(fleet, mask, [plan], [host]);
  const { tolerate } = scenario.failure;

  const { rows } = selectWorkloads(fleet, scenario.exclude);
  const single = new Int32Array(fleet.count).fill(-1);
  rows.forEach((row, index) => {
    single[row] = index;
  });
  const alone = { hostOf: single, hostTypeIndex: new Int32Array(rows.length) };
  const before = license({
    estate: estateOfClusters(fleet, mask, [alone], [old]),
    policy: { ...policy, hypervisor: null, mobility: 'bound' },
    tolerate: 0,
    // A machine of its own is no VM: licences of VMs are not for it.
    terms: terms.filter(({ reach }) => reach !== 'machine'),
  });
  return {
    machines: rows.length,
    windows: machinesWith(estate, 'windows'),
    sql: machinesWith(estate, 'sql'),
    hostName: hostEntry.name,
    oldHostName: oldEntry.name,
    before: { hypervisor: null, hosts: rows.length, lines: before.bill.lines },
    after: hypervisors.map((hypervisor) => ({
      hypervisor,
      hosts: plan.hosts,
      lines: license({ estate, policy: { ...policy, hypervisor }, tolerate, terms }).bill.lines,
    })),
  };
}

/** Amounts of a row in dollars by what they are for; what is in another currency stands apart. */
export function sumsOf({ lines }: CaseRow) {
  const of = (wanted: (line: LicenceLine) => boolean) =>
    lines
      .filter(wanted)
      .reduce((sum, { amount }) => sum + (amount?.currency === 'USD' ? amount.minor : 0), 0);
  return {
    hypervisor: lines.find(({ layer }) => layer === 'hypervisor')?.amount ?? null,
    windows: of(({ covers }) => covers === 'windows'),
    sql: of(({ covers }) => covers === 'sql'),
    dollars: of(() => true),
  };
}
