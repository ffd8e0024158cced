import type { en } from './en/backup.ts';
import type { Language } from './format.ts';

/** A number of the tool's settings that has a field. */
export type BackupNumberId =
  | 'sampleMachines'
  | 'sampleGib'
  | 'sampleHosts'
  | 'rpo'
  | 'rto'
  | 'change'
  | 'kept'
  | 'retention'
  | 'fullEvery'
  | 'weekly'
  | 'monthly'
  | 'yearly'
  | 'growth'
  | 'years'
  | 'window'
  | 'proxies'
  | 'cores'
  | 'tasks'
  | 'fullSpeed'
  | 'incrementalSpeed'
  | 'tasksPerHost'
  | 'hostSpeed'
  | 'lanSpeed'
  | 'lanShare'
  | 'storageSpeed'
  | 'storageShare'
  | 'repositorySpeed'
  | 'busy'
  | 'failures'
  | 'file'
  | 'prepare'
  | 'boot'
  | 'instant'
  | 'streams'
  | 'streamSpeed'
  | 'repositoryRead'
  | 'storageWrite'
  | 'rebuild'
  | 'array'
  | 'log'
  | 'link'
  | 'linkHours';

/** What the tool on backups and its command say. Typed by English: a missing text does not compile. */
export type BackupWords = typeof en;

export async function loadBackupWords(language: Language): Promise<BackupWords> {
  return language === 'ja'
    ? (await import('./ja/backup.ts')).ja
    : (await import('./en/backup.ts')).en;
}
