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

/** From the least by the slider to the second figure, by typing to the last. */
type Span = readonly [least: number, sliderMost: number, most: number];

const amount = (start: number, [least, sliderMost, most]: Span, step = 1): FieldRange => ({
  start,
  least,
  most,
  sliderMost,
  step,
  isWhole: false,
});
const whole = (start: number, span: Span): FieldRange => ({
  ...amount(start, span),
  isWhole: true,
});

/** Begins with the machine and the network of the report's time: 4 GiB over gigabit. */
const liveMigration: Definition<PreCopyField, PreCopy> = {
  fields: {
    memory: amount(4, [0.5, 64, 4096], 0.5),
    dirty: amount(20, [0, 200, 20_000]),
    bandwidth: amount(112, [1, 1200, 50_000]),
    limit: amount(0.3, [0.01, 2, 60], 0.01),
    rounds: whole(30, [1, 60, 100]),
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
    heartbeat: amount(1, [0.1, 10, 60], 0.1),
    missed: whole(15, [1, 30, 1000]),
    declaration: amount(3, [0, 300, 3600]),
    machines: whole(4, [1, 100, 10_000]),
    hosts: whole(1, [1, 32, 1000]),
    starts: whole(4, [1, 32, 1000]),
    boot: amount(45, [1, 300, 3600]),
    application: amount(30, [0, 600, 7200]),
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
    machines: whole(4, [1, 32, 10_000]),
    cards: whole(1, [1, 8, 64]),
    speed: amount(1, [0.1, 40, 800], 0.1),
  },
  ask: (planner, { machines, cards, speed }) =>
    planner.networkShare({ vmCount: machines, cardCount: cards, cardGigabits: speed }),
};

const sharing: Definition<SharingField, PageSharing> = {
  fields: {
    guests: whole(10, [1, 60, 1000]),
    memory: amount(4, [0.5, 64, 4096], 0.5),
    identical: amount(35, [0, 100, 100]),
    kinds: whole(1, [1, 20, 1000]),
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
