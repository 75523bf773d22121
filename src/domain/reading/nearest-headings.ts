import { assignHeadings } from './assign-headings';
import { headerCellsOf, headingText } from './header-cells';
import type { HeadingMatcher } from './heading-matcher';
import { HEADING_LABELS } from './heading-keys';
import type { HeadingsNearest } from './sheet-account';
import type { SheetView } from './sheet-view';
import { CORE_KEYS } from './table-kinds';

/** @returns null when no cell of the sheet is a heading. */
export function nearestHeadings(view: SheetView, matcher: HeadingMatcher): HeadingsNearest | null {
  let nearest: HeadingsNearest | null = null;
  for (const row of view.rowNumbers) {
    const cells = headerCellsOf(view, row);
    if (!cells.some(({ texts }) => texts.some((text) => matcher.isHeading(text)))) continue;
    const known = assignHeadings(cells, matcher).filter(({ key }) => key !== null);
    if (known.length <= (nearest?.headings.length ?? 0)) continue;
    const keys = new Set(known.map(({ key }) => key));
    const lacking = ['commitment' as const, ...CORE_KEYS].filter((key) => !keys.has(key)).map((key) => HEADING_LABELS[key]);
    nearest = { row, headings: known.map(headingText), lacking };
  }
  return nearest;
}
