import type { TypedFields } from '../collation';
import { SHARED_FIELDS } from '../fields';
import type { Framework } from '../framework';
import { type BookGrid, cellAt } from '../grid';
import { ALL_PRIORITIES, allPrioritiesColumns, ALL_PRIORITIES_TABLE } from './all-priorities';
import { wordsOfCell, type WrittenSheet } from '../workbook';

/**
 * What the collator typed into the columns of `All priorities` that directorates fill in as well. `reconcile` keeps it there
 * (three ways, against the last collated value), so figures about status and cost must go by it too.
 * Rule: docs/rules.md#typed-values.
 */
export function typedFields(book: BookGrid, framework: Framework, written: readonly WrittenSheet[]): TypedFields {
  const typed = new Map<string, Record<string, string>>();
  const last = written.find(({ plan }) => plan === ALL_PRIORITIES);
  const found = tableIn(book);
  if (last === undefined || found === null) return typed;
  const { sheet, area } = found;
  const headings = new Map(allPrioritiesColumns(framework).map(({ key, heading }): [string, string] => [key, heading.toLowerCase()]));
  const columnOf = (key: string): number => {
    for (let column = area.left; column <= area.right; column += 1) {
      if (
        wordsOfCell(cellAt(sheet, { row: area.top, column }))
          .trim()
          .toLowerCase() === headings.get(key)
      )
        return column;
    }
    return -1;
  };
  const refColumn = columnOf('ref');
  const columns = SHARED_FIELDS.map((key) => ({ key, column: columnOf(key) })).filter(({ column }) => column >= 0);
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const ref = wordsOfCell(cellAt(sheet, { row, column: refColumn })).trim();
    const collated = last.rows[ref];
    if (collated === undefined || typed.has(ref)) continue;
    const cells = columns.map(({ key, column }): [string, string] => [key, wordsOfCell(cellAt(sheet, { row, column }))]);
    typed.set(ref, Object.fromEntries(cells.filter(([key, words]) => words !== (collated[key] ?? ''))));
  }
  return typed;
}

function tableIn(
  book: BookGrid,
): { readonly sheet: BookGrid['sheets'][number]; readonly area: { top: number; bottom: number; left: number; right: number } } | null {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find(({ name }) => name === ALL_PRIORITIES_TABLE);
    if (table !== undefined) return { sheet, area: table.area };
  }
  return null;
}
