import { type Cell, GENERAL } from '../../../src/domain/grid';

/** A number cell; `text` is what the sheet shows and defaults to the number as General shows it. */
export function numberCell(value: number, text = String(value), format = GENERAL): Cell {
  return { kind: 'number', value, text, format };
}
