import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtFiles } from './built-files.ts';

/** How Astro's own inline code begins: islands, their loading directives, their one style. */
const knownInline = [
  /^\(\(\)=>\{var /,
  /^\(self\.Astro\|\|/,
  /^astro-island,astro-slot,astro-static-slot\{display:contents\}$/,
];

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function inlineHashes(html: string, element: RegExp): readonly string[] {
  const texts = [...html.matchAll(element)].map(([, text = '']) => text);
  for (const text of texts) {
    if (!knownInline.some((known) => known.test(text))) {
      throw new Error(`Inline code that is not Astro's own: ${text.slice(0, 80)}`);
    }
  }
  return [...new Set(texts.map(sha256))];
}

/**
 * The policy of one page: everything from the site itself, nothing inline but what the page holds
 * of Astro's own, by hash.
 *
 * 'wasm-unsafe-eval' allows WebAssembly, not `eval`: the search index is read by a WebAssembly
 * module. `blob:` images are charts on their way to a PNG download.
 *
 * @throws when the page holds inline code of anyone else, a style attribute or an event handler
 */
export function policyOf(html: string): string {
  const forbidden = /<[a-z][^>]*?\s(style|on[a-z]+)=/i.exec(html);
  if (forbidden !== null) throw new Error(`An attribute that the policy blocks: ${forbidden[0]}`);
  const scripts = inlineHashes(html, /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  const styles = inlineHashes(html, /<style[^>]*>([\s\S]*?)<\/style>/g);
  return [
    "default-src 'none'",
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts].join(' '),
    ["style-src 'self'", ...styles].join(' '),
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    // blob: for the planner's thread, which is started from one so that this policy binds it (see src/worker).
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Puts the policy first into the head, so that nothing on the page comes before it. */
export const withPolicy = (html: string) =>
  html.replace(
    '<head>',
    `<head><meta http-equiv="content-security-policy" content="${policyOf(html)}">`,
  );

/**
 * Gives each built page its own policy. Astro's `security.csp` was refused: it lists a hash of every
 * chunk of the site on every page (1.5 kB that no compression helps), and allows whatever is inline.
 */
export const contentSecurityPolicy = (): AstroIntegration => ({
  name: 'hostfit-content-security-policy',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const folder = fileURLToPath(dir);
      for (const file of await builtFiles(folder)) {
        if (!file.endsWith('.html')) continue;
        const path = join(folder, file);
        await writeFile(path, withPolicy(await readFile(path, 'utf8')));
      }
    },
  },
});
