import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Each rule of the gate is broken on purpose, in a small tree of its own that has the project's settings: a rule that lets its
 * probe pass guards nothing. The sound files beside the probes must pass, so that it is the probe that fails.
 */
const SETTINGS = [
  'package.json',
  'tsconfig.json',
  'tsconfig.core.json',
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  'knip.json',
  'knip.production.json',
  'src/application/minimum-common-api.d.ts',
];

/** Small, and right by every rule; what it exports is used by its entry. */
const SOUND: Readonly<Record<string, string>> = {
  'src/domain/grid/index.ts': "export { add } from './add';\n",
  'src/domain/grid/add.ts': 'export function add(a: number, b: number): number {\n  return a + b;\n}\n',
  'src/application/index.ts':
    "import { add } from '../domain/grid';\n\nexport const twice = (value: number, signal: AbortSignal): number => (signal.aborted ? 0 : add(value, value));\n",
  'src/ui/index.ts': "export interface PaneProps {\n  readonly title: string;\n}\n\nexport const TITLE = 'Delivery plan';\n",
  'src/ui/taskpane.entry.tsx': "import { TITLE } from '.';\n\ndocument.title = TITLE;\n",
  'src/adapters/files/index.ts': "export const FORMAT = 'xlsx';\n",
  'src/cli/cli.entry.ts':
    "import { FORMAT } from '../adapters/files';\nimport { twice } from '../application';\n\nprocess.stdout.write(`${FORMAT} ${String(twice(1, AbortSignal.abort()))}`);\n",
};

const trees: string[] = [];
afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

function treeOf(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), 'gate-'));
  trees.push(tree);
  for (const file of SETTINGS) cpSync(file, join(tree, file));
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), text);
  }
  return tree;
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** @param command the tool's file in node_modules/.bin, then its arguments. */
function run([tool = '', ...args]: readonly string[], files: Readonly<Record<string, string>>): Ran {
  const { status, stdout, stderr } = spawnSync(resolve('node_modules/.bin', tool), args, { cwd: treeOf(files), encoding: 'utf8' });
  return { code: status, output: `${stdout}${stderr}` };
}

interface Probe {
  readonly file: string;
  readonly text: string;
  /** What the tool must say of this file. */
  readonly says: RegExp;
}

/** How a tool names the file that a message is about. */
const NAMES_FILE = {
  tsc: /^(src[^(]*)\(\d+,\d+\)/,
  eslint: /(src\/\S+\.tsx?)$/,
  depcruise: /error \S+: (src\S+)/,
};

/** Messages by the file that they are about. */
function messagesOf(output: string, namesFile: RegExp): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let file = '';
  for (const line of output.split('\n')) {
    file = namesFile.exec(line)?.[1] ?? file;
    if (file !== '') found.set(file, `${found.get(file) ?? ''}${line}\n`);
  }
  return found;
}

/** One run over the sound files and the probes: the tool must name every probe with its rule, and no sound file. */
function check(
  [tool, ...args]: readonly [keyof typeof NAMES_FILE, ...string[]],
  probes: readonly Probe[],
  more: Readonly<Record<string, string>> = {},
): void {
  const { code, output } = run([tool, ...args], { ...SOUND, ...more, ...Object.fromEntries(probes.map(({ file, text }) => [file, text])) });
  expect(code).not.toBe(0);
  const messages = messagesOf(output, NAMES_FILE[tool]);
  for (const { file, says } of probes) expect(`${file}\n${messages.get(file) ?? 'was let through'}`).toMatch(says);
  expect([...messages.keys()].filter((file) => SOUND[file] !== undefined)).toEqual([]);
}

it('compiles the domain and the application without DOM, Node and Office types', () => {
  const probe = (file: string, expression: string, name: string): Probe => ({
    file,
    text: `export const probe = (): unknown => ${expression};\n`,
    says: new RegExp(`error TS\\d+: Cannot find name '${name}'`),
  });
  check(
    ['tsc', '-p', 'tsconfig.core.json'],
    [
      probe('src/domain/grid/screen.ts', 'document.title', 'document'),
      probe('src/domain/grid/node.ts', 'process.cwd()', 'process'),
      probe('src/domain/grid/excel.ts', 'Excel.run', 'Excel'),
      probe('src/domain/grid/timer.ts', 'setTimeout', 'setTimeout'),
      probe('src/application/node-buffer.ts', "Buffer.from('')", 'Buffer'),
      probe('src/application/web.ts', "fetch('/')", 'fetch'),
    ],
  );
});

it('lets the core name no clock, no random number and nothing outside', () => {
  const probe = (file: string, expression: string, says: RegExp): Probe => ({
    file,
    text: `export const probe = (): unknown => ${expression};\n`,
    says,
  });
  check(
    ['eslint', 'src', '--max-warnings', '0'],
    [
      probe('src/domain/grid/now.ts', 'Date.now()', /handed dates/),
      probe('src/domain/grid/today.ts', 'new Date()', /handed dates/),
      probe('src/application/luck.ts', 'Math.random()', /handed dates/),
      probe('src/domain/grid/screen.ts', 'document.title', /no screen/),
      probe('src/application/folder.ts', 'process.cwd()', /no screen/),
      probe('src/ui/sheet.ts', 'Excel', /Only adapters\/office names Excel/),
      probe('src/ui/question.ts', "confirm('Sure?')", /An add-in has no such dialog/),
    ],
  );
});

it('keeps the ways between rooms, for types as for values, and lets no circle through', () => {
  const probe = (file: string, text: string, rule: string): Probe => ({ file, text, says: new RegExp(`${rule}: ${file}`) });
  check(
    ['depcruise', 'src', '--config', '.dependency-cruiser.cjs'],
    [
      probe('src/domain/grid/props.ts', "import type { PaneProps } from '../../ui';\n\nexport type Props = PaneProps;\n", 'domain-is-pure'),
      probe(
        'src/domain/grid/types-of-node.ts',
        "import type { Stats } from 'node:fs';\n\nexport type FileStats = Stats;\n",
        'domain-is-pure',
      ),
      probe('src/application/format.ts', "export { FORMAT } from '../adapters/files';\n", 'application-asks-by-ports'),
      probe('src/ui/deep.ts', "export { add } from '../domain/grid/add';\n", 'by-index'),
      probe('src/ui/check/other-view.ts', "export { LIST } from '../map/list';\n", 'views-side-by-side'),
      probe('src/ui/shared/part-of-a-view.ts', "export { LIST } from '../map/list';\n", 'views-side-by-side'),
      probe('src/ui/map/part-of-the-pane.ts', "export { TITLE } from '..';\n", 'views-side-by-side'),
      probe('src/ui/file.ts', "export { FORMAT } from '../adapters/files';\n", 'only-entries-join'),
      probe('src/adapters/files/title.ts', "export { TITLE } from '../../ui';\n", 'adapters-know-no-screen'),
      probe('src/application/first.ts', "import type { Second } from './second';\n\nexport type First = Second[];\n", 'no-circles'),
      probe('src/domain/grid/unused.ts', 'export const UNUSED = 1;\n', 'no-orphans'),
      probe('src/adapters/documents/other-adapter.ts', "export { FORMAT } from '../files';\n", 'one-adapter-alone'),
      probe('src/cli/pane.ts', "export { TITLE } from '../ui';\n", 'rooms-side-by-side'),
      probe('src/ui/office.ts', "import '@microsoft/office-js';\n", 'office-in-one-room'),
      probe('src/cli/workbook.ts', "export { readXlsx } from 'hucre';\n", 'hucre-in-one-room'),
      probe('src/adapters/files/format.ts', "export { format } from 'numfmt';\n", 'numfmt-in-one-room'),
      probe('src/number-format/title.ts', "export { TITLE } from '../ui';\n", 'number-format-knows-cells-alone'),
    ],
    {
      'src/application/second.ts': "import type { First } from './first';\n\nexport type Second = First | null;\n",
      'src/ui/map/list.ts': "export const LIST = ['an action'];\n",
    },
  );
});

it('finds an export that nothing uses', () => {
  const files = { 'src/domain/grid/add.ts': `${SOUND['src/domain/grid/add.ts'] ?? ''}\nexport const UNUSED = 1;\n` };
  const { code, output } = run(['knip', '--include', 'files,exports', '--config', 'knip.json'], { ...SOUND, ...files });
  expect(code).not.toBe(0);
  expect(output).toContain('UNUSED');
});

it('finds unused code, also where only a test calls it', () => {
  const test = "import { subtract } from '../src/domain/grid/subtract';\n\nit('subtracts', () => {\n  subtract(2, 1);\n});\n";
  const called = 'export function subtract(a: number, b: number): number {\n  return a - b;\n}\n';
  const files = { 'src/domain/grid/subtract.ts': called, 'test/subtract.test.ts': test };
  const config = ['--include', 'files,exports', '--config'];
  expect(run(['knip', ...config, 'knip.json'], { ...SOUND, ...files }).code).toBe(0);
  expect(run(['knip', '--production', ...config, 'knip.production.json'], SOUND).code).toBe(0);
  const { code, output } = run(['knip', '--production', ...config, 'knip.production.json'], { ...SOUND, ...files });
  expect(code).not.toBe(0);
  expect(output).toContain('src/domain/grid/subtract.ts');
});
