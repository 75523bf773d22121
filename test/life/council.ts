import type { Framework } from '../../src/domain/framework';
import { type BookGrid, gridOf, textCell } from '../../src/domain/grid';
import type { Chance } from './chance';
import { type CouncilSize, type Directorate, renamedIn } from './councils';

/** What a directorate says of one action. */
const SENT_FIELDS = ['commitment', 'ledBy', 'timescale', 'measure', 'outcomes', 'status', 'progress'] as const;
export type SentField = (typeof SENT_FIELDS)[number];

/** One action of a directorate, whatever it is called in the plan. */
export interface Row {
  readonly id: number;
  /** Every wording its commitment has had. */
  readonly wordings: string[];
  readonly fields: Record<SentField, string>;
  /** What was sent of it last; null before it was ever sent. */
  sent: Readonly<Record<SentField, string>> | null;
  /** Finance's verdict beside it in its directorate's own table; "" for none. */
  verdict: string;
}

const HEADINGS: Readonly<Record<SentField, string>> = {
  commitment: 'What we have committed to',
  ledBy: 'Led by',
  timescale: 'Timescale',
  measure: 'Measure',
  outcomes: 'Shared Outcome',
  status: 'Status',
  progress: 'Progress',
};
const CHOICES: Readonly<Record<Exclude<SentField, 'commitment' | 'progress' | 'measure'>, readonly string[]>> = {
  ledBy: ['Jo Smith, Head of Libraries', 'Sam Brown, Director', 'Alex Green, Programme Manager', 'Kim White, Head of Economy'],
  timescale: ['March 2026', 'By June 2026', 'September 2026', 'By March 2027', 'Ongoing, looked at in May 2026'],
  outcomes: ['SO1', 'SO2', 'SO3, SO4', 'SO2, SO5'],
  status: ['', 'on track', 'delayed', 'completed'],
};

/** Finance has columns in the tables of these directorates. */
const JUDGED: ReadonlySet<Directorate> = new Set(['CYPE']);
const VERDICTS = ['agreed', 'query', 'not agreed', ''];

/** Words of their own for each action, so that no two actions are worded alike by chance. */
const SYLLABLES = ['bar', 'den', 'fol', 'gim', 'hul', 'jat', 'kes', 'lom', 'mur', 'nel', 'pov', 'ral', 'sut', 'tev', 'wim', 'zan'];

function ownWord(number: number): string {
  const letters = [number, number >> 4, number >> 8].map((part) => SYLLABLES[part & 15] ?? '');
  return letters.join('');
}

/** The tables of a council's directorates as they live from quarter to quarter. */
export class Council {
  private nextId = 1;
  readonly directorates: readonly Directorate[];
  framework: Framework;
  private readonly tables = new Map<Directorate, Row[]>();
  private readonly codes = new Map<Directorate, string>();
  /** Submissions as they were made, until their table is edited. */
  private readonly made = new Map<Directorate, BookGrid>();

  constructor(
    private readonly chance: Chance,
    size: CouncilSize,
  ) {
    this.directorates = size.directorates;
    this.framework = size.framework;
    const { least, most } = size.rows;
    for (const directorate of size.directorates) {
      this.codes.set(directorate, directorate);
      this.tables.set(
        directorate,
        Array.from({ length: least + chance.number(most - least + 1) }, () => this.newRow()),
      );
    }
  }

  table(directorate: Directorate): Row[] {
    return this.tables.get(directorate) ?? [];
  }

  all(): { readonly directorate: Directorate; readonly row: Row }[] {
    return this.directorates.flatMap((directorate) => this.table(directorate).map((row) => ({ directorate, row })));
  }

  /** Its short code in the framework now. */
  codeOf(directorate: Directorate): string {
    return this.codes.get(directorate) ?? directorate;
  }

  /** Its name in the framework now. */
  nameOf(directorate: Directorate): string {
    return this.framework.directorates.find(({ shortCode }) => shortCode === this.codeOf(directorate))?.name ?? '';
  }

  private newRow(): Row {
    const id = this.nextId++;
    const word = (part: number): string => ownWord(id * 7 + part * 331);
    const commitment = `Open ${[0, 1, 2, 3, 4, 5, 6, 7].map(word).join(' ')} by hand ${String(id)}`;
    const fields = {
      commitment,
      ledBy: this.chance.one(CHOICES.ledBy),
      timescale: this.chance.one(CHOICES.timescale),
      measure: `${String(20 + id)} ${word(9)} a year`,
      outcomes: this.chance.one(CHOICES.outcomes),
      status: this.chance.one(CHOICES.status),
      progress: '',
    };
    return { id, wordings: [commitment], fields, sent: null, verdict: '' };
  }

  /** What a directorate does to its table before it sends it again. */
  editTable(directorate: Directorate): void {
    const { chance } = this;
    const rows = this.table(directorate);
    this.made.delete(directorate);
    for (let edit = chance.number(5); edit > 0; edit -= 1) {
      const row = rows.length === 0 ? undefined : chance.one(rows);
      switch (chance.number(6)) {
        case 0:
          rows.splice(chance.number(rows.length + 1), 0, this.newRow());
          break;
        case 1:
          if (row !== undefined && rows.length > 1) rows.splice(rows.indexOf(row), 1);
          break;
        case 2:
          rows.splice(0, rows.length, ...chance.inAnyOrder(rows));
          break;
        case 3:
          // Once between two times that it is sent: several words at once may be another action.
          if (row !== undefined && (row.sent === null || row.sent.commitment === row.fields.commitment)) reword(row, chance);
          break;
        default:
          if (row !== undefined) this.editField(row);
      }
    }
    if (JUDGED.has(directorate) && rows.length > 0 && chance.happens(0.4)) chance.one(rows).verdict = chance.one(VERDICTS);
  }

  /** The verdict that is sent with an action now; "" for none, and where its table has no column for it. */
  verdictSent(row: Row): string {
    return this.directorates.some((one) => JUDGED.has(one) && this.table(one).includes(row)) ? row.verdict : '';
  }

  private editField(row: Row): void {
    const { chance } = this;
    const field = chance.one(['ledBy', 'timescale', 'measure', 'outcomes', 'status', 'progress'] as const);
    if (field === 'measure') row.fields.measure = `${String(chance.number(900))} ${ownWord(row.id)} a year`;
    else if (field === 'progress') row.fields.progress = `${String(chance.number(900))} so far`;
    else row.fields[field] = chance.one(CHOICES[field]);
  }

  /**
   * An action that was sent before goes to another directorate as it was worded; null where none can. @returns its id.
   * @param isKnownByWords whether the plan knows the words that were sent.
   */
  moveAction(from: Directorate, to: Directorate, isKnownByWords: (id: number) => boolean): number | null {
    const rows = this.table(from);
    const known = rows.filter(({ id, sent, fields }) => sent?.commitment === fields.commitment && isKnownByWords(id));
    if (rows.length < 2 || known.length === 0) return null;
    const row = this.chance.one(known);
    rows.splice(rows.indexOf(row), 1);
    this.table(to).push(row);
    this.made.delete(from);
    this.made.delete(to);
    return row.id;
  }

  /** Whether a row of its table was sent before: by nothing else is a directorate known under another name. */
  isKnown(directorate: Directorate): boolean {
    return this.table(directorate).some(({ sent }) => sent !== null);
  }

  /** The framework calls a directorate otherwise from now on. */
  rename(directorate: Directorate, name: string, code: string): void {
    this.framework = renamedIn(this.framework, this.codeOf(directorate), name, code);
    this.codes.set(directorate, code);
    this.made.delete(directorate);
  }

  /** A directorate's table as it sends it. */
  submission(directorate: Directorate): BookGrid {
    const known = this.made.get(directorate);
    if (known !== undefined) return known;
    const isJudged = JUDGED.has(directorate);
    const lines = this.table(directorate).map(({ fields, verdict }) => [
      ...SENT_FIELDS.map((field) => fields[field]),
      ...(isJudged ? [verdict] : []),
    ]);
    const headings = [...SENT_FIELDS.map((field) => HEADINGS[field]), ...(isJudged ? ['Finance check'] : [])];
    const cells = [headings, ...lines].map((line) => line.map((words) => textCell(words)));
    const name = this.nameOf(directorate);
    const book = { name: `${name}.xlsx`, sheets: [gridOf(name, cells)] };
    this.made.set(directorate, book);
    return book;
  }

  noteSent(directorates: readonly Directorate[]): void {
    for (const row of directorates.flatMap((one) => this.table(one))) row.sent = { ...row.fields };
  }
}

/** One word of about ten: surely the same action. */
function reword(row: Row, chance: Chance): void {
  const words = row.fields.commitment.split(' ');
  words[1 + chance.number(8)] = ownWord(5_000 + chance.number(4_000));
  row.fields.commitment = words.join(' ');
  row.wordings.push(row.fields.commitment);
}
