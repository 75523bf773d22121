/**
 * Lets plain Node require the TypeScript of this repository: it is turned to CommonJS as it is required. With `CODE_CACHE`, a folder, what was
 * turned once is taken from there, so that many short processes start quickly.
 */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

require.extensions['.ts'] = (module, filename) => module._compile(javascriptOf(filename), filename);

function javascriptOf(filename) {
  const folder = process.env.CODE_CACHE;
  if (folder === undefined) return turned(filename);
  const kept = path.join(folder, `${createHash('sha256').update(filename).digest('hex')}.js`);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const code = turned(filename);
  // Written beside and renamed, so that another process never finds a half of it.
  writeFileSync(`${kept}.${process.pid}`, code);
  renameSync(`${kept}.${process.pid}`, kept);
  return code;
}

/** Loaded when first used: most of them, and the whole application behind the reader, are not needed to read a file. */
const LAZY = ['../../application', '../../src/application', 'hucre', './word/read-word'];

function turned(filename) {
  const { transformSync } = require('@swc/core');
  const options = { filename, jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs', lazy: LAZY } };
  return transformSync(readFileSync(filename, 'utf8'), options).code;
}

// The CommonJS entry that numfmt 4.0.1 names in its package.json is not in the package; this file is the same code.
const NUMFMT = path.join(__dirname, '../node_modules/numfmt/dist/index.js');
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => (request === 'numfmt' ? NUMFMT : resolve(request, ...rest));
