import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { offlineFiles, writeServiceWorker } from '../../src/site/build/offline.ts';

async function site(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hostfit-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

const small = {
  'index.html': 'root',
  'ja/index.html': 'ja',
  '_astro/a.js': 'code',
  '404.html': '-',
};

test('pages are listed by the address that readers use, with the hash of their bytes', async () => {
  const { eager } = await offlineFiles(await site(small));
  expect(Object.keys(eager).toSorted()).toEqual(['', '404.html', '_astro/a.js', 'ja/']);
  expect(eager['ja/']).toBe(createHash('sha256').update('ja').digest('hex'));
});

test('a changed byte, a new file and a renamed file are each a new version; the same files are not', async () => {
  const version = async (files: Readonly<Record<string, string>>) =>
    (await offlineFiles(await site(files))).version;
  const { '_astro/a.js': code, ...rest } = small;
  const versions = await Promise.all([
    version(small),
    version({ ...small, 'ja/index.html': 'jb' }),
    version({ ...small, 'en/index.html': 'en' }),
    version({ ...rest, '_astro/b.js': code }),
  ]);
  expect(new Set(versions).size).toBe(4);
  expect(await version(small)).toBe(versions[0]);
});

test('large files are kept on use only, and what only crawlers read is not kept', async () => {
  const files = await offlineFiles(
    await site({
      ...small,
      'samples/fleet.csv': 'x'.repeat(300_001),
      'sitemap-0.xml': '',
      'robots.txt': '',
      'open-graph-ja.png': '',
    }),
  );
  expect(Object.keys(files.onUse)).toEqual(['samples/fleet.csv']);
  expect(Object.keys(files.eager)).toHaveLength(4);
});

test('writing the worker twice gives the same worker: it does not list itself', async () => {
  const folder = await site(small);
  const first = await writeServiceWorker(folder);
  expect(await writeServiceWorker(folder)).toEqual(first);
  expect(await readFile(join(folder, 'service-worker.js'), 'utf8')).toContain(first.version);
});
