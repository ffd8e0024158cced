import type { FactorName, Missing } from '../../model/cost/flows.ts';
import type { Payback } from '../../model/cost/present-value.ts';
import type { CostKind, Driver } from '../../model/cost/settings.ts';
import { formatFor } from '../format.ts';
import { moneyFor } from '../money.ts';

const format = formatFor('en');
const money = moneyFor('en');

const kinds: Readonly<Record<CostKind, string>> = {
  hardware: 'Hardware',
  support: 'Hardware support',
  licences: 'Licences and subscriptions',
  energy: 'Power and cooling',
  rack: 'Rack space',
  people: 'People',
  backup: 'Backup storage',
  migration: 'Migration project',
  leftover: "Rest of today's contract",
};

const missing: Readonly<Record<Missing['what'], string>> = {
  hosts: 'the number of hosts',
  price: 'the price',
  supportPrice: 'the yearly support of a host',
  cores: 'the cores of a host',
  sockets: 'the sockets of a host',
  workloads: 'the number of machines',
  watts: 'power of a host, idle and at full load',
  busy: 'how busy the hosts are',
  rackUnits: 'the rack units of a host',
  rackPrice: 'the price of a rack unit',
  electricityPrice: 'the price of electricity',
  hours: 'the working hours',
  hourPrice: 'the price of an hour',
  tib: 'the size of the backup',
  backupPrice: 'the price of backup storage',
  migrationPrice: 'the price of the migration',
  leftoverPrice: 'what the contract costs a year',
  licence: 'the price of this licence',
  licenceSupport: 'support of this licence, which is mandatory',
  software: 'what the machines run (load a fleet, or fill in the licence calculator)',
  licences: 'which ones, or that none are needed',
  rate: 'the exchange rate',
};

const drivers: Readonly<Record<Driver, string>> = {
  hosts: 'Number of new hosts',
  hostPrice: 'Price of hosts',
  supportPrice: 'Price of hardware support',
  licencePrice: 'Price of licences',
  power: 'Power drawn',
  cooling: 'Cooling factor (PUE)',
  electricityPrice: 'Price of electricity',
  rackPrice: 'Price of rack space',
  hours: 'Working hours',
  hourPrice: 'Price of an hour',
  backup: 'Backup storage',
  migration: 'Migration project',
  leftover: "Rest of today's contract",
  rate: 'Exchange rates',
  discount: 'Discount rate',
};

const factorUnits: Readonly<Record<FactorName, (value: number) => string>> = {
  price: (value) => format.number(value, 4),
  hosts: (value) => `${format.count(value)} hosts`,
  sockets: (value) => `${format.count(value)} sockets`,
  cores: (value) => `${format.count(value)} cores`,
  workloads: (value) => `${format.count(value)} machines`,
  kwh: (value) => `${format.number(value, 0)} kWh`,
  rackUnits: (value) => `${format.number(value, 1)} U`,
  tib: (value) => `${format.number(value, 1)} TiB`,
  supportRatio: (value) => `${format.percent(value, 1)} support`,
  rise: (value) => `${format.number(value, 4)} (rise)`,
  cooling: (value) => `${format.number(value, 2)} (PUE)`,
  hours: (value) => `${format.number(value, 1)} h`,
  rate: (value) => format.number(value, 4),
  tax: (value) => `${format.number(value, 4)} (tax)`,
  hostPrice: String,
  supportPrice: String,
  licencePrice: String,
  power: String,
  electricityPrice: String,
  rackPrice: String,
  hourPrice: String,
  backup: String,
  migration: String,
  leftover: String,
  discount: String,
};

export const en = {
  format,
  money,
  kinds,
  drivers,
  factorUnits,
  stay: 'Stay as we are',
  optionName: (name: string, place: number) => (name === '' ? `Option ${place}` : name),
  missing: ({ kind, what, name }: Missing) =>
    `${kinds[kind]}: ${missing[what]}${name === '' ? '' : ` (${name})`}`,
  payback: (payback: Payback) => {
    switch (payback.kind) {
      case 'at-once':
        return 'at once';
      case 'never':
        return 'not within these years';
      case 'after':
        return `${format.number(payback.years, 1)} years${payback.isLostAgain ? ', but lost again later' : ''}`;
    }
  },
  priceOf: (unit: string) => `Price by ${unit}`,
  incomplete: 'incomplete',
  notAQuote:
    'No quote: prices are the ones entered here or cited with their date. What must be licensed is for you to check with the vendor.',
};

export type CostWords = typeof en;
