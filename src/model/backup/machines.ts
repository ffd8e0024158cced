import { at } from '../columns.ts';
import { selectWorkloads } from '../consolidation/selection.ts';
import { type Fleet, labelAt } from '../fleet/fleet.ts';
import type { ExcludePolicy } from '../scenario.ts';
import type { BackupClass, BackupSettings, ClassMatch } from './settings.ts';

/** The machines to back up, as columns; row i of every column is the same machine. */
export interface Machines {
  readonly count: number;
  /** Fleet row of each; null without a fleet. */
  readonly rows: Int32Array | null;
  readonly usedGib: Float64Array;
  readonly hostOf: Int32Array;
  readonly hostCount: number;
  /** Names of the hosts; empty texts where they have none. */
  readonly hostNames: readonly string[];
  /** Index into the classes; their number for the rest. */
  readonly classOf: Int32Array;
  readonly notes: readonly BackupNote[];
}

/** Something that the reader must know to trust the figures. */
export type BackupNote =
  /** No use of the disk was measured: what is provisioned counts in full. */
  | { readonly kind: 'size-provisioned'; readonly machines: number }
  /** Neither use nor size of the disk is known: the reader's figure for one machine is taken. */
  | { readonly kind: 'size-unknown'; readonly machines: number; readonly assumedGib: number }
  /** The host is unknown: spread evenly over as many hosts as given. */
  | { readonly kind: 'host-unknown'; readonly machines: number; readonly hosts: number }
  | { readonly kind: 'templates-left-out'; readonly machines: number }
  | { readonly kind: 'name-unknown'; readonly name: string }
  | { readonly kind: 'sample-fleet' };

/** Machines of a fleet, or as many like ones as the reader gives figures for. */
export const machinesOf = (
  fleet: Fleet | null,
  settings: BackupSettings,
  exclude: ExcludePolicy,
): Machines =>
  fleet === null ? sampleMachines(settings) : fleetMachines(fleet, settings, exclude);

function sampleMachines({ sample, classes }: BackupSettings): Machines {
  const { machines, usedGib, hosts } = sample;
  return {
    count: machines,
    rows: null,
    usedGib: new Float64Array(machines).fill(usedGib),
    hostOf: Int32Array.from({ length: machines }, (_, row) => row % hosts),
    hostCount: hosts,
    hostNames: Array.from({ length: hosts }, () => ''),
    classOf: new Int32Array(machines).fill(classes.length),
    notes: [{ kind: 'sample-fleet' }],
  };
}

function fleetMachines(fleet: Fleet, settings: BackupSettings, exclude: ExcludePolicy): Machines {
  // A machine that is switched off has data all the same.
  const { rows, left } = selectWorkloads(fleet, { ...exclude, poweredOff: false });
  const sizes = sizesOf(fleet, rows, settings.sample.usedGib);
  const hosts = hostsOf(fleet, rows, settings.sample.hosts);
  const classOf = classify(fleet, rows, sizes.usedGib, settings.classes);
  const known = new Set(fleet.names);
  const unknown = settings.classes
    .flatMap(({ match }) => match.names)
    .filter((name) => !known.has(name));
  return {
    count: rows.length,
    rows,
    usedGib: sizes.usedGib,
    hostOf: hosts.hostOf,
    hostCount: hosts.names.length,
    hostNames: hosts.names,
    classOf,
    notes: [
      ...sizes.notes,
      ...hosts.notes,
      ...(left.templates > 0
        ? [{ kind: 'templates-left-out', machines: left.templates } as const]
        : []),
      ...unknown.map((name) => ({ kind: 'name-unknown', name }) as const),
    ],
  };
}

/** What each machine occupies: measured use of its disks where known, else what they are given, else what is assumed. */
function sizesOf(fleet: Fleet, rows: Int32Array, assumedGib: number) {
  let provisioned = 0;
  let unknown = 0;
  const usedGib = Float64Array.from(rows, (row) => {
    const used = [fleet.use.disk.max, fleet.use.disk.mean].find(
      (column) => !Number.isNaN(at(column, row)),
    );
    if (used !== undefined) return at(used, row);
    const given = at(fleet.diskProvisionedGib, row);
    if (Number.isNaN(given)) unknown++;
    else provisioned++;
    return Number.isNaN(given) ? assumedGib : given;
  });
  const notes: BackupNote[] = [];
  if (provisioned > 0) notes.push({ kind: 'size-provisioned', machines: provisioned });
  if (unknown > 0) notes.push({ kind: 'size-unknown', machines: unknown, assumedGib });
  return { usedGib, notes };
}

function hostsOf(fleet: Fleet, rows: Int32Array, assumed: number) {
  const numbers = new Map<string, number>();
  let homeless = 0;
  for (const row of rows) {
    const name = labelAt(fleet.labels.host, row);
    if (name === '') homeless++;
    else if (!numbers.has(name)) numbers.set(name, numbers.size);
  }
  const known = numbers.size;
  const count = known > 0 ? known : assumed;
  let turn = 0;
  const hostOf = Int32Array.from(rows, (row) => {
    const name = labelAt(fleet.labels.host, row);
    return name === '' ? turn++ % count : (numbers.get(name) as number);
  });
  const names = known > 0 ? [...numbers.keys()] : Array.from({ length: assumed }, () => '');
  const notes: BackupNote[] =
    homeless > 0 ? [{ kind: 'host-unknown', machines: homeless, hosts: count }] : [];
  return { hostOf, names, notes };
}

function classify(
  fleet: Fleet,
  rows: Int32Array,
  usedGib: Float64Array,
  classes: readonly BackupClass[],
): Int32Array {
  const tests = classes.map(({ match }) => matcher(fleet, match));
  return Int32Array.from(rows, (row, index) => {
    const found = tests.findIndex((test) => test(row, at(usedGib, index)));
    return found === -1 ? classes.length : found;
  });
}

const matchedLabels = ['os', 'application', 'environment', 'folder', 'cluster'] as const;

/** A class without any condition matches nothing: it would otherwise silently take the whole fleet. */
function matcher(fleet: Fleet, match: ClassMatch): (row: number, gib: number) => boolean {
  const names = new Set(match.names);
  const labels = matchedLabels.filter((label) => match[label].length > 0);
  const wanted = labels.map((label) => match[label].map((text) => text.toLowerCase()));
  const hasSize = match.atLeastGib !== null || match.atMostGib !== null;
  const isRule = labels.length > 0 || hasSize;
  const least = match.atLeastGib ?? 0;
  const most = match.atMostGib ?? Number.POSITIVE_INFINITY;
  return (row, gib) => {
    if (names.has(fleet.names[row] as string)) return true;
    if (!isRule || gib < least || gib > most) return false;
    return labels.every((label, index) => {
      const text = labelAt(fleet.labels[label], row).toLowerCase();
      return (wanted[index] as string[]).some((part) => text.includes(part));
    });
  };
}
