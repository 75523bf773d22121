import { addressInWords, parseArea } from '../../domain/grid';
import { markedInWords } from '../../domain/findings';
import type { LeftOut, PartLeftOut, SheetAccount, SourceAccount } from '../../domain/reading';
import { whyNotRead } from '../../domain/sheets';
import { listed } from '../../domain/wording';
import type { PartNotRead, SourceNotRead } from '../requests/collation-requests';

/**
 * What of a workbook is not in the plan, in the order of its sheets: sheets not read, parts that raise a finding, rows left out, and what
 * is beside the cells. Columns whose heading is not understood are a list of their own. Cells out of a table's reach raise none and are a count.
 */
export function partsNotRead({
  file,
  sheets,
  leftOut,
}: Pick<SourceAccount, 'file' | 'sheets'> & { readonly leftOut: readonly LeftOut[] }): SourceNotRead {
  const counted = sheets.flatMap((sheet) => partsOutOfReach(sheet, leftOut));
  return {
    parts: sheets.flatMap((sheet) => partsOfSheet(file, sheet, leftOut)),
    cellsElsewhere: counted.reduce((sum, { cells }) => sum + cells, 0),
  };
}

function partsOfSheet(file: string, sheet: SheetAccount, leftOut: readonly LeftOut[]): PartNotRead[] {
  const rows = rowsOf(sheet, leftOut);
  const raising = sheet.leftOut.filter(({ raises }) => raises !== null);
  const alone = rows.filter((row) => !raising.some((part) => isInPart(row, part)));
  const listedHere = raising.filter(({ heading }) => heading === null);
  const why = whyNotRead(sheet);
  const whole = why === null || rows.length > 0 ? [] : [{ sheet: sheet.name, where: '', reason: why, words: '' }];
  const beside = sheet.besideCells.length === 0 ? [] : [listed(sheet.besideCells)];
  return [
    ...(sheet.cells > 0 ? whole : []),
    ...listedHere.map(({ address, reason, words }) => ({ sheet: sheet.name, where: addressInWords(file, address), reason, words })),
    ...alone.map(({ row, reason }) => ({ sheet: sheet.name, where: `row ${String(row + 1)}`, reason, words: '' })),
    ...sheet.marked.map((part) => ({ sheet: sheet.name, where: '', reason: markedInWords(part), words: '' })),
    ...beside.map((words) => ({ sheet: sheet.name, where: '', reason: `${words} beside the cells`, words: '' })),
  ];
}

function partsOutOfReach(sheet: SheetAccount, leftOut: readonly LeftOut[]): PartLeftOut[] {
  if (sheet.notRead !== null) return [];
  const rows = rowsOf(sheet, leftOut);
  return sheet.leftOut.filter((part) => part.raises === null && !rows.some((row) => isInPart(row, part)));
}

interface RowOut {
  /** Zero-based. */
  readonly row: number;
  readonly reason: string;
}

function rowsOf({ name }: SheetAccount, leftOut: readonly LeftOut[]): RowOut[] {
  return leftOut.flatMap(({ sheet, row, reason }) => (sheet === name && row !== null ? [{ row, reason }] : []));
}

function isInPart({ row, reason }: RowOut, part: PartLeftOut): boolean {
  const area = parseArea(part.address);
  return area !== null && part.reason === reason && row >= area.top && row <= area.bottom;
}
