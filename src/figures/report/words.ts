import type { MeasuredPath } from '~/model/performance/overhead-set.ts';
import type { Language } from '~/scenario/catalogue.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

export type ReportFigureWords = typeof en;
export type ReportFigureName = keyof ReportFigureWords;

export const reportFigureWords: Readonly<Record<Language, ReportFigureWords>> = { en, ja };

/** Names of what Table 6 measures, short enough for a chart. */
export const resourceNames: Readonly<Record<Language, Readonly<Record<MeasuredPath, string>>>> = {
  en: {
    cpu: 'CPU',
    memory: 'Memory',
    diskRead: 'Disk read',
    diskAsyncWrite: 'Disk async. write',
    diskSyncWrite: 'Disk sync. write',
    network: 'Network',
  },
  ja: {
    cpu: 'CPU',
    memory: 'メモリー',
    diskRead: 'ディスク読み込み',
    diskAsyncWrite: 'ディスク非同期書き込み',
    diskSyncWrite: 'ディスク同期書き込み',
    network: 'ネットワーク',
  },
};

/** The figures of the report that each drawing stands for; none where the drawing is an addition of this site. */
export const reportFigureNumbers: Readonly<Record<ReportFigureName, readonly number[]>> = {
  template: [4],
  clone: [5],
  p2v: [6],
  'live-migration': [7],
  'export-import': [8],
  'failure-points': [9],
  'dynamic-placement': [10],
  'test-beds': [11, 12],
  'cpu-memory': [13],
  overcommit: [14],
  'measurements-one': [],
  'measurements-four': [],
  'contention-curves': [],
};
