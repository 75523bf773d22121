const { createHash } = require('node:crypto');
const { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const path = require('node:path');
const { parseArgs } = require('node:util');
const JSZip = require('jszip');
const webpack = require('webpack');
const { hostingAddress } = require('../addressed-manifest.cjs');
const { billOfMaterials } = require('./bill-of-materials.cjs');
const { shippedLibraries } = require('./libraries.cjs');
const { noticesOf } = require('./notices.cjs');
const { unifiedManifest } = require('./unified-manifest.cjs');

/**
 * `npm run package -- --base https://…`: what IT puts on a static host and into the admin centre, as docs/deploy.md tells.
 *
 *   pane/              the files to serve at --base, with the licence notices
 *   manifest.xml       the add-in only manifest
 *   unified-app.zip    the unified manifest with its icons
 *   bom.json           the software bill of materials, CycloneDX 1.6
 *   docs/              what IT reads, docs/deploy.md first
 *   SHA256SUMS         of every other file, for `sha256sum -c`
 *
 * The source maps go beside it, to <out>-source-maps. The same source, base and package-lock.json give the same bytes in any folder:
 * nothing in it is a time or a path of the machine, and all lists are sorted.
 */
const PAGES = ['accessibility.md', 'content-security-policy.md', 'deploy.md', 'privacy.md'];
const ROOT = path.resolve(__dirname, '../..');
const text = (file) => readFileSync(path.join(ROOT, file), 'utf8');
const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** Files under a folder, as paths in it with slashes, sorted by code unit. */
function filesUnder(folder, below = '') {
  return readdirSync(path.join(folder, below), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`]))
    .sort();
}

/** Builds the pane for production into the folder. @returns webpack's compilation. */
function buildPane(base, folder) {
  process.env.ADDIN_URL = base;
  const configuration = require('../../webpack.config.js')({ build: 'pane' }, { mode: 'production' });
  // Maps are made, but no file names one, because none is served.
  const compiler = webpack({ ...configuration, devtool: 'hidden-source-map', output: { ...configuration.output, path: folder } });
  return new Promise((resolve, reject) => {
    compiler.run((error, stats) => {
      if (error !== null) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString({ all: false, errors: true })));
      else compiler.close(() => resolve(stats.compilation));
    });
  });
}

function moveMaps(from, to) {
  for (const file of filesUnder(from).filter((name) => name.endsWith('.map'))) {
    mkdirSync(path.dirname(path.join(to, file)), { recursive: true });
    renameSync(path.join(from, file), path.join(to, file));
  }
}

/** The app's package as the admin centre takes it, with one time for all files. */
async function unifiedPackage(manifest) {
  const zip = new JSZip();
  const options = { date: new Date(Date.UTC(1980, 0, 1)), createFolders: false };
  zip.file('manifest.json', json(manifest), options);
  for (const icon of Object.values(manifest.icons)) zip.file(icon, readFileSync(path.join(ROOT, 'assets/icons/unified', icon)), options);
  return zip.generateAsync({ type: 'nodebuffer', compression: 'STORE', platform: 'DOS' });
}

function sumsOf(folder) {
  const sum = (file) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex');
  return filesUnder(folder)
    .map((file) => `${sum(file)}  ${file}\n`)
    .join('');
}

async function makePackage(base, out) {
  const maps = `${out}-source-maps`;
  const pane = path.join(out, 'pane');
  for (const folder of [out, maps]) rmSync(folder, { recursive: true, force: true });
  for (const folder of [pane, maps]) mkdirSync(folder, { recursive: true });
  const libraries = shippedLibraries(await buildPane(base, pane));
  moveMaps(pane, maps);
  const write = (file, content) => writeFileSync(path.join(out, file), content);
  const manifest = path.join(pane, 'manifest.xml');
  write('unified-app.zip', await unifiedPackage(await unifiedManifest(readFileSync(manifest, 'utf8'))));
  // IT hands the manifest in; a copy on the host would be one more to keep in step.
  renameSync(manifest, path.join(out, 'manifest.xml'));
  mkdirSync(path.join(out, 'docs'));
  for (const page of PAGES) copyFileSync(path.join(ROOT, 'docs', page), path.join(out, 'docs', page));
  write('pane/licences.txt', noticesOf(libraries, text('LICENSE')));
  write('bom.json', json(billOfMaterials(JSON.parse(text('package.json')), libraries)));
  write('SHA256SUMS', sumsOf(out));
}

const { values } = parseArgs({ options: { base: { type: 'string' }, out: { type: 'string', default: path.join(ROOT, 'dist/package') } } });
(async () => {
  if (values.base === undefined)
    throw new Error('Say where the pane will be served: npm run package -- --base https://plan.example.gov.uk');
  const base = hostingAddress(values.base);
  await makePackage(base, path.resolve(values.out));
  console.log(`The package for ${base} is in ${values.out}; docs/deploy.md says what to do with it.`);
})().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
