/** What every screen must stand: any theme, the narrowest pane, and axe. A picture of each is left for people to look at. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const PICTURES = join(__dirname, '../../test-output/screens');
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  contrast: { colorScheme: 'light', forcedColors: 'active' },
} as const;

/** A task pane at 1366 × 768, and the narrowest that Excel on Windows opens. */
const SIZES = [
  { width: 350, height: 378 },
  { width: 320, height: 378 },
] as const;

declare global {
  interface Window {
    axe?: { readonly run: (options: RunOptions) => Promise<AxeResults> };
  }
}

/** Takes pictures of the screen in each theme; fails where axe finds something, or where it scrolls sideways. */
export async function checkScreen(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const size = page.viewportSize() ?? SIZES[0];
  const problems: string[] = [];
  for (const [theme, media] of Object.entries(THEMES)) {
    await page.emulateMedia(media);
    for (const { width, height } of SIZES) {
      await page.setViewportSize({ width, height });
      if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
        problems.push(`${theme}: wider than ${width} px`);
      }
    }
    await page.setViewportSize(size);
    await page.screenshot({
      path: join(PICTURES, `${name}-${theme}.png`),
      fullPage: theme === 'light',
      animations: 'disabled',
    });
    problems.push(...(await violations(page)).map((violation) => `${theme}: ${violation}`));
  }
  await page.emulateMedia(THEMES.light);
  expect(problems).toEqual([]);
}

async function violations(page: Page): Promise<string[]> {
  // Handed over past the page's policy, as developer tools do.
  await page.evaluate(AXE);
  const results = await page.evaluate(() => window.axe?.run({ resultTypes: ['violations'] }));
  if (!results) throw new Error('axe did not run');
  return results.violations.map(({ id, help, nodes }) => `${id}: ${help} – ${nodes.map(({ html }) => html).join(' ')}`);
}
