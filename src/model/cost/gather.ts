import type { Metric } from '../licensing/terms.ts';
import { factor, type Gathered, type Missing, type Origin, priced, risen } from './flows.ts';
import {
  coreCountOf,
  type HostFigures,
  type HostGroup,
  hostCountOf,
  socketCountOf,
} from './hosts.ts';
import { ratesLacking } from './rates.ts';
import type {
  CommonOption,
  CostKind,
  CostOption,
  CostSettings,
  Driver,
  Price,
  TypedLicence,
} from './settings.ts';

const hoursPerYear = 8760;

/** A line of a licence bill, as a plan's hosts and machines make it. */
export interface BillLine {
  readonly name: string;
  /** Null: the product has no price yet. */
  readonly price: Price | null;
  readonly term: 'yearly' | 'once';
  /** Support that is paid every year on top of a licence bought once. */
  readonly supportPerYear: Price | null;
  /** True where the count follows the hosts (cores, sockets), not the machines on them. */
  readonly followsHosts: boolean;
  readonly origin: Origin;
  /** Licences needed, by what they are counted. */
  readonly counted: number;
  readonly metric: Metric;
}

export interface OptionBill {
  readonly lines: readonly BillLine[];
  readonly missing: readonly Missing[];
}

export interface OptionInput {
  readonly option: CommonOption;
  /** Null for staying as we are. */
  readonly move: Pick<CostOption, 'migration' | 'leftover'> | null;
  /** Years before the start at which today's hosts were bought; 0 for new ones. */
  readonly ageYears: number;
  readonly hosts: HostFigures;
  readonly workloads: number | null;
  /** What the licence terms make of the hosts; null where no product is chosen. */
  readonly bill: OptionBill | null;
}

interface Gathering extends OptionInput, Gathered {
  readonly settings: CostSettings;
}

/** Everything that an option pays, year by year, and what is missing for it. */
export function gather(settings: CostSettings, input: OptionInput): Gathered {
  const gathering: Gathering = { ...input, settings, flows: [], missing: [] };
  for (const kind of Object.keys(gatherers) as CostKind[]) {
    if (settings.scope[kind]) gatherers[kind](gathering);
  }
  const { flows, missing } = gathering;
  for (const { kind, currency } of flows) {
    for (const lacking of ratesLacking(currency, settings)) {
      missing.push({ kind, what: 'rate', name: lacking });
    }
  }
  return { flows, missing: distinct(missing) };
}

export const distinct = (missing: readonly Missing[]): Missing[] => [
  ...new Map(missing.map((gap) => [JSON.stringify(gap), gap])).values(),
];

const gatherers: Readonly<Record<CostKind, (gathering: Gathering) => void>> = {
  hardware,
  support,
  licences,
  energy,
  rack,
  people,
  backup,
  migration,
  leftover,
};

/** Years 1 to the last. */
const yearsOf = ({ settings }: Gathering) =>
  Array.from({ length: settings.years }, (_, index) => index + 1);

/** A doubt about the number of hosts is a doubt about new ones: today's can be counted. */
const hostDrivers = ({ move }: Gathering): readonly Driver[] => (move === null ? [] : ['hosts']);

/** New hosts at the start, and again whenever they reach their age; today's hosts have part of it behind them. */
function hardware(gathering: Gathering): void {
  const { settings, option, hosts, ageYears, missing } = gathering;
  if (hosts.from === 'unknown') missing.push({ kind: 'hardware', what: 'hosts', name: '' });
  const { refreshYears } = option.hardware;
  const first = gathering.move === null ? Math.max(0, refreshYears - ageYears) : 0;
  const years: number[] = [];
  for (let year = first; year < settings.years; year += refreshYears) years.push(year);
  if (years.length === 0) return;
  for (const group of hosts.groups) bought(gathering, group, years);
}

function bought(gathering: Gathering, group: HostGroup, years: readonly number[]): void {
  const { settings, flows, missing } = gathering;
  const { pricePerHost } = gathering.option.hardware;
  const { name, count } = group;
  const own = group.price === null ? null : { amount: group.price, currency: settings.currency };
  const price = pricePerHost ?? own;
  if (price === null && count > 0) missing.push({ kind: 'hardware', what: 'price', name });
  if (price === null) return;
  const origin: Origin = { kind: pricePerHost === null ? 'host-type' : 'reader' };
  const drivers: Driver[] = [...hostDrivers(gathering), 'hostPrice'];
  const factors = [factor('hosts', count)];
  for (const year of years) {
    flows.push(priced(price, { kind: 'hardware', name, year, factors, origin, drivers }));
  }
}

function support(gathering: Gathering): void {
  const { option, hosts, flows, missing } = gathering;
  const count = hostCountOf(hosts);
  const price = option.hardware.supportPerHostYear;
  if (count === null) missing.push({ kind: 'support', what: 'hosts', name: '' });
  else if (price === null) missing.push({ kind: 'support', what: 'supportPrice', name: '' });
  else {
    const drivers: Driver[] = [...hostDrivers(gathering), 'supportPrice'];
    for (const year of yearsOf(gathering)) {
      const factors = [factor('hosts', count)];
      flows.push(priced(price, { kind: 'support', name: '', year, factors, drivers }));
    }
  }
}

function licences(gathering: Gathering): void {
  const { option, bill, missing } = gathering;
  if (option.licences === null && bill === null) {
    missing.push({ kind: 'licences', what: 'licences', name: '' });
  }
  for (const licence of option.licences ?? []) typedLicence(gathering, licence);
  missing.push(...(bill?.missing ?? []));
  for (const line of bill?.lines ?? []) billLine(gathering, line);
}

function typedLicence(gathering: Gathering, licence: TypedLicence): void {
  const { flows, missing, settings } = gathering;
  const { name, price, term, supportRatio } = licence;
  const counted = countOf(gathering, licence.metric);
  if (counted.count === null) missing.push({ kind: 'licences', what: counted.what, name });
  if (price === null) missing.push({ kind: 'licences', what: 'price', name });
  if (counted.count === null || price === null) return;
  const { count, what } = counted;
  const followsHosts = what === 'hosts' || what === 'cores' || what === 'sockets';
  const drivers: Driver[] = [...(followsHosts ? hostDrivers(gathering) : []), 'licencePrice'];
  const factors = licence.metric === 'fixed' ? [] : [factor(what, count)];
  if (term === 'once') {
    flows.push(priced(price, { kind: 'licences', name, year: 0, factors, drivers }));
    if (supportRatio === 0) return;
  }
  const share = term === 'once' ? [factor('supportRatio', supportRatio)] : [];
  for (const year of yearsOf(gathering)) {
    const rise = risen(settings.rise.licences, year);
    const all = [...factors, ...share, ...rise];
    flows.push(priced(price, { kind: 'licences', name, year, factors: all, drivers }));
  }
}

function countOf({ hosts, workloads }: Gathering, metric: TypedLicence['metric']) {
  switch (metric) {
    case 'fixed':
      return { what: 'price', count: 1 } as const;
    case 'host':
      return { what: 'hosts', count: hostCountOf(hosts) } as const;
    case 'socket':
      return { what: 'sockets', count: socketCountOf(hosts) } as const;
    case 'core':
      return { what: 'cores', count: coreCountOf(hosts) } as const;
    case 'workload':
      return { what: 'workloads', count: workloads } as const;
  }
}

function billLine(gathering: Gathering, line: BillLine): void {
  const { flows, missing, settings } = gathering;
  const { name, price, term, supportPerYear, followsHosts, origin } = line;
  if (price === null) {
    missing.push({ kind: 'licences', what: 'licence', name });
    return;
  }
  const drivers: Driver[] = [...(followsHosts ? hostDrivers(gathering) : []), 'licencePrice'];
  if (term === 'once') {
    flows.push(priced(price, { kind: 'licences', name, year: 0, factors: [], origin, drivers }));
  }
  const yearly = term === 'once' ? supportPerYear : price;
  if (yearly === null) return;
  for (const year of yearsOf(gathering)) {
    const factors = risen(settings.rise.licences, year);
    flows.push(priced(yearly, { kind: 'licences', name, year, factors, origin, drivers }));
  }
}

function energy(gathering: Gathering): void {
  const { settings, hosts, flows, missing } = gathering;
  const { pricePerKwh, coolingFactor } = settings.energy;
  const { meanWatts, lacksForPower } = hosts;
  if (pricePerKwh === null) missing.push({ kind: 'energy', what: 'electricityPrice', name: '' });
  if (meanWatts === null) {
    missing.push({ kind: 'energy', what: lacksForPower ?? 'hosts', name: '' });
  }
  if (pricePerKwh === null || meanWatts === null) return;
  const kwh = (meanWatts * hoursPerYear) / 1000;
  const drivers: Driver[] = [...hostDrivers(gathering), 'power', 'cooling', 'electricityPrice'];
  for (const year of yearsOf(gathering)) {
    const factors = [
      factor('kwh', kwh),
      factor('cooling', coolingFactor),
      ...risen(settings.rise.energy, year),
    ];
    flows.push(priced(pricePerKwh, { kind: 'energy', name: '', year, factors, drivers }));
  }
}

function rack(gathering: Gathering): void {
  const { settings, hosts, flows, missing } = gathering;
  const price = settings.pricePerRackUnitYear;
  const { rackUnits } = hosts;
  if (price === null) missing.push({ kind: 'rack', what: 'rackPrice', name: '' });
  if (rackUnits === null) {
    const what = hosts.from === 'unknown' ? 'hosts' : 'rackUnits';
    missing.push({ kind: 'rack', what, name: '' });
  }
  if (price === null || rackUnits === null) return;
  const drivers: Driver[] = [...hostDrivers(gathering), 'rackPrice'];
  for (const year of yearsOf(gathering)) {
    const factors = [factor('rackUnits', rackUnits)];
    flows.push(priced(price, { kind: 'rack', name: '', year, factors, drivers }));
  }
}

/** Hours for each host and for each machine; where one of the two is not said, it is not counted. */
function people(gathering: Gathering): void {
  const { settings, option, hosts, workloads, flows, missing } = gathering;
  const { hoursPerHost, hoursPerWorkload } = option.people;
  const price = settings.pricePerHour;
  const count = hostCountOf(hosts);
  const gap = (what: Missing['what']) => missing.push({ kind: 'people', what, name: '' });
  if (price === null) gap('hourPrice');
  if (hoursPerHost === null && hoursPerWorkload === null) gap('hours');
  if (hoursPerHost !== null && count === null) gap('hosts');
  if (hoursPerWorkload !== null && workloads === null) gap('workloads');
  if (price === null) return;
  const shares = [
    { name: 'hosts', hours: hoursPerHost, count, by: hostDrivers(gathering) },
    { name: 'workloads', hours: hoursPerWorkload, count: workloads, by: [] },
  ] as const;
  for (const { name, hours, count: counted, by } of shares) {
    if (hours === null || counted === null || hours === 0) continue;
    const drivers: Driver[] = [...by, 'hours', 'hourPrice'];
    for (const year of yearsOf(gathering)) {
      const factors = [
        factor(name, counted),
        factor('hours', hours),
        ...risen(settings.rise.people, year),
      ];
      flows.push(priced(price, { kind: 'people', name: '', year, factors, drivers }));
    }
  }
}

function backup(gathering: Gathering): void {
  const { option, flows, missing } = gathering;
  const { tib, pricePerTibYear } = option.backup;
  if (tib === null) missing.push({ kind: 'backup', what: 'tib', name: '' });
  if (pricePerTibYear === null) missing.push({ kind: 'backup', what: 'backupPrice', name: '' });
  if (tib === null || pricePerTibYear === null) return;
  for (const year of yearsOf(gathering)) {
    const factors = [factor('tib', tib)];
    const drivers: Driver[] = ['backup'];
    flows.push(priced(pricePerTibYear, { kind: 'backup', name: '', year, factors, drivers }));
  }
}

/** The project: a fixed part and a part for each machine; where one of the two is not said, it is not counted. */
function migration(gathering: Gathering): void {
  const { move, workloads, flows, missing } = gathering;
  if (move === null) return;
  const { fixed, perWorkload } = move.migration;
  const drivers: Driver[] = ['migration'];
  if (fixed === null && perWorkload === null) {
    missing.push({ kind: 'migration', what: 'migrationPrice', name: '' });
  }
  if (fixed !== null) {
    flows.push(priced(fixed, { kind: 'migration', name: '', year: 0, factors: [], drivers }));
  }
  if (perWorkload === null) return;
  if (workloads === null) missing.push({ kind: 'migration', what: 'workloads', name: '' });
  else {
    const factors = [factor('workloads', workloads)];
    flows.push(priced(perWorkload, { kind: 'migration', name: '', year: 0, factors, drivers }));
  }
}

/** Today's contract runs on for some years beside the new one. */
function leftover(gathering: Gathering): void {
  const { move, settings, flows, missing } = gathering;
  if (move === null || move.leftover.years === 0) return;
  const { perYear, years } = move.leftover;
  if (perYear === null) missing.push({ kind: 'leftover', what: 'leftoverPrice', name: '' });
  else {
    for (let year = 1; year <= Math.min(years, settings.years); year++) {
      flows.push(
        priced(perYear, { kind: 'leftover', name: '', year, factors: [], drivers: ['leftover'] }),
      );
    }
  }
}
