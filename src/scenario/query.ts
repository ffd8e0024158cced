import type { Scenario } from '../model/scenario.ts';
import { defaultScenario } from './defaults.ts';
import type { ParsedScenario } from './parse.ts';
import { isPlain } from './plain.ts';

/*
 * Settings in the address: only what differs from the defaults, as JSON, deflated by the platform's own
 * CompressionStream (no library), as base64url. A leading '1' is the version of this form.
 *
 * Workload names are settings of a fleet that the address does not carry, and they may be confidential: they stay out
 * of it (see project-file.ts).
 */

const formVersion = '1';

/** Writes a scenario for an address; the defaults are the empty text. */
export async function toQuery(scenario: Scenario): Promise<string> {
  const difference = differing(defaultScenario, withoutNames(scenario));
  if (difference === undefined) return '';
  const bytes = new TextEncoder().encode(JSON.stringify(difference));
  return formVersion + toBase64Url(await through(bytes, new CompressionStream('deflate-raw')));
}

/** Reads what {@link toQuery} wrote; a damaged or hand-made text is a problem, never an exception. */
export async function fromQuery(query: string): Promise<ParsedScenario> {
  if (query === '') return { kind: 'ok', scenario: defaultScenario };
  // Loaded here: a page whose address has no settings checks none, and need not load the schema.
  const { parseScenario } = await import('./parse.ts');
  try {
    if (!query.startsWith(formVersion)) throw new Error('unknown version');
    const packed = fromBase64Url(query.slice(formVersion.length));
    const bytes = await through(packed, new DecompressionStream('deflate-raw'), largestBytes);
    return parseScenario(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    const value = query.length > 80 ? `${query.slice(0, 79)}…` : query;
    return { kind: 'bad', problems: [{ path: '', value, expected: 'settings of this site' }] };
  }
}

/** The scenario without anything that names the reader's machines. */
export const withoutNames = (scenario: Scenario): Scenario => ({
  ...scenario,
  exclude: { ...scenario.exclude, names: [] },
  rules: defaultScenario.rules,
  migration: { ...scenario.migration, stay: [], devices: [], localDisks: [] },
  failover: withoutTargetNames(scenario.failover),
  backup: {
    ...scenario.backup,
    classes: scenario.backup.classes.map((own) => ({
      ...own,
      match: { ...own.match, names: [] },
    })),
  },
  performance: { ...scenario.performance, moreLike: null },
  licensing: { ...scenario.licensing, named: defaultScenario.licensing.named },
});

/** The scenario with the names of machines that another one has: those that {@link withoutNames} takes out. */
export function withNamesOf(scenario: Scenario, other: Scenario): Scenario {
  const { exclude, rules, backup, licensing, failover } = other;
  const named = new Map(backup.classes.map(({ id, match }) => [id, match.names]));
  return {
    ...scenario,
    exclude: { ...scenario.exclude, names: exclude.names },
    rules,
    licensing: { ...scenario.licensing, named: licensing.named },
    failover: hasNames(failover)
      ? { ...scenario.failover, classes: failover.classes }
      : scenario.failover,
    backup: {
      ...scenario.backup,
      classes: scenario.backup.classes.map((own) => ({
        ...own,
        match: { ...own.match, names: named.get(own.id) ?? [] },
      })),
    },
  };
}

/** Incidents by place may stay; one by name goes, and so do classes that look for a part of a name. */
const withoutTargetNames = (failover: Scenario['failover']): Scenario['failover'] => ({
  ...failover,
  incidents: failover.incidents.filter(
    (incident) =>
      !('host' in incident && typeof incident.host === 'string') &&
      !('vm' in incident && typeof incident.vm === 'string'),
  ),
  classes: hasNames(failover) ? defaultScenario.failover.classes : failover.classes,
});

const hasNames = ({ classes }: Scenario['failover']) =>
  classes.some(({ match }) => match?.label === 'name');

/** An address is short; more than this is an attack (a deflate bomb), not a scenario. */
const largestBytes = 1_000_000;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > limit) throw new Error('too large');
    chunks.push(part.value);
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

/** Whether two values say the same; the order of an object's keys says nothing. */
function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
  }
  if (!isPlain(a) || !isPlain(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

/** What `given` says differently from `base`; undefined where nothing. */
function differing(base: unknown, given: unknown): unknown {
  if (!isPlain(base) || !isPlain(given)) {
    return isSame(base, given) ? undefined : given;
  }
  const entries = Object.keys(given)
    .map((key) => [key, differing(base[key], given[key])] as const)
    .filter(([, value]) => value !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

const fromBase64Url = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
    char.charCodeAt(0),
  );
