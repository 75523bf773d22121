const assert = require('node:assert/strict');
const { execFileSync } = require('node:child_process');
const { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } = require('node:fs');
const path = require('node:path');
const acorn = require('acorn');
const { billProblems } = require('./bill-problems.cjs');

/**
 * `npm run package:check`: makes the package, and once more from a copy of the source in another folder, and holds both to what
 * docs/deploy.md promises: the same bytes, no source map, the address everywhere, a notice for every library, scripts that the named
 * browsers read.
 */
const ROOT = path.resolve(__dirname, '../..');
const BASE = 'https://plan.example.gov.uk/pane';
const OUT = path.join(ROOT, 'dist/package');
const SOURCE = ['assets', 'build', 'docs', 'src', 'LICENSE', 'manifest.xml', 'package.json', 'webpack.config.js'];

const make = (root, out) =>
  execFileSync(process.execPath, [path.join(root, 'build/package/make-package.cjs'), '--base', `${BASE}/`, '--out', out], { cwd: root });

/** The whole source in a folder with another name, other depth and its own packages, which are links to the same files. */
function copyOfSource() {
  const copy = path.join(mkdtempSync(path.join(ROOT, 'dist/another-')), 'place', 'of-the-source');
  for (const name of SOURCE) cpSync(path.join(ROOT, name), path.join(copy, name), { recursive: true });
  execFileSync('cp', ['-al', path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules')]);
  return copy;
}

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
const read = (file) => readFileSync(path.join(OUT, file), 'utf8');

function checkReproducible() {
  const copy = copyOfSource();
  try {
    const other = path.join(copy, 'made');
    make(copy, other);
    assert.equal(readFileSync(path.join(other, 'SHA256SUMS'), 'utf8'), read('SHA256SUMS'), 'Two runs in two folders give other bytes.');
  } finally {
    rmSync(path.dirname(path.dirname(copy)), { recursive: true });
  }
}

function checkFiles() {
  const all = files(OUT);
  const listed = read('SHA256SUMS')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  ')[1]);
  assert.deepEqual(
    listed.sort(),
    all.filter((file) => file !== 'SHA256SUMS'),
    'SHA256SUMS does not list every file.',
  );
  execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: OUT });
  assert.deepEqual(
    all.filter((file) => file.endsWith('.map')),
    [],
    'A source map is in the folder to serve.',
  );
  for (const file of all.filter((name) => /\.(js|css|html|xml|json|txt)$/.test(name))) {
    assert.doesNotMatch(read(file), /[#@] sourceMappingURL=/, `${file} names a source map that is not there.`);
    assert.ok(!read(file).includes(ROOT), `${file} has a path of this machine in it.`);
    if (!file.endsWith('.js')) assert.doesNotMatch(read(file), /localhost:3000/, `${file} has the development address in it.`);
  }
}

/** Every script and style sheet that the page asks of its own address is there. */
function checkPage() {
  const asked = [...read('pane/taskpane.html').matchAll(/(?:src|href)="?([\w.-]+\.(?:js|css))\b/g)].map(([, name]) => name);
  assert.equal(asked.length, 3, 'The page does not ask for its style sheet and its two scripts.');
  for (const name of asked) assert.ok(files(OUT).includes(`pane/${name}`), `The page asks for ${name}, which is not there.`);
}

/** The newest words and signs that the browsers of docs/deploy.md read; the opening page's script is for all. */
function checkScripts() {
  const scripts = files(OUT).filter((file) => file.endsWith('.js'));
  assert.ok(scripts.length > 5, 'The scripts of the pane are not there.');
  for (const file of scripts) acorn.parse(read(file), { ecmaVersion: /opening-page/.test(file) ? 5 : 2022, sourceType: 'script' });
}

/** Every package that a source map names, which is another witness than the modules of webpack, has its notice and its line in the bill. */
function checkLibraries() {
  const maps = `${OUT}-source-maps`;
  const named = files(maps).flatMap((file) => JSON.parse(readFileSync(path.join(maps, file), 'utf8')).sources);
  const libraries = new Set(named.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []));
  assert.ok(libraries.size > 40, 'The source maps name hardly any library.');
  const bill = JSON.parse(read('bom.json'));
  assert.deepEqual(billProblems(bill), [], 'bom.json breaks the schema of CycloneDX.');
  const billed = bill.components.map(({ name }) => name).filter((name) => name !== 'webpack');
  assert.deepEqual([...libraries].sort(), [...new Set(billed)].sort(), 'bom.json has other libraries than the source maps.');
  const notices = read('pane/licences.txt');
  const inside = bill.components.flatMap(({ components = [] }) => components);
  for (const { name } of [...bill.components, ...inside])
    assert.match(notices, new RegExp(`^${name.replace('.', '\\.')}[ (]`, 'm'), `${name} has no notice.`);
}

function checkManifest() {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  assert.ok(read('manifest.xml').includes(`<Version>${version}.0</Version>`), 'The manifest is of another version than package.json.');
  assert.ok(read('manifest.xml').includes(`"${BASE}/taskpane.html"`), 'The manifest has another address.');
}

make(ROOT, OUT);
checkFiles();
checkPage();
checkScripts();
checkLibraries();
checkManifest();
checkReproducible();
console.log(`The package is whole, and the same in two folders: ${String(files(OUT).length)} files.`);
