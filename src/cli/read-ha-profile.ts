import { type HaCatalogue, parseHaCatalogue, toHaTimers } from '../scenario/ha-catalogue.ts';
import { isPlain } from '../scenario/plain.ts';
import { UsageError } from './command.ts';
import { en } from './failover-texts.en.ts';
import { ja } from './failover-texts.ja.ts';
import { readData } from './read-data.ts';
import type { Texts } from './texts.ts';

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
  return parseHaCatalogue({
    profiles: await readData('ha/profiles'),
    assumptions: await readData('ha/assumptions'),
  });
}
