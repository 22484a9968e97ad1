/** The built page in a Chromium, set up once for the tests of a file, and what a person does there first. */
import type { Browser, Page } from 'playwright-core';
import { DIST, launchChromium } from './chromium';
import { serve, type Served } from './serve';

interface BuiltPage {
  readonly browser: Browser;
  readonly server: Served;
}

/** Answers with the browser and the server that the tests of this file share; both are there once its tests run. */
export function builtPage(): BuiltPage {
  let started: readonly [Browser, Served] | null = null;
  const running = (): readonly [Browser, Served] => {
    if (started === null) throw new Error('not started: only tests and their hooks may ask');
    return started;
  };
  beforeAll(async () => {
    started = await Promise.all([launchChromium(), serve(DIST)]);
  });
  afterAll(async () => {
    const [browser, server] = running();
    await browser.close();
    await server.close();
  });
  return {
    get browser() {
      return running()[0];
    },
    get server() {
      return running()[1];
    },
  };
}

/** Opens the example and waits for its sheet and its index. */
export async function openExample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Coba contoh' }).click();
  await page.getByRole('grid', { name: 'Lembar LKE SPBE' }).waitFor();
  await page.getByText('44/47 · sementara').waitFor();
}

/** Goes to a cell by its address. */
export async function jump(page: Page, address: string): Promise<void> {
  await page.getByLabel('Alamat sel').fill(address);
  await page.keyboard.press('Enter');
  await page.locator(`[data-cell="${address}"]:focus`).waitFor();
}

/** Types into a cell as a person does. */
export async function type(page: Page, address: string, text: string): Promise<void> {
  await jump(page, address);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}
