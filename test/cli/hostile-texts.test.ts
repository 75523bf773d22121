import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir, hostname, tmpdir, userInfo } from 'node:os';
import { extname, join, relative } from 'node:path';
import { unzip } from '../contract/unzip';
import { FileWorkbook } from '../../src/adapters/files';
import { bookIn, sheetIn, sheetOfWords, withParts } from './crafted-plan';
import { type CliRun, freshFolder, tryCli } from './try-cli';

/** What an officer, or somebody in an officer's place, may write into a cell. Each begins a commitment of its own. */
const TEXTS = [
  "=cmd|'/c calc'!A1",
  '+1+1 trees a year',
  '@SUM(1+9) of shops',
  '-2+3 of parks',
  '\t=1+1 after a tab',
  '\u0001=1+1 after a control',
  '=HYPERLINK("http://evil.example","Open")',
  '<img src=x onerror=alert(1)> in a text',
  'A text </w:t></w:r><w:r><w:instrText>DDEAUTO c:\\windows\\calc.exe</w:instrText></w:r>',
  '{ HYPERLINK "http://evil.example" }',
  '{ MERGEFIELD Name } «Name»',
  'javascript:alert(1)',
  '\\\\server\\share\\run.exe',
  'file:///C:/windows/calc.exe',
  'http://evil.example/?q=1',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  "'quoted",
  ']]>&amp;<![CDATA[x',
  '\u202egnp.exe turned round\u202c',
  '\u200f\u05e9\u05dc\u05d5\u05dd from the right',
  '\u001b]0;title\u0007\u001b[31mred',
  '_x000d_ as it is written',
  '\u0085 and \u009b31m',
];

const NAMES = [
  '__proto__',
  '=1+1',
  "O'Brien & Söhne <b>",
  'constructor',
  'a'.repeat(31),
  '\u200fשלום',
  '@SUM(1)',
  '-2+3',
  "{ HYPERLINK 'x' }",
];

const FILE_NAMES = [
  '__proto__',
  '=1+1',
  '<img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '\\\\server\\share',
  'red\u001b[31m\u202efdp',
  "it's ] a:b",
  '@SUM(1)',
  'constructor',
];

interface Directorate {
  readonly name: string;
  readonly shortCode: string;
  readonly otherNames: readonly string[];
}

const DIRECTORATES: readonly Directorate[] = [
  { name: '__proto__', shortCode: 'PROTO', otherNames: [] },
  { name: 'constructor', shortCode: 'CON', otherNames: [] },
  { name: "=cmd|'/c calc'!A1", shortCode: 'CMD', otherNames: [] },
  { name: '<img src=x onerror=alert(1)>', shortCode: 'IMG', otherNames: [] },
  { name: '..\\..\\server', shortCode: 'UP', otherNames: ['../../server'] },
];

function framework(): string {
  const kent = JSON.parse(readFileSync('src/domain/framework/kent-2025.json', 'utf8')) as object;
  return JSON.stringify({ ...kent, directorates: DIRECTORATES });
}

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome', 'Directorate', 'Theme'];

let folder = '';
const at = (...steps: string[]): string => join(folder, ...steps);
const runs: CliRun[] = [];

async function run(...words: string[]): Promise<CliRun> {
  const said = await tryCli(words[0] === 'check-plan' ? 'check-plan' : 'collate', words[0] === 'check-plan' ? words.slice(1) : words, {
    terminal: true,
  });
  runs.push(said);
  return said;
}

beforeAll(async () => {
  folder = freshFolder();
  for (const name of ['in', 'out']) mkdirSync(at(name));
  writeFileSync(at('framework.json'), framework());
  for (const [index, name] of NAMES.entries()) {
    const { name: owner = '' } = DIRECTORATES[index % DIRECTORATES.length] ?? {};
    const rows = TEXTS.filter((_, text) => text % NAMES.length === index).map((text) => [
      text,
      text,
      'March 2026',
      text,
      'SO2',
      owner,
      text,
    ]);
    const book = await FileWorkbook.create();
    await book.apply([sheetOfWords(`S${String(index)}`, [HEADINGS, ...rows])]);
    const bytes = await book.toBytes();
    const escaped = name.replace(/[&<>"]/g, (one) => `&#${String(one.charCodeAt(0))};`);
    const renamed = await withParts(bytes, (path, part) =>
      path === 'xl/workbook.xml' ? part.replace(`name="S${String(index)}"`, `name="${escaped}"`) : part,
    );
    writeFileSync(at('in', `${FILE_NAMES[index] ?? name}.xlsx`), renamed);
  }
  const words = ['--framework', at('framework.json'), '--as-of', '2025-07-31'];
  await run(
    at('in'),
    ...words,
    '--out',
    at('in', 'plan.xlsx'),
    '--json',
    at('out', 'plan.json'),
    '--changes',
    at('out', 'changes.csv'),
    '--docx',
    at('out', 'papers'),
    '--csv',
    at('out', 'sheets'),
    '--sheets',
    'by-outcome,current-activity,local-measures,milestones,finance-review',
  );
  await run('return-pack', '--previous', at('in', 'plan.xlsx'), '--out', at('out', 'packs'), '--by', '2025-09-30');
  for (const { name, shortCode } of DIRECTORATES)
    await run('template', '--directorate', name, '--framework', at('framework.json'), '--out', at('out', `${shortCode}.xlsx`));
  await run('costs', at('in', 'plan.xlsx'));
  await run('costs', at('in', 'plan.xlsx'), '--json');
  await run('check-plan', at('in'), '--framework', at('framework.json'));
  await run('check-plan', at('in'), '--framework', at('framework.json'), '--format', 'json');
});

/** Every file that the program wrote, by its path within the folder. */
function written(): Map<string, Buffer> {
  const inputs = new Set([...FILE_NAMES.map((name) => join('in', `${name}.xlsx`)), 'framework.json']);
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => relative(folder, join(entry.parentPath, entry.name))).filter((path) => !inputs.has(path));
  return new Map(paths.map((path) => [path, readFileSync(at(path))]));
}

/** The parts of the packages, by the file and the part's path. */
function parts(...endings: readonly string[]): (readonly [place: string, part: string])[] {
  const files = [...written()].filter(([path]) => endings.includes(extname(path)));
  return files.flatMap(([path, bytes]) => [...unzip(bytes)].map(([part, words]) => [`${path} ${part}`, words] as const));
}

const unescaped = (xml: string): string =>
  xml
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');

/** A text as a reader of a table takes it: without space around it. */
const asRead = (words: string): string => words.trim();

it('every command ends with a result', () => {
  expect(runs.map(({ code, err }) => [code < 2, err])).toEqual(runs.map(() => [true, []]));
  expect(
    [...written().keys()]
      .map((path) => extname(path))
      .sort()
      .join(' '),
  ).toMatch(/^\.csv( \.csv){12} \.docx( \.docx){4} \.json \.txt( \.txt){4} \.xlsx( \.xlsx){10}$/);
});

it('the plan has every text as it was sent, as a text', async () => {
  const book = await bookIn(new Uint8Array(readFileSync(at('in', 'plan.xlsx'))));
  const texts = new Set(
    [...sheetIn(book, 'All priorities').rows.values()].flatMap((cells) => [...cells.values()].map(({ value }) => value)),
  );
  for (const text of TEXTS) expect(texts).toContain(asRead(text));
});

it('no workbook has a formula, a field or a link but those to files beside it', () => {
  const sheets = parts('.xlsx');
  expect(sheets.length).toBeGreaterThan(50);
  for (const [place, xml] of sheets) {
    if (/worksheets\/sheet\d+\.xml$/.test(place)) expect([place, /<f[ >/]/.exec(xml)]).toEqual([place, null]);
    expect([
      place,
      /externalLink|ddeLink|oleLink|vbaProject|webPublish|queryTable|connections\.xml/.exec(
        `${place} ${xml.replace(/<t[ >].*?<\/t>|"[^"]*"/gs, '')}`,
      ),
    ]).toEqual([place, null]);
    if (!place.endsWith('.rels')) continue;
    for (const [link] of xml.matchAll(/<Relationship [^>]*TargetMode="External"[^>]*>/g)) {
      const target = unescaped(/Target="([^"]*)"/.exec(link)?.[1] ?? '');
      expect([place, FILE_NAMES.map((name) => `${name}.xlsx`).includes(decodeURIComponent(target))]).toEqual([place, true]);
      expect(decodeURIComponent(target)).not.toMatch(/[\\:]|\/\/|\p{Cc}/u);
    }
  }
});

it('no paper has a field but the numbers of its pages, or a link', () => {
  const papers = parts('.docx');
  expect(papers.length).toBeGreaterThan(50);
  for (const [place, xml] of papers) {
    const fields = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, words = '']) => words).filter((words) => words !== '');
    expect([place, fields.filter((words) => words !== 'PAGE' && words !== 'NUMPAGES')]).toEqual([place, []]);
    expect([place, /<w:(?:fldSimple|hyperlink|altChunk|object|attachedTemplate|sdt)\b|TargetMode="External"/.exec(xml)]).toEqual([
      place,
      null,
    ]);
  }
  const [, appendix = ''] = papers.find(([place]) => place === 'out/papers/Appendix B.docx word/document.xml') ?? [];
  const shown = unescaped(appendix.replace(/<\/w:p>/g, '\n').replace(/<[^>]*>/g, ''));
  // XML has no place for controls.
  for (const text of TEXTS.filter((one) => !/\p{Cc}/u.test(one))) expect(shown).toContain(asRead(text));
});

it('no cell of a CSV file begins like a formula', () => {
  const files = [...written()].filter(([path]) => extname(path) === '.csv');
  expect(files).toHaveLength(13);
  for (const [path, bytes] of files) {
    const words = bytes.toString('utf8').replace(/^\ufeff/, '');
    const cells = [...words.matchAll(/("(?:[^"]|"")*"|[^,\r\n"]*)(?:,|\r\n)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, ''));
    expect([path, cells.filter((cell) => /^[\s\p{Cc}\p{Cf}]*[=+\-@]/u.test(cell) && !/^-\d[\d,.]*%?$/.test(cell))]).toEqual([path, []]);
  }
});

it('the JSON files have every text unchanged, and names that every object has as names', () => {
  const plan = JSON.parse(readFileSync(at('out', 'plan.json'), 'utf8')) as {
    readonly actions: readonly {
      readonly commitment: string;
      readonly directorate: string;
      readonly ref: string;
      readonly source: { readonly file: string; readonly sheet: string };
    }[];
  };
  expect(plan.actions.map(({ commitment }) => commitment).sort()).toEqual(TEXTS.map(asRead).sort());
  expect(new Set(plan.actions.map(({ source }) => source.sheet))).toEqual(new Set(NAMES));
  expect(new Set(plan.actions.map(({ source }) => source.file))).toEqual(new Set(FILE_NAMES.map((name) => `${name}.xlsx`)));
  expect(new Set(plan.actions.map(({ directorate }) => directorate))).toEqual(new Set(DIRECTORATES.map(({ name }) => name)));
  expect(plan.actions.every(({ ref }) => /^(?:PROTO|CON|CMD|IMG|UP)-\d\d$/.test(ref))).toBe(true);
  const printed = runs
    .filter(({ out }) => out[0]?.startsWith('{') === true)
    .map(({ out }) => JSON.parse(out.join('\n')) as { readonly rows?: readonly { readonly commitment: string }[] });
  expect(printed).toHaveLength(2);
  expect(printed[0]?.rows?.map(({ commitment }) => commitment).sort()).toEqual(TEXTS.map(asRead).sort());
});

it('collated again, each row is known again by its Ref', async () => {
  const refs = (path: string): string[] => {
    const { actions } = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly actions: readonly { readonly ref: string; readonly commitment: string }[];
    };
    return actions.map(({ ref, commitment }) => `${ref} ${commitment}`).sort();
  };
  const words = ['--previous', at('in', 'plan.xlsx'), '--out', at('again.xlsx'), '--json', at('again.json'), '--as-of', '2025-08-31'];
  const { code, out, err } = await tryCli('collate', [...FILE_NAMES.map((name) => at('in', `${name}.xlsx`)), ...words]);
  expect([code < 2, err]).toEqual([true, []]);
  expect(out.join('\n')).not.toMatch(/\bnew\b|no longer sent|changed in/);
  expect(refs(at('again.json'))).toEqual(refs(at('out', 'plan.json')));
});

it('nothing that is printed steers the terminal', () => {
  const lines = runs.flatMap(({ out, err, progress }) => [...out, ...err, ...progress]);
  expect(lines.some((line) => line.includes(String.raw`red\u001b[31m`))).toBe(true);
  for (const line of lines) expect(line).not.toMatch(/(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
});

it('texts to send have no markup of mail or page, and name no path', () => {
  const texts = [...written()].filter(([path]) => extname(path) === '.txt');
  expect(texts).toHaveLength(DIRECTORATES.length);
  for (const [path, bytes] of texts) expect([path, bytes.toString('utf8').startsWith('Subject: ')]).toEqual([path, true]);
});

describe('what is written tells nothing of the computer', () => {
  const own = (): string[] =>
    [folder, tmpdir(), process.cwd(), homedir(), hostname(), userInfo().username].filter((words) => words.length > 3 && words !== 'root');

  it('in no part of any file', () => {
    for (const [place, words] of [
      ...parts('.xlsx', '.docx'),
      ...[...written()].map(([path, bytes]) => [path, bytes.toString('utf8')] as const),
    ])
      for (const word of own()) expect([place, word, unescaped(words).includes(word)]).toEqual([place, word, false]);
  });

  it('and its properties name the program alone', () => {
    const properties = parts('.xlsx', '.docx').filter(([place]) => place.includes(' docProps/'));
    expect(properties.length).toBeGreaterThan(0);
    for (const [place, xml] of properties) {
      const named = [...xml.matchAll(/<(?:\w+:)?(creator|lastModifiedBy|Company|Manager|Template|HyperlinkBase|Application)>([^<]*)</g)];
      expect([place, named.map(([, , words]) => words).filter((words) => words !== 'Delivery Plan Collator')]).toEqual([place, []]);
    }
    for (const [place, xml] of parts('.xlsx'))
      if (place.endsWith('xl/workbook.xml')) expect(xml).not.toMatch(/absPath|userName|fileSharing/);
  });
});
