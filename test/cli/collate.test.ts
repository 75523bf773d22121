import { copyFileSync, existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { FileWorkbook } from '../../src/adapters/files';
import { type PlanJson } from '../../src/application';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { freshFolder, tryCli } from './try-cli';

const SAMPLE = 'assets/samples/kent-priorities.xlsx';
const SUBMISSIONS = 'assets/samples/submissions';

function planIn(path: string): PlanJson {
  return planJsonSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

async function collated(
  words: readonly string[],
  folder = freshFolder(),
): Promise<{ code: number; out: string; plan: PlanJson; err: readonly string[]; folder: string }> {
  const out = join(folder, 'plan.xlsx');
  const { code, err } = await tryCli('collate', [...words, '--out', out, '--json', join(folder, 'plan.json')]);
  return { code, out, err, folder, plan: planIn(join(folder, 'plan.json')) };
}

describe('the council’s published tables', () => {
  let run: Awaited<ReturnType<typeof collated>>;
  beforeAll(async () => {
    const folder = freshFolder();
    copyFileSync(SAMPLE, join(folder, 'kent-priorities.xlsx'));
    run = await collated([join(folder, 'kent-priorities.xlsx')], folder);
  });

  it('are collated whole, with one error, and the exit code says so', () => {
    const { counts, findings } = run.plan;
    expect(counts).toMatchObject({ priorityTables: 19, actions: 93, services: 7, themes: 11, measureTables: 7, measures: 30, errors: 1 });
    expect(findings.filter(({ severity }) => severity === 'error').map(({ code, sheet, cell }) => [code, `${sheet}!${cell}`])).toEqual([
      ['missing-measure', 'Adult Social Care!D13'],
    ]);
    expect(run.code).toBe(1);
  });

  it('come back with every commitment equal to its source cell, every field’s address in the file', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(SAMPLE);
    for (const { commitment, measure, source } of run.plan.actions) {
      const cell = (address = ''): string => book.getWorksheet(source.sheet)?.getCell(address).text.replace(/\r\n/g, '\n').trim() ?? '';
      expect(commitment).toBe(cell(source.cells.commitment));
      expect(measure).toBe(cell(source.cells.measure));
    }
  });

  it('are written with a source and a link that lead to the commitment', async () => {
    const written = new ExcelJS.Workbook();
    await written.xlsx.readFile(run.out);
    const source = new ExcelJS.Workbook();
    await source.xlsx.readFile(SAMPLE);
    const sheet = written.getWorksheet('All priorities');
    const heading = (words: string): number => (sheet?.getRow(4).values as unknown[]).indexOf(words);
    let resolved = 0;
    for (let row = 5; row <= (sheet?.rowCount ?? 0); row += 1) {
      const link = sheet?.getRow(row).getCell(heading('Source'));
      const [file, name, address] = (link?.text ?? '').split(' · ');
      const commitment = sheet?.getRow(row).getCell(heading('What we have committed to')).text;
      expect(
        source
          .getWorksheet(name ?? '')
          ?.getCell(address ?? '')
          .text.replace(/\r\n/g, '\n')
          .trim(),
      ).toBe(commitment);
      expect(file).toBe('kent-priorities.xlsx');
      expect(decodeURI(link?.hyperlink ?? '')).toBe('kent-priorities.xlsx');
      expect(existsSync(join(run.folder, decodeURI(link?.hyperlink ?? '')))).toBe(true);
      resolved += 1;
    }
    expect(resolved).toBe(93);
  });

  it('are written as texts and real dates, nothing as a formula', async () => {
    const written = new ExcelJS.Workbook();
    await written.xlsx.readFile(run.out);
    const sheet = written.getWorksheet('All priorities');
    const due = (sheet?.getRow(4).values as unknown[]).indexOf('Due');
    expect(sheet?.getRow(5).getCell(due).value).toEqual(new Date(Date.UTC(2026, 2, 31)));
    written.eachSheet((one) => one.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined())));
  });
});

describe('a second run', () => {
  it('over the last plan changes not one byte of what was collated, whatever the day', async () => {
    const first = await collated([SUBMISSIONS]);
    const again = join(first.folder, 'again.xlsx');
    const later = await tryCli('collate', [SUBMISSIONS, '--previous', first.out, '--out', again], {
      today: { year: 2025, month: 2, day: 2 },
    });
    expect(later.code).toBe(first.code);
    const cells = async (path: string): Promise<unknown> => {
      const book = FileWorkbook.open(path, new Uint8Array(readFileSync(path)));
      return (await (await book).readBook({ includeHidden: true })).sheets.map(({ name, rows }) => [
        name,
        [...rows].map(([row, line]) => [row, [...line]]),
      ]);
    };
    expect(await cells(again)).toEqual(await cells(first.out));
  });

  it('keeps the collator’s notes, own sheet and formats in the last plan', async () => {
    const first = await collated([SAMPLE]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(first.out);
    const sheet = book.getWorksheet('All priorities');
    const notes = (sheet?.getRow(4).values as unknown[]).indexOf('Notes');
    const cell = sheet?.getRow(7).getCell(notes);
    if (cell === undefined) throw new Error('no cell for the note');
    cell.value = '=1+1 is what Jo said';
    cell.font = { bold: true };
    book.addWorksheet('Mine').getCell('B2').value = 'kept';
    const edited = join(first.folder, 'edited.xlsx');
    await book.xlsx.writeFile(edited);
    const next = join(first.folder, 'next.xlsx');
    await tryCli('collate', [SAMPLE, '--previous', edited, '--out', next]);
    const after = new ExcelJS.Workbook();
    await after.xlsx.readFile(next);
    const kept = after.getWorksheet('All priorities')?.getRow(7).getCell(notes);
    expect([kept?.text, kept?.font.bold, after.getWorksheet('Mine')?.getCell('B2').value]).toEqual(['=1+1 is what Jo said', true, 'kept']);
  });
});

/** A copy that is another file to a hash and the same to a reader: the archive ends in a comment of one letter. */
function copyWithComment(from: string, to: string): void {
  const bytes = Buffer.concat([readFileSync(from), Buffer.from('x')]);
  bytes.writeUInt16LE(1, bytes.length - 3);
  writeFileSync(to, bytes);
}

describe('versions and parts', () => {
  it('takes the newest of two versions and lists the other with its reason; --take all merges them', async () => {
    const folder = freshFolder();
    copyFileSync(`${SUBMISSIONS}/CYPE priorities v2.xlsx`, join(folder, 'CYPE priorities v2.xlsx'));
    copyWithComment(`${SUBMISSIONS}/CYPE priorities v2.xlsx`, join(folder, 'CYPE priorities v3.xlsx'));
    const newest = await collated([folder]);
    expect(newest.plan.actions.map(({ source }) => source.file)).toEqual(Array.from({ length: 8 }, () => 'CYPE priorities v3.xlsx'));
    expect(newest.plan.sources.map(({ file, problem }) => [file, problem ?? ''])).toEqual([
      ['CYPE priorities v2.xlsx', 'An older version for CYPE; CYPE priorities v3.xlsx is collated instead.'],
      ['CYPE priorities v3.xlsx', ''],
    ]);
    expect((await collated([folder, '--take', 'all'])).plan.actions).toHaveLength(16);
  });

  it('never asks the file system when a file was changed', async () => {
    const folder = freshFolder();
    copyFileSync(`${SUBMISSIONS}/Communities.xlsx`, join(folder, 'a.xlsx'));
    copyWithComment(`${SUBMISSIONS}/Communities.xlsx`, join(folder, 'b.xlsx'));
    // Both files say inside when they were saved, and it is the same moment: the later name decides.
    for (const newer of ['a.xlsx', 'b.xlsx']) {
      for (const name of ['a.xlsx', 'b.xlsx']) {
        const day = new Date(name === newer ? '2025-01-03' : '2025-01-02');
        utimesSync(join(folder, name), day, day);
      }
      const { plan } = await collated([folder]);
      expect(plan.sources.flatMap(({ file, problem }) => (problem === undefined ? [] : [file]))).toEqual(['a.xlsx']);
    }
  });

  it('counts the same file once, also when all versions are merged', async () => {
    const folder = freshFolder();
    copyFileSync(`${SUBMISSIONS}/CYPE priorities v2.xlsx`, join(folder, 'CYPE priorities v2.xlsx'));
    copyFileSync(`${SUBMISSIONS}/CYPE priorities v2.xlsx`, join(folder, 'CYPE priorities v3.xlsx'));
    const { plan, code, out } = await collated([folder, '--take', 'all']);
    expect(code).toBe(0);
    expect(plan.actions).toHaveLength(8);
    expect(plan.sources.map(({ file, sameAs }) => [file, sameAs])).toEqual([
      ['CYPE priorities v2.xlsx', 'CYPE priorities v3.xlsx'],
      ['CYPE priorities v3.xlsx', null],
    ]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    const said = book.getWorksheet('Sources')?.getColumn(5).values.map(String) ?? [];
    expect(said).toContain('The same file as CYPE priorities v3.xlsx, which is counted once.');
  });
});

it('adds up on the sheet Sources: kinds to cells, sheets to files, files to all', async () => {
  const { out } = await collated([SUBMISSIONS]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(out);
  const sheet = book.getWorksheet('Sources');
  const rows = (sheet?.getSheetValues() ?? []).slice(5).map((row) => (Array.isArray(row) ? row.slice(1) : []));
  const headings = sheet?.getRow(4).values;
  const at = (heading: string): number => (Array.isArray(headings) ? headings.indexOf(heading) - 1 : -1);
  const kinds = [at('Headings'), at('Left out')] as const;
  const sumOf = (line: string): number => rows.filter(([kind]) => kind === line).reduce((sum, row) => sum + Number(row[at('Cells')]), 0);
  expect(rows.filter(([line]) => line === 'file')).toHaveLength(8);
  expect(sumOf('sheet')).toBeGreaterThan(500);
  expect([sumOf('file'), sumOf('all files')]).toEqual([sumOf('sheet'), sumOf('sheet')]);
  for (const row of rows.filter(([line]) => line !== 'left out')) {
    expect(row.slice(kinds[0], kinds[1] + 1).reduce<number>((sum, cells) => sum + Number(cells), 0)).toBe(row[at('Cells')]);
  }
  const leftOut = rows.filter(([line]) => line === 'sheet').reduce((sum, row) => sum + Number(row[kinds[1]]), 0);
  expect(sumOf('left out')).toBe(leftOut);
});

describe('what cannot be done ends in one plain sentence and exit code 2', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    ['a missing file', ['nowhere.xlsx', '--out', 'x.xlsx'], /There is no file nowhere\.xlsx\./],
    ['nowhere to write to', [SAMPLE], /--out plan\.xlsx/],
    ['an unknown option', [SAMPLE, '--colour'], /unknown option '--colour'/],
    ['no file', ['--out', 'x.xlsx'], /missing required argument/],
    [
      'a date that is none',
      [SAMPLE, '--out', 'x.xlsx', '--as-of', '31/03/2025'],
      /--as-of takes a date such as 2025-03-31, not "31\/03\/2025"\./,
    ],
    ['a day that is not in the calendar', [SAMPLE, '--out', 'x.xlsx', '--plan-date', '2025-02-30'], /--plan-date takes a date/],
    ['a bad choice', [SAMPLE, '--out', 'x.xlsx', '--take', 'some'], /--take is "newest" or "all", not "some"\./],
    ['a framework that is none', [SAMPLE, '--out', 'x.xlsx', '--framework', 'package.json'], /package\.json is not a framework file/],
    [
      'a framework that is not JSON',
      [SAMPLE, '--out', 'x.xlsx', '--framework', 'README.md'],
      /README\.md is not a framework file: it is not JSON/,
    ],
    ['a last plan that is no workbook', [SAMPLE, '--out', 'x.xlsx', '--previous', 'package.json'], /package\.json/],
    [
      'a folder that is not there to write to',
      [SAMPLE, '--json', 'no/such/folder/plan.json'],
      /no\/such\/folder\/plan\.json cannot be written/,
    ],
  ];
  it.each(cases)('%s', async (_, words, sentence) => {
    const { code, err } = await tryCli('collate', words);
    expect(code).toBe(2);
    expect(err).toHaveLength(1);
    expect(err[0]).toMatch(sentence);
    expect(existsSync('x.xlsx')).toBe(false);
  });

  it('a folder without a workbook', async () => {
    const folder = freshFolder();
    expect((await tryCli('collate', [folder, '--out', join(folder, 'x.xlsx')])).err).toEqual([
      `There is no workbook in the folder ${folder}.`,
    ]);
  });

  it('one unreadable file among many is listed, the others are written', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'broken.xlsx'), 'this is no workbook');
    copyFileSync(`${SUBMISSIONS}/GET.xlsx`, join(folder, 'in', 'GET.xlsx'));
    const run = await collated([join(folder, 'in')], folder);
    expect(run.code).toBe(2);
    expect(run.err).toHaveLength(1);
    expect(run.err[0]).toContain('broken.xlsx');
    expect(run.plan.sources.map(({ file, actions, problem }) => [file, actions, problem !== undefined])).toEqual([
      ['broken.xlsx', 0, true],
      ['GET.xlsx', 24, false],
    ]);
    expect(existsSync(run.out)).toBe(true);
  });
});

it('shows how far it is on a terminal, and nothing elsewhere', async () => {
  const out = join(freshFolder(), 'plan.json');
  expect((await tryCli('collate', [`${SUBMISSIONS}/GET.xlsx`, '--json', out], { terminal: true })).progress[0]).toBe(
    'Reading 1 of 1: GET.xlsx',
  );
  expect((await tryCli('collate', [`${SUBMISSIONS}/GET.xlsx`, '--json', out])).err).toEqual([]);
});

it('is judged at the day that is given, not at today', async () => {
  const past = async (asOf: string): Promise<number> => {
    const folder = freshFolder();
    await tryCli('collate', [SAMPLE, '--json', join(folder, 'p.json'), '--as-of', asOf]);
    // The tables have no Status column, so each is told once, with the number of its actions that are past.
    const told = planIn(join(folder, 'p.json')).findings.filter(({ code }) => code === 'past-without-status');
    return told.reduce((sum, { message }) => sum + (message.startsWith('One ') ? 1 : parseInt(message, 10)), 0);
  };
  const [early, late] = [await past('2024-01-01'), await past('2030-01-01')];
  expect(early).toBe(0);
  expect(late).toBeGreaterThan(40);
});
