import { describe, expect, test } from 'vitest';
import { contentionSlope, usableRatio } from '../../src/model/performance/contention.ts';
import { measuredPaths } from '../../src/model/performance/overhead-set.ts';
import {
  entrySchemas,
  parseCatalogue,
  toHostType,
  toOverheadSet,
} from '../../src/scenario/catalogue.ts';
import { readData } from './read-content.ts';

const catalogue = parseCatalogue({
  hostTypes: readData('host-types'),
  overheads: readData('overheads'),
});
const quoted = (readData('quoted-figures') as unknown[]).map((entry) =>
  entrySchemas.quotedFigures.parse(entry),
);
const testBed = (readData('testbed') as unknown[]).map((entry) =>
  entrySchemas.testBed.parse(entry),
);

test('every value of the data has a source and a date', () => {
  const entries = [...catalogue.hostTypes, ...catalogue.overheads, ...quoted, ...testBed];
  for (const { id, source } of entries) {
    expect([id, source.title.length > 0, /^\d{4}/.test(source.asOf)]).toEqual([id, true, true]);
  }
});

test('what is known with low confidence does not parse', () => {
  const [first] = readData('quoted-figures') as Record<string, unknown>[];
  expect(entrySchemas.quotedFigures.safeParse(first).success).toBe(true);
  expect(entrySchemas.quotedFigures.safeParse({ ...first, confidence: 'low' }).success).toBe(false);
  expect(entrySchemas.quotedFigures.safeParse({ ...first, source: undefined }).success).toBe(false);
});

test('only what the site assumes is marked as an assumption', () => {
  const assumed = [...catalogue.hostTypes, ...catalogue.overheads, ...quoted, ...testBed]
    .filter(({ confidence }) => confidence === 'assumption')
    .map(({ id }) => id);
  expect(assumed).toEqual(['ideal']);
});

/** Table 6 as the report prints it, per cent; null is its 'outlier'. Rows in the order of `measuredPaths`. */
const tableSix = {
  a: { one: [93, 99, 95, 70, null, 100], four: [70, 62, 82, 92, 93, 25] },
  b: { one: [96, 95, 89, 86, 87, 100], four: [67, 52, 92, 95, 40, 25] },
  c: { one: [99, 98, 94, 75, 65, 100], four: [69, 50, 98, 104, 41, 25] },
  d: { one: [90, 94, 94, 85, 100, 98], four: [72, 49, 91, 96, 97, 26] },
} as const;

describe.each(Object.entries(tableSix))('product %s', (letter, { one, four }) => {
  const entry = catalogue.overheads.find(({ id }) => id === `report-2008-${letter}`);
  const percent = (ratio: number | null | undefined) =>
    ratio === null ? null : Math.round((ratio ?? Number.NaN) * 1e6) / 1e4;

  test('is Table 6 as printed', () => {
    expect(measuredPaths.map((path) => percent(entry?.paths[path].oneVmRatio))).toEqual(one);
    expect(measuredPaths.map((path) => percent(entry?.paths[path].fourVmsRatio))).toEqual(four);
  });

  test('explains its gap and the value above 100 %', () => {
    for (const path of measuredPaths) {
      const measured = entry?.paths[path];
      const isOdd = measured?.oneVmRatio === null || (measured?.fourVmsRatio ?? 0) > 1;
      expect([path, measured?.note !== undefined]).toEqual([path, isOdd]);
    }
  });
});

test('product A converts to the set that gives the worked figure of the method page', () => {
  const entry = catalogue.overheads.find(({ id }) => id === 'report-2008-a');
  const { cpu } = toOverheadSet(entry as NonNullable<typeof entry>).paths;
  const slope = contentionSlope(cpu.fourVmsRatio ?? Number.NaN);
  expect(usableRatio(cpu.oneVmRatio ?? Number.NaN, slope, 0.7)).toBeCloseTo(0.517841, 6);
  expect(usableRatio(cpu.oneVmRatio ?? Number.NaN, slope, 1)).toBeCloseTo(0.651, 6);
});

test('a host type converts without losing a figure, named in the language asked for', () => {
  const entry = catalogue.hostTypes.find(({ id }) => id === 'dell-r770-6787p');
  const host = toHostType(entry as NonNullable<typeof entry>, 'ja');
  expect(host).toMatchObject({
    id: 'dell-r770-6787p',
    socketCount: 2,
    coresPerSocket: 86,
    coreMhz: 2000,
    hasHyperThreading: true,
    memoryGib: 2048,
    idleWatts: 164,
    fullWatts: 960,
    rackUnits: 2,
    price: null,
  });
  expect(host.name).toContain('2025 年');
  expect(host.networkMibPerSecond).toBeCloseTo(25e9 / 8 / 2 ** 20, 6);
});

test('a machine draws more at full load than idle, and its memory is a choice that is explained', () => {
  for (const { id, power, configuration } of catalogue.hostTypes) {
    if (power !== null) expect([id, power.fullWatts > power.idleWatts]).toEqual([id, true]);
    expect(configuration.note.ja).not.toBe('');
    expect(configuration.note.en).not.toBe('');
  }
});

test('two entries with one id do not parse', () => {
  const hostTypes = readData('host-types') as unknown[];
  expect(() =>
    parseCatalogue({ hostTypes: [...hostTypes, hostTypes[0]], overheads: readData('overheads') }),
  ).toThrow(/same id/);
});

test('every number of the data is in the golden file, so that a change shows what it moves', async () => {
  const lines = [
    ...catalogue.hostTypes.map(
      ({ id, name: _name, configuration, power, rackUnits, price, source, ...rest }) =>
        `${id}: ${rest.socketCount} × ${rest.coresPerSocket} × ${rest.threadsPerCore} × ${rest.coreMhz} MHz, ` +
        `${configuration.memoryGib} GiB, ${configuration.networkGigabits ?? '–'} Gb/s, ` +
        `${power?.idleWatts ?? '–'} to ${power?.fullWatts ?? '–'} W, ${rackUnits?.value ?? '–'} U, ` +
        `price ${price?.value ?? '–'} (${source.locator ?? source.title}, ${source.asOf})`,
    ),
    ...catalogue.overheads.map(
      ({ id, paths, source }) =>
        `${id}: ${measuredPaths
          .map(
            (path) => `${path} ${paths[path].oneVmRatio ?? '–'}/${paths[path].fourVmsRatio ?? '–'}`,
          )
          .join(', ')} (${source.asOf})`,
    ),
    ...quoted.map(({ id, value, unit, source }) => `${id}: ${value} ${unit.en} (${source.asOf})`),
  ];
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/content-data.txt');
});
