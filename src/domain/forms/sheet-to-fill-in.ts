import type { Directorate } from '../framework';
import {
  type DropDown,
  type FormatRule,
  type LookArea,
  type PlanColumn,
  type PlanRow,
  type PrintSetUp,
  type SheetPlan,
  text,
} from '../workbook';
import { headingLook, INK, SECTION_FILL, titleLooks } from '../sheets';

/** Zero-based: title, how to begin, hints, headings. */
const HINT_ROW = 2;
export const HEADING_ROW = 3;

/** Drop-downs reach this far, so that rows added later have them too. */
export const ROOM_FOR_ROWS = 1_000;

/** Excel takes 31 characters in a sheet's name, none of these, and not the name "History". */
const LONGEST_SHEET_NAME = 31;
const NOT_IN_SHEET_NAMES = /[\\/?*[\]:]+/g;

interface ToFillIn {
  readonly directorate: Directorate;
  /** A sheet beside the directorate's own: its name, and what stands before " ~ " and the directorate in its title. */
  readonly other?: { readonly name: string; readonly title: string };
  /** The line under the title. */
  readonly begin: string;
  /** What goes under each heading; as many as there are columns. */
  readonly hints: readonly string[];
  readonly table: { readonly name: string; readonly columns: readonly PlanColumn[]; readonly rows: readonly PlanRow[] };
  /** Added to the looks that all such sheets have. */
  readonly looks: readonly LookArea[];
  readonly dropDowns: readonly DropDown[];
  readonly rules: readonly FormatRule[];
  readonly frozenColumns: number;
  readonly paper: PrintSetUp['paper'];
}

/** A sheet that goes to a directorate to be filled in, as a template or as a return pack; once made it is never written again. */
export function sheetToFillIn(sheet: ToFillIn): SheetPlan {
  const { directorate, other, begin, hints, table, looks, dropDowns, rules, frozenColumns, paper } = sheet;
  return {
    name: other?.name ?? sheetNameOf(directorate),
    visibility: 'visible',
    tabColour: '#1F4E79',
    blocks: [
      {
        at: { row: 0, column: 0 },
        cells: [
          // A reader takes what stands after "~" for the directorate.
          [text(`${other?.title ?? 'Priorities to improve health and wellbeing'} ~ ${directorate.name}`)],
          [text(begin)],
          hints.map(text),
        ],
      },
    ],
    table: { ...table, at: { row: HEADING_ROW, column: 0 }, refresh: null, banded: true, style: 'TableStyleLight9' },
    widths: {},
    merges: [],
    looks: [...looksOf(table.columns.length - 1, table.rows.length), ...looks],
    dropDowns,
    rules,
    charts: [],
    freeze: { rows: HEADING_ROW + 1, columns: frozenColumns },
    print: {
      orientation: 'landscape',
      paper,
      pages: 'one wide',
      lastColumn: null,
      titleRows: { top: HEADING_ROW, bottom: HEADING_ROW },
      // "&" begins a code in a footer; doubled, it is itself.
      footer: `${directorate.name.replaceAll('&', '&&')}, page &P of &N`,
    },
    gridlines: false,
  };
}

/** The directorate's name where Excel takes it for a sheet, else its short code. */
function sheetNameOf({ name, shortCode }: Directorate): string {
  const allowed = name
    .replace(NOT_IN_SHEET_NAMES, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s']+|(?<![\s'])[\s']+$/g, '');
  return allowed === '' || allowed.length > LONGEST_SHEET_NAME || allowed.toLowerCase() === 'history' ? shortCode : allowed;
}

function looksOf(last: number, rows: number): LookArea[] {
  const hints = { top: HINT_ROW, bottom: HINT_ROW, left: 0, right: last };
  const body = { top: HEADING_ROW + 1, bottom: HEADING_ROW + rows, left: 0, right: last };
  return [
    ...titleLooks(last),
    { area: hints, look: { italic: true, size: 9, colour: INK, fill: SECTION_FILL, wrap: true, vertical: 'bottom', align: 'left' } },
    headingLook(HEADING_ROW, 0, last),
    { area: body, look: { border: 'thin' } },
  ];
}
