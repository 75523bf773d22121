import { type BookGrid, cellAt, type SheetGrid } from '../grid';
import { journalEdits, type PlanState, readState, STATE_SHEET } from '../state';
import { counted } from '../wording';
import { calculatesAlone, type CellContent, type Edit } from '../workbook';
import { isOwnSheet, OWN_TABLES, sheetWrittenAs } from './plan-sheets';

/** What taking back the last run does to one sheet. */
export interface RestoreStep {
  readonly sheet: string;
  /** `remove`: the run made the sheet. `not there`: the run made it, and it is gone since. */
  readonly what: 'remove' | 'put back' | 'not there';
  /** Cells put back; 0 for a sheet that is removed. */
  readonly cells: number;
  /** Of a sheet that is removed: cells in columns for notes that hold something, which go with it. */
  readonly notes: number;
}

/** What takes back the last run of a workbook: one that did not end, or the last that did. */
export interface RestorePoint {
  readonly runId: string;
  readonly state: 'open' | 'closed';
  /** By sheet; without the program's own memory. Empty when it is refused. */
  readonly steps: readonly RestoreStep[];
  /** In the order to make them. Empty when it is refused. */
  readonly edits: readonly Edit[];
  /** Why it cannot be followed, in plain words; null when it can. */
  readonly refusal: string | null;
}

/**
 * The restore point of a workbook; null where there is none. What it says is checked before it is followed, since a workbook comes from
 * others: each step must be one that takes back, on a sheet or table that this program wrote, with no formula that does more than calculate.
 * One step that is not so refuses all of them.
 * Rule: docs/rules.md#restore.
 */
export function restorePointOf(book: BookGrid): RestorePoint | null {
  const state = readState(book);
  const { runId, state: ended } = state.journal;
  if (ended === 'none') return null;
  const point = { runId, state: ended };
  const edits: Edit[] = [];
  for (const edit of journalEdits(state.journal)) {
    const checked = edit === null ? 'one of its steps cannot be read' : checkedStep(edit, book, state);
    if (typeof checked === 'string') return { ...point, steps: [], edits: [], refusal: refusalOf(checked) };
    edits.push(checked);
  }
  return { ...point, steps: stepsOf(edits, book), edits, refusal: null };
}

function refusalOf(why: string): string {
  return `What this workbook remembers of the last run was changed by something else: ${why}. So it is not followed, and nothing was changed. Go back to a copy that you saved, or to an earlier version under File, Info, Version History.`;
}

/** The step on the sheet as it is called now, or why it is none of this program's. */
function checkedStep(edit: Edit, book: BookGrid, { written }: PlanState): Edit | string {
  const sheet = sheetWrittenAs(edit.sheet, book, written);
  if (edit.type === 'remove sheet') {
    if (sheet === null) return edit;
    return sheet.name === STATE_SHEET || !isOwnSheet(sheet)
      ? `it would remove the sheet “${sheet.name}”, which it did not make`
      : { ...edit, sheet: sheet.name };
  }
  if (sheet === null) return `it names the sheet “${edit.sheet}”, which is not there`;
  const here = `the sheet “${sheet.name}”`;
  if (sheet.name !== STATE_SHEET && !isOwnSheet(sheet)) return `it would write to ${here}, which it did not make`;
  switch (edit.type) {
    case 'write cells': {
      const formula = strangeFormula(edit, sheet);
      return formula === null ? { ...edit, sheet: sheet.name } : `it would write the formula ${formula} to ${here}`;
    }
    case 'remove table':
    case 'resize table':
      return OWN_TABLES.has(edit.table)
        ? { ...edit, sheet: sheet.name }
        : `it would change the table “${edit.table}”, which it did not make`;
    case 'add table':
      return { ...edit, sheet: sheet.name };
    case 'add sheet':
    case 'lay out':
      return `it would make something new on ${here}`;
  }
}

/** A formula that does more than calculate and does not stand in the cell already, shortened; null when there is none. */
function strangeFormula({ cells, area }: Edit & { readonly type: 'write cells' }, sheet: SheetGrid): string | null {
  for (const [down, row] of cells.entries()) {
    for (const [across, content] of row.entries()) {
      const formula = formulaOf(content);
      if (formula === null || (sheet.name !== STATE_SHEET && calculatesAlone(formula))) continue;
      if (cellAt(sheet, { row: area.top + down, column: area.left + across }).formula === formula) continue;
      return formula.length > 40 ? `${formula.slice(0, 39)}…` : formula;
    }
  }
  return null;
}

function formulaOf(content: CellContent | null): string | null {
  return content?.kind === 'restore' ? (content.formula ?? null) : null;
}

function stepsOf(edits: readonly Edit[], book: BookGrid): RestoreStep[] {
  const steps = new Map<string, RestoreStep>();
  for (const edit of edits) {
    if (edit.sheet === STATE_SHEET) continue;
    const sheet = book.sheets.find(({ name }) => name === edit.sheet);
    const before = steps.get(edit.sheet) ?? { sheet: edit.sheet, what: 'put back', cells: 0, notes: 0 };
    if (edit.type === 'remove sheet')
      steps.set(edit.sheet, {
        ...before,
        what: sheet === undefined ? 'not there' : 'remove',
        notes: sheet === undefined ? 0 : notesOn(sheet),
      });
    else steps.set(edit.sheet, { ...before, cells: before.cells + cellsOf(edit) });
  }
  return [...steps.values()];
}

function cellsOf(edit: Edit): number {
  return edit.type === 'write cells' ? edit.cells.flat().filter((cell) => cell !== null).length : 0;
}

/** Headings of the columns that are the user's own on every sheet. */
const OWN_COLUMNS = new Set(['Notes', 'Finance check']);

function notesOn({ tables, rows }: SheetGrid): number {
  return tables.reduce((sum, { area }) => {
    const headings = [...(rows.get(area.top) ?? [])].filter(([column]) => column >= area.left && column <= area.right);
    const own = headings.flatMap(([column, { text }]) => (OWN_COLUMNS.has(text) ? [column] : []));
    const filled = [...rows]
      .filter(([row]) => row > area.top)
      .flatMap(([, cells]) => own.filter((column) => (cells.get(column)?.text ?? '') !== ''));
    return sum + filled.length;
  }, 0);
}

/** "“Changes”: removed, since that run made it", for before and after it is done. */
export function restoreStepInWords({ sheet, what, cells, notes }: RestoreStep): string {
  switch (what) {
    case 'remove':
      return `“${sheet}”: removed, since that run made it${notes === 0 ? '' : `, with ${counted(notes, 'note')} typed in it`}`;
    case 'put back':
      return `“${sheet}”: ${counted(cells, 'cell')} put back`;
    case 'not there':
      return `“${sheet}”: not there any more`;
  }
}
