import { type Browser, chromium } from 'playwright-core';

/** The Chromium that Debian installs (`npm run setup:debian`); without its sandbox, which containers do not allow. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
