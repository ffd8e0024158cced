import type { Language } from '../words/format.ts';
import type { Texts } from './texts.ts';

export const exitCodes = { done: 0, ourFault: 1, badInput: 2, infeasible: 3 } as const;

/** What the reader typed wrong; the message names the place and what was expected. Ends the command with exit 2. */
export class UsageError extends Error {}

/** A command brings everything of its own: its options, its help and its work. `main.ts` only lists it. */
export interface Command {
  readonly name: string;
  /** Options of its own beside --lang, --json and --help. A name is of one kind in all commands. */
  readonly options: Options;
  readonly help: (texts: Texts) => HelpPage;
  /** Does the work and prints; the answer is the exit code. */
  readonly run: (request: Request, texts: Texts) => Promise<number>;
}

/** `text` takes a value (`--seed 1`), `flag` is there or not. */
export type Options = Readonly<Record<string, 'text' | 'flag'>>;

export interface HelpPage {
  /** For the list of commands: `inspect FILE`, and what it does in one line. */
  readonly brief: string;
  readonly summary: string;
  /** The whole form, without the options that every command has: `inspect FILE... [--scenario s.json]`. */
  readonly synopsis: string;
  readonly text: string;
  /** Whether FILE is a fleet, so that the formats and `--scenario` are explained. */
  readonly readsFleet: boolean;
  /** What comes after the explanation of FILE. */
  readonly more?: string;
}

/** The command line, read. */
export interface Request {
  readonly command: string | null;
  readonly files: readonly string[];
  /** Options of commands that were given; null prototype, so that no name is there by itself. */
  readonly given: Readonly<Record<string, string | true>>;
  readonly language: Language;
  readonly isJson: boolean;
  readonly isHelp: boolean;
  readonly unknownOption: string | null;
}

/** The value of an option, or null where it was not given. */
export function textOption({ given }: Request, name: string): string | null {
  const value = given[name];
  return typeof value === 'string' ? value : null;
}

export const hasFlag = ({ given }: Request, name: string): boolean => given[name] === true;

/** An option's value as a number of at least 0, or null where it was not given. */
export function numberOption(request: Request, name: string, texts: Texts): number | null {
  const text = textOption(request, name);
  return text === null ? null : toNumber(`--${name}`, text, texts);
}

/** Reads a number of at least 0 that the reader typed at a place. */
export function toNumber(place: string, text: string, texts: Texts): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new UsageError(texts.badNumber(place, text));
  }
  return value;
}
