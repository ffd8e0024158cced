import type { RestartTime } from '~/model/failover/restart-time.ts';
import type { PreCopy } from '~/model/migration/pre-copy.ts';
import type { NetworkShare } from '~/model/performance/network-share.ts';
import type { PageSharing } from '~/model/performance/page-sharing.ts';
import { gib, mibPerSecond, seconds } from '~/model/units.ts';
import type {
  CalculatorKind,
  CalculatorWords,
  NetworkField,
  PreCopyField,
  RestartField,
  SharingField,
} from '~/words/calculators.ts';
import { type Calculator, type Definition, type FieldRange, withTexts } from './calculator.ts';

const whole = (start: number, least: number, most: number): FieldRange => ({
  start,
  least,
  most,
  step: 1,
  isWhole: true,
});
const amount = (start: number, [least, most]: readonly [number, number], step = 1): FieldRange => ({
  start,
  least,
  most,
  step,
  isWhole: false,
});

/** Begins with the machine and the network of the report's time: 4 GiB over gigabit. */
const liveMigration: Definition<PreCopyField, PreCopy> = {
  fields: {
    memory: amount(4, [0.5, 1024], 0.5),
    dirty: amount(20, [0, 4000]),
    bandwidth: amount(112, [1, 12_000]),
    limit: amount(0.3, [0.01, 10], 0.01),
    rounds: whole(30, 1, 100),
  },
  ask: (planner, { memory, dirty, bandwidth, limit, rounds }) =>
    planner.preCopy({
      memoryGib: gib(memory),
      dirtyMibPerSecond: mibPerSecond(dirty),
      bandwidthMibPerSecond: mibPerSecond(bandwidth),
      downtimeLimitSeconds: seconds(limit),
      maxRounds: rounds,
    }),
};

/** Begins with two hosts, and the fifteen seconds after which products of the report's time declared a failure. */
const restart: Definition<RestartField, RestartTime> = {
  fields: {
    heartbeat: amount(1, [0.1, 60], 0.1),
    missed: whole(15, 1, 60),
    declaration: amount(3, [0, 600]),
    machines: whole(4, 1, 500),
    hosts: whole(1, 1, 64),
    starts: whole(4, 1, 64),
    boot: amount(45, [1, 900]),
    application: amount(30, [0, 1800]),
  },
  ask: (planner, given) =>
    planner.restartTime({
      heartbeatSeconds: seconds(given.heartbeat),
      missedHeartbeats: given.missed,
      declarationSeconds: seconds(given.declaration),
      vmCount: given.machines,
      hostCount: given.hosts,
      startsPerHost: given.starts,
      bootSeconds: seconds(given.boot),
      applicationSeconds: seconds(given.application),
    }),
};

/** Begins with the report's test bed: four machines, one gigabit card. */
const network: Definition<NetworkField, NetworkShare> = {
  fields: {
    machines: whole(4, 1, 200),
    cards: whole(1, 1, 16),
    speed: amount(1, [0.1, 400], 0.1),
  },
  ask: (planner, { machines, cards, speed }) =>
    planner.networkShare({ vmCount: machines, cardCount: cards, cardGigabits: speed }),
};

const sharing: Definition<SharingField, PageSharing> = {
  fields: {
    guests: whole(10, 1, 200),
    memory: amount(4, [0.5, 512], 0.5),
    identical: amount(35, [0, 100]),
    kinds: whole(1, 1, 50),
  },
  ask: (planner, { guests, memory, identical, kinds }) =>
    planner.pageSharing({
      guestCount: guests,
      memoryGib: gib(memory),
      identicalRatio: identical / 100,
      kindCount: kinds,
    }),
};

/** One of the calculators in one language. */
export function calculatorOf(kind: CalculatorKind, { calculators }: CalculatorWords): Calculator {
  switch (kind) {
    case 'live-migration':
      return withTexts(liveMigration, calculators[kind]);
    case 'restart-time':
      return withTexts(restart, calculators[kind]);
    case 'network-share':
      return withTexts(network, calculators[kind]);
    case 'page-sharing':
      return withTexts(sharing, calculators[kind]);
  }
}
