import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What a theme can change. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** A page that axe, which is an injected script, may look at; csp.spec.ts looks at the policy. */
export async function pageForAxe(
  browser: Browser,
  baseURL: string | undefined,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    bypassCSP: true,
    ...options,
  });
  return context.newPage();
}

/**
 * Everything that axe finds in the light theme, and in the dark one what a theme can change. Axe is brought once: the
 * builder would bring it four times, which takes longer than the dark theme's analysis.
 */
export async function findings(page: Page, within?: string): Promise<readonly string[]> {
  await page.evaluate(new AxeBuilder({ page })['script']());
  const light = await findingsIn(page, 'light', within);
  return [...light, ...(await findingsIn(page, 'dark', within))];
}

async function findingsIn(page: Page, theme: 'light' | 'dark', within?: string) {
  await page.emulateMedia({ colorScheme: theme });
  // Legacy: axe runs in this page. The other way opens a second page for each analysis, which is for frames only.
  const axe = new AxeBuilder({ page, axeSource: ';' })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true);
  if (within !== undefined) axe.include(within);
  if (theme === 'light') axe.withTags(tags);
  else axe.withRules(ofColour);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${theme} ${id}: ${html} ${failureSummary}`),
  );
}
