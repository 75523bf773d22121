import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { freshFolder, tryCli } from './try-cli';

const SUBMISSIONS = 'assets/samples/submissions';

/** A plan of September, and the folder it is in. */
async function september(): Promise<{ readonly folder: string; readonly plan: string }> {
  const folder = freshFolder();
  const plan = join(folder, 'q2.xlsx');
  await tryCli('collate', [SUBMISSIONS, '--out', plan, '--as-of', '2025-09-12']);
  return { folder, plan };
}

/** The table of one directorate with a row reworded, a later date and a row of the directorate's own that a spreadsheet would take for a formula. */
async function november(folder: string): Promise<string> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(SUBMISSIONS, 'Communities.xlsx'));
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error('no sheet');
  let header = 1;
  while (!/led by/i.test(sheet.getRow(header).getCell(2).text) && header < 30) header += 1;
  const reworded = `${sheet.getRow(header + 1).getCell(1).text} in Swale`;
  sheet.getRow(header + 1).getCell(1).value = reworded;
  sheet.getRow(header + 2).getCell(3).value = 'March 2028';
  sheet.getRow(header + 3).values = [
    '=SUM of what we do for carers, once a quarter',
    'Head of Communities',
    'May 2026',
    '40 carers',
    'SO2',
  ];
  const path = join(folder, 'Communities.xlsx');
  await book.xlsx.writeFile(path);
  return path;
}

it('tells what changed since the last plan as text, CSV and JSON', async () => {
  const { folder, plan } = await september();
  const sent = await november(folder);
  const csv = join(folder, 'changes.csv');
  const json = join(folder, 'changes.json');
  const words = [sent, '--previous', plan, '--as-of', '2025-11-24'];
  const { out } = await tryCli('collate', [...words, '--changes', csv]);
  expect(out).toContainEqual(
    expect.stringMatching(
      /^Since the collation of 12 September 2025: 1 new, 91 carried forward, \d+ fields changed in 2 actions; measures: 19 carried forward\.$/,
    ),
  );
  await tryCli('collate', [...words, '--changes', json]);
  const lines = readFileSync(csv, 'utf8').split('\r\n');
  expect(lines[0]).toBe('\ufeffRef,Directorate,What happened,Field,Was,Now,Words that differ');
  expect(lines).toContainEqual(
    expect.stringMatching(/^COM-01,Communities,changed,What we have committed to,.*«in Swale».*“in Swale” added/),
  );
  expect(lines).toContainEqual(
    expect.stringContaining(`,new,What we have committed to,,"'=SUM of what we do for carers, once a quarter",`),
  );
  const told = JSON.parse(readFileSync(json, 'utf8')) as {
    since: string;
    changes: { ref: string; what: string; field: string; now: string }[];
  };
  expect(told.since).toBe('the collation of 12 September 2025');
  expect(told.changes.filter(({ ref, field }) => ref === 'COM-02' && field === 'due').map(({ now }) => now)).toEqual(['2028-03-31']);
});

it('tells them since a quarter that was kept, and says which there are when it is not', async () => {
  const { folder, plan } = await september();
  const words = [SUBMISSIONS, '--previous', plan, '--as-of', '2025-11-24', '--changes', join(folder, 'c.json')];
  const { out } = await tryCli('collate', [...words, '--since', '2025/26 Q2']);
  expect(out).toContain('Since 2025/26 Q2, as the plan stood on 12 September 2025: no change.');
  const { code, err } = await tryCli('collate', [...words, '--since', 'last year']);
  expect([code, err]).toEqual([2, ['There is no snapshot of “last year” to compare with. There are: 2025/26 Q2.']]);
});

it('adds the sheets that are asked for, and no others', async () => {
  const folder = freshFolder();
  const names = async (more: readonly string[]): Promise<string[]> => {
    const out = join(folder, 'plan.xlsx');
    await tryCli('collate', [`${SUBMISSIONS}/GET.xlsx`, '--out', out, ...more]);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(out);
    return book.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name);
  };
  const usual = ['Council summary', 'Progress update', 'All priorities', 'Changes', 'Logframe coverage', 'Findings', 'Sources'];
  expect((await names([])).filter((name) => name !== 'Sheet1')).toEqual(usual);
  expect((await names(['--sheets', 'local-measures, By-Outcome'])).filter((name) => name !== 'Sheet1')).toEqual([
    ...usual,
    'By outcome',
    'Local measures',
  ]);
});

describe('what cannot be done ends in one plain sentence and exit code 2', () => {
  const cases: readonly [string, readonly string[], RegExp][] = [
    [
      'a file of changes of another kind',
      ['--changes', 'changes.docx'],
      /--changes takes a file that ends in \.json or \.csv, not "changes\.docx"\./,
    ],
    [
      'a sheet there is not',
      ['--out', 'x.xlsx', '--sheets', 'by-theme'],
      /--sheets takes by-outcome, current-activity, local-measures, milestones, finance-review, .* not "by-theme"\./,
    ],
  ];
  it.each(cases)('%s', async (_, words, sentence) => {
    const { code, err } = await tryCli('collate', [`${SUBMISSIONS}/GET.xlsx`, ...words]);
    expect([code, err.length]).toEqual([2, 1]);
    expect(err[0]).toMatch(sentence);
  });
});
