import * as z from 'zod';
import { LAST_COLUMN, LAST_ROW } from '../grid';
import type { CellContent, Edit } from '../workbook';

/**
 * The edits of a journal as JSON. What puts cells back is by far the most of it, up to every cell of the plan, so those are written short:
 * `[sheet, top, left, rows]`, a cell as `[value, format, formula]` without what may be left out, and 0 for one that is left alone. Behind the
 * rows stands what was left in their cells, a text of hashes for each row; plans of version 0.1.0 do not say.
 */
type ShortCell = 0 | readonly [value: string | number | boolean | null, format?: string, formula?: string];
type ShortWrite = readonly [sheet: string, top: number, left: number, rows: readonly (readonly ShortCell[])[], hashes?: readonly string[]];

/** In place of the hash of a cell that is not written. */
const NOT_WRITTEN = '-';

/** The format of nearly every cell of the plan. */
const USUAL = '@';

export function editRecord(edit: Edit): string {
  return JSON.stringify(shortened(edit) ?? edit);
}

const row = z.int().min(0).max(LAST_ROW);
const column = z.int().min(0).max(LAST_COLUMN);
const name = z.string().min(1).max(255);
const value = z.union([z.string().max(32_767), z.number(), z.boolean(), z.null()]);
const format = z.string().max(255);
const shortCell = z.union([
  z.literal(0),
  z.tuple([value]),
  z.tuple([value, format]),
  z.tuple([value, format, z.string().startsWith('=').max(8_192)]),
]);
const shortRows = z.array(z.array(shortCell).min(1)).min(1);
const shortWrite = z
  .union([z.tuple([name, row, column, shortRows]), z.tuple([name, row, column, shortRows, z.array(z.string())])])
  .refine(([, top, left, rows]) => top + rows.length - 1 <= LAST_ROW && left + (rows[0]?.length ?? 0) - 1 <= LAST_COLUMN)
  .refine(([, , , rows]) => rows.every(({ length }) => length === rows[0]?.length))
  .refine(([, , , rows, hashes = rows.map((cells) => ' '.repeat(cells.length - 1))]) => {
    return hashes.length === rows.length && hashes.every((one) => one.split(' ').length === rows[0]?.length);
  });
const area = z
  .strictObject({ top: row, left: column, bottom: row, right: column })
  .refine(({ top, left, bottom, right }) => top <= bottom && left <= right);

const place = z.strictObject({ row, column });
const commentMove = z.strictObject({ kind: z.enum(['comment', 'note']), known: z.string().max(255), from: place, to: place });

/**
 * The edits that take something back, and no others: no sheet is made again and none is laid out. A table is made again where it had another
 * name, under which a run does not leave it.
 */
const takingBack = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('remove sheet'), sheet: name }),
  z.strictObject({ type: z.literal('remove table'), sheet: name, table: name }),
  z.strictObject({ type: z.literal('add table'), sheet: name, table: name, area, style: name, banded: z.boolean() }),
  z.strictObject({ type: z.literal('move comments'), sheet: name, moves: z.array(commentMove).min(1) }),
  z.strictObject({ type: z.literal('resize table'), sheet: name, table: name, area, hasTotals: z.literal(true).optional() }),
  z.strictObject({
    type: z.literal('set drop-downs'),
    sheet: name,
    lists: z.array(z.strictObject({ area, values: z.array(z.string().max(255)) })),
    refuse: z.literal(true),
  }),
  z.strictObject({ type: z.literal('remove chart'), sheet: name, chart: name }),
  z.strictObject({ type: z.literal('set printed columns'), sheet: name, from: column, to: column }),
]);

/** Null for a record that is no edit of a journal: cut short, or altered by hand. */
export function editFrom(record: string): Edit | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(record);
  } catch {
    return null;
  }
  const short = shortWrite.safeParse(parsed).data;
  return short === undefined ? (takingBack.safeParse(parsed).data ?? null) : longWrite(short);
}

/** Null for an edit that is no plain putting back. */
function shortened(edit: Edit): ShortWrite | null {
  if (edit.type !== 'write cells' || edit.expected !== null) return null;
  const rows = edit.cells.map((cells) => cells.map(shortCellOf));
  if (rows.some((cells) => cells.includes(null))) return null;
  const { sheet, area: at, left } = edit;
  const short = [sheet, at.top, at.left, rows as readonly (readonly ShortCell[])[]] as const;
  return left === undefined ? short : [...short, left.map((hashes) => hashes.map((hash) => hash ?? NOT_WRITTEN).join(' '))];
}

function shortCellOf(content: CellContent | null): ShortCell | null {
  if (content === null) return 0;
  if (content.kind !== 'restore') return null;
  const { value: held, format: shownAs, formula } = content;
  if (formula !== undefined) return [held, shownAs, formula];
  return shownAs === USUAL ? [held] : [held, shownAs];
}

function longWrite([sheet, top, left, rows, hashes]: ShortWrite): Edit {
  const cells = rows.map((across) =>
    across.map((cell): CellContent | null => {
      if (cell === 0) return null;
      const [held, shownAs = USUAL, formula] = cell;
      return { kind: 'restore', value: held, format: shownAs, ...(formula === undefined ? {} : { formula }) };
    }),
  );
  const covered = { top, left, bottom: top + rows.length - 1, right: left + (rows[0]?.length ?? 1) - 1 };
  const edit = { type: 'write cells', sheet, area: covered, cells, expected: null } as const;
  if (hashes === undefined) return edit;
  return { ...edit, left: hashes.map((one) => one.split(' ').map((hash) => (hash === NOT_WRITTEN ? null : hash))) };
}
