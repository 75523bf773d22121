import type { PreparedWrite } from '../../../src/application';
import { writePlan } from '../../../src/application/collate/write-plan';
import { a1 } from '../../../src/domain/grid';
import { seen } from '../../adapters/office/office-bench';
import { planInExcel, type PlanInExcel, submissionOf } from './plan-in-excel';

/**
 * Somebody else works in the same workbook while a collation is written. Their edit comes before each request in turn, in a cell that the
 * run writes, in the row that it fills below a table, and as a row put in between. Whatever becomes of the write, what they wrote stands in
 * the workbook afterwards, where they wrote it.
 */
const THEIRS = 'Their own words';
/** Bytes: the run then takes a dozen requests, with more boundaries between them. */
const MANY_REQUESTS = 40_000;
const signal = new AbortController().signal;

interface Scenario {
  readonly open: () => PlanInExcel;
  readonly prepared: PreparedWrite;
  readonly before: string;
  readonly requests: number;
}

async function collatedAgain(): Promise<Scenario> {
  const plan = planInExcel([submissionOf('GET', ['Plant trees', 'Warm homes', 'Open a library'])]);
  await plan.collate();
  const edits = { A2: 'Plant 200 trees', C3: 'soon', C4: 'later', A5: 'Teach swimming', B5: 'B. Green' };
  for (const [address, words] of Object.entries(edits)) plan.host.fireEdit('GET', address, words);
  const { sheets } = await plan.port.readBook({ includeHidden: true });
  const open = (): PlanInExcel => planInExcel(sheets, MANY_REQUESTS);
  const { prepared } = await open().requests.planCollation([], signal, () => undefined);
  const rehearsal = open();
  const before = seen(rehearsal.host);
  await writePlan(rehearsal.port, prepared);
  return { open, prepared, before, requests: rehearsal.host.requests.length };
}

/** Address of a cell of a table, by its row (0 is the heading) and its heading. */
function cellIn(
  { host, words }: PlanInExcel,
  table: string,
  row: number,
  heading: string,
): { readonly sheet: string; readonly address: string } {
  const found = host.workbook.findTable(table);
  const column = words(table)[0]?.indexOf(heading) ?? -1;
  if (found === null || column < 0) throw new Error(`no ${heading} in ${table}`);
  const { top, left } = found.table.area;
  return { sheet: found.sheet.name, address: a1({ row: top + row, column: left + column }) };
}

function textAt({ host }: PlanInExcel, { sheet, address }: { readonly sheet: string; readonly address: string }): string {
  const target = host.workbook.sheet(sheet);
  const { top, left } = host.workbook.areaOn(target, address);
  return host.workbook.textOf(target, top, left);
}

const PLACES = [
  ['a cell that is rewritten', 'AllPriorities', 1, 'What we have committed to'],
  ['a cell of the row that is added', 'AllPriorities', 4, 'What we have committed to'],
  ['a cell of a list that is written anew', 'PlanFindings', 1, 'What and why'],
] as const;

const REFUSED =
  /^Cell [A-Z]+\d+ of “.+” \(row \d+\) has changed since the workbook was read, so nothing was written\. Check again, then write\.$/;
const TAKEN_BACK =
  /^The write did not go through: cell [A-Z]+\d+ of “.+” was changed by somebody else at the same moment; what they wrote is kept\. The workbook is as it was\. Try again\.$/;

const TABLE_TAKEN_BACK =
  'The write did not go through: the table on “All priorities” was given other rows or columns by somebody else at the same moment. The workbook is as it was. Try again.';

function kindOf(outcome: string): string {
  return REFUSED.test(outcome) ? 'refused' : TAKEN_BACK.test(outcome) ? 'taken back' : outcome;
}

/** Writes with something done just before a request; "written", or what the failure says. */
function writeWith(plan: PlanInExcel, prepared: PreparedWrite, request: number, act: () => void): Promise<string> {
  plan.host.faults.before(request, act);
  return writePlan(plan.port, prepared).then(
    () => 'written',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );
}

/** Cells of the sheets that people see that the run writes; without those of sheets that it makes. */
function cellsWritten({ stages }: PreparedWrite): { readonly sheet: string; readonly address: string }[] {
  const edits = stages.flat().map(({ edit }) => edit);
  const made = new Set(edits.flatMap((edit) => (edit.type === 'add sheet' ? [edit.sheet] : [])));
  return edits.flatMap((edit) =>
    edit.type !== 'write cells' || edit.sheet === '_plan' || made.has(edit.sheet)
      ? []
      : edit.cells.flatMap((row, down) =>
          row.flatMap((content, along) =>
            content === null ? [] : [{ sheet: edit.sheet, address: a1({ row: edit.area.top + down, column: edit.area.left + along }) }],
          ),
        ),
  );
}

describe('a co-author’s edit at the boundary of any two requests is never overwritten', () => {
  let one: Scenario;
  beforeAll(async () => {
    one = await collatedAgain();
  });

  it.each(PLACES)('%s', async (_name, table, row, heading) => {
    const outcomes = new Set<string>();
    for (let request = 0; request < one.requests; request += 1) {
      const plan = one.open();
      const place = cellIn(plan, table, row, heading);
      const type = (): void => plan.host.fireEdit(place.sheet, place.address, THEIRS, 'co-author');
      const outcome = await writeWith(plan, one.prepared, request, type);
      outcomes.add(kindOf(outcome));
      expect([request, outcome, textAt(plan, place)]).toEqual([request, outcome, THEIRS]);
      if (outcome === 'written') continue;
      plan.host.fireEdit(place.sheet, place.address, textAt(one.open(), place));
      expect([request, outcome, withoutFormats(seen(plan.host))]).toEqual([request, outcome, withoutFormats(one.before)]);
    }
    expect([...outcomes].sort()).toEqual(['refused', 'taken back', 'written']);
  });

  it('in every cell that the run writes at once, and another error at the end', async () => {
    const places = cellsWritten(one.prepared);
    expect(places.length).toBeGreaterThan(40);
    for (let request = 0; request < one.requests; request += 1) {
      for (const fault of [false, true]) {
        const plan = one.open();
        if (fault) plan.host.faults.failAt(one.requests - 1, 0);
        const type = (): void => places.forEach(({ sheet, address }) => plan.host.fireEdit(sheet, address, THEIRS, 'co-author'));
        const outcome = await writeWith(plan, one.prepared, request, type);
        const lost = places.filter((place) => textAt(plan, place) !== THEIRS);
        expect({ request, fault, outcome, lost }).toEqual({ request, fault, outcome, lost: [] });
      }
    }
  });

  it('a row put in above the rows that are written', async () => {
    const outcomes = new Set<string>();
    for (let request = 0; request < one.requests; request += 1) {
      const plan = one.open();
      const { sheet, address } = cellIn(plan, 'AllPriorities', 2, 'Ref');
      const row = Number(/\d+$/.exec(address)?.[0]) - 1;
      const target = plan.host.workbook.sheet(sheet);
      const outcome = await writeWith(plan, one.prepared, request, () => plan.host.workbook.shiftRows(target, row, 1, 'co-author'));
      outcomes.add(kindOf(outcome));
      plan.host.workbook.shiftRows(target, row, -1, 'co-author');
      const as = outcome === 'written' ? await afterWriting(one) : one.before;
      expect([request, outcome, withoutFormats(seen(plan.host))]).toEqual([request, outcome, withoutFormats(as)]);
    }
    expect(outcomes).toEqual(new Set(['refused', TABLE_TAKEN_BACK, 'written']));
  });
});

async function afterWriting({ open, prepared }: Scenario): Promise<string> {
  const plan = open();
  await writePlan(plan.port, prepared);
  return seen(plan.host);
}

/** A cell that was typed into by the keyboard may have a format of its own afterwards. */
function withoutFormats(book: string): string {
  return book.replaceAll(/"format":"[^"]*"/g, '"format":""');
}
