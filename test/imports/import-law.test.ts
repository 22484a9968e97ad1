import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/* Does the law bite? A small house in which each file breaks one rule of .dependency-cruiser.cjs, and is named for it. */

const ROOT = path.join(__dirname, '../..');

/** Rule, the file that breaks it, what that file imports. */
const BREACHES: [string, string, string][] = [
  ['instrument-is-data', 'src/instrument/breach.ts', '../scoring/clean'],
  ['scoring-is-pure', 'src/scoring/breach.ts', '../worksheet/clean'],
  ['planning-is-pure', 'src/planning/breach.ts', '../worksheet/clean'],
  ['worksheet-knows-no-host', 'src/worksheet/breach.ts', '../workbook/port'],
  ['consolidation-is-pure', 'src/consolidation/breach.ts', '../workbook/port'],
  ['port-is-narrow', 'src/workbook/result.ts', '../scoring/clean'],
  ['host-imports-port-only', 'src/workbook/xlsx/breach.ts', '../memory/clean'],
  ['app-speaks-to-the-port', 'src/app/breach.ts', '../taskpane/clean'],
  ['i18n-imports-nothing', 'src/i18n/breach.ts', '../instrument/clean'],
  ['only-doors-import-hosts', 'src/app/host-breach.ts', '../workbook/excel/clean'],
  ['doors-stand-apart', 'src/standalone/breach.ts', '../commands/clean'],
  ['cli-has-no-pane', 'src/cli/breach.ts', '../taskpane/clean'],
  ['core-needs-no-library', 'src/app/library-breach.ts', 'react'],
  ['file-libraries-stay-in-xlsx', 'src/taskpane/zip-breach.ts', 'fflate'],
  ['react-stays-in-the-pages', 'src/commands/react-breach.ts', 'react'],
  ['node-stays-in-the-command-line', 'src/standalone/node-breach.ts', 'node:fs'],
  ['no-development-library-in-the-product', 'src/cli/development-breach.ts', 'fast-check'],
  ['no-test-in-the-product', 'src/taskpane/test-breach.ts', '../../test/clean'],
  ['no-circle', 'src/taskpane/circle-breach.ts', './other-half'],
  ['everything-resolves', 'src/taskpane/unresolved-breach.ts', './nowhere'],
];

/** Imports that the law allows: the doors compose everything, and share the pane. */
const ALLOWED: [string, string][] = [
  ['src/app/clean.ts', '../workbook/port'],
  ['src/workbook/port.ts', '../worksheet/clean'],
  ['src/workbook/excel/clean.ts', '../port'],
  ['src/workbook/xlsx/clean.ts', 'fflate'],
  ['src/worksheet/clean.ts', '../scoring/clean'],
  ['src/standalone/clean.ts', '../taskpane/clean'],
  ['src/cli/clean.ts', 'node:fs'],
];

const CLEAN = ['instrument', 'scoring', 'taskpane', 'commands', 'workbook/memory'].map(
  (folder) => `src/${folder}/clean.ts`,
);

let house = '';

beforeAll(() => {
  house = mkdtempSync(path.join(tmpdir(), 'import-law-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    writeFileSync(path.join(house, file), text);
  };
  for (const file of [...CLEAN, 'test/clean.ts']) write(file, 'export const clean = 1;\n');
  write('src/taskpane/other-half.ts', "export * from './circle-breach';\n");
  for (const [file, target] of [...ALLOWED, ...BREACHES.map(([, file, target]) => [file, target] as const)]) {
    write(file, `import * as target from '${target}';\nexport const clean = target;\n`);
  }
  write('tsconfig.json', '{ "compilerOptions": { "module": "ESNext", "moduleResolution": "bundler" } }');
  write(
    'package.json',
    '{ "dependencies": { "react": "*", "fflate": "*" }, "devDependencies": { "fast-check": "*" } }',
  );
  for (const library of ['react', 'fflate', 'fast-check']) {
    write(`node_modules/${library}/package.json`, `{ "name": "${library}", "main": "index.js" }`);
    write(`node_modules/${library}/index.js`, '');
  }
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

test('each rule is broken by its own breach, and what the law allows breaks none', () => {
  const cruiser = path.join(ROOT, 'node_modules/.bin/depcruise');
  const config = path.join(ROOT, '.dependency-cruiser.cjs');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [cruiser, 'src', '--config', config, '--output-type', 'json'],
    { cwd: house, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  expect(stderr).toBe('');
  const { violations } = (JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } })
    .summary;

  const found = violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  expect(found).toEqual(expect.arrayContaining(BREACHES.map(([rule, file]) => `${rule}: ${file}`)));
  const innocent = [...CLEAN, ...ALLOWED.map(([file]) => file)];
  expect(violations.filter(({ from }) => innocent.includes(from))).toEqual([]);
});

test('no rule is without a breach here', () => {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the configuration is CommonJS, as its tool wants
  const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string; comment: string }[] };
  expect(forbidden.map(({ name }) => name)).toEqual(BREACHES.map(([rule]) => rule));
  for (const { comment } of forbidden) expect(comment).not.toBe('');
});
