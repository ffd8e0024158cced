import { createServer } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { builtPages, builtText, sitemapAddresses } from './site-built.ts';

// The service worker is held to the policy like everything else.
test.use({ serviceWorkers: 'allow' });

const policyIn = (html: string) =>
  /<head><meta http-equiv="content-security-policy" content="([^"]+)">/.exec(html)?.[1] ?? '';

test('every page begins with a policy that allows nothing from elsewhere and nothing inline', () => {
  for (const path of builtPages()) {
    const policy = policyIn(builtText(path));
    expect(policy, path).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:|\*/);
    expect(policy, path).toContain("connect-src 'self'");
    expect(policy, path).toContain("form-action 'none'");
    // Reading pages hold no inline code at all, so they need no hash.
    if (!path.includes('/tools/')) expect(policy, path).not.toContain('sha256');
  }
});

/** How far a page is wider than its screen, in pixels, at widths from a phone's to a large screen's. */
async function widerThanScreen(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [360, 768, 1250, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (over > 0) found.push(`${page.url()} at ${width}: ${over} px too wide`);
  }
  return found;
}

// One walk for both: loading every page is what takes the time.
for (const language of ['ja', 'en'])
  test(`no page breaks its own policy, leaves the origin, or is wider than its screen (${language})`, async ({
    context,
    page,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const { origin } = new URL(baseURL ?? '');
    const problems: string[] = [];
    context.on('request', (request) => {
      const url = new URL(request.url());
      if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) {
        problems.push(`request to ${request.url()}`);
      }
    });
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        problems.push(`${page.url()}: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
    await page.addInitScript(() => {
      // A console message is not certain for every violation: say each one aloud.
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
        console.error(`policy violation: ${violatedDirective} ${blockedURI}`);
      });
    });
    for (const address of sitemapAddresses().filter((path) => path.startsWith(language))) {
      await page.goto(address);
      if (address.includes('tools/')) await page.waitForLoadState('networkidle');
      problems.push(...(await widerThanScreen(page)));
    }
    // With the search open too: it runs WebAssembly in a worker.
    await page.goto(`${language}/`);
    await page.keyboard.press('/');
    await page.locator('[data-search-field]').fill(language === 'ja' ? '仮想化' : 'hypervisor');
    await expect(page.locator('[data-search-results] li').first()).toBeVisible();
    expect(problems).toEqual([]);
  });

test('an injected inline script, handler, style or script from elsewhere does nothing', async ({
  page,
}) => {
  await page.goto('en/');
  const violations = await page.evaluate(async () => {
    const seen: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(event.effectiveDirective),
    );
    const inline = document.createElement('script');
    inline.textContent = 'document.title = "taken over"';
    const foreign = document.createElement('script');
    foreign.src = 'https://example.com/x.js';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const image = document.createElement('div');
    image.innerHTML = '<img src="data:," onerror="document.title = \'taken over\'">';
    document.body.append(inline, foreign, style, image);
    await fetch('https://example.com/').catch(() => seen.push('refused'));
    await new Promise((resolve) => setTimeout(resolve, 200));
    return seen;
  });
  expect(violations.toSorted()).toEqual([
    'connect-src',
    'refused',
    'script-src-attr',
    'script-src-elem',
    'script-src-elem',
    'style-src-elem',
  ]);
  await expect(page).not.toHaveTitle('taken over');
  await expect(page.locator('body')).toBeVisible();
});

test('a thread started by a page may not connect elsewhere either', async ({ page }) => {
  let visits = 0;
  const elsewhere = createServer((_, response) => {
    visits++;
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const address = elsewhere.address();
  const foreign = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  await page.goto('en/');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  await page.keyboard.press('/');
  await page.locator('[data-search-field]').fill('host');
  await expect(page.locator('[data-search-results] a').first()).toBeVisible({ timeout: 20_000 });
  const [thread] = page.workers();
  expect(thread, 'the search runs in a thread').toBeDefined();
  const answer = await thread?.evaluate(
    (url) =>
      fetch(url).then(
        () => 'connected',
        () => 'refused',
      ),
    foreign,
  );
  expect(answer).toBe('refused');
  expect(visits).toBe(0);
  elsewhere.close();
});

test('code from a string is not run', async ({ page }) => {
  await page.goto('en/');
  const error = await page.evaluate(() => {
    const script = document.createElement('script');
    script.src = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
    try {
      // The evaluate of the test itself is exempt from the policy; a timer's string is not.
      const before = document.title;
      setTimeout('document.title = "taken over"', 0);
      return new Promise<string>((resolve) =>
        setTimeout(() => resolve(document.title === before ? 'not run' : 'run'), 100),
      );
    } catch (thrown) {
      return String(thrown);
    }
  });
  expect(error).not.toBe('run');
});
