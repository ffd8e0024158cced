import type { CostTexts } from './commands/cost.ts';

export const en: CostTexts = {
  help: {
    brief: 'cost FILE',
    summary: 'total cost over the years, compared with staying as you are',
    synopsis: 'cost [FILE...] [--scenario s.json] [--years n]',
    text: `What the scenario's options cost over 1 to 10 years, beside staying as you are. With --json:
  {option, isComplete, missing:[{kind, what, name}], byYear:[{year, amount:{minor, currency}, cumulative, kinds}],
   npv:{minor, currency}|null, payback, currency, cheapest, stay:{...}, options:[{id, name, hosts, energy, byYear,
   lines:[{kind, total, because}], total, npv, saving, payback, shrink, tornado}], uncertainty, ...}
byYear, npv and payback are those of the first option. npv is the present value of its costs: year 0 is the start,
the others are paid at the end of their year. Amounts are whole yen or cents. A price that is not given is listed as
missing, and the option has no total until it is; nothing is invented.`,
    readsFleet: true,
    more: `FILE may be left out where every option says its number of hosts ("cost": {"options": [{"hosts": {"count": 4}}]}).
--years overrides the scenario's.`,
  },
  badYears: (given) => `--years is "${given}"; expected a whole number from 1 to 10`,
  fleetNeeded: (option) =>
    `no file given, and ${option} says no number of hosts; expected a file, or cost.options[].hosts.count`,
  impossible: (option) => `${option}: the fleet fits no hosts:`,
  missing: (option) => `${option} is incomplete; asked for:`,
  years: (years) => `over ${years} years`,
  head: {
    option: 'Option',
    hosts: 'Hosts',
    total: 'Total',
    npv: 'Present value',
    saving: 'Saves',
    payback: 'Pays back',
  },
  unknown: '-',
};
