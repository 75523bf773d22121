import { a1, type BookGrid, cellAt, type SheetGrid } from '../grid';
import { isOfFirstFormat, isStateSheet, journalEdits, type PlanState, readStateInSteps } from '../state';
import { finished, type Steps } from '../steps';
import { counted, listed } from '../wording';
import { calculatesAlone, type CellContent, type Edit, isBlank, leftHash, shownWords } from '../workbook';
import { KEPT_TEXTS_TABLE } from './kept-texts';
import { isOwnSheet, OWN_TABLES, sheetWrittenAs } from './plan-sheets';
import type { RestoreStep } from './restore-steps';
import { cellsLeft, isAsLeft, type TypedSince, typedSince } from './typed-since';

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
export const restorePointOf = (book: BookGrid): RestorePoint | null => finished(restorePointInSteps(book));

/** The same in steps. */
export function* restorePointInSteps(book: BookGrid): Steps<RestorePoint | null> {
  const state = yield* readStateInSteps(book);
  const { runId, state: ended } = state.journal;
  if (ended === 'none') return null;
  const point = { runId, state: ended };
  const edits: Edit[] = [];
  if (!state.journal.isWhole) return { ...point, steps: [], edits: [], refusal: refusalOf(NOT_WHOLE) };
  const recorded = yield* journalEdits(state.journal);
  const movesComments = recorded.some((edit) => edit?.type === 'move comments');
  for (const edit of recorded) {
    const checked = edit === null ? 'one of its steps cannot be read' : checkedStep(edit, { book, state, movesComments, recorded });
    if (typeof checked === 'string') return { ...point, steps: [], edits: [], refusal: refusalOf(checked) };
    edits.push(checked);
  }
  yield '';
  const moved = isOfFirstFormat(book) ? null : notAsLeft(edits, book);
  if (moved !== null) return { ...point, steps: [], edits: [], refusal: refusalOf(moved) };
  yield '';
  return { ...point, steps: stepsOf(edits, book, state), edits, refusal: null };
}

const NOT_WHOLE = 'a step of it is missing, stands twice, is in another place or says something else than was written';

/** Fewer cells with words that stood elsewhere were typed; more of them, where they are this share of all, are rows that were moved. */
const MOVED_CELLS = 3;
const MOVED_SHARE = 0.2;

/** Why a sheet does not show what the run left on it; null where each does. Cells that were typed over since are told in the steps. */
function notAsLeft(edits: readonly Edit[], { sheets }: BookGrid): string | null {
  for (const sheet of sheets) {
    const own = edits.filter((edit) => edit.sheet === sheet.name && edit.type === 'write cells');
    if (isStateSheet(sheet.name) || own.length === 0) continue;
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
  /** All steps; null for one that cannot be read. */
  readonly recorded: readonly (Edit | null)[];
}

/** The step on the sheet as it is called now, or why it is none of this program's. */
function checkedStep(edit: Edit, journalled: Journalled): Edit | string {
  const { book, state, movesComments } = journalled;
  const sheet = sheetWrittenAs(edit.sheet, book, state.written);
  if (edit.type === 'remove sheet') {
    if (sheet === null) return edit;
    return isStateSheet(sheet.name) || !isSheetOfRun(sheet)
      ? `it would remove the sheet “${sheet.name}”, which it did not make`
      : { ...edit, sheet: sheet.name };
  }
  if (sheet === null) return `it names the sheet “${edit.sheet}”, which is not there`;
  const here = `the sheet “${sheet.name}”`;
  if (!isStateSheet(sheet.name) && !isOwnSheet(sheet)) {
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
      if (!OWN_TABLES.has(edit.table)) return `it would change the table “${edit.table}”, which it did not make`;
      return edit.type === 'resize table' ? reachingNoFurther(edit, sheet, journalled) : { ...edit, sheet: sheet.name };
    case 'add table':
      // Only in place of the run's own.
      return journalled.recorded.some((one) => one?.type === 'remove table' && one.sheet === edit.sheet)
        ? reachingNoFurther(edit, sheet, journalled)
        : `it would make the table “${edit.table}” on ${here}, in place of none`;
    case 'remove chart':
      return isChartOfRun(edit.chart, sheet, state)
        ? { ...edit, sheet: sheet.name }
        : `it would remove the chart “${edit.chart}” from ${here}, which it did not make`;
    case 'set drop-downs':
    case 'set printed columns':
    case 'move comments':
      return { ...edit, sheet: sheet.name };
    case 'add sheet':
    case 'add chart':
    case 'lay out':
      return `it would make something new on ${here}`;
  }
}

/** A run makes a sheet with one of its tables, or with its own title under its own name. One that was renamed since is found by its table. */
function isSheetOfRun(sheet: SheetGrid): boolean {
  if (sheet.tables.some(({ name }) => OWN_TABLES.has(name))) return true;
  const title = sheet.rows.get(0)?.get(0)?.text;
  return isOwnSheet(sheet) && (title === undefined || title === sheet.name.replace(/ \d+$/, ''));
}

/** A chart is made on an existing sheet only where the run before had left it out, and that is remembered. */
function isChartOfRun(chart: string, { id, name }: SheetGrid, { written }: PlanState): boolean {
  const on = written.filter((one) => one.id === id || one.name === name);
  return on.some(({ charts = {}, chartsLeftOut = {} }) => Object.hasOwn(charts, chart) || Object.hasOwn(chartsLeftOut, chart));
}

/** A table may have ended in as many empty rows; one that reaches further was not there. */
const EMPTY_ROWS = 1_000;
const EMPTY_COLUMNS = 100;

/** A table's area reaches no further than what stands on the sheet or is put back there. */
function reachingNoFurther(
  edit: Edit & { readonly type: 'add table' | 'resize table' },
  sheet: SheetGrid,
  { recorded }: Journalled,
): Edit | string {
  const writes = recorded.flatMap((one) => (one?.type === 'write cells' && one.sheet === edit.sheet ? [one.area] : []));
  const areas = [...writes, ...sheet.tables.map(({ area }) => area)];
  let bottom = areas.reduce((last, area) => Math.max(last, area.bottom), 0);
  let right = areas.reduce((last, area) => Math.max(last, area.right), 0);
  for (const [row, cells] of sheet.rows) {
    if (cells.size === 0) continue;
    bottom = Math.max(bottom, row);
    for (const column of cells.keys()) right = Math.max(right, column);
  }
  return edit.area.bottom > bottom + EMPTY_ROWS || edit.area.right > right + EMPTY_COLUMNS
    ? `the table “${edit.table}” would reach far beyond what stands on the sheet “${sheet.name}”`
    : { ...edit, sheet: sheet.name };
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
      if (formula === null || (!isStateSheet(sheet.name) && calculatesAlone(formula))) continue;
      if (cellAt(sheet, { row: area.top + down, column: area.left + across }).formula === formula) continue;
      return formula.length > 40 ? `${formula.slice(0, 39)}…` : formula;
    }
  }
  return null;
}

function formulaOf(content: CellContent | null): string | null {
  return content?.kind === 'restore' ? (content.formula ?? null) : null;
}

function stepsOf(edits: readonly Edit[], book: BookGrid, { written, journal }: PlanState): RestoreStep[] {
  const bySheet = new Map<string, Edit[]>();
  // Formulas of other sheets stay what they are, so there is nothing to say of them.
  const isTold = ({ sheet: name, type }: Edit): boolean => {
    const sheet = book.sheets.find((one) => one.name === name);
    return !isStateSheet(name) && (type !== 'write cells' || sheet === undefined || isOwnSheet(sheet));
  };
  for (const edit of edits) if (isTold(edit)) bySheet.set(edit.sheet, [...(bySheet.get(edit.sheet) ?? []), edit]);
  return [...bySheet].map(([name, own]): RestoreStep => {
    const sheet = book.sheets.find((one) => one.name === name);
    const isRemoved = own.some(({ type }) => type === 'remove sheet');
    const last = written.find((one) => one.id === sheet?.id || one.name === name) ?? null;
    // Texts of the sheet of kept texts go back to where they stood.
    const isOfKeptTexts = sheet?.tables.some((table) => table.name === KEPT_TEXTS_TABLE) === true;
    // A run that broke off may not have come to remember what it wrote; one that ended did.
    const isUnknown = last === null && isRemoved && journal.state === 'closed';
    const cells = own.reduce((sum, edit) => sum + cellsOf(edit), 0);
    const comments = Math.max(0, ...own.map((edit) => (edit.type === 'move comments' ? edit.moves.length : 0)));
    const also = isRemoved ? [] : alsoDone(own, cells + comments === 0);
    return {
      sheet: name,
      what: isRemoved ? (sheet === undefined ? 'not there' : 'remove') : 'put back',
      cells,
      comments,
      typed: sheet === undefined || isOfKeptTexts ? [] : isUnknown ? allOn(sheet) : typedSince(sheet, own, last),
      ...(also.length === 0 ? {} : { also }),
    };
  });
}

/** Steps that put back neither cells nor comments. @param alone whether these are all; else only what is not plain from the cells is said. */
function alsoDone(edits: readonly Edit[], alone: boolean): string[] {
  const words = edits.flatMap((edit) => {
    if (edit.type === 'remove chart') return [`the chart “${edit.chart}” removed`];
    if (edit.type === 'add table') return [`the table “${edit.table}” made again`];
    if (!alone) return [];
    if (edit.type === 'resize table' || edit.type === 'remove table') return ['its table put back'];
    if (edit.type === 'set drop-downs') return ['its lists of values put back'];
    return edit.type === 'set printed columns' ? ['its printed columns put back'] : [];
  });
  return [...new Set(words)];
}

/** Everything on a sheet of which nothing is remembered. */
function allOn(sheet: SheetGrid): TypedSince[] {
  return [...sheet.rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, cell]) => (isBlank(cell) ? [] : [{ cell: a1({ row, column }), words: shownWords(cell) }])),
  );
}

function cellsOf(edit: Edit): number {
  return edit.type === 'write cells' ? edit.cells.flat().filter((cell) => cell !== null).length : 0;
}
