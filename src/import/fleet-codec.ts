import {
  type ExistingHost,
  type Fleet,
  type Labels,
  labelNames,
  type Profile,
  powerStates,
  type Use,
} from '../model/fleet/fleet.ts';
import { type MeasuredResource, measuredResources } from '../model/fleet/resources.ts';
import { workloadLimit } from './fleet-builder.ts';
import { slotLimit } from './profile-builder.ts';

/** Raised when the form below changes; older ones are then read by an upgrade, newer ones refused. */
export const fleetFormVersion = 1;

const textLimit = 10_000;
const cellLimit = 2 ** 27;

/** A fleet as JSON can hold it: columns as base64 of their little-endian bytes, so that NaN stays NaN. */
export interface FleetForm {
  readonly kind: 'hostfit-fleet';
  readonly version: number;
  readonly name: string;
  readonly count: number;
  readonly names: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, { texts: readonly string[]; index: string }>>;
  readonly profile: {
    readonly slotCount: number;
    readonly slotSeconds: number;
    readonly startEpochSeconds: number | null;
    readonly columns: Readonly<Record<string, string>>;
  } | null;
  readonly hosts: readonly ExistingHost[];
}

export type Decoded =
  | { readonly kind: 'decoded'; readonly fleet: Fleet }
  /** `at` names the part that is wrong, for the reader of an error message. */
  | { readonly kind: 'refused'; readonly at: string };

const figureNames = [
  'vcpuCount',
  'cpuProvisionedMhz',
  'memoryConfiguredGib',
  'diskProvisionedGib',
] as const;
const useFigures = ['mean', 'p95', 'max'] as const;

/** Makes a fleet's form for a project file. Columns without a known figure are left out. */
export function encodeFleet(fleet: Fleet): FleetForm {
  const columns: Record<string, string> = {};
  const put = (name: string, column: Float64Array) => {
    if (column.some((value) => !Number.isNaN(value))) columns[name] = floatsToText(column);
  };
  for (const name of figureNames) put(name, fleet[name]);
  for (const resource of measuredResources) {
    for (const figure of useFigures) put(`${resource}.${figure}`, fleet.use[resource][figure]);
  }
  columns['powerState'] = bytesToText(fleet.powerState);
  columns['isTemplate'] = bytesToText(fleet.isTemplate);
  const { profile } = fleet;
  return {
    kind: 'hostfit-fleet',
    version: fleetFormVersion,
    name: fleet.name,
    count: fleet.count,
    names: [...fleet.names],
    columns,
    labels: Object.fromEntries(
      labelNames.map((label) => {
        const { texts, index } = fleet.labels[label];
        return [label, { texts: [...texts], index: floatsToText(Float64Array.from(index)) }];
      }),
    ),
    profile: profile && {
      slotCount: profile.slotCount,
      slotSeconds: profile.slotSeconds,
      startEpochSeconds: profile.startEpochSeconds,
      columns: Object.fromEntries(
        Object.entries(profile.columns).map(([name, column]) => [name, floatsToText(column)]),
      ),
    },
    hosts: fleet.hosts.map((host) => ({ ...host })),
  };
}

/** Why a form is refused; never leaves this file. */
class Refusal extends Error {}
function need(condition: boolean, at: string): asserts condition {
  if (!condition) throw new Refusal(at);
}

/** Reads a fleet's form, which may come from anyone: everything in it is checked, and nothing else is taken over. */
export function decodeFleet(form: unknown): Decoded {
  try {
    return { kind: 'decoded', fleet: readFleet(form) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', at: error.message };
    throw error;
  }
}

function readFleet(form: unknown): Fleet {
  const root = recordOf(form, 'fleet');
  need(own(root, 'kind') === 'hostfit-fleet', 'kind');
  need(own(root, 'version') === fleetFormVersion, 'version');
  const count = wholeOf(own(root, 'count'), workloadLimit, 'count');
  const names = textsOf(own(root, 'names'), count, 'names');
  need(new Set(names).size === count && !names.includes(''), 'names');
  const columns = recordOf(own(root, 'columns'), 'columns');
  const figure = (name: string) => {
    const text = own(columns, name);
    if (text === undefined) return new Float64Array(count).fill(Number.NaN);
    return figuresOf(text, count, name);
  };
  const flags = (name: string, limit: number) => {
    const bytes = bytesOf(own(columns, name), count, name);
    need(
      bytes.every((value) => value < limit),
      name,
    );
    return bytes;
  };
  return {
    name: textOf(own(root, 'name'), 'name'),
    count,
    names,
    vcpuCount: figure('vcpuCount'),
    cpuProvisionedMhz: figure('cpuProvisionedMhz'),
    memoryConfiguredGib: figure('memoryConfiguredGib'),
    diskProvisionedGib: figure('diskProvisionedGib'),
    use: Object.fromEntries(
      measuredResources.map((resource): [MeasuredResource, Use] => [
        resource,
        {
          mean: figure(`${resource}.mean`),
          p95: figure(`${resource}.p95`),
          max: figure(`${resource}.max`),
        },
      ]),
    ) as Record<MeasuredResource, Use>,
    profile: profileOf(own(root, 'profile'), count),
    powerState: flags('powerState', powerStates.length),
    isTemplate: flags('isTemplate', 2),
    labels: labelsOf(own(root, 'labels'), count),
    hosts: hostsOf(own(root, 'hosts')),
  };
}

function profileOf(value: unknown, count: number): Profile | null {
  if (value === null) return null;
  const form = recordOf(value, 'profile');
  const slotCount = wholeOf(own(form, 'slotCount'), slotLimit, 'slotCount');
  need(slotCount > 0 && slotCount * count <= cellLimit, 'slotCount');
  const slotSeconds = own(form, 'slotSeconds');
  need(isFiniteNumber(slotSeconds) && slotSeconds > 0, 'slotSeconds');
  const start = own(form, 'startEpochSeconds');
  need(start === null || isFiniteNumber(start), 'startEpochSeconds');
  const given = recordOf(own(form, 'columns'), 'profile.columns');
  const columns: Partial<Record<MeasuredResource, Float64Array>> = {};
  for (const resource of measuredResources) {
    const text = own(given, resource);
    if (text !== undefined)
      columns[resource] = figuresOf(text, slotCount * count, `profile.${resource}`);
  }
  return { slotCount, slotSeconds, startEpochSeconds: start, columns };
}

function labelsOf(value: unknown, count: number): Fleet['labels'] {
  const form = recordOf(value, 'labels');
  const read = (label: string): Labels => {
    const entry = recordOf(own(form, label), label);
    const texts = own(entry, 'texts');
    need(Array.isArray(texts) && texts.length > 0 && texts.length <= count + 1, label);
    const known = textsOf(texts, texts.length, label);
    const numbers = floatsOf(own(entry, 'index'), count, label);
    need(
      numbers.every((number) => Number.isInteger(number) && number >= 0 && number < known.length),
      label,
    );
    return { texts: known, index: Int32Array.from(numbers) };
  };
  return Object.fromEntries(labelNames.map((label) => [label, read(label)])) as Fleet['labels'];
}

const hostNumbers = ['socketCount', 'coreCount', 'coreMhz', 'memoryGib', 'nicCount'] as const;

function hostsOf(value: unknown): ExistingHost[] {
  need(Array.isArray(value) && value.length <= workloadLimit, 'hosts');
  return value.map((entry: unknown) => {
    const form = recordOf(entry, 'hosts');
    const numbers = Object.fromEntries(
      hostNumbers.map((name) => {
        const number = own(form, name);
        need(number === null || (isFiniteNumber(number) && number >= 0), `hosts.${name}`);
        return [name, number];
      }),
    ) as Record<(typeof hostNumbers)[number], number | null>;
    const hasHyperThreading = own(form, 'hasHyperThreading');
    need(
      hasHyperThreading === null || typeof hasHyperThreading === 'boolean',
      'hosts.hasHyperThreading',
    );
    return {
      name: textOf(own(form, 'name'), 'hosts.name'),
      cluster: textOf(own(form, 'cluster'), 'hosts.cluster'),
      cpuModel: textOf(own(form, 'cpuModel'), 'hosts.cpuModel'),
      model: textOf(own(form, 'model'), 'hosts.model'),
      hasHyperThreading,
      ...numbers,
    };
  });
}

/** An own property only: `constructor` or `__proto__` of a form are no parts of it. */
const own = (record: Record<string, unknown>, name: string): unknown =>
  Object.hasOwn(record, name) ? record[name] : undefined;

const isFiniteNumber = (value: unknown): value is number => Number.isFinite(value);

function recordOf(value: unknown, at: string): Record<string, unknown> {
  need(typeof value === 'object' && value !== null && !Array.isArray(value), at);
  return value as Record<string, unknown>;
}

function textOf(value: unknown, at: string): string {
  need(typeof value === 'string' && value.length <= textLimit, at);
  return value;
}

function textsOf(value: unknown, count: number, at: string): string[] {
  need(Array.isArray(value) && value.length === count, at);
  return value.map((text: unknown) => textOf(text, at));
}

function wholeOf(value: unknown, limit: number, at: string): number {
  need(Number.isInteger(value) && (value as number) >= 0 && (value as number) <= limit, at);
  return value as number;
}

/** A column of figures: unknown (NaN), or finite and not negative. */
function figuresOf(value: unknown, count: number, at: string): Float64Array {
  const column = floatsOf(value, count, at);
  need(
    column.every((figure) => Number.isNaN(figure) || (figure >= 0 && figure < Infinity)),
    at,
  );
  return column;
}

function floatsToText(column: Float64Array): string {
  const bytes = new Uint8Array(column.length * 8);
  const view = new DataView(bytes.buffer);
  column.forEach((value, i) => {
    view.setFloat64(i * 8, value, true);
  });
  return bytesToText(bytes);
}

function floatsOf(value: unknown, count: number, at: string): Float64Array {
  const bytes = bytesOf(value, count * 8, at);
  const view = new DataView(bytes.buffer);
  return Float64Array.from({ length: count }, (_, i) => view.getFloat64(i * 8, true));
}

/** Base64 in pieces: a call takes no more than some ten thousand arguments. */
function bytesToText(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += 8190) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(from, from + 8190))));
  }
  return pieces.join('');
}

function bytesOf(value: unknown, length: number, at: string): Uint8Array<ArrayBuffer> {
  need(typeof value === 'string' && value.length === 4 * Math.ceil(length / 3), at);
  let binary: string;
  try {
    binary = atob(value);
  } catch {
    throw new Refusal(at);
  }
  need(binary.length === length, at);
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
