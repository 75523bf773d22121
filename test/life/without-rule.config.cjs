const { projects, testTimeout } = require('../../jest.config.js');

const { transform, ...node } = projects.find(({ displayName }) => displayName === 'node');
const [[pattern, [, options]]] = Object.entries(transform);

/** The seeded life with one rule switched off; see rules.cjs. */
module.exports = {
  ...node,
  testTimeout,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/life/*.test.ts'],
  transform: { [pattern]: ['<rootDir>/test/life/without-rule.cjs', options] },
};
