import { parseArgs } from 'node:util';
import type { Language } from '../words/format.ts';
import type { Options, Request } from './command.ts';

/** Options that every command has. */
const common: Options = { lang: 'text', json: 'flag', help: 'flag' };

/**
 * Reads the command line. What is wrong with it is said later, in the language that it asks for.
 *
 * @param own the options of all commands; whether the one in question has them is not judged here
 */
export function readArguments(argv: readonly string[], own: Options): Request {
  const options: Options = { ...own, ...common };
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(
      Object.entries(options).map(([name, kind]) => [name, parserOption(name, kind)]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const [command = null, ...files] = positionals;
  const lang = typeof values['lang'] === 'string' ? values['lang'] : null;
  const odd = tokens.find(
    (token) => token.kind === 'option' && !isWellFormed(options, token.name, values[token.name]),
  );
  const given: Record<string, string | true> = Object.create(null);
  for (const [name, value] of Object.entries(values)) {
    const isOwn = Object.hasOwn(own, name) && !Object.hasOwn(common, name);
    if (isOwn && (typeof value === 'string' || value === true)) given[name] = value;
  }
  return {
    command,
    files,
    given,
    language: languageOf(lang),
    isJson: values['json'] === true,
    isHelp: values['help'] === true,
    unknownOption: odd?.kind === 'option' ? odd.rawName : badLanguage(lang),
  };
}

const parserOption = (name: string, kind: Options[string]) => ({
  type: kind === 'text' ? ('string' as const) : ('boolean' as const),
  ...(name === 'help' ? { short: 'h' } : {}),
});

/** Whether an option exists and was given a value exactly where it takes one. */
const isWellFormed = (options: Options, name: string, value: unknown) =>
  Object.hasOwn(options, name) &&
  (options[name] === 'text' ? typeof value === 'string' : value === true);

const badLanguage = (given: string | null) =>
  given === null || given === 'ja' || given === 'en' ? null : `--lang ${given}`;

/** The language asked for, else the one of the shell. */
function languageOf(given: string | null): Language {
  const wanted =
    given ?? process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'];
  return wanted?.startsWith('ja') === true ? 'ja' : 'en';
}
