import { type Done, carriedTheme } from './table-pages';
import { withThemesOfHeadings } from './document-themes';
import type { Framework } from '../framework';
import { a1, areasOverlap, type BookGrid, type SheetGrid } from '../grid';
import { accountsOf, NO_TABLE } from './accounts-of-sheets';
import { CERTAIN, type HeadingMatcher } from './heading-matcher';
import { likelyHeadings } from './column-evidence';
import { findHeaders, type Header } from './find-headers';
import { columnsOf } from './columns-of';
import { correctedHeader, correctionFor, type Missed, missedHeader } from './apply-corrections';
import { withColumnsByCells } from './columns-by-cells';
import { withFurtherColumns } from './further-columns';
import { headingText } from './header-cells';
import {
  coverNaming,
  type Naming,
  namingInName,
  namingInTitle,
  titleNaming,
  namesDirectorates,
  titleTexts,
  versionIn,
} from './name-directorate';
import { newColumnOf } from './new-column';
import { nearestHeadings } from './nearest-headings';
import { outcomeInTitle } from './outcome-in-title';
import { placedCorrection, unfitCorrections } from './place-corrections';
import { readRows, type RowsRead } from './read-rows';
import { readForms } from './read-forms';
import type { Steps } from '../steps';
import { createReadingMemory, memoryOf, type ReadingMemory, dropOutdated, type SheetMemory, tableMemoryOf } from './reading-memory';
import { resolveHeadings } from './resolve-headings';
import type { SheetRead, TableDone } from './sheet-read';
import { isBlank, ownCell, type SheetView, shownText, viewOf } from './sheet-view';
import { rulesOf } from './table-kinds';
import type { TableFrame } from './table-rows';
import { timescaleKey } from './timescale-key';
import { sampleBelow } from './table-sample';
import type { BookRead, DirectorateSource, LeftOut, TableCorrection, TableHeading, TableRead } from './table-read';

export interface ReadOptions {
  /** Whether hidden sheets are read too. Very hidden ones never are: nobody can see them in Excel (docs/rules.md#hidden-sheets). */
  readonly includeHidden: boolean;
  readonly corrections: readonly TableCorrection[];
  /** Names of the sheets that the program wrote itself; they are no submissions (docs/rules.md#own-sheets). */
  readonly ownSheets?: ReadonlySet<string>;
  /** By name, what a sheet without a table is, where that is known. */
  readonly knownAs?: ReadonlyMap<string, string>;
}

const TABLE_LEFT_OUT = 'Table left out by you';

/** A header in its place: how far its rows can go and where the table above it ends. */
interface Placed {
  readonly header: Header;
  readonly last: number;
  readonly headerFollows: boolean;
}

interface Reader {
  readonly framework: Framework;
  readonly corrections: readonly TableCorrection[];
  readonly matcher: HeadingMatcher;
  readonly memory: ReadingMemory;
  /** Of a document, which is read from its first table to its last: the table read last. */
  readonly pages: { last: Done | undefined } | null;
}

interface SheetContext {
  readonly framework: Framework;
  readonly view: SheetView;
  readonly matcher: HeadingMatcher;
  readonly sheetNaming: Naming | null;
  readonly known: SheetMemory;
  /** The tables of the sheet read so far, from top to bottom. */
  readonly done: Done[];
  /** In a document, the last table before this sheet's. */
  readonly before: Done | undefined;
}

/** Lines above a table may stand in any row, in a document even before the first. */
const NO_FLOOR = Number.NEGATIVE_INFINITY;

const overlaps = (a: Header, b: Header): boolean => a.left <= b.right && b.left <= a.right;

function nextBelow(headers: readonly Header[], index: number, header: Header): Header | undefined {
  for (let at = index + 1; at < headers.length; at += 1) {
    const other = headers[at];
    if (other && other.top > header.bottom && overlaps(header, other)) return other;
  }
  return undefined;
}

/** Each header's rows end above the next header in any of its columns, or where the user's selection ends. */
function place(headers: readonly Header[], missed: readonly Missed[]): Placed[] {
  const inOrder = [...headers].sort((a, b) => a.top - b.top || a.left - b.left);
  return inOrder.map((header, index) => {
    const next = nextBelow(inOrder, index, header);
    const selected = missed.find((entry) => entry.header === header)?.area.bottom ?? Number.POSITIVE_INFINITY;
    const above = (next?.top ?? Number.POSITIVE_INFINITY) - 1;
    return { header, last: Math.min(above, selected), headerFollows: next !== undefined && above <= selected };
  });
}

function headingsOf({ view, framework, matcher }: SheetContext, header: Header): TableHeading[] {
  const columns = columnsOf(header);
  return header.cells.map((cell) => {
    const key = columns.find((column) => column.column === cell.column && column.isOfValues !== true)?.key ?? null;
    const addsTo = key === null && cell.setByUser !== true ? cell.further?.key : undefined;
    return {
      text: headingText(cell),
      column: cell.column,
      key,
      sureness: cell.setByUser === true ? 'set by you' : cell.strength >= CERTAIN ? 'certain' : 'likely',
      ...(cell.byCells === true && key !== null ? { byCells: true } : {}),
      ...(addsTo === undefined ? {} : { addsTo }),
      ...(key === null && addsTo === undefined
        ? { mayBe: likelyHeadings(sampleBelow(view, header, cell, matcher.isHeading), framework) }
        : {}),
    };
  });
}

/** Of two header rows the upper may be empty over the first column. */
function firstHeadingOf(view: SheetView, { top, bottom, left }: Header): TableRead['firstHeading'] {
  const upper = { row: top, column: left };
  const lower = { row: bottom, column: left };
  return { place: isBlank(ownCell(view, upper)) ? lower : upper };
}

function frameOf({ view, known }: SheetContext, placed: Placed, id: string): TableFrame {
  const { header, last } = placed;
  const { bottom, left, right } = header;
  const area = { top: header.top, bottom: header.bottom, left: header.left, right: header.right };
  const table = view.grid.tables.find((entry) => entry.hasTotals && areasOverlap(entry.area, area));
  const columns = columnsOf(header);
  const key = timescaleKey(view, bottom, columns);
  const rows = tableMemoryOf(known, id, JSON.stringify({ bottom, left, right, columns, key: [...key] }));
  return { view, header, last, columns, totalsRow: table ? table.area.bottom : null, timescaleKey: key, known: rows };
}

/** What names the directorate of a table, and where that stands; the user's word comes first, then the order of docs/rules.md#table-directorate. */
interface Named {
  readonly naming: Naming | null;
  readonly from: DirectorateSource | null;
}

/**
 * What a Directorate column names. A column headed "Division" or "Service" may hold what is no directorate: then it says nothing.
 */
function columnNaming(framework: Framework, header: Header, rows: RowsRead): Naming | null {
  const texts = rows.rows.flatMap((row) => row.directorateText ?? []);
  if (texts.length === 0) return null;
  const named = new Map([...new Set(texts)].map((text) => [text, namingInTitle(framework, text)?.directorate ?? null]));
  const names = [...named.values()];
  const column = header.cells.find((cell) => cell.key === 'directorate');
  if (names.every((name) => name === null) && column && !namesDirectorates(headingText(column))) return null;
  if (names.every((name) => name === names[0])) return { text: texts[0] ?? '', directorate: names[0] ?? null };
  return { text: [...named.keys()].join(', '), directorate: null };
}

function naming(context: SheetContext, header: Header, above: Done | undefined, correction: TableCorrection | null): Named {
  const { framework, view, sheetNaming } = context;
  if (correction?.directorate !== undefined) {
    const text = correction.directorate;
    return { naming: { text, directorate: namingInTitle(framework, text)?.directorate ?? null }, from: 'you' };
  }
  const title =
    titleNaming(framework, view, header, above?.rows.bottom ?? NO_FLOOR, above === undefined) ?? (above ?? context.before)?.title ?? null;
  if (title !== null) return { naming: title, from: 'title' };
  return { naming: sheetNaming, from: sheetNaming === null ? null : 'sheet' };
}

function readTable(context: SheetContext, placed: Placed, id: string, correction: TableCorrection | null): Done {
  const { view, framework, matcher, done } = context;
  const { header } = placed;
  const above = done.findLast((entry) => overlaps(entry.header, header) && entry.header.bottom < header.top);
  const floor = above?.rows.bottom ?? NO_FLOOR;
  const named = naming(context, header, above, correction);
  const titles = rulesOf(header.kind).hasOutcomeInTitle ? [...titleTexts(view, header, floor), view.grid.name] : [];
  const outcome = outcomeInTitle(framework, titles);
  const rows = readRows(frameOf(context, placed, id), {
    tableId: id,
    kind: header.kind,
    theme: carriedTheme(above ?? context.before, header, named.naming, outcome),
    headerFollows: placed.headerFollows,
    isHeading: matcher.isHeading,
    namesDirectorate: (text) => (namingInTitle(framework, text)?.directorate ?? null) !== null,
  });
  const inColumn = named.from === 'you' ? null : columnNaming(framework, header, rows);
  const by: Named = inColumn === null ? named : { naming: inColumn, from: 'column' };
  const area = { top: header.top, left: header.left, right: header.right, bottom: rows.bottom };
  const headerRows = { top: header.top, bottom: header.bottom };
  const table: TableRead = {
    id,
    kind: header.kind,
    sheetId: view.grid.id,
    sheet: view.grid.name,
    area,
    headerRows,
    headings: headingsOf(context, header),
    firstHeading: firstHeadingOf(view, header),
    newColumn: newColumnOf(view, { area, headerRows }),
    directorate: by.naming?.directorate?.name ?? null,
    directorateFrom: by.from,
    directorateText: by.naming?.text ?? '',
    outcome,
    rows: rows.rows,
    themes: rows.themes,
    introductions: rows.introductions,
  };
  return {
    header,
    table,
    rows,
    naming: named.naming,
    title: named.from === 'title' ? named.naming : ((above ?? context.before)?.title ?? null),
  };
}

function* readSheet(reader: Reader, grid: SheetGrid): Steps<SheetRead> {
  const known = memoryOf(reader.memory, grid);
  if (reader.pages === null && known.read !== null) return known.read;
  yield grid.name;
  const read = yield* readAfresh(reader, grid, known);
  if (reader.pages === null) known.read = read;
  return read;
}

function* readAfresh(reader: Reader, grid: SheetGrid, known: SheetMemory): Steps<SheetRead> {
  const view = viewOf(grid);
  const { framework, matcher, corrections } = reader;
  const missed = corrections.flatMap((correction) =>
    correction.missed?.sheetId === grid.id ? missedHeader(view, correction, matcher) : [],
  );
  const replaced = (header: Header): boolean =>
    missed.some(({ header: own, selected }) => overlaps(header, own) && header.top <= selected.bottom && header.bottom >= selected.top);
  const found = findHeaders(view, matcher, known.headings).filter((header) => !replaced(header));
  const context: SheetContext = {
    framework,
    view,
    matcher,
    sheetNaming: namingInName(framework, grid.name),
    known,
    done: [],
    before: reader.pages?.last,
  };
  const leftOut: LeftOut[] = [];
  const all: TableDone[] = [];
  for (const placed of place([...found, ...missed.map(({ header }) => header)], missed)) {
    yield grid.name;
    const pointed = missed.find(({ header }) => header === placed.header);
    const id = pointed?.correction.tableId ?? `${grid.id}!${a1({ row: placed.header.top, column: placed.header.left })}`;
    const correction = correctionFor(corrections, id);
    const resolved = pointed ? placed.header : resolveHeadings(view, placed.header, framework, matcher);
    const byCells = withColumnsByCells(view, correctedHeader(resolved, correction), framework, matcher.isHeading);
    const header = withFurtherColumns(view, byCells, framework, matcher.isHeading);
    const done = readTable(context, { ...placed, header }, id, correction);
    context.done.push(done);
    if (reader.pages !== null) reader.pages.last = done;
    const byUser = correction?.leaveOut === true;
    all.push({ table: done.table, leftOut: done.rows.leftOut, byUser });
    if (byUser) leftOut.push({ sheet: grid.name, row: placed.header.top, reason: TABLE_LEFT_OUT, tableId: id });
    else for (const { sheet, row, reason } of done.rows.leftOut) leftOut.push({ sheet, row, reason });
  }
  if (all.length === 0) {
    for (const { table, byUser } of readForms(context, corrections)) {
      all.push({ table, leftOut: [], byUser });
      if (byUser) leftOut.push({ sheet: grid.name, row: table.headerRows.top, reason: TABLE_LEFT_OUT, tableId: table.id });
    }
  }
  const tables = all.filter(({ byUser }) => !byUser).map(({ table }) => table);
  const isWithout = tables.length === 0;
  const cover = isWithout ? coverNaming(framework, view) : null;
  return { view, done: all, tables, leftOut, cover, nearest: isWithout ? nearestHeadings(view, matcher) : null };
}

function whyUnread(grid: SheetGrid, options: ReadOptions): string | null {
  if (options.ownSheets?.has(grid.name) === true) return 'Written by this program, not a submission';
  if (grid.visibility === 'very hidden') return 'A very hidden sheet';
  return grid.visibility === 'hidden' && !options.includeHidden ? 'A hidden sheet' : null;
}

const isCover = (read: SheetRead, first: boolean): boolean =>
  read.tables.length === 0 &&
  (first || /\b(?:cover|front|title|contents|version|document control)\b/i.test(read.view.grid.name) || read.cover !== null);

/** Whose a workbook without a table seems to be, so that its sender is not said to have sent nothing. */
function directorateOf(framework: Framework, byBook: Named, reads: readonly SheetRead[]): string | null {
  if (byBook.naming !== null) return byBook.naming.directorate?.name ?? null;
  const named = reads.flatMap(({ view }) => namingInName(framework, view.grid.name)?.directorate?.name ?? []);
  return new Set(named).size === 1 ? (named[0] ?? null) : null;
}

/** Whether a sheet names a directorate and has no two headings of a table, which would make it a table that was missed. */
const namesMerely = ({ cover, nearest }: SheetRead): boolean => cover !== null && (nearest?.headings.length ?? 0) < 2;

/** What a cover sheet or the file's name says, for the tables that nothing nearer names. */
function namedByBook(framework: Framework, book: BookGrid, reads: readonly SheetRead[]): Named {
  const cover = reads.find((read) => read.cover !== null)?.cover;
  if (cover) return { naming: cover, from: 'cover' };
  const file = namingInName(framework, book.name);
  return { naming: file, from: file === null ? null : 'file' };
}

function textsOf(view: SheetView): string[] {
  return view.rowNumbers.slice(0, 60).flatMap((row) => view.columnsIn(row).map((column) => shownText(ownCell(view, { row, column }))));
}

/**
 * Finds every table of a workbook and reads its rows (docs/rules.md#reading). Whatever the grid holds, it gives an answer and changes nothing;
 * the time it takes is in proportion to the filled cells. Hidden sheets, our own sheets and rows that are no actions are in `leftOut`.
 * With the memory of an earlier reading, only what has changed since is worked out again; the answer is the same. The memory may be used again
 * once all steps are done.
 */
export function* readTablesInSteps(
  book: BookGrid,
  framework: Framework,
  options: ReadOptions,
  memory = createReadingMemory(),
): Steps<BookRead> {
  const corrections = options.corrections.map((correction) => placedCorrection(book, correction));
  dropOutdated(memory, framework, JSON.stringify(corrections));
  const reader: Reader = {
    framework,
    corrections,
    matcher: memory.matcher,
    memory,
    pages: book.isDocument === true ? { last: undefined } : null,
  };
  const unread = new Set<string>();
  const leftOut: LeftOut[] = [];
  const sheetsRead: SheetRead[] = [];
  const notRead = new Map<string, string>();
  for (const grid of book.sheets) {
    const reason = whyUnread(grid, options);
    if (reason === null) {
      sheetsRead.push(yield* readSheet(reader, grid));
      continue;
    }
    unread.add(grid.name);
    notRead.set(grid.id, reason);
    leftOut.push({ sheet: grid.name, row: null, reason });
  }
  const reads = book.isDocument === true ? withThemesOfHeadings(framework, sheetsRead) : sheetsRead;
  const byBook = namedByBook(framework, book, reads);
  const covers = reads.filter((read, index) => isCover(read, index === 0));
  for (const read of reads) {
    const isEmpty = read.view.rowNumbers.length === 0;
    if (read.tables.length === 0) {
      const byUser = read.leftOut.length > 0;
      const reason = byUser
        ? TABLE_LEFT_OUT
        : isEmpty
          ? 'Nothing on it'
          : covers.includes(read) && namesMerely(read)
            ? 'A cover sheet'
            : (options.knownAs?.get(read.view.grid.name) ?? NO_TABLE);
      notRead.set(read.view.grid.id, reason);
      if (!byUser && !isEmpty) leftOut.push({ sheet: read.view.grid.name, row: null, reason });
    }
    for (const each of read.leftOut) leftOut.push(each);
  }
  const tables = reads
    .flatMap((read) => read.tables)
    .map((table): TableRead => {
      if (table.directorateFrom !== null || byBook.naming === null) return table;
      return {
        ...table,
        directorate: byBook.naming.directorate?.name ?? null,
        directorateFrom: byBook.from,
        directorateText: byBook.naming.text,
      };
    });
  return {
    sheets: yield* accountsOf(book, reads, notRead, memory),
    directorate: directorateOf(framework, byBook, reads),
    tables,
    leftOut,
    corrections,
    unfit: unfitCorrections(book, corrections, { tables, leftOut }, unread),
    version: versionIn([book.name, ...covers.flatMap(({ view }) => textsOf(view))]),
  };
}
