import { type BookGrid, EMPTY_CELL, type SheetGrid, textCell } from '../../src/domain/grid';
import { COMMITMENT } from './table-sheet';
import type { User } from './user';

/** Columns of All priorities that a council may do without. */
const DISPENSABLE = ['Theme', 'Cost', 'Due', 'Source', 'Findings', 'Suggested indicators', 'Progress', 'Timescale', 'Led by', 'Notes'];

const STATE_SHEET = '_plan';

/** What people and programs do to the workbook of a plan between two runs, by name; null where it cannot be done at present. */
export const DEEDS: Readonly<Record<string, (user: User) => BookGrid | null>> = {
  sorted: ({ sheet, chance }) => sheet.sorted(chance.inAnyOrder(sheet.rows)),
  'rows put in above': ({ sheet, chance }) => sheet.movedDown(1 + chance.number(3)),
  'a row of their own': rowOfTheirOwn,
  'a row copied': rowCopied,
  'a row deleted': rowDeleted,
  'a Ref retyped': (user) =>
    retyped(user, (ref) => user.chance.one([ref.toLowerCase(), ref.replace('-', ''), ref.replace('-0', '-'), ` ${ref} `])),
  'a Ref emptied': refEmptied,
  'two Refs exchanged': refsExchanged,
  'a column of their own': (user) => user.sheet.withColumn(user.nextColumn()),
  'a column put in': (user) =>
    user.sheet.withColumnAt(user.sheet.columnOf(user.chance.one(user.sheet.headings.slice(1))), user.nextColumn()),
  'a column deleted': columnDeleted,
  'columns exchanged': ({ sheet, chance }) => sheet.withColumnsExchanged(chance.one(sheet.headings), chance.one(sheet.headings)),
  'titles merged': titlesMerged,
  'the sheet renamed': ({ sheet, chance }) => sheet.withSheet({ ...sheet.sheet, name: `Plan ${String(chance.number(99))}` }),
  'the table made a range': ({ sheet }) => sheet.withSheet({ ...sheet.sheet, tables: [] }),
  'the hidden sheet lost': withoutMemory,
  'the hidden sheet damaged': memoryDamaged,
  'the sheets copied to a new workbook': copiedToNewWorkbook,
  'saved by another program': ({ book }) => savedElsewhere(book),
};

function rowOfTheirOwn(user: User): BookGrid | null {
  const { sheet, chance } = user;
  if (sheet.rows.length === 0 || !sheet.has('Notes')) return null;
  const words = `A row of our own, ${user.nextWords()}`;
  const notes = user.nextWords();
  user.ownRows.set(words, notes);
  return sheet.withRowBelow(chance.one(sheet.rows), sheet.rowOf({ [COMMITMENT]: words, Notes: notes }));
}

/** Where the hidden sheet is lost as well, nothing tells a copy from its original. */
function rowCopied(user: User): BookGrid | null {
  const rows = user.actionRows().filter(({ id }) => !user.copied.has(id));
  if (rows.length === 0 || user.memoryIsLost) return null;
  const { row, id } = user.chance.one(rows);
  user.copied.add(id);
  return user.sheet.withRowBelow(row, user.rowCells(row));
}

/** Without the hidden sheet, the number of a row that is gone is given to nobody else, and the action gets a new one. */
function rowDeleted(user: User): BookGrid | null {
  const rows = user.actionRows().filter(({ id }) => user.knows.isCurrent(id) && !user.copied.has(id));
  if (rows.length < 2 || user.memoryIsLost) return null;
  const { row, id } = user.chance.one(rows);
  user.deleted.add(id);
  user.typed = user.typed.filter((one) => one.id !== id);
  return user.sheet.withoutRow(row);
}

function retyped(user: User, other: (ref: string) => string): BookGrid | null {
  const rows = user.actionRows().filter(({ id }) => !user.copied.has(id));
  if (rows.length === 0) return null;
  const { row } = user.chance.one(rows);
  return user.sheet.typed(row, 'Ref', other(user.sheet.words(row, 'Ref')));
}

function refEmptied(user: User): BookGrid | null {
  if (user.memoryIsLost) return null;
  user.isRefLost = true;
  return retyped(user, () => '');
}

function refsExchanged(user: User): BookGrid | null {
  const rows = user.chance.inAnyOrder(user.actionRows().filter(({ id }) => !user.copied.has(id)));
  const [one, other] = rows;
  if (one === undefined || other === undefined || user.memoryIsLost) return null;
  const refs = [user.sheet.words(one.row, 'Ref'), user.sheet.words(other.row, 'Ref')];
  user.isRefLost = true;
  user.book = user.sheet.typed(one.row, 'Ref', refs[1] ?? '');
  return user.sheet.typed(other.row, 'Ref', refs[0] ?? '');
}

function columnDeleted(user: User): BookGrid | null {
  const there = DISPENSABLE.filter((heading) => user.sheet.has(heading));
  if (user.columnsGone.size >= 3 || there.length === 0) return null;
  const heading = user.chance.one(there);
  user.columnsGone.add(heading);
  user.typed = user.typed.filter((one) => one.heading !== heading);
  if (heading === 'Notes') for (const words of user.ownRows.keys()) user.ownRows.set(words, '');
  return user.sheet.withoutColumn(heading);
}

/** The first two cells of the rows above each table, where titles are. */
function titlesMerged({ book }: User): BookGrid {
  const merged = (sheet: SheetGrid): SheetGrid =>
    sheet.visibility === 'visible' && sheet.rows.get(0)?.has(1) === false && sheet.tables.every(({ area }) => area.top >= 2)
      ? { ...sheet, merges: [{ top: 0, bottom: 0, left: 0, right: 1 }] }
      : sheet;
  return { ...book, sheets: book.sheets.map(merged) };
}

/**
 * Not where it alone knows what was done besides: which Ref was emptied or exchanged, which row was copied or deleted, where an action came from.
 */
function canLoseMemory({ copied, deleted, isRefLost, sheet }: User): boolean {
  return copied.size === 0 && deleted.size === 0 && !isRefLost && sheet.has('Source');
}

function withoutMemory(user: User): BookGrid | null {
  if (!canLoseMemory(user)) return null;
  user.loseMemory();
  return { ...user.book, sheets: user.book.sheets.filter(({ name }) => name !== STATE_SHEET) };
}

/** Up to three cells of the hidden sheet emptied or written over; not those that say its version, which stop everything. */
function memoryDamaged(user: User): BookGrid | null {
  const { book, chance } = user;
  const memory = book.sheets.find(({ name }) => name === STATE_SHEET);
  if (memory === undefined || !canLoseMemory(user)) return null;
  const places = [...memory.rows].flatMap(([row, cells]) => [...cells.keys()].map((column) => ({ row, column })));
  const hit = Array.from({ length: 1 + chance.number(3) }, () => chance.one(places)).filter(({ column }) => column < 112 || column > 113);
  user.loseMemory();
  const rows = new Map(memory.rows);
  for (const { row, column } of hit) {
    const cell = chance.happens(0.5) ? EMPTY_CELL : textCell('x');
    user.events.push(`_plan ${String(row)},${String(column)}: ${String(rows.get(row)?.get(column)?.value).slice(0, 60)}`);
    rows.set(row, new Map([...(rows.get(row) ?? []), [column, cell]]));
  }
  return { ...book, sheets: book.sheets.map((sheet) => (sheet === memory ? { ...memory, rows } : sheet)) };
}

/** All sheets that a person can see: Excel gives the copies ids of their own, and tables other names where the workbook has those already. */
function copiedToNewWorkbook(user: User): BookGrid | null {
  const book = withoutMemory(user);
  if (book === null) return null;
  const suffix = user.chance.one(['', '1']);
  const copied = (sheet: SheetGrid, index: number): SheetGrid => {
    return { ...sheet, id: `copy ${String(index)}`, tables: sheet.tables.map((table) => ({ ...table, name: `${table.name}${suffix}` })) };
  };
  return { ...book, sheets: book.sheets.map(copied) };
}

/** As programs other than Excel leave a workbook: without tables, every sheet under an id of its own, the hidden one merely hidden. */
function savedElsewhere(book: BookGrid): BookGrid {
  const saved = (sheet: SheetGrid, index: number): SheetGrid => ({
    ...sheet,
    id: `sheet ${String(index)}`,
    tables: [],
    visibility: sheet.visibility === 'very hidden' ? 'hidden' : sheet.visibility,
  });
  return { ...book, sheets: book.sheets.map(saved) };
}
