import { a1 } from '../../src/domain/grid';
import type { ReadBook, ReadCell, ReadSheet } from './read-book';

/** One place in which two readers say something else of a file. */
export interface Difference {
  readonly what: 'sheets' | 'only ours' | 'only theirs' | 'value';
  /** "Sheet1!B5", or the name of the sheet; empty where it is about all sheets. */
  readonly where: string;
  readonly ours: string;
  readonly theirs: string;
}

export interface ComparisonOptions {
  /** The second reader works formulas out anew, so what they give is not compared. */
  readonly formulasWorkedOutAnew: boolean;
  /** The second reader has no names for sheets, as with text. */
  readonly namesUnknown: boolean;
}

/** Relative; a number goes through decimal digits in either reader, a date through seconds. */
const TOLERANCE = 1e-9;

/** Where two readers differ over one file, in the order of sheets and cells; none where they agree. */
export function differences(ours: ReadBook, theirs: Pick<ReadBook, 'sheets'>, options: ComparisonOptions): Difference[] {
  const names = (sheets: readonly ReadSheet[]): string => sheets.map(({ name }) => (options.namesUnknown ? '' : name)).join(' | ');
  const [own, other] = [names(ours.sheets), names(theirs.sheets)];
  const isSameList = own === other && ours.sheets.length === theirs.sheets.length;
  // Sheets that both have are compared all the same.
  const pairs = ours.sheets.flatMap((sheet, at): [ReadSheet, ReadSheet][] => {
    const same = isSameList ? theirs.sheets[at] : theirs.sheets.find(({ name }) => name === sheet.name);
    return same === undefined ? [] : [[sheet, same]];
  });
  const cells = pairs.flatMap(([sheet, same]) => sheetDifferences(sheet, same.cells, options));
  return isSameList ? cells : [{ what: 'sheets', where: '', ours: own, theirs: other }, ...cells];
}

function sheetDifferences({ name, cells }: ReadSheet, theirs: readonly ReadCell[], options: ComparisonOptions): Difference[] {
  const others = new Map(theirs.map((cell) => [addressOf(cell), cell]));
  const found: Difference[] = [];
  for (const cell of cells) {
    const address = addressOf(cell);
    const other = others.get(address);
    others.delete(address);
    const where = `${name}!${address}`;
    const [, , kind, , hasFormula] = cell;
    if (hasFormula === true && options.formulasWorkedOutAnew) continue;
    if (other === undefined && kind === 'empty') continue;
    if (other === undefined) found.push({ what: 'only ours', where, ours: shown(cell), theirs: '' });
    else if (!isSame(cell, other)) found.push({ what: 'value', where, ours: shown(cell), theirs: shown(other) });
  }
  for (const [address, other] of others) found.push({ what: 'only theirs', where: `${name}!${address}`, ours: '', theirs: shown(other) });
  return found;
}

function addressOf([row, column]: ReadCell): string {
  return a1({ row, column });
}

function shown([, , kind, value]: ReadCell): string {
  return `${kind} ${JSON.stringify(value).slice(0, 200)}`;
}

function isSame(ours: ReadCell, theirs: ReadCell): boolean {
  const [, , kind, value] = ours;
  const [, , otherKind, other] = theirs;
  if (kind !== otherKind) return false;
  if (typeof value === 'number' && typeof other === 'number')
    return Math.abs(value - other) <= TOLERANCE * Math.max(1, Math.abs(value), Math.abs(other));
  if (typeof value === 'string' && typeof other === 'string') return plainText(value) === plainText(other);
  return value === other;
}

/** Every line end as one character: which of them a file has says nothing. */
function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
