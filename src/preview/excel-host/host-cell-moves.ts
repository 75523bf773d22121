import { a1, type Area, type CellComment, parseA1, type Place } from '../../domain/grid';
import { HostError } from './host-error';
import { areaInside, columnsOf, overlapOf, rowsOf } from './host-reference';
import { type HostComment, type HostSheet, without } from './host-sheet';
import { NO_CELL } from './host-cells';

/** Cells of one sheet that are cut and pasted elsewhere on it. */
interface CutAndPaste {
  readonly sheet: HostSheet;
  readonly from: Area;
  /** Its first cell is where the first cut cell goes. */
  readonly to: Area;
}

/**
 * Cuts and pastes, as `Range.moveTo` does: content, format, looks and drop-downs go, "replacing the old information in those cells"
 * (Excel.Range), and so do comments and notes, as in Excel's own Cut and Paste. Conditional formats stay where they are in this host.
 */
export function cutAndPaste({ sheet, from, to: first }: CutAndPaste, others: readonly HostSheet[]): void {
  const to = { ...first, bottom: first.top + rowsOf(from) - 1, right: first.left + columnsOf(from) - 1 };
  if ([from, to].some((area) => sheet.merges.some((merge) => overlapOf(merge, area) !== null && !areaInside(merge, area)))) {
    throw new HostError('MergedRangeConflict');
  }
  sheet.demandNoPivot(from);
  sheet.demandNoPivot(to);
  const [down, across] = [to.top - from.top, to.left - from.left];
  const moved = <A extends { readonly area: Area }>(items: readonly A[]): A[] => [
    ...items.flatMap((item) =>
      without(item.area, from)
        .flatMap((rest) => without(rest, to))
        .map((area) => ({ ...item, area })),
    ),
    ...items.flatMap((item) => {
      const part = overlapOf(item.area, from);
      return part === null ? [] : [{ ...item, area: shifted(part, down, across) }];
    }),
  ];
  const cut = sheet.cells
    .within(from)
    .map(([row, column, cell]) => [row, column, { ...cell, format: sheet.cells.formatAt(row, column) }] as const);
  for (const area of [from, to]) for (const [row, column] of sheet.cells.within(area)) sheet.cells.put(row, column, NO_CELL);
  for (const [row, column, cell] of cut) sheet.cells.put(row + down, column + across, cell);
  sheet.looks = moved(sheet.looks);
  sheet.validations = moved(sheet.validations);
  sheet.hyperlinks = moved(sheet.hyperlinks);
  sheet.comments = sheet.comments.flatMap((comment) => {
    if (isIn(from, comment)) return [{ ...comment, row: comment.row + down, column: comment.column + across }];
    return isIn(to, comment) ? [] : [comment];
  });
  for (const other of others)
    followMoves(other, sheet, (place) =>
      isIn(from, place) ? { row: place.row + down, column: place.column + across } : isIn(to, place) ? null : place,
    );
}

/** Formulas follow a cell that is cut; those that refer to a cell that is pasted over have lost it. Areas of several cells stay in this host. */
function followMoves(on: HostSheet, moved: HostSheet, placeAfter: (place: Place) => Place | null): void {
  for (const [row, column, cell] of on.cells.all()) {
    if (cell.formula === null) continue;
    const formula = cell.formula.replace(
      /"(?:[^"]|"")*"|((?:(?<!')'(?:[^']|'')+'|(?<![\w.])[\w.]+)!)?(?<![A-Za-z0-9_$:.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\d:(A-Za-z_])/g,
      (
        whole: string,
        sheet: string | undefined,
        fixedColumn: string | undefined,
        name: string | undefined,
        fixedRow: string,
        number: string,
      ) => {
        if (name === undefined || fixedColumn === undefined) return whole;
        const isMoved = sheet === undefined ? on === moved : sheet.replaceAll("'", '').toLowerCase() === `${moved.name.toLowerCase()}!`;
        const place = parseA1(name + number);
        if (!isMoved || place === null) return whole;
        const after = placeAfter(place);
        if (after === null) return `${sheet ?? ''}#REF!`;
        const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(a1(after)) ?? [];
        return `${sheet ?? ''}${fixedColumn}${letters}${fixedRow}${digits}`;
      },
    );
    if (formula !== cell.formula) on.cells.put(row, column, { ...cell, formula });
  }
}

export function hostComments(comments: readonly CellComment[], newId: () => string): HostComment[] {
  return comments.map(({ id, kind, row, column, text, author }) => ({ id: id ?? newId(), kind, row, column, text, author }));
}

const isIn = ({ top, bottom, left, right }: Area, { row, column }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

const shifted = ({ top, bottom, left, right }: Area, down: number, across: number): Area => ({
  top: top + down,
  bottom: bottom + down,
  left: left + across,
  right: right + across,
});
