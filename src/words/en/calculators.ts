import type { RestartStep } from '../../model/failover/restart-time.ts';
import type { CalculatorWords } from '../calculators.ts';
import { formatFor } from '../format.ts';

const { count, number, percent, withUnit } = formatFor('en');

const secondsPerMinute = 60;
/** 0.21 s, 44.5 s, 2 min 5 s, 1 h 3 min. */
function duration(seconds: number): string {
  if (seconds < 2 * secondsPerMinute) return withUnit(seconds, 's', seconds < 1 ? 3 : 1);
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / secondsPerMinute), whole % secondsPerMinute];
  if (minutes < secondsPerMinute) return `${withUnit(minutes, 'min')} ${withUnit(rest, 's')}`;
  const hours = Math.floor(minutes / secondsPerMinute);
  return `${withUnit(hours, 'h')} ${withUnit(minutes % secondsPerMinute, 'min')}`;
}
const mib = (value: number) => withUnit(value, 'MiB', value < 10 ? 2 : 0);
const many = (value: number, one: string, more: string) =>
  `${count(value)} ${value === 1 ? one : more}`;

const restartSteps: Readonly<Record<RestartStep['step'], string>> = {
  detection: 'The heartbeats fail to come',
  declaration: 'The failure is declared and the host fenced off',
  boot: 'The guests boot, group by group',
  application: 'The application of the last group starts',
};

export const en: CalculatorWords = {
  calculators: {
    'live-migration': {
      title: 'Calculate: the time of a live migration',
      formula: 'V₀ = M, Vᵢ₊₁ = D × Vᵢ ÷ B until Vₙ ÷ B ≤ L; time = (V₀ + … + Vₙ) ÷ B',
      fields: {
        memory: { symbol: 'M', label: 'Memory', help: 'Of the virtual machine.', unit: 'GiB' },
        dirty: {
          symbol: 'D',
          label: 'Change of memory',
          help: 'How fast the guest overwrites its memory. Measure it; databases change much.',
          unit: 'MiB/s',
        },
        bandwidth: {
          symbol: 'B',
          label: 'Migration network',
          help: 'Gigabit carries about 112 MiB/s, 10 Gb/s about 1,120.',
          unit: 'MiB/s',
        },
        limit: {
          symbol: 'L',
          label: 'Longest stop',
          help: 'How long the machine may stand still at the end.',
          unit: 's',
        },
        rounds: {
          symbol: 'N',
          label: 'Rounds at most',
          help: 'Then the product stops the machine in any case.',
          unit: 'rounds',
        },
      },
      result: 'time in all',
      say: (answer, { dirty, bandwidth, limit }) => {
        if (answer.kind === 'never-converges') {
          return {
            result: 'does not end',
            sentence:
              'This migration does not end: the guest changes its memory at least as fast as the network carries it. Use a faster network, or wait until the guest is quieter.',
            steps: [
              `Each second ${number(bandwidth)} MiB are copied, and up to ${number(dirty)} MiB change again.`,
              'What is left to copy never shrinks, so no time can be given.',
            ],
            isWarning: true,
          };
        }
        const { rounds, totalSeconds, downtimeSeconds, lastMib } = answer;
        const total = duration(totalSeconds);
        const down = duration(downtimeSeconds);
        const done = many(rounds.length, 'round', 'rounds');
        return {
          result: total,
          sentence:
            answer.kind === 'converged'
              ? `The migration takes ${total} in ${done}; at its end the machine stands still for ${down}.`
              : `After ${done} too much is left: the machine would stand still for ${down}, longer than the ${duration(limit)} allowed. The migration takes ${total} in all.`,
          steps: [
            ...rounds.map(
              ({ copiedMib, seconds, leftMib }, index) =>
                `Round ${index + 1}: ${mib(copiedMib)} are copied in ${duration(seconds)}; meanwhile ${mib(leftMib)} change.`,
            ),
            `Stop: the last ${mib(lastMib)} are copied in ${down}.`,
          ],
          isWarning: answer.kind === 'out-of-rounds',
        };
      },
      note: 'Without the fixed time that a product takes to begin and to finish. The report measured tens of seconds to about two minutes.',
    },
    'restart-time': {
      title: 'Calculate: the time to restart after a host fails',
      formula: 'h × m + d + ⌈n ÷ (k × c)⌉ × b + a',
      fields: {
        heartbeat: {
          symbol: 'h',
          label: 'Heartbeat interval',
          help: 'How often the hosts say that they live.',
          unit: 's',
        },
        missed: {
          symbol: 'm',
          label: 'Missed heartbeats',
          help: 'So many must fail to come.',
          unit: 'times',
        },
        declaration: {
          symbol: 'd',
          label: 'Declaration and fencing',
          help: 'Asking again, cutting the host off, waiting for locks.',
          unit: 's',
        },
        machines: {
          symbol: 'n',
          label: 'Machines to restart',
          help: 'All that ran on the failed host.',
          unit: 'VMs',
        },
        hosts: {
          symbol: 'k',
          label: 'Hosts that take them in',
          help: 'Those with room left.',
          unit: 'hosts',
        },
        starts: {
          symbol: 'c',
          label: 'Starts at once per host',
          help: 'The rest wait for their turn.',
          unit: 'VMs',
        },
        boot: {
          symbol: 'b',
          label: 'Power-on and boot',
          help: 'Of one group. Many at once slow shared storage: measure it so.',
          unit: 's',
        },
        application: {
          symbol: 'a',
          label: 'Application start',
          help: 'From the booted guest until the application answers.',
          unit: 's',
        },
      },
      result: 'until the last application answers',
      say: ({ guestsSeconds, servicesSeconds, firstGuestsSeconds, waveCount, because }) => ({
        result: duration(servicesSeconds),
        sentence: `All guests are up ${duration(guestsSeconds)} after the failure, and the last application answers after ${duration(servicesSeconds)}.${
          waveCount === 1
            ? ''
            : ` They start in ${count(waveCount)} groups; the first guests are up after ${duration(firstGuestsSeconds)}.`
        }`,
        steps: because.map(
          ({ step, seconds, atSeconds }) =>
            `${restartSteps[step]}: ${duration(seconds)} (until ${duration(atSeconds)} after the failure).`,
        ),
        isWarning: false,
      }),
      note: 'The figures to begin with are assumptions. On its two hosts the report saw a little under one minute to about one and a half until the machines were restarted, not counting their applications.',
    },
    'network-share': {
      title: 'Calculate: a machine’s share of the network',
      formula: 'min(1, k ÷ n) × S',
      fields: {
        machines: {
          symbol: 'n',
          label: 'Machines at full speed',
          help: 'That send or receive at the same time.',
          unit: 'VMs',
        },
        cards: {
          symbol: 'k',
          label: 'Teamed cards',
          help: 'All of one speed.',
          unit: 'cards',
        },
        speed: { symbol: 'S', label: 'Speed of a card', help: 'As it is sold.', unit: 'Gb/s' },
      },
      result: 'for each machine',
      say: (
        { shareRatio, perVmGigabits, perVmMibPerSecond, totalGigabits },
        { machines, cards },
      ) => {
        const each = withUnit(perVmGigabits, 'Gb/s', 3);
        const isAlone = shareRatio === 1;
        return {
          result: each,
          sentence: isAlone
            ? `Each machine can fill a card of its own: ${each}, or ${withUnit(perVmMibPerSecond, 'MiB/s')}.`
            : `Each of ${count(machines)} machines gets ${percent(shareRatio, 1)} of a card: ${each}, or ${withUnit(perVmMibPerSecond, 'MiB/s')}.`,
          steps: [
            `${many(cards, 'card carries', 'cards carry')} ${withUnit(totalGigabits, 'Gb/s')} together.`,
            `Divided among ${many(machines, 'machine', 'machines')}: ${withUnit(totalGigabits / machines, 'Gb/s', 3)} each.`,
            ...(isAlone ? ['No machine gets more than one card carries.'] : []),
          ],
          isWarning: false,
        };
      },
      note: 'Before the overhead of protocols, and for machines that all want as much as they can get. Teaming spreads connections, not packets: with few connections the division may be less even.',
    },
    'page-sharing': {
      title: 'Calculate: what page sharing saves',
      formula: 'n × m × (1 − s) + g × m × s',
      fields: {
        guests: {
          symbol: 'n',
          label: 'Guests on the host',
          help: 'Sharing ends at the host.',
          unit: 'VMs',
        },
        memory: { symbol: 'm', label: 'Memory of each', help: 'As configured.', unit: 'GiB' },
        identical: {
          symbol: 's',
          label: 'Identical pages',
          help: 'Share of memory that guests of a kind have in common.',
          unit: '%',
        },
        kinds: {
          symbol: 'g',
          label: 'Kinds of guest',
          help: 'Different operating systems or versions.',
          unit: 'kinds',
        },
      },
      result: 'memory used',
      say: (
        { configuredGib, ownGib, sharedGib, usedGib, savedGib, savedRatio },
        { guests, kinds },
      ) => ({
        result: withUnit(usedGib, 'GiB'),
        sentence:
          savedGib === 0
            ? `Nothing is saved: the guests take all ${withUnit(configuredGib, 'GiB')}, for no two have pages in common.`
            : `The guests take ${withUnit(usedGib, 'GiB')} instead of ${withUnit(configuredGib, 'GiB')}: ${percent(savedRatio, 1)} is saved.`,
        steps: [
          `${many(guests, 'guest keeps', 'guests keep')} ${withUnit(ownGib, 'GiB')} of pages for themselves.`,
          `Identical pages are kept once for ${many(Math.min(kinds, guests), 'kind', 'kinds')} of guest: ${withUnit(sharedGib, 'GiB')}.`,
          `Saved against the configured memory: ${withUnit(savedGib, 'GiB')}.`,
        ],
        isWarning: false,
      }),
      note: 'The share of identical pages is an assumption; only a measurement tells yours. The manual quoted above puts the saving at over 30 per cent for many nearly identical machines and under 5 for diverse ones.',
    },
  },
  steps: 'Steps of the calculation',
  formula: 'Formula',
  failed: 'The calculation failed. Please load the page again.',
  settings: {
    unlimited: 'not limited',
    slider: (label) => `${label}, slider`,
    limited: (label) => `Limit: ${label}`,
    reset: (label) => `Reset ${label}`,
  },
};
