import { type ComparisonOptions, type Difference, differences } from './compare-books';
import type { ReadAnswer, ReadBook } from './read-book';

export interface Limits {
  /** Of processor time; a file that takes more is slow, and one that takes six times as long by the clock is given up. */
  readonly seconds: number;
  /** Of the whole process at its peak, the program included. */
  readonly megabytes: number;
}

/** How the process ended that read one file. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: string | null;
  /** It was stopped because the time was over. */
  readonly stopped: boolean;
  readonly errors: string;
  /** What it wrote; null where it came to no end. */
  readonly written: { readonly found: ReadAnswer; readonly cpuMilliseconds: number; readonly peakMegabytes: number } | null;
}

/** What another program says of the file. */
export type SecondOpinion =
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'read'; readonly by: string; readonly sheets: ReadBook['sheets']; readonly options: ComparisonOptions };

export type OutcomeKind =
  | 'opened'
  | 'opened, nothing in it'
  | 'refused'
  | 'refused, read by the second'
  | 'silently empty'
  | 'different'
  | 'different, judged'
  | 'slow'
  | 'out of memory'
  | 'hung'
  | 'crashed';

/** The outcomes that a reader may not have, whatever the file. */
export const FAULTS: ReadonlySet<OutcomeKind> = new Set(['silently empty', 'different', 'out of memory', 'hung', 'crashed']);

export interface FileOutcome {
  readonly file: string;
  readonly outcome: OutcomeKind;
  readonly sheets?: number;
  readonly filledCells?: number;
  readonly cpuMilliseconds?: number;
  readonly peakMegabytes?: number;
  readonly reason?: string;
  readonly words?: string;
  /** Why it crashed, or by what unforeseen error it was refused. */
  readonly error?: string;
  /** By whom it was read a second time, or why by nobody. */
  readonly second: string;
  readonly secondCells?: number;
  readonly differences?: number;
  /** The first of them. */
  readonly firstDifferences?: readonly Difference[];
  /** Why the refusal or the difference is no fault of the reader. */
  readonly judged?: string;
}

const DIFFERENCES_TOLD = 12;
const ERROR_TOLD = 600;

/** @param judged why a refusal of this file or a difference over it is no fault of the reader, where somebody looked. */
export function outcomeOf(file: string, end: ProcessEnd, second: SecondOpinion, limits: Limits, judged?: string): FileOutcome {
  const secondCells = second.kind === 'read' ? filledCells(second) : undefined;
  const base = { file, second: second.kind === 'read' ? second.by : `none: ${second.why}`, secondCells };
  if (end.stopped) return { ...base, outcome: 'hung' };
  const { written } = end;
  if (written === null || written.found.kind === 'threw') {
    const error = (written?.found.kind === 'threw' ? written.found.error : end.errors).slice(-ERROR_TOLD);
    return { ...base, outcome: isOutOfMemory(end) ? 'out of memory' : 'crashed', error };
  }
  const { found, cpuMilliseconds, peakMegabytes } = written;
  const measured = { ...base, cpuMilliseconds, peakMegabytes };
  const over = peakMegabytes > limits.megabytes ? 'out of memory' : cpuMilliseconds > limits.seconds * 1000 ? 'slow' : null;
  if (found.kind === 'refused') {
    const { reason, words, unforeseen } = found;
    const outcome = over ?? ((secondCells ?? 0) > 0 && judged === undefined ? 'refused, read by the second' : 'refused');
    return { ...measured, outcome, reason, words, ...(unforeseen === undefined ? {} : { error: unforeseen.slice(0, ERROR_TOLD) }), judged };
  }
  return { ...measured, ...ofOpened(found, second, judged, over) };
}

function ofOpened(
  book: ReadBook,
  second: SecondOpinion,
  judged: string | undefined,
  over: 'out of memory' | 'slow' | null,
): Pick<FileOutcome, 'outcome'> & Partial<FileOutcome> {
  const cells = filledCells(book);
  const size = { sheets: book.sheets.length, filledCells: cells };
  // A document has tables where the second reader knows none.
  const apart = second.kind === 'read' && !book.isDocument ? differences(book, second, second.options) : [];
  const told = apart.length === 0 ? {} : { differences: apart.length, firstDifferences: apart.slice(0, DIFFERENCES_TOLD), judged };
  if (over === 'out of memory') return { outcome: over, ...size, ...told };
  if (apart.length > 0) {
    const isEmpty = cells === 0 && second.kind === 'read' && filledCells(second) > 0;
    return { outcome: judged !== undefined ? 'different, judged' : isEmpty ? 'silently empty' : 'different', ...size, ...told };
  }
  return { outcome: over ?? (cells === 0 ? 'opened, nothing in it' : 'opened'), ...size };
}

function isOutOfMemory({ errors, signal }: ProcessEnd): boolean {
  return /heap out of memory|Array buffer allocation failed|Cannot create a Buffer larger/i.test(errors) || signal === 'SIGKILL';
}

function filledCells({ sheets }: Pick<ReadBook, 'sheets'>): number {
  return sheets.reduce((sum, { cells }) => sum + cells.filter(([, , kind]) => kind !== 'empty').length, 0);
}
