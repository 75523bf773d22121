import { cellAt } from '../grid';
import { addressOf, holds, NOTHING, restoring, wordsOfPlan } from './cell-content';
import type { CellContent } from './edit';
import { ExistingTable } from './existing-table';
import type { PlanTable } from './sheet-plan';
import { NO_OUTCOME, NO_ROWS, type TableOutcome } from './table-outcome';

type Replace = Extract<NonNullable<PlanTable['refresh']>, { how: 'replace' }>;

/** A row the table is to have: planned, or kept because the user wrote beside it. */
interface NewRow {
  readonly cells: Readonly<Record<string, CellContent>>;
  /** Where the user's own cells of this row are now; null for none. */
  readonly from: number | null;
}

/**
 * Refreshes a table that is written anew from the top. What the user typed beside a row moves with the row. A row that is no
 * longer planned is kept below the others and marked if the user typed something beside it. Comments and columns that hold formulas do
 * not move.
 */
export class ReplacedRows extends ExistingTable {
  run(refresh: Replace): TableOutcome {
    const theirs = this.userColumns().filter((column) => !this.holdsFormula(column));
    const rows = this.rowsToHave(refresh, theirs);
    this.noteTyped(rows);
    let changed = 0;
    const wantedLast = Math.max(this.firstRow, this.firstRow + rows.length - 1);
    for (let at = this.firstRow; at <= Math.max(this.lastRow, wantedLast); at += 1) {
      const row = rows[at - this.firstRow] ?? { cells: {}, from: null };
      if (this.put(row, at, theirs) && at - this.firstRow < this.plan.rows.length) changed += 1;
    }
    this.checkFree(this.lastRow + 1, wantedLast);
    const resize = this.resizeTo(wantedLast);
    const grows = wantedLast > this.lastRow;
    return {
      ...NO_OUTCOME,
      before: grows ? resize : [],
      changes: grows ? [] : resize,
      rows: { ...NO_ROWS, changed, unchanged: this.plan.rows.length - changed, stillGone: rows.length - this.plan.rows.length },
      notesKept: this.notes(),
      written: hashesOfRows(rows),
      overwritten: this.overwritten,
      obstacles: this.obstacles,
    };
  }

  private rowsToHave(refresh: Replace, theirs: readonly number[]): NewRow[] {
    const annotated = new Map<string, number[]>();
    const identity = refresh.identity.filter((key) => this.columns.has(key));
    for (let row = this.firstRow; row <= this.lastRow; row += 1) {
      if (theirs.every((column) => cellAt(this.sheet, { row, column }).kind === 'empty')) continue;
      const key = JSON.stringify(identity.map((one) => this.wordsAt(row, this.columns.get(one) ?? -1)));
      annotated.set(key, [...(annotated.get(key) ?? []), row]);
    }
    const planned = this.plan.rows.map((row): NewRow => {
      const key = JSON.stringify(identity.map((one) => wordsOfPlan(row.cells[one] ?? NOTHING)));
      return { cells: row.cells, from: annotated.get(key)?.shift() ?? null };
    });
    const left = [...annotated.values()].flat().sort((a, b) => a - b);
    return [...planned, ...left.map((row) => this.keptBelow(row, refresh))];
  }

  private keptBelow(row: number, { gone }: Replace): NewRow {
    const cells = [...this.columns].map(([key, column]): [string, CellContent] => {
      return [key, key === gone.column ? gone.cell : restoring(cellAt(this.sheet, { row, column }))];
    });
    return { cells: Object.fromEntries(cells), from: row };
  }

  /** Says whether any cell differed. */
  private put({ cells, from }: NewRow, at: number, theirs: readonly number[]): boolean {
    const size = this.collector.size;
    for (const { key, owner } of this.plan.columns) {
      const column = this.columns.get(key);
      if (column !== undefined && owner !== 'user') this.putCell(at, column, cells[key] ?? NOTHING);
    }
    if (from !== at)
      for (const column of theirs) this.putCell(at, column, from === null ? NOTHING : restoring(cellAt(this.sheet, { row: from, column })));
    return this.collector.size > size;
  }

  private putCell(row: number, column: number, content: CellContent): void {
    const cell = cellAt(this.sheet, { row, column });
    const isSame = content.kind === 'restore' ? cell.value === content.value && cell.formula === content.formula : holds(cell, content);
    if (!isSame) this.collector.put(row, column, content);
  }

  private holdsFormula(column: number): boolean {
    for (let row = this.firstRow; row <= this.lastRow; row += 1) if (cellAt(this.sheet, { row, column }).formula !== undefined) return true;
    return false;
  }

  /** What the user typed into columns of ours is written over, so it is shown first. Sorting the rows is not typing. */
  private noteTyped(rows: readonly NewRow[]): void {
    if (this.last === null) return;
    const hashedRows = Object.values(this.last.rows);
    const known = new Set(hashedRows.map((hashes) => JSON.stringify(this.shownKeys().map((key) => hashes[key] ?? ''))));
    for (let row = this.firstRow; row <= this.lastRow; row += 1) {
      const hashes = this.shownKeys().map((key) => hashOf(this.wordsAt(row, this.columns.get(key) ?? -1)));
      if (known.has(JSON.stringify(hashes)) || hashes.every((hash) => hash === '')) continue;
      this.noteTypedIn(row, hashes, hashedRows, rows[row - this.firstRow]);
    }
  }

  private noteTypedIn(
    row: number,
    hashes: readonly string[],
    hashedRows: readonly Readonly<Record<string, string>>[],
    becomes: NewRow | undefined,
  ): void {
    const keys = this.shownKeys();
    const matching = (one: Readonly<Record<string, string>>): number =>
      keys.filter((key, index) => (one[key] ?? '') === hashes[index]).length;
    const before = hashedRows.reduce((best, one) => (matching(one) > matching(best) ? one : best), {});
    keys.forEach((key, index) => {
      const column = this.columns.get(key) ?? -1;
      const cell = cellAt(this.sheet, { row, column });
      const content = becomes?.cells[key] ?? NOTHING;
      const stays = content.kind === 'restore' ? content.value === cell.value : holds(cell, content);
      if (hashes[index] === '' || hashes[index] === (before[key] ?? '') || stays) return;
      this.overwritten.push({
        sheet: this.sheet.name,
        address: addressOf(row, column),
        heading: this.plan.columns.find((one) => one.key === key)?.heading ?? '',
        was: this.wordsAt(row, column),
        becomes: wordsOfContent(content),
      });
    });
  }

  private shownKeys(): string[] {
    return this.plan.columns.flatMap(({ key, owner }) => (owner === 'user' || !this.columns.has(key) ? [] : [key]));
  }
}

/** What the next run needs to tell the user's typing from ours in a list: a hash of every cell, which takes a tenth of the room of the words. */
export function hashesOfRows(rows: readonly Pick<NewRow, 'cells'>[]): Record<string, Record<string, string>> {
  return Object.fromEntries(rows.map(({ cells }, index) => [String(index), hashesOf(cells)]));
}

function hashesOf(cells: NewRow['cells']): Record<string, string> {
  const hashes = Object.entries(cells).map(([key, content]): [string, string] => [key, hashOf(wordsOfContent(content))]);
  return Object.fromEntries(hashes.filter(([, hash]) => hash !== ''));
}

function wordsOfContent(content: CellContent): string {
  return content.kind === 'restore' ? String(content.value ?? '') : wordsOfPlan(content);
}

/** FNV-1a over the words, short: two different texts of one cell have the same hash once in four thousand million. "" for no words. */
function hashOf(words: string): string {
  if (words === '') return '';
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}
