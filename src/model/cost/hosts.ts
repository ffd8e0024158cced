import { sumKnown } from '../columns.ts';
import type { ConsolidationPlan } from '../consolidation/answer.ts';
import { type Fleet, labelAt } from '../fleet/fleet.ts';
import type { HostType } from '../scenario.ts';
import { meanPower, type PowerShape } from './power.ts';
import type { OptionHosts } from './settings.ts';

/** The hosts of an option, as far as anything says: the plan, the fleet, or the reader. */
export interface HostFigures {
  readonly from: 'plan' | 'fleet' | 'typed' | 'unknown';
  /** Like hosts together; empty where their number is not known. */
  readonly groups: readonly HostGroup[];
  /** Power of all, averaged over time; null where power or load is not known. */
  readonly meanWatts: number | null;
  /** What is lacking for the power. */
  readonly lacksForPower: 'watts' | 'busy' | null;
  /** Of all hosts. */
  readonly rackUnits: number | null;
}

export interface HostGroup {
  readonly name: string;
  readonly count: number;
  readonly socketCount: number | null;
  readonly coresPerSocket: number | null;
  /** The host type's own price, in the currency of the answer. */
  readonly price: number | null;
}

export const noHosts: HostFigures = {
  from: 'unknown',
  groups: [],
  meanWatts: null,
  lacksForPower: null,
  rackUnits: null,
};

/** A number that the reader typed, on top of a host type where one is named. */
export function typedHosts(
  count: number,
  own: OptionHosts,
  type: HostType | undefined,
  shape: PowerShape,
): HostFigures {
  const idleWatts = own.idleWatts ?? type?.idleWatts ?? null;
  const fullWatts = own.fullWatts ?? type?.fullWatts ?? null;
  const rackUnits = own.rackUnits ?? type?.rackUnits ?? null;
  const { busyRatio } = own;
  const hasPower = idleWatts !== null && fullWatts !== null;
  const busy = { ratio: Float64Array.of(busyRatio ?? Number.NaN), from: 0, count: 1 };
  return {
    from: 'typed',
    groups: [
      {
        name: type?.name ?? '',
        count,
        socketCount: own.socketCount ?? type?.socketCount ?? null,
        coresPerSocket: own.coresPerSocket ?? type?.coresPerSocket ?? null,
        price: type?.price ?? null,
      },
    ],
    meanWatts:
      hasPower && busyRatio !== null
        ? count * meanPower({ idleWatts, fullWatts, shape }, busy)
        : null,
    lacksForPower: hasPower ? (busyRatio === null ? 'busy' : null) : 'watts',
    rackUnits: rackUnits === null ? null : rackUnits * count,
  };
}

/** The hosts of a plan: power host by host and slot by slot. */
export function plannedHosts(
  plan: ConsolidationPlan,
  types: readonly HostType[],
  own: OptionHosts,
  shape: PowerShape,
): HostFigures {
  const { cpu } = plan.utilization;
  const hosts = Array.from(plan.hostTypeIndex, (index) => types[index] as HostType);
  const hostWatts = hosts.map((type, host) => {
    const idleWatts = own.idleWatts ?? type.idleWatts;
    const fullWatts = own.fullWatts ?? type.fullWatts;
    if (idleWatts === null || fullWatts === null) return null;
    const power = { idleWatts, fullWatts, shape };
    if (own.busyRatio !== null) {
      return meanPower(power, { ratio: Float64Array.of(own.busyRatio), from: 0, count: 1 });
    }
    if (cpu === undefined) return null;
    const { ratio, slotCount } = cpu;
    return meanPower(power, { ratio, from: host * slotCount, count: slotCount });
  });
  const units = hosts.map((type) => own.rackUnits ?? type.rackUnits);
  const meanWatts = sumOrNull(hostWatts);
  return {
    from: 'plan',
    groups: types.flatMap((type, index) => {
      const count = plan.hostTypeIndex.filter((other) => other === index).length;
      if (count === 0) return [];
      const { name, price } = type;
      const socketCount = own.socketCount ?? type.socketCount;
      return [
        {
          name,
          count,
          socketCount,
          coresPerSocket: own.coresPerSocket ?? type.coresPerSocket,
          price,
        },
      ];
    }),
    meanWatts,
    lacksForPower: meanWatts === null ? 'watts' : null,
    rackUnits: sumOrNull(units),
  };
}

/** The hosts that the fleet runs on today, with what the reader adds: an inventory knows neither power nor height. */
export function hostsToday(fleet: Fleet, own: OptionHosts, shape: PowerShape): HostFigures {
  const { hosts } = fleet;
  if (hosts.length === 0) return namedHosts(fleet, own, shape);
  const perModel = new Map<string, HostGroup>();
  for (const { model, socketCount, coreCount } of hosts) {
    const coresPerSocket =
      socketCount === null || coreCount === null ? null : coreCount / socketCount;
    const key = JSON.stringify([model, socketCount, coresPerSocket]);
    const known = perModel.get(key);
    perModel.set(key, {
      name: model,
      count: (known?.count ?? 0) + 1,
      socketCount: own.socketCount ?? socketCount,
      coresPerSocket: own.coresPerSocket ?? coresPerSocket,
      price: null,
    });
  }
  const busyRatio = own.busyRatio ?? busyToday(fleet);
  const typed = typedHosts(hosts.length, { ...own, busyRatio }, undefined, shape);
  return { ...typed, from: 'fleet', groups: [...perModel.values()] };
}

/** Where no host is listed, the hosts that workloads name. */
function namedHosts(fleet: Fleet, own: OptionHosts, shape: PowerShape): HostFigures {
  const names = new Set<string>();
  for (let row = 0; row < fleet.count; row++) names.add(labelAt(fleet.labels.host, row));
  names.delete('');
  if (names.size === 0) return noHosts;
  return { ...typedHosts(names.size, own, undefined, shape), from: 'fleet' };
}

/** CPU in use ÷ CPU of the hosts of today; null unless every machine and every host says. */
export function busyToday(fleet: Fleet): number | null {
  const { mean } = fleet.use.cpu;
  const capacity = sumOrNull(
    fleet.hosts.map(({ coreCount, coreMhz }) =>
      coreCount === null || coreMhz === null ? null : coreCount * coreMhz,
    ),
  );
  if (capacity === null || capacity === 0 || mean.some(Number.isNaN)) return null;
  return Math.min(1, sumKnown(mean) / capacity);
}

export const hostCountOf = ({ from, groups }: HostFigures): number | null =>
  from === 'unknown' ? null : groups.reduce((sum, { count }) => sum + count, 0);

export const coreCountOf = ({ from, groups }: HostFigures): number | null =>
  from === 'unknown'
    ? null
    : sumOrNull(
        groups.map(({ count, socketCount, coresPerSocket }) =>
          socketCount === null || coresPerSocket === null
            ? null
            : count * socketCount * coresPerSocket,
        ),
      );

export const socketCountOf = ({ from, groups }: HostFigures): number | null =>
  from === 'unknown'
    ? null
    : sumOrNull(
        groups.map(({ count, socketCount }) => (socketCount === null ? null : count * socketCount)),
      );

/** A sum with an unknown part is unknown. */
const sumOrNull = (values: readonly (number | null)[]): number | null =>
  values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
