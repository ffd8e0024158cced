import { expect, type Page } from '@playwright/test';
import type { Scenario } from '../../src/model/scenario.ts';
import { fromQuery } from '../../src/scenario/query.ts';

/**
 * Waits until the address holds certain settings, and gives the address. Settings come to it a moment after the last
 * change, so that an address read at once may be that of an earlier one.
 */
export async function addressWith(
  page: Page,
  isThere: (scenario: Scenario) => boolean,
): Promise<string> {
  const isInAddress = async () => {
    const parsed = await fromQuery(new URL(page.url()).hash.replace(/^#s=/, ''));
    return parsed.kind === 'ok' && isThere(parsed.scenario);
  };
  await expect.poll(isInAddress).toBe(true);
  return page.url();
}
