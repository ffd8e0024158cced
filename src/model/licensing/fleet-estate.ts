import { at, item } from '../columns.ts';
import { type Fleet, type Labels, labelAt } from '../fleet/fleet.ts';
import type { HostType } from '../scenario.ts';
import { bitOf, type Estate, type EstateHost, runs } from './estate.ts';
import type { LicenseNote } from './license.ts';
import type { LicensingPolicy } from './policy.ts';
import { type Software, software } from './terms.ts';

/** What labels say of software, in any case: of the operating system, and of the application. */
const osPatterns: readonly (readonly [Software, RegExp])[] = [
  // Not the clients, such as Windows 11: they are licensed otherwise.
  ['windows', /windows.*(server|\b20(00|03|08|12|16|19|22|25)\b)/i],
  ['rhel', /red ?hat|rhel/i],
  ['sles', /suse|sles/i],
];
const applicationPatterns: readonly (readonly [Software, RegExp])[] = [
  ['sql', /sql ?server|mssql/i],
  ['oracle', /oracle/i],
];

type Knowledge = Pick<LicensingPolicy, 'assumedRatio' | 'named'>;

/** What each machine of a fleet runs, by its labels, the reader's lists, and assumed shares where labels are empty. */
export function softwareOf(
  fleet: Fleet,
  { assumedRatio, named }: Knowledge,
): { readonly mask: Uint8Array; readonly notes: readonly LicenseNote[] } {
  const { os, application } = fleet.labels;
  const mask = new Uint8Array(fleet.count);
  const mark = (row: number, which: Software) => {
    mask[row] = at(mask, row) | bitOf(which);
  };
  markLabels(os, osPatterns, mark);
  markLabels(application, applicationPatterns, mark);
  const assumed = new Map<Software, number>();
  const assume = (row: number, which: Software | null) => {
    if (which === null) return;
    mark(row, which);
    assumed.set(which, (assumed.get(which) ?? 0) + 1);
  };
  const systems = turns(['windows', 'rhel', 'sles'], assumedRatio);
  const [onWindows, onOthers] = [turns(['sql'], assumedRatio), turns(['oracle'], assumedRatio)];
  let unknown = 0;
  for (let row = 0; row < fleet.count; row++) {
    if (labelAt(os, row) === '') {
      unknown++;
      assume(row, systems());
    }
    if (labelAt(application, row) !== '') continue;
    assume(row, runs(at(mask, row), 'windows') ? onWindows() : onOthers());
  }
  markNamed(fleet, named, mark);
  const notes: LicenseNote[] = [...assumed].map(([which, machines]) => ({
    kind: 'assumed',
    which,
    machines,
  }));
  if (unknown > 0) notes.push({ kind: 'labels-unknown', machines: unknown });
  return { mask, notes };
}

type Mark = (row: number, which: Software) => void;

function markLabels(labels: Labels, patterns: typeof osPatterns, mark: Mark) {
  const found = labels.texts.map((text) =>
    patterns.filter(([, pattern]) => pattern.test(text)).map(([which]) => which),
  );
  labels.index.forEach((text, row) => {
    for (const which of item(found, text)) mark(row, which);
  });
}

function markNamed(fleet: Fleet, named: Knowledge['named'], mark: Mark) {
  const rows = new Map(fleet.names.map((name, row) => [name, row]));
  for (const which of software) {
    for (const name of named[which]) {
      const row = rows.get(name);
      if (row !== undefined) mark(row, which);
    }
  }
}

/**
 * Deals out software by share, evenly: after n calls each has had its share of n, give or take one (smooth weighted
 * round robin).
 */
function turns(
  which: readonly Software[],
  ratios: LicensingPolicy['assumedRatio'],
): () => Software | null {
  const sum = which.reduce((total, name) => total + ratios[name], 0);
  const shares = [...which.map((name) => [name, ratios[name]] as const), [null, 1 - sum] as const];
  const credit = shares.map(() => 0);
  return () => {
    if (sum <= 0) return null;
    let richest = 0;
    shares.forEach(([, share], index) => {
      credit[index] = item(credit, index) + share;
      if (item(credit, index) > item(credit, richest)) richest = index;
    });
    credit[richest] = item(credit, richest) - 1;
    return item(shares, richest)[0];
  };
}

/** A cluster that was planned: hosts by type, and the host of each fleet row (−1: not in this cluster). */
export interface PlannedCluster {
  readonly hostOf: Int32Array;
  readonly hostTypeIndex: Int32Array;
}

/** Clusters side by side as one estate. */
export function estateOfClusters(
  fleet: Fleet,
  mask: Uint8Array,
  clusters: readonly PlannedCluster[],
  hostTypes: readonly HostType[],
): Estate {
  const hosts: EstateHost[] = [];
  const vcpus: number[] = [];
  const hostOf: number[] = [];
  const masks: number[] = [];
  clusters.forEach((cluster, index) => {
    const first = hosts.length;
    for (const type of cluster.hostTypeIndex) {
      const { socketCount, coresPerSocket, memoryGib } = item(hostTypes, type);
      hosts.push({ socketCount, coresPerSocket, memoryGib, cluster: index });
    }
    cluster.hostOf.forEach((host, row) => {
      if (host < 0) return;
      hostOf.push(first + host);
      const vcpu = at(fleet.vcpuCount, row);
      // An unknown number of vCPUs counts as one: every minimum still holds.
      vcpus.push(Number.isNaN(vcpu) ? 1 : vcpu);
      masks.push(at(mask, row));
    });
  });
  return {
    hosts,
    vcpuCount: Float64Array.from(vcpus),
    hostOf: Int32Array.from(hostOf),
    software: Uint8Array.from(masks),
    claimedTib: 0,
  };
}
