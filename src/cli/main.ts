/**
 * The planner from a shell: `npm run -s hostfit -- <command> <file> [--scenario s.json] [--lang ja|en] [--json]`.
 *
 * A public contract: with --json one JSON document on standard output and nothing else; messages go to standard
 * error; exit 0 done, 2 bad input, 3 infeasible, 1 our fault.
 */

import { type Command, exitCodes, type Request, UsageError } from './command.ts';
import { consolidate } from './commands/consolidate.ts';
import { inspect } from './commands/inspect.ts';
import { pack } from './commands/pack.ts';
import { readArguments } from './read-arguments.ts';
import { type Texts, textsFor } from './texts.ts';

const commands: Readonly<Record<string, Command>> = { inspect, consolidate, pack };

/** Options that only some commands have. */
const ownOptions = ['scenario', 'bin', 'seed', 'effort'] as const;

async function run(argv: readonly string[]): Promise<number> {
  const request = readArguments(argv);
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
  const { command: name, isHelp, unknownOption } = request;
  if (name === null) {
    if (!isHelp) throw new UsageError(texts.noCommand);
    console.log(texts.help(Object.keys(commands)));
    return exitCodes.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new UsageError(texts.unknownCommand(name));
  if (isHelp) {
    console.log(texts.commandHelp[command.name]);
    return exitCodes.done;
  }
  const foreign = ownOptions.find(
    (option) => request[option] !== null && !command.options.includes(option),
  );
  const wrong = unknownOption ?? (foreign === undefined ? null : `--${foreign}`);
  if (wrong !== null) throw new UsageError(texts.unknownOption(wrong));
  return command.run(request, texts);
}

process.exitCode = await run(process.argv.slice(2));
