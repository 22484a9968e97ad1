import type { Page } from 'playwright-core';

/**
 * What goes wrong on a page from now on, gathered while it goes on: errors on its console and in its scripts, and what it
 * asks of any address but its own.
 */
export function watchComplaints(page: Page, address: string): readonly string[] {
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(address)) complaints.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Errors on a page's console and in its scripts since it was opened. */
export async function complaintsOf(page: Page): Promise<readonly string[]> {
  const errors = (await page.consoleMessages()).filter((message) => message.type() === 'error');
  return [...errors.map((message) => message.text()), ...(await page.pageErrors()).map((error) => error.message)];
}
