import {
  type ExistingHost,
  type Fleet,
  type LabelName,
  type Labels,
  labelNames,
  type PowerState,
  type Profile,
  powerStates,
  type Use,
} from '../model/fleet/fleet.ts';
import { measuredResources } from '../model/fleet/resources.ts';

/** What a spreadsheet holds in one sheet, and more than the largest data centre has. */
export const workloadLimit = 1_048_576;
/** A name longer than this is a file in a wrong column. */
const longestText = 1000;

/** A column of numbers that grows by doubling; what was never set is NaN. */
export class NumberColumn {
  private values = new Float64Array(64).fill(Number.NaN);

  get(row: number): number {
    return this.values[row] ?? Number.NaN;
  }
  set(row: number, value: number) {
    if (row >= this.values.length) {
      const larger = new Float64Array(Math.max(row + 1, this.values.length * 2));
      larger.set(this.values);
      larger.fill(Number.NaN, this.values.length);
      this.values = larger;
    }
    this.values[row] = value;
  }
  /** Adds to what is known; the first figure starts the sum. */
  add(row: number, value: number) {
    const before = this.get(row);
    this.set(row, Number.isNaN(before) ? value : before + value);
  }
  toArray(count: number): Float64Array {
    const exact = new Float64Array(count).fill(Number.NaN);
    exact.set(this.values.subarray(0, count));
    return exact;
  }
}

/** A column of texts that often repeat: each is kept once. */
class TextColumn {
  private readonly texts: string[] = [''];
  private readonly numberOf = new Map<string, number>([['', 0]]);
  private readonly index: number[] = [];

  set(row: number, text: string) {
    while (this.index.length < row) this.index.push(0);
    let number = this.numberOf.get(text);
    if (number === undefined) {
      number = this.texts.length;
      this.texts.push(text);
      this.numberOf.set(text, number);
    }
    this.index[row] = number;
  }
  get(row: number): string {
    return this.texts[this.index[row] ?? 0] ?? '';
  }
  toLabels(count: number): Labels {
    const index = new Int32Array(count);
    for (let row = 0; row < count; row++) index[row] = this.index[row] ?? 0;
    return { texts: this.texts, index };
  }
}

export type FigureName =
  | 'vcpuCount'
  | 'cpuProvisionedMhz'
  | 'memoryConfiguredGib'
  | 'diskProvisionedGib';
export type UseFigure = keyof Use;

const figureNames: readonly FigureName[] = [
  'vcpuCount',
  'cpuProvisionedMhz',
  'memoryConfiguredGib',
  'diskProvisionedGib',
];
const useFigures: readonly UseFigure[] = ['mean', 'p95', 'max'];

const recordOf = <Key extends string, Value>(keys: readonly Key[], make: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, make(key)])) as Record<Key, Value>;

export interface BuiltFleet {
  readonly fleet: Fleet;
  /** Names that had to be told apart, as they were, once for each workload that got a new one. */
  readonly duplicates: readonly string[];
}

/** Collects workloads one by one, in any order of columns, into a fleet. */
export class FleetBuilder {
  readonly figures = recordOf(figureNames, () => new NumberColumn());
  readonly use = recordOf(measuredResources, () => recordOf(useFigures, () => new NumberColumn()));
  hosts: readonly ExistingHost[] = [];
  profile: Profile | null = null;
  private readonly names: string[] = [];
  private readonly labels = recordOf(labelNames, () => new TextColumn());
  private readonly powerState: number[] = [];
  private readonly templates = new Set<number>();
  private readonly leftOut = new Set<number>();

  get count(): number {
    return this.names.length;
  }

  /** @returns the new workload's row */
  add(name: string): number {
    this.powerState.push(powerStates.indexOf('unknown'));
    return this.names.push(name.slice(0, longestText)) - 1;
  }
  nameOf(row: number): string {
    return this.names[row] ?? '';
  }
  /** A workload that turned out to be of no use: it is not built. */
  leaveOut(row: number) {
    this.leftOut.add(row);
  }
  setPowerState(row: number, state: PowerState) {
    this.powerState[row] = powerStates.indexOf(state);
  }
  powerStateOf(row: number): PowerState {
    return powerStates[this.powerState[row] ?? -1] ?? 'unknown';
  }
  markTemplate(row: number) {
    this.templates.add(row);
  }
  setLabel(row: number, name: LabelName, text: string) {
    this.labels[name].set(row, text.trim().slice(0, longestText));
  }
  labelOf(row: number, name: LabelName): string {
    return this.labels[name].get(row);
  }

  /** How many workloads the fleet will have. */
  get keptCount(): number {
    return this.count - this.leftOut.size;
  }

  /** The rows that become workloads, in order. */
  keptRows(): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.count; row++) if (!this.leftOut.has(row)) rows.push(row);
    return rows;
  }

  /** Makes the fleet. The profile, if any, has one stretch for each kept row. */
  build(name: string): BuiltFleet {
    const rows = this.keptRows();
    const pick = (column: NumberColumn) => {
      const all = column.toArray(this.count);
      return rows.length === this.count
        ? all
        : Float64Array.from(rows, (row) => all[row] as number);
    };
    const labels = recordOf(labelNames, (label) => {
      const { texts, index } = this.labels[label].toLabels(this.count);
      return { texts, index: Int32Array.from(rows, (row) => index[row] as number) };
    });
    const { names, duplicates } = uniqueNames(rows.map((row) => this.nameOf(row)));
    const fleet: Fleet = {
      name,
      count: rows.length,
      names,
      ...recordOf(figureNames, (figure) => pick(this.figures[figure])),
      use: recordOf(measuredResources, (resource) =>
        recordOf(useFigures, (figure) => pick(this.use[resource][figure])),
      ),
      profile: this.profile,
      powerState: Uint8Array.from(rows, (row) => this.powerState[row] as number),
      isTemplate: Uint8Array.from(rows, (row) => (this.templates.has(row) ? 1 : 0)),
      labels,
      hosts: this.hosts,
    };
    return { fleet, duplicates };
  }
}

/** Tells equal names apart by ' (2)', ' (3)' …, never taking a name that another workload has by itself. */
function uniqueNames(names: readonly string[]): { names: string[]; duplicates: string[] } {
  const taken = new Set(names);
  const seen = new Map<string, number>();
  const duplicates: string[] = [];
  const unique = names.map((name) => {
    const before = seen.get(name);
    if (before === undefined) {
      seen.set(name, 1);
      return name;
    }
    duplicates.push(name);
    let number = before + 1;
    while (taken.has(`${name} (${number})`)) number += 1;
    seen.set(name, number);
    const renamed = `${name} (${number})`;
    taken.add(renamed);
    return renamed;
  });
  return { names: unique, duplicates };
}

/** The hosts that a fleet's rows name from `first` on, where the source says nothing more about them. */
export function hostsByName(builder: FleetBuilder, first: number): ExistingHost[] {
  const hosts = new Map<string, ExistingHost>();
  for (let row = first; row < builder.count; row++) {
    const name = builder.labelOf(row, 'host');
    if (name === '' || hosts.has(name)) continue;
    hosts.set(name, {
      name,
      cluster: builder.labelOf(row, 'cluster'),
      cpuModel: '',
      socketCount: null,
      coreCount: null,
      coreMhz: null,
      hasHyperThreading: null,
      memoryGib: null,
      nicCount: null,
      model: '',
    });
  }
  return Array.from(hosts.values());
}
