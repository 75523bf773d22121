import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { type FindingCode, SEVERITY_OF, type Severity } from '../../src/domain/findings';

/** Anchors of each page in docs/, by the page's name. */
type Pages = ReadonlyMap<string, ReadonlySet<string>>;

/** Text of a file of the repository; the path is relative, with forward slashes. */
interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Its made-up texts point at nothing on purpose. */
const THIS_FILE = 'test/docs/rules-anchors.test.ts';

const isMarkdown = ({ path }: SourceFile): boolean => path.endsWith('.md');

/** Anchors are written out: one made from a heading would change with its words. */
function anchorsIn(markdown: string): string[] {
  return [...markdown.matchAll(/<a id="([^"]+)"><\/a>/g)].map((match) => match[1] ?? '');
}

function whyBroken(pages: Pages, page: string, anchor: string | undefined): string | null {
  const anchors = pages.get(page);
  if (anchors === undefined) return `there is no page docs/${page}`;
  return anchor === undefined || anchors.has(anchor) ? null : `docs/${page} has no anchor "${anchor}"`;
}

/** `docs/<page>.md` and `docs/<page>.md#<anchor>`, wherever they stand. */
function brokenMentions({ text }: SourceFile, pages: Pages): string[] {
  return [...text.matchAll(/\bdocs\/([\w-]+\.md)(?:#([\w-]*))?/g)].flatMap((match) => whyBroken(pages, match[1] ?? '', match[2]) ?? []);
}

/** The page is long, so a comment that names it must name the rule. */
function withoutAnchor({ text }: SourceFile): string[] {
  return text
    .split('\n')
    .flatMap((line) => (/(?<!docs\/)\brules\.md|docs\/rules\.md(?!#\w)/.test(line) ? [`names no rule: ${line.trim()}`] : []));
}

/** Links of a Markdown file to an anchor of its own and to files of the repository. */
function brokenLinks({ path, text }: SourceFile, pages: Pages): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap((match) => {
    const [target = '', anchor] = (match[1] ?? '').split('#');
    if (/^[a-z]+:/.test(target)) return [];
    const file = target === '' ? path : normalize(join(dirname(path), target));
    if (dirname(file) === 'docs' && file.endsWith('.md')) return whyBroken(pages, basename(file), anchor) ?? [];
    return existsSync(file) ? [] : [`there is no file ${file}`];
  });
}

/** Every pointer of a file that leads nowhere, each with the file and the reason. */
function brokenPointers(file: SourceFile, pages: Pages): string[] {
  const own = isMarkdown(file) ? brokenLinks(file, pages) : withoutAnchor(file);
  return [...new Set([...brokenMentions(file, pages), ...own])].map((reason) => `${file.path}: ${reason}`);
}

/** Rules that a comment of a source file points to; a string that names a rule does not count. */
function rulesInComments({ text }: SourceFile): string[] {
  const comments = text.split('\n').flatMap((line) => /(?:^\s*(?:\/\*|\*)|(?:^|\s)\/\/\s).*$/.exec(line)?.[0] ?? []);
  return comments.flatMap((comment) => [...comment.matchAll(/docs\/rules\.md#([\w-]+)/g)].map((match) => match[1] ?? ''));
}

/** Finding codes of a severity, read from the column of the table under "finding-codes". */
function codesInTable(rules: string, severity: Severity): string[] {
  const lines = (rules.split('<a id="finding-codes"></a>')[1]?.split('<a id=')[0] ?? '').split('\n').filter((line) => line.startsWith('|'));
  const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()));
  const column = rows[0]?.indexOf(severity) ?? -1;
  return rows.slice(2).flatMap((cells) => /`([^`]+)`/.exec(cells[column] ?? '')?.[1] ?? []);
}

function filesUnder(folder: string, endings: RegExp): SourceFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
  return paths.filter((path) => endings.test(path)).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

const SOURCES = filesUnder('src', /\.tsx?$/);
const PAGES_OF_DOCS = filesUnder('docs', /\.md$/);
const PAGES: Pages = new Map(PAGES_OF_DOCS.map(({ path, text }) => [basename(path), new Set(anchorsIn(text))]));
const MARKDOWN = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const RULES = readFileSync('docs/rules.md', 'utf8');

describe('this repository', () => {
  it('has no pointer to documentation that leads nowhere', () => {
    const files = [
      ...SOURCES,
      ...filesUnder('test', /\.(?:tsx?|cjs)$/).filter(({ path }) => path !== THIS_FILE),
      ...PAGES_OF_DOCS,
      ...MARKDOWN,
    ];
    expect(files.flatMap((file) => brokenPointers(file, PAGES))).toEqual([]);
  });

  it('has a comment in the source for every rule', () => {
    const pointed = new Set(SOURCES.flatMap(rulesInComments));
    expect(anchorsIn(RULES).filter((anchor) => !pointed.has(anchor))).toEqual([]);
  });

  it('has each anchor of a page once', () => {
    const repeated = PAGES_OF_DOCS.flatMap(({ path, text }) =>
      anchorsIn(text).flatMap((anchor, index, all) => (all.indexOf(anchor) === index ? [] : [`${path}#${anchor}`])),
    );
    expect(repeated).toEqual([]);
  });

  it.each<Severity>(['error', 'warning', 'advice'])('lists the codes of severity "%s" as the check has them', (severity) => {
    const codes = (Object.keys(SEVERITY_OF) as FindingCode[]).filter((code) => SEVERITY_OF[code] === severity);
    expect(codesInTable(RULES, severity).sort()).toEqual([...codes].sort());
  });
});

describe('the check of pointers', () => {
  const pages: Pages = new Map([
    ['rules.md', new Set(['timescale-due'])],
    ['live-reading.md', new Set<string>()],
  ]);
  const inSource = (text: string): string[] => brokenPointers({ path: 'src/a.ts', text }, pages);
  const inPage = (text: string): string[] => brokenPointers({ path: 'docs/live-reading.md', text }, pages);

  it.each([
    ['/** When an action is due (docs/rules.md#timescale-due). */'],
    ['// docs/rules.md#timescale-due: the last day of the month'],
    [' * How an edit travels is in docs/live-reading.md.'],
    ['const list = "test/sideload-checklist.md";'],
  ])('accepts %s', (text) => {
    expect(inSource(text)).toEqual([]);
  });

  it.each([
    ['/** Due (docs/rules.md#timescale-duo). */', 'src/a.ts: docs/rules.md has no anchor "timescale-duo"'],
    ['/** Due (docs/rules.md#timescale-due-date). */', 'src/a.ts: docs/rules.md has no anchor "timescale-due-date"'],
    ['// docs/rule.md#timescale-due', 'src/a.ts: there is no page docs/rule.md'],
    ['// docs/live-reading.md#events', 'src/a.ts: docs/live-reading.md has no anchor "events"'],
    ['// docs/rules.md, "Timescale"', 'src/a.ts: names no rule: // docs/rules.md, "Timescale"'],
    ['/** Due (rules.md). */', 'src/a.ts: names no rule: /** Due (rules.md). */'],
    ['/** Due (rules.md#timescale-due). */', 'src/a.ts: names no rule: /** Due (rules.md#timescale-due). */'],
  ])('refuses %s', (text, problem) => {
    expect(inSource(text)).toEqual([problem]);
  });

  it('finds every one of several in a line, each once', () => {
    const problems = inSource('// docs/rules.md#a, docs/rules.md#b\n// docs/rules.md#a');
    expect(problems).toEqual(['src/a.ts: docs/rules.md has no anchor "a"', 'src/a.ts: docs/rules.md has no anchor "b"']);
  });

  it.each([
    ['[Due](rules.md#timescale-due), [rules](rules.md), [web](https://example.org/x.md#y)', []],
    ['[Due](rules.md#due)', ['docs/live-reading.md: docs/rules.md has no anchor "due"']],
    ['[above](#events)', ['docs/live-reading.md: docs/live-reading.md has no anchor "events"']],
    ['[code](../src/no-such-file.ts)', ['docs/live-reading.md: there is no file src/no-such-file.ts']],
    ['[licence](../LICENSE)', []],
  ])('follows the links of a page: %s', (text, problems) => {
    expect(inPage(text)).toEqual(problems);
  });

  it.each([
    [' * Rule: docs/rules.md#a.', ['a']],
    ['/** One (docs/rules.md#a, docs/rules.md#b). */', ['a', 'b']],
    ['const x = 1; // docs/rules.md#a', ['a']],
    ["const x = 'docs/rules.md#a';", []],
    ["const address = 'https://docs/rules.md#a';", []],
  ])('takes a rule as pointed to by a comment alone: %s', (text, rules) => {
    expect(rulesInComments({ path: 'src/a.ts', text })).toEqual(rules);
  });
});
