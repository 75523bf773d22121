import { type Framework, frameworkSheetIn } from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import { TEMPLATE_GUIDE, TEMPLATE_LISTS } from '../../domain/forms';
import { type PrintedLogframe, readLogframe } from '../../domain/logframe';
import {
  type Action,
  type Activity,
  type BookRead,
  type LeftOut,
  type MeasureLine,
  type ReadingMemory,
  readTablesInSteps,
  type SourceAccount,
  type TableCorrection,
  type TableRead,
  type UnfitCorrection,
  understandInSteps,
} from '../../domain/reading';
import { PLAN_SHEET_NAMES, sheetsWrittenIn } from '../../domain/sheets';
import { readCorrections } from '../../domain/state';
import { inNameOrder } from '../../domain/wording';
import type { FileFacts } from '../ports/ports';
import { finished, type Steps } from '../../domain/steps';
import { type OpenedSource, sentenceFor } from './open-sources';

export interface ReadingOptions {
  readonly framework: Framework;
  readonly includeHidden: boolean;
  /** From an earlier reading of the same workbook: only what has changed since is read again. */
  readonly memory?: ReadingMemory;
}

/** One workbook read: the open one (`file` "") or a submitted one. */
export interface SourceRead extends SourceAccount {
  /** What names, titles or a cover say of whose the workbook is; null when nothing does. */
  readonly directorate: string | null;
  readonly tables: readonly TableRead[];
  readonly actions: readonly Action[];
  readonly measures: readonly MeasureLine[];
  readonly activities: readonly Activity[];
  readonly leftOut: readonly LeftOut[];
  /** The corrections of its tables by that workbook's user, and those that no longer fit. */
  readonly corrections: readonly TableCorrection[];
  readonly unfit: readonly UnfitCorrection[];
  /** The logframe on a sheet of it; null when none is called that. */
  readonly logframe: PrintedLogframe | null;
}

/** Names of the sheets of a workbook that this program wrote, and those it writes: they are results, not submissions. */
export function ownSheetNames(book: BookGrid): Set<string> {
  if (book.isOwnPaper === true) return new Set(book.sheets.map(({ name }) => name));
  return new Set([...PLAN_SHEET_NAMES, ...sheetsWrittenIn(book)]);
}

/**
 * Finds the tables of a workbook, as its own user corrected them, and reads their rows. Reading never changes a cell.
 * Each workbook remembers its corrections itself, so those of one are never used on another.
 */
export const readSource = (file: string, book: BookGrid, options: ReadingOptions, corrections?: readonly TableCorrection[]): SourceRead =>
  finished(readSourceInSteps(file, book, options, corrections));

/** The same in steps. */
export function* readSourceInSteps(
  file: string,
  book: BookGrid,
  options: ReadingOptions,
  corrections: readonly TableCorrection[] = readCorrections(book),
): Steps<SourceRead> {
  const { framework, includeHidden, memory } = options;
  const ownSheets = ownSheetNames(book);
  const logframe = readLogframe(book, framework);
  const knownAs = knownSheets(book, logframe);
  const read: BookRead = yield* readTablesInSteps(book, framework, { includeHidden, corrections, ownSheets, knownAs }, memory);
  const understood = yield* understandInSteps(read, { file, framework }, memory);
  return {
    file,
    sheets: file === '' ? read.sheets.filter(({ name }) => !ownSheets.has(name)) : read.sheets,
    size: book.size ?? null,
    sha256: book.sha256 ?? null,
    modified: book.modified ?? null,
    sameAs: null,
    directorate: read.directorate,
    version: read.version,
    tables: read.tables,
    leftOut: read.leftOut,
    corrections: read.corrections,
    unfit: read.unfit,
    logframe,
    problem: null,
    ...understood,
  };
}

/** What sheets that hold no table of a directorate are for, so that nobody looks for a table on them. */
function knownSheets(book: BookGrid, logframe: PrintedLogframe | null): ReadonlyMap<string, string> {
  const framework = frameworkSheetIn(book)?.sheet;
  const printed: [string, string][] = logframe === null ? [] : [[logframe.sheet, 'The logframe of indicators, not a directorate’s table']];
  return new Map([
    [TEMPLATE_GUIDE, 'Guidance on filling in the form'],
    [TEMPLATE_LISTS, 'What the drop-downs of the form offer'],
    ...(framework === undefined ? [] : [[framework, 'The council’s framework, not a directorate’s table'] as const]),
    ...printed,
  ]);
}

/** A file that could not be read: it is listed with the reason and what is known of its bytes, and the others go on. */
export function unreadableSource(file: string, problem: string, { size, sha256 }: FileFacts): SourceRead {
  return {
    file,
    sheets: [],
    directorate: null,
    size,
    sha256,
    modified: null,
    sameAs: null,
    version: null,
    tables: [],
    actions: [],
    measures: [],
    activities: [],
    leftOut: [],
    corrections: [],
    unfit: [],
    logframe: null,
    problem,
  };
}

/**
 * Reads the workbooks that were opened; one that could not be opened or read is listed with its problem. Of files with the same bytes one
 * counts, that with the highest version or else the first by name, and the others are listed as the same.
 * Rule: docs/rules.md#same-file.
 */
export const readOpened = (opened: readonly OpenedSource[], options: ReadingOptions): SourceRead[] =>
  finished(readInSteps(opened, options));

/** The same in steps. */
export function* readInSteps(opened: readonly OpenedSource[], options: ReadingOptions): Steps<SourceRead[]> {
  const sources: SourceRead[] = [];
  for (const one of opened) {
    yield one.file;
    sources.push(one.book === null ? unreadableSource(one.file, one.problem, one.facts) : yield* readOrListed(one.file, one.book, options));
  }
  const inOrder = [...sources].sort((a, b) => (b.version ?? -1) - (a.version ?? -1) || inNameOrder(a.file, b.file));
  const counting = new Map<string, string>();
  for (const { file, sha256 } of inOrder) if (sha256 !== null && !counting.has(sha256)) counting.set(sha256, file);
  return sources.map((source) => {
    const sameAs = counting.get(source.sha256 ?? '') ?? source.file;
    return sameAs === source.file ? source : sameSource(source, sameAs);
  });
}

function sameSource({ file, size, sha256, version, modified }: SourceRead, sameAs: string): SourceRead {
  return { ...unreadableSource(file, '', { size, sha256 }), version, modified, problem: null, sameAs };
}

/** As `readSourceInSteps`; a workbook on which reading fails is listed with its problem. */
export function* readOrListed(file: string, book: BookGrid, options: ReadingOptions): Steps<SourceRead> {
  try {
    return yield* readSourceInSteps(file, book, options);
  } catch (error) {
    return unreadableSource(file, sentenceFor(file, error), { size: book.size ?? null, sha256: book.sha256 ?? null });
  }
}
