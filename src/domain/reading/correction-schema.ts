import * as z from 'zod';
import { LAST_COLUMN, LAST_ROW } from '../grid';
import { HEADING_KEYS } from './heading-keys';
import { TABLE_KINDS } from './table-kinds';
import type { TableCorrection } from './table-read';

const row = z.int().min(0).max(LAST_ROW);
const column = z.int().min(0).max(LAST_COLUMN);
const area = z
  .object({ top: row, left: column, bottom: row, right: column })
  .refine(({ top, left, bottom, right }) => top <= bottom && left <= right);

const correctionSchema = z.object({
  tableId: z.string(),
  sheet: z.string().exactOptional(),
  leaveOut: z.boolean().exactOptional(),
  directorate: z.string().exactOptional(),
  headings: z.record(z.string().regex(/^\d{1,5}$/), z.enum(HEADING_KEYS).nullable()).exactOptional(),
  missed: z.object({ sheetId: z.string(), area, kind: z.enum(TABLE_KINDS) }).exactOptional(),
});

/** A correction as the workbook remembers it; null for anything else, since a workbook comes from others. */
export function parseCorrection(remembered: unknown): TableCorrection | null {
  return correctionSchema.safeParse(remembered).data ?? null;
}
