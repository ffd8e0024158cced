import type { LineNote } from '../../model/licensing/bill.ts';
import type { BreakEven } from '../../model/licensing/break-even.ts';
import type { Excluded } from '../../model/licensing/cheapest.ts';
import type { LicenseNote } from '../../model/licensing/license.ts';
import type { LicensingPolicy, PlainNumbers } from '../../model/licensing/policy.ts';
import type { Layer, Metric, Offer, Software } from '../../model/licensing/terms.ts';
import { formatFor } from '../format.ts';
import type { NamedProduct, StepSentences } from '../licensing.ts';
import { moneyFormat } from '../money-format.ts';
import type { SentencesByKind } from '../sentences.ts';

const format = formatFor('en');
const { count, number, percent } = format;
const plural = (value: number, one: string, many = `${one}s`) =>
  `${count(value)} ${value === 1 ? one : many}`;

const software: Readonly<Record<Software, string>> = {
  windows: 'Windows Server',
  rhel: 'RHEL',
  sles: 'SLES',
  sql: 'SQL Server',
  oracle: 'Oracle Database',
};

const step: StepSentences = {
  'host-group': (s) =>
    `${plural(s.hosts, 'host')} of ${plural(s.sockets, 'CPU')} with ${plural(s.coresPerSocket, 'core')} each:`,
  'cores-present': (s) => `cores in one host: ${count(s.value)}`,
  'cpu-minimum': (s) => `at least ${count(s.minimum)} for each CPU: ${count(s.value)}`,
  'host-minimum': (s) => `at least ${count(s.minimum)} for a host: ${count(s.value)}`,
  'core-factor': (s) => `× factor ${number(s.factor, 2)}, rounded up: ${count(s.value)}`,
  'sockets-present': (s) => `sockets in one host: ${count(s.value)}`,
  'sockets-covered': (s) =>
    `one licence for ${plural(s.each, 'socket')}, rounded up: ${count(s.value)}`,
  'cores-of-cpu': (s) =>
    `one licence for up to ${count(s.limit)} cores of a CPU: ${count(s.value)}`,
  'cores-of-host': (s) =>
    `one licence for up to ${count(s.limit)} cores of a host: ${count(s.value)}`,
  'whole-host': () => 'one licence for the host',
  'memory-of-host': (s) => `one licence for up to ${count(s.limitGib)} GiB: ${count(s.value)}`,
  sets: (s) =>
    `${plural(s.machines, 'guest')}, ${count(s.each)} for each set: ${plural(s.sets, 'set')}, ${count(s.value)}`,
  unlimited: (s) => `any number of guests (at most ${count(s.machines)} here)`,
  'times-hosts': (s) => `× ${plural(s.hosts, 'host')}: ${count(s.value)}`,
  machines: (s) => `VMs: ${count(s.value)}`,
  'machines-covered': (s) => `one licence for ${count(s.each)}, rounded up once: ${count(s.value)}`,
  'machine-group': (s) =>
    s.minimum > s.vcpus
      ? `${plural(s.machines, 'VM')} with ${plural(s.vcpus, 'vCPU')}, each counted as at least ${count(s.minimum)}: ${count(s.value)}`
      : `${plural(s.machines, 'VM')} with ${plural(s.vcpus, 'vCPU')}: ${count(s.value)}`,
  'vcpus-covered': (s) => `one licence for ${count(s.each)} vCPUs, rounded up: ${count(s.value)}`,
  'tib-claimed': (s) => `TiB claimed: ${count(s.value)}`,
  'tib-included': (s) => `less ${number(s.included, 2)} TiB included: ${count(s.value)}`,
  'nothing-to-license': () => 'nothing to license',
  sum: (s) => `in all: ${count(s.value)}`,
  'order-minimum': (s) => `an order holds at least ${count(s.minimum)}: ${count(s.value)}`,
  packs: (s) => `in packs of ${count(s.size)}: ${plural(s.value, 'pack')}`,
};

const lineNote: {
  readonly [Kind in LineNote['kind']]: (n: Extract<LineNote, { kind: Kind }>) => string;
} = {
  'own-quote': () => 'your own quote',
  'price-missing': () => 'no price that could be cited: enter your quote',
  'support-missing': () =>
    'support must be bought too; its price is not known and not in the amount',
  'sources-differ': () => 'sources differ on the price',
  'other-term': (n) => `price of a ${n.taken}-year term (you chose ${n.wanted})`,
  'needs-support': () => 'with mandatory support or Software Assurance',
  'sale-uncertain': () => 'it is not certain that this is still sold: ask for a quote',
};

const note: SentencesByKind<LicenseNote> = {
  'not-licensed': (n) =>
    `${plural(n.machines, 'VM runs', 'VMs run')} ${software[n.which]}, and no licence is chosen for it.`,
  'nothing-covers': (n) =>
    `None of the products allowed covers the ${plural(n.machines, 'VM')} with ${software[n.which]}.`,
  'unknown-product': (n) => `There is no product "${n.product}" in the catalogue.`,
  'host-too-large': (n) => `${n.product} does not allow hosts with ${plural(n.sockets, 'socket')}.`,
  assumed: (n) =>
    `${plural(n.machines, 'VM is', 'VMs are')} assumed to run ${software[n.which]}, by the share that you set; the fleet does not say.`,
  'labels-unknown': (n) =>
    `The fleet does not say what system ${plural(n.machines, 'VM runs', 'VMs run')}.`,
  'bound-not-accepted': (n) =>
    `${n.product} does not accept rules that bind VMs to hosts: every host of the cluster counts.`,
  'included-tib': (n) => `${n.product} includes ${number(n.tib, 2)} TiB of storage.`,
};

const excluded: Readonly<Record<Excluded['reason'], string>> = {
  'other-hypervisor': 'only with another hypervisor',
  'host-too-large': 'a host has too many sockets',
  'price-missing': 'no price known',
  'rate-missing': 'exchange rate missing',
};

const metric: Readonly<Record<Metric, string>> = {
  core: 'core',
  socket: 'socket',
  host: 'host',
  vm: 'VM',
  vcpu: 'vCPU of a VM',
  workload: 'workload',
  tib: 'TiB',
  none: 'none',
};

const layer: Readonly<Record<Layer, string>> = {
  hypervisor: 'Hypervisor',
  guest: 'Guest system',
  database: 'Database',
  storage: 'Storage',
  backup: 'Backup',
};

const per: Readonly<Record<Offer['per'], string>> = {
  once: 'once',
  year: 'a year',
  month: 'a month',
};

const numbers: Readonly<Record<keyof PlainNumbers, string>> = {
  hosts: 'Hosts',
  socketsPerHost: 'CPUs per host',
  coresPerSocket: 'Cores per CPU',
  machines: 'VMs',
  vcpusPerMachine: 'vCPUs per VM',
  windows: 'of these, Windows Server',
  sql: 'of these, SQL Server',
  oracle: 'of these, Oracle Database',
  rhel: 'of these, RHEL',
  sles: 'of these, SLES',
  claimedTib: 'vSAN storage claimed (TiB)',
};

const mobility: Readonly<Record<LicensingPolicy['mobility'], string>> = {
  bound: 'Rules bind each VM to its host',
  failover: 'VMs move, hosts stay evenly filled (also in a failure)',
  anywhere: 'Any host may have to run all VMs at once',
};

const along: Readonly<Record<BreakEven['along'], string>> = {
  'machines-per-host': 'Windows VMs on a host',
  'cores-per-cpu': 'Cores per CPU',
  years: 'Years',
};

export const licensingWords = {
  format,
  money: moneyFormat('en'),
  software,
  step,
  lineNote,
  note,
  excluded,
  metric,
  layer,
  per,
  numbers,
  mobility,
  along,
  notQuote:
    'This is not a quote. Prices are published list prices with their dates, and terms change: check with your vendor what your contract says.',
  years: (value: number) => plural(value, 'year'),
  packs: (packs: number, size: number) =>
    size === 1 ? count(packs) : `${plural(packs, 'pack')} of ${count(size)}`,
  price: (amount: string, licences: number, offered: Offer['per']) =>
    `${amount} for ${plural(licences, 'licence')}, ${per[offered]}`,
  asOf: (date: string) => `as of ${date}`,
  span: (low: string, high: string) => `${low} to ${high}`,
  support: (ratio: number) => `support ${percent(ratio)} a year`,
  proof: (which: Software, cost: string, isOptimal: boolean, bound: string) =>
    isOptimal
      ? `${software[which]}: ${cost}. Proven: no legal mix of these products costs less under these rules.`
      : `${software[which]}: ${cost}. No legal mix costs less than ${bound}.`,
  alone: (product: NamedProduct, cost: string) => `${product.name} alone: ${cost}`,
  unpriced: (which: Software) =>
    `${software[which]}: counted, but without prices the cheapest way cannot be found. Enter your quotes.`,
  change: (at: number, product: string, what: BreakEven['along']) => {
    switch (what) {
      case 'machines-per-host':
        return `From ${plural(at, 'VM')} on a host: ${product}`;
      case 'cores-per-cpu':
        return `From ${plural(at, 'core')} per CPU: ${product}`;
      case 'years':
        return `From ${plural(at, 'year')}: ${product}`;
    }
  },
  kind: (runs: readonly Software[], machines: number) =>
    `${runs.length === 0 ? 'nothing licensed' : runs.map((which) => software[which]).join(' + ')} (${plural(machines, 'VM')})`,
  breakEvenTitle: (what: BreakEven['along'], of: Layer) => `${along[what]} (${layer[of]})`,
  tool: {
    lead: 'What must be licensed, why so many, and the cheapest way that the terms allow. Eight numbers are enough; or take the plan of your fleet.',
    noScript:
      'This tool computes in your browser and needs JavaScript. The rules that it applies are explained in the method pages.',
    loading: 'The tool is loading …',
    failed: 'The computation failed. This is a defect of the site; reload the page to try again.',
    busy: 'Computing …',
    source: 'What to license',
    fromNumbers: 'Plain numbers',
    fromFleet: 'The plan of a fleet',
    noFleet: 'Open a fleet first, or use plain numbers.',
    impossible:
      'The fleet cannot be placed with these hosts, so there is nothing to license. The consolidation tool says why.',
    choices: 'Products and terms',
    hypervisor: 'Hypervisor',
    storage: 'vSAN add-on',
    backup: 'Backup',
    none: 'not here',
    eras: { '2008': "The report's time (2008)", today: 'Today (2026)' },
    cheapestOf: (name: string) => `cheapest way: ${name}`,
    mobility: 'Where VMs may go',
    years: 'Years of the total',
    term: 'Term of subscriptions (years)',
    withSupport: 'Add support of perpetual licences where its price is known',
    currency: 'Currency of the total',
    currencies: { JPY: 'Yen', USD: 'US dollar', EUR: 'Euro' },
    rate: (currency: string) => `Yen for one ${currency}`,
    rateHint: 'No rate is built in.',
    tax: 'Tax added (%)',
    assumed: 'Where the fleet does not say what runs',
    assumedShare: (name: string) => `Share with ${name} (%)`,
    total: (years: number) => `Total for ${plural(years, 'year')}`,
    totalUnknown: 'No single total: enter the exchange rates',
    totalIncomplete: 'without the products that have no price',
    included: (tax: string) => `of which tax ${tax}`,
    estate: 'Hosts and VMs counted',
    estateLine: (hosts: number, sockets: number, cores: number, machines: number) =>
      `${plural(hosts, 'host')} with ${plural(sockets, 'CPU')} and ${plural(cores, 'core')}; ${plural(machines, 'VM')}`,
    lines: 'The bill, line by line',
    columns: {
      product: 'Product',
      counted: 'Licences',
      packs: 'Ordered',
      price: 'Price',
      amount: 'Amount',
      metric: 'Counted by',
    },
    because: 'Why so many',
    formula: 'How the amount comes about',
    formulaLine: (packs: string, price: string, amount: string) =>
      `${packs} × ${price} = ${amount}`,
    sources: 'Sources',
    quote: 'Your quote',
    quoteAmount: (licences: number, offered: Offer['per']) =>
      `Price for ${plural(licences, 'licence')}, ${per[offered]}`,
    quoteCurrency: 'Currency',
    quoteSupport: 'Support a year (% of price)',
    quoteRemove: 'Remove my quote',
    cheapest: 'Is it the cheapest way?',
    excluded: 'Not considered',
    hypervisors: 'The same VMs under other hypervisors',
    hypervisorsTable: 'Licences by hypervisor',
    hypervisorColumns: {
      product: 'Hypervisor',
      own: 'Its own licences',
      total: 'All licences',
      missing: 'Not priced, or uncertain',
    },
    breakEven: 'Break-even points',
    breakEvenLead: 'One host like the first of yours; the minimum of an order is left out.',
    options: 'Would other clusters or hosts be cheaper?',
    optionsLead:
      'Gathers licensed VMs in clusters of their own, each with its own spare hosts, and bills every division; and compares host types.',
    optionsAsk: 'Compare now',
    clusters: 'Clusters for licensed VMs',
    clusterColumns: {
      division: 'Clusters',
      hosts: 'Hosts',
      licences: 'Licences',
      hardware: 'Hardware',
      worth: 'Pays while a host costs less than',
    },
    clustersTogether: 'Keep all VMs together: no division costs less.',
    clustersApart: (saved: string) =>
      `The cheapest division saves ${saved} against one cluster, added hosts included.`,
    clustersUnpriced:
      'Hosts have no price, so only divisions that add no host are chosen; the others show from which price of a host they pay.',
    clustersOne: 'All VMs are of one kind: there is nothing to divide.',
    hostTypes: 'Fewer bigger or more smaller hosts',
    hostTypeColumns: {
      type: 'Hosts',
      count: 'Number',
      licences: 'Licences',
      hardware: 'Hardware',
      sum: 'Together',
    },
    mix: 'Mix found by packing',
    bound: (amount: string) => `Proven: no plan with these host types costs less than ${amount}.`,
    hostTypesOne: 'Add a second host type in the consolidation tool to compare.',
    download: 'Download CSV',
    print: 'Print one page',
    method: 'How licences are counted',
    cost: (value: string) => value,
    yes: 'yes',
  },
  csv: {
    file: 'licences.csv',
    head: [
      'product',
      'metric',
      'counted',
      'packs',
      'pack size',
      'price',
      'per licences',
      'per',
      'currency',
      'as of',
      'amount',
      'low',
      'high',
      'formula',
      'because',
      'notes',
    ],
  },
};
