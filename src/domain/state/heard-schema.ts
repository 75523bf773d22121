import * as z from 'zod';
import type { Cell } from '../grid';
import { HEADING_KEYS, TABLE_KINDS } from '../reading';

/** What a record of a row or a table as last sent must be before it is read again: the workbook comes from others, who may have altered it. */

const index = z.int().min(0);
const place = z.object({ row: index, column: index });

const TYPE_OF_VALUE: Readonly<Record<Cell['kind'], string>> = {
  empty: 'object',
  text: 'string',
  number: 'number',
  boolean: 'boolean',
  error: 'string',
};
const kind = z.enum(['empty', 'text', 'number', 'boolean', 'error']);
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Address, text, kind, value, format, formula; without what may be left out, as `CellJson` says. */
const shortCell = z.union([
  z.tuple([z.string()]),
  z.tuple([z.string(), z.string()]),
  z.tuple([z.string(), z.string(), kind, value, z.string()]).refine(([, , of, held]) => typeof held === TYPE_OF_VALUE[of]),
  z.tuple([z.string(), z.string(), kind, value, z.string(), z.string()]).refine(([, , of, held]) => typeof held === TYPE_OF_VALUE[of]),
]);

const cells = z.partialRecord(z.enum(HEADING_KEYS), shortCell);

export const heardRowSchema = z.object({
  row: index,
  kind: z.enum(['action', 'service', 'measure', 'activity']).exactOptional(),
  theme: shortCell.exactOptional(),
  owner: z.string().exactOptional(),
  cells,
  milestones: z.array(z.object({ row: index, cells })).exactOptional(),
});

const more = { format: z.string(), formula: z.string().exactOptional() };
const cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty'), value: z.null(), text: z.literal(''), ...more }),
  z.object({ kind: z.literal('text'), value: z.string(), text: z.string(), ...more }),
  z.object({ kind: z.literal('number'), value: z.number(), text: z.string(), ...more }),
  z.object({ kind: z.literal('boolean'), value: z.boolean(), text: z.string(), ...more }),
  z.object({ kind: z.literal('error'), value: z.string(), text: z.string(), ...more }),
]);

export const heardTableSchema = z.object({
  file: z.string(),
  id: z.string(),
  kind: z.enum(TABLE_KINDS),
  sheetId: z.string(),
  sheet: z.string(),
  area: z.object({ top: index, left: index, bottom: index, right: index }),
  headerRows: z.object({ top: index, bottom: index }),
  headings: z.array(
    z.object({
      text: z.string(),
      column: index,
      key: z.enum(HEADING_KEYS).nullable(),
      sureness: z.enum(['certain', 'likely', 'set by you']),
      byCells: z.boolean().exactOptional(),
    }),
  ),
  firstHeading: z.object({ place }).exactOptional(),
  directorate: z.string().nullable(),
  directorateFrom: z.enum(['column', 'title', 'sheet', 'cover', 'file', 'you']).nullable(),
  directorateText: z.string(),
  outcome: z.string().nullable(),
  introductions: z.array(z.object({ cell, place })),
});
