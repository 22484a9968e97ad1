import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The pages as `npm run build` leaves them, or the build that the variable SPBE_DIST names. */
export const DIST = process.env['SPBE_DIST'] ?? join(__dirname, '../../dist');

/** Without its sandbox, which containers do not allow, and without traffic of its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The Chromium that Debian installs (`npm run setup:debian`), or the one that the variable CHROMIUM names. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ARGUMENTS });
}
