import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import prettier from 'eslint-config-prettier';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Office shows no such dialogs: the call fails without a word. */
const dialogs = ['alert', 'confirm', 'prompt'].map((name) => ({ name, message: 'An add-in has no such dialog; use a Fluent Dialog.' }));

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**'] },
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
    // Excel and Office are named in one room only; the fix is a function of WorkbookPort.
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/adapters/office/**', 'src/preview/excel-host/**', 'src/**/*.entry.tsx'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...dialogs,
        { name: 'Excel', message: 'Only adapters/office names Excel.' },
        { name: 'Office', message: 'Only adapters/office names Office.' },
      ],
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
