import { expect, test } from 'vitest';
import { backupSchemas } from '../../src/scenario/backup-catalogue.ts';
import { defaultBackup } from '../../src/scenario/backup-defaults.ts';
import { catalogue } from '../model/backup/rules.ts';
import { readData } from './read-content.ts';

const figure = (id: string) => catalogue.figures.find((own) => own.id === id)?.value;

test('the first five methods are the columns of Table 4, with its names and its online row', () => {
  const table = readData('evaluation/backup-methods') as {
    id: string;
    name: object;
    online: boolean;
  }[];
  const own = catalogue.methods.filter(({ era }) => era === 'report');
  expect(own.map(({ id, name, online }) => ({ id, name, online }))).toEqual(
    table.map(({ id, name, online }) => ({ id, name, online })),
  );
});

test('speeds, change and reduction that the tool starts with are the sourced figures', () => {
  const { window, restore, rest, classes } = defaultBackup;
  expect(window.fullMibPerSecondPerCore).toBe(figure('full-per-core'));
  expect(window.incrementalMibPerSecondPerCore).toBe(figure('incremental-per-core'));
  expect(window.tasksPerCore).toBe(figure('tasks-per-core'));
  expect(restore.streamMibPerSecond).toBe(figure('full-per-core'));
  expect(rest.changePerDayRatio * 100).toBe(figure('change-per-day'));
  expect(classes[0]?.changePerDayRatio).toBe((figure('change-per-day-databases') ?? 0) / 100);
  expect(rest.keptRatio * 100).toBe(figure('kept'));
  expect(window.tasksPerHost).toBeLessThanOrEqual(figure('disks-per-host') ?? 0);
});

test('every entry has a source with a date; low confidence does not parse', () => {
  const { methods, products, figures } = catalogue;
  for (const { id, source, confidence } of [...methods, ...products, ...figures]) {
    expect([id, source.title.length > 0, /^\d{4}/.test(source.asOf)]).toEqual([id, true, true]);
    expect(['high', 'medium']).toContain(confidence);
  }
  const [first] = readData('backup/methods') as Record<string, unknown>[];
  expect(backupSchemas.methods.safeParse(first).success).toBe(true);
  expect(backupSchemas.methods.safeParse({ ...first, confidence: 'low' }).success).toBe(false);
});

test('methods name only products that the data knows', () => {
  const known = new Set(catalogue.products.map(({ id }) => id));
  const named = catalogue.methods.flatMap(({ products }) =>
    typeof products === 'string' ? [] : products,
  );
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});
