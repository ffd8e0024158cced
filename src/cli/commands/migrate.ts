import { type PreCopy, preCopy } from '../../model/migration/pre-copy.ts';
import { fromMib, mibPerSecond, seconds } from '../../model/units.ts';
import { type Command, exitCodes, numberOption, type Request, UsageError } from '../command.ts';
import { type MigrationTexts, migrationTextsFor } from '../migration-texts.ts';
import type { Texts } from '../texts.ts';

/** One live migration by pre-copy, from numbers alone. */
export const migrate: Command = {
  name: 'migrate',
  options: {
    'memory-mib': 'text',
    'dirty-mib-s': 'text',
    'bandwidth-mib-s': 'text',
    'downtime-limit-s': 'text',
    'max-rounds': 'text',
  },
  help: ({ language }) => migrationTextsFor(language).migrate,
  run: async (request, texts) => {
    const own = migrationTextsFor(texts.language);
    const [file] = request.files;
    if (file !== undefined) throw new UsageError(own.noFileWanted(file));
    const read = reader(request, texts, own);
    const memoryMib = read.aboveZero('memory-mib');
    const dirty = read.needed('dirty-mib-s');
    const bandwidth = read.aboveZero('bandwidth-mib-s');
    const answer = preCopy({
      memoryGib: fromMib(memoryMib),
      dirtyMibPerSecond: mibPerSecond(dirty),
      bandwidthMibPerSecond: mibPerSecond(bandwidth),
      downtimeLimitSeconds: seconds(numberOption(request, 'downtime-limit-s', texts) ?? 0.3),
      maxRounds: read.whole('max-rounds') ?? 30,
    });
    const { format } = texts.words;
    const isNever = answer.kind === 'never-converges';
    if (isNever) {
      const rates = [dirty, bandwidth].map((rate) => format.withUnit(rate, 'MiB/s', 3));
      console.error(`hostfit: ${own.neverConverges(rates[0] ?? '', rates[1] ?? '')}`);
    }
    if (request.isJson) console.log(JSON.stringify(publicPreCopy(answer)));
    else if (!isNever) {
      console.log(
        own.migrated({
          rounds: format.count(answer.rounds.length),
          total: format.withUnit(answer.totalSeconds, 's', 3),
          downtime: format.withUnit(answer.downtimeSeconds, 's', 3),
          converges: answer.kind === 'converged',
        }),
      );
    }
    return isNever ? exitCodes.infeasible : exitCodes.done;
  },
};

/** `rounds` is their number; each of them is in `copies`. Null figures where no time exists. */
function publicPreCopy(answer: PreCopy) {
  if (answer.kind === 'never-converges') {
    return {
      rounds: null,
      totalSeconds: null,
      downtimeSeconds: null,
      converges: false,
      kind: answer.kind,
      copies: [],
    };
  }
  return {
    rounds: answer.rounds.length,
    totalSeconds: answer.totalSeconds,
    downtimeSeconds: answer.downtimeSeconds,
    converges: answer.kind === 'converged',
    kind: answer.kind,
    copies: answer.rounds,
  };
}

function reader(request: Request, texts: Texts, own: MigrationTexts) {
  const needed = (name: string) => {
    const value = numberOption(request, name, texts);
    if (value === null) throw new UsageError(own.missing(name));
    return value;
  };
  return {
    needed,
    aboveZero(name: string) {
      const value = needed(name);
      if (value <= 0) throw new UsageError(own.notAbove0(name, String(value)));
      return value;
    },
    whole(name: string) {
      const value = numberOption(request, name, texts);
      if (value !== null && !Number.isInteger(value)) {
        throw new UsageError(own.notWhole(name, String(value)));
      }
      return value;
    },
  };
}
