import { createLiveReading } from '../../../src/application/check/live-reading';
import { kent2025 } from '../../../src/domain/framework';
import { textCell } from '../../../src/domain/grid';
import { EditedBook } from '../../application/collate/edited-book';
import { measured, type Measured } from './measured';
import { planGrid } from './plan-rows';

const MONTHS = ['January', 'March', 'June', 'October'];
const HEADER_ROWS = 3;

/**
 * Edits the timescales of a plan one after the other, each followed by a live re-check. The workbook lies in memory and gives its one cell at
 * once, so what is measured is all that comes after a cell has been read.
 */
export async function recheckEdits(actions: number, edits: number): Promise<Measured[]> {
  const book = new EditedBook({ name: '', sheets: [planGrid(actions)] });
  const dates = { planDate: { year: 2025, month: 1, day: 30 }, asOf: { year: 2025, month: 1, day: 30 } };
  const live = createLiveReading({ workbook: book.port(), framework: kent2025(), dates: () => dates, pause: () => Promise.resolve() });
  const { signal } = new AbortController();
  await live.readPlan(signal, () => undefined);
  const took: Measured[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const row = HEADER_ROWS + ((edit * 331) % actions);
    const words = `${MONTHS[edit % MONTHS.length] ?? ''} ${String(2026 + (edit % 20))}`;
    const change = book.paste(0, { top: row, bottom: row, left: 2, right: 2 }, [[textCell(words)]]);
    took.push((await measured(() => live.recheck([change], signal, () => undefined))).took);
  }
  return took;
}
