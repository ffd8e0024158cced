import type { CostAnswer } from '~/model/cost/answer.ts';
import { cost, type NamedInput } from '~/model/cost/cost.ts';
import { typedHosts } from '~/model/cost/hosts.ts';
import { straightLine } from '~/model/cost/power.ts';
import type { Price } from '~/model/cost/settings.ts';
import { defaultCost, defaultOption, defaultStay } from '~/scenario/cost-defaults.ts';

const yen = (amount: number): Price => ({ amount, currency: 'JPY' });

/** Forty small servers against four large hosts, with invented round prices: what the method page computes. */
export function costExample(): CostAnswer {
  const stayHosts = { ...defaultStay.hosts, idleWatts: 180, fullWatts: 288, busyRatio: 0.1 };
  const newHosts = {
    ...defaultOption.hosts,
    idleWatts: 150,
    fullWatts: 800,
    busyRatio: 0.5,
    socketCount: 2,
    coresPerSocket: 32,
  };
  const windows = {
    name: 'Windows Server',
    metric: 'workload',
    price: yen(100_000),
    term: 'once',
    supportRatio: 0.25,
  } as const;
  const stay: NamedInput = {
    id: 'stay',
    name: '',
    option: {
      ...defaultStay,
      hardware: { pricePerHost: yen(500_000), supportPerHostYear: yen(50_000), refreshYears: 5 },
      licences: [windows],
    },
    move: null,
    ageYears: 4,
    hosts: typedHosts(40, stayHosts, undefined, straightLine),
    workloads: 40,
    bill: null,
  };
  const option: NamedInput = {
    id: 'option-1',
    name: '',
    option: {
      ...defaultOption,
      hardware: { pricePerHost: yen(3_000_000), supportPerHostYear: yen(250_000), refreshYears: 5 },
      licences: [
        { name: '', metric: 'core', price: yen(20_000), term: 'yearly', supportRatio: 0 },
        windows,
      ],
    },
    move: {
      migration: { fixed: yen(4_000_000), perWorkload: null },
      leftover: defaultOption.leftover,
    },
    ageYears: 0,
    hosts: typedHosts(4, newHosts, undefined, straightLine),
    workloads: 40,
    bill: null,
  };
  return cost({ settings: defaultCost, seed: 1, stay, options: [option] });
}
