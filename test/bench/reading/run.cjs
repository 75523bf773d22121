/** Runs the bench in plain Node: TypeScript is turned to CommonJS as it is required. */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, filename) => {
  const options = { filename, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
  module._compile(transformSync(readFileSync(filename, 'utf8'), options).code, filename);
};

// The CommonJS entry that numfmt 4.0.1 names in its package.json is not in the package; this file is the same code.
const NUMFMT = path.join(__dirname, '../../../node_modules/numfmt/dist/index.js');
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => (request === 'numfmt' ? NUMFMT : resolve(request, ...rest));

require('./reading-bench.ts');
