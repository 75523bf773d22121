import { type CollationRun, runCollation } from '../../src/application';
import { kent2025 } from '../../src/domain/framework';
import { type BookGrid, type CalendarDate } from '../../src/domain/grid';
import { GONE, restorePointOf } from '../../src/domain/sheets';
import { applyToBook, editsOf } from '../domain/workbook/apply-to-grid';
import { Chance } from './chance';
import { Council, DIRECTORATES, type Directorate, type Row } from './council';
import { PrioritiesSheet } from './priorities-sheet';

/** What a person typed beside an action, and must find there until they take it out themselves. */
interface Typed {
  readonly id: number;
  readonly heading: string;
  readonly words: string;
}

/** How an action stands: sent this time, kept from an earlier time since its directorate is late, or no longer sent. */
type Standing = 'sent' | 'carried' | 'gone';

const framework = kent2025();
const NO_BOOK: BookGrid = { name: '', sheets: [] };
/** Columns that people write in, of theirs and of ours. */
const TYPED_IN = ['Notes', 'Notes', 'Finance check', 'Led by', 'Timescale', 'Measure', 'Status', 'Progress', 'Cost', 'Theme'];

/**
 * A plan in the hands of a council for some quarters: directorates edit, reorder, drop and add rows, and are late; people type beside the
 * actions, over them and in columns of their own, sort and move rows, retype Refs, lose the hidden sheet, save with other programs, and take
 * the last run back. After each quarter everything that was typed must stand beside the same action, no Ref may have two owners, every total
 * must be right, a second run must change nothing, and what was taken back must be as it was.
 */
export class Life {
  private readonly chance: Chance;
  private readonly council: Council;
  private book = NO_BOOK;
  private typed: Typed[] = [];
  private readonly standings = new Map<number, Standing>();
  private readonly refs = new Map<number, string>();
  private readonly events: string[] = [];
  private ownColumns = 0;
  private typings = 0;

  constructor(private readonly seed: number) {
    this.chance = new Chance(seed);
    this.council = new Council(this.chance);
  }

  /** @throws Error with the seed and what had happened when a promise is broken. */
  async live(quarters: number): Promise<void> {
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      this.events.push(`— quarter ${String(quarter)}`);
      try {
        await this.quarter(quarter);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`Seed ${String(this.seed)}: ${reason}\n${this.events.slice(-25).join('\n')}`, { cause: error });
      }
    }
  }

  private async quarter(number: number): Promise<void> {
    if (number > 0) {
      for (const directorate of DIRECTORATES) this.council.editTable(directorate);
      for (let times = this.chance.number(5); times > 0; times -= 1) this.typeSomething();
      if (this.chance.happens(0.5)) this.handleWorkbook();
    }
    const sending = DIRECTORATES.filter(() => number === 0 || !this.chance.happens(0.25));
    this.events.push(`sent by ${sending.join(', ')}`);
    const asOf = dayOf(number);
    const before = this.book;
    const first = await this.collate(sending, asOf, `run ${String(number)}`);
    this.book = first.book;
    this.noteSent(sending);
    this.checkPlan(first.run, 'after the run');
    if (number > 0 && this.chance.happens(0.3)) {
      this.checkRestore(before);
      const again = await this.collate(sending, asOf, `run ${String(number)}`, before);
      same(shown(again.book), shown(this.book), 'the run after a restore differs from the first');
    }
    const second = await this.collate(sending, asOf, 'a second run');
    if (!second.nothingToDo) throw new Error(`a second run changes ${second.changed.join('; ')}`);
  }

  private async collate(
    sending: readonly Directorate[],
    asOf: CalendarDate,
    runId: string,
    book = this.book,
  ): Promise<{ readonly book: BookGrid; readonly run: CollationRun; readonly nothingToDo: boolean; readonly changed: readonly string[] }> {
    const run = await runCollation({
      plan: book,
      files: this.chance.inAnyOrder(sending).map((directorate) => ({
        file: `${directorate}.xlsx`,
        open: () => Promise.resolve(this.council.submission(directorate)),
      })),
      ofPlan: 'nothing',
      framework,
      includeHidden: false,
      planDate: { year: 2025, month: 1, day: 30 },
      asOf,
      choices: { take: 'newest' },
    });
    const prepared = run.prepare(() => null, runId);
    const obstacle = prepared.sheets.flatMap(({ obstacles }) => obstacles)[0];
    if (obstacle !== undefined) throw new Error(`in the way: ${obstacle.sentence}`);
    const changed = prepared.stages.flat().map(({ edit }) => JSON.stringify(edit).slice(0, 300));
    return { book: applyToBook(book, editsOf(prepared.stages.flat())), run, nothingToDo: prepared.nothingToDo, changed };
  }

  private noteSent(sending: readonly Directorate[]): void {
    const present = new Map(this.council.all().map(({ row, directorate }) => [row.id, directorate]));
    for (const [id, standing] of this.standings) {
      const home = this.homes.get(id);
      if (home === undefined || standing === 'gone') continue;
      this.standings.set(id, sending.includes(home) ? (present.has(id) ? 'sent' : 'gone') : 'carried');
    }
    for (const { directorate, row } of this.council.all()) {
      this.homes.set(row.id, directorate);
      this.wordings.set(row.id, row);
      if (sending.includes(directorate)) this.standings.set(row.id, 'sent');
    }
  }
  private readonly homes = new Map<number, Directorate>();
  private readonly wordings = new Map<number, Row>();

  /** The action of a row, by its wording, the user's own included. */
  private idOf(sheet: PrioritiesSheet, row: number): number | null {
    const commitment = sheet.words(row, 'What we have committed to');
    const owner = this.typed.find(({ heading, words }) => heading === 'What we have committed to' && words === commitment);
    if (owner !== undefined) return owner.id;
    return [...this.wordings].find(([, { wordings }]) => wordings.includes(commitment))?.[0] ?? null;
  }

  private checkPlan(run: CollationRun, when: string): void {
    const sheet = new PrioritiesSheet(this.book);
    const rowOf = new Map<number, number>();
    const owners = new Map<string, number>();
    for (const row of sheet.rows) {
      const id = this.idOf(sheet, row);
      const ref = sheet.words(row, 'Ref');
      if (id === null) throw new Error(`${when} nobody sent the row ${ref}: ${sheet.words(row, 'What we have committed to')}`);
      if (rowOf.has(id)) throw new Error(`${when} action ${String(id)} has two rows, the second is ${ref}`);
      if (owners.has(ref)) throw new Error(`${when} ${ref} has two owners`);
      rowOf.set(id, row);
      owners.set(ref, id);
      const known = this.refs.get(id);
      if (known !== undefined && known !== ref) throw new Error(`${when} action ${String(id)} was ${known} and is ${ref}`);
      this.refs.set(id, ref);
    }
    for (const { id, heading, words } of this.typed) {
      const row = rowOf.get(id);
      const found = row === undefined ? 'no row' : sheet.words(row, heading);
      if (found !== words) throw new Error(`${when} “${words}” typed in ${heading} of action ${String(id)} is now “${found}”`);
    }
    for (const [id, standing] of this.standings) {
      const row = rowOf.get(id);
      if (row === undefined) throw new Error(`${when} action ${String(id)}, ${standing}, has no row`);
      const isMarked = sheet.words(row, 'Standing') === GONE;
      if (isMarked !== (standing === 'gone'))
        throw new Error(`${when} action ${String(id)} is ${standing} and marked “${sheet.words(row, 'Standing')}”`);
    }
    const wanted = [...this.standings.values()].filter((standing) => standing !== 'gone').length;
    const counted = run.prepare(() => null, 'count').figures.counts.actions;
    if (counted !== wanted) throw new Error(`${when} ${String(counted)} actions are counted, and there are ${String(wanted)}`);
  }

  /** Undoes the last run as the workbook remembers it. The hidden sheet keeps its journal, so it is left out of the comparison. */
  private checkRestore(before: BookGrid): void {
    const point = restorePointOf(this.book);
    if (point?.refusal !== null) throw new Error(`nothing can be taken back: ${String(point?.refusal)}`);
    this.events.push('taken back');
    same(shown(applyToBook(this.book, point.edits)), shown(before), 'what was taken back differs from before');
  }

  private typeSomething(): void {
    const { chance } = this;
    const sheet = new PrioritiesSheet(this.book);
    const row = chance.one(sheet.rows);
    const id = this.idOf(sheet, row);
    if (id === null) return;
    const columns = [...TYPED_IN, ...sheet.headings.filter((heading) => heading.startsWith('Own'))];
    const heading = chance.one(columns);
    const before = this.typed.find((one) => one.id === id && one.heading === heading);
    this.typed = this.typed.filter((one) => one !== before);
    const isTakenOut = before !== undefined && chance.happens(0.4);
    const words = isTakenOut ? '' : `typed ${String((this.typings += 1))}`;
    if (!isTakenOut) this.typed.push({ id, heading, words });
    this.events.push(`${sheet.words(row, 'Ref')} ${heading}: ${JSON.stringify(words)}`);
    this.book = sheet.typed(row, heading, words);
  }

  /** Something that people or programs do to a workbook between two runs. */
  private handleWorkbook(): void {
    const { chance } = this;
    const sheet = new PrioritiesSheet(this.book);
    const deeds: Readonly<Record<string, () => BookGrid>> = {
      sorted: () => sheet.sorted(chance.inAnyOrder(sheet.rows)),
      'rows put in above': () => sheet.movedDown(1 + chance.number(3)),
      'a column of their own': () => sheet.withColumn(`Own ${String((this.ownColumns += 1))}`),
      'a Ref retyped': () => {
        const row = chance.one(sheet.rows);
        const ref = sheet.words(row, 'Ref');
        return sheet.typed(row, 'Ref', chance.one([ref.toLowerCase(), ref.replace('-', ''), ref.replace('-0', '-'), ` ${ref} `]));
      },
      'the sheet renamed': () => sheet.withSheet({ ...sheet.sheet, name: `Plan ${String(chance.number(99))}` }),
      'the table made a range': () => sheet.withSheet({ ...sheet.sheet, tables: [] }),
      'the hidden sheet lost': () => ({ ...this.book, sheets: this.book.sheets.filter(({ name }) => name !== '_plan') }),
      'saved by another program': () => this.savedElsewhere(),
    };
    const name = chance.one(Object.keys(deeds));
    this.events.push(name);
    this.book = deeds[name]?.() ?? this.book;
  }

  /** As programs other than Excel leave a workbook: without tables, every sheet under an id of its own, the hidden one merely hidden. */
  private savedElsewhere(): BookGrid {
    return {
      ...this.book,
      sheets: this.book.sheets.map((sheet, index) => ({
        ...sheet,
        id: `sheet ${String(index)}`,
        tables: [],
        visibility: sheet.visibility === 'very hidden' ? 'hidden' : sheet.visibility,
      })),
    };
  }
}

/** Quarters from April 2025 on, each on its last day but two. */
function dayOf(quarter: number): CalendarDate {
  const month = 5 + quarter * 3;
  return { year: 2025 + Math.floor(month / 12), month: (month % 12) + 1, day: 28 };
}

/** What a workbook shows: the words of every cell of every sheet but the hidden one. */
function shown(book: BookGrid): readonly string[] {
  return book.sheets
    .filter(({ name }) => name !== '_plan')
    .flatMap(({ name, rows }) => {
      return [...rows]
        .sort(([a], [b]) => a - b)
        .flatMap(([row, cells]) => {
          const words = [...cells].sort(([a], [b]) => a - b).filter(([, { value }]) => value !== null);
          return words.map(([column, { value }]) => `${name} ${String(row)},${String(column)}: ${String(value)}`);
        });
    });
}

function same(found: readonly string[], wanted: readonly string[], what: string): void {
  const missing = wanted.find((line) => !found.includes(line));
  const extra = found.find((line) => !wanted.includes(line));
  if (missing !== undefined || extra !== undefined) throw new Error(`${what}: ${String(missing)} | ${String(extra)}`);
}
