import type { BackupNote } from '../../model/backup/machines.ts';
import type { BackupMethod, Requirement } from '../../model/backup/method.ts';
import type { RestoreBottleneck } from '../../model/backup/restore.ts';
import type { Reason } from '../../model/backup/selection.ts';
import type { Medium, Priority } from '../../model/backup/settings.ts';
import type { BackupNumberId } from '../backup.ts';
import { formatFor } from '../format.ts';

const { count, number, percent, withUnit } = formatFor('en');

const minute = 60;
const hour = 3600;
const day = 86_400;

/** 45 s, 12 min, 3 h 20 min, 2 d 4 h; null: unknown. */
function duration(seconds: number | null): string {
  if (seconds === null) return 'unknown';
  if (seconds < minute) return withUnit(seconds, 's', 0);
  if (seconds < hour) return withUnit(seconds / minute, 'min', seconds < 10 * minute ? 1 : 0);
  const [big, small, names] =
    seconds < day ? ([hour, minute, ['h', 'min']] as const) : ([day, hour, ['d', 'h']] as const);
  const whole = Math.floor(seconds / big);
  const rest = Math.round((seconds - whole * big) / small);
  if (rest * small >= big) return withUnit(whole + 1, names[0], 0);
  return rest === 0
    ? withUnit(whole, names[0], 0)
    : `${withUnit(whole, names[0], 0)} ${withUnit(rest, names[1], 0)}`;
}

const size = (gib: number) =>
  gib >= 10_240 ? withUnit(gib / 1024, 'TiB', 1) : withUnit(gib, 'GiB', gib < 100 ? 1 : 0);
const machines = (n: number) => `${count(n)} ${n === 1 ? 'machine' : 'machines'}`;

const requirement: Readonly<Record<Requirement, string>> = {
  'guest-software': 'backup software in every guest',
  'management-software': 'backup software on the management OS',
  'image-software': 'backup software of a third party that supports the product',
  'array-snapshot': 'storage with a snapshot function',
  'array-replication': 'a second array to replicate to',
  'block-storage': 'block storage (FC, iSCSI) that the backup server reaches',
  'virtual-proxy': 'a virtual backup proxy on a host that reaches every datastore',
};

function reason(of: Reason): string {
  switch (of.kind) {
    case 'only-data':
      return 'It saves data only; the operating system must come back another way.';
    case 'must-stop':
      return 'The machine must be stopped meanwhile.';
    case 'no-single-files':
      return 'No single files can be restored.';
    case 'no-difference':
      return 'It always copies everything; there are no differences.';
    case 'not-application':
      return 'The application does not take part, so its data may be inconsistent.';
    case 'raw-disk':
      return 'It may not work for machines on raw disks, so it cannot be relied on.';
    case 'loads-host':
      return 'It loads the host.';
    case 'only-databases':
      return 'It is for databases.';
    case 'product-cannot':
      return 'The virtualization product does not have what it needs.';
    case 'lacks':
      return `It needs ${requirement[of.requirement]}.`;
    case 'too-slow':
      return `One machine takes ${duration(of.seconds)} to come back; ${duration(of.targetSeconds)} is allowed.`;
    case 'configuration-apart':
      return 'the configuration files are saved apart';
    case 'unit-by-product':
      return 'the product saves the configuration files with the disks';
    case 'single-files-depend':
      return 'the product or the backup software can restore single files';
    case 'difference-depends':
      return 'the product, array or backup software copies only differences';
    case 'application-depends':
      return 'the backup software brings the application into a consistent state';
    case 'raw-disk-unknown':
      return 'the product includes raw disks (the report does not say)';
    case 'product-unknown':
      return 'the virtualization product supports it';
    case 'spread-runs':
      return 'the runs are spread so that hosts keep room';
    case 'offsite-copy':
      return 'a copy goes to another place';
    case 'immutable-copy':
      return 'one copy cannot be changed or deleted';
    case 'return-unknown':
      return 'installing the machine anew is quick enough (the time is not given)';
    case 'instant-depends':
      return 'the backup software starts machines from their backups';
    case 'may-lack':
      return `the product needs no ${requirement[of.requirement]}`;
    case 'run-oftener':
      return `it runs every ${duration(of.seconds)} or oftener`;
    case 'stagger':
      return 'It takes the host’s resources: runs must be staggered.';
    case 'logs-between':
      return 'Logs saved between the runs keep the loss small.';
    case 'returns-at-once':
      return 'Machines start from their backups, so they are back in time.';
  }
}

const bottleneck: Readonly<Record<RestoreBottleneck, string>> = {
  storage: 'the machines’ storage',
  lan: 'the LAN',
  repository: 'the repository',
  streams: 'the streams (proxies)',
  'host-tasks': 'the tasks allowed on one host',
  'host-throughput': 'the throughput of one host',
  'longest-job': 'the largest machine alone',
  none: 'nothing',
  array: 'the array itself',
  rebuild: 'installing machines anew',
};

function note(of: BackupNote): string {
  switch (of.kind) {
    case 'size-provisioned':
      return `What ${machines(of.machines)} really use of their disks is unknown; what is provisioned counts in full.`;
    case 'size-unknown':
      return `The disk size of ${machines(of.machines)} is unknown; ${size(of.assumedGib)} each is assumed, a figure that you can change.`;
    case 'host-unknown':
      return `The host of ${machines(of.machines)} is unknown; they are spread evenly over ${count(of.hosts)} hosts.`;
    case 'templates-left-out':
      return `${count(of.machines)} templates are left out. Machines that are switched off are backed up, too.`;
    case 'name-unknown':
      return `A class names “${of.name}”, which is not in the fleet.`;
    case 'sample-fleet':
      return 'No fleet is loaded: the figures are those of as many like machines as you give.';
  }
}

const priority: Readonly<Record<Priority, string>> = {
  'little-load': 'Little load on hosts and LAN',
  'no-agents': 'No software in the guests',
  'whole-machine': 'The whole machine at once',
  'single-file': 'Single files come back',
  'small-copies': 'Only differences are copied',
  'any-product': 'Independent of the product',
  'quick-return': 'Runs from the backup at once',
};

const medium: Readonly<Record<Medium, string>> = {
  disk: 'Disk',
  object: 'Object storage',
  tape: 'Tape',
};

interface FieldText {
  readonly label: string;
  readonly help: string;
}
const fields: Readonly<Record<BackupNumberId, FieldText>> = {
  sampleMachines: { label: 'Machines', help: 'As long as no fleet is loaded.' },
  sampleGib: {
    label: 'Used by each',
    help: 'What a machine occupies, not what it is given; also where a fleet does not tell.',
  },
  sampleHosts: {
    label: 'Hosts',
    help: 'They share the machines evenly, also where a fleet names no hosts.',
  },
  rpo: { label: 'May be lost at most (RPO)', help: 'Off: no target.' },
  rto: {
    label: 'Back within (RTO)',
    help: 'For one machine of the class, its largest. Off: no target.',
  },
  change: { label: 'Changes in a day', help: 'Usually 2 to 5 %; databases 10 % and more.' },
  kept: {
    label: 'Left after reduction',
    help: 'By deduplication and compression. Usually one half.',
  },
  retention: { label: 'Kept for', help: 'Usual retention, before weekly and longer ones.' },
  fullEvery: { label: 'A new full every', help: 'Not for forever-incremental.' },
  weekly: { label: 'Weekly ones kept', help: 'Beyond the usual retention.' },
  monthly: { label: 'Monthly ones kept', help: 'Beyond the weekly ones.' },
  yearly: { label: 'Yearly ones kept', help: 'Beyond the monthly ones.' },
  growth: { label: 'Growth of the data', help: 'Each year on top of the year before.' },
  years: { label: 'Years shown', help: 'How far the repository is simulated, day by day.' },
  window: { label: 'Window', help: 'Time allowed for all backups of a night.' },
  proxies: {
    label: 'Backup servers (proxies)',
    help: 'They read, deduplicate, compress and write.',
  },
  cores: { label: 'Cores of each', help: 'One core takes one stream, unless you say more below.' },
  tasks: { label: 'Streams per core', help: 'They share the core’s speed.' },
  fullSpeed: {
    label: 'Full backup per core',
    help: 'With deduplication and compression. A vendor’s guide says 100.',
  },
  incrementalSpeed: {
    label: 'Incremental backup per core',
    help: 'Reading here and there is slower. The guide says 25.',
  },
  tasksPerHost: { label: 'Machines of a host at once', help: 'Keeps a host from being flooded.' },
  hostSpeed: { label: 'A host may give', help: 'Off: not limited.' },
  lanSpeed: { label: 'LAN for backups', help: '10 Gb/s are 1,192 MiB/s. Off: not limited.' },
  lanShare: { label: 'Share of the LAN', help: 'The rest stays with the machines.' },
  storageSpeed: {
    label: 'The machines’ storage reads',
    help: 'All of it together. Needed for the response time. Off: not limited.',
  },
  storageShare: { label: 'Share of the storage', help: 'The rest stays with the machines.' },
  repositorySpeed: { label: 'The repository writes', help: 'After reduction. Off: not limited.' },
  busy: {
    label: 'Storage busy without backups',
    help: 'Off: from the throughput that the fleet was measured with.',
  },
  failures: { label: 'Jobs that fail', help: 'They run again when the others are done.' },
  file: { label: 'Size of the file', help: 'For “one file”.' },
  prepare: { label: 'Find and mount', help: 'Before anything is copied.' },
  boot: { label: 'Start until it serves', help: 'The machine and its application.' },
  instant: { label: 'Running from backups at once', help: 'So many the repository can carry.' },
  streams: { label: 'Streams back', help: 'Machines restored at once.' },
  streamSpeed: { label: 'One stream back', help: 'Until you have measured your own.' },
  repositoryRead: { label: 'The repository reads', help: 'Off: not limited.' },
  storageWrite: { label: 'The machines’ storage writes', help: 'Off: not limited.' },
  rebuild: {
    label: 'Install a machine anew',
    help: 'Where only data is saved. Off: not known, and so the return is not.',
  },
  array: { label: 'Roll back in the array', help: 'A volume to its snapshot.' },
  log: { label: 'Logs saved every', help: 'By database agents, between their runs.' },
  link: { label: 'Line to the other place', help: 'Off: not known; the speed needed is shown.' },
  linkHours: { label: 'Hours for the copy', help: 'In a day.' },
};

export const en = {
  duration,
  size,
  reason,
  bottleneck,
  note,
  priority,
  medium,
  fields,
  requirement,
  page: {
    lead: 'Which backup suits which machines, with the reasons; how much space it takes over the years, whether the night is long enough, and how soon things are back. Five questions give an answer; a fleet gives a plan. Nothing leaves your browser.',
    noScript:
      'The tool computes in your browser and needs JavaScript. The chapter on backup and the page on how it computes can be read without.',
    loading: 'Loading the tool …',
    chapter: 'The report’s chapter: backup and restore',
    method: 'How it is computed',
  },
  steps: {
    questions: 'Five questions',
    verdicts: 'What fits',
    fleet: 'Your fleet',
    plan: 'A plan by class',
    space: 'Space',
    window: 'The night',
    restore: 'The way back',
    copies: 'Copies',
    keep: 'Take it along',
  },
  questions: {
    about: 'They speak of all machines that no class of their own takes (below).',
    unit: 'What must come back at once?',
    unitOf: { system: 'The whole system with its OS', data: 'Data only' },
    online: 'Must it keep running meanwhile?',
    yes: 'Yes',
    no: 'No, it may be stopped',
    product: 'On which product?',
    otherProduct: 'Another, or not decided',
    rawDisk: 'On which disks?',
    rawDiskOf: { virtual: 'Virtual disks (files)', raw: 'Raw disks too (RDM, pass-through)' },
    more: 'More needs',
    surroundings: 'What is there',
    surroundingsAbout: 'A method that needs something else is ruled out.',
    priorities: 'What counts most',
    prioritiesAbout: 'Decides between methods that fit alike.',
    weight: ['Not at all', 'Little', 'Some', 'Much'] as readonly string[],
    singleFile: 'Single files must come back',
    difference: 'Only differences may be copied',
    application: 'The application must be consistent (databases)',
    offsite: 'A copy at another place',
    immutable: 'A copy that nobody can change (ransomware)',
    hostLoad: 'Load on hosts that is acceptable',
    hostLoadOf: { none: 'None', light: 'Little', heavy: 'Any' },
  },
  has: {
    'guest-software': 'Backup software in the guests',
    'management-software': 'Backup software on the management OS',
    'image-software': 'Backup software for whole machines',
    'array-snapshot': 'Storage with snapshots',
    'array-replication': 'A second array to replicate to',
    'block-storage': 'FC or iSCSI that a backup server reaches',
    'virtual-proxy': 'Virtual backup proxies',
  } satisfies Readonly<Record<Requirement, string>>,
  verdict: {
    best: 'First choice',
    fits: 'Fits',
    'fits-if': 'Fits if',
    'does-not-fit': 'Does not fit',
    report: 'Table 4',
    today: 'Today',
    none: 'Nothing fits. The reasons below say what would have to change.',
    live: (name: string, fitting: number) =>
      `First choice: ${name}. ${count(fitting)} methods fit, some on conditions.`,
    because: 'Because',
    know: 'To know',
    show: (n: number) => `${count(n)} that do not fit, and why`,
    source: 'Source',
    merit: (ratio: number) => `meets ${percent(ratio)} of your priorities`,
  },
  classes: {
    about:
      'A machine belongs to the first class whose conditions it meets; the others are answered by the questions above.',
    known: { database: 'Databases', rest: 'All others' } as Readonly<Record<string, string>>,
    unnamed: (id: string) => `Class ${id}`,
    name: 'Name',
    add: 'Add a class',
    remove: (name: string) => `Remove ${name}`,
    edit: (name: string) => `Edit ${name}`,
    match: 'Which machines',
    matchAbout:
      'Words separated by commas; one of each line must occur. A class without any takes none.',
    labels: {
      os: 'OS contains',
      application: 'Application contains',
      environment: 'Environment contains',
      folder: 'Folder contains',
      cluster: 'Cluster contains',
    },
    atLeast: 'At least (GiB)',
    atMost: 'At most (GiB)',
    names: 'Machines by name, one a line',
    namesAbout: 'Names stay in this browser; they are not in the address.',
    method: 'Method',
    automatic: 'The first choice',
    interval: 'Runs every',
    rules: 'Data and retention',
    needs: 'Needs',
    table: {
      caption: 'The plan',
      head: ['Class', 'Machines', 'Data', 'Method', 'Loss', 'One machine back'],
    },
    noMethod: 'none fits',
    misfit: 'chosen by you, though it does not fit',
    loss: {
      met: 'target met',
      narrow: 'met, unless a failure comes while it runs',
      missed: 'target missed',
      unknown: 'unknown',
      'no-target': 'no target',
    },
    returns: {
      met: 'target met',
      'met-instantly': 'target met by running from the backup',
      missed: 'target missed',
      unknown: 'unknown',
      'no-target': 'no target',
    },
  },
  space: {
    kind: 'Chain',
    kindOf: {
      forever: 'Forever incremental',
      synthetic: 'Full made in the repository',
      active: 'Full read from the machines again',
    },
    kindHelp: 'How full backups come about.',
    spread: 'Fulls of different machines on different days',
    cloning: 'The repository shares equal blocks (XFS or ReFS block cloning)',
    result: (gib: number, years: number) => `${size(gib)} in year ${count(years)}`,
    chart: 'The repository over the years',
    chartAbout: 'The fullest moment of each month, class by class.',
    axis: 'TiB',
    months: 'Years',
    month: (month: number) => `Year ${Math.floor(month / 12) + 1}, month ${(month % 12) + 1}`,
    table: { caption: 'Fullest moment by year', head: ['Year', 'Repository'] },
    how: 'How this is computed',
    formula: 'C · (F · Data + R · d · Data)',
    formulaCloned: 'C · Data · (1 + Σ what changed since the backup before, at most everything)',
    formulaCaption: 'Counts and sizes of each class',
    formulaHead: ['Class', 'C', 'F', 'R', 'd', 'Data', 'Formula', 'Simulated, first year'],
    formulaAbout:
      'C: left after reduction. F: full backups, with weekly, monthly and yearly ones. R: incremental ones. d: change from one to the next. Counted before the oldest chain is deleted: the disk must hold that, too. The simulation makes and deletes backups day by day, with growth; without growth the two agree.',
    byArray: (n: number) =>
      `${machines(n)} are kept by the array, not in the repository: its maker sizes that space.`,
    nothing: 'No class uses the repository.',
  },
  window: {
    result: (seconds: number, allowed: number) =>
      `${duration(seconds)} of ${duration(allowed)} allowed`,
    holds: 'The window holds.',
    tooLong: 'The window is too short.',
    bottleneck: (what: string, bound: number) =>
      `Bottleneck: ${what}. No schedule is shorter than ${duration(bound)}.`,
    nothing: 'Nothing runs at night: the array makes its copies itself, or no method fits.',
    night: {
      first: 'The first backup of all',
      full: 'Night of full backups',
      ordinary: 'Ordinary night',
    },
    table: {
      caption: 'Nights',
      head: ['Night', 'Machines', 'Read', 'Takes', 'At least', 'Bottleneck'],
    },
    limits: 'Limits',
    more: 'More limits',
    bounds: 'How this is computed',
    boundsAbout:
      'Each limit alone would need so long for the decisive night; the longest is the bottleneck. Jobs start longest first as soon as a stream and their host allow, and share what there is evenly.',
    boundsCaption: 'What each limit needs',
    boundsHead: ['Limit', 'Needs at least'],
    load: 'Load during the night',
    loadAbout: 'Averages. The machines take turns so that no limit is exceeded.',
    loadSeries: { read: 'Read', lan: 'Over the LAN', repository: 'Written' },
    loadHead: ['From', 'Running', 'Read', 'LAN', 'Repository'],
    hours: 'Hours from the start',
    minutes: 'Minutes from the start',
    rate: 'MiB/s',
    gantt: 'Who runs when',
    ganttAbout: (hosts: number) =>
      `Each line is a machine, or a host where there are many (${count(hosts)} hosts).`,
    ganttHead: ['Line', 'From', 'To'],
    host: (index: number) => `Host ${index + 1}`,
    machine: (index: number) => `Machine ${index + 1}`,
    reruns: (jobs: number, seconds: number, holds: boolean) =>
      `${count(jobs)} jobs fail and run again: done after ${duration(seconds)}, ${holds ? 'within the window' : 'beyond the window'}.`,
    proxyLost: (seconds: number) => `With one backup server less: ${duration(seconds)}.`,
    noProxyToLose: 'There is only one backup server: when it fails, nothing is backed up.',
    synthetic: (seconds: number) =>
      seconds === 0
        ? 'Full backups share blocks in the repository: making them takes next to no time.'
        : `Making full backups in the repository afterwards: ${duration(seconds)}, without load on machines or hosts.`,
    response: (before: number, during: number, ratio: number) =>
      `Storage accesses take ${number(before, 2)} times the time of an idle storage without backups, and ${number(during, 2)} times at the busiest moment of the night (${percent(ratio)} busy).`,
    responseOver: (ratio: number) =>
      `At the busiest moment the storage is asked for ${percent(ratio)} of what it can do: response times grow without limit. Limit its share, or the streams.`,
    responseUnknown:
      'How much the storage’s response time suffers is unknown: give what it reads, and how busy it is.',
  },
  restore: {
    table: {
      caption: 'Times to return',
      head: ['What', 'Takes', 'Limited by', 'Running from the backup'],
    },
    what: {
      file: 'One file (slowest class)',
      machine: 'One machine (largest of the slowest class)',
      host: (name: string, n: number) =>
        `${name === '' ? 'One host' : `Host ${name}`}, ${machines(n)}`,
      everything: (n: number) => `Everything, ${machines(n)}`,
    },
    never: 'no',
    lost: (n: number) => `${machines(n)} are saved by no method and do not return.`,
    limits: 'Limits',
    how: 'How this is computed',
    howAbout:
      'Find and mount + size ÷ the slowest of stream, repository, LAN and storage + start. Many machines: the same schedule as at night, the other way round. Where only data is saved, machines are installed anew first; where the array keeps them, volumes are rolled back.',
  },
  copies: {
    repositoryMedium: 'The repository is on',
    repositoryImmutable: 'Backups in the repository cannot be changed for a time',
    hasOffsite: 'There is a copy at another place',
    offsiteMedium: 'The other copy is on',
    offsiteImmutable: 'The other copy is offline or cannot be changed',
    verified: 'Restores are tried regularly, without errors',
    table: { caption: 'The rule 3-2-1-1-0', head: ['Rule', 'Found', 'Verdict'] },
    rule: {
      copies: '3 copies, the machines themselves included',
      media: '2 kinds of media',
      offsite: '1 at another place',
      immutable: '1 offline or unchangeable',
      verified: '0 errors when restored on trial',
    },
    met: 'met',
    missed: 'missed',
    yes: 'yes',
    no: 'no',
    daily: (gib: number, megabits: number) =>
      `${size(gib)} a day must reach the other place: the line needs ${withUnit(megabits, 'Mbit/s', 0)}.`,
    line: (seconds: number, keepsUp: boolean) =>
      `On this line a day’s changes take ${duration(seconds)}: ${keepsUp ? 'it keeps up.' : 'it does not keep up.'}`,
    seed: (gib: number, seconds: number) =>
      `The first copy of ${size(gib)} takes ${duration(seconds)}.`,
  },
  keep: {
    json: 'Plan as JSON',
    jsonAbout:
      'The same document as the command “backup --json”, with the timetable of every machine.',
  },
  status: {
    computing: 'Computing …',
    failed: (message: string) => `The computation failed: ${message}`,
    sources: 'Sources of the figures that this starts from',
    per: (value: number, unit: string) => withUnit(value, unit),
  },
  units: {
    hours: 'h',
    minutes: 'min',
    days: 'days',
    gib: 'GiB',
    rate: 'MiB/s',
    megabits: 'Mbit/s',
    years: 'years',
  },
  everyHours: (hours: number) =>
    hours === 24 ? 'Every day' : hours === 1 ? 'Every hour' : `Every ${hours} hours`,
  methodUnits: (method: BackupMethod) =>
    method.units
      .map((unit) => ({ data: 'data', disk: 'virtual disk', machine: 'whole machine' })[unit])
      .join(', '),
};
