import type { CellContent, Edit } from '../workbook';

/**
 * The edits of a journal as JSON. What puts cells back is by far the most of it, up to every cell of the plan, so those are written short:
 * `[sheet, top, left, rows]`, a cell as `[value, format, formula]` without what may be left out, and 0 for one that is left alone.
 */
type ShortCell = 0 | readonly [value: string | number | boolean | null, format?: string, formula?: string];
type ShortWrite = readonly [sheet: string, top: number, left: number, rows: readonly (readonly ShortCell[])[]];

/** The format of nearly every cell of the plan. */
const USUAL = '@';

export function editRecord(edit: Edit): string {
  return JSON.stringify(shortWrite(edit) ?? edit);
}

/** Null for a record that somebody altered by hand; the others still count. */
export function editFrom(record: string): Edit | null {
  try {
    const parsed = JSON.parse(record) as Edit | ShortWrite;
    return isShort(parsed) ? longWrite(parsed) : parsed;
  } catch {
    return null;
  }
}

function isShort(parsed: Edit | ShortWrite): parsed is ShortWrite {
  return Array.isArray(parsed);
}

/** Null for an edit that is no plain putting back. */
function shortWrite(edit: Edit): ShortWrite | null {
  if (edit.type !== 'write cells' || edit.expected !== null) return null;
  const rows = edit.cells.map((row) => row.map(shortCell));
  return rows.some((row) => row.includes(null))
    ? null
    : [edit.sheet, edit.area.top, edit.area.left, rows as readonly (readonly ShortCell[])[]];
}

function shortCell(content: CellContent | null): ShortCell | null {
  if (content === null) return 0;
  if (content.kind !== 'restore') return null;
  const { value, format, formula } = content;
  if (formula !== undefined) return [value, format, formula];
  return format === USUAL ? [value] : [value, format];
}

function longWrite([sheet, top, left, rows]: ShortWrite): Edit {
  const cells = rows.map((row) =>
    row.map((cell): CellContent | null => {
      if (cell === 0) return null;
      const [value, format = USUAL, formula] = cell;
      return { kind: 'restore', value, format, ...(formula === undefined ? {} : { formula }) };
    }),
  );
  const area = { top, left, bottom: top + rows.length - 1, right: left + (rows[0]?.length ?? 1) - 1 };
  return { type: 'write cells', sheet, area, cells, expected: null };
}
