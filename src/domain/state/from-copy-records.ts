import { chunks, parsed } from './record-json';

/** A text of a colleague's copy of the plan, and what became of it when the copy was merged in (docs/rules.md#copies). */
export interface FromCopy {
  /** Name of the copy's file. */
  readonly copy: string;
  /** ISO date of the run that merged it. */
  readonly asOf: string;
  /** The plan's own name of the sheet. */
  readonly sheet: string;
  /** The Ref of its action, an indicator's id, or the beginning of its row; "" where it stands in no row. */
  readonly row: string;
  /** Key of the column; "" for a whole row and for a text beside or above the table. */
  readonly column: string;
  readonly heading: string;
  /** What the copy says. */
  readonly theirs: string;
  /** What the plan said until then; "" for nothing. */
  readonly mine: string;
  /**
   * `taken`: it stands in the plan now. `conflict`: both typed other words; the plan's stay, and the copy's are on the sheet of kept texts.
   * `mine`: so said the user, and the copy's words are in no other place. `set aside`: no row or column of the plan is its own, so it is on the
   * sheet of kept texts.
   */
  readonly how: 'taken' | 'conflict' | 'mine' | 'set aside';
}

export function fromCopyRecords(texts: readonly FromCopy[]): string[][] {
  return texts.map((one) => chunks(JSON.stringify(one)));
}

const WORDS = ['copy', 'asOf', 'sheet', 'row', 'column', 'heading', 'theirs', 'mine', 'how'] as const;
const HOW: readonly string[] = ['taken', 'conflict', 'mine', 'set aside'] satisfies FromCopy['how'][];

/** A record that somebody damaged is passed over. */
export function fromCopiesFrom(records: readonly (readonly string[])[]): FromCopy[] {
  return records.flatMap((cells) => parsed<FromCopy>(cells.join('')).filter(isWhole));
}

function isWhole(record: FromCopy | null): boolean {
  return record !== null && WORDS.every((word) => typeof record[word] === 'string') && HOW.includes(record.how);
}
