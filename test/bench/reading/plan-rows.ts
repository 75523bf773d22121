import { writeFileSync } from 'node:fs';
import { writeXlsx } from 'hucre';
import { gridOf, type SheetGrid, textCell } from '../../../src/domain/grid';
import printed from '../../data/kent/appendix-b-priorities.json';

const HEADINGS = ['What we have committed to', 'Led by', 'Timescale', 'Measure', 'Shared Outcome'];
/** Rows of the paper after which a theme row stands. */
const A_THEME = 12;

/** The rows of the published paper over and over, each commitment with a number of its own so that none stands twice. */
function planRows(actions: number): string[][] {
  const cells = printed.tables.flatMap(({ rows }) => rows.flatMap((row) => (row.kind === 'action' ? [row.cells] : [])));
  const rows: string[][] = [['Proposed priorities ~ GET'], HEADINGS];
  for (let index = 0; index < actions; index += 1) {
    if (index % A_THEME === 0) rows.push([`Theme ${String(index / A_THEME + 1)}`]);
    const [commitment = '', ...rest] = cells[index % cells.length] ?? [];
    rows.push([`${commitment} (${String(index + 1)})`, ...rest]);
  }
  return rows;
}

/** A plan of so many actions as a sheet that starts at A1. */
export function planGrid(actions: number): SheetGrid {
  return gridOf(
    'Plan',
    planRows(actions).map((row) => row.map((text) => textCell(text))),
  );
}

/** The same as a file. */
export async function writePlanFile(path: string, actions: number): Promise<void> {
  writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Plan', rows: planRows(actions) }] }));
}
