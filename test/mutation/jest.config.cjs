const { projects } = require('../../jest.config.js');

/** The tests of the folder of the domain that is named in `FOLDER`. */
module.exports = {
  ...projects.find(({ displayName }) => displayName === 'node'),
  rootDir: '../..',
  testMatch: [`<rootDir>/test/domain/${process.env.FOLDER}/**/*.test.ts`],
};
