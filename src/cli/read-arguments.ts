import { parseArgs } from 'node:util';
import type { Language } from '../words/format.ts';
import type { Request } from './command.ts';

const options = {
  scenario: { type: 'string' },
  bin: { type: 'string' },
  seed: { type: 'string' },
  effort: { type: 'string' },
  lang: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line. What is wrong with it is said later, in the language that it asks for. */
export function readArguments(argv: readonly string[]): Request {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : null);
  const [command = null, ...files] = positionals;
  const odd = tokens.find(
    (token) =>
      token.kind === 'option' &&
      (!Object.hasOwn(options, token.name) || isMissingValue(token.name, values)),
  );
  return {
    command,
    files,
    scenario: text(values.scenario),
    bin: text(values.bin),
    seed: text(values.seed),
    effort: text(values.effort),
    language: languageOf(text(values.lang)),
    isJson: values.json === true,
    isHelp: values.help === true,
    unknownOption: odd?.kind === 'option' ? odd.rawName : badLanguage(text(values.lang)),
  };
}

const isMissingValue = (name: string, values: Readonly<Record<string, unknown>>) =>
  options[name as keyof typeof options].type === 'string' && typeof values[name] !== 'string';

const badLanguage = (given: string | null) =>
  given === null || given === 'ja' || given === 'en' ? null : `--lang ${given}`;

/** The language asked for, else the one of the shell. */
function languageOf(given: string | null): Language {
  const wanted =
    given ?? process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'];
  return wanted?.startsWith('ja') === true ? 'ja' : 'en';
}
