import type { BookGrid, Cell } from '../../src/domain/grid';
import type { Chance } from './chance';
import { DEEDS } from './deeds';
import { COMMITMENT, prioritiesIn, type TableSheet } from './table-sheet';
import { type Typed, type TypedInList, typeInList } from './typed-texts';

/** Columns that people write in, of theirs and of ours. */
const TYPED_IN = ['Notes', 'Notes', 'Finance check', 'Led by', 'Timescale', 'Measure', 'Status', 'Progress', 'Cost', 'Theme'];

/** Who the plan's rows belong to, as those who work with it know. */
export interface Knowledge {
  /** The action of a commitment that directorates sent; null for other words. */
  readonly actionWorded: (commitment: string) => number | null;
  /** Whether it is sent, or carried forward, at present. */
  readonly isCurrent: (id: number) => boolean;
}

/**
 * The collator with the plan open between two runs: what they type, what they do to the workbook, and what they remember of it.
 */
export class User {
  typed: Typed[] = [];
  inLists: TypedInList[] = [];
  /** Commitments of rows of their own, with what they typed in Notes there. */
  ownRows = new Map<string, string>();
  /** The hidden sheet was lost or damaged since the last run. */
  memoryIsLost = false;
  /**
   * Actions that were not sent since the hidden sheet was lost or damaged: what was sent last is what the sheet shows, and a cell that differs
   * from what is sent next counts as typed.
   */
  unheard = new Set<number>();
  /** A Ref was emptied or exchanged since the last run: with the hidden sheet lost as well, nobody knows it. */
  isRefLost = false;
  /** Actions whose row they copied. */
  copied = new Set<number>();
  /** Actions whose row they deleted. */
  deleted = new Set<number>();
  /** Every verdict that the plan has said of an action. */
  readonly verdictsSaid = new Map<number, Set<string>>();
  /** Actions of which the plan may have forgotten what it said. */
  readonly verdictsUnsure = new Set<number>();
  /** Columns that they deleted. */
  columnsGone = new Set<string>();
  private ownColumns = 0;
  private typings = 0;

  constructor(
    public book: BookGrid,
    readonly chance: Chance,
    readonly knows: Knowledge,
    readonly events: string[],
  ) {}

  get sheet(): TableSheet {
    return prioritiesIn(this.book);
  }

  /** In letters, since texts that differ in their numbers alone may be the program's once its memory is lost; of one length, so that none holds another. */
  nextWords(): string {
    const number = (this.typings += 1);
    return `typed ${[number / 676, number / 26, number].map((part) => String.fromCharCode(97 + (Math.floor(part) % 26))).join('')}`;
  }

  nextColumn(): string {
    return `Own ${String((this.ownColumns += 1))}`;
  }

  /** The action of a row, by its wording, the user's own included. */
  actionOn(sheet: TableSheet, row: number): number | null {
    const commitment = sheet.words(row, COMMITMENT);
    const owner = this.typed.find(({ heading, words }) => heading === COMMITMENT && words === commitment);
    return owner?.id ?? this.knows.actionWorded(commitment);
  }

  /** Rows that have a Ref and are an action's. */
  actionRows(sheet = this.sheet): { readonly row: number; readonly id: number }[] {
    return sheet.rows.flatMap((row) => {
      const id = sheet.words(row, 'Ref') === '' ? null : this.actionOn(sheet, row);
      return id === null ? [] : [{ row, id }];
    });
  }

  wordsTyped(id: number, heading: string): string | null {
    return this.typed.find((one) => one.id === id && one.heading === heading)?.words ?? null;
  }

  noteTyped(id: number, heading: string, words: string | null): void {
    this.typed = this.typed.filter((one) => one.id !== id || one.heading !== heading);
    if (words !== null) this.typed.push({ id, heading, words });
  }

  typeSomething(): void {
    if (this.chance.happens(0.15)) this.typeInAList();
    else this.typeInPriorities();
  }

  private typeInPriorities(): void {
    const { chance, sheet } = this;
    const rows = this.actionRows(sheet);
    if (rows.length === 0) return;
    const { row, id } = chance.one(rows);
    if (chance.happens(0.06)) {
      this.typeOverCommitment(sheet, row, id);
      return;
    }
    const own = sheet.headings.filter((heading) => heading.startsWith('Own'));
    const heading = chance.one([...TYPED_IN, ...own].filter((one) => sheet.has(one)));
    const isEmptied = chance.happens(this.wordsTyped(id, heading) === null ? 0.1 : 0.4);
    const words = isEmptied ? '' : this.nextWords();
    this.noteTyped(id, heading, isEmptied ? null : words);
    this.events.push(`${sheet.words(row, 'Ref')} ${heading}: ${JSON.stringify(words)}`);
    this.book = sheet.typed(row, heading, words);
  }

  /** A few words more, so that a reader knows the action again. */
  private typeOverCommitment(sheet: TableSheet, row: number, id: number): void {
    if (this.wordsTyped(id, COMMITMENT) !== null) return;
    const words = `${sheet.words(row, COMMITMENT)}, ${this.nextWords()}`;
    this.noteTyped(id, COMMITMENT, words);
    this.events.push(`${sheet.words(row, 'Ref')} commitment: ${JSON.stringify(words)}`);
    this.book = sheet.typed(row, COMMITMENT, words);
  }

  private typeInAList(): void {
    const done = typeInList(this.book, this.nextWords(), this.chance);
    if (done === null) return;
    this.events.push(`${done.typed.list}, ${done.typed.row.join(' · ')}: ${done.typed.words}`);
    this.inLists.push(done.typed);
    this.book = done.book;
  }

  /** Something that people or programs do to a workbook between two runs. */
  handleWorkbook(): void {
    const name = this.chance.one(Object.keys(DEEDS));
    const book = DEEDS[name]?.(this) ?? null;
    this.events.push(book === null ? `not possible: ${name}` : name);
    this.book = book ?? this.book;
  }

  /** The rows that were copied are taken out again: all but the upper one of each action. */
  private takeOutCopies(): void {
    for (const id of this.copied) {
      const rows = this.actionRows().filter((one) => one.id === id);
      for (const { row } of rows.slice(1).reverse()) this.book = this.sheet.withoutRow(row);
    }
    this.copied.clear();
  }

  loseMemory(): void {
    this.memoryIsLost = true;
    for (const { id } of this.actionRows()) this.unheard.add(id);
  }

  /** What is over with a run. */
  endRun(): void {
    this.takeOutCopies();
    this.deleted.clear();
    this.memoryIsLost = false;
    this.isRefLost = false;
  }

  rowCells(row: number): ReadonlyMap<number, Cell> {
    return this.sheet.sheet.rows.get(row) ?? new Map<number, Cell>();
  }
}
