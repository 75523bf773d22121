import type { TypedFields } from '../collation';
import { COMPARED_FIELDS, dueInWords, typedField } from '../fields';
import type { Framework } from '../framework';
import { type BookGrid, type CalendarDate, cellAt, parseIsoDate } from '../grid';
import { ALL_PRIORITIES, allPrioritiesColumns, ALL_PRIORITIES_TABLE } from './all-priorities';
import { isBlank, isTypedOver, type Settled, wordsOfCell, wordsWere, type WrittenSheet } from '../workbook';

export interface TypedInto {
  readonly framework: Framework;
  /** Relative timescales are counted from it; the framework's own when left out. */
  readonly planDate?: CalendarDate;
  /** What the last run wrote. */
  readonly written: readonly WrittenSheet[];
  /** A cell that is to take what was sent is not typed any more. */
  readonly settled?: Settled;
}

/**
 * What the collator typed into the columns of `All priorities` that directorates fill in as well. `reconcile` keeps it there
 * (three ways, against the last collated value), so figures must go by it too. A timescale that was typed gives the due date, unless that
 * was typed as well.
 * Rule: docs/rules.md#typed-values.
 */
export function typedFields(book: BookGrid, { framework, planDate, written, settled = () => null }: TypedInto): TypedFields {
  const typed = new Map<string, Record<string, string>>();
  const last = written.find(({ plan }) => plan === ALL_PRIORITIES);
  const found = tableIn(book);
  if (last === undefined || found === null) return typed;
  const { sheet, area } = found;
  const counted = planDate ?? parseIsoDate(framework.planDate) ?? { year: 0, month: 1, day: 1 };
  const headings = new Map(allPrioritiesColumns(framework).map(({ key, heading }): [string, string] => [key, heading]));
  const columnOf = (key: string): number => {
    for (let column = area.left; column <= area.right; column += 1) {
      const heading = wordsOfCell(cellAt(sheet, { row: area.top, column }));
      if (heading.trim().toLowerCase() === headings.get(key)?.toLowerCase()) return column;
    }
    return -1;
  };
  const refColumn = columnOf('ref');
  const columns = COMPARED_FIELDS.map((key) => ({ key, heading: headings.get(key) ?? '', column: columnOf(key) })).filter(
    ({ column }) => column >= 0,
  );
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const ref = wordsOfCell(cellAt(sheet, { row, column: refColumn })).trim();
    const collated = last.rows[ref];
    if (collated === undefined || typed.has(ref)) continue;
    const fields: Record<string, string> = {};
    for (const { key, heading, column } of columns) {
      const cell = cellAt(sheet, { row, column });
      // Indicators that were taken out are turned down; any other cell that was emptied is filled again.
      if (isBlank(cell) && key !== 'indicators') continue;
      if (!isTypedOver(cell, wordsWere(collated[key] ?? '')) || settled(sheet.name, ref, { key, heading }) === 'theirs') continue;
      fields[key] = typedField(key, cell, framework, counted);
    }
    if (fields.timescale !== undefined && fields.due === undefined) fields.due = dueInWords(fields.timescale, counted) ?? '';
    typed.set(ref, fields);
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
