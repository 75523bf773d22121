import { type Area, areaA1, quotedSheet } from '../../domain/grid';
import type { Edit } from '../../domain/workbook';
import type { BookState } from './book-state';
import { writingOf } from './cell-writing';
import { dropDownSteps } from './drop-downs';
import { columnSteps, layoutSteps } from './lay-out';
import { addChart } from './lay-out-chart';
import { moveSteps } from './move-comments';
import { untracked, rangeOf } from './used-blocks';
import { BYTES_A_CALL, type Step, wireBytes } from './write-batches';
import type { WrittenBlocks } from './written-blocks';

export interface StepContext {
  /** The sheets, tables and charts that will exist when the step runs; kept up to date. */
  readonly state: BookState;
  readonly payloadLimit: number;
  /** Names of sheets whose column looks are queued already, ahead of their cells. */
  readonly columnsDone: ReadonlySet<string>;
  /** Asks in each request what its cells hold before they are written. */
  readonly written?: WrittenBlocks;
}

const VISIBILITY = { visible: 'Visible', hidden: 'Hidden', 'very hidden': 'VeryHidden' } as const;

/** An edit as steps of a request, made as they are asked for. No steps when the sheet or table to add exists already, or the one to remove is gone. */
export function stepsOf(edit: Edit, stepContext: StepContext): Iterable<Step> {
  const { state } = stepContext;
  switch (edit.type) {
    case 'add sheet':
      return addSheet(edit, state);
    case 'remove sheet':
      return removeSheet(edit.sheet, state);
    case 'write cells':
      return state.sheet(edit.sheet) === null ? [] : writeSteps(edit, stepContext);
    case 'move comments':
      return state.sheet(edit.sheet) === null ? [] : moveSteps(edit, state);
    case 'add table':
      return addTable(edit, state);
    case 'remove table': {
      if (!state.hasTable(edit.table)) return [];
      state.removeTable(edit.table);
      return [step(2, (context) => untracked(context.workbook.tables.getItem(edit.table).convertToRange()))];
    }
    case 'resize table':
      if (!state.hasTable(edit.table)) return [];
      return [step(edit.hasTotals === true ? 8 : 5, (context) => resizeTable(context, edit, stepContext.written))];
    case 'set drop-downs':
      return state.sheet(edit.sheet) === null ? [] : dropDownSteps(edit, state.lists);
    case 'add chart':
      return addOneChart(edit, state);
    case 'remove chart':
      return removeChart(edit, state);
    case 'set printed columns':
      // With the print set-up, after everything else.
      return [];
    case 'lay out': {
      const { sheet, layout } = edit;
      const columns = stepContext.columnsDone.has(sheet) ? [] : columnSteps(sheet, layout);
      return [...columns, ...layoutSteps(sheet, layout, state.sheet(sheet)?.charts ?? new Set())];
    }
  }
}

function step(calls: number, queue: Step['queue']): Step {
  return { bytes: calls * BYTES_A_CALL, queue };
}

function addSheet(edit: Edit & { readonly type: 'add sheet' }, state: BookState): Step[] {
  if (state.sheet(edit.sheet) !== null) return [];
  const canBeDeleted = edit.visibility !== 'very hidden';
  state.addSheet({ id: '', name: edit.sheet, isProtected: false, canBeDeleted, charts: new Set() });
  return [
    step(3, (context) => {
      // Added last and not activated: the user stays on the sheet they are looking at.
      const sheet = context.workbook.worksheets.add(edit.sheet);
      if (edit.visibility !== 'visible') sheet.visibility = VISIBILITY[edit.visibility];
      if (edit.tabColour !== null) sheet.tabColor = edit.tabColour;
    }),
  ];
}

function removeSheet(name: string, state: BookState): Step[] {
  const found = state.sheet(name);
  if (found === null) return [];
  state.removeSheet(name);
  return [
    step(2, (context) => {
      const sheet = context.workbook.worksheets.getItem(found.name);
      // Excel refuses to delete a very hidden sheet.
      if (!found.canBeDeleted) sheet.visibility = 'Hidden';
      sheet.delete();
    }),
  ];
}

function addOneChart({ sheet, chart }: Edit & { readonly type: 'add chart' }, state: BookState): Step[] {
  const charts = state.chartsOn(sheet);
  if (charts === null || charts.has(chart.name)) return [];
  charts.add(chart.name);
  return [step(12, ({ workbook }) => addChart(workbook.worksheets.getItem(sheet), chart))];
}

function removeChart({ sheet, chart }: Edit & { readonly type: 'remove chart' }, state: BookState): Step[] {
  if (state.chartsOn(sheet)?.delete(chart) !== true) return [];
  return [step(2, ({ workbook }) => workbook.worksheets.getItem(sheet).charts.getItem(chart).delete())];
}

function addTable(edit: Edit & { readonly type: 'add table' }, state: BookState): Step[] {
  if (state.hasTable(edit.table) || state.sheet(edit.sheet) === null) return [];
  state.addTable(edit.table, edit.sheet);
  return [
    step(4, (context) => {
      const table = context.workbook.tables.add(`${quotedSheet(edit.sheet)}!${areaA1(edit.area)}`, true);
      table.name = edit.table;
      table.style = edit.style;
      table.showBandedRows = edit.banded;
    }),
  ];
}

/**
 * A row of totals is hidden while a table is resized, and shown again below its last row: Excel resizes what lies between headings
 * and totals. Hiding one that is hidden does nothing, so this can be repeated wherever it stopped.
 */
function resizeTable(
  { workbook }: Excel.RequestContext,
  edit: Edit & { readonly type: 'resize table' },
  written: WrittenBlocks | undefined,
): void {
  const { area, hasTotals } = edit;
  const table = workbook.tables.getItem(edit.table);
  if (written !== undefined) written.askTable({ edit, range: untracked(table.getRange()) });
  if (hasTotals !== true) {
    table.resize(areaA1(area));
    return;
  }
  table.showTotals = false;
  table.resize(areaA1({ ...area, bottom: area.bottom - 1 }));
  table.showTotals = true;
}

type Row = readonly ReturnType<typeof writingOf>[];

/** Office.js itself cuts larger arrays into ranges of 1,500 cells, with four objects for each; cut here, each needs one object. */
const CELLS_A_RANGE = 1_500;

/**
 * Steps that write the area in blocks of whole rows, each at most a quarter of a request: what the cells hold is asked for, then number
 * formats, values, and second formats where a cell needs one.
 */
function* writeSteps(edit: Edit & { readonly type: 'write cells' }, { payloadLimit, written }: StepContext): Generator<Step, void> {
  const asked = written?.isAsked(edit) === true ? written : null;
  const limit = payloadLimit / 4;
  let rows: Row[] = [];
  let [bytes, answer] = [0, 0];
  const block = (below: number): Step => {
    const area = { ...edit.area, top: below - rows.length, bottom: below - 1 };
    return blockStep({ edit, area, rows, asked }, bytes, answer);
  };
  for (const [down, cells] of edit.cells.entries()) {
    const row = cells.map(writingOf);
    const size = wireBytes(row.map((cell) => [cell.formatBefore, cell.value, cell.formatAfter]));
    const answered = asked?.answerBytes(edit, edit.area.top + down) ?? 0;
    const isFull = bytes + size > limit || answer + answered > limit || (rows.length + 1) * row.length > CELLS_A_RANGE;
    if (isFull && rows.length > 0) {
      yield block(edit.area.top + down);
      [rows, bytes, answer] = [[], 0, 0];
    }
    rows.push(row);
    bytes += size;
    answer += answered;
  }
  if (rows.length > 0) yield block(edit.area.top + edit.cells.length);
}

interface Block {
  readonly edit: Edit & { readonly type: 'write cells' };
  readonly area: Area;
  readonly rows: readonly Row[];
  readonly asked: WrittenBlocks | null;
}

function blockStep({ edit, area, rows, asked }: Block, bytes: number, answerBytes: number): Step {
  return {
    bytes: bytes + (asked === null ? 4 : 6) * BYTES_A_CALL,
    answerBytes,
    queue: (context) => {
      const sheet = context.workbook.worksheets.getItem(edit.sheet);
      asked?.askBlock({ edit, area, range: rangeOf(sheet, area) });
      const range = rangeOf(sheet, area);
      assign(
        range,
        'numberFormat',
        rows.map((row) => row.map(({ formatBefore }) => formatBefore)),
      );
      assign(
        range,
        'values',
        rows.map((row) => row.map(({ value }) => value)),
      );
      assign(
        range,
        'numberFormat',
        rows.map((row) => row.map(({ formatAfter }) => formatAfter)),
      );
    },
  };
}

/** Null leaves a cell as it is, so an array of nothing but null is not sent. */
function assign(
  range: Excel.Range,
  property: 'numberFormat' | 'values',
  cells: readonly (readonly (string | number | boolean | null)[])[],
): void {
  if (cells.some((row) => row.some((cell) => cell !== null))) Object.assign(range, { [property]: cells });
}
