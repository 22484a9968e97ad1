/**
 * Tests run as CommonJS. Dependencies that ship ES modules only are compiled on the way in;
 * everything else in node_modules is taken as it is.
 */
const MODULES_ONLY = ['hucre', '@ironcalc/wasm'];

/** What runs apart, because it is slow or needs more than Node; all other tests are `unit`. */
const FOLDERS = {
  contract: 'contract', // one suite over the three hosts of the port
  excel: 'excel-host', // the real Office.js over the emulated Excel
  libreoffice: 'oracle', // needs LibreOffice
  build: 'build', // needs dist/
  chromium: 'browser', // needs dist/ and Chromium
};

const swc = (parser) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: { target: 'es2022', parser, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  },
];

const common = {
  // A test of something that lives in a page says so itself: /** @jest-environment jsdom */
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  setupFiles: ['<rootDir>/test/setup/page-globals.ts'],
  transform: {
    '\\.tsx?$': swc({ syntax: 'typescript', tsx: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${MODULES_ONLY.join('|')})/)`],
};

/** @type {import('jest').Config} */
module.exports = {
  // Jest looks for it here only, not in a project.
  testTimeout: 20_000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: [`<rootDir>/test/(${Object.values(FOLDERS).join('|')})/`],
    },
    ...Object.entries(FOLDERS).map(([displayName, folder]) => ({
      ...common,
      displayName,
      testMatch: [`<rootDir>/test/${folder}/**/*.test.{ts,tsx}`],
    })),
  ],
};
