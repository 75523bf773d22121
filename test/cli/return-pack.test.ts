import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { freshFolder, tryCli } from './try-cli';

type Row = Record<string, ExcelJS.CellValue>;

const HEADING_ROW = 4;

async function open(path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
}

function headingsOf(sheet: ExcelJS.Worksheet): string[] {
  return Array.from({ length: sheet.columnCount }, (_, column) => sheet.getRow(HEADING_ROW).getCell(column + 1).text);
}

function rowsOf(sheet: ExcelJS.Worksheet): Row[] {
  const headings = headingsOf(sheet);
  const rows = Array.from({ length: sheet.rowCount - HEADING_ROW }, (_, index) => sheet.getRow(HEADING_ROW + 1 + index));
  return rows.map((row) => Object.fromEntries(headings.map((heading, column) => [heading, row.getCell(column + 1).value])));
}

/** Rewrites the rows of the first sheet as an officer would leave them, with another program than ours. */
async function edit(path: string, change: (rows: Row[]) => Row[]): Promise<void> {
  const book = await open(path);
  const sheet = book.worksheets[0];
  if (sheet === undefined) throw new Error(`${path} has no sheet`);
  const headings = headingsOf(sheet);
  const before = rowsOf(sheet);
  const rows = change(before.map((row) => ({ ...row })));
  for (let index = 0; index < Math.max(before.length, rows.length); index += 1) {
    headings.forEach(
      (heading, column) => (sheet.getRow(HEADING_ROW + 1 + index).getCell(column + 1).value = rows[index]?.[heading] ?? null),
    );
  }
  await book.xlsx.writeFile(path);
}

async function annotate(path: string, typed: (ref: string) => Row): Promise<void> {
  const book = await open(path);
  const sheet = book.getWorksheet('All priorities');
  if (sheet === undefined) throw new Error('no plan');
  const headings = headingsOf(sheet);
  for (let row = HEADING_ROW + 1; row <= sheet.rowCount; row += 1) {
    const ref = sheet.getRow(row).getCell(1).text;
    for (const [heading, value] of Object.entries(typed(ref))) sheet.getRow(row).getCell(headings.indexOf(heading) + 1).value = value;
  }
  await book.xlsx.writeFile(path);
}

async function planRows(path: string): Promise<Map<string, Row>> {
  const sheet = (await open(path)).getWorksheet('All priorities');
  return new Map(sheet === undefined ? [] : rowsOf(sheet).map((row) => [wordsOf(row.Ref), row]));
}

/** A cell's words; an empty cell has none. */
const wordsOf = (value: ExcelJS.CellValue | undefined): string => (typeof value === 'string' ? value : '');

const COMMITMENT = 'What we have committed to';
const noteOn = (ref: string): string => `what ${ref} needs`;

/** Typed by the collator before the packs went out. */
const BEFORE: Readonly<Record<string, Row>> = {
  'ASC-01': { Status: 'at risk', Progress: 'Panel in March.' },
  'PH-02': { Status: 'on track', Progress: 'Met with the districts.' },
  'GET-01': { Status: 'on track' },
};

describe('a quarter’s round trip of the eight submissions', () => {
  const folder = freshFolder();
  const plan = join(folder, 'plan.xlsx');
  const packs = join(folder, 'packs');
  const next = join(folder, 'plan-q2.xlsx');
  const pack = (name: string): string => join(packs, `${name}.xlsx`);
  let before: Map<string, Row>;
  let after: Map<string, Row>;
  let packing: Awaited<ReturnType<typeof tryCli>>;
  let collating: Awaited<ReturnType<typeof tryCli>>;

  beforeAll(async () => {
    await tryCli('collate', ['assets/samples/submissions', '--out', plan]);
    await annotate(plan, (ref) => ({ Notes: noteOn(ref), ...BEFORE[ref] }));
    before = await planRows(plan);
    packing = await tryCli('collate', ['return-pack', '--previous', plan, '--out', packs, '--by', '2025-02-28']);
    await edit(pack('CYPE'), (rows) => {
      const inserted = { [COMMITMENT]: 'Open a breakfast club in each family hub', 'Led by': 'Jo Smith', Timescale: 'March 2026' };
      const reworded = { ...rows[2], [COMMITMENT]: `${wordsOf(rows[2]?.[COMMITMENT])} in every family hub, from September` };
      return [...rows.slice(0, 2), inserted, reworded, ...rows.slice(3)];
    });
    await edit(pack('GET'), (rows) => rows.map((row) => (row.Ref === 'GET-01' ? { ...row, 'Status now': 'complete' } : row)).reverse());
    await edit(pack('Adult Social Care'), (rows) =>
      rows
        .filter(({ Ref }) => Ref !== 'ASC-03')
        .map((row) => (row.Ref === 'ASC-01' ? { ...row, 'Status now': 'complete', 'Progress now': 'Live since January.' } : row)),
    );
    // A directorate's own numbering over ours: computed, and one row off, so that it names the neighbour.
    await edit(pack('Procurement'), (rows) =>
      rows.map((row, index) => {
        const wrong = `PROC-0${String(((index + 1) % rows.length) + 1)}`;
        return { ...row, Ref: { formula: `"PROC-0"&(MOD(ROW()-4,${String(rows.length)})+1)`, result: wrong } };
      }),
    );
    await edit(pack('HROD'), (rows) => rows.map((row, index) => (index === 2 ? { ...row, Ref: 'HROD-01' } : row)));
    // After the packs went out.
    await annotate(plan, (ref) => (ref === 'GET-01' ? { Status: 'delayed' } : {}));
    collating = await tryCli('collate', [packs, '--previous', plan, '--out', next]);
    after = await planRows(next);
  });

  it('sends 93 actions to eight directorates, each with a text', () => {
    expect(packing.err).toEqual([]);
    expect(packing.out.map((line) => Number(/: (\d+) actions/.exec(line)?.[1])).reduce((sum, number) => sum + number, 0)).toBe(93);
    expect(readdirSync(packs).filter((name) => name.endsWith('.xlsx'))).toHaveLength(8);
    const covering = readFileSync(join(packs, 'Adult Social Care - covering text.txt'), 'utf8');
    expect(covering).toContain('the 16 actions of Adult Social Care as the plan has them on 1 February 2025');
    expect(covering).toContain('by 28 February 2025');
  });

  it('shows what the plan says and what the collator typed there, and leaves the answers empty', async () => {
    const book = await open(pack('Public Health Education'));
    expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
      ['Public Health Education', 'visible'],
      ['Template lists', 'hidden'],
    ]);
    const publicHealth = (await open(pack('Public Health'))).worksheets[0];
    const rows = publicHealth === undefined ? [] : rowsOf(publicHealth);
    expect(rows.find(({ Ref }) => Ref === 'PH-02')).toMatchObject({
      'Status last time': 'on track',
      'Progress last time': 'Met with the districts.',
      'Status now': null,
      'Progress now': null,
    });
    const validation = publicHealth?.getCell('L5').dataValidation;
    expect(validation?.formulae).toEqual(["'Template lists'!$D$2:$D$7"]);
    expect(validation?.showErrorMessage ?? false).toBe(false);
  });

  it('loses no note and no Ref: each stands beside its own commitment', () => {
    expect([...after].filter(([ref, row]) => before.has(ref) && row.Notes !== noteOn(ref))).toEqual([]);
    expect([...before.keys()].filter((ref) => !after.has(ref))).toEqual([]);
    expect([...after.keys()].filter((ref) => !before.has(ref))).toEqual(['CYPE-09']);
    const moved = [...after].filter(([ref, row]) => before.has(ref) && row[COMMITMENT] !== before.get(ref)?.[COMMITMENT]);
    expect(moved.map(([ref]) => ref)).toEqual(['CYPE-03']);
    expect(after.get('CYPE-03')?.[COMMITMENT]).toMatch(/in every family hub, from September$/);
    expect(after.get('CYPE-09')).toMatchObject({ [COMMITMENT]: 'Open a breakfast club in each family hub', Notes: null });
  });

  it('keeps themes, dates and outcomes of rows that came back in another order', () => {
    const differ = [...after].filter(([ref, row]) => {
      const was = before.get(ref);
      return (
        was !== undefined &&
        ref !== 'ASC-03' &&
        ['Theme', 'Shared outcomes', 'Cost', 'Led by', 'Measure'].some((key) => row[key] !== was[key])
      );
    });
    expect(differ).toEqual([]);
  });

  it('marks the row that was deleted and leaves it where it was, with its note', () => {
    expect(after.get('ASC-03')).toMatchObject({
      Standing: 'no longer sent',
      Notes: noteOn('ASC-03'),
      [COMMITMENT]: before.get('ASC-03')?.[COMMITMENT],
    });
    expect([...after.keys()].slice(0, 93)).toEqual([...before.keys()]);
  });

  it('merges statuses three ways: an answer takes the place of what the pack showed, silence leaves it', () => {
    expect(after.get('ASC-01')).toMatchObject({ Status: 'complete', Progress: 'Live since January.' });
    expect(after.get('PH-02')).toMatchObject({ Status: 'on track', Progress: 'Met with the districts.' });
  });

  it('keeps what the collator typed after the pack went out, and lists the answer as a conflict', () => {
    expect(after.get('GET-01')?.Status).toBe('delayed');
    expect(collating.out.filter((line) => line.includes('is kept'))).toEqual([
      expect.stringMatching(/^All priorities [A-Z]+\d+, Status: "delayed" is kept as typed; GET sends “complete”\. Both have changed: /),
    ]);
  });

  it('says nothing more when the same packs are collated again', async () => {
    const again = join(folder, 'again.xlsx');
    await tryCli('collate', [packs, '--previous', next, '--out', again]);
    expect(await planRows(again)).toEqual(after);
  });
});

describe('what it refuses', () => {
  const check = async (words: readonly string[], sentence: RegExp): Promise<void> => {
    const { code, err } = await tryCli('collate', ['return-pack', ...words]);
    expect(code).toBe(2);
    expect(err.join('\n')).toMatch(sentence);
  };

  it('says what is missing, and that a workbook holds no plan', async () => {
    await check([], /^Say which plan goes back and into which folder/);
    await check(
      ['--previous', 'assets/samples/kent-priorities.xlsx', '--out', freshFolder()],
      /^There is no collated plan in this workbook yet/,
    );
    await check(['--previous', 'nowhere.xlsx', '--out', freshFolder()], /^There is no file nowhere\.xlsx\.$/);
  });

  it('writes over no pack, since it may be filled in', async () => {
    const folder = freshFolder();
    const plan = join(folder, 'plan.xlsx');
    await tryCli('collate', ['assets/samples/submissions/GET.xlsx', '--out', plan]);
    const packs = join(folder, 'packs');
    const first = await tryCli('collate', ['return-pack', '--previous', plan, '--out', packs]);
    expect(first.out).toEqual([
      'GET.xlsx: 24 actions of GET.',
      expect.stringMatching(/^Nothing in the plan, a text to chase each: CYPE, Public Health,/),
    ]);
    expect(readFileSync(join(packs, 'CYPE - chasing text.txt'), 'utf8')).toContain('the plan holds nothing from CYPE');
    const bytes = readFileSync(join(packs, 'GET.xlsx'));
    await check(['--previous', plan, '--out', packs], /^GET\.xlsx is already in .*nothing was written\. Give another folder\.$/);
    expect(readFileSync(join(packs, 'GET.xlsx'))).toEqual(bytes);
  });
});
