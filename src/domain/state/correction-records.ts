import { parseCorrection, type TableCorrection } from '../reading';
import { chunks, parsed } from './record-json';

/** What the user corrected about the tables of a workbook, one table a record. */
export function correctionRecords(corrections: readonly TableCorrection[]): string[][] {
  return corrections.map((correction) => chunks(JSON.stringify(correction)));
}

/** A record that is no correction is passed over. */
export function correctionsFrom(records: readonly (readonly string[])[]): TableCorrection[] {
  return records.flatMap((cells) => parsed<unknown>(cells.join('')).flatMap((json) => parseCorrection(json) ?? []));
}
