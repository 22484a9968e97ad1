import eslint from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import officeAddins from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const officeGlobals = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'].map((name) => ({
  name,
  message:
    'Office.js stays in src/workbook/excel. Ask the workbook port (src/workbook/port.ts), or take it as an argument.',
}));

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'test-output/', 'test/fixtures/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in a sentence are wanted: they are what this product is about.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // Spreading a string gives its code points, which is what is meant here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      ...officeRules(),
      'no-restricted-globals': ['error', ...officeGlobals],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Give it a name: export function … A name that is the same everywhere can be searched for.',
        },
        {
          selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]',
          message: 'No I prefix: the plain noun of the domain is the name.',
        },
        {
          selector:
            'JSXAttribute[name.name="dangerouslySetInnerHTML"], AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
          message: 'Never build HTML from text: what a workbook says is not ours. Render it as React children.',
        },
      ],
    },
  },
  {
    // The Excel host, and the two entries that Excel itself loads.
    files: ['src/workbook/excel/**', 'src/taskpane/index.tsx', 'src/commands/index.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      // A test says what must be there; if it is not, failing at that line is the point.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A stand-in often does nothing.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['require', 'module', 'process', 'console', '__dirname', 'Buffer', 'URL', 'setInterval'].map((name) => [
          name,
          'readonly',
        ]),
      ),
    },
  },
);

/** Returns the rules of the Office add-ins plugin, all as errors: a warning is an error that nobody mends. */
function officeRules() {
  return Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, 'error']));
}
