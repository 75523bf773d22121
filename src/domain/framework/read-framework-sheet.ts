import { a1, type BookGrid, type Cell, dateOfSerial, isDateFormat, isoDate, type SheetGrid } from '../grid';
import { fieldsNamed, type SheetField, settingNamed, VOCABULARY_HEADINGS } from './framework-headings';
import { FrameworkLists } from './framework-lists';
import type { FrameworkProblem } from './framework-problem';

/** A framework as it stands on a sheet: JSON like a file's, and where on the sheet each part stands. */
export interface FrameworkSheet {
  readonly sheet: string;
  readonly json: Readonly<Record<string, unknown>>;
  /** The cell of a path, "B12"; that of its row, or "", where the path has none of its own. */
  readonly cellOf: (path: FrameworkProblem['path']) => string;
  /** Cells that hold something and are no part of it, as problems, so that nothing is left out unsaid. */
  readonly notRead: readonly FrameworkProblem[];
}

/** The name of the sheet that a workbook's framework stands on. */
export const FRAMEWORK_SHEET = 'Framework';

type Columns = ReadonlyMap<number, SheetField>;

const wordsOf = (cell: Cell | undefined): string => cell?.text.trim() ?? '';

/** Fields that begin a list; a row of headings has one of them. */
const LEADING: ReadonlySet<SheetField> = new Set(['outcome', 'directorate', 'indicator']);

/** The framework of the sheet called "Framework"; null where the workbook has none. */
export function frameworkSheetIn(book: BookGrid): FrameworkSheet | null {
  const sheet = book.sheets.find(isFrameworkSheet);
  return sheet === undefined ? null : readFrameworkSheet(sheet);
}

/** Columns that a framework has and no table of actions. */
const TELLING: ReadonlySet<SheetField> = new Set(['code', 'under', 'shortCode', 'otherNames', 'level']);

/**
 * Whether a sheet is the council's framework: by its name and by a line or heading that no table of actions has, so that a directorate's
 * table on a sheet of that name is still read.
 */
export function isFrameworkSheet(sheet: SheetGrid): boolean {
  if (sheet.visibility !== 'visible' || sheet.name.trim().toLowerCase() !== FRAMEWORK_SHEET.toLowerCase()) return false;
  return [...sheet.rows.values()].some((cells) => {
    const filled = new Map([...cells].sort(([a], [b]) => a - b).filter(([, cell]) => wordsOf(cell) !== ''));
    const fields = [...(headingRow(filled)?.values() ?? [])];
    return fields.some((field) => TELLING.has(field));
  });
}

/**
 * Reads outcomes, directorates, indicators and words from lists with headings, side by side or one below the other: the sheet to fill in,
 * or a list of the council's own. A list may have gaps. Nothing is checked here.
 */
export function readFrameworkSheet(sheet: SheetGrid): FrameworkSheet {
  const lists = new FrameworkLists();
  const notRead: FrameworkProblem[] = [];
  const leave = (row: number, column: number, words: string, remedy: string): void => {
    const cell = a1({ row, column });
    notRead.push({ path: [], sentence: `${cell} is not read: “${words}”.`, remedy });
  };
  let columns: Columns | null = null;
  let unknown: ReadonlyMap<number, string> = new Map();
  for (const [row, cells] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    const filled = new Map([...cells].sort(([a], [b]) => a - b).filter(([, cell]) => wordsOf(cell) !== ''));
    if (filled.size === 0) continue;
    const headings = headingRow(filled);
    if (headings !== null) {
      columns = headings;
      unknown = new Map([...filled].flatMap(([column, cell]) => (headings.has(column) ? [] : [[column, wordsOf(cell)] as const])));
      lists.endRows();
    } else if (columns === null) readSetting(filled, row, lists, leave);
    else {
      for (const [column, cell] of filled) {
        if (columns.has(column)) continue;
        const over = unknown.get(column);
        const why = over === undefined ? 'There is no heading over it.' : `Its heading, “${over}”, is none of a framework.`;
        leave(row, column, wordsOf(cell), `${why} The headings are those of the sheet that collate framework --sheet writes.`);
      }
      readRow(filled, row, columns, lists);
    }
  }
  const { json, places } = lists.done();
  const cellOf = (path: FrameworkProblem['path']): string => {
    for (let length = path.length; length > 0; length -= 1) {
      const place = places.get(path.slice(0, length).join('.'));
      if (place !== undefined) return a1(place);
    }
    return '';
  };
  return { sheet: sheet.name, json, cellOf, notRead };
}

/** The columns of a row of headings; null for any other row. */
function headingRow(filled: ReadonlyMap<number, Cell>): Columns | null {
  const named = [...filled].map(([column, cell]) => ({ column, fields: fieldsNamed(wordsOf(cell)) }));
  const known = named.filter(({ fields }) => fields.length > 0);
  const isLed = known.some(({ fields }) => fields.some((field) => LEADING.has(field)));
  // A line of one heading is a list of one column; among other words a heading may be a word of theirs.
  if (!isLed || known.length * 2 <= named.length) return null;
  const columns = new Map<number, SheetField>();
  const taken = new Set<SheetField>();
  for (const { column, fields } of known) {
    const beside = [column + 1, column - 1].flatMap((next) => fieldsNamed(wordsOf(filled.get(next))));
    const field =
      fields.length > 1 && beside.includes('directorate') && fields.includes('shortCode')
        ? 'shortCode'
        : fields.find((one) => !taken.has(one));
    if (field === undefined || taken.has(field)) continue;
    columns.set(column, field);
    taken.add(field);
  }
  return columns;
}

type Leave = (row: number, column: number, words: string, remedy: string) => void;

/** A line above the lists: a label and its value. Lines of one cell are for the reader. */
function readSetting(filled: ReadonlyMap<number, Cell>, row: number, lists: FrameworkLists, leave: Leave): void {
  const [label, beside] = [...filled];
  if (label === undefined || beside === undefined) return;
  const [column, value] = beside;
  // What stands further right is a hint.
  if (column > label[0] + 3) return;
  const setting = settingNamed(wordsOf(label[1]));
  if (setting === null) {
    leave(row, column, wordsOf(value), `“${wordsOf(label[1])}” is none of the lines above the lists.`);
    return;
  }
  lists.set(setting, setting === 'lowCostUpTo' ? poundsIn(value) : setting === 'planDate' ? dateIn(value) : wordsOf(value), {
    row,
    column,
  });
}

/** A sum in pounds; the words themselves where they are none, to be told as a problem. */
function poundsIn(cell: Cell): number | string {
  if (cell.kind === 'number') return cell.value;
  const words = wordsOf(cell).replace(/[£,\s]/g, '');
  return /^\d+(?:\.\d+)?k?$/i.test(words) ? Number(words.replace(/k$/i, '')) * (/k$/i.test(words) ? 1000 : 1) : wordsOf(cell);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "2025-01-30" for a date cell, "30 January 2025" and "30/1/2025"; any other words as they are, to be told as a problem. */
function dateIn(cell: Cell): string {
  if (cell.kind === 'number' && isDateFormat(cell.format)) {
    const date = dateOfSerial(cell.value);
    return date === null ? wordsOf(cell) : isoDate(date);
  }
  const words = wordsOf(cell);
  const [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\d{1,2}|\p{L}{3,9})[\s/.,-]+(\d{4})$/u.exec(words) ?? [];
  if (day === undefined || month === undefined || year === undefined) return words;
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? words : isoDate({ year: Number(year), month: number, day: Number(day) });
}

const isVocabulary = (field: SheetField): field is keyof typeof VOCABULARY_HEADINGS => field in VOCABULARY_HEADINGS;

/** "ASCH; Adult Social Care and Health": names apart by semicolons or lines, since a name may have a comma. */
const namesIn = (words: string): string[] =>
  words
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

function readRow(filled: ReadonlyMap<number, Cell>, row: number, columns: Columns, lists: FrameworkLists): void {
  const at = (field: SheetField): { readonly words: string; readonly place: { readonly row: number; readonly column: number } } => {
    const [column = 0] = [...columns].find(([, one]) => one === field) ?? [];
    const has = columns.get(column) === field;
    return { words: has ? wordsOf(filled.get(column)) : '', place: { row, column } };
  };
  lists.outcome({
    code: at('code'),
    title: at('outcome'),
    others: { ...at('otherTitles'), names: namesIn(at('otherTitles').words) },
    under: at('under'),
    // Under one heading row with no gap between, the outcome is that of the indicator beside it.
    isLinked: isLinked(columns),
  });
  lists.directorate({
    name: at('directorate'),
    shortCode: at('shortCode'),
    others: { ...at('otherNames'), names: namesIn(at('otherNames').words) },
  });
  lists.indicator({
    id: at('indicatorId'),
    text: at('indicator'),
    level: at('level'),
    meansOfVerification: at('meansOfVerification'),
    notes: at('notes'),
    isLinked: isLinked(columns),
  });
  for (const [column, field] of columns) {
    const words = wordsOf(filled.get(column));
    if (words !== '' && isVocabulary(field)) lists.word(field, words, { row, column });
  }
}

/** Whether outcome and indicator are columns of one list: no empty column stands between them, and none says which outcome is meant. */
function isLinked(columns: Columns): boolean {
  const fields = new Map([...columns].map(([column, field]) => [field, column]));
  const [outcome, indicator] = [fields.get('outcome') ?? fields.get('code'), fields.get('indicator')];
  if (outcome === undefined || indicator === undefined || fields.has('level')) return false;
  const [from, to] = [Math.min(outcome, indicator), Math.max(outcome, indicator)];
  for (let column = from; column <= to; column += 1) if (!columns.has(column)) return false;
  return !fields.has('directorate');
}
