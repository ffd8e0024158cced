import type { Scenario } from '../model/scenario.ts';
import { withBackupDefaults } from './backup-defaults.ts';
import { withCostDefaults } from './cost-defaults.ts';
import { defaultHostType, defaultScenario } from './defaults.ts';
import { numberProblems } from './licensing-problems.ts';
import { isPlain } from './plain.ts';
import { scenarioSchema } from './schema.ts';

export type ParsedScenario =
  | { readonly kind: 'ok'; readonly scenario: Scenario }
  | { readonly kind: 'bad'; readonly problems: readonly ScenarioProblem[] };

export interface ScenarioProblem {
  /** Where: `capacity.targetRatio.cpu`; empty for the whole. */
  readonly path: string;
  /** What stands there, as JSON, at most 80 characters. */
  readonly value: string;
  /** What was expected, in the terms of the JSON Schema: `number`, `<=1`, `one of peak, percentile, coincident`. */
  readonly expected: string;
}

/**
 * Reads a scenario from outside. What it leaves out is taken from the defaults; what it says wrongly, or what no
 * scenario has, is a problem with its place.
 */
export function parseScenario(raw: unknown): ParsedScenario {
  const result = scenarioSchema.safeParse(withDefaults(raw));
  if (result.success) {
    const problems = [
      ...pinProblems(result.data),
      ...costProblems(result.data),
      ...numberProblems(result.data.licensing),
    ];
    return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'ok', scenario: result.data };
  }
  const problems = result.error.issues.flatMap((issue) => {
    const path = issue.path.join('.');
    const value = shown(valueAt(raw, issue.path));
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: path === '' ? key : `${path}.${key}`,
          value: shown(valueAt(raw, [...issue.path, key])),
          expected: 'no such setting',
        }))
      : [{ path, value, expected: expectation(issue) }];
  });
  // A value may break several rules (1e308 is too big and no whole number that counts): one message a place is enough.
  const first = new Map(problems.toReversed().map((problem) => [problem.path, problem]));
  return {
    kind: 'bad',
    problems: problems.filter((problem) => first.get(problem.path) === problem),
  };
}

/** A pin names a host type of the same scenario; one that does not would silently be no pin. */
const pinProblems = ({ rules, hostTypes }: Scenario): ScenarioProblem[] =>
  Object.entries(rules.pinned)
    .filter(([, type]) => !hostTypes.some(({ id }) => id === type))
    .map(([name, type]) => ({
      path: `rules.pinned.${name}`,
      value: shown(type),
      expected: `one of ${hostTypes.map(({ id }) => id).join(', ')}`,
    }));

/** An option of the total cost that names a host type means one of the same scenario. */
const costProblems = ({ cost, hostTypes }: Scenario): ScenarioProblem[] =>
  [
    { place: 'stay', hostType: cost.stay.hosts.hostType },
    ...cost.options.map(({ hosts }, index) => ({
      place: `options.${index}`,
      hostType: hosts.hostType,
    })),
  ]
    .filter(({ hostType }) => hostType !== null && !hostTypes.some(({ id }) => id === hostType))
    .map(({ place, hostType }) => ({
      path: `cost.${place}.hosts.hostType`,
      value: shown(hostType),
      expected: `one of ${hostTypes.map(({ id }) => id).join(', ')}`,
    }));

type Issue = Extract<
  ReturnType<typeof scenarioSchema.safeParse>,
  { success: false }
>['error']['issues'][number];

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.join(', ')}`;
    case 'too_small':
      return `${issue.inclusive === false ? '>' : '>='}${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === false ? '<' : '<='}${issue.maximum}`;
    case 'custom':
      return issue.message;
    default:
      return issue.code;
  }
}

/** Settings that are given win; lists and single values replace as a whole. */
function merged(base: unknown, given: unknown): unknown {
  if (given === undefined) return base;
  if (!isPlain(base) || !isPlain(given)) return given;
  // A map without prototype: a key such as __proto__ in a hostile file stays an ordinary, unknown key.
  const result: Record<string, unknown> = Object.create(null);
  for (const key of Object.keys(base)) result[key] = base[key];
  for (const key of Object.keys(given)) result[key] = merged(result[key], given[key]);
  return { ...result };
}

function withDefaults(raw: unknown): unknown {
  if (!isPlain(raw)) return raw;
  const { hostTypes, ...others } = raw;
  const own = (section: string, fill: (given: unknown) => unknown) =>
    Object.hasOwn(others, section) ? { [section]: fill(others[section]) } : {};
  const rest = {
    ...others,
    ...own('backup', (given) => withBackupDefaults(given, merged)),
    ...own('cost', (given) => withCostDefaults(given, merged)),
  };
  const types = Array.isArray(hostTypes)
    ? hostTypes.map((type, index) => withHostDefaults(type, index))
    : hostTypes;
  return merged(defaultScenario, types === undefined ? rest : { ...rest, hostTypes: types });
}

/** A host type must say its sockets, cores, clock and memory; the rest may be left out. */
function withHostDefaults(type: unknown, index: number): unknown {
  if (!isPlain(type)) return type;
  const {
    socketCount: _s,
    coresPerSocket: _c,
    coreMhz: _m,
    memoryGib: _g,
    ...rest
  } = defaultHostType;
  const id = `host-${index + 1}`;
  return merged({ ...rest, id, name: type['id'] ?? id, hasHyperThreading: false }, type);
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = raw;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isPlain(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined;
  }
  return value;
}

const longest = 80;

/** A value as JSON, cut where it is long. */
export function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length <= longest ? json : `${json.slice(0, longest - 1)}…`;
}
