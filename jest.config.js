/**
 * Tests run as CommonJS. Dependencies that ship ES modules only are compiled on the way in;
 * everything else in node_modules is taken as it is.
 */
const modulesOnly = ['hucre', '@ironcalc/wasm'];

/** @type {(syntax: 'typescript' | 'ecmascript') => [string, object]} */
const swc = (syntax) => [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2022',
      parser: syntax === 'typescript' ? { syntax, tsx: true } : { syntax },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
];

/** @type {import('jest').Config} */
module.exports = {
  // A test of something that lives in a page says so itself: /** @jest-environment jsdom */
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/test/setup/page-globals.ts'],
  transform: {
    '\\.tsx?$': swc('typescript'),
    '\\.m?js$': swc('ecmascript'),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${modulesOnly.join('|')})/)`],
  testTimeout: 20_000,
};
