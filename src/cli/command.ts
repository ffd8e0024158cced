import type { Language } from '../words/format.ts';
import type { Texts } from './texts.ts';

export const exitCodes = { done: 0, ourFault: 1, badInput: 2, infeasible: 3 } as const;

/** What the reader typed wrong; the message names the place and what was expected. Ends the command with exit 2. */
export class UsageError extends Error {}

export type CommandName = 'inspect' | 'consolidate' | 'pack';

export interface Command {
  readonly name: CommandName;
  /** Options of its own beside --lang, --json and --help. */
  readonly options: readonly ('scenario' | 'bin' | 'seed' | 'effort')[];
  /** Does the work and prints; the answer is the exit code. */
  readonly run: (request: Request, texts: Texts) => Promise<number>;
}

/** The command line, read. */
export interface Request {
  readonly command: string | null;
  readonly files: readonly string[];
  readonly scenario: string | null;
  readonly bin: string | null;
  readonly seed: string | null;
  readonly effort: string | null;
  readonly language: Language;
  readonly isJson: boolean;
  readonly isHelp: boolean;
  readonly unknownOption: string | null;
}
