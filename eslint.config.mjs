import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/** Office shows no such dialogs: the call fails without a word. */
const dialogs = ['alert', 'confirm', 'prompt'].map((name) => ({ name, message: 'An add-in has no such dialog; use a Fluent Dialog.' }));

/** The core is handed every date, id and random choice, so that the same input gives the same answer. */
const HANDED_IN = 'The domain and the application are handed dates, times and ids; take it as an argument.';
const clocks = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: HANDED_IN },
  { selector: "CallExpression[callee.name='Date']", message: HANDED_IN },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: HANDED_IN },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: HANDED_IN },
];
const OUTSIDE = 'The domain and the application know no screen, no Node and no network; take what you need through a port.';
const outside = [
  ...['document', 'window', 'self', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'XMLHttpRequest'],
  ...['process', 'Buffer', 'require', 'global', 'globalThis', 'crypto', 'performance', 'setTimeout', 'setInterval', 'setImmediate'],
  ...['queueMicrotask', 'requestAnimationFrame', 'Worker', 'Blob', 'File', 'FileReader', 'URL', 'console'],
].map((name) => ({ name, message: OUTSIDE }));
const office = [
  { name: 'Excel', message: 'Only adapters/office names Excel.' },
  { name: 'Office', message: 'Only adapters/office names Office.' },
];

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'src/application/minimum-common-api.d.ts'] },
  js.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { 'office-addins': officeAddins, 'react-hooks': reactHooks },
    rules: {
      // Every rule of the Office plug-in at error; it only sees a callback parameter named `context`.
      ...Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-restricted-globals': ['error', ...dialogs],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // Cells come from strangers: the time that a pattern takes grows with the length of its text, not with the square (docs/rules.md#long-texts).
    files: ['src/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: { 'regexp/no-super-linear-backtracking': 'error', 'regexp/no-super-linear-move': 'error' },
  },
  {
    // Excel and Office are named in one room only; the fix is a function of WorkbookPort.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/adapters/office/**', 'src/preview/excel-host/**', 'src/**/*.entry.tsx'],
    rules: {
      'no-restricted-globals': ['error', ...dialogs, ...office],
    },
  },
  {
    // tsconfig.core.json compiles the same folders without DOM, Node and Office types; this also sees what those share with the language.
    files: ['src/domain/**/*.ts', 'src/application/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...dialogs, ...office, ...outside],
      'no-restricted-syntax': ['error', ...clocks],
    },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        fetch: 'readonly',
      },
    },
  },
  prettier,
);
