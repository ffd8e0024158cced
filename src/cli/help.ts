import type { HelpPage } from './command.ts';

/** The lines of a list of commands, their summaries one below the other. */
export function briefs(pages: readonly HelpPage[]): string {
  const width = Math.max(...pages.map(({ brief }) => brief.length)) + 3;
  return pages.map(({ brief, summary }) => `  ${brief.padEnd(width)}${summary}`).join('\n');
}

/** Paragraphs with an empty line between; without those that are not there. */
export const paragraphs = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => typeof part === 'string').join('\n\n');
