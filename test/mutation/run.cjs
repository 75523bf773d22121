// Mutation testing: changes the code of one folder of src/domain in one small place at a time and runs the tests of the same folder; a change
// that no test notices shows a missing test. Usage: npm run test:mutation -- cost measure
// Stryker is fetched for the run and is no dependency, since it is run now and then and brings a hundred packages.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const VERSION = '9.6.1';
const root = join(__dirname, '..', '..');
const DETECTED = ['Killed', 'Timeout'];

const folders = process.argv.slice(2);
const unknown = folders.filter(
  (folder) => !existsSync(join(root, 'src', 'domain', folder)) || !existsSync(join(root, 'test', 'domain', folder)),
);
if (folders.length === 0 || unknown.length > 0) {
  console.error(
    unknown.length > 0
      ? `There is no folder ${unknown.join(', ')} in both src/domain and test/domain. Name folders such as "cost".`
      : 'Name one or more folders of src/domain: npm run test:mutation -- cost measure',
  );
  process.exit(2);
}

/** Mutants of a folder by file: how many there are, how many the tests noticed, and how many no test reached. */
function countsOf(folder) {
  const { files } = JSON.parse(readFileSync(join(root, 'dist', 'mutation', `${folder}.json`), 'utf8'));
  return Object.entries(files).map(([file, { mutants }]) => {
    const all = mutants.filter(({ status }) => status !== 'Ignored' && !status.endsWith('Error'));
    const noticed = all.filter(({ status }) => DETECTED.includes(status)).length;
    return { file, all: all.length, noticed, unreached: all.filter(({ status }) => status === 'NoCoverage').length };
  });
}

for (const folder of folders) {
  const packages = ['core', 'jest-runner'].flatMap((name) => ['-p', `@stryker-mutator/${name}@${VERSION}`]);
  const { status } = spawnSync('npx', ['--yes', ...packages, 'stryker', 'run', join('test', 'mutation', 'stryker.config.cjs')], {
    cwd: root,
    env: { ...process.env, FOLDER: folder },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
let [all, noticed] = [0, 0];
for (const folder of folders) {
  for (const counts of countsOf(folder)) {
    all += counts.all;
    noticed += counts.noticed;
    console.log(`${counts.file}: ${counts.noticed} of ${counts.all} noticed, ${counts.unreached} reached by no test`);
  }
}
console.log(
  `${((100 * noticed) / Math.max(1, all)).toFixed(1)} % of ${all} changes noticed; those that were not are listed above and in dist/mutation/.`,
);
