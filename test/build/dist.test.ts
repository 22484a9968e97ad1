import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/* What `npm run build` left in dist/: the things that other people install. */

const DIST = process.env['SPBE_DIST'] ?? path.join(__dirname, '../../dist');
const read = (file: string): string => readFileSync(path.join(DIST, file), 'utf8');

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The addresses of the scripts that a built page starts with. */
function scripts(page: string): string[] {
  return [...read(page).matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => match[1]!);
}

function contentSecurityPolicy(page: string): Map<string, string> {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(read(page))![1]!;
  return new Map(
    policy.split('; ').map((directive) => {
      const end = directive.indexOf(' ');
      return [directive.slice(0, end), directive.slice(end + 1)];
    }),
  );
}

const POLICY = new Map([
  ['default-src', "'self'"],
  ['script-src', "'self'"],
  ['style-src', "'self' 'unsafe-inline'"],
  ['img-src', "'self' data: blob:"],
  ['font-src', "'self' data:"],
  ['connect-src', "'self'"],
  ['worker-src', "'self' blob:"],
  ['form-action', "'none'"],
  ['object-src', "'none'"],
  ['base-uri', "'none'"],
]);

test('the page without Excel loads nothing but itself', () => {
  expect(contentSecurityPolicy('index.html')).toEqual(POLICY);
  for (const script of scripts('index.html')) expect(existsSync(path.join(DIST, script))).toBe(true);
  expect(read('index.html')).not.toContain('//');
});

test('the pane loads Office.js from Microsoft, first, and nothing else foreign', () => {
  expect(contentSecurityPolicy('taskpane.html')).toEqual(
    new Map([...POLICY, ['script-src', "'self' https://appsforoffice.microsoft.com"]]),
  );
  const [first, ...own] = scripts('taskpane.html');
  expect(first).toBe(OFFICE_JS);
  expect(own).not.toEqual([]);
  for (const script of own) expect(existsSync(path.join(DIST, script))).toBe(true);
});

test.each(['index.html', 'taskpane.html'])('%s says something before and without scripts', (page) => {
  const body = read(page).slice(read(page).indexOf('<body>'));
  expect(body).toMatch(/<h1>SPBE/);
  expect(body).toMatch(/<noscript>\s*<p>.*JavaScript/);
});

test('the page without Excel starts with at most 300 KiB over the network', () => {
  const bytes = ['index.html', ...scripts('index.html')]
    .map((file) => gzipSync(readFileSync(path.join(DIST, file))).length)
    .reduce((sum, length) => sum + length, 0);
  console.info(`Mode Berkas: ${(bytes / 1024).toFixed(0)} KiB gzip`);
  expect(bytes).toBeLessThanOrEqual(300 * 1024);
});

test('without a network the page has all its parts, and no part of the pane', () => {
  const [, list] = /"files":(\[[^\]]*\])/.exec(read('service-worker.js'))!;
  const files = JSON.parse(list!) as string[];
  for (const file of files) expect([file, existsSync(path.join(DIST, file))]).toEqual([file, true]);
  const { icons } = JSON.parse(read('app.webmanifest')) as { icons: { src: string }[] };
  const first = ['index.html', 'app.webmanifest', ...scripts('index.html'), ...icons.map(({ src }) => src)];
  expect(files).toEqual(expect.arrayContaining(first));
  // What loads later: every script that the page's own scripts name by the hash in its name.
  const bundles = readdirSync(DIST).filter((file) => /^\d+\.[0-9a-f]{8}\.js$/.test(file));
  const source = scripts('index.html').map(read).join('');
  const later = bundles.filter((file) => source.includes(`"${file.split('.')[1]!}"`));
  expect(later).not.toEqual([]);
  expect(files).toEqual(expect.arrayContaining(later));
  expect(files.filter((file) => /taskpane|manifest\.xml/.test(file))).toEqual([]);
});

test('no bundle needs eval, which the pages forbid', () => {
  const bundles = readdirSync(DIST).filter((file) => file.endsWith('.js'));
  expect(bundles).not.toEqual([]);
  for (const bundle of bundles) expect(read(bundle)).not.toMatch(/\beval\(|\bnew Function\(/);
});

test('the manifest names the server of the build setting only, and each file that it names is there', () => {
  const address = (process.env['SPBE_BASE_URL'] ?? 'https://localhost:3000').replace(/\/+$/, '');
  const named = [...read('manifest.xml').matchAll(/Value="(https?:[^"]+)"/g)].map((match) => match[1]!);
  expect(named).not.toEqual([]);
  for (const file of named) {
    expect(file.startsWith(`${address}/`)).toBe(true);
    expect([file, existsSync(path.join(DIST, file.slice(address.length)))]).toEqual([file, true]);
  }
});

test('the command line is one file that runs by itself, without node_modules', () => {
  expect(read('cli/spbe.js').startsWith('#!/usr/bin/env node\n')).toBe(true);
  expect(readdirSync(path.join(DIST, 'cli'))).toEqual(['spbe.js']);
  expect(statSync(path.join(DIST, 'cli/spbe.js')).mode & 0o111).toBe(0o111);

  const elsewhere = mkdtempSync(path.join(tmpdir(), 'spbe-cli-'));
  try {
    copyFileSync(path.join(DIST, 'cli/spbe.js'), path.join(elsewhere, 'spbe.js'));
    expect(execFileSync(path.join(elsewhere, 'spbe.js'), ['--help'], { encoding: 'utf8' })).toContain('spbe');
  } finally {
    rmSync(elsewhere, { recursive: true });
  }
});
