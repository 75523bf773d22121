import { addressInWords } from '../grid';
import { markedInWords, nearestInWords } from '../findings';
import {
  CELL_KINDS,
  type CellCounts,
  type CellKind,
  type PartLeftOut,
  type SheetAccount,
  type SourceAccount,
  sumOfCounts,
} from '../reading';
import { type FileNotSent, rowsGoneInWords } from '../collation';
import { counted, grouped, listed } from '../wording';
import { count, type PlanCell, type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { countColumn, STILL, UNSURE, workedOutColumn } from './council-look';
import { type PlanSubject, runStamp } from './plan-subject';
import { reportSheet } from './report-sheet';

export const SOURCES_SHEET = 'Sources';
export const SOURCES_TABLE = 'PlanSources';

const KIND_HEADINGS: Readonly<Record<CellKind, string>> = {
  heading: 'Headings',
  title: 'Titles',
  action: 'Actions',
  service: 'Services',
  measure: 'Measures',
  activity: 'Activities',
  theme: 'Themes',
  introduction: 'Introductions',
  note: 'Notes and totals',
  continuation: 'Continuations',
  'left out': 'Left out',
};

/** What a line is about, from the whole to its parts: the cells of the sheets add up to those of their file, the files to all. */
const LINE = { all: 'all files', file: 'file', sheet: 'sheet', part: 'left out', notSent: 'not sent' } as const;

/** What the line of a part that was not read says that it is. */
export const PART_LEFT_OUT = LINE.part;

export const SOURCES_COLUMNS: readonly PlanColumn[] = [
  workedOutColumn('line', 'Line', 9, { wrap: false }),
  workedOutColumn('file', 'File', 20),
  workedOutColumn('sheet', 'Sheet', 14),
  workedOutColumn('where', 'Where', 9),
  workedOutColumn('said', 'What was read, or why not', 32),
  workedOutColumn('words', 'In the cells', 30),
  countColumn('tables', 'Tables', 7),
  countColumn('cells', 'Cells', 7),
  ...CELL_KINDS.map((kind) => countColumn(kind, KIND_HEADINGS[kind], 7)),
  countColumn('size', 'Bytes', 10, { offPaper: true }),
  workedOutColumn('version', 'Version', 8, { offPaper: true }),
  workedOutColumn('modified', 'Last changed', 20, { wrap: false, offPaper: true }),
  workedOutColumn('sha256', 'SHA-256', 24, { offPaper: true }),
];

/**
 * Every file and sheet of the run, what became of each of its cells, and what was left out and why. Rewritten whole at each run.
 * Rule: docs/rules.md#sources-sheet.
 */
export function sourcesSheet(subject: PlanSubject): SheetPlan {
  const { sources } = subject;
  const cells = sources.flatMap(({ sheets }) => sheets).reduce((sum, sheet) => sum + sheet.cells, 0);
  const lines = [allLine(sources), ...sources.flatMap(linesOfFile), ...subject.notSent.map(notSentLine)];
  return reportSheet({
    name: SOURCES_SHEET,
    tabColour: '#5B6470',
    stamp: `${runStamp(subject)} · ${counted(sources.length, 'file')} · ${grouped(cells)} cells with content, each counted once`,
    table: SOURCES_TABLE,
    columns: SOURCES_COLUMNS,
    rows: lines.map((line, index): PlanRow => ({ key: String(index), cells: line })),
    refresh: {
      how: 'replace',
      identity: ['line', 'file', 'sheet', 'where', 'said'],
      gone: { column: 'line', cell: text('no longer sent') },
    },
    rules: [
      { column: 'line', cellIs: LINE.all, look: STILL },
      { column: 'line', cellIs: LINE.part, look: UNSURE },
      { column: 'line', cellIs: LINE.notSent, look: UNSURE },
    ],
    paper: 'A3',
    frozenColumns: 2,
  });
}

type Line = Readonly<Record<string, PlanCell>>;

function lineOf(words: Readonly<Record<string, string>>, counts: CellCounts | null, more: Line = {}): Line {
  const empty = Object.fromEntries(SOURCES_COLUMNS.map(({ key }) => [key, text('')]));
  const filled = Object.fromEntries(Object.entries(words).map(([key, said]) => [key, text(said)]));
  const kinds = counts === null ? {} : Object.fromEntries(CELL_KINDS.map((kind) => [kind, count(counts[kind])]));
  return { ...empty, ...filled, ...kinds, ...more };
}

function sums(sheets: readonly SheetAccount[]): Line {
  const total = (of: (sheet: SheetAccount) => number): PlanCell => count(sheets.reduce((sum, sheet) => sum + of(sheet), 0));
  return { tables: total(({ tables }) => tables), cells: total(({ cells }) => cells) };
}

const countsOf = (sheets: readonly SheetAccount[]): CellCounts => sumOfCounts(sheets.map(({ byKind }) => byKind));

function allLine(sources: readonly SourceAccount[]): Line {
  const sheets = sources.flatMap((source) => source.sheets);
  const said = `${counted(sources.length, 'file')}, ${counted(sheets.length, 'sheet')}`;
  return lineOf({ line: LINE.all, said }, countsOf(sheets), sums(sheets));
}

function linesOfFile(source: SourceAccount): Line[] {
  const { file, size, sha256, version, modified, sheets } = source;
  const facts = {
    line: LINE.file,
    file: fileWords(file),
    said: sourceInWords(source),
    version: version === null ? '' : String(version),
    modified: modified === null ? '' : `${modified.slice(0, 16).replace('T', ' ')} UTC`,
    sha256: sha256 ?? notKnown(file),
  };
  const own = lineOf(facts, countsOf(sheets), { ...sums(sheets), size: size === null ? text(notKnown(file)) : count(size) });
  return [own, ...sheets.flatMap((sheet) => linesOfSheet(file, sheet))];
}

function linesOfSheet(file: string, sheet: SheetAccount): Line[] {
  const place = { file: fileWords(file), sheet: sheet.name };
  const own = lineOf({ ...place, line: LINE.sheet, said: sheetInWords(sheet) }, sheet.byKind, sums([sheet]));
  return [own, ...sheet.leftOut.map((part) => lineOfPart(place, part))];
}

function lineOfPart(place: Readonly<Record<string, string>>, { address, reason, words, cells }: PartLeftOut): Line {
  return lineOf({ ...place, line: LINE.part, where: addressInWords(place.file ?? '', address), said: reason, words }, null, {
    cells: count(cells),
  });
}

/** Excel gives no bytes of a workbook that is open; a file may be one that nobody may read. */
const notKnown = (file: string): string => (file === '' ? 'the open workbook' : 'not known');

function notSentLine({ file, rows }: FileNotSent): Line {
  return lineOf({ line: LINE.notSent, file, said: `Sent before and not this time: ${rowsGoneInWords(rows)}` }, null);
}

const fileWords = (file: string): string => (file === '' ? 'This workbook' : file);

/** What became of a file, in words: why it was not read, which file it is the same as, or how many of its sheets were read. */
export function sourceInWords({ problem, sameAs, sheets }: SourceAccount): string {
  if (problem !== null) return `Not read: ${problem}`;
  if (sameAs !== null) return sameFileInWords(sameAs);
  const read = sheets.filter(({ notRead }) => notRead === null).length;
  const unseen = listed([...new Set(sheets.flatMap(({ notLookedFor }) => notLookedFor))]);
  const not = unseen === '' ? '' : ` (not looked for: ${unseen})`;
  return `${grouped(read)} of ${counted(sheets.length, 'sheet')} read${not}`;
}

/** Of a file that was sent twice. */
export function sameFileInWords(sameAs: string): string {
  return `The same file as ${sameAs}, which is counted once.`;
}

/** Why nothing of a sheet was read, with the row that came nearest to a table's headings; null for one with a table. */
export function whyNotRead({ notRead, nearest }: Pick<SheetAccount, 'notRead' | 'nearest'>): string | null {
  return notRead === null || nearest === null ? notRead : `${notRead}. ${nearestInWords(nearest, null)}`;
}

/** What became of a sheet, in words, with what is beside its cells and cannot be read. */
export function sheetInWords(sheet: SheetAccount): string {
  const besideCells = [...sheet.besideCells, ...sheet.marked.map(markedInWords)];
  const said = whyNotRead(sheet) ?? 'Read';
  return besideCells.length === 0 ? said : `${said}. Not read: ${listed(besideCells)}`;
}

/** "120 cells: headings 16, actions 80, left out 3": cells, of the kinds there are; 80 cells of actions are fewer actions. */
export function cellsInWords(sheets: readonly SheetAccount[]): string {
  const counts = countsOf(sheets);
  const cells = sheets.reduce((sum, sheet) => sum + sheet.cells, 0);
  const kinds = CELL_KINDS.filter((kind) => counts[kind] > 0).map(
    (kind) => `${KIND_HEADINGS[kind].toLowerCase()} ${grouped(counts[kind])}`,
  );
  return kinds.length === 0 ? counted(cells, 'cell') : `${counted(cells, 'cell')}: ${kinds.join(', ')}`;
}
