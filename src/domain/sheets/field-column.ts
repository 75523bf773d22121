import { ACTION_FIELDS, type FieldKey, FIELDS } from '../fields';
import { parseIsoDate, serialOfDate } from '../grid';
import { NOTHING, type PlanCell, type PlanColumn, text } from '../workbook';
import { textColumn } from './council-look';

const DATE_COLUMN: Partial<PlanColumn> = { wrap: false, format: 'dd/mm/yyyy' };
const DATES: ReadonlySet<FieldKey> = new Set(FIELDS.filter(({ isDate }) => isDate === true).map(({ key }) => key));

/** A field's column on a sheet of the plan. @param width in characters. */
export function fieldColumn(key: FieldKey, width: number, more: Partial<PlanColumn> = {}): PlanColumn {
  return textColumn(key, ACTION_FIELDS[key].heading, width, { ...(DATES.has(key) ? DATE_COLUMN : {}), ...more });
}

/** A real date from "2026-03-31"; empty for anything else. */
export function dateCell(iso: string): PlanCell {
  const date = parseIsoDate(iso);
  return date === null ? NOTHING : { kind: 'date', serial: serialOfDate(date) };
}

/** A field's words as a cell: a real date where the field is one. */
export function fieldCell(key: FieldKey, words: string): PlanCell {
  return DATES.has(key) ? dateCell(words) : text(words);
}

/** All fields of an action, by key. */
export function fieldCells(words: Readonly<Record<FieldKey, string>>): Record<FieldKey, PlanCell> {
  const cells = FIELDS.map(({ key }) => [key, fieldCell(key, words[key])]);
  return Object.fromEntries(cells) as Record<FieldKey, PlanCell>;
}
