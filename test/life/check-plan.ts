import type { BookGrid } from '../../src/domain/grid';
import { GONE } from '../../src/domain/sheets';
import type { Row, SentField } from './council';
import type { Collation } from './life';
import { COMMITMENT, prioritiesIn, type TableSheet } from './table-sheet';
import { checkLists } from './typed-texts';
import { noteVerdicts } from './sent-verdicts';
import type { User } from './user';

/** How an action stands: sent this time, kept from an earlier time since its directorate is late, or no longer sent. */
export type Standing = 'sent' | 'carried' | 'gone';

export interface ToCheck {
  readonly user: User;
  readonly first: Collation;
  /** The workbook as it was when it was collated. */
  readonly before: BookGrid;
  readonly standings: ReadonlyMap<number, Standing>;
  /** The Ref of each action; those that are new are added. */
  readonly refs: Map<number, string>;
  readonly rows: ReadonlyMap<number, Row>;
  /** What was sent of an action in Finance check of its directorate's own table; "" for nothing. */
  readonly verdictSent: (row: Row) => string;
}

/** Headings whose cells say just what was sent. */
const AS_SENT: Readonly<Record<string, SentField>> = {
  [COMMITMENT]: 'commitment',
  'Led by': 'ledBy',
  Timescale: 'timescale',
  Measure: 'measure',
  Progress: 'progress',
};

/** @throws Error when one of the promises is broken; see `Life`. */
export function checkPlan(given: ToCheck): void {
  const { user, first, standings } = given;
  const sheet = user.sheet;
  const rowOf = checkRefs(given, sheet);
  noteKept(given, sheet, rowOf);
  noteVerdicts(given, sheet, rowOf);
  for (const { id, heading, words } of user.typed) {
    const row = rowOf.get(id);
    const found = row === undefined ? 'no row' : sheet.words(row, heading);
    if (found !== words) throw new Error(`“${words}” typed in ${heading} of action ${String(id)} is now “${found}”`);
  }
  for (const [id, standing] of standings) {
    const row = rowOf.get(id);
    if (row === undefined) throw new Error(`action ${String(id)}, ${standing}, has no row`);
    const isMarked = sheet.words(row, 'Standing') === GONE;
    if (isMarked !== (standing === 'gone'))
      throw new Error(`action ${String(id)} is ${standing} and marked “${sheet.words(row, 'Standing')}”`);
    if (standing !== 'gone' && !user.unheard.has(id)) checkSent(given, sheet, id, row);
  }
  // Words that are sent by now are no longer the user's alone: what is sent after them is taken.
  user.typed = user.typed.filter(({ id, heading, words }) => {
    const field = AS_SENT[heading];
    return field === undefined || standings.get(id) !== 'sent' || given.rows.get(id)?.sent?.[field] !== words;
  });
  checkOwnRows(user, sheet);
  user.inLists = checkLists(user.book, user.inLists, user.memoryIsLost);
  const wanted = [...standings.values()].filter((standing) => standing !== 'gone').length;
  const counted = first.prepared.figures.counts.actions;
  if (counted !== wanted) throw new Error(`${String(counted)} actions are counted, and there are ${String(wanted)}`);
}

/** Each Ref has one owner and each action one row, but for a copy, which is told; no Ref changes. @returns the row of each action. */
function checkRefs({ user, first, refs }: ToCheck, sheet: TableSheet): ReadonlyMap<number, number> {
  const rowOf = new Map<number, number>();
  const owners = new Map<string, number>();
  for (const row of sheet.rows) {
    const ref = sheet.words(row, 'Ref');
    if (ref === '') continue;
    const id = user.actionOn(sheet, row);
    if (id === null) throw new Error(`nobody sent the row ${ref}: ${sheet.words(row, COMMITMENT)}`);
    if (rowOf.has(id)) {
      if (!user.copied.has(id)) throw new Error(`action ${String(id)} has two rows, the second is ${ref}`);
      if (!first.codes.has('ref-in-doubt')) throw new Error(`the copied row ${ref} is not told`);
      continue;
    }
    if (owners.has(ref)) throw new Error(`${ref} has two owners`);
    rowOf.set(id, row);
    owners.set(ref, id);
    const known = refs.get(id);
    if (known !== undefined && known !== ref) throw new Error(`action ${String(id)} was ${known} and is ${ref}`);
    refs.set(id, ref);
  }
  return rowOf;
}

/** Once the memory was lost, a cell that differs from what is sent next counts as typed from then on. */
function noteKept({ user, before, rows, standings }: ToCheck, sheet: TableSheet, rowOf: ReadonlyMap<number, number>): void {
  if (user.unheard.size === 0) return;
  const was = prioritiesIn(before);
  for (const { row, id } of user.actionRows(was)) {
    const now = rowOf.get(id);
    if (now === undefined || standings.get(id) !== 'sent' || !user.unheard.delete(id)) continue;
    for (const [heading, field] of Object.entries(AS_SENT)) {
      const words = was.words(row, heading);
      const isKept = words !== '' && words === sheet.words(now, heading) && words !== rows.get(id)?.sent?.[field];
      if (isKept && user.wordsTyped(id, heading) === null) user.noteTyped(id, heading, words);
    }
  }
}

/** What nobody typed over says what was sent; what somebody did is told where something else is sent. */
function checkSent({ user, first, rows, refs }: ToCheck, sheet: TableSheet, id: number, row: number): void {
  const sent = rows.get(id)?.sent;
  for (const [heading, field] of Object.entries(AS_SENT)) {
    if (!sheet.has(heading) || sent === null || sent === undefined) continue;
    const typed = user.wordsTyped(id, heading);
    const now = sheet.words(row, heading);
    if (typed === null && now !== sent[field])
      throw new Error(`${heading} of action ${String(id)} says “${now}”, and “${sent[field]}” was sent`);
    const isTold = (): boolean => first.prepared.kept.some((one) => one.row === refs.get(id) && one.heading === heading);
    if (typed !== null && typed !== sent[field] && !isTold())
      throw new Error(`“${typed}” in ${heading} of ${String(refs.get(id))} is kept and not told`);
  }
}

function checkOwnRows({ ownRows }: User, sheet: TableSheet): void {
  for (const [words, notes] of ownRows) {
    const rows = sheet.rows.filter((row) => sheet.words(row, COMMITMENT) === words);
    const [row = -1] = rows;
    if (rows.length !== 1) throw new Error(`the user's own row “${words}” is there ${String(rows.length)} times`);
    if (sheet.words(row, 'Ref') !== '') throw new Error(`the user's own row “${words}” has the Ref ${sheet.words(row, 'Ref')}`);
    if (sheet.words(row, 'Notes') !== notes) throw new Error(`“${notes}” in the user's own row is now “${sheet.words(row, 'Notes')}”`);
  }
}
