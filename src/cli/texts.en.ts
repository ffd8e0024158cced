import { briefs, paragraphs } from './help.ts';
import type { OwnTexts } from './texts.ts';

const usage = 'Usage: npm run -s hostfit --';

const shared = `Options:
  --lang ja|en       language of the messages (else the shell's)
  --json             one JSON document on standard output, and nothing else
  --help             this text

Exit codes: 0 done, 2 bad input, 3 infeasible, 1 a defect of this program.`;

const fileHelp = `FILE is one or more files, or a folder of them: an RVTools export (.xlsx, or its CSV files,
zipped or not), Bitbrains/GWA-T-12 traces, hourly profiles, or any table with a heading row.`;

const scenarioHelp = `--scenario names a JSON file with any part of a scenario (scenario.schema.json on the site describes it); the rest is
taken from the defaults. {"hostTypes": ["id"], "capacity": {"overhead": "id"}} names entries of the catalogue.`;

/** `a, b or c` */
const oneOf = (names: readonly string[]) =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(names);

/** `<=1` → `at most 1` */
const expectation = (expected: string) =>
  expected
    .replace(/^>=/, 'at least ')
    .replace(/^<=/, 'at most ')
    .replace(/^>/, 'more than ')
    .replace(/^</, 'less than ')
    .replace(/^one of (\d+), such as (.*)$/, 'one of $1 ids; the nearest are $2')
    .replace(/^one of ([^,]+)$/, '$1')
    .replace(/^int$/, 'a whole number');

export const en: OwnTexts = {
  help: (pages) =>
    paragraphs(
      `${usage} <command> <file> [--scenario s.json] [--lang ja|en] [--json]`,
      `Commands: ${pages.map(({ brief }) => brief.split(' ')[0]).join(', ')}. Say "<command> --help" for each.`,
      briefs(pages),
      shared,
    ),
  commandHelp: (page) =>
    paragraphs(
      `${usage} ${page.synopsis} [--lang ja|en] [--json]`,
      page.text,
      page.readsFleet && `${fileHelp}\n${scenarioHelp}`,
      page.more,
      shared,
    ),
  pages: {
    inspect: {
      brief: 'inspect FILE',
      summary: 'what the file holds, and everything that was left out',
      synopsis: 'inspect FILE... [--scenario s.json]',
      text: `Says what a file holds. With --json:
  {format, workloads, hosts, totals:{vcpus, memoryGib, diskGib, cpuUsedMhz}, profile:{slots, slotSeconds}|null,
   excluded:[{name, reason}], skippedCount, skipped:[{file, sheet, row, column, value, reason}], warnings:[...]}`,
      readsFleet: true,
    },
    consolidate: {
      brief: 'consolidate FILE',
      summary: 'how many hosts the fleet needs, with proof',
      synopsis: 'consolidate FILE... [--scenario s.json] [--seed n] [--effort x]',
      text: `Plans the fleet. With --json:
  {hosts, hostsByType, lowerBound, gap, ratio, binding:{resource, slot}, tolerates, worstFailure,
   assignment:[{workload, host}], seconds, seed, ...}; where impossible {kind:"impossible", reasons:[...]}, exit 3.`,
      readsFleet: true,
      more: '--effort: improvement after the first plan, in units of work (0: none); not in seconds, so that answers repeat.',
    },
    pack: {
      brief: 'pack ITEMS.csv',
      summary: 'a plain vector-packing instance',
      synopsis: 'pack ITEMS.csv --bin a,b,c,d [--seed n] [--effort x]',
      text: `Packs items into as few equal bins as possible. ITEMS.csv: a heading row, then id and one number a resource.
--bin gives the capacities in the same order. With --json: {bins, lowerBound, assignment:[{id, bin}], seconds}.`,
      readsFleet: false,
    },
  },
  noCommand: (known) => `no command given; expected ${oneOf(known)} (see --help)`,
  unknownCommand: (name, known) => `unknown command "${name}"; expected ${oneOf(known)}`,
  unknownOption: (name) => `option "${name}" is unknown or lacks its value (see --help)`,
  ourFault: 'this is a defect of the program; please report it with what follows',
  noFile: 'no file given; expected the path of a file or folder',
  oneFile: 'more than one file given; expected one',
  noSuchFile: (path) => `"${path}" cannot be read; expected a file or folder`,
  emptyFolder: (path) =>
    `folder "${path}" holds no file to import; expected .csv, .tsv, .txt, .xlsx or .zip`,
  mappingNeeded:
    'the columns cannot be told with certainty; rename the headings, or choose the columns on the site. Guessed:',
  skipped: (count) => `${count.toLocaleString('en')} rows were skipped:`,
  notJson: (path, reason) => `"${path}" is not JSON: ${reason}`,
  scenarioProblem: (path, { path: place, value, expected }) =>
    expected === 'no such setting'
      ? `${path}: unknown setting ${place} (${value}); scenario.schema.json lists all`
      : `${path}: ${place === '' ? 'scenario' : place} is ${value}; expected ${expectation(expected)}`,
  badNumber: (option, given) => `${option} is "${given}"; expected a number of at least 0`,
  noBin: '--bin is missing; expected the capacities of a bin, such as --bin 96,576,4800,6300',
  noResources: (file) => `${file}, row 1: one column found; expected id and at least one resource`,
  noItems: (file) => `${file}: no items found; expected a heading row and one row an item`,
  badCellCount: (file, row, found, expected) =>
    `${file}, row ${row}: ${found} cells found; expected ${expected}`,
  badCell: ({ file, row, column, value }) =>
    `${file}, row ${row}, column ${column}: "${value}" found; expected a number of at least 0`,
  binLength: (path, columns, parts) =>
    `${path} has ${columns} resources and --bin has ${parts} capacities; expected the same number`,
  duplicateId: (file, row, id) =>
    `${file}, row ${row}, column 1: id "${id}" again; expected each once`,
  unknown: 'unknown',
  andMore: (count) => `and ${count.toLocaleString('en')} more`,
  packed: (bins, bound, seconds) =>
    `${bins} bins; no packing needs fewer than ${bound}. ${seconds.toFixed(2)} s`,
  tooLarge: ({ ids, resource, demand, capacity }) =>
    `${ids.join(', ')}: resource ${resource + 1} needs ${demand}, and a bin holds ${capacity}`,
  noBinLeft: (ids) => `no bin is left for ${ids.join(', ')}`,
  summary: (s) =>
    `Format            ${s.format}
Workloads         ${s.workloads} (${s.excluded} left out)
Hosts today       ${s.hosts}
vCPUs             ${s.vcpus}
Memory            ${s.memory}
Disk              ${s.disk}
CPU in use        ${s.cpu}
Profile           ${s.profile ?? 'none'}`,
  plan: (p) =>
    `Hosts needed      ${p.hosts}${p.isOptimal ? ' (proven optimal)' : ` (no plan needs fewer than ${p.lowerBound}; gap ${p.gap})`}
Ratio             ${p.ratio} workloads on a host
Decided by        ${p.binding}
Host failures     ${p.tolerates} tolerated, proven by re-placing ${p.isSample ? 'a sample of losses' : 'every loss'}
${p.notes.map((note) => `Note              ${note}\n`).join('')}
${p.perHost.map(({ host, workloads }) => `${host}  ${workloads}`).join('\n')}`,
};
