import * as z from 'zod/mini';
import type { HaTimers } from '../model/failover/ha-timers.ts';
import { timerNames } from '../model/failover/ha-timers.ts';
import { id, source, text } from './catalogue.ts';
import { timerSchemas } from './ha-timers-schema.ts';

/*
 * Timers of products as data: `content/data/ha/`. A timer that a profile does not have is a gap, which an assumption
 * of this site fills; what is assumed is told beside what is known.
 */

type TimerName = keyof HaTimers;

/** What is known with low confidence is no value but a gap. */
const confidence = z.enum(['high', 'medium']);

/** One known timer: its value, where it stands, and how far it is trusted. */
const figure = <Value extends z.ZodMiniType>(value: Value) =>
  z.optional(z.strictObject({ value, source, confidence }));

export const haProfileSchema = z.strictObject({
  id,
  name: text,
  era: text,
  /** Of the report's time. */
  is2008: z.boolean(),
  note: text,
  timers: z.strictObject({
    heartbeatSeconds: figure(timerSchemas.heartbeatSeconds),
    detectionSeconds: figure(timerSchemas.detectionSeconds),
    declarationSeconds: figure(timerSchemas.declarationSeconds),
    graceSeconds: figure(timerSchemas.graceSeconds),
    primarySeconds: figure(timerSchemas.primarySeconds),
    isolationSeconds: figure(timerSchemas.isolationSeconds),
    isolationResponse: figure(timerSchemas.isolationResponse),
    quorum: figure(timerSchemas.quorum),
    selfFenceSeconds: figure(timerSchemas.selfFenceSeconds),
    fencing: figure(timerSchemas.fencing),
    fencingSeconds: figure(timerSchemas.fencingSeconds),
    lockSeconds: figure(timerSchemas.lockSeconds),
    roundSeconds: figure(timerSchemas.roundSeconds),
    startsPerHost: figure(timerSchemas.startsPerHost),
    retryCount: figure(timerSchemas.retryCount),
    retrySeconds: figure(timerSchemas.retrySeconds),
    storageSeconds: figure(timerSchemas.storageSeconds),
    vmRestartSeconds: figure(timerSchemas.vmRestartSeconds),
    guestSeconds: figure(timerSchemas.guestSeconds),
    publicSeconds: figure(timerSchemas.publicSeconds),
    needsManager: figure(timerSchemas.needsManager),
  }),
});
export type HaProfile = z.infer<typeof haProfileSchema>;

/** Names that an assumption may have beside those of the timers. */
const bootNames = [
  'bootReadMib',
  'bootSeconds',
  'applicationSeconds',
  'storageMibPerSecond',
  'hostBootSeconds',
] as const;

export const haAssumptionSchema = z.strictObject({
  id: z.enum([...timerNames, ...bootNames]),
  value: z.nullable(z.union([z.number(), z.boolean(), z.string()])),
  note: text,
});
export type HaAssumption = z.infer<typeof haAssumptionSchema>;

export interface HaCatalogue {
  readonly profiles: readonly HaProfile[];
  readonly assumptions: readonly HaAssumption[];
}

const catalogueSchema = z.strictObject({
  profiles: z.array(haProfileSchema).check(z.minLength(1)),
  assumptions: z.array(haAssumptionSchema),
});

/** Reads the parsed content of `ha/profiles.yaml` and `ha/assumptions.yaml`; throws where the site's own data is wrong. */
export const parseHaCatalogue = (raw: unknown): HaCatalogue => catalogueSchema.parse(raw);

/** Where a profile's timer comes from. */
export interface TimerOrigin {
  readonly name: TimerName;
  /** Null: assumed. */
  readonly figure: {
    readonly source: z.infer<typeof source>;
    readonly confidence: 'high' | 'medium';
  } | null;
}

/** A profile as the model takes it: every timer, known or assumed, and which is which. */
export function toHaTimers(
  profile: HaProfile,
  assumptions: readonly HaAssumption[],
): { readonly timers: HaTimers; readonly origins: readonly TimerOrigin[] } {
  const origins = timerNames.map((name): TimerOrigin => {
    const known = profile.timers[name];
    return {
      name,
      figure: known === undefined ? null : { source: known.source, confidence: known.confidence },
    };
  });
  const values = timerNames.map((name) => {
    const known = profile.timers[name];
    return [name, known === undefined ? assumedValue(assumptions, name) : known.value] as const;
  });
  return { timers: Object.fromEntries(values) as unknown as HaTimers, origins };
}

export function assumedValue(
  assumptions: readonly HaAssumption[],
  name: HaAssumption['id'],
): HaAssumption['value'] {
  const found = assumptions.find((assumption) => assumption.id === name);
  if (found === undefined) throw new Error(`no assumption fills the gap '${name}'`);
  return found.value;
}
