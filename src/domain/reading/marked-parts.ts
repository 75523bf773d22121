import { type Area, areaA1, isDocumentTable, rowsInWords, type ColourRun, type Place, type SheetMarks } from '../grid';
import { coloursInWords } from './colour-words';
import type { PartMarked } from './sheet-account';
import { isBlank, ownCell, type SheetView, shownText } from './sheet-view';
import type { TableRead } from './table-read';

/** Of a table with fewer rows, rows in one colour are not told from bands. */
const FEWEST_ROWS = 4;

/** Words over a column whose colours stand for a status. */
const STATUS_WORDS = /\b(?:b?rags?|rating|status|progress|on track|confidence)\b/i;
/** Words over a column that is there for its colours: one in a single colour says something too, and is no ground for typing on. */
const COLOUR_WORDS = /\bb?rags?\b/i;

/**
 * What the cells of the tables tell by their look alone: fills in cells without words, words struck through, rows in a colour and letters in
 * a colour. Bands, a ground that a whole row or column shares, headings and themes mean nothing.
 * Rule: docs/rules.md#looks-not-read.
 */
export function markedParts(view: SheetView, tables: readonly TableRead[]): PartMarked[] {
  const { marks } = view.grid;
  if (marks === undefined) return [];
  return tables.flatMap((table) => {
    const rows = table.rows.map(({ row }) => row);
    const marked: Marked = { view, marks, table, rows };
    return [filledWithoutWords(marked), struckThrough(marked), rowsFilled(marked), lettersInColour(marked)].flatMap((part) => part ?? []);
  });
}

interface Marked {
  readonly view: SheetView;
  readonly marks: SheetMarks;
  readonly table: TableRead;
  /** The rows of which something was read, rising. */
  readonly rows: readonly number[];
}

function colourAt(runs: ReadonlyMap<number, readonly ColourRun[]>, { row, column }: Place): string | null {
  return runs.get(row)?.find(({ left, right }) => column >= left && column <= right)?.colour ?? null;
}

/** The colour of most cells of a row from the table's first to its last column, null where most have none. */
function groundOf({ marks, table: { area } }: Marked, row: number): string | null {
  const columns = area.right - area.left + 1;
  const counts = new Map<string, number>();
  for (const { left, right, colour } of marks.fills.get(row) ?? []) {
    const within = Math.min(right, area.right) - Math.max(left, area.left) + 1;
    if (within > 0) counts.set(colour, (counts.get(colour) ?? 0) + within);
  }
  return [...counts].find(([, cells]) => cells > columns / 2)?.[0] ?? null;
}

/** Cells of a colour of their own that hold no words, in a column where other rows have another colour or none. */
function filledWithoutWords(marked: Marked): PartMarked | null {
  const { view, marks, table, rows } = marked;
  const found: Place[] = [];
  const colours = new Set<string>();
  const columns = new Set<number>();
  let means = false;
  for (let column = table.area.left; column <= table.area.right; column += 1) {
    const inColumn: Place[] = [];
    const ofColumn = new Set<string>();
    for (const row of rows) {
      const place = { row, column };
      const merge = view.mergeAt(row, column);
      const colour = colourAt(marks.fills, place);
      if (colour === null || colour === groundOf(marked, row) || !isBlank(ownCell(view, place))) continue;
      if (merge !== null && (merge.top !== row || merge.left !== column)) continue;
      inColumn.push(place);
      ofColumn.add(colour);
    }
    const heading = table.headings.find((one) => one.column === column);
    const isStatus = heading?.key === 'status' || STATUS_WORDS.test(heading?.text ?? '');
    const isWhole = ofColumn.size === 1 && rows.every((row) => colourAt(marks.fills, { row, column }) !== null);
    if (inColumn.length === 0 || (isWhole && !COLOUR_WORDS.test(heading?.text ?? ''))) continue;
    found.push(...inColumn);
    columns.add(column);
    for (const colour of ofColumn) colours.add(colour);
    means ||= isStatus || (ofColumn.size > 1 && inColumn.length > 1);
  }
  return partOf(marked, 'filled without words', found, { raises: means, colours: coloursInWords([...colours]) });
}

function struckThrough(marked: Marked): PartMarked | null {
  const { marks, table, rows } = marked;
  const { left, right } = table.area;
  const found = rows.flatMap((row) =>
    (marks.struck.get(row) ?? []).filter((column) => column >= left && column <= right).map((column) => ({ row, column })),
  );
  return partOf(marked, 'struck through', found, { raises: true });
}

/** Rows in a colour where most have none; rows in turn are bands, and rows one after the other under a theme are its ground. */
function rowsFilled(marked: Marked): PartMarked | null {
  const { table, rows } = marked;
  const grounds = rows.map((row) => groundOf(marked, row));
  const filled = rows.filter((_row, index) => grounds[index] !== null);
  const isBanded = [0, 1].some((first) => grounds.every((ground, index) => (index % 2 === first ? ground !== null : ground === null)));
  if (rows.length < FEWEST_ROWS || isBanded || filled.length * 3 > rows.length) return null;
  const cells = filled.flatMap((row) =>
    Array.from({ length: table.area.right - table.area.left + 1 }, (_one, index) => ({ row, column: table.area.left + index })),
  );
  const { view } = marked;
  return partOf(
    marked,
    'row filled',
    cells.filter((place) => !isBlank(ownCell(view, place))),
    {},
  );
}

/** Words in a colour that fewer than half of their column have. */
function lettersInColour(marked: Marked): PartMarked | null {
  const { view, marks, table, rows } = marked;
  const found: Place[] = [];
  for (let column = table.area.left; column <= table.area.right; column += 1) {
    const written = rows.filter((row) => !isBlank(ownCell(view, { row, column })));
    const coloured = written.filter((row) => colourAt(marks.letters, { row, column }) !== null);
    if (coloured.length * 2 < written.length) found.push(...coloured.map((row) => ({ row, column })));
  }
  return partOf(marked, 'letters in colour', found, {});
}

function partOf(
  { view, table }: Marked,
  how: PartMarked['how'],
  places: readonly Place[],
  { raises = false, colours = '' }: { readonly raises?: boolean; readonly colours?: string },
): PartMarked | null {
  const inOrder = [...places].sort((a, b) => a.row - b.row || a.column - b.column);
  const [first] = inOrder;
  if (first === undefined) return null;
  const columns = inOrder.map(({ column }) => column);
  const area: Area = {
    top: first.row,
    left: Math.min(...columns),
    bottom: inOrder.at(-1)?.row ?? first.row,
    right: Math.max(...columns),
  };
  const isOneColumn = area.left === area.right;
  const heading = isOneColumn ? (table.headings.find(({ column }) => column === area.left)?.text ?? null) : null;
  return {
    how,
    address: isDocumentTable(view.grid) ? rowsInWords(areaA1(area)) : areaA1(area),
    cells: inOrder.length,
    colours,
    tableId: table.id,
    raises,
    at: { ...first, text: shownText(ownCell(view, first)) },
    heading: heading === '' ? null : heading,
  };
}
