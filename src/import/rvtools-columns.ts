/** The sheets of an RVTools export that say something about workloads or hosts. */
export const rvtoolsSheets = [
  'vInfo',
  'vCPU',
  'vMemory',
  'vDisk',
  'vPartition',
  'vHost',
  'vCluster',
  'vNetwork',
  'vDatastore',
] as const;
export type RvtoolsSheet = (typeof rvtoolsSheets)[number];

/**
 * Names of each column we read, normalised: RVTools 3.x (`Provisioned MB`), 4.x (`Provisioned MiB`) and the
 * database names that both write when asked to (`vInfoProvisioned`, here without the sheet's name). The first that
 * exists is used.
 */
const who = {
  name: ['vm', 'vmname'],
  powerState: ['powerstate'],
  host: ['host'],
  cluster: ['cluster'],
  id: ['vmid'],
  uuid: ['vmuuid', 'uuid'],
} as const;

export const columnNames = {
  vInfo: {
    ...who,
    template: ['template'],
    placeholder: ['srmplaceholder'],
    vcpus: ['cpus', 'numcpu', 'cpucount'],
    memory: ['memory', 'memorymib', 'memorysize'],
    activeMemory: ['activememory', 'activememorymib'],
    provisioned: ['provisionedmib', 'provisioned'],
    inUse: ['inusemib', 'inuse'],
    diskCapacity: ['totaldiskcapacitymib', 'totaldiskcapacity'],
    osTools: ['osaccordingtothevmwaretools', 'ostools'],
    osConfig: ['osaccordingtotheconfigurationfile', 'osconfig', 'os', 'guestos'],
    datacenter: ['datacenter'],
    folder: ['folder'],
    application: ['application', 'app'],
    environment: ['environment', 'env'],
    ruleTypes: ['clusterrules', 'clusterrule'],
    ruleNames: ['clusterrulenames', 'clusterrulename'],
  },
  vCPU: { ...who, vcpus: ['cpus', 'numcpu'], overallMhz: ['overall'], maxMhz: ['max'] },
  vMemory: { ...who, size: ['sizemib', 'size', 'memory'], active: ['active', 'activemib'] },
  vDisk: { ...who, capacity: ['capacitymib', 'capacity'] },
  vPartition: {
    ...who,
    disk: ['disk'],
    diskKey: ['diskkey'],
    capacity: ['capacitymib', 'capacity'],
    consumed: ['consumedmib', 'consumed'],
  },
  vHost: {
    name: ['host', 'name', 'hostname'],
    cluster: ['cluster'],
    cpuModel: ['cpumodel'],
    speedMhz: ['speed', 'cpumhz'],
    hyperThreading: ['htactive'],
    sockets: ['#cpu', 'numcpu', 'cpus'],
    coresPerSocket: ['corespercpu'],
    cores: ['#cores', 'numcpucores', 'cores'],
    memory: ['#memory', 'memorysize', 'memory'],
    nics: ['#nics', 'numnics', 'nics'],
    vendor: ['vendor'],
    model: ['model'],
  },
} as const;
export type ReadSheet = keyof typeof columnNames;
export type ColumnsOf<Sheet extends ReadSheet> = Record<keyof (typeof columnNames)[Sheet], number>;

/** `Total disk capacity MB` → `totaldiskcapacitymib`; `vInfoVMName` → `vmname`. */
export function normalHeader(header: string, sheet: RvtoolsSheet | null): string {
  const plain = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9#%]/g, '')
    .replace(/mb$/, 'mib');
  const prefix = sheet?.toLowerCase() ?? '';
  // `vHostvCPUs` keeps its inner name; a bare `vcpus` is no prefix.
  return prefix !== '' && plain.startsWith(prefix) && plain.length > prefix.length
    ? plain.slice(prefix.length)
    : plain;
}

/** Where each column stands in a header row; −1 where absent. */
export function columnsOf<Sheet extends ReadSheet>(
  sheet: Sheet,
  header: readonly string[],
): ColumnsOf<Sheet> {
  const at = new Map<string, number>();
  header.forEach((text, column) => {
    const name = normalHeader(text, sheet);
    if (name !== '' && !at.has(name)) at.set(name, column);
  });
  const found = Object.entries<readonly string[]>(columnNames[sheet]).map(([column, names]) => {
    const name = names.find((candidate) => at.has(candidate));
    return [column, name === undefined ? -1 : (at.get(name) as number)];
  });
  return Object.fromEntries(found) as ColumnsOf<Sheet>;
}

/** Columns that only one sheet has beside a machine's name; all of a line must be there. */
const signatures: readonly (readonly [RvtoolsSheet, readonly string[]])[] = [
  ['vInfo', ['powerstate', 'cpus', 'memory', 'nics']],
  ['vInfo', ['powerstate', 'cpus', 'memory', 'provisionedmib']],
  ['vInfo', ['vinfovmname']],
  ['vCPU', ['vm', 'cpus', 'sockets']],
  ['vCPU', ['vm', 'cpus', 'overall']],
  ['vCPU', ['vcpuvmname']],
  ['vMemory', ['vm', 'sizemib', 'active']],
  ['vMemory', ['vm', 'sizemib', 'consumed']],
  ['vMemory', ['vmemoryvmname']],
  ['vPartition', ['vm', 'disk', 'capacitymib', 'consumedmib']],
  ['vPartition', ['vpartitionvmname']],
  ['vDisk', ['vm', 'disk', 'capacitymib', 'raw']],
  ['vDisk', ['vm', 'disk', 'capacitymib', 'diskmode']],
  ['vDisk', ['vdiskvmname']],
  ['vHost', ['host', 'speed', '#cores']],
  ['vHost', ['vhostname']],
  ['vNetwork', ['vm', 'network', 'macaddress']],
  ['vNetwork', ['vnetworkvmname']],
  ['vCluster', ['name', 'numhosts', 'numcpucores']],
  ['vDatastore', ['name', 'capacitymib', 'freemib']],
];

/** Which sheet a header row belongs to, by the columns that it has; null for none. */
export function sheetByHeader(header: readonly string[]): RvtoolsSheet | null {
  const names = new Set(header.map((text) => normalHeader(text, null)));
  return signatures.find(([, needed]) => needed.every((name) => names.has(name)))?.[0] ?? null;
}

/** Which sheet a name says it is: `vInfo`, `tabvInfo`, `RVTools_tabvInfo`, `export_vInfo`. */
export function sheetByName(name: string): RvtoolsSheet | null {
  const plain = name.toLowerCase().replace(/\.(csv|txt|tsv)$/, '');
  return rvtoolsSheets.find((sheet) => plain.endsWith(sheet.toLowerCase())) ?? null;
}
