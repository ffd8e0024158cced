import * as z from 'zod/mini';
import type { HaTimers } from '../model/failover/ha-timers.ts';

/** A day: longer waits are no timers. */
const wait = z.number().check(z.gte(0), z.lte(86_400));

/** One schema a timer, for scenarios and for the catalogue alike. */
export const timerSchemas = {
  heartbeatSeconds: z.number().check(z.gte(0.1), z.lte(600)),
  detectionSeconds: wait,
  declarationSeconds: wait,
  graceSeconds: wait,
  primarySeconds: wait,
  isolationSeconds: z.nullable(wait),
  isolationResponse: z.enum(['leave', 'power-off']),
  quorum: z.enum(['none', 'majority']),
  selfFenceSeconds: z.nullable(wait),
  fencing: z.enum(['none', 'power']),
  fencingSeconds: wait,
  lockSeconds: z.nullable(wait),
  roundSeconds: wait,
  startsPerHost: z.int().check(z.gte(1), z.lte(1024)),
  retryCount: z.int().check(z.gte(0), z.lte(100)),
  retrySeconds: wait,
  storageSeconds: z.nullable(wait),
  vmRestartSeconds: z.nullable(wait),
  guestSeconds: z.nullable(wait),
  publicSeconds: z.nullable(wait),
  needsManager: z.boolean(),
} satisfies Record<keyof HaTimers, z.ZodMiniType>;

export const haTimersSchema = z.strictObject(timerSchemas);
