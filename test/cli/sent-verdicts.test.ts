import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileWorkbook } from '../../src/adapters/files';
import type { WritableBook } from '../../src/application/ports/ports';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { cellAt, parseA1 } from '../../src/domain/grid';
import { prioritiesTable, verdictsOnSheet } from '../../src/domain/sheets';
import { text } from '../../src/domain/workbook';
import { costsInFile, type CostsInWorkbook, never, sheetOfCosts } from '../application/finance/costs-in-excel';
import { freshFolder, tryCli } from './try-cli';

const RECRUIT = 'Recruit two link workers';

/** A directorate's file with finance's columns in G to J, and the plan beside it. */
class Sent {
  private constructor(
    private readonly folder: string,
    private book: CostsInWorkbook,
  ) {}

  static async with(verdict: string | null): Promise<Sent> {
    const book = await costsInFile(sheetOfCosts());
    await book.requests.writeFinanceColumns(await book.requests.planFinanceColumns(never), never);
    const sent = new Sent(freshFolder(), book);
    if (verdict !== null) await sent.judge(verdict);
    return sent;
  }

  get plan(): string {
    return join(this.folder, 'plan.xlsx');
  }

  async judge(verdict: string, note = 'From which budget?'): Promise<void> {
    const row = await this.book.row(RECRUIT);
    await this.book.requests.recordVerdict(row, { verdict, note, by: 'AB' }, never);
  }

  async type(address: string, words: string): Promise<void> {
    await this.book.type('GET', address, words);
  }

  /** Collates the file as it is now; what was said. */
  async collate(...more: readonly string[]): Promise<readonly string[]> {
    const file = join(this.folder, 'GET.xlsx');
    writeFileSync(file, await (this.book.port as WritableBook).toBytes());
    const json = ['--json', join(this.folder, 'plan.json')];
    const to = more.includes('--out') ? [] : ['--previous', this.plan, '--in-place'];
    const { code, out, err } = await tryCli('collate', [file, ...to, ...json, '--as-of', '2026-03-12', ...more]);
    expect([code, err]).toEqual([expect.any(Number), []]);
    return out;
  }

  async first(): Promise<readonly string[]> {
    return this.collate('--out', this.plan);
  }

  /** What plan.json says of the first action. */
  get json() {
    const { actions, findings } = planJsonSchema.parse(JSON.parse(readFileSync(join(this.folder, 'plan.json'), 'utf8')));
    const differing = findings.filter(({ code }) => code === 'verdict-differs');
    const action = actions.find(({ commitment }) => commitment.startsWith(RECRUIT));
    return { verdict: action?.finance.verdict, history: action?.finance.history ?? [], differing };
  }

  /** Finance's cells of GET-01 in the plan. */
  async cells(): Promise<unknown> {
    const book = await (await FileWorkbook.open('plan.xlsx', new Uint8Array(readFileSync(this.plan)))).readBook({ includeHidden: true });
    return verdictsOnSheet(book).get('GET-01') ?? null;
  }

  /** Types into the row of GET-01 under a heading of All priorities. */
  async typeInPlan(heading: string, words: string): Promise<void> {
    const file = await FileWorkbook.open('plan.xlsx', new Uint8Array(readFileSync(this.plan)));
    const found = prioritiesTable(await file.readBook({ includeHidden: true }));
    if (found === null) throw new Error('There is no plan.');
    const { sheet, area } = found;
    const across = Array.from({ length: area.right + 1 }, (_, column) => column);
    const column = across.find((one) => cellAt(sheet, { row: area.top, column: one }).value === heading) ?? -1;
    const { row } = parseA1(`A${String(area.top + 2)}`) ?? { row: 0 };
    const place = { top: row, bottom: row, left: column, right: column };
    await file.apply([
      [{ edit: { type: 'write cells', sheet: sheet.name, area: place, cells: [[text(words)]], expected: null }, undo: null }],
    ]);
    writeFileSync(this.plan, await file.toBytes());
  }
}

const SAID = { verdict: 'query', note: 'From which budget?', by: 'AB', date: '2026-03-09' };

describe('a verdict in a directorate’s own table', () => {
  it('goes into a new plan with note, initials and date, and stays there as it is', async () => {
    const sent = await Sent.with('query');
    const out = await sent.first();
    expect(out.join('\n')).toContain('All priorities: 1 verdict of finance comes from the directorates’ own tables.');
    expect([await sent.cells(), sent.json]).toEqual([SAID, { verdict: { ...SAID, settled: true }, history: [], differing: [] }]);
    const written = readFileSync(sent.plan);
    await sent.collate();
    expect(readFileSync(sent.plan).equals(written)).toBe(true);
    expect([await sent.cells(), sent.json.verdict]).toEqual([SAID, { ...SAID, settled: true }]);
  });

  it('goes into the row that the plan has, and is asked for again where the directorate says something else since', async () => {
    const sent = await Sent.with(null);
    await sent.first();
    expect([await sent.cells(), sent.json.verdict]).toEqual([null, null]);
    await sent.judge('query');
    await sent.collate();
    expect([await sent.cells(), sent.json.verdict]).toEqual([SAID, { ...SAID, settled: true }]);
    await sent.type('D2', '900 people seen');
    await sent.collate();
    expect(sent.json.verdict).toEqual({ ...SAID, settled: false });
    // Finance says the same once more beside the new words.
    await sent.judge('query');
    await sent.collate();
    expect(sent.json.verdict).toEqual({ ...SAID, settled: true });
  });

  it('that saw other words than are sent with it is not settled in the plan', async () => {
    const sent = await Sent.with('query');
    await sent.type('D2', '900 people seen');
    await sent.first();
    expect(sent.json.verdict).toEqual({ ...SAID, settled: false });
    await sent.collate();
    expect(sent.json.verdict).toEqual({ ...SAID, settled: false });
  });

  it('brings what was said there before as its history', async () => {
    const sent = await Sent.with('not agreed');
    await sent.judge('query');
    await sent.first();
    expect(sent.json).toMatchObject({ verdict: SAID, history: [{ ...SAID, verdict: 'not agreed', found: null }] });
  });

  it('replaces an earlier one of the plan, which goes into the history, and says so', async () => {
    const sent = await Sent.with(null);
    await sent.first();
    for (const [heading, words] of Object.entries({ 'Finance check': 'agreed', 'Finance by': 'CD', 'Finance date': '2026-03-02' }))
      await sent.typeInPlan(heading, words);
    await sent.collate();
    await sent.judge('query');
    const out = (await sent.collate()).join('\n');
    expect(out).toContain(
      'GET-01: finance’s verdict in the directorate’s own table, “query” (AB, 9 March 2026), is later than the plan’s, “agreed” (CD, 2 March 2026), which goes into its history.',
    );
    expect(await sent.cells()).toEqual(SAID);
    expect(sent.json).toMatchObject({
      verdict: SAID,
      history: [{ verdict: 'agreed', note: '', by: 'CD', date: '2026-03-02', found: '2026-03-12' }],
      differing: [],
    });
  });

  it.each([
    ['a later one', { 'Finance check': 'agreed', 'Finance date': '2026-03-10' }, '“agreed” (10 March 2026)'],
    ['one of the same day', { 'Finance check': 'agreed', 'Finance date': '2026-03-09' }, '“agreed” (9 March 2026)'],
    ['one without a date', { 'Finance check': 'agreed' }, '“agreed”'],
    ['a note alone', { 'Finance note': 'ask Jo' }, 'a note alone'],
  ])('leaves %s in the plan, which is told until the two are the same', async (_, typed, words) => {
    const sent = await Sent.with(null);
    await sent.first();
    for (const [heading, what] of Object.entries(typed)) await sent.typeInPlan(heading, what);
    const before = await sent.cells();
    await sent.judge('query');
    for (let run = 0; run < 2; run += 1) {
      await sent.collate();
      expect(await sent.cells()).toEqual(before);
      expect(sent.json.differing).toMatchObject([
        {
          file: 'GET.xlsx',
          cell: 'G2',
          message: `Finance’s verdict here is “query” (AB, 9 March 2026), and the plan has ${words}. That one stays, since nothing says that the one here is later. Please make the two the same.`,
        },
      ]);
    }
    await sent.type('G2', '');
    await sent.collate();
    expect(sent.json.differing).toEqual([]);
  });

  it('that the plan had and finance changed there since is not taken again', async () => {
    const sent = await Sent.with('query');
    await sent.first();
    for (const [heading, words] of Object.entries({ 'Finance check': 'agreed', 'Finance date': '2026-03-01' }))
      await sent.typeInPlan(heading, words);
    await sent.collate();
    expect(sent.json).toMatchObject({ verdict: { verdict: 'agreed' }, history: [SAID], differing: [] });
    await sent.typeInPlan('Finance check', '');
    await sent.collate();
    expect(sent.json).toMatchObject({ verdict: null, differing: [] });
  });
});
