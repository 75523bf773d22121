import { a1, type BookGrid, cellAt, type SheetGrid } from '../grid';
import { isOfFirstFormat, journalEdits, type PlanState, readState, STATE_SHEET } from '../state';
import { counted, grouped, listed } from '../wording';
import { calculatesAlone, type CellContent, type Edit, leftHash } from '../workbook';
import { KEPT_TEXTS_TABLE } from './kept-texts';
import { isOwnSheet, OWN_TABLES, sheetWrittenAs } from './plan-sheets';
import { cellsLeft, isAsLeft, type TypedSince, typedSince } from './typed-since';

/** What taking back the last run does to one sheet. */
export interface RestoreStep {
  readonly sheet: string;
  /** `remove`: the run made the sheet. `not there`: the run made it, and it is gone since. */
  readonly what: 'remove' | 'put back' | 'not there';
  /** Cells put back; 0 for a sheet that is removed. */
  readonly cells: number;
  /** Comments and notes that go back to where they stood. */
  readonly comments: number;
  /** What was typed there since, and is lost by it. */
  readonly typed: readonly TypedSince[];
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
  const recorded = journalEdits(state.journal);
  const movesComments = recorded.some((edit) => edit?.type === 'move comments');
  for (const edit of recorded) {
    const checked = edit === null ? 'one of its steps cannot be read' : checkedStep(edit, { book, state, movesComments });
    if (typeof checked === 'string') return { ...point, steps: [], edits: [], refusal: refusalOf(checked) };
    edits.push(checked);
  }
  const moved = isOfFirstFormat(book) ? null : notAsLeft(edits, book);
  if (moved !== null) return { ...point, steps: [], edits: [], refusal: refusalOf(moved) };
  return { ...point, steps: stepsOf(edits, book, state), edits, refusal: null };
}

/** Fewer cells with words that stood elsewhere were typed; more of them, where they are this share of all, are rows that were moved. */
const MOVED_CELLS = 3;
const MOVED_SHARE = 0.2;

/** Why a sheet does not show what the run left on it; null where each does. Cells that were typed over since are told in the steps. */
function notAsLeft(edits: readonly Edit[], { sheets }: BookGrid): string | null {
  for (const sheet of sheets) {
    const own = edits.filter((edit) => edit.sheet === sheet.name && edit.type === 'write cells');
    if (sheet.name === STATE_SHEET || own.length === 0) continue;
    if (own.some((edit) => edit.type === 'write cells' && edit.left === undefined))
      return `it does not say what it would take back on the sheet “${sheet.name}”`;
    const cells = cellsLeft(own);
    const elsewhere = new Set(cells.flatMap(({ hashes }) => [...hashes]).filter((hash) => hash !== ''));
    const moved = cells.filter((one) => !isAsLeft(sheet, one) && elsewhere.has(leftHash(cellAt(sheet, one))));
    if (moved.length < MOVED_CELLS || moved.length < cells.length * MOVED_SHARE) continue;
    const places = listed(moved.slice(0, MOVED_CELLS).map(({ row, column }) => a1({ row, column })));
    return `${counted(moved.length, 'cell')} of the sheet “${sheet.name}” that it would put back (${places}, for example) hold what that run wrote in others, so that words would go back to rows that are not theirs. Rows were sorted, put in or taken out since, or the record is of another workbook. Put the rows back in their order and try again`;
  }
  return null;
}

function refusalOf(why: string): string {
  return `What this workbook remembers of the last run was changed by something else: ${why}. So it is not followed, and nothing was changed. Go back to a copy that you saved, or to an earlier version under File, Info, Version History.`;
}

/** A workbook with what it remembers of a run. */
interface Journalled {
  readonly book: BookGrid;
  readonly state: PlanState;
  readonly movesComments: boolean;
}

/** The step on the sheet as it is called now, or why it is none of this program's. */
function checkedStep(edit: Edit, { book, state, movesComments }: Journalled): Edit | string {
  const sheet = sheetWrittenAs(edit.sheet, book, state.written);
  if (edit.type === 'remove sheet') {
    if (sheet === null) return edit;
    return sheet.name === STATE_SHEET || !isOwnSheet(sheet)
      ? `it would remove the sheet “${sheet.name}”, which it did not make`
      : { ...edit, sheet: sheet.name };
  }
  if (sheet === null) return `it names the sheet “${edit.sheet}”, which is not there`;
  const here = `the sheet “${sheet.name}”`;
  if (sheet.name !== STATE_SHEET && !isOwnSheet(sheet)) {
    const formulas = movesComments && edit.type === 'write cells' ? formulasThere(edit, sheet) : null;
    return formulas ?? `it would write to ${here}, which it did not make`;
  }
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
    case 'set drop-downs':
    case 'set printed columns':
    case 'remove chart':
    case 'move comments':
      return { ...edit, sheet: sheet.name };
    case 'add sheet':
    case 'add chart':
    case 'lay out':
      return `it would make something new on ${here}`;
  }
}

/**
 * A step on a sheet that this program did not make, whose formulas follow a comment that is moved and are written as they were. Only a formula
 * that stands there now is written; null for a step with anything else in it.
 */
function formulasThere(edit: Edit & { readonly type: 'write cells' }, sheet: SheetGrid): Edit | null {
  if (edit.cells.flat().some((content) => content !== null && formulaOf(content) === null)) return null;
  const cells = edit.cells.map((row, down) =>
    row.map((content, across) => {
      const now = cellAt(sheet, { row: edit.area.top + down, column: edit.area.left + across });
      return content !== null && now.formula === formulaOf(content) ? content : null;
    }),
  );
  return { ...edit, sheet: sheet.name, cells };
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

function stepsOf(edits: readonly Edit[], book: BookGrid, { written }: PlanState): RestoreStep[] {
  const bySheet = new Map<string, Edit[]>();
  // Formulas of other sheets stay what they are, so there is nothing to say of them.
  const isTold = ({ sheet: name, type }: Edit): boolean => {
    const sheet = book.sheets.find((one) => one.name === name);
    return name !== STATE_SHEET && (type !== 'write cells' || sheet === undefined || isOwnSheet(sheet));
  };
  for (const edit of edits) if (isTold(edit)) bySheet.set(edit.sheet, [...(bySheet.get(edit.sheet) ?? []), edit]);
  return [...bySheet].map(([name, own]): RestoreStep => {
    const sheet = book.sheets.find((one) => one.name === name);
    const isRemoved = own.some(({ type }) => type === 'remove sheet');
    const last = written.find((one) => one.id === sheet?.id || one.name === name) ?? null;
    // Texts of the sheet of kept texts go back to where they stood.
    const isOfKeptTexts = sheet?.tables.some((table) => table.name === KEPT_TEXTS_TABLE) === true;
    return {
      sheet: name,
      what: isRemoved ? (sheet === undefined ? 'not there' : 'remove') : 'put back',
      cells: own.reduce((sum, edit) => sum + cellsOf(edit), 0),
      comments: Math.max(0, ...own.map((edit) => (edit.type === 'move comments' ? edit.moves.length : 0))),
      typed: sheet === undefined || isOfKeptTexts ? [] : typedSince(sheet, own, last),
    };
  });
}

function cellsOf(edit: Edit): number {
  return edit.type === 'write cells' ? edit.cells.flat().filter((cell) => cell !== null).length : 0;
}

/** Texts that are quoted of those typed since; the others are counted. */
const QUOTED = 5;

function typedInWords(typed: readonly TypedSince[]): string {
  if (typed.length === 0) return '';
  const quoted = typed.slice(0, QUOTED).map(({ cell, words }) => `${cell} “${words.length > 40 ? `${words.slice(0, 39)}…` : words}”`);
  const more = typed.length - quoted.length;
  return `; typed there since, and lost by it: ${listed(more === 0 ? quoted : [...quoted, `${grouped(more)} more`])}`;
}

/** "“Changes”: removed, since that run made it", for before and after it is done. */
export function restoreStepInWords({ sheet, what, cells, comments, typed }: RestoreStep): string {
  switch (what) {
    case 'remove':
      return `“${sheet}”: removed, since that run made it${typedInWords(typed)}`;
    case 'put back':
      return `“${sheet}”: ${counted(cells, 'cell')}${comments === 0 ? '' : ` and ${counted(comments, 'comment')}`} put back${typedInWords(typed)}`;
    case 'not there':
      return `“${sheet}”: not there any more`;
  }
}
