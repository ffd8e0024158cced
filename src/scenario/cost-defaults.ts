import { straightLine } from '../model/cost/power.ts';
import type {
  CommonOption,
  CostOption,
  CostSettings,
  OptionHosts,
  StayOption,
  TypedLicence,
} from '../model/cost/settings.ts';
import { isPlain } from './plain.ts';

const hosts: OptionHosts = {
  count: null,
  hostType: null,
  socketCount: null,
  coresPerSocket: null,
  idleWatts: null,
  fullWatts: null,
  rackUnits: null,
  busyRatio: null,
};

export const defaultLicence: TypedLicence = {
  name: '',
  metric: 'fixed',
  price: null,
  term: 'yearly',
  supportRatio: 0,
};

/** No price is known until the reader says it: an option that begins is an option that asks. */
const nothingKnown: CommonOption = {
  hosts,
  hardware: { pricePerHost: null, supportPerHostYear: null, refreshYears: 5 },
  licences: null,
  products: null,
  people: { hoursPerHost: null, hoursPerWorkload: null },
  backup: { tib: null, pricePerTibYear: null },
};

export const defaultStay: StayOption = { ...nothingKnown, ageYears: 4 };

export const defaultOption: CostOption = {
  id: 'option-1',
  name: '',
  ...nothingKnown,
  migration: { fixed: null, perWorkload: null },
  leftover: { perYear: null, years: 0 },
};

/**
 * What the total cost begins with. Price of electricity, cooling and CO₂ are sourced figures (the first of their kind
 * in content/data/cost/energy-factors.yaml; a test holds them equal); refresh after five years, the discount rate, the
 * tax and the spreads are planning habits, each a field.
 */
export const defaultCost: CostSettings = {
  currency: 'JPY',
  rates: { USD: null, EUR: null },
  years: 5,
  discountRatio: 0.03,
  tax: { ratio: 0.1, isIncluded: false },
  scope: {
    hardware: true,
    support: true,
    licences: true,
    energy: true,
    rack: false,
    people: false,
    backup: false,
    migration: true,
    leftover: true,
  },
  energy: {
    pricePerKwh: { amount: 27.55, currency: 'JPY' },
    coolingFactor: 1.54,
    co2KgPerKwh: 0.421,
    shape: straightLine,
  },
  pricePerRackUnitYear: null,
  pricePerHour: null,
  workloads: null,
  rise: { licences: 0, energy: 0, people: 0 },
  spread: {
    hosts: 0.1,
    hostPrice: 0.2,
    supportPrice: 0.2,
    licencePrice: 0.2,
    power: 0.2,
    cooling: 0.1,
    electricityPrice: 0.3,
    rackPrice: 0.2,
    hours: 0.3,
    hourPrice: 0.2,
    backup: 0.3,
    migration: 0.3,
    leftover: 0.1,
    rate: 0.1,
    discount: 0.5,
  },
  draws: 2000,
  stay: defaultStay,
  options: [defaultOption],
};

type Merge = (base: unknown, given: unknown) => unknown;

/** Options and licences say what they know; what they leave out is asked for. */
export function withCostDefaults(given: unknown, merge: Merge): unknown {
  if (!isPlain(given)) return given;
  const { options, stay } = given;
  const filled = (option: unknown) => withLicences(option, merge);
  const start = (index: number): CostOption => ({ ...defaultOption, id: `option-${index + 1}` });
  return {
    ...given,
    ...(stay === undefined ? {} : { stay: filled(stay) }),
    ...(Array.isArray(options)
      ? { options: options.map((option, index) => merge(start(index), filled(option))) }
      : {}),
  };
}

function withLicences(option: unknown, merge: Merge): unknown {
  if (!isPlain(option) || !Array.isArray(option['licences'])) return option;
  return { ...option, licences: option['licences'].map((own) => merge(defaultLicence, own)) };
}
