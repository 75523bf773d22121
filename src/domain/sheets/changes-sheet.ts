import { ACTION_FIELDS } from '../fields';
import { type ActionChange, type FileNotSent, type PlanChanges, type Register, rowsGoneInWords, wordDifference } from '../collation';
import { counted, grouped, longDateOfIso } from '../wording';
import { type FormatRule, type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import type { FromCopy } from '../state';
import { BAD, GOOD, STILL, UNSURE, workedOutColumn } from './council-look';
import { type KeptInPlan, keptCount, rowInParts, sentInWords } from './kept-in-plan';
import { KEPT_TEXTS } from './kept-texts';
import { type PlanSubject, runStamp } from './plan-subject';
import { type Report, reportSheet } from './report-sheet';

export const CHANGES_SHEET = 'Changes';
export const CHANGES_TABLE = 'PlanChanges';

/** What Changes says of a cell that was typed over. */
type KeptWhat = 'kept as typed' | 'conflict';

/** What it says of a text of a colleague's copy. */
const COPY_WHAT: Readonly<Record<FromCopy['how'], string>> = {
  taken: 'from a copy',
  conflict: 'a copy differs',
  mine: 'a copy differs',
  'set aside': 'kept from a copy',
};

/** What it says of a file whose rows went since it did not come. */
const NOT_SENT = 'file not sent';

export const CHANGES_COLUMNS: readonly PlanColumn[] = [
  workedOutColumn('ref', 'Ref', 9, { wrap: false }),
  workedOutColumn('directorate', 'Directorate', 18),
  workedOutColumn('what', 'What happened', 14),
  workedOutColumn('field', 'Field', 16),
  workedOutColumn('was', 'Was', 52),
  workedOutColumn('now', 'Now', 52),
  workedOutColumn('words', 'Words that differ', 40),
];

/**
 * What is new, gone, back, moved and reworded, field by field, with the differing words between « and »; then the cells that were typed over.
 */
export function changesSheet(subject: PlanSubject): SheetPlan {
  const { changes } = subject.progress;
  const rule = (cellIs: string, look: FormatRule['look']): Report['rules'][number] => ({
    column: 'what',
    cellIs,
    look,
  });
  return reportSheet({
    name: CHANGES_SHEET,
    tabColour: '#6B4A00',
    stamp: [runStamp(subject), summaryOf(changes), keptCount(subject.kept)].filter((part) => part !== '').join(' · '),
    table: CHANGES_TABLE,
    columns: CHANGES_COLUMNS,
    rows: [
      ...changes.list.map(changeLine),
      ...subject.notSent.map(notSentLine),
      ...keptLines(subject.kept, subject.register),
      ...copyLines(subject),
    ].map(rowOf),
    refresh: { how: 'replace', identity: ['ref', 'field', 'was', 'now'], gone: { column: 'what', cell: text('earlier') } },
    rules: [
      rule('new', GOOD),
      rule('sent again', GOOD),
      rule('carried forward', UNSURE),
      rule('moved', STILL),
      rule('changed', UNSURE),
      rule('no longer sent', BAD),
      rule(NOT_SENT, BAD),
      rule('kept as typed', STILL),
      rule('conflict', UNSURE),
      rule(COPY_WHAT.taken, GOOD),
      rule(COPY_WHAT.conflict, UNSURE),
    ],
    paper: 'A3',
    frozenColumns: 1,
  });
}

/** "Since 2025/26 Q2: 4 new, 2 no longer sent, 7 fields changed in 5 actions". */
export function changesInWords({ since, list }: PlanChanges): string {
  if (since === null) return 'No change since the first collation';
  const parts = KINDS.flatMap(({ kind, noun, nouns }) => {
    const words = kindInWords(
      list.filter((one) => one.kind === kind),
      noun,
      nouns,
    );
    return words === '' ? [] : [kind === undefined ? words : `${nouns}: ${words}`];
  });
  return `Since ${since}: ${parts.length === 0 ? 'no change' : parts.join('; ')}`;
}

const KINDS = [
  { kind: undefined, noun: 'action', nouns: 'actions' },
  { kind: 'measure', noun: 'measure', nouns: 'measures' },
  { kind: 'activity', noun: 'commitment', nouns: 'current activity' },
] as const;

function kindInWords(list: readonly ActionChange[], noun: string, nouns: string): string {
  const number = (what: ActionChange['what']): number => new Set(list.filter((one) => one.what === what).map(({ ref }) => ref)).size;
  const fields = list.filter(({ what }) => what === 'changed').length;
  const parts = (['new', 'sent again', 'carried forward', 'no longer sent', 'moved'] as const).flatMap((what) =>
    number(what) === 0 ? [] : [`${grouped(number(what))} ${what}`],
  );
  const many = nouns === 'current activity' ? `${noun}s` : nouns;
  if (fields > 0) parts.push(`${counted(fields, 'field')} changed in ${counted(number('changed'), noun, many)}`);
  return parts.join(', ');
}

function summaryOf(changes: PlanChanges): string {
  const hasMarks = changes.list.some(({ what }) => what === 'changed');
  return `${changesInWords(changes)}${hasMarks ? ' · words that differ stand between « and »' : ''}`;
}

/** A change as the sheet and the file of changes show it. */
export interface ChangeLine {
  readonly ref: string;
  readonly directorate: string;
  readonly what: string;
  readonly field: string;
  readonly was: string;
  readonly now: string;
  readonly words: string;
}

function fieldWords(field: ActionChange['field']): string {
  if (field === null) return 'Source';
  return field === 'strategies' ? 'Strategies / plans' : ACTION_FIELDS[field].heading;
}

export function changeLine({ ref, directorate, what, field, was, now }: ActionChange): ChangeLine {
  const shown = { ref, directorate, what, field: fieldWords(field) };
  if (what !== 'changed') return { ...shown, was, now, words: '' };
  if (field === 'due') return { ...shown, was: longDateOfIso(was), now: longDateOfIso(now), words: '' };
  return { ...shown, ...marked(was, now) };
}

function notSentLine({ file, rows }: FileNotSent): ChangeLine {
  return { ref: '', directorate: '', what: NOT_SENT, field: 'Source', was: file, now: '', words: rowsGoneInWords(rows) };
}

/**
 * Cells that were typed over where something else is sent. Those for which nothing is sent are the collator's own and only counted. A row of a
 * list is known by more than a Ref, or by none: the rest of its words stands with the field, so that two rows that hold the same are two lines.
 */
export function keptLines(kept: readonly KeptInPlan[], { actions }: Pick<Register, 'actions'>): ChangeLine[] {
  const known = new Map(actions.map(({ ref, action }) => [ref, action]));
  return kept.flatMap((cell): ChangeLine[] => {
    if (cell.sent === '') return [];
    const { ref, rest } = rowInParts(cell.row, known);
    const action = known.get(ref);
    const what: KeptWhat = cell.conflict ? 'conflict' : 'kept as typed';
    return [
      {
        ref,
        directorate: action?.directorate ?? '',
        what,
        field: [cell.heading, cell.sheet, ...rest].join(' · '),
        was: '',
        now: cell.kept,
        words: sentInWords(cell),
      },
    ];
  });
}

/** What the last merge of colleagues' copies brought, and what it left for the user to decide. */
function copyLines({ fromCopies, progress }: PlanSubject): ChangeLine[] {
  return fromCopies.map((text): ChangeLine => {
    const action = progress.position.get(text.row);
    const isTaken = text.how === 'taken';
    return {
      ref: action === undefined ? '' : text.row,
      directorate: action?.directorate ?? '',
      what: COPY_WHAT[text.how],
      field: [text.heading, text.sheet].filter((part) => part !== '').join(' · '),
      was: isTaken ? text.mine : '',
      now: isTaken ? text.theirs : text.mine,
      words: copiedInWords(text),
    };
  });
}

/** "From “anna.xlsx”", "“anna.xlsx” has “agreed”; it is on the sheet “Kept texts”". @param shown the words as far as they are shown. */
export function copiedInWords({ copy, theirs, how }: FromCopy, shown: (words: string) => string = (words) => words): string {
  if (how === 'taken') return `From “${copy}”`;
  const has = `“${copy}” has “${shown(theirs)}”`;
  return how === 'mine' ? has : `${has}; it is on the sheet “${KEPT_TEXTS}”`;
}

function rowOf(line: ChangeLine, index: number): PlanRow {
  const cells = Object.entries(line).map(([key, words]: [string, string]) => [key, text(words)] as const);
  return { key: String(index), cells: Object.fromEntries(cells) };
}

/** Both wordings with the words that differ between « and », and those words in a sentence; wordings with nothing in common need no marks. */
function marked(was: string, now: string): { readonly was: string; readonly now: string; readonly words: string } {
  const runs = wordDifference(was, now);
  if (!runs.some(({ same }) => same)) return { was, now, words: '' };
  const mark = (words: string): string =>
    words.replace(/^([^]*?)(?<!\s)(\s*)$/, (_whole, body: string, space: string) => (body === '' ? space : `«${body}»${space}`));
  const differing = runs.filter(({ same }) => !same);
  return {
    was: runs.map((run) => (run.same ? run.was : mark(run.was))).join(''),
    now: runs.map((run) => (run.same ? run.now : mark(run.now))).join(''),
    words: differing.map((run) => differenceWords(run.was.trim(), run.now.trim())).join('\n'),
  };
}

function differenceWords(out: string, into: string): string {
  if (out === '') return `“${into}” added`;
  return into === '' ? `“${out}” taken out` : `“${out}” is now “${into}”`;
}
