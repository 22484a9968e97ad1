/** `node assets/render.mjs`: draws each .svg of this folder as the .png files that manifest.xml and app.webmanifest name. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
/** What a browser shows where the page is installed as an app. */
const APP_SIZES = [192, 512];
const APP = 'spbe.svg';
const folder = import.meta.dirname;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
const page = await browser.newPage();
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
  const drawing = readFileSync(path.join(folder, file), 'utf8');
  for (const size of file === APP ? [...SIZES, ...APP_SIZES] : SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>html, body { margin: 0 } svg { display: block; width: ${size}px }</style>${drawing}`);
    await page.screenshot({ path: path.join(folder, file.replace('.svg', `-${size}.png`)), omitBackground: true });
  }
}
await browser.close();
