import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWord, type WordTable } from '../adapters/documents/read-word';
import { FileWorkbook } from '../../src/adapters/files';
import { cellAt, type SheetGrid } from '../../src/domain/grid';
import { freshFolder, tryCli } from './try-cli';

interface PrintedTable {
  readonly directorate: string;
  readonly headings: readonly string[];
  readonly rows: readonly { readonly kind?: string; readonly cells: readonly string[] }[];
}

function printed(file: string): readonly PrintedTable[] {
  return (JSON.parse(readFileSync(join('test/data/kent', file), 'utf8')) as { tables: PrintedTable[] }).tables;
}

/** Pages of one directorate's table as the one table they are: a theme that a page break repeats stands once. */
function asOneTable(pages: readonly PrintedTable[]): string[][] {
  const rows: string[][] = [];
  let theme = '';
  for (const { kind, cells } of pages.flatMap((page) => page.rows)) {
    const [first = ''] = cells;
    if (kind === 'theme' && first === theme) continue;
    if (kind === 'theme') theme = first;
    rows.push(kind === 'theme' || kind === 'intro' ? [first] : [...cells]);
  }
  return rows;
}

async function papers(words: readonly string[]): Promise<{ folder: string; read: (name: string) => ReturnType<typeof readWord> }> {
  const folder = join(freshFolder(), 'papers', 'committee');
  const { err } = await tryCli('collate', [...words, '--docx', folder]);
  expect(err).toEqual([]);
  return { folder, read: (name) => readWord(readFileSync(join(folder, name))) };
}

describe('the papers of the published tables', () => {
  let made: Awaited<ReturnType<typeof papers>>;
  beforeAll(async () => {
    made = await papers(['assets/samples/kent-priorities.xlsx', 'assets/samples/kent-activity.xlsx']);
  });

  it('go into the folder, which is made', () => {
    expect(readdirSync(made.folder).sort()).toEqual([
      'Appendix A.docx',
      'Appendix B.docx',
      'Finance review.docx',
      'Findings.docx',
      'Progress update.docx',
    ]);
  });

  it('Appendix B holds, table by table, the text that was printed', () => {
    const { tables } = made.read('Appendix B.docx');
    const pages = printed('appendix-b-priorities.json');
    let actions = 0;
    for (const directorate of new Set(pages.map((page) => page.directorate))) {
      const under = `Proposed Priorities to Improve Health and Wellbeing ~ ${directorate}`;
      const table = tables.find((one) => one.under === under);
      const own = pages.filter((page) => page.directorate === directorate);
      expect(table?.rows).toEqual([own[0]?.headings, ...asOneTable(own)]);
      actions += table?.rows.filter((row) => row.length === 5).length ?? 0;
    }
    // Eight heading rows and 93 actions; every one of the 19 printed pages was asked for above.
    expect(actions).toBe(8 + 93);
  });

  it('Appendix B holds the measures of seven directorates under their own titles', () => {
    const { tables } = made.read('Appendix B.docx');
    for (const { directorate, headings, rows } of printed('appendix-b-measures.json')) {
      const table = tables.find((one) => one.under === `Measures within the Logframe ~ ${directorate}`);
      expect(table?.rows).toEqual([headings, ...rows.map(({ cells }) => cells)]);
    }
    expect(tables).toHaveLength(8 + 7);
  });

  it('Appendix A holds every commitment of the current activity under its outcome', () => {
    const { tables, paragraphs } = made.read('Appendix A.docx');
    const rows = tables.flatMap((table) => table.rows.slice(1));
    expect(rows.filter((row) => row.length === 2)).toHaveLength(249);
    const commitments = printed('appendix-a-activity.json').flatMap((table) => table.rows.filter(({ kind }) => kind === 'commitment'));
    const plain = (words = ''): string => words.replace(/\s+/g, ' ').trim();
    const held = new Set(rows.map((row) => `${plain(row[0])}|${plain(row[1])}`));
    expect(commitments.filter(({ cells }) => !held.has(`${plain(cells[0])}|${plain(cells[1])}`))).toEqual([]);
    expect(paragraphs.filter(({ style }) => style === 'Heading1').map(({ text }) => text.slice(0, 17))).toEqual([
      'Shared outcome 1:',
      'Shared outcome 2:',
      'Shared outcome 3:',
      'Shared outcome 4:',
      'Shared outcome 5:',
      'Shared outcome 6:',
    ]);
  });

  it('Findings are told by directorate, and the figures in the line under the title add up to the rows', () => {
    const { tables, paragraphs } = made.read('Findings.docx');
    const [errors, warnings, advice] = (/(\d+) error, (\d+) warnings, (\d+) pieces/.exec(paragraphs[1]?.text ?? '') ?? [])
      .slice(1)
      .map(Number);
    const serious = tables.flatMap((table) => table.rows.slice(1).map(([words]) => words));
    const number = (word: string): number => serious.filter((one) => one === word).length;
    expect([errors, warnings, advice]).toEqual([number('Error'), number('Warning'), number('Advice')]);
    expect(errors).toBe(1);
  });

  it.each(['Appendix A.docx', 'Appendix B.docx', 'Finance review.docx', 'Findings.docx', 'Progress update.docx'])(
    '%s says its language and title, repeats its headings and is formatted by styles',
    (name) => {
      const { tables, paragraphs, parts } = made.read(name);
      const styles = parts.get('word/styles.xml') ?? '';
      const document = parts.get('word/document.xml') ?? '';
      expect(styles).toContain('<w:lang w:val="en-GB"/>');
      expect(parts.get('docProps/core.xml')).toContain(`<dc:title>${paragraphs[0]?.text ?? ''}</dc:title>`);
      expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
      expect(tables.filter((table: WordTable) => table.headerRows !== 1)).toEqual([]);
      expect(document).not.toContain('<w:rPr>');
      const used = new Set([...document.matchAll(/<w:(?:pStyle|tblStyle) w:val="(\w+)"/g)].map(([, id]) => id));
      expect([...used].filter((id) => !styles.includes(`w:styleId="${id ?? ''}"`))).toEqual([]);
    },
  );
});

it('the eight submissions make the Appendix B that was printed, row by row, whatever the officers’ habits', async () => {
  const { read } = await papers(['assets/samples/submissions']);
  const plain = (cells: readonly string[]): string => cells.map((words) => words.replace(/\s+/g, ' ').trim()).join(' | ');
  const rows = read('Appendix B.docx').tables.flatMap((table) =>
    table.rows
      .slice(1)
      .filter((row) => row.length === 5)
      .map(plain),
  );
  const actions = printed('appendix-b-priorities.json').flatMap((table) => table.rows.filter(({ kind }) => kind === 'action'));
  expect([...rows].sort()).toEqual(actions.map(({ cells }) => plain(cells)).sort());
  expect(rows).toHaveLength(93);
});

it('every sheet goes into a folder as CSV, and no cell of it is a formula', async () => {
  const folder = freshFolder();
  const { err } = await tryCli('collate', ['assets/samples/submissions', '--csv', folder]);
  expect(err).toEqual([]);
  const names = [
    'All priorities.csv',
    'Changes.csv',
    'Council summary.csv',
    'Findings.csv',
    'Logframe coverage.csv',
    'Progress update.csv',
    'Sources.csv',
  ];
  expect(readdirSync(folder).sort()).toEqual(names);
  const lines = readFileSync(join(folder, 'All priorities.csv'), 'utf8').split('\r\n');
  expect(lines[0]?.startsWith('\ufeffAll priorities,')).toBe(true);
  expect(lines.filter((line) => /^[A-Z]+-\d{2,},/.test(line))).toHaveLength(93);
  expect(names.filter((name) => /(^|[,\n"])[=+@]/.test(readFileSync(join(folder, name), 'utf8')))).toEqual([]);
});

/** The sheet's rows that hold something, as it shows them. */
function shownRows(sheet: SheetGrid): string[][] {
  return [...sheet.rows.keys()]
    .sort((a, b) => a - b)
    .map((row) => Array.from({ length: 13 }, (_, column) => cellAt(sheet, { row, column }).text))
    .filter((row) => row.some((words) => words !== ''));
}

it('the progress update says a quarter later what its sheet says, figure by figure and action by action', async () => {
  const folder = freshFolder();
  const [spring, summer] = [join(folder, 'spring.xlsx'), join(folder, 'summer.xlsx')];
  await tryCli('collate', ['assets/samples/submissions', '--out', spring, '--as-of', '2025-03-31']);
  const words = ['assets/samples/submissions', '--previous', spring, '--out', summer, '--as-of', '2025-07-31', '--docx', folder];
  await tryCli('collate', words);
  const { tables, paragraphs } = readWord(readFileSync(join(folder, 'Progress update.docx')));
  const book = await (await FileWorkbook.open('summer.xlsx', readFileSync(summer))).readBook({ includeHidden: false });
  const sheet = book.sheets.find(({ name }) => name === 'Progress update');
  if (sheet === undefined) throw new Error('No sheet Progress update');
  const rows = shownRows(sheet);
  const after = (heading: string): string[][] => rows.slice(rows.findIndex(([first]) => first?.startsWith(heading) === true) + 1);

  expect(paragraphs[2]?.text).toBe(rows[2]?.[0]);
  for (const [heading, lines, columns] of [
    ['Headline figures', 7, 3],
    ['Status of all actions', 8, 3],
    ['Status by shared outcome', 8, 11],
    ['Status by directorate', 9, 11],
  ] as const) {
    const table = tables.find(({ under }) => under === heading)?.rows ?? [];
    const body = heading === 'Headline figures' ? table.slice(1) : table;
    expect(body).toEqual(
      after(heading)
        .slice(0, lines)
        .map((row) => row.slice(0, columns)),
    );
  }
  const listed = (tables.find(({ under }) => under.startsWith('Overdue and slipped actions'))?.rows ?? []).slice(1);
  const onSheet = after('Overdue and slipped actions').slice(1);
  expect(listed.length).toBeGreaterThan(5);
  expect(listed.map(([directorate, ref, as, due]) => [directorate, ref, as, due])).toEqual(onSheet.map((row) => row.slice(0, 4)));
});
