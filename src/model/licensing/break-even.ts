import { bill } from './bill.ts';
import type { MachineGroup } from './count.ts';
import { type Currency, convert, currencies, money } from './money.ts';
import type { LicensingPolicy } from './policy.ts';
import type { Layer, Terms } from './terms.ts';

/** A curve of what products cost, and where the cheapest changes. */
export interface BreakEven {
  /** What the steps along the curve are. */
  readonly along: 'machines-per-host' | 'cores-per-cpu' | 'years';
  /** What the products are for. */
  readonly layer: Layer;
  readonly points: readonly number[];
  readonly curves: readonly Curve[];
  /** Each point from which another product is the cheapest. */
  readonly changes: readonly { readonly at: number; readonly product: string }[];
}

export interface Curve {
  readonly product: string;
  readonly currency: Currency;
  /** Minor units at each point; null where the product does not cover it. */
  readonly minor: readonly (number | null)[];
}

export interface HostShape {
  readonly socketCount: number;
  readonly coresPerSocket: number;
}

/** What one host's guests cost by each product of a family: from how many on the unlimited edition wins. */
export function byMachines(
  products: readonly Terms[],
  host: HostShape,
  vcpusPerMachine: number,
  policy: LicensingPolicy,
): BreakEven {
  return curvesOf({
    along: 'machines-per-host',
    points: range(1, 40),
    products,
    policy,
    cost: (terms, machines) => {
      const machineGroups = [{ machines, vcpuCount: vcpusPerMachine }];
      return costOf(terms, { ...host, machines, machineGroups }, policy);
    },
  });
}

/** What one host costs as CPUs grow: products per core against those per socket, host or machine. */
export function byCores(
  products: readonly Terms[],
  host: HostShape & { readonly machinesPerCore: number; readonly vcpusPerMachine: number },
  policy: LicensingPolicy,
): BreakEven {
  return curvesOf({
    along: 'cores-per-cpu',
    points: range(1, 32).map((step) => step * 4),
    products,
    policy,
    cost: (terms, coresPerSocket) => {
      const { socketCount, machinesPerCore, vcpusPerMachine } = host;
      const machines = Math.ceil(machinesPerCore * socketCount * coresPerSocket);
      const machineGroups = [{ machines, vcpuCount: vcpusPerMachine }];
      return costOf(terms, { socketCount, coresPerSocket, machines, machineGroups }, policy);
    },
  });
}

/** What one host costs in all after so many years: perpetual licences against subscriptions. */
export function byYears(
  products: readonly Terms[],
  host: HostShape & { readonly machines: number; readonly vcpusPerMachine: number },
  policy: LicensingPolicy,
): BreakEven {
  const machineGroups = [{ machines: host.machines, vcpuCount: host.vcpusPerMachine }];
  return curvesOf({
    along: 'years',
    points: range(1, 10),
    products,
    policy,
    cost: (terms, years) => costOf(terms, { ...host, machineGroups }, { ...policy, years }),
  });
}

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

interface OneHost extends HostShape {
  readonly machines: number;
  readonly machineGroups: readonly MachineGroup[];
}

interface Cost {
  readonly minor: number;
  readonly currency: Currency;
}

/** One host's share: the minimum of an order belongs to no host, so it is left out. */
function costOf(terms: Terms, host: OneHost, policy: LicensingPolicy): Cost | null {
  const { machineGroups, machines, socketCount, coresPerSocket } = host;
  const { guests } = terms;
  if (guests !== null && guests.count !== 'unlimited' && !guests.isStackable) {
    if (machines > guests.count) return null;
  }
  const scope = {
    hosts: [{ hosts: 1, socketCount, coresPerSocket, memoryGib: null, machines }],
    machines: machineGroups,
    claimedTib: 0,
    includedTib: 0,
  };
  return (
    bill([{ terms: { ...terms, minimumPerOrder: 0 }, scope }], policy).lines[0]?.amount ?? null
  );
}

interface CurveQuestion {
  readonly along: BreakEven['along'];
  readonly points: readonly number[];
  readonly products: readonly Terms[];
  readonly cost: (terms: Terms, point: number) => Cost | null;
  readonly policy: LicensingPolicy;
}

function curvesOf({ along, points, products, cost, policy }: CurveQuestion): BreakEven {
  const curves = products.flatMap((terms): Curve[] => {
    const costs = points.map((point) => cost(terms, point));
    const known = costs.find((value) => value !== null) ?? null;
    if (known === null) return [];
    const minor = costs.map((value) => value?.minor ?? null);
    return [converted({ product: terms.id, currency: known.currency, minor }, policy)];
  });
  const [first] = curves;
  // What cannot be converted cannot share an axis: the reader's currency, else that of most curves.
  const inCurrency = (currency: Currency) => curves.filter((curve) => curve.currency === currency);
  const kept = currencies
    .map(inCurrency)
    .reduce(
      (a, b) => (b.length > a.length ? b : a),
      first === undefined ? [] : inCurrency(policy.currency),
    );
  const layer = products[0]?.layer ?? 'guest';
  return { along, layer, points, curves: kept, changes: changesOf(points, kept) };
}

function converted(curve: Curve, { currency, rates }: LicensingPolicy): Curve {
  const minor = curve.minor.map((value) =>
    value === null
      ? null
      : (convert(money(value, curve.currency), currency, rates)?.minor ?? undefined),
  );
  return minor.every((value) => value !== undefined)
    ? { product: curve.product, currency, minor }
    : curve;
}

/** Of equals the one that was cheapest before stays. */
function changesOf(points: readonly number[], curves: readonly Curve[]): BreakEven['changes'] {
  const changes: { at: number; product: string }[] = [];
  points.forEach((at, index) => {
    const costs = curves.flatMap(({ product, minor }) => {
      const value = minor[index] ?? null;
      return value === null ? [] : [{ product, value }];
    });
    const least = Math.min(...costs.map(({ value }) => value));
    const before = changes.at(-1)?.product;
    const cheapest = costs.filter(({ value }) => value === least);
    if (cheapest.length === 0 || cheapest.some(({ product }) => product === before)) return;
    changes.push({ at, product: cheapest[0]?.product ?? '' });
  });
  return changes;
}
