/**
 * `npm run setup:debian`: what the tests need besides Node. What is missing is installed where that is allowed
 * (root, or sudo without a password); otherwise the command to type is named and the run ends here.
 * Nothing is ever skipped silently.
 */
import { spawnSync } from 'node:child_process';

const NEEDS = [
  {
    package: 'chromium',
    why: 'drives the pane and the page without Excel',
    present: () => runs('chromium', '--version'),
  },
  {
    package: 'libreoffice-calc',
    why: 'recalculates the workbooks we write',
    present: () => runs('soffice', '--version'),
  },
  { package: 'fontconfig', why: 'lists the fonts', present: () => runs('fc-list', '--version') },
  { package: 'fonts-liberation', why: 'text of the pane in pictures', present: () => hasFont('Liberation Sans') },
  { package: 'fonts-crosextra-carlito', why: 'widths of Calibri in sheets', present: () => hasFont('Carlito') },
];

function runs(command, ...options) {
  return spawnSync(command, options, { stdio: 'ignore' }).status === 0;
}

function hasFont(family) {
  return (spawnSync('fc-list', [`:family=${family}`], { encoding: 'utf8' }).stdout ?? '').trim() !== '';
}

const missing = NEEDS.filter((need) => !need.present());
if (missing.length > 0) {
  console.log('Belum terpasang / not installed yet:');
  for (const need of missing) console.log(`  ${need.package}: ${need.why}`);
  install(missing.map((need) => need.package));
}

const stillMissing = NEEDS.filter((need) => !need.present()).map((need) => need.package);
if (stillMissing.length > 0) {
  console.error('\nPasang dahulu, lalu ulangi / install first, then repeat:');
  console.error(`  sudo apt-get update && sudo apt-get install --no-install-recommends ${stillMissing.join(' ')}`);
  process.exit(1);
}

/** Installs the packages, or leaves things as they are where that is not allowed. */
function install(packages) {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const apt = (...options) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '--quiet=2', ...options];
    spawnSync(command, rest, { stdio: 'inherit' });
  };
  apt('update');
  apt('install', '--yes', '--no-install-recommends', ...packages);
}
