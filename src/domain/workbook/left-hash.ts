import type { Cell } from '../grid';
import { wordsOfCell, wordsOfPlan } from './cell-content';
import type { CellContent, Edit } from './edit';
import { hashOf } from './rows-written';
import { plainWords } from './typed-cell';

/** A short hash of what a cell holds: of its formula, or of its words however they are spaced; "" for nothing. */
export function leftHash(cell: Cell): string {
  return hashOf(plainWords(cell.formula ?? wordsOfCell(cell)));
}

/** The same of what is to be written. */
export function contentHash(content: CellContent): string {
  if (content.kind !== 'restore') return hashOf(plainWords(wordsOfPlan(content)));
  return hashOf(plainWords(content.formula ?? (content.value === null ? '' : String(content.value))));
}

/** The inverse of an edit with what the edit leaves behind, so that it is followed only where that stands. */
export function withHashesLeft(undo: Edit, edit: Edit): Edit {
  if (undo.type !== 'write cells' || edit.type !== 'write cells') return undo;
  return { ...undo, left: edit.cells.map((row) => row.map((content) => (content === null ? null : contentHash(content)))) };
}
