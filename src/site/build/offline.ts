import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtFiles } from './built-files.ts';

const template = new URL('../offline/service-worker.js', import.meta.url);

/** Larger files are kept on first use only: a reader of one page should not pay for every sample. */
const eagerLimitBytes = 300_000;

/** Files that a browser never asks for through a page. */
const isForOthers = (path: string) =>
  /^(service-worker\.js|robots\.txt|sitemap.*\.xml|open-graph.*\.png|CNAME|_.*headers|_redirects)$/.test(
    path,
  );

/** `ja/index.html` is asked for as `ja/`: many hosts redirect the longer address. */
const addressOf = (path: string) => path.replace(/(^|\/)index\.html$/, '$1');

/** The list that a version of the site consists of. */
export interface OfflineFiles {
  /** A hash of everything below. */
  readonly version: string;
  /** Address relative to the base path → SHA-256 of its bytes, hexadecimal; fetched when installed. */
  readonly eager: Readonly<Record<string, string>>;
  /** The same, for files that are kept on their first use. */
  readonly onUse: Readonly<Record<string, string>>;
}

/** Reads what a built site consists of. */
export async function offlineFiles(folder: string): Promise<OfflineFiles> {
  const eager: Record<string, string> = {};
  const onUse: Record<string, string> = {};
  const whole = createHash('sha256');
  for (const path of await builtFiles(folder)) {
    if (isForOthers(path)) continue;
    const bytes = await readFile(join(folder, path));
    const { size } = await stat(join(folder, path));
    const hash = createHash('sha256').update(bytes).digest('hex');
    whole.update(`${path} ${hash}\n`);
    (size <= eagerLimitBytes ? eager : onUse)[addressOf(path)] = hash;
  }
  return { version: whole.digest('hex').slice(0, 16), eager, onUse };
}

/** Writes `service-worker.js` into a built site, for the files that are there now. */
export async function writeServiceWorker(folder: string): Promise<OfflineFiles> {
  const files = await offlineFiles(folder);
  const code = await readFile(template, 'utf8');
  await writeFile(
    join(folder, 'service-worker.js'),
    `self.hostfitFiles = ${JSON.stringify(files)};\n${code}`,
  );
  return files;
}

/** Makes the built site work without a connection. Must run after everything that writes files. */
export const offline = (): AstroIntegration => ({
  name: 'hostfit-offline',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { version, eager } = await writeServiceWorker(fileURLToPath(dir));
      logger.info(`version ${version}, ${Object.keys(eager).length} files kept`);
    },
  },
});
