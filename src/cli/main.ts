/**
 * The planner from a shell: `npm run -s hostfit -- <command> <file> [--scenario s.json] [--lang ja|en] [--json]`.
 *
 * A public contract: with --json one JSON document on standard output and nothing else; messages go to standard
 * error; exit 0 done, 2 bad input, 3 infeasible, 1 our fault.
 */

import { type Command, exitCodes, type Options, type Request, UsageError } from './command.ts';
import { availability } from './commands/availability.ts';
import { backup } from './commands/backup.ts';
import { balance } from './commands/balance.ts';
import { consolidate } from './commands/consolidate.ts';
import { cost } from './commands/cost.ts';
import { evacuate } from './commands/evacuate.ts';
import { failover } from './commands/failover.ts';
import { fit } from './commands/fit.ts';
import { inspect } from './commands/inspect.ts';
import { license } from './commands/license.ts';
import { migrate } from './commands/migrate.ts';
import { pack } from './commands/pack.ts';
import { perform } from './commands/perform.ts';
import { score } from './commands/score.ts';
import { survive } from './commands/survive.ts';
import { readArguments } from './read-arguments.ts';
import { type Texts, textsFor } from './texts.ts';

/** In the order of the help. */
const commands: readonly Command[] = [
  // One a line, so that each is a change of its own.
  inspect,
  consolidate,
  pack,
  migrate,
  evacuate,
  balance,
  cost,
  backup,
  perform,
  fit,
  license,
  survive,
  availability,
  failover,
  score,
];

const ownOptions: Options = Object.assign({}, ...commands.map(({ options }) => options));

async function run(argv: readonly string[]): Promise<number> {
  const request = readArguments(argv, ownOptions);
  const texts = await textsFor(request.language);
  try {
    return await dispatch(request, texts);
  } catch (error) {
    if (error instanceof UsageError) {
      for (const line of error.message.split('\n')) console.error(`hostfit: ${line}`);
      return exitCodes.badInput;
    }
    console.error(`hostfit: ${texts.ourFault}`);
    console.error(error);
    return exitCodes.ourFault;
  }
}

async function dispatch(request: Request, texts: Texts): Promise<number> {
  const { command: name, isHelp, unknownOption, given } = request;
  const names = commands.map((command) => command.name);
  if (name === null) {
    if (!isHelp) throw new UsageError(texts.noCommand(names));
    console.log(texts.help(commands.map((command) => command.help(texts))));
    return exitCodes.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (command === undefined) throw new UsageError(texts.unknownCommand(name, names));
  if (isHelp) {
    console.log(texts.commandHelp(command.help(texts)));
    return exitCodes.done;
  }
  const foreign = Object.keys(given).find((option) => !Object.hasOwn(command.options, option));
  const wrong = unknownOption ?? (foreign === undefined ? null : `--${foreign}`);
  if (wrong !== null) throw new UsageError(texts.unknownOption(wrong));
  return command.run(request, texts);
}

process.exitCode = await run(process.argv.slice(2));
