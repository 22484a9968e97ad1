/**
 * Consolidating workbooks on the command line, as ratios against peers in the same run: a bare-minimum reader of the
 * level cells, and exceljs merely reading. CPU time of whole processes; each is measured several times, in turns, and
 * the least counts. Exits with 1 where a budget is missed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeWorkbooks } from './workbooks.mjs';

const HERE = import.meta.dirname;
const SPBE = join(HERE, '../../dist/cli/spbe.js');
const COUNTS = [250, 500, 1000];
const ROUNDS = 3;
const BUDGETS = { minimum: 1.5, exceljs: 0.5, growth: 1.2, peakMiB: 250 };

const folder = mkdtempSync(join(tmpdir(), 'spbe-bench-'));
try {
  const rows = COUNTS.map(measureCount);
  report(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function measureCount(count) {
  const files = makeWorkbooks(join(folder, String(count)), count);
  const output = join(folder, 'hasil.xlsx');
  const subjects = {
    spbe: [SPBE, 'consolidate', join(folder, String(count)), '-o', output, '--force', '--json'],
    minimum: [join(HERE, 'minimum.mjs'), ...files],
    exceljs: [join(HERE, 'exceljs-reader.mjs'), ...files],
  };
  const best = Object.fromEntries(Object.keys(subjects).map((name) => [name, { cpuMs: Infinity, peakMiB: Infinity }]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, argv] of Object.entries(subjects)) {
      // One round tells enough of what takes so much longer.
      if (name === 'exceljs' && round > 0) continue;
      const used = run(argv);
      best[name] = {
        cpuMs: Math.min(best[name].cpuMs, used.cpuMs),
        peakMiB: Math.min(best[name].peakMiB, used.peakMiB),
      };
    }
  }
  return { count, ...best };
}

function run(argv) {
  const usage = join(folder, 'usage.json');
  const { status, stderr } = spawnSync(process.execPath, ['--require', join(HERE, 'usage.cjs'), ...argv], {
    env: { ...process.env, SPBE_USAGE: usage },
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${argv[0]}: ${stderr}`);
  return JSON.parse(readFileSync(usage, 'utf8'));
}

function report(rows) {
  const perFile = ({ spbe, count }) => spbe.cpuMs / count;
  const last = rows.at(-1);
  console.table(
    rows.map((row) => ({
      workbooks: row.count,
      'CPU ms a file': perFile(row).toFixed(2),
      '× bare minimum': (row.spbe.cpuMs / row.minimum.cpuMs).toFixed(2),
      '× exceljs': (row.spbe.cpuMs / row.exceljs.cpuMs).toFixed(2),
      'peak MiB': row.spbe.peakMiB.toFixed(0),
    })),
  );
  const checks = [
    ['× bare minimum', last.spbe.cpuMs / last.minimum.cpuMs, BUDGETS.minimum],
    ['× exceljs', last.spbe.cpuMs / last.exceljs.cpuMs, BUDGETS.exceljs],
    ['time a file, 1,000 against 250', perFile(last) / perFile(rows[0]), BUDGETS.growth],
    ['peak MiB', last.spbe.peakMiB, BUDGETS.peakMiB],
  ];
  for (const [name, value, budget] of checks) {
    console.log(`${value <= budget ? 'ok    ' : 'MISSED'} ${name}: ${value.toFixed(2)} (budget ${budget})`);
    if (value > budget) process.exitCode = 1;
  }
}
