import { at, item } from '../columns.ts';
import type { Holding } from './bill.ts';
import { type Account, choose, type Option, type Slot } from './choose.ts';
import { type HostGroup, licencesOfHost, type MachineGroup } from './count.ts';
import { type Estate, type Movement, peaksOf, runs } from './estate.ts';
import { type Currency, convert, money } from './money.ts';
import type { LicensingPolicy } from './policy.ts';
import { costOfLicence, priceOf } from './price.ts';
import type { Software, Terms } from './terms.ts';

/** The question for one software: everything of one family that could license it. */
export interface FamilyQuestion {
  readonly which: Software;
  readonly candidates: readonly Terms[];
  readonly hypervisor: Terms | null;
  readonly estate: Estate;
  readonly movement: Movement;
  readonly policy: LicensingPolicy;
}

export interface FamilyAnswer {
  readonly which: Software;
  readonly holdings: readonly Holding[];
  /** Null where no candidate has a price: then the first that is allowed is counted, and a quote asked for. */
  readonly proof: Proof | null;
  /** What each product alone would cost, where it can serve everything. */
  readonly alone: readonly { readonly product: string; readonly minor: number }[];
  readonly excluded: readonly Excluded[];
}

/** In minor units of `currency`, over the years of the policy. */
export interface Proof {
  readonly currency: Currency;
  readonly cost: number;
  readonly lowerBound: number;
  readonly isOptimal: boolean;
}

export interface Excluded {
  readonly product: string;
  readonly reason: 'other-hypervisor' | 'host-too-large' | 'price-missing' | 'rate-missing';
}

/** A product with what a pack of it costs, in one currency for all. */
interface Offered {
  readonly terms: Terms;
  readonly account: Account;
}

/** The cheapest legal mix of a family's products for one software. */
export function cheapest(question: FamilyQuestion): FamilyAnswer {
  const { which, candidates } = question;
  const allowed: Terms[] = [];
  const excluded: Excluded[] = [];
  for (const terms of candidates) {
    const reason = whyNot(terms, question);
    if (reason === null) allowed.push(terms);
    else excluded.push({ product: terms.id, reason });
  }
  const offers = offersOf(allowed, question);
  excluded.push(...offers.excluded);
  const found = best(question, offers.offered);
  if (found === null) {
    const fallback = allowed.map((terms) => best(question, [withoutPrice(terms)]));
    const holdings = fallback.find((choice) => choice !== null)?.holdings ?? [];
    return { which, holdings, proof: null, alone: [], excluded };
  }
  const alone = offers.offered.flatMap((offered) => {
    const single = best(question, [offered]);
    return single === null ? [] : [{ product: offered.terms.id, minor: single.cost }];
  });
  const { cost, lowerBound, isOptimal } = found;
  return {
    which,
    holdings: found.holdings,
    proof: { currency: offers.currency, cost, lowerBound, isOptimal },
    alone,
    excluded,
  };
}

function whyNot(terms: Terms, question: FamilyQuestion): Excluded['reason'] | null {
  const { hypervisor, estate, which, movement } = question;
  if (terms.onlyWith !== null && !terms.onlyWith.includes(hypervisor?.id ?? '')) {
    return 'other-hypervisor';
  }
  const { largestHostSockets: most } = terms;
  if (most === null) return null;
  const peaks = peaksOf(estate, which, terms.reach, movement);
  const isTooLarge = estate.hosts.some(
    ({ socketCount }, host) => at(peaks, host) > 0 && socketCount > most,
  );
  return isTooLarge ? 'host-too-large' : null;
}

function offersOf(allowed: readonly Terms[], { policy }: FamilyQuestion) {
  const excluded: Excluded[] = [];
  const priced = allowed.flatMap((terms) => {
    const price = priceOf(terms, policy);
    if (price === null) excluded.push({ product: terms.id, reason: 'price-missing' });
    return price === null ? [] : [{ terms, ...costOfLicence(terms, price, policy) }];
  });
  const names = new Set(priced.map(({ currency }) => currency));
  const [only] = names;
  const currency = names.size === 1 && only !== undefined ? only : policy.currency;
  const offered = priced.flatMap(({ terms, minor, currency: own }): Offered[] => {
    const factor = rate(own, currency, policy);
    if (factor === null) {
      excluded.push({ product: terms.id, reason: 'rate-missing' });
      return [];
    }
    return [{ terms, account: accountOf(terms, minor * factor) }];
  });
  return { offered, excluded, currency };
}

/** Minor units of the one for a minor unit of the other; exact enough to compare. */
function rate(from: Currency, to: Currency, { rates }: LicensingPolicy): number | null {
  const many = 1_000_000_000;
  const converted = convert(money(many, from), to, rates);
  return converted === null ? null : converted.minor / many;
}

const withoutPrice = (terms: Terms): Offered => ({ terms, account: accountOf(terms, 1) });

/** Rules of machines round up once for the whole order, so their units are machines or vCPUs. */
function accountOf({ rule, packSize, minimumPerOrder }: Terms, licenceCost: number): Account {
  const unitsPerLicence =
    rule.metric === 'vm' || rule.metric === 'workload'
      ? rule.machinesPerLicence
      : rule.metric === 'vcpu'
        ? rule.vcpusPerLicence / rule.factor
        : 1;
  return {
    unitsPerPack: packSize * unitsPerLicence,
    minimumUnits: minimumPerOrder * unitsPerLicence,
    packCost: packSize * licenceCost,
  };
}

interface Found {
  readonly holdings: readonly Holding[];
  readonly cost: number;
  readonly lowerBound: number;
  readonly isOptimal: boolean;
}

/** Machines that may be licensed one by one while the rest runs on licensed hosts are tried up to this much work. */
const mostMixes = 20_000;

function best(question: FamilyQuestion, offered: readonly Offered[]): Found | null {
  const { estate, which, movement } = question;
  const vcpus = vcpusOf(estate, which);
  const ofHosts = offered.filter(({ terms }) => terms.reach !== 'machine');
  const isBound =
    movement.mobility === 'bound' && ofHosts.every(({ terms }) => terms.reach === 'affinity');
  if (isBound) return solved(offered, boundSlots(question, offered));
  // Machines move: so many of the smallest are licensed by themselves, hosts for the peak of the others.
  const canMix = offered.some(({ terms }) => terms.reach === 'machine');
  const mixes = !canMix
    ? [0]
    : vcpus.length * estate.hosts.length <= mostMixes
      ? Array.from({ length: vcpus.length + 1 }, (_, alone) => alone)
      : [0, vcpus.length];
  const found = mixes.flatMap((alone) => {
    const choice = solved(offered, movingSlots(question, offered, alone));
    return choice === null ? [] : [choice];
  });
  if (found.length === 0) return null;
  const cheapestFound = found.reduce((a, b) => (b.cost < a.cost ? b : a));
  return {
    ...cheapestFound,
    lowerBound: Math.min(...found.map(({ lowerBound }) => lowerBound)),
    isOptimal: found.every(({ isOptimal }) => isOptimal),
  };
}

/** vCPUs of the machines that run a software, the smallest first. */
const vcpusOf = (estate: Estate, which: Software) =>
  [...estate.vcpuCount]
    .filter((_, row) => runs(at(estate.software, row), which))
    .sort((a, b) => a - b);

/** An option of a slot with what it would hold of each product. */
interface Held extends Option {
  readonly parts: readonly Part[];
}
interface Part {
  readonly product: number;
  readonly host: HostGroup | null;
  readonly machines: readonly number[];
}
interface HeldSlot extends Slot {
  readonly options: readonly Held[];
}

function solved(offered: readonly Offered[], slots: readonly HeldSlot[]): Found | null {
  const choice = choose(
    slots,
    offered.map(({ account }) => account),
  );
  if (choice === null) return null;
  const holdings = holdingsOf(offered, slots, choice.picked);
  return { ...choice, holdings };
}

/** Each host by itself: its own machines, by sets of licences, and the smallest of the rest one by one. */
function boundSlots(question: FamilyQuestion, offered: readonly Offered[]): HeldSlot[] {
  const { estate, which } = question;
  const machines = estate.hosts.map((): number[] => []);
  estate.hostOf.forEach((host, row) => {
    if (host >= 0 && runs(at(estate.software, row), which)) {
      item(machines, host).push(at(estate.vcpuCount, row));
    }
  });
  const slots = new Map<string, HeldSlot>();
  estate.hosts.forEach(({ socketCount, coresPerSocket, memoryGib }, host) => {
    const vcpus = item(machines, host).sort((a, b) => a - b);
    const key = [socketCount, coresPerSocket, memoryGib, ...vcpus].join();
    const known = slots.get(key);
    const shape = { hosts: 1, socketCount, coresPerSocket, memoryGib, machines: vcpus.length };
    slots.set(key, {
      copies: (known?.copies ?? 0) + 1,
      options: known?.options ?? hostOptions(question, offered, shape, vcpus),
    });
  });
  return [...slots.values()];
}

/** Hosts for the peak of the machines that are not licensed one by one, and one slot for those that are. */
function movingSlots(
  question: FamilyQuestion,
  offered: readonly Offered[],
  alone: number,
): HeldSlot[] {
  const { estate, which, movement } = question;
  const reach = offered.some(({ terms }) => terms.reach === 'cluster') ? 'cluster' : 'affinity';
  const vcpus = vcpusOf(estate, which);
  const rest = alone === 0 ? estate : withoutSmallest(estate, which, vcpus, alone);
  const peaks = peaksOf(rest, which, reach, movement);
  const slots = new Map<string, HeldSlot>();
  estate.hosts.forEach(({ socketCount, coresPerSocket, memoryGib }, host) => {
    const peak = at(peaks, host);
    const key = [socketCount, coresPerSocket, memoryGib, peak].join();
    const known = slots.get(key);
    const shape = { hosts: 1, socketCount, coresPerSocket, memoryGib, machines: peak };
    const options = known?.options ?? hostOptions(question, offered, shape, []);
    slots.set(key, { copies: (known?.copies ?? 0) + 1, options });
  });
  if (alone === 0) return [...slots.values()];
  const single = offered.flatMap(({ terms }, product) =>
    terms.reach === 'machine' ? [machineOption(terms, product, vcpus.slice(0, alone))] : [],
  );
  return [...slots.values(), { copies: 1, options: single }];
}

/** The estate as hosts see it when its smallest machines need nothing of them. */
function withoutSmallest(
  estate: Estate,
  which: Software,
  vcpus: readonly number[],
  alone: number,
): Estate {
  const limit = vcpus[alone - 1] ?? 0;
  let ties = alone - vcpus.filter((value) => value < limit).length;
  const software = estate.software.map((mask, row) => {
    const own = at(estate.vcpuCount, row);
    if (!runs(mask, which) || own > limit) return mask;
    if (own === limit && ties-- <= 0) return mask;
    return 0;
  });
  return { ...estate, software };
}

/**
 * Every way to license one host for so many machines, of which those whose vCPUs are given may be licensed by
 * themselves.
 */
function hostOptions(
  { hypervisor, which }: FamilyQuestion,
  offered: readonly Offered[],
  shape: HostGroup,
  vcpus: readonly number[],
): Held[] {
  const isHostSystem = hypervisor?.hostRuns === which;
  const { machines } = shape;
  if (machines === 0 && !isHostSystem) return [nothing];
  const indexed = offered.map(({ terms }, product) => ({ terms, product }));
  const unlimited = indexed
    .filter(({ terms }) => terms.guests?.count === 'unlimited')
    .map(({ terms, product }) => hostOption(terms, product, shape));
  const counted = indexed.filter(({ terms }) => typeof terms.guests?.count === 'number');
  const single = indexed.filter(({ terms }) => terms.reach === 'machine');
  const options: Held[] = [...unlimited];
  for (const stack of stacks(counted, shape, isHostSystem)) {
    const left = machines - stack.covered;
    if (left <= 0) options.push(stack.option);
    else if (vcpus.length > 0) {
      for (const { terms, product } of single) {
        options.push(joined(stack.option, machineOption(terms, product, vcpus.slice(0, left))));
      }
    }
  }
  return options;
}

interface Indexed {
  readonly terms: Terms;
  readonly product: number;
}

/** Sets of the products that count guests, from none to enough for all machines of the host. */
function* stacks(
  products: readonly Indexed[],
  shape: HostGroup,
  isHostSystem: boolean,
): Generator<{ readonly option: Held; readonly covered: number }> {
  const [first, ...others] = products;
  if (first === undefined) {
    if (!isHostSystem) yield { option: nothing, covered: 0 };
    return;
  }
  for (const { own, covered } of setsOfOne(first, shape)) {
    if (own !== nothing && covered === shape.machines) {
      yield { option: own, covered };
      continue;
    }
    const left = { ...shape, machines: shape.machines - covered };
    for (const rest of stacks(others, left, isHostSystem && own === nothing)) {
      yield { option: joined(own, rest.option), covered: covered + rest.covered };
    }
  }
}

const nothing: Held = { units: [], parts: [] };

/** No set of one product, one set, and so on until all machines are covered. */
function* setsOfOne(
  { terms, product }: Indexed,
  shape: HostGroup,
): Generator<{ readonly own: Held; readonly covered: number }> {
  const each = typeof terms.guests?.count === 'number' ? terms.guests.count : 1;
  const enough = Math.max(1, Math.ceil(shape.machines / each));
  const most = terms.guests?.isStackable === true ? enough : Math.min(1, enough);
  for (let sets = 0; sets <= most; sets++) {
    const covered = Math.min(shape.machines, sets * each);
    const own = sets === 0 ? nothing : hostOption(terms, product, shape, { covered, sets });
    yield { own, covered };
  }
}

function hostOption(
  terms: Terms,
  product: number,
  shape: HostGroup,
  { covered, sets } = { covered: shape.machines, sets: 1 },
): Held {
  const units = licencesOfHost(terms, shape) * sets;
  const host = { ...shape, machines: covered };
  return { units: [{ account: product, units }], parts: [{ product, host, machines: [] }] };
}

function machineOption({ rule }: Terms, product: number, vcpus: readonly number[]): Held {
  const units =
    rule.metric === 'vcpu'
      ? vcpus.reduce((sum, own) => sum + Math.max(rule.minimumPerMachine, own), 0)
      : vcpus.length;
  return {
    units: [{ account: product, units }],
    parts: [{ product, host: null, machines: vcpus }],
  };
}

const joined = (a: Held, b: Held): Held => ({
  units: [...a.units, ...b.units],
  parts: [...a.parts, ...b.parts],
});

/** What was picked, put together by product, like hosts and like machines as groups. */
function holdingsOf(
  offered: readonly Offered[],
  slots: readonly HeldSlot[],
  picked: readonly (readonly number[])[],
): Holding[] {
  const hosts = offered.map(() => new Map<string, HostGroup>());
  const machines = offered.map(() => new Map<number, number>());
  const add = ({ product, host, machines: vcpus }: Part, copies: number) => {
    if (host !== null) {
      const { terms } = item(offered, product);
      const isUnlimited = terms.guests?.count === 'unlimited';
      const { socketCount, coresPerSocket, memoryGib } = host;
      const key = [socketCount, coresPerSocket, memoryGib, isUnlimited || host.machines].join();
      const groups = item(hosts, product);
      const known = groups.get(key);
      groups.set(key, {
        ...host,
        hosts: (known?.hosts ?? 0) + copies,
        machines: Math.max(known?.machines ?? 0, host.machines),
      });
    }
    const counts = item(machines, product);
    for (const vcpu of vcpus) counts.set(vcpu, (counts.get(vcpu) ?? 0) + copies);
  };
  picked.forEach((shares, slot) => {
    shares.forEach((copies, option) => {
      if (copies === 0) return;
      for (const part of item(item(slots, slot).options, option).parts) add(part, copies);
    });
  });
  return offered.flatMap(({ terms }, product): Holding[] => {
    const groups = [...item(hosts, product).values()];
    const singles = [...item(machines, product)]
      .sort(([a], [b]) => a - b)
      .map(([vcpuCount, count]): MachineGroup => ({ machines: count, vcpuCount }));
    if (groups.length === 0 && singles.length === 0) return [];
    return [{ terms, scope: { hosts: groups, machines: singles, claimedTib: 0, includedTib: 0 } }];
  });
}
