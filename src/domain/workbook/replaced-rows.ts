import { type Cell, type CellComment, cellAt, type SheetGrid } from '../grid';
import { addressOf, holds, LONGEST_TEXT, NOTHING, restoring, text, wordsOfPlan } from './cell-content';
import { CellsBeside, holdsAny } from './cells-beside';
import { type CommentMove, commentKey } from './comment-moves';
import type { CellContent } from './edit';
import { ExistingTable } from './existing-table';
import { formulaOnRow } from './formula-on-row';
import { rowsPlanned } from './rows-planned';
import { hashOf, type RowHashes, rowsWritten, wholeRow } from './rows-written';
import { beforeKey, type DisplacedText, type KeptCell } from './sheet-outcome';
import type { PlanCell, PlanColumn, PlanRow, PlanTable } from './sheet-plan';
import { NO_OUTCOME, NO_ROWS, type TableOutcome } from './table-outcome';
import { isBlank, isTypedOver, linkOfFirstVersion, shownPlan, shownWords, typedWords, wordsWere } from './typed-cell';
import { WordsPlanned } from './words-planned';

type Replace = Extract<NonNullable<PlanTable['refresh']>, { how: 'replace' }>;

/** A row of the sheet in which the user wrote, or beside which they did. */
interface OwnRow {
  /** Zero-based row of the sheet. */
  readonly row: number;
  /** What it is known by, as `identityOf` gives it. */
  readonly known: string;
  readonly written: RowHashes;
  /** Keys of the columns that were typed over. */
  readonly typed: ReadonlySet<string>;
}

/** A row the table is to have: planned, or kept because the user wrote in or beside it. */
interface NewRow {
  readonly cells: Readonly<Record<string, CellContent>>;
  /** What the next run is to take for written; see `WrittenSheet.rows`. */
  readonly hashes: RowHashes;
  /** Where the user's own cells of this row are now; null for none. */
  readonly from: number | null;
}

/**
 * Refreshes a table that is written anew from the top. What the user typed in and beside a row moves with the row, and a cell that they
 * typed over is merged three ways. A row that is no longer planned is kept below the others and marked if the user wrote in or beside it.
 * So do comments and notes on a row or beside it.
 * Rules: docs/rules.md#typed-values, docs/rules.md#beside-rows, docs/rules.md#comments.
 */
export class ReplacedRows extends ExistingTable {
  private readonly displaced: DisplacedText[] = [];

  run(refresh: Replace): TableOutcome {
    const beside = this.cellsBeside();
    const rows = this.rowsToHave(refresh, beside);
    let changed = 0;
    const wantedLast = Math.max(this.firstRow, this.firstRow + rows.length - 1);
    for (let at = this.firstRow; at <= Math.max(this.lastRow, wantedLast); at += 1) {
      if (this.put(rows[at - this.firstRow], at, beside) && at - this.firstRow < this.plan.rows.length) changed += 1;
    }
    this.dropLinksOut();
    this.checkFree(this.lastRow + 1, wantedLast);
    const comments = this.commentMoves(rows, beside);
    this.demandSameRows(refresh.identity);
    const resize = this.resizeTo(wantedLast);
    const grows = wantedLast > this.lastRow;
    return {
      ...NO_OUTCOME,
      before: grows ? resize : [],
      changes: grows ? [] : resize,
      comments,
      notesUnseen:
        this.sheet.notesUnknown === true && rows.some(({ cells }, index) => this.isAnotherRow(cells, this.firstRow + index, refresh)),
      rows: { ...NO_ROWS, changed, unchanged: this.plan.rows.length - changed, stillGone: rows.length - this.plan.rows.length },
      notesKept: this.notes(),
      written: Object.fromEntries(rows.map(({ hashes }, index) => [String(index), hashes])),
      kept: this.kept,
      taken: this.taken,
      displaced: this.displaced,
      obstacles: this.obstacles,
    };
  }

  private cellsBeside(): CellsBeside {
    const { left, right } = this.table.area;
    const columns = this.shownColumns().map(({ key }) => this.columns.get(key) ?? -1);
    const isBlankRow = (row: number): boolean => columns.every((column) => !holdsAny(cellAt(this.sheet, { row, column })));
    const body = { first: this.firstRow, last: this.lastRow, left, right };
    return new CellsBeside(this.sheet, body, this.userColumns(), this.last, isBlankRow);
  }

  private rowsToHave(refresh: Replace, beside: CellsBeside): NewRow[] {
    const identity = refresh.identity.filter((key) => this.columns.has(key));
    const own = new Map<string, OwnRow[]>();
    const rows = this.last?.isRebuilt === true ? this.rowsOfUnknown(identity, refresh, beside) : this.ownRows(identity, beside);
    for (const one of rows) own.set(one.known, [...(own.get(one.known) ?? []), one]);
    const planned = this.plan.rows.map((row, index): NewRow => {
      const known = identity.map((each) => row.cells[each] ?? NOTHING);
      const one = own.get(identityOf(identity, hashesOf(row.cells)))?.shift();
      const name = known.map(shownPlan).join(' · ');
      return one === undefined
        ? { cells: row.cells, hashes: hashesOf(row.cells), from: null }
        : this.mergedRow(row, name, one, this.firstRow + index);
    });
    const left = [...own.values()].flat().sort((a, b) => a.row - b.row);
    return [...planned, ...left.map((one, index) => this.keptBelow(one, this.firstRow + planned.length + index, refresh))];
  }

  /** The comments of rows that go to other places. What a cell of theirs holds is written there anew: Excel moves it along. */
  private commentMoves(rows: readonly NewRow[], beside: CellsBeside): CommentMove[] {
    const all = this.sheet.comments ?? [];
    const moves = rows.flatMap(({ from }, index): CommentMove[] => {
      const at = this.firstRow + index;
      if (from === null || from === at) return [];
      const own = all.filter((comment) => comment.row === from && beside.goesAlong(comment));
      return own.map((comment) => {
        const { kind, row, column } = comment;
        return { kind, known: commentKey(comment), from: { row, column }, to: { row: at, column } };
      });
    });
    for (const { from, to } of moves) {
      for (const place of [from, to]) this.collector.rewrite(place.row, place.column, cellAt(this.sheet, place));
      const other = all.find(({ row, column }) => row === to.row && column === to.column);
      if (other !== undefined && !beside.goesAlong(other)) this.commentInTheWay(other);
    }
    return moves;
  }

  /** Rows in which something was typed, and rows beside which something stands. What a plan without memory wrote counts as typed by nobody. */
  private ownRows(identity: readonly string[], beside: CellsBeside): OwnRow[] {
    const keys = this.shownColumns().map(({ key }) => key);
    const rows = this.bodyRows();
    const lastRows = Object.values(this.last?.rows ?? {});
    const hashes = rows.map((row) => this.hashesAt(row, keys));
    const written = this.last === null ? hashes : rowsWritten(hashes, lastRows, keys);
    return rows.flatMap((row, index): OwnRow[] => {
      const was = written[index] ?? {};
      const typed = new Set(this.last === null ? [] : keys.filter((key) => this.isTyped(row, key, was[key] ?? '')));
      const known = identityOf(identity, { ...hashes[index], ...Object.fromEntries([...typed].map((key) => [key, was[key] ?? ''])) });
      return typed.size > 0 || this.isOwn(row, beside) ? [{ row, known, written: was, typed }] : [];
    });
  }

  /**
   * The same where it is not remembered what was written. A row is known by what this run plans; where it differs from that, somebody typed,
   * but for what the program may have written in its own columns. A row that nothing is known of is kept below the others if something stands
   * beside it, or somebody typed in it and it has the mark already; else its words go to the sheet of kept texts, but for those of a row that
   * only the program writes. A row has the mark since somebody wrote in it, so its words go there in any case.
   * Rule: docs/rules.md#lost-memory.
   */
  private rowsOfUnknown(identity: readonly string[], { gone }: Replace, beside: CellsBeside): OwnRow[] {
    const columns = this.shownColumns();
    const keys = columns.map(({ key }) => key);
    const rows = this.bodyRows();
    const planned = this.plan.rows.map(({ cells }) => hashesOf(cells));
    const hashes = rows.map((row) => this.hashesAt(row, keys));
    const untouched = new Set(Object.values(this.last?.rows ?? {}).map((row) => wholeRow(row, keys)));
    const words = new Map(
      columns.map((one) => [one.key, one.isWorkedOut === true ? this.workedOut : new WordsPlanned(this.plannedIn([one]))]),
    );
    const isWritten = (row: number, key: string): boolean => words.get(key)?.mayHold(this.cellOf(row, key)) === true;
    const own = rows.map((row) => this.isOwn(row, beside));
    const mayBeTyped = (at: number, key: string): boolean => !isWritten(rows[at] ?? -1, key);
    const found = rowsPlanned(hashes, planned, keys, identity, (at) => own[at] === true, mayBeTyped);
    return rows.flatMap((row, index): OwnRow[] => {
      const of = found[index] ?? null;
      if (untouched.has(wholeRow(hashes[index] ?? {}, keys)) && own[index] !== true) return [];
      const isTyped = (column: PlanColumn): boolean => {
        const cell = this.cellOf(row, column.key);
        // The mark of an earlier run, also where the row is planned again.
        if (column.key === gone.column && holds(cell, gone.cell)) return false;
        const wanted = of === null ? undefined : this.plan.rows[of]?.cells[column.key];
        if (isBlank(cell) || (wanted !== undefined && !isTypedOver(cell, wordsWere(wordsOfPlan(wanted))))) return false;
        return (of !== null && column.isWorkedOut !== true) || !isWritten(row, column.key);
      };
      const isMarked = of === null && holds(this.cellOf(row, gone.column), gone.cell);
      const typed = new Set(columns.filter(isTyped).map(({ key }) => key));
      const written = Object.fromEntries(Object.entries(hashes[index] ?? {}).filter(([key]) => !typed.has(key)));
      const isOwn = own[index] === true || (of !== null && typed.size > 0);
      if (isOwn || (isMarked && typed.size > 0)) {
        const known = of === null ? `row ${String(row)}` : identityOf(identity, planned[of] ?? {});
        return [{ row, known, written, typed }];
      }
      if (isMarked || (of === null && typed.size > 0)) this.displaceRow(row, identity);
      return [];
    });
  }

  /** All words of a row, since which of them are the user's is not known. */
  private displaceRow(row: number, identity: readonly string[]): void {
    const own = this.shownColumns().flatMap(({ key }) => {
      const cell = this.cellOf(row, key);
      return isBlank(cell) ? [] : [{ key, words: typedWords(cell), address: addressOf(row, this.columns.get(key) ?? -1) }];
    });
    const beside = own.flatMap(({ key, words }) => (identity.includes(key) ? [words] : [])).join(' · ');
    const whole = own.map(({ words }) => words).join(' · ');
    const texts = whole.length <= LONGEST_TEXT ? [{ words: whole, address: own[0]?.address ?? '' }] : own;
    for (const { words, address } of texts) this.displaced.push({ sheet: this.sheet.name, address, beside, text: words });
  }

  private bodyRows(): number[] {
    return Array.from({ length: this.lastRow - this.firstRow + 1 }, (_, index) => this.firstRow + index);
  }

  private hashesAt(row: number, keys: readonly string[]): RowHashes {
    return Object.fromEntries(keys.map((key) => [key, this.hashAt(row, key)]));
  }

  private cellOf(row: number, key: string): Cell {
    return cellAt(this.sheet, { row, column: this.columns.get(key) ?? -1 });
  }

  /** Whether something of the user's stands beside the row, or a comment is on it. */
  private isOwn(row: number, beside: CellsBeside): boolean {
    return beside.isBeside(row) || this.sheet.comments?.some((comment) => comment.row === row && beside.goesAlong(comment)) === true;
  }

  /** Whether another row than this one stood at a place of the old table. */
  private isAnotherRow(cells: NewRow['cells'], at: number, { identity }: Replace): boolean {
    if (at > this.lastRow) return false;
    return this.shownColumns().some(({ key }) => identity.includes(key) && !holds(this.cellOf(at, key), asPlanned(cells[key])));
  }

  /** An emptied cell is not typed over: it is filled again. */
  private isTyped(row: number, key: string, hash: string): boolean {
    const cell = this.cellOf(row, key);
    if (isBlank(cell) || linkOfFirstVersion(cell) !== null) return false;
    return isTypedOver(cell, (words) => hashOf(words) === hash);
  }

  /** A planned row that the user wrote in or beside. @param at its place on the sheet from now on. */
  private mergedRow(row: PlanRow, name: string, { row: from, written, typed }: OwnRow, at: number): NewRow {
    const cells: Record<string, CellContent> = { ...row.cells };
    const hashes: Record<string, string> = { ...hashesOf(row.cells) };
    for (const column of this.shownColumns().filter(({ key }) => typed.has(key))) {
      const { key } = column;
      const across = this.columns.get(key) ?? -1;
      const cell = cellAt(this.sheet, { row: from, column: across });
      const wanted = row.cells[key] ?? NOTHING;
      const sent = hashOf(wordsOfPlan(wanted));
      if (cell.formula === undefined && this.hashAt(from, key) === sent) continue;
      const side = this.settled(this.sheet.name, name, column);
      const before = written[beforeKey(key)] ?? written[key] ?? '';
      const conflict = side === null && sent !== before;
      const typedCell = this.typedCell({ at, across, from, column, wanted, name, conflict });
      if (side === 'theirs') {
        this.taken.push(typedCell);
        continue;
      }
      this.kept.push(typedCell);
      cells[key] = contentOnRow(this.sheet, from, across, at);
      if (conflict) hashes[beforeKey(key)] = before;
    }
    return { cells, hashes, from };
  }

  private typedCell(of: {
    readonly at: number;
    readonly across: number;
    readonly from: number;
    readonly column: PlanColumn;
    readonly wanted: PlanCell;
    readonly name: string;
    readonly conflict: boolean;
  }): KeptCell {
    const { at, across, from, column, wanted, name, conflict } = of;
    return {
      sheet: this.sheet.name,
      address: addressOf(at, across),
      row: name,
      column: column.key,
      heading: column.heading,
      kept: shownWords(cellAt(this.sheet, { row: from, column: across })),
      sent: shownPlan(wanted),
      conflict,
    };
  }

  /** A row that is no longer planned, with the mark that says so, but where the user typed in the very cell of the mark. */
  private keptBelow({ row, written, typed }: OwnRow, at: number, { gone }: Replace): NewRow {
    const cells: Record<string, CellContent> = {};
    const hashes: Record<string, string> = {};
    for (const { key } of this.shownColumns()) {
      const isMark = key === gone.column;
      cells[key] = isMark && !typed.has(key) ? gone.cell : contentOnRow(this.sheet, row, this.columns.get(key) ?? -1, at);
      hashes[key] = isMark ? hashOf(wordsOfPlan(gone.cell)) : typed.has(key) ? (written[key] ?? '') : this.hashAt(row, key);
    }
    return { cells, hashes: withoutNothing(hashes), from: row };
  }

  /** Says whether any cell differed. @param row undefined below the last row that the table is to have. */
  private put(row: NewRow | undefined, at: number, beside: CellsBeside): boolean {
    const size = this.collector.size;
    for (const { key } of this.shownColumns()) this.putCell(at, this.columns.get(key) ?? -1, row?.cells[key] ?? NOTHING);
    for (const column of beside.columns) {
      const content = beside.content({ from: row?.from ?? null, to: at, isInTable: row !== undefined }, column);
      if (content === null) continue;
      if (beside.isTaken(at, column)) this.inTheWay(at, column);
      this.putCell(at, column, content);
    }
    return this.collector.size > size;
  }

  private putCell(row: number, column: number, content: CellContent): void {
    const cell = cellAt(this.sheet, { row, column });
    const isSame =
      content.kind === 'restore'
        ? cell.value === content.value && cell.formula === content.formula
        : holds(cell, content) && !this.hasOtherLink(row, column, content);
    if (!isSame) this.collector.put(row, column, content);
  }

  private inTheWay(row: number, column: number): void {
    const address = addressOf(row, column);
    const sentence = `The table in ${this.sheet.name} grows, and what stands beside one of its rows would come to stand on cell ${address}: "${this.wordsAt(row, column).slice(0, 60)}". Move that to another place, then write again.`;
    this.obstacles.push({ sheet: this.sheet.name, address, sentence });
  }

  private commentInTheWay({ kind, row, column, text: words }: CellComment): void {
    const address = addressOf(row, column);
    const sentence = `A row of the table in ${this.sheet.name} goes to row ${String(row + 1)} with its comment, and the cell ${address} there has a ${kind} of its own: "${words.slice(0, 60)}". Move that to another place, then write again.`;
    this.obstacles.push({ sheet: this.sheet.name, address, sentence });
  }

  private hashAt(row: number, key: string): string {
    return hashOf(this.wordsAt(row, this.columns.get(key) ?? -1));
  }

  private shownColumns(): PlanColumn[] {
    return this.plan.columns.filter(({ key, owner }) => owner !== 'user' && this.columns.has(key));
  }
}

/** What the next run needs to tell the user's typing from ours in a list: a hash of every cell, which takes a tenth of the room of the words. */
export function hashesOfRows(rows: readonly Pick<PlanRow, 'cells'>[]): Record<string, RowHashes> {
  return Object.fromEntries(rows.map(({ cells }, index) => [String(index), hashesOf(cells)]));
}

function hashesOf(cells: PlanRow['cells']): RowHashes {
  return withoutNothing(Object.fromEntries(Object.entries(cells).map(([key, cell]) => [key, hashOf(wordsOfPlan(cell))])));
}

/** What a row is known by: the hashes of some of its columns. */
function identityOf(columns: readonly string[], hashes: RowHashes): string {
  return JSON.stringify(columns.map((key) => hashes[key] ?? ''));
}

function withoutNothing(hashes: RowHashes): RowHashes {
  return Object.fromEntries(Object.entries(hashes).filter(([, hash]) => hash !== ''));
}

/** What is put back is of a row that the user wrote in; for what it is known by, its words are enough. */
function asPlanned(content: CellContent | undefined): PlanCell {
  if (content === undefined) return NOTHING;
  return content.kind === 'restore' ? text(String(content.value ?? '')) : content;
}

/** A cell as it is, on another row. */
function contentOnRow(sheet: SheetGrid, from: number, column: number, to: number): CellContent {
  const cell = cellAt(sheet, { row: from, column });
  if (!holdsAny(cell)) return NOTHING;
  const content = restoring(cell);
  if (content.kind !== 'restore' || content.formula === undefined) return content;
  return { ...content, formula: formulaOnRow(content.formula, from, to) };
}
