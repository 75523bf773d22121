import type { Cell } from '../grid';
import { holds, wordsOfCell, wordsOfPlan } from './cell-content';
import type { KeptCell } from './sheet-outcome';
import type { PlanCell, PlanColumn } from './sheet-plan';
import { isBlank, isTypedOver, plainWords, wordsWere } from './typed-cell';

/** Which of two values a cell is to have: what the source sends, or what was typed. Null: nothing was said, and the cell is kept. */
export type Side = 'theirs' | 'mine';

/** What the user said of a cell that was typed over; `sheet` is the name of its sheet. */
export type Settled = (sheet: string, row: string, column: Pick<PlanColumn, 'key' | 'heading'>) => Side | null;

/** An answer to a cell that was typed over, or to all of them. */
export interface SettledCell {
  /** The sheet's name; left out for every sheet that shows the row. */
  readonly sheet?: string;
  /** See `KeptCell.row`; null for every row, which the answers to single cells go before. */
  readonly row: string | null;
  /** Key or heading of the column, in any case; null for every column. */
  readonly column: string | null;
  readonly side: Side;
}

export function settledBy(answers: readonly SettledCell[]): Settled {
  return (sheet, row, column) => {
    const fits = answers.filter((answer) => isAnswerTo(answer, { sheet, row, column: column.key, heading: column.heading }));
    return (fits.findLast((answer) => answer.row !== null) ?? fits.at(-1))?.side ?? null;
  };
}

export function isAnswerTo(answer: SettledCell, cell: Pick<KeptCell, 'sheet' | 'row' | 'column' | 'heading'>): boolean {
  const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();
  const { sheet, row, column } = answer;
  if (sheet !== undefined && sheet !== cell.sheet) return false;
  return (row === null || same(row, cell.row)) && (column === null || same(column, cell.column) || same(column, cell.heading));
}

/** A cell of a table that is to be refreshed. */
export interface CellToMerge {
  readonly cell: Cell;
  readonly wanted: PlanCell;
  readonly column: PlanColumn;
  /** The words that the last run planned for it; "" where it planned none. */
  readonly last: string;
  /** While a conflict is not settled, what was planned before it began. */
  readonly before: string | undefined;
  readonly side: Side | null;
}

export type MergedCell =
  /** The cell stays as it is, and needs no word. `isOwnWords`: nobody typed, and it says what is planned in the words of an earlier run. */
  | { readonly how: 'leave'; readonly isOwnWords: boolean }
  | { readonly how: 'write' }
  /** What was typed is replaced, since the user asked for it. */
  | { readonly how: 'take' }
  /** `before`: what was planned before the conflict began; null without one. */
  | { readonly how: 'keep'; readonly before: string | null };

/**
 * Merges a cell three ways: only the source changed, it is taken; only the cell changed, the cell is kept; both changed, the cell is kept
 * and it is a conflict until the user settles it or the source goes back. An emptied cell takes the source again.
 * Rule: docs/rules.md#typed-values.
 */
export function mergeCell({ cell, wanted, column, last, before, side }: CellToMerge): MergedCell {
  if (holds(cell, wanted)) return { how: 'leave', isOwnWords: false };
  const own = wordsOfCell(cell);
  const sent = wordsOfPlan(wanted);
  if (!isTypedOver(cell, wordsWere(last))) {
    return column.meansSame?.(own, sent) === true ? { how: 'leave', isOwnWords: true } : { how: 'write' };
  }
  if (isBlank(cell)) return { how: 'write' };
  if (meanSame(column, own, sent)) return { how: 'leave', isOwnWords: false };
  if (side === 'theirs') return { how: 'take' };
  const agreed = before ?? last;
  return { how: 'keep', before: side === 'mine' || meanSame(column, sent, agreed) ? null : agreed };
}

function meanSame({ meansSame }: PlanColumn, one: string, other: string): boolean {
  return plainWords(one).toLowerCase() === plainWords(other).toLowerCase() || meansSame?.(one, other) === true;
}
