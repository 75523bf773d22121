import { type BookGrid, gridOf, textCell } from '../../src/domain/grid';
import type { Chance } from './chance';

/** What a directorate says of one action. */
const SENT_FIELDS = ['commitment', 'ledBy', 'timescale', 'measure', 'outcomes', 'status', 'progress'] as const;
export type SentField = (typeof SENT_FIELDS)[number];

/** One action of a directorate, whatever it is called in the plan. `wordings`: every wording its commitment has had. */
export interface Row {
  readonly id: number;
  readonly wordings: string[];
  readonly fields: Record<SentField, string>;
}

export const DIRECTORATES = ['GET', 'CYPE', 'ASC', 'PH'] as const;
export type Directorate = (typeof DIRECTORATES)[number];

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

/** Words of their own for each action, so that no two actions are worded alike by chance. */
const SYLLABLES = ['bar', 'den', 'fol', 'gim', 'hul', 'jat', 'kes', 'lom', 'mur', 'nel', 'pov', 'ral', 'sut', 'tev', 'wim', 'zan'];

function ownWord(number: number): string {
  const letters = [number, number >> 4, number >> 8].map((part) => SYLLABLES[part & 15] ?? '');
  return letters.join('');
}

/** The tables of four directorates as they live from quarter to quarter. */
export class Council {
  private nextId = 1;
  readonly tables: Record<Directorate, Row[]>;

  constructor(private readonly chance: Chance) {
    const rows = (): Row[] => Array.from({ length: 2 + chance.number(4) }, () => this.newRow());
    this.tables = { GET: rows(), CYPE: rows(), ASC: rows(), PH: rows() };
  }

  all(): { readonly directorate: Directorate; readonly row: Row }[] {
    return DIRECTORATES.flatMap((directorate) => this.tables[directorate].map((row) => ({ directorate, row })));
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
    return { id, wordings: [commitment], fields };
  }

  /** What a directorate does to its table before it sends it again. */
  editTable(directorate: Directorate): void {
    const { chance } = this;
    const rows = this.tables[directorate];
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
          if (row !== undefined) reword(row, chance);
          break;
        default:
          if (row !== undefined) this.editField(row);
      }
    }
  }

  private editField(row: Row): void {
    const { chance } = this;
    const field = chance.one(['ledBy', 'timescale', 'measure', 'outcomes', 'status', 'progress'] as const);
    if (field === 'measure') row.fields.measure = `${String(chance.number(900))} ${ownWord(row.id)} a year`;
    else if (field === 'progress') row.fields.progress = `${String(chance.number(900))} so far`;
    else row.fields[field] = chance.one(CHOICES[field]);
  }

  /** A directorate's table as it sends it. */
  submission(directorate: Directorate): BookGrid {
    const lines = this.tables[directorate].map(({ fields }) => SENT_FIELDS.map((field) => fields[field]));
    const cells = [SENT_FIELDS.map((field) => HEADINGS[field]), ...lines].map((line) => line.map((words) => textCell(words)));
    return { name: `${directorate}.xlsx`, sheets: [gridOf(directorate, cells)] };
  }
}

/** One word of about ten: surely the same action. */
function reword(row: Row, chance: Chance): void {
  const words = row.fields.commitment.split(' ');
  words[1 + chance.number(8)] = ownWord(5_000 + chance.number(4_000));
  row.fields.commitment = words.join(' ');
  row.wordings.push(row.fields.commitment);
}
