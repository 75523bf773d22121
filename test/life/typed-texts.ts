import type { BookGrid } from '../../src/domain/grid';
import type { Chance } from './chance';
import { TableSheet } from './table-sheet';

/** What a person typed beside an action in All priorities, or over what it says; it must stand there until they take it out themselves. */
export interface Typed {
  readonly id: number;
  readonly heading: string;
  readonly words: string;
}

/** What a person typed in a list that each run writes anew. */
export interface TypedInList {
  readonly list: ListName;
  readonly words: string;
  /** Over what a cell of the list said, and not beside the table or in a column of their own. */
  readonly isOver: boolean;
  /** The words by which its row is known. */
  readonly row: readonly string[];
}

/** The lists with the headings by which a sheet is known as one, those by which a row is, and those that are typed over. */
const LISTS = {
  'By outcome': { known: ['Shared outcome', 'Ref', 'Due'], row: ['Shared outcome', 'Ref'], over: ['Led by', 'Timescale', 'Measure'] },
  Findings: {
    known: ['How serious', 'What and why'],
    row: ['File', 'Sheet', 'Row', 'What and why'],
    over: ['In the cell', 'Heading'],
  },
  Changes: { known: ['What happened', 'Was', 'Now'], row: ['Ref', 'Field', 'Was', 'Now'], over: ['Words that differ', 'Directorate'] },
  'Progress update': { known: ['Listed as', 'What slipped'], row: ['Ref'], over: ['Timescale', 'Progress'] },
} as const;
export type ListName = keyof typeof LISTS;
const NAMES = Object.keys(LISTS) as ListName[];

const OWN = 'My own words';

/** Types into a list: over a cell, in a column of their own, or in the row apart from the table. Null where the list has no row. */
export function typeInList(book: BookGrid, words: string, chance: Chance): { readonly book: BookGrid; readonly typed: TypedInList } | null {
  const list = chance.one(NAMES);
  const { known, row: identity, over } = LISTS[list];
  const how = chance.one(['over', 'own column', 'apart'] as const);
  const found = TableSheet.found(book, known);
  if (found === null) return null;
  const sheet = how === 'own column' && !found.has(OWN) ? (TableSheet.found(found.withColumn(OWN), known) ?? found) : found;
  const rows = sheet.rows.filter((row) => identity.some((heading) => sheet.words(row, heading) !== ''));
  if (rows.length === 0) return null;
  const row = chance.one(rows);
  const at = how === 'over' ? chance.one(over) : how === 'own column' ? OWN : sheet.apart;
  const now = typeof at === 'string' ? sheet.words(row, at) : String(sheet.sheet.rows.get(row)?.get(at)?.value ?? '');
  if (now.startsWith('typed')) return null;
  const typed = { list, words, isOver: how === 'over', row: identity.map((heading) => sheet.words(row, heading)) };
  return { book: sheet.typed(row, at, words), typed };
}

/**
 * @param memoryWasLost then a row of which nothing but words in its own cells is the user's may go to the sheet of kept texts.
 * @returns the texts that still stand in their lists.
 * @throws Error for a text that is gone, doubled, or beside another row than it was typed in.
 */
export function checkLists(book: BookGrid, typed: readonly TypedInList[], memoryWasLost: boolean): TypedInList[] {
  return typed.filter((one) => {
    if (one.isOver && memoryWasLost && isInKeptTexts(book, one)) return false;
    const { list, words, row: identity } = one;
    const sheet = TableSheet.found(book, LISTS[list].known);
    const places = [...(sheet?.sheet.rows ?? [])].filter(([, cells]) => [...cells.values()].some(({ value }) => value === words));
    const [row] = places[0] ?? [];
    if (sheet === null || row === undefined) throw new Error(`“${words}” typed in ${list} is gone; its row was ${identity.join(' · ')}`);
    if (places.length > 1) throw new Error(`“${words}” typed in ${list} stands there ${String(places.length)} times`);
    const now = LISTS[list].row.map((heading) => sheet.words(row, heading));
    if (now.join('\n') !== identity.join('\n'))
      throw new Error(`“${words}” typed in ${list} stands beside ${now.join(' · ')}, and was beside ${identity.join(' · ')}`);
    return true;
  });
}

/** With the words of its row, in one cell. */
function isInKeptTexts(book: BookGrid, { words, row }: TypedInList): boolean {
  const kept = TableSheet.found(book, ['Sheet', 'Cell', 'Row', 'Your text']);
  return kept?.rows.some((at) => [words, ...row].every((one) => kept.words(at, 'Your text').includes(one))) === true;
}
