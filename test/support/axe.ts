import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const FINDINGS = `axe.run({ resultTypes: ['violations'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;

/**
 * What axe finds on a page, one line a rule: none is well. Asked in the page itself: @axe-core/playwright carries every result
 * over in pieces for the sake of frames, which Waymark has none of, and takes four times as long.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return (await page.evaluate(FINDINGS)) as string[];
}
