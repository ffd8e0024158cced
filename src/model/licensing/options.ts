import { at, item } from '../columns.ts';
import { consolidate } from '../consolidation/consolidate.ts';
import type { PlanProgress } from '../consolidation/progress.ts';
import { selectWorkloads } from '../consolidation/selection.ts';
import type { Fleet } from '../fleet/fleet.ts';
import type { Scenario } from '../scenario.ts';
import { type ClusterAnswer, clusterSteps, type DivisionCost, mostKinds } from './clusters.ts';
import { type Estate, estateOfNumbers, runs } from './estate.ts';
import { estateOfClusters, type PlannedCluster, softwareOf } from './fleet-estate.ts';
import { type HostTypeComparison, hostTypeSteps } from './host-types.ts';
import { license } from './license.ts';
import { minorPerMajor } from './money.ts';
import type { PlainNumbers } from './policy.ts';
import { type Software, software, type Terms } from './terms.ts';

/** Other ways to stand than the one that was billed. */
export interface LicensingOptions {
  /** What each kind of machines runs, and how many there are. */
  readonly kinds: readonly Kind[];
  /** Null where all machines together cannot be placed, or there is but one kind. */
  readonly clusters: ClusterAnswer | null;
  /** Null for plain numbers, and for one host type. */
  readonly hostTypes: HostTypeComparison | null;
}

export interface Kind {
  readonly runs: readonly Software[];
  readonly machines: number;
}

type Steps<Answer> = Generator<PlanProgress, Answer, boolean>;

/** Sub-clusters for licensed machines, and fewer bigger against more smaller hosts. */
export function* licensingOptionSteps(
  fleet: Fleet | null,
  scenario: Scenario,
  terms: readonly Terms[],
): Steps<LicensingOptions | null> {
  const { numbers } = scenario.licensing;
  if (numbers !== null) return yield* ofNumbers(numbers, scenario, terms);
  if (fleet === null) return null;
  const clusters = yield* ofFleet(fleet, scenario, terms);
  const hostTypes = yield* hostTypeSteps(fleet, scenario, terms);
  return { ...clusters, hostTypes };
}

/** Rows by what they run: the most frequent kinds, and rarer ones with the first that is alike. */
function kindsOf(masks: Uint8Array, rows: Iterable<number>) {
  const rowsOf = new Map<number, number[]>();
  for (const row of rows) {
    const mask = at(masks, row);
    const known = rowsOf.get(mask) ?? [];
    known.push(row);
    rowsOf.set(mask, known);
  }
  const ordered = [...rowsOf].sort(([a, many], [b, few]) => few.length - many.length || a - b);
  const kinds = ordered.slice(0, mostKinds).map(([mask, own]) => ({ mask, rows: own }));
  for (const [, own] of ordered.slice(mostKinds)) kinds.at(-1)?.rows.push(...own);
  return kinds;
}

const describe = (kinds: readonly { readonly mask: number; readonly rows: readonly number[] }[]) =>
  kinds.map(
    ({ mask, rows }): Kind => ({
      runs: software.filter((which) => runs(mask, which)),
      machines: rows.length,
    }),
  );

function* progress<Answer>(steps: Generator<number, Answer, boolean>): Steps<Answer> {
  let step = steps.next(false);
  while (!step.done) {
    const isStopped: boolean = yield { step: 'checking', doneRatio: step.value };
    step = steps.next(isStopped);
  }
  return step.value;
}

interface NumbersCluster {
  readonly hostCount: number;
  readonly rows: readonly number[];
}

/** Every cluster as densely filled as the whole, with as many spare hosts. */
function* ofNumbers(
  numbers: PlainNumbers,
  { licensing: policy, failure }: Scenario,
  terms: readonly Terms[],
): Steps<LicensingOptions> {
  const whole = estateOfNumbers(numbers);
  const kinds = kindsOf(whole.software, whole.hostOf.keys());
  const spares = Math.min(failure.tolerate, numbers.hosts - 1);
  const working = numbers.hosts - spares;
  const plan = (wanted: readonly number[]): NumbersCluster => {
    const rows = wanted.flatMap((kind) => item(kinds, kind).rows).sort((a, b) => a - b);
    const share = Math.ceil((rows.length * working) / numbers.machines);
    return { hostCount: share + spares, rows };
  };
  const evaluate = (clusters: readonly NumbersCluster[]): DivisionCost => {
    const estate = sideBySide(whole, clusters);
    const answer = license({ estate, policy, tolerate: failure.tolerate, terms });
    return { hosts: estate.hosts.length, licences: answer.bill.total, hardware: null };
  };
  const clusters =
    kinds.length < 2
      ? null
      : yield* progress(clusterSteps({ kindCount: kinds.length, plan, evaluate }));
  return { kinds: describe(kinds), clusters, hostTypes: null };
}

function sideBySide(whole: Estate, clusters: readonly NumbersCluster[]): Estate {
  const host = item(whole.hosts, 0);
  const rows = clusters.flatMap((cluster) => cluster.rows);
  let first = 0;
  const hostOf = clusters.flatMap((cluster) => {
    const own = cluster.rows.map((_, index) => first + (index % cluster.hostCount));
    first += cluster.hostCount;
    return own;
  });
  return {
    hosts: clusters.flatMap(({ hostCount }, cluster) =>
      Array.from({ length: hostCount }, () => ({ ...host, cluster })),
    ),
    vcpuCount: Float64Array.from(rows, (row) => at(whole.vcpuCount, row)),
    hostOf: Int32Array.from(hostOf),
    software: Uint8Array.from(rows, (row) => at(whole.software, row)),
    claimedTib: whole.claimedTib,
  };
}

interface FleetCluster extends PlannedCluster {
  readonly hostCount: number;
}

function* ofFleet(
  fleet: Fleet,
  scenario: Scenario,
  terms: readonly Terms[],
): Steps<Omit<LicensingOptions, 'hostTypes'>> {
  const { licensing: policy, failure, hostTypes, exclude } = scenario;
  const { mask } = softwareOf(fleet, policy);
  const kinds = joinedByRules(
    kindsOf(mask, selectWorkloads(fleet, exclude).rows),
    fleet,
    scenario.rules.together,
  );
  const plan = (wanted: readonly number[]): FleetCluster | null => {
    const left = kinds.flatMap(({ rows }, kind) => (wanted.includes(kind) ? [] : rows));
    const names = [...exclude.names, ...left.map((row) => item(fleet.names, row))];
    // Many plans while somebody waits: the first of each, without improvement.
    const planned = consolidate(fleet, { ...scenario, effort: 0, exclude: { ...exclude, names } });
    return planned.kind === 'impossible' ? null : { ...planned, hostCount: planned.hosts };
  };
  const evaluate = (clusters: readonly FleetCluster[]): DivisionCost | null => {
    const used = hostTypes.map((_, type) =>
      clusters.reduce(
        (sum, { hostTypeIndex }) => sum + hostTypeIndex.filter((own) => own === type).length,
        0,
      ),
    );
    if (
      hostTypes.some(({ available }, type) => available !== null && item(used, type) > available)
    ) {
      return null;
    }
    const estate = estateOfClusters(fleet, mask, clusters, hostTypes);
    const { bill } = license({ estate, policy, tolerate: failure.tolerate, terms });
    const isComparable = bill.total?.currency === policy.currency;
    return {
      hosts: estate.hosts.length,
      licences: bill.total,
      hardware: isComparable ? hardwareOf(used, scenario) : null,
    };
  };
  const clusters =
    kinds.length < 2
      ? null
      : yield* progress(clusterSteps({ kindCount: kinds.length, plan, evaluate }));
  return { kinds: describe(kinds), clusters };
}

/** Prices of host types are taken to be in the reader's currency. Null where a used type has none. */
export function hardwareOf(used: readonly number[], { hostTypes, licensing }: Scenario) {
  let sum = 0;
  for (const [type, count] of used.entries()) {
    const { price } = item(hostTypes, type);
    if (count > 0 && price === null) return null;
    sum += count * (price ?? 0);
  }
  return Math.round(sum * minorPerMajor[licensing.currency]);
}

/** Kinds whose machines must share a host cannot be parted. */
function joinedByRules(
  kinds: readonly { readonly mask: number; readonly rows: number[] }[],
  fleet: Fleet,
  together: Scenario['rules']['together'],
) {
  const kindOfName = new Map<string, number>();
  for (const [kind, { rows }] of kinds.entries()) {
    for (const row of rows) kindOfName.set(item(fleet.names, row), kind);
  }
  const parent = kinds.map((_, kind) => kind);
  const root = (kind: number): number =>
    item(parent, kind) === kind ? kind : root(item(parent, kind));
  for (const names of together) {
    const own = names.flatMap((name) => kindOfName.get(name) ?? []).map(root);
    const [first] = own;
    if (first === undefined) continue;
    for (const other of own) parent[root(other)] = root(first);
  }
  return kinds.flatMap(({ mask }, kind) =>
    root(kind) === kind
      ? [{ mask, rows: kinds.flatMap(({ rows }, other) => (root(other) === kind ? rows : [])) }]
      : [],
  );
}
