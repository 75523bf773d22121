import { type Framework, outcomeTitled } from '../framework';
import type { BookGrid, Cell, SheetGrid } from '../grid';
import { outcomeOfTitle } from '../outcomes';

type Indicator = Framework['indicators'][number];
type Level = Framework['levels'][number];

/** A logframe as it stands on a sheet: levels with their narratives, and under each its indicators. */
export interface PrintedLogframe {
  readonly sheet: string;
  readonly levels: readonly Level[];
  /** Without concepts; "agreed" unless the notes say that it is work in progress, since a grey ground is not read. */
  readonly indicators: readonly Indicator[];
}

/** The sheets that are a logframe by name; our own coverage sheet is not. */
const NAMED = /^(?!.*coverage).*log[\s-]?frame/i;

const HEADINGS = {
  id: /^(?:no|nos|number|ref|id)\.?$|^(?:ovi|indicator) (?:no|number|ref|id)\.?$/i,
  text: /objectively verifiable|^indicators?$|^ovis?\b/i,
  meansOfVerification: /means of verification|^mov\b/i,
  notes: /^(?:notes?|comments?)$/i,
} as const;
type Field = keyof typeof HEADINGS;
type Columns = Partial<Record<Field, number>>;

const NARRATIVE = /^narrative\s*:?\s*/i;

const wordsOf = (cell: Cell | undefined): string => cell?.text.trim() ?? '';

/** The columns of a header row; null for a row that is none. Indicators without numbers need a second heading beside theirs. */
function columnsOf(cells: ReadonlyMap<number, Cell>): Columns | null {
  const columns: Columns = {};
  for (const [column, cell] of cells) {
    const words = wordsOf(cell);
    const field = (Object.keys(HEADINGS) as Field[]).find((one) => columns[one] === undefined && HEADINGS[one].test(words));
    if (field !== undefined) columns[field] = column;
  }
  const isNumbered = columns.id !== undefined;
  const isSure = isNumbered || columns.meansOfVerification !== undefined || columns.notes !== undefined;
  return columns.text === undefined || !isSure ? null : columns;
}

/** Rows in order, each with the cells that hold something. */
function filledRows(sheet: SheetGrid): ReadonlyMap<number, Cell>[] {
  return [...sheet.rows]
    .sort(([a], [b]) => a - b)
    .map(([, cells]) => new Map([...cells].filter(([, cell]) => wordsOf(cell) !== '')))
    .filter((cells) => cells.size > 0);
}

interface Reading {
  readonly levels: Level[];
  readonly indicators: Indicator[];
  columns: Columns | null;
  /** The level's title and narrative seen last, until an indicator makes it a level. */
  title: string;
  narrative: string;
  level: Level | null;
}

/**
 * Reads a logframe as printed: a title and a narrative for each level, a row of headings that may come again after every title and page
 * break, then an indicator a row. Rows that are neither are passed over.
 */
function readSheet(sheet: SheetGrid, framework: Framework): PrintedLogframe {
  const reading: Reading = { levels: [], indicators: [], columns: null, title: '', narrative: '', level: null };
  for (const cells of filledRows(sheet)) {
    const columns = columnsOf(cells);
    if (columns !== null) reading.columns = columns;
    else if (!readIndicator(reading, cells, framework)) readHeading(reading, cells);
  }
  return { sheet: sheet.name, levels: reading.levels, indicators: reading.indicators };
}

/** A line above the headings: the narrative, or the title of the next level. */
function readHeading(reading: Reading, cells: ReadonlyMap<number, Cell>): void {
  const [only] = cells.values();
  if (cells.size !== 1) return;
  const words = wordsOf(only);
  if (NARRATIVE.test(words)) {
    reading.narrative = words.replace(NARRATIVE, '');
    return;
  }
  reading.title = words;
  reading.narrative = '';
  reading.level = null;
}

function readIndicator(reading: Reading, cells: ReadonlyMap<number, Cell>, framework: Framework): boolean {
  const { columns } = reading;
  const words = (field: Field): string => wordsOf(cells.get(columns?.[field] ?? -1));
  const text = words('text');
  if (text === '' || columns === null) return false;
  const last = reading.indicators.at(-1);
  const isNumbered = columns.id !== undefined;
  // A line alone above the headings of the next level is its title or narrative, in whatever column it stands.
  if (!isNumbered && cells.size === 1 && (LABELLED.test(text) || NARRATIVE.test(text))) return false;
  const id = isNumbered ? words('id') : numberAfter(reading, framework);
  if (id === '') {
    // The rest of an indicator that a page break cut.
    if (last === undefined || reading.level === null) return false;
    reading.indicators[reading.indicators.length - 1] = { ...last, text: `${last.text} ${text}` };
    return true;
  }
  reading.level ??= levelOf(reading, id, framework);
  const notes = words('notes');
  reading.indicators.push({
    id,
    level: reading.level.id,
    text,
    meansOfVerification: words('meansOfVerification'),
    notes,
    status: /work in progress/i.test(notes) ? 'work in progress' : 'agreed',
  });
  return true;
}

/** "Shared outcome 2: Housing", "Goal B – Housing". */
const LABELLED =
  /^(?:shared |strategic |key )?(?:outcome|goal|priority|objective|aim|ambition|theme|pillar|mission)\s*(?:no\.?\s*)?(\d+(?:\.\d+)*|[A-Z])\s*[:–—-]\s*((?:\S.*)?)$/i;

/** The next number of an indicator where the logframe prints none: the level's own and its place, "2.3". */
function numberAfter(reading: Reading, framework: Framework): string {
  const level = reading.level ?? levelOf(reading, String(reading.levels.length + 1), framework);
  reading.level = level;
  return `${level.id}.${String(reading.indicators.filter((one) => one.level === level.id).length + 1)}`;
}

/** The level of a title: an outcome where the title, its number or its code says so, else what stands before the point of its numbers. */
function levelOf(reading: Reading, id: string, framework: Framework): Level {
  const [, mark, ownTitle = reading.title] = LABELLED.exec(reading.title) ?? [];
  const outcome = outcomeTitled(framework, ownTitle)?.code ?? outcomeOfTitle(reading.title, framework.outcomes);
  const [beforePoint = id, ...behindPoint] = id.split('.');
  const isByNumber = behindPoint.length > 0 && framework.outcomes.length > 0;
  const code = outcome ?? (isByNumber ? beforePoint : (mark ?? beforePoint));
  const known = reading.levels.find((level) => level.id === code);
  if (known !== undefined) return known;
  const level = { id: code, title: ownTitle === '' ? code : ownTitle, narrative: reading.narrative };
  reading.levels.push(level);
  return level;
}

/** A sheet that has not changed is the same object from reading to reading. */
const read = new WeakMap<SheetGrid, { readonly framework: Framework; readonly logframe: PrintedLogframe }>();

/** The first sheet of a workbook that is called a logframe and holds indicators; null when there is none. */
export function readLogframe(book: BookGrid, framework: Framework): PrintedLogframe | null {
  for (const sheet of book.sheets) {
    if (sheet.visibility !== 'visible' || !NAMED.test(sheet.name)) continue;
    const before = read.get(sheet);
    const logframe = before?.framework === framework ? before.logframe : readSheet(sheet, framework);
    read.set(sheet, { framework, logframe });
    if (logframe.indicators.length > 0) return logframe;
  }
  return null;
}
