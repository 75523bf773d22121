const folder = process.env.FOLDER;

/** Mutation testing of one folder of the domain with the tests of the same folder; see test/mutation/run.cjs. */
module.exports = {
  mutate: [`src/domain/${folder}/**/*.ts`],
  testRunner: 'jest',
  jest: { configFile: 'test/mutation/jest.config.cjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `dist/mutation/${folder}.json` },
  tempDirName: 'dist/mutation/sandbox',
  cleanTempDir: 'always',
  // The tests are compiled without type checks, so there is nothing in tsconfig.json to adapt.
  tsconfigFile: 'none',
  ignorePatterns: ['dist'],
};
