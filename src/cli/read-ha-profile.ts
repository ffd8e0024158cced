import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type HaCatalogue, parseHaCatalogue, toHaTimers } from '../scenario/ha-catalogue.ts';
import { UsageError } from './command.ts';
import { en } from './failover-texts.en.ts';
import { ja } from './failover-texts.ja.ts';
import type { Texts } from './texts.ts';

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Puts a product's timers where a scenario names one (`"failover": { "timers": "pve-9" }`). */
export async function withHaProfile(raw: unknown, { language }: Texts): Promise<unknown> {
  if (!isPlain(raw)) return raw;
  const { failover } = raw;
  if (!isPlain(failover) || typeof failover['timers'] !== 'string') return raw;
  const id = failover['timers'];
  const { profiles, assumptions } = await readHaCatalogue();
  const profile = profiles.find((candidate) => candidate.id === id);
  if (profile === undefined) {
    const own = language === 'ja' ? ja : en;
    const known = profiles.map((candidate) => candidate.id);
    throw new UsageError(own.unknownProfile(id, known));
  }
  const { timers } = toHaTimers(profile, assumptions);
  return { ...raw, failover: { profile: id, ...failover, timers } };
}

export async function readHaCatalogue(): Promise<HaCatalogue> {
  const read = async (name: string): Promise<unknown> =>
    parse(await readFile(new URL(`../../content/data/ha/${name}.yaml`, import.meta.url), 'utf8'));
  return parseHaCatalogue({
    profiles: await read('profiles'),
    assumptions: await read('assumptions'),
  });
}
