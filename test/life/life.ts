import { type PreparedWrite, runCollation } from '../../src/application';
import type { Doubt, Judgement } from '../../src/domain/collation';
import { type BookGrid, type CalendarDate } from '../../src/domain/grid';
import { restorePointOf } from '../../src/domain/sheets';
import type { SettledCell } from '../../src/domain/workbook';
import { applyToBook, editsOf } from '../domain/workbook/apply-to-grid';
import { Chance } from './chance';
import { Council, type Row } from './council';
import { councilOf, type Directorate } from './councils';
import { checkPlan, type Standing } from './check-plan';
import { sameBooks } from './same-books';
import { COMMITMENT } from './table-sheet';
import { User } from './user';

/** What a run is given besides the plan. */
interface Run {
  readonly sending: readonly Directorate[];
  readonly asOf: CalendarDate;
  readonly runId: string;
  readonly settled: readonly SettledCell[];
  /** Names of directorates that are dropped on purpose. */
  readonly forget: readonly string[];
}

export interface Collation {
  readonly book: BookGrid;
  readonly prepared: PreparedWrite;
  readonly codes: ReadonlySet<string>;
  /** What it writes, for a message. */
  readonly changed: readonly string[];
}

const NO_BOOK: BookGrid = { name: '', sheets: [] };
/** Columns of All priorities in which a cell can be settled. */
const SETTLED_IN = new Set(['Led by', 'Timescale', 'Measure', 'Progress', 'Theme']);

/**
 * A plan in the hands of a council for some quarters: directorates edit, reorder, move, drop and add rows, are late, forgotten and renamed;
 * people type beside the actions, over them, in lists and in columns of their own, do to the workbook what `DEEDS` says, answer questions, settle
 * conflicts and take the last run back. After each run everything that was typed must stand beside the same action, what was not typed must
 * say what was sent, no Ref may have two owners, every total must be right, a second run must change nothing, and what was taken back must be
 * as it was.
 */
export class Life {
  private readonly chance: Chance;
  private readonly council: Council;
  private readonly user: User;
  private readonly standings = new Map<number, Standing>();
  private readonly refs = new Map<number, string>();
  private readonly homes = new Map<number, Directorate>();
  private readonly rows = new Map<number, Row>();
  private readonly events: string[] = [];

  constructor(private readonly seed: number) {
    this.chance = new Chance(seed);
    this.council = new Council(this.chance, councilOf(seed));
    const knows = {
      actionWorded: (commitment: string) => [...this.rows].find(([, { wordings }]) => wordings.includes(commitment))?.[0] ?? null,
      isCurrent: (id: number) => this.standings.get(id) !== 'gone',
    };
    this.user = new User(NO_BOOK, this.chance, knows, this.events);
  }

  /** @throws Error with the seed and what had happened when a promise is broken. */
  async live(quarters: number): Promise<void> {
    for (let quarter = 0; quarter < quarters; quarter += 1) {
      this.events.push(`— quarter ${String(quarter)}`);
      try {
        await this.quarter(quarter, quarter === quarters - 1);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`Seed ${String(this.seed)}: ${reason}\n${this.events.slice(-30).join('\n')}`, { cause: error });
      }
    }
  }

  /** After one run in three a second one is made, and the run is taken back after one in four; both after the last of all. */
  private async quarter(number: number, isLast: boolean): Promise<void> {
    const { chance, council, user } = this;
    const mustSend = number === 0 ? new Set(council.directorates) : this.edit();
    if (number > 0) {
      for (let times = chance.number(6); times > 0; times -= 1) user.typeSomething();
      for (let times = chance.one([0, 1, 1, 2]); times > 0; times -= 1) user.handleWorkbook();
    }
    const sending = council.directorates.filter((one) => mustSend.has(one) || !chance.happens(0.25));
    this.events.push(`sent by ${sending.join(', ')}`);
    const forget = number === 0 ? [] : this.forget(sending);
    this.noteSent(sending, forget);
    const asOf = dayOf(number);
    const before = user.book;
    const run: Run = { sending, asOf, runId: `run ${String(number)}`, forget, settled: this.settle() };
    const first = await this.collate(run);
    user.book = first.book;
    const verdictSent = (row: Row): string => council.verdictSent(row);
    checkPlan({ user, first, before, standings: this.standings, refs: this.refs, rows: this.rows, verdictSent });
    if (number > 0 && (isLast || chance.happens(0.25))) await this.checkRestore(before, run);
    if (isLast || chance.happens(0.35)) {
      const second = await this.collate({ ...run, runId: 'a second run', forget: [], settled: [] });
      if (!second.prepared.nothingToDo) throw new Error(`a second run changes ${second.changed.join('; ')}`);
    }
    user.endRun();
  }

  /** What happens in the directorates. @returns those that have to send their table, since others have what was theirs. */
  private edit(): Set<Directorate> {
    const { chance, council, user } = this;
    const mustSend = new Set<Directorate>();
    for (const directorate of council.directorates) {
      if (council.codeOf(directorate) === directorate && council.isKnown(directorate) && chance.happens(0.02)) {
        const code = `${directorate}X`;
        this.events.push(`${directorate} is called ${code}`);
        council.rename(directorate, `Newly named ${directorate.toLowerCase()}`, code);
        mustSend.add(directorate);
      } else council.editTable(directorate);
    }
    if (chance.happens(0.1) && mustSend.size === 0) {
      const [from, to] = chance.inAnyOrder(council.directorates);
      // Of an action that nobody has sent since the memory was lost, the plan knows no words but those that were typed over it.
      const isKnown = (one: number): boolean => !user.unheard.has(one) || user.wordsTyped(one, COMMITMENT) === null;
      const id = from === undefined || to === undefined ? null : council.moveAction(from, to, isKnown);
      if (from !== undefined && to !== undefined && id !== null) {
        this.events.push(`action ${String(id)} moves from ${from} to ${to}`);
        mustSend.add(from).add(to);
      }
    }
    return mustSend;
  }

  /** Names of late directorates that are dropped on purpose. */
  private forget(sending: readonly Directorate[]): string[] {
    const { chance, council } = this;
    const forgotten = council.directorates.filter((one) => !sending.includes(one) && chance.happens(0.06));
    if (forgotten.length > 0) this.events.push(`forgotten: ${forgotten.join(', ')}`);
    return forgotten.map((one) => council.nameOf(one));
  }

  /** Some cells that were typed over are settled; the user's words go where theirs are taken. */
  private settle(): SettledCell[] {
    const { chance, user } = this;
    const open = user.typed.filter(({ id, heading }) => SETTLED_IN.has(heading) && this.standings.get(id) !== 'gone' && this.refs.has(id));
    if (open.length === 0 || user.memoryIsLost || !chance.happens(0.2)) return [];
    const { id, heading } = chance.one(open);
    const side = chance.one(['theirs', 'mine'] as const);
    const row = this.refs.get(id) ?? '';
    this.events.push(`${row} ${heading}: ${side}`);
    if (side === 'theirs') user.noteTyped(id, heading, null);
    return [{ sheet: user.sheet.sheet.name, row, column: heading, side }];
  }

  /** A run with its questions answered as somebody does who knows the actions. */
  private async collate(given: Run, book = this.user.book): Promise<Collation> {
    const judgements: Judgement[] = [];
    for (;;) {
      const run = await runCollation({
        plan: book,
        files: this.chance.inAnyOrder(given.sending).map((directorate) => {
          const submission = this.council.submission(directorate);
          return { file: submission.name, open: () => Promise.resolve(submission) };
        }),
        ofPlan: 'nothing',
        framework: this.council.framework,
        includeHidden: false,
        planDate: { year: 2025, month: 1, day: 30 },
        asOf: given.asOf,
        choices: {
          take: 'newest',
          judgements,
          settled: given.settled,
          late: { how: 'carry', forget: given.forget },
          sheets: this.seed % 2 === 0 ? ['by-outcome'] : [],
        },
      });
      const prepared = run.prepare(() => null, given.runId);
      const obstacle = prepared.sheets.flatMap(({ obstacles }) => obstacles)[0];
      if (obstacle !== undefined) throw new Error(`in the way: ${obstacle.sentence}`);
      const asked = prepared.questions.filter(({ ref, is }) => !judgements.some((one) => one.ref === ref && one.is === is));
      if (asked.length === 0) {
        if (prepared.questions.length > 0) throw new Error(`asked again: ${JSON.stringify(prepared.questions)}`);
        const changed = prepared.stages.flat().map(({ edit }) => JSON.stringify(edit).slice(0, 300));
        const codes = new Set(run.collated.findings.map(({ code }) => code));
        return { book: applyToBook(book, editsOf(prepared.stages.flat())), prepared, codes, changed };
      }
      judgements.push(...asked.map((doubt) => this.answer(doubt)));
    }
  }

  private answer({ ref, is, about }: Doubt): Judgement {
    if (about === 'row of the plan' && this.isAsItWasSent(is))
      throw new Error(`asked about ${ref}, though its row says what was sent: ${is}`);
    const verdict = this.isSame({ ref, is, about }) ? 'same' : 'new';
    this.events.push(`asked about ${ref}, ${about}, “${is.slice(0, 40)}”: ${verdict}`);
    return { ref, is, verdict };
  }

  /** The words of a row are an action's as it was sent, and its record is whole: whatever its Ref says by now, nothing is to be asked. */
  private isAsItWasSent(words: string): boolean {
    const { user } = this;
    const id = user.knows.actionWorded(words);
    return id !== null && !user.memoryIsLost && !user.unheard.has(id) && user.typed.every((one) => one.words !== words);
  }

  private isSame({ ref, is, about }: Pick<Doubt, 'ref' | 'is' | 'about'>): boolean {
    const { council, user } = this;
    if (about === 'directorate') return council.directorates.some((one) => one === ref && council.nameOf(one) === is);
    const typed = user.typed.find(({ words }) => words === is)?.id;
    const owner = [...this.refs].find(([, known]) => known === ref)?.[0];
    return owner !== undefined && owner === (typed ?? user.knows.actionWorded(is));
  }

  private noteSent(sending: readonly Directorate[], forgotten: readonly string[]): void {
    const { council, standings, homes } = this;
    const present = new Map(council.all().map(({ row, directorate }) => [row.id, directorate]));
    for (const [id, directorate] of present) homes.set(id, directorate);
    for (const [id, standing] of standings) {
      const home = homes.get(id);
      if (home === undefined || standing === 'gone') continue;
      const late = forgotten.includes(council.nameOf(home)) ? 'gone' : 'carried';
      standings.set(id, sending.includes(home) ? (present.has(id) ? 'sent' : 'gone') : late);
    }
    for (const { row, directorate } of council.all()) if (forgotten.includes(council.nameOf(directorate))) row.sent = null;
    council.noteSent(sending);
    for (const { directorate, row } of council.all()) {
      this.rows.set(row.id, row);
      if (sending.includes(directorate)) standings.set(row.id, 'sent');
    }
    // A row that somebody deleted and that nobody sends any more is gone for good.
    for (const id of this.user.deleted) if (standings.get(id) === 'gone' && standings.delete(id)) this.refs.delete(id);
  }

  /** Undoes the last run as the workbook remembers it, and makes it again from there. */
  private async checkRestore(before: BookGrid, run: Run): Promise<void> {
    const { user } = this;
    const point = restorePointOf(user.book);
    if (point?.refusal !== null) throw new Error(`nothing can be taken back: ${String(point?.refusal)}`);
    this.events.push('taken back');
    const restored = applyToBook(user.book, point.edits);
    sameBooks(restored, before, 'what was taken back differs from before');
    const again = await this.collate(run, restored);
    sameBooks(again.book, user.book, 'the run after a restore differs from the first');
  }
}

/** Quarters from April 2025 on, each on its last day but two. */
function dayOf(quarter: number): CalendarDate {
  const month = 5 + quarter * 3;
  return { year: 2025 + Math.floor(month / 12), month: (month % 12) + 1, day: 28 };
}
