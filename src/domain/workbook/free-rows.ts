import { type Area, cellAt, type SheetGrid } from '../grid';
import { addressOf, wordsOfCell } from './cell-content';
import type { Obstacle } from './sheet-outcome';

/** Rows that a table grows into must be empty: anything there is the user's. Null when they are; else what lies there first. */
export function obstacleIn(sheet: SheetGrid, rows: Area): Obstacle | null {
  for (let row = rows.top; row <= rows.bottom; row += 1) {
    for (let column = rows.left; column <= rows.right; column += 1) {
      const cell = cellAt(sheet, { row, column });
      if (cell.kind === 'empty' && cell.formula === undefined) continue;
      const address = addressOf(row, column);
      const sentence = `There is something under the table in ${sheet.name}, cell ${address}: "${wordsOfCell(cell).slice(0, 60)}". Move it to another place, then write again.`;
      return { sheet: sheet.name, address, sentence };
    }
  }
  return null;
}
