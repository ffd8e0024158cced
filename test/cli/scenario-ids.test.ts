import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Request } from '../../src/cli/command.ts';
import { readScenario } from '../../src/cli/read-scenario.ts';
import { textsFor } from '../../src/cli/texts.ts';
import { hostfit } from './run.ts';

const sample = 'public/samples/rvtools-sample.xlsx';
const products = (change: object) => ({
  ...{ hypervisor: null, storage: null, backup: null },
  choices: { windows: null, rhel: null, sles: null, sql: null, oracle: null },
  ...change,
});
const quote = { minor: 1, currency: 'JPY', supportRatioPerYear: null };

/** Every place of a scenario that names an id of a catalogue: with a wrong one, and an id that the message must offer. */
const places: readonly (readonly [path: string, value: string, scenario: object, near: string])[] =
  [
    ['hostTypes.0', 'dl360-g5', { hostTypes: ['dl360-g5'] }, 'report-dl360-g5'],
    ['hostTypes.0.catalogue', 'dl-9', { hostTypes: [{ catalogue: 'dl-9' }] }, 'report-dl360-g5'],
    ['capacity.overhead', 'report-a', { capacity: { overhead: 'report-a' } }, 'report-2008-a'],
    ['migration.product', 'kubevrit', { migration: { product: 'kubevrit' } }, 'kubevirt'],
    ['failover.timers', 'vsphere8', { failover: { timers: 'vsphere8' } }, 'vsphere-8'],
    ['licensing.hypervisor', 'vmware', { licensing: { hypervisor: 'vmware' } }, 'vmware-vvf'],
    ['licensing.storage', 'vmware-vvf', { licensing: { storage: 'vmware-vvf' } }, 'vsan-add-on'],
    ['licensing.backup', 'veem', { licensing: { backup: 'veem' } }, 'veeam'],
    [
      'licensing.choices.windows',
      'rhel',
      { licensing: { choices: { windows: 'rhel' } } },
      'windows',
    ],
    ['licensing.choices.rhel', 'redhat', { licensing: { choices: { rhel: 'redhat' } } }, 'rhel'],
    ['licensing.choices.sles', 'suse', { licensing: { choices: { sles: 'suse' } } }, 'sles'],
    ['licensing.choices.sql', 'mysql', { licensing: { choices: { sql: 'mysql' } } }, 'sql'],
    ['licensing.choices.oracle', 'db', { licensing: { choices: { oracle: 'db' } } }, 'oracle'],
    [
      'licensing.quotes',
      'vmware-vv',
      { licensing: { quotes: { 'vmware-vv': quote } } },
      'vmware-vvf',
    ],
    [
      'cost.stay.products.hypervisor',
      'esx',
      { cost: { stay: { products: products({ hypervisor: 'esx' }) } } },
      'vmware-vvf',
    ],
    [
      'cost.options.1.products.backup',
      'veem',
      { cost: { options: [{ id: 'a' }, { id: 'b', products: products({ backup: 'veem' }) }] } },
      'veeam',
    ],
    ['backup.rest.method', 'rsync', { backup: { rest: { method: 'rsync' } } }, 'file-copy'],
    [
      'backup.classes.0.method',
      'rsync',
      { backup: { classes: [{ id: 'a', method: 'rsync' }] } },
      'file-copy',
    ],
    ['backup.environment.product', 'esx', { backup: { environment: { product: 'esx' } } }, 'other'],
    ['decision.weights', 'speed', { decision: { weights: { speed: 1 } } }, ''],
    [
      'decision.mustHave',
      'livemigration',
      { decision: { mustHave: ['livemigration'] } },
      'live-mig',
    ],
    ['decision.leftOut', 'esx', { decision: { leftOut: ['esx'] } }, 'vsphere'],
    ['decision.costs', 'esx', { decision: { costs: { esx: 1 } } }, 'vsphere'],
    ['decision.editions', 'esx', { decision: { editions: { esx: 'vmware-vcf' } } }, 'vsphere'],
    [
      'decision.editions.vsphere',
      'proxmox-basic',
      { decision: { editions: { vsphere: 'proxmox-basic' } } },
      'vmware-vcf',
    ],
  ];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostfit-ids-'));
});

async function file(name: string, scenario: object): Promise<string> {
  const path = join(folder, `${name}.json`);
  await writeFile(path, JSON.stringify(scenario));
  return path;
}

const asked = (path: string, language: 'ja' | 'en'): Request => ({
  command: 'inspect',
  files: [],
  given: { scenario: path },
  language,
  isJson: false,
  isHelp: false,
  unknownOption: null,
});

describe.each(['ja', 'en'] as const)('an id that no catalogue has, told in %s', (language) => {
  test.each(places)('%s: %s', async (place, value, scenario, near) => {
    const path = await file(`${place}-${language}`, scenario);
    const texts = await textsFor(language);
    const refused = await readScenario(asked(path, language), texts).catch((error) => error);
    const lines = String(refused.message).split('\n');
    expect(lines).toHaveLength(1);
    const [line = ''] = lines;
    // File, place and value; then what there is.
    const said = { ja: ` の値が "${value}" です。期待する値: `, en: ` is "${value}"; expected ` };
    expect(line).toContain(`${path}: ${place}${said[language]}`);
    // Where there is one id only, it is said as it is.
    expect(line.split(said[language])[1]).toMatch(
      { ja: /のいずれか(（近いものは .+）)?$|^\S+$/, en: /one of .+, |^\S+$/ }[language],
    );
    expect(line.split(said[language])[1]).toContain(near);
  });
});

const commands = [
  'inspect',
  'consolidate',
  'evacuate',
  'balance',
  'cost',
  'backup',
  'perform',
  'license',
  'survive',
  'availability',
  'failover',
  'score',
];

/** Wrong in every section at once. */
const allWrong = {
  hostTypes: ['nope'],
  capacity: { overhead: 'nope', vmMemoryGib: -1 },
  migration: { product: 'nope' },
  failover: { timers: 'nope' },
};
const wrongIds = {
  hostTypes: ['nope'],
  licensing: { hypervisor: 'nope' },
  cost: { stay: { products: products({ hypervisor: 'nope' }) } },
  backup: { rest: { method: 'nope' } },
  decision: { leftOut: ['nope'] },
};

describe.each(commands)('%s', (command) => {
  test('refuses a scenario that names what there is not, with every place, whatever it reads itself', async () => {
    const language = commands.indexOf(command) % 2 === 0 ? 'en' : 'ja';
    const path = await file(command, wrongIds);
    const args = [command, sample, '--scenario', path, '--lang', language, '--json'];
    const { code, out, err } = await hostfit(...args);
    expect([code, out]).toEqual([2, '']);
    const told = err.trim().split('\n');
    expect(told.map((line) => line.split(path)[1]?.split(' ')[1])).toEqual([
      'hostTypes.0',
      'licensing.hypervisor',
      'cost.stay.products.hypervisor',
      'backup.rest.method',
      'decision.leftOut',
    ]);
  });
});

test('wrong ids are told together with wrong values', async () => {
  const path = await file('all', allWrong);
  const refused = await readScenario(asked(path, 'en'), await textsFor('en')).catch((e) => e);
  expect(String(refused.message).split('\n')).toEqual([
    expect.stringContaining('hostTypes.0 is "nope"'),
    expect.stringContaining('capacity.overhead is "nope"'),
    expect.stringContaining('migration.product is "nope"'),
    expect.stringContaining('failover.timers is "nope"'),
    expect.stringContaining('capacity.vmMemoryGib is -1; expected at least 0'),
  ]);
});
