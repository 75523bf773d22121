const { existsSync, readFileSync, readdirSync } = require('node:fs');
const path = require('node:path');

/** Licences of packages that come without their text, or that another carries inside it and npm does not install here; the texts are in licences/. */
const KEPT = {
  '@fluentui/react-icons': 'MIT',
  'hash.js': 'MIT',
  'is-arguments': 'MIT',
  'stream-browserify': 'MIT',
  util: 'MIT',
  'vite-plugin-node-polyfills': 'MIT',
};

/** What a minified file carries inside it without naming it: the distributed file of jszip 3.10. */
const INSIDE_MINIFIED = { jszip: ['immediate', 'lie', 'pako', 'setimmediate'] };

const readPackage = (folder) => JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** The folder of the package that a file is in; null for a file of this program. */
function packageFolderOf(file) {
  const found = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(file);
  return found === null ? null : found[1];
}

function licenceText(name, folder) {
  if (KEPT[name] !== undefined) return readFileSync(path.join(__dirname, 'licences', `${name.replace('/', '+')}.txt`), 'utf8');
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (files.length === 0)
    throw new Error(`The package ${name} has no licence text: put it into build/package/licences and name the licence in libraries.cjs.`);
  return files
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
}

/** Trailing spaces and line ends differ from package to package. */
const tidy = (text) =>
  `${text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()}\n`;

function libraryIn(folder) {
  const { name, version, license } = readPackage(folder);
  return { name, version, licence: license, text: tidy(licenceText(name, folder)), inside: null };
}

/** A package that `holder` carries inside its own file: npm does not say of which version, so none is given. */
function libraryInside(holder, holderFolder, name) {
  const folders = [path.join(holderFolder, 'node_modules', name), path.resolve(__dirname, '../../node_modules', name)];
  const folder = folders.find((candidate) => existsSync(candidate));
  const licence = KEPT[name] ?? (folder === undefined ? undefined : readPackage(folder).license);
  if (licence === undefined)
    throw new Error(`${holder} carries ${name} inside it, whose licence is not known: put its text into build/package/licences.`);
  return { name, version: null, licence, text: tidy(licenceText(name, folder)), inside: holder };
}

/** The packages that a file names as put into it by the bundler of its own authors. */
function namesInside(file) {
  const named = [...readFileSync(file, 'utf8').matchAll(/^\/\/#region (?:\.\.\/)*node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm)].map(
    ([, name]) => name,
  );
  return [...new Set(named.flatMap((name) => [name, ...(INSIDE_MINIFIED[name] ?? [])]))];
}

/** The files of the modules that are in the chunks, those of joined modules one by one; webpack's own runtime as a file of webpack. */
function filesIn(compilation) {
  const files = new Set();
  for (const chunk of compilation.chunks) {
    for (const module of compilation.chunkGraph.getChunkModulesIterable(chunk)) {
      if (module.type === 'runtime') files.add(require.resolve('webpack/package.json'));
      for (const part of module.modules ?? [module]) if (typeof part.resource === 'string') files.add(part.resource.split('?')[0]);
    }
  }
  return [...files].sort();
}

/**
 * Every library of which something is in the chunks of a finished compilation, by name: from the modules of the chunks, and from what
 * their files say that their authors put into them.
 *
 * @returns {{ name: string, version: string | null, licence: string, text: string, inside: string | null }[]}
 * @throws where a library has no licence text.
 */
function shippedLibraries(compilation) {
  const files = filesIn(compilation).filter((file) => packageFolderOf(file) !== null);
  const folders = [...new Set(files.map(packageFolderOf))];
  const whole = folders.map(libraryIn);
  const inside = files.flatMap((file) => {
    const folder = packageFolderOf(file);
    return namesInside(file).map((name) => libraryInside(readPackage(folder).name, folder, name));
  });
  const byName = (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.inside === null ? -1 : 1);
  return [...whole, ...inside].sort(byName);
}

module.exports = { shippedLibraries };
