import { type Area, areaHolds } from '../../domain/grid';
import { parseReference } from './host-reference';
import type { HostSheet } from './host-sheet';
import { hyperlinkIn } from './hyperlink-formula';

/** Where a cell's link leads: an address, or a reference within the workbook after "#"; null where it has none. */
export function linkTarget(sheet: HostSheet, row: number, column: number): string | null {
  const link = sheet.hyperlinks.find(({ area }) => areaHolds(area, { row, column }));
  if (link !== undefined) return link.documentReference === null ? link.address : `#${link.documentReference}`;
  const { formula } = sheet.cells.at(row, column);
  return formula === null ? null : (hyperlinkIn(formula)?.target ?? null);
}

/** What is asked of the workbook to go somewhere in it. */
interface Places {
  readonly active: HostSheet;
  readonly findSheet: (key: string) => HostSheet | null;
  readonly select: (sheet: HostSheet, area: Area, by: 'user') => void;
}

/** Goes where a link within the workbook leads, as a click on it does; to nowhere where its sheet is gone or hidden. */
export function followLink(workbook: Places, target: string): void {
  const { sheet: name, area } = parseReference(target.replace(/^#/, ''));
  const sheet = name === null ? workbook.active : workbook.findSheet(name);
  if (sheet?.visibility === 'visible') workbook.select(sheet, area, 'user');
}
