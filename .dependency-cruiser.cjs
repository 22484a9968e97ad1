/**
 * The import law of ARCHITECTURE.md, one rule per folder: what it may import, and where to go instead.
 *
 *   instrument ← scoring ← planning ← app ← taskpane, commands, standalone, cli
 *   instrument, scoring ← worksheet ← consolidation ← app
 *   worksheet ← workbook/port ← app;  the hosts import the port, only the doors import the hosts
 */

const PORT = '^src/workbook/(port|result)\\.ts$';
const HOSTS = '^src/workbook/(excel|xlsx|memory)/';
const SOURCE = '^src/';

/** Returns the rule that files under `folder` import nothing of the project but what `allowed` matches. */
function only(name, comment, folder, allowed) {
  return { name, comment, severity: 'error', from: { path: folder }, to: { path: SOURCE, pathNot: allowed } };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only(
      'instrument-is-data',
      'The regulation as data depends on nothing. What computes with it belongs to src/scoring, what writes it to src/worksheet.',
      '^src/instrument/',
      ['^src/instrument/'],
    ),
    only(
      'scoring-is-pure',
      'Scoring knows levels and weights only. Reading them from a sheet belongs to src/worksheet, saying them to src/i18n.',
      '^src/scoring/',
      ['^src/(instrument|scoring)/'],
    ),
    only(
      'planning-is-pure',
      'Planning builds on scoring. What needs a workbook belongs to src/app.',
      '^src/planning/',
      ['^src/(instrument|scoring|planning)/'],
    ),
    only(
      'worksheet-knows-no-host',
      'The worksheet is a plan and a grid, free of any host. What reads or writes a workbook goes behind src/workbook/port.ts; what combines it with one belongs to src/app.',
      '^src/worksheet/',
      ['^src/(instrument|scoring|worksheet|i18n)/'],
    ),
    only(
      'consolidation-is-pure',
      'Consolidation makes one assessment out of many assessments. Opening files belongs to src/app, through the port.',
      '^src/consolidation/',
      ['^src/(instrument|scoring|worksheet|consolidation)/'],
    ),
    only(
      'port-is-narrow',
      'The port speaks of sheet plans and cell grids (src/worksheet). Anything of a host belongs into the folder of that host.',
      PORT,
      ['^src/worksheet/', PORT],
    ),
    only(
      'host-imports-port-only',
      'A host carries out what the port says, with the words of src/worksheet. Deciding belongs to src/app, text to src/i18n, another host is none of its business.',
      '^src/workbook/(excel|xlsx|memory)/',
      ['^src/worksheet/', PORT, '^src/workbook/$1/'],
    ),
    only(
      'app-speaks-to-the-port',
      'A use case takes a workbook as an argument (src/workbook/port.ts). Choosing the host is what a door does: src/taskpane, src/commands, src/standalone, src/cli.',
      '^src/app/',
      ['^src/(instrument|scoring|planning|worksheet|consolidation|i18n|app)/', PORT],
    ),
    only(
      'i18n-imports-nothing',
      'Texts take their values as arguments. What computes or formats them for one caller belongs to that caller.',
      '^src/i18n/',
      ['^src/i18n/'],
    ),
    {
      name: 'only-doors-import-hosts',
      comment: 'Take a workbook (src/workbook/port.ts) as an argument; the door that calls you chose the host.',
      severity: 'error',
      from: { path: SOURCE, pathNot: ['^src/(taskpane|commands|standalone|cli)/', HOSTS] },
      to: { path: HOSTS },
    },
    {
      name: 'doors-stand-apart',
      comment:
        'The pane is shared: src/commands opens it, src/standalone shows it. Any other door is a program of its own; what two of them need belongs to src/app.',
      severity: 'error',
      from: { path: '^src/(taskpane|commands|standalone|cli)/' },
      to: { path: '^src/(taskpane|commands|standalone|cli)/', pathNot: ['^src/$1/', '^src/taskpane/'] },
    },
    {
      name: 'cli-has-no-pane',
      comment: 'The command line runs without a screen. What it shares with the pane belongs to src/app or src/i18n.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/taskpane/' },
    },
    {
      name: 'core-needs-no-library',
      comment:
        'Plain TypeScript only here. Zip and spreadsheet libraries belong to src/workbook/xlsx, React to src/taskpane and src/standalone.',
      severity: 'error',
      from: { path: '^src/(instrument|scoring|planning|worksheet|consolidation|app|i18n)/|^src/workbook/[^/]+\\.ts$' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
    {
      name: 'file-libraries-stay-in-xlsx',
      comment: 'Zip and spreadsheet libraries stay behind the port, in src/workbook/xlsx: ask that host for bytes.',
      severity: 'error',
      from: { path: SOURCE, pathNot: '^src/workbook/xlsx/' },
      to: { path: '^node_modules/(fflate|hucre)/' },
    },
    {
      name: 'react-stays-in-the-pages',
      comment: 'React and Fluent belong to src/taskpane and src/standalone.',
      severity: 'error',
      from: { path: SOURCE, pathNot: '^src/(taskpane|standalone)/' },
      to: { path: '^node_modules/(react|react-dom|@fluentui)/' },
    },
    {
      name: 'node-stays-in-the-command-line',
      comment: 'Everything but src/cli also runs in a browser. Take bytes or text as an argument instead of a file.',
      severity: 'error',
      from: { path: SOURCE, pathNot: '^src/cli/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-development-library-in-the-product',
      comment:
        'What ships is listed under "dependencies" in package.json. A formula engine, for one, is for the tests.',
      severity: 'error',
      from: { path: SOURCE },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'What the product needs belongs to src/; a test imports the product, never the other way round.',
      severity: 'error',
      from: { path: SOURCE },
      to: { path: '^test/' },
    },
    {
      name: 'no-circle',
      comment:
        'Two files that need each other are one file, or lack a third that both import. (Types may: they are gone at run time.)',
      severity: 'error',
      from: { path: SOURCE },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-resolves',
      comment: 'This import leads nowhere: a wrong path, or a package that package.json does not list.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
