import type { Finding } from '../../../src/domain/findings';
import { type BookGrid, cellAt, parseA1 } from '../../../src/domain/grid';
import { shownText, type TableRead } from '../../../src/domain/reading';

/** Findings whose quote is not what their cell shows. One about a table as a whole stands at a heading, and quotes nothing. */
export function misquoted(book: BookGrid, tables: readonly TableRead[], findings: readonly Finding[]): Finding[] {
  const isOfTable = ({ tableId, row }: Finding): boolean =>
    tables.some(({ id, headerRows }) => id === tableId && row !== null && row - 1 <= headerRows.bottom);
  return findings.filter((finding) => {
    const { sheetId, cell, quote } = finding;
    if (isOfTable(finding)) return quote !== '';
    const sheet = book.sheets.find(({ id }) => id === sheetId);
    const place = parseA1(cell ?? '');
    return sheet === undefined || place === null ? quote !== '' : quote !== shownText(cellAt(sheet, place));
  });
}
