const { availableParallelism } = require('node:os');

/** Three projects: plain code in Node, the pane in jsdom, the preview in a real Chromium. */
const swc = [
  '@swc/jest',
  {
    jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
    module: { type: 'commonjs' },
  },
];

const shared = {
  transform: { '^.+\\.(m?[jt]sx?)$': swc },
  // hucre and a helper of jest-dom are published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(hucre|.*dom-accessibility-api)/)'],
  // The CommonJS entry that numfmt 4.0.1 names in its package.json is not in the package; this file is the same code.
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json'],
};

module.exports = {
  // Whole workbooks are read and written; a loaded machine is slower than the five seconds of jest.
  testTimeout: 60_000,
  // jest leaves a processor free, which of two is half.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  reporters: ['default', '<rootDir>/test/closing-line-reporter.cjs'],
  projects: [
    {
      ...shared,
      displayName: 'node',
      setupFiles: ['<rootDir>/test/seeded-properties.cjs'],
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/test/browser/'],
    },
    {
      ...shared,
      displayName: 'jsdom',
      testEnvironment: '<rootDir>/test/ui/jsdom-environment.cjs',
      testMatch: ['<rootDir>/test/**/*.test.tsx'],
      testPathIgnorePatterns: ['/test/browser/'],
      setupFilesAfterEnv: ['<rootDir>/test/ui/set-up.ts'],
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        '\\.css$': '<rootDir>/test/ui/empty-style.ts',
        '^@fluentui/react-icons$': '<rootDir>/test/ui/fluent-icons.cjs',
      },
    },
    { ...shared, displayName: 'browser', testEnvironment: 'node', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
};
