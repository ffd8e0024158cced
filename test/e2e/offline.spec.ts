import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { writeServiceWorker } from '../../src/site/build/offline.ts';
import { base } from '../playwright.config.ts';
import { openTool } from './consolidation-steps.ts';
import { dist, sitemapAddresses } from './site-built.ts';

test.use({ serviceWorkers: 'allow' });

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** A static host whose folder can be exchanged, as a deployment does. */
class Host {
  folder: string;
  readonly #server: Server;
  constructor(folder: string) {
    this.folder = folder;
    this.#server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://host');
      const path = decodeURIComponent(pathname.slice(base.length));
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      try {
        const bytes = await readFile(join(this.folder, file));
        response.writeHead(200, {
          'content-type': types[extname(file)] ?? 'application/octet-stream',
          'cache-control': 'no-cache',
        });
        response.end(bytes);
      } catch {
        response.writeHead(404).end();
      }
    });
  }
  start(): Promise<string> {
    return new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => {
        const address = this.#server.address();
        const port = typeof address === 'object' ? address?.port : 0;
        resolve(`http://127.0.0.1:${port}${base}`);
      });
    });
  }
  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

/** A copy of the built site in which every page says a version, and its styles the same one. */
async function siteOfVersion(version: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hostfit-site-'));
  await cp(dist, folder, { recursive: true });
  for (const path of ['en/index.html', 'ja/index.html', 'en/about/index.html']) {
    const html = await readFile(join(folder, path), 'utf8');
    await writeFile(
      join(folder, path),
      html
        .replace('<body>', `<body data-version="${version}">`)
        .replace('</head>', `<link rel="stylesheet" href="${base}version.css"></head>`),
    );
  }
  await writeFile(join(folder, 'version.css'), `:root { --version: "${version}" }`);
  await writeServiceWorker(folder);
  return folder;
}

/** Ready is too early: a worker that is being activated does not answer for the page yet. */
const installed = (page: Page) =>
  page.waitForFunction(() => navigator.serviceWorker.controller !== null);

/** What version page and style are of. */
const versions = (page: Page) =>
  page.evaluate(() => [
    document.body.dataset['version'],
    getComputedStyle(document.documentElement).getPropertyValue('--version').replaceAll('"', ''),
  ]);

const waiting = (page: Page) =>
  page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.waiting != null;
  });

/**
 * Goes on through the site until the new version has taken over. A browser tells the running worker
 * of the waiting one with a delay, on a busy machine of seconds, so it may be a later step; no step may be a mix.
 */
async function walkUntil(page: Page, version: string): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await page.goto(step % 2 === 0 ? 'ja/' : 'en/');
    await page.waitForFunction(() => document.body?.dataset['version'] !== undefined);
    const [ofPage, ofStyle] = await versions(page);
    expect(ofStyle, 'page and style are of one version').toBe(ofPage);
    if (ofPage === version) return;
    await page.waitForTimeout(300);
  }
  throw new Error(`version ${version} did not take over`);
}

const update = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });

test('after one visit every page opens without a connection, with its styles, its search and its planner', async ({
  context,
  page,
}) => {
  await page.goto('en/');
  await installed(page);
  await context.setOffline(true);
  const missing = await page.evaluate(async (addresses) => {
    const titles = await Promise.all(
      addresses.map(async (address) => {
        const response = await fetch(`../${address}`).catch(() => null);
        return response?.ok === true && /<h1/.test(await response.text()) ? [] : [address];
      }),
    );
    return titles.flat();
  }, sitemapAddresses());
  expect(missing).toEqual([]);
  for (const address of ['ja/', 'en/tools/consolidation/', 'ja/about/', 'en/about/']) {
    await page.goto(address);
    await expect(page.locator('h1')).toBeVisible();
    const ground = await page.evaluate(() => getComputedStyle(document.body).display);
    expect(ground, 'styles are there').toBe('flex');
  }
  const tool = await openTool(page, 'ja');
  await tool.sample('rvtools');
  await expect(tool.hosts, 'a sample is read and planned').toHaveText(/^[1-9]/);
  await page.goto('ja/');
  await page.keyboard.press('/');
  await page.locator('[data-search-field]').fill('仮想化');
  await expect(page.locator('[data-search-results] mark').first()).toBeVisible();
  await page.goto('');
  await expect(page).toHaveURL(/\/(ja|en)\/$/);
  const response = await page.goto('en/not/there/');
  expect(response).not.toBeNull();
  await expect(page.locator('[lang="en"] h1')).toHaveText('Page not found');
});

test.describe('a new version', () => {
  let host: Host;
  let address: string;
  let context: BrowserContext;

  test.beforeEach(async ({ browser }) => {
    host = new Host(await siteOfVersion('one'));
    address = await host.start();
    context = await browser.newContext({ baseURL: address });
  });
  test.afterEach(async () => {
    await context.close();
    host.stop();
  });

  test('takes over when the only page is left for another, whole', async () => {
    const page = await context.newPage();
    await page.goto('en/');
    await installed(page);
    await page.reload();
    expect(await versions(page)).toEqual(['one', 'one']);
    host.folder = await siteOfVersion('two');
    await update(page);
    await waiting(page);
    expect(await versions(page)).toEqual(['one', 'one']);
    await walkUntil(page, 'two');
    const names = await page.evaluate(() => caches.keys());
    expect(names, 'the old version is gone').toHaveLength(1);
  });

  test('waits while a second page of the old one is open, and both stay whole', async () => {
    const [first, second] = [await context.newPage(), await context.newPage()];
    await first.goto('en/');
    await installed(first);
    await first.reload();
    await second.goto('ja/');
    host.folder = await siteOfVersion('two');
    await update(first);
    await waiting(first);
    await first.goto('ja/');
    await second.goto('en/');
    expect(await versions(first)).toEqual(['one', 'one']);
    expect(await versions(second)).toEqual(['one', 'one']);
    await second.close();
    await walkUntil(first, 'two');
  });

  test('is not taken from a deployment that is only half there', async () => {
    const page = await context.newPage();
    await page.goto('en/');
    await installed(page);
    await page.reload();
    const two = await siteOfVersion('two');
    await writeFile(join(two, 'version.css'), ':root { --version: "one" }'); // not yet copied
    host.folder = two;
    await update(page);
    await page.waitForTimeout(1000);
    await page.goto('ja/');
    expect(await versions(page)).toEqual(['one', 'one']);
    await writeFile(join(two, 'version.css'), ':root { --version: "two" }'); // the deployment is done
    await update(page);
    await waiting(page);
    await walkUntil(page, 'two');
  });
});
