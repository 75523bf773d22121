import { textCell } from '../grid';
import { shownText } from './sheet-view';
import type { SourcedCell } from './table-read';

/** Every cell of the sheet in which the words of a field stand. */
export function cellsBehind(cell: SourcedCell): readonly SourcedCell[] {
  return cell.parts ?? [cell];
}

/** A field of which the words stand in several cells, first to last; one cell alone stays what it is. */
export function joinedCell(cells: readonly SourcedCell[], words: string): SourcedCell | undefined {
  const parts = cells.flatMap(cellsBehind);
  const [first, ...others] = parts;
  if (first === undefined || others.length === 0) return first;
  return { cell: textCell(words), place: first.place, parts };
}

/** Whether two fields are the same cells: of the same identity, in the same places. */
export function isSameCell(a: SourcedCell | null | undefined, b: SourcedCell | null | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  if (a.place.row !== b.place.row || a.place.column !== b.place.column) return false;
  if (a.parts === undefined && b.parts === undefined) return a.cell === b.cell;
  const others = b.parts ?? [];
  return (
    shownText(a.cell) === shownText(b.cell) &&
    a.parts?.length === others.length &&
    a.parts.every((part, index) => isSameCell(part, others[index]))
  );
}
