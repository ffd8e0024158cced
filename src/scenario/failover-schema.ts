import * as z from 'zod/mini';
import { incidentDefaults, vmClassDefaults } from './failover-defaults.ts';
import { haTimersSchema } from './ha-timers-schema.ts';

/** Two years of seconds: longer is no failover but an availability question. */
const moment = z.number().check(z.gte(0), z.lte(63_072_000));
const row = z.int().check(z.gte(0), z.lte(1_000_000));
const name = z.string().check(z.maxLength(200));
const target = z.union([row, name]);
const timed = {
  atSeconds: z._default(moment, incidentDefaults.atSeconds),
  lastsSeconds: z._default(z.nullable(moment), incidentDefaults.lastsSeconds),
};
const network = z.enum(['public', 'management', 'storage']);

export const incidentSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('host'), host: target, ...timed }),
  z.strictObject({ kind: z.literal('rack'), rack: row, ...timed }),
  z.strictObject({ kind: z.literal('power'), ...timed }),
  z.strictObject({ kind: z.enum(['vm', 'guest']), vm: target, ...timed }),
  z.strictObject({ kind: z.literal('network'), network, ...timed }),
  z.strictObject({ kind: z.literal('switch'), network, ...timed }),
  z.strictObject({ kind: z.enum(['card', 'link']), host: target, network, ...timed }),
  z.strictObject({ kind: z.enum(['storage', 'manager']), ...timed }),
  z.strictObject({ kind: z.literal('partition'), hosts: z.int().check(z.gte(1)), ...timed }),
]);

const seconds = z.number().check(z.gte(0), z.lte(86_400));

const vmClassSchema = z.strictObject({
  id: name.check(z.minLength(1)),
  match: z._default(
    z.nullable(
      z.strictObject({
        label: z.enum(['name', 'application', 'environment', 'folder', 'os', 'cluster']),
        text: name,
      }),
    ),
    vmClassDefaults.match,
  ),
  priority: z._default(z.int().check(z.gte(1), z.lte(5)), vmClassDefaults.priority),
  rtoSeconds: z._default(z.nullable(moment), vmClassDefaults.rtoSeconds),
  bootReadMib: z._default(z.number().check(z.gte(0), z.lte(1e6)), vmClassDefaults.bootReadMib),
  bootSeconds: z._default(seconds, vmClassDefaults.bootSeconds),
  applicationSeconds: z._default(seconds, vmClassDefaults.applicationSeconds),
  after: z._default(z.nullable(name), vmClassDefaults.after),
});

const cards = z.int().check(z.gte(1), z.lte(2));

export const failoverSchema = z.strictObject({
  cluster: z.enum(['plan', 'today', 'test-bed']),
  profile: name,
  timers: haTimersSchema,
  witness: z.enum(['none', 'disk', 'network']),
  cards: z.strictObject({ public: cards, management: cards, storage: cards }),
  heartbeatOverPublic: z.boolean(),
  rackCount: z.int().check(z.gte(1), z.lte(1000)),
  storageMibPerSecond: z.number().check(z.gte(1), z.lte(1e7)),
  bootSpreadRatio: z.number().check(z.gte(0), z.lte(0.9)),
  startFailureRatio: z.number().check(z.gte(0), z.lte(0.9)),
  hostBootSeconds: seconds,
  placement: z.enum(['one-by-one', 'planned']),
  failBackSeconds: z.nullable(seconds.check(z.gte(1))),
  dependencySeconds: z.nullable(seconds),
  classes: z.array(vmClassSchema).check(z.minLength(1), z.maxLength(20)),
  incidents: z.array(incidentSchema).check(z.maxLength(500)),
  horizonSeconds: z.number().check(z.gte(60), z.lte(63_072_000)),
  runs: z.int().check(z.gte(1), z.lte(10_000)),
});
