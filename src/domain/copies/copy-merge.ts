import { type Cell, cellAt } from '../grid';
import type { FromCopy } from '../state';
import {
  addressOf,
  beforeKey,
  hashOf,
  isBlank,
  isTypedOver,
  linkOfFirstVersion,
  plainWords,
  shownWords,
  type WrittenSheet,
  wordsOfCell,
} from '../workbook';
import { answerTo, type CopiedText, type CopyAnswer, textKey } from './copied-text';
import { isInBase, type PairedRow } from './paired-rows';
import { PlanTableEdits } from './plan-table-edits';
import { rowInWords, filledRows, type SideColumn, type TableSide } from './table-side';

export interface MergeContext {
  /** Name of the copy's file. */
  readonly copy: string;
  /** ISO date of the run. */
  readonly asOf: string;
  readonly answers: readonly CopyAnswer[];
  /** What earlier merges did, by `textKey`. */
  readonly remembered: ReadonlyMap<string, FromCopy>;
}

/** Where a text of the copy stands, and what the plan has there. */
interface TextFound {
  readonly plan: string;
  readonly row: string;
  readonly column: string;
  readonly heading: string;
  readonly beside: string;
  readonly address: string;
  readonly theirs: string;
  readonly mine: string;
}

/**
 * What one copy brings, text by text: what was typed in it alone is taken, what was typed in the plan alone stays, and where both typed
 * other words the plan's stay and the copy's are set aside, until the user says which count.
 * Rule: docs/rules.md#copies.
 */
export class CopyMerge {
  readonly texts: CopiedText[] = [];
  /** Texts that an earlier merge dealt with. */
  before = 0;
  /** Cells of which nobody knows whether they were typed, and that differ from the plan's. */
  untold = 0;
  /** By the plan's name of a sheet, row and key: what is to be remembered as planned before a conflict with the source. */
  readonly befores = new Map<string, Record<string, Record<string, string>>>();

  constructor(private readonly context: MergeContext) {}

  /** The rows of a table, each with everything that was typed in it and beside it. */
  table(side: TableSide, ours: PlanTableEdits | null, rows: readonly PairedRow[]): void {
    const own = new Set(ours === null ? [] : filledRows(ours.side).map((row) => rowInWords(ours.side, row)));
    for (const row of rows) {
      if (row.isAdded || (row.ours === null && row.base === null)) {
        const words = rowInWords(side, row.theirs);
        if (!own.has(words)) this.setAside({ ...this.place(side, row, null), theirs: words, mine: '' });
        continue;
      }
      for (const column of side.columns.values()) this.cell(side, ours, row, column);
    }
  }

  private cell(side: TableSide, ours: PlanTableEdits | null, row: PairedRow, column: SideColumn): void {
    const cell = cellAt(side.sheet, { row: row.theirs, column: column.at });
    if (isBlank(cell) || column.key === 'ref' || column.key === 'id') return;
    if (column.isOwn ? row.ownBase[column.key] === hashOf(wordsOfCell(cell)) : row.base !== null && !isTyped(side, row.base, column, cell))
      return;
    const at = row.ours === null || ours === null ? null : ours.columnFor(column);
    const target = ours === null || row.ours === null || at === null ? null : ours.edits.at(row.ours, at);
    if (target !== null && saysTheSame(column, cell, target)) return;
    if (!column.isOwn && row.base === null) {
      this.untold += 1;
      return;
    }
    const found = { ...this.place(side, row, column), theirs: shownWords(cell), mine: target === null ? '' : shownWords(target) };
    if (ours === null || row.ours === null || target === null || at === null) {
      this.setAside(found);
      return;
    }
    const isOurs =
      !isBlank(target) &&
      (column.isOwn ? row.ownBase[column.key] !== hashOf(wordsOfCell(target)) : isTyped(side, row.ourBase, column, target));
    const isAgain = column.isOwn && !isOurs && !isBlank(target);
    if (!isAgain && this.wasMerged(found)) return;
    if (isOurs && !this.isSettledForCopy(found)) return;
    ours.edits.take(row.ours, at, cell);
    this.tell(found, 'taken');
    if (!column.isOwn) this.rememberBefore(side, row, column.key);
  }

  /** The copy's words were typed over what was planned then; where the source has changed since, that is a conflict of the usual kind. */
  private rememberBefore(side: TableSide, { name, base, ourBase }: PairedRow, key: string): void {
    const was = base?.[key] ?? '';
    const isListed = side.last !== null && isInBase(side, was)(ourBase[key] ?? '');
    if (isListed || base === ourBase || ourBase[key] === undefined || ourBase[beforeKey(key)] !== undefined) return;
    const rows = this.befores.get(side.plan) ?? {};
    this.befores.set(side.plan, { ...rows, [name]: { ...rows[name], [beforeKey(key)]: was } });
  }

  /** What was merged or turned down once is not merged again, whatever became of it in the plan since, unless the user says so. */
  private wasMerged(found: TextFound): boolean {
    const known = this.context.remembered.get(textKey(this.textOf(found, 'taken')))?.how;
    if ((known !== 'taken' && known !== 'mine') || this.answer(found) !== null) return false;
    this.before += 1;
    return true;
  }

  /** Both typed other words: the plan's stay, and the copy's are listed, unless the user wants the copy's. */
  private isSettledForCopy(found: TextFound): boolean {
    const said = this.answer(found);
    if (said !== 'theirs') this.tell(found, said === null ? 'conflict' : 'mine');
    return said === 'theirs';
  }

  private answer({ plan, row, column, heading }: TextFound): CopyAnswer['side'] | null {
    return answerTo({ copy: this.context.copy, sheet: plan, row, column, heading }, this.context.answers)?.side ?? null;
  }

  /** A text that no row and column of the plan is known for; once it is on the sheet of kept texts it is not put there again. */
  setAside(found: TextFound): void {
    if (this.context.remembered.has(textKey(this.textOf(found, 'set aside')))) this.before += 1;
    else this.tell(found, 'set aside');
  }

  tell(found: TextFound, how: FromCopy['how']): void {
    const text = this.textOf(found, how);
    const isNew = this.context.remembered.get(textKey(text))?.how !== how;
    this.texts.push({ ...text, address: found.address, beside: found.beside, isNew });
  }

  /** Decides on words that differ, where the plan has words of its own. @returns whether the copy's are taken. */
  takes(found: TextFound): boolean {
    if (this.wasMerged(found) || (found.mine !== '' && !this.isSettledForCopy(found))) return false;
    this.tell(found, 'taken');
    return true;
  }

  private textOf({ plan, row, column, heading, theirs, mine }: TextFound, how: FromCopy['how']): FromCopy {
    const { copy, asOf } = this.context;
    return { copy, asOf, sheet: plan, row, column, heading, theirs, mine, how };
  }

  private place(side: TableSide, row: PairedRow, column: SideColumn | null): Omit<TextFound, 'theirs' | 'mine'> {
    const { name, words, theirs } = row;
    const at = column?.at ?? side.area.left;
    return {
      plan: side.plan,
      row: name,
      column: column?.key ?? '',
      heading: column?.heading ?? '',
      beside: words,
      address: addressOf(theirs, at),
    };
  }
}

/** Whether a cell of a column of the plan was typed over since its run wrote the row. */
function isTyped(side: TableSide, base: Readonly<Record<string, string>>, { key }: SideColumn, cell: Cell): boolean {
  return linkOfFirstVersion(cell) === null && isTypedOver(cell, isInBase(side, base[key] ?? ''));
}

function saysTheSame(column: SideColumn, cell: Cell, other: Cell): boolean {
  const [one, two] = [wordsOfCell(cell), wordsOfCell(other)];
  if (plainWords(one) === plainWords(two)) return one !== '' || shownWords(cell) === shownWords(other);
  return column.meansSame?.(one, two) === true || shownWords(cell) === shownWords(other);
}

/** What a sheet remembers, with what was planned before the conflicts that a merge brought. */
export function withBefores(written: WrittenSheet, befores: Readonly<Record<string, Record<string, string>>> | undefined): WrittenSheet {
  if (befores === undefined) return written;
  const rows = { ...written.rows };
  for (const [row, words] of Object.entries(befores)) rows[row] = { ...rows[row], ...words };
  return { ...written, rows };
}
