import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

/** A base path other than '/', so that every test also proves that the site works under one. */
export const base = '/hostfit/';
/** Another one where several checkouts are tested at once. */
const port = Number(process.env['HOSTFIT_PORT'] ?? 4329);

const installed = ['/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/**
 * What the package adds for lambdas and a test must not have: one process for all pages (one that closes may take the
 * browser with it), and a browser that does not hold pages to their origin.
 */
const forLambdas = new Set(['--single-process', '--no-zygote', '--disable-web-security']);
/** It also draws in software as if there were a graphics card: a quarter of all the time of a walk over the pages. */
const forGraphics =
  /^--(use-gl|use-angle|in-process-gpu|ignore-gpu-blocklist|enable-unsafe-swiftshader)/;

/** The browser of the package on Linux x64; elsewhere an installed one, else Playwright's own. */
async function browser() {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return {
      executablePath: await chromium.executablePath(),
      args: [
        ...chromium.args.filter((arg) => !forLambdas.has(arg) && !forGraphics.test(arg)),
        '--disable-gpu',
      ],
    };
  }
  const executablePath = installed.find((path) => existsSync(path));
  return executablePath === undefined ? {} : { executablePath };
}

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  // A busy machine is slow, not wrong.
  expect: { timeout: 20_000 },
  reporter: process.env['HOSTFIT_E2E_JSON']
    ? [['line'], ['json', { outputFile: process.env['HOSTFIT_E2E_JSON'] }]]
    : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}${base}`,
    launchOptions: await browser(),
    // To record one is a quarter of the time: `npm run e2e -- --trace on <spec>` shows what happened.
    trace: 'off',
    // Every test has a fresh browser, in which each page would keep the whole site for offline use: half of the time.
    // offline.spec.ts and csp.spec.ts allow it.
    serviceWorkers: 'block',
  },
  webServer: {
    command: `node --no-warnings test/serve.ts ${port} ${base}`,
    cwd: new URL('..', import.meta.url).pathname,
    url: `http://127.0.0.1:${port}${base}`,
    reuseExistingServer: !process.env['CI'],
  },
});
