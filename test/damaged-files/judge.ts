import { SubmissionError } from '../../src/application';
import { openBook } from '../../src/adapters/files/open-book';
import { FileRefusal } from '../../src/adapters/files/file-refusal';
import { UNREADABLE } from '../../src/adapters/files/xlsx/cell-decoding';
import { type BookGrid, type Cell, type SheetGrid, a1 } from '../../src/domain/grid';
import type { Promised } from './damage';

/** Of processor time, so that a loaded machine makes no faults; more than any of these small files takes, by far. */
const MOST_MS = 5000;
const MOST_BYTES = 512 * 1024 * 1024;

export interface Verdict {
  readonly outcome: 'same' | 'said' | 'another' | 'refused';
  /** What is wrong with the outcome; null where nothing is. */
  readonly fault: string | null;
  /** Processor time. */
  readonly ms: number;
  /** How far the memory of the process went beyond what it was before. */
  readonly grown: number;
}

/** Opens a damaged file and compares it with the original's content. */
export async function judged(name: string, bytes: Uint8Array, original: BookGrid, promised: Promised): Promise<Verdict> {
  const before = peak();
  const started = process.cpuUsage();
  const opened: unknown = await openBook(name, bytes, { includeHidden: true }).catch((error: unknown) => error);
  const { user, system } = process.cpuUsage(started);
  const ms = (user + system) / 1000;
  const grown = peak() - before;
  const { outcome, fault } = opened instanceof Error ? ofRefusal(opened, promised) : ofBook(opened as BookGrid, original, promised);
  const slow = ms > MOST_MS ? `took ${String(Math.round(ms))} ms` : null;
  const large = grown > MOST_BYTES ? `took ${String(Math.round(grown / 1024 / 1024))} MB` : null;
  return { outcome, fault: fault ?? slow ?? large, ms, grown };
}

/** The most memory that the process ever had, in bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}

type Judgement = Pick<Verdict, 'outcome' | 'fault'>;

function ofRefusal(error: Error, promised: Promised): Judgement {
  const wrong = faultOfRefusal(error);
  if (wrong !== null) return { outcome: 'refused', fault: wrong };
  return { outcome: 'refused', fault: promised === 'same' ? `a sound file was refused: ${error.message}` : null };
}

/** A refusal is one of the reader's own and says in plain words what to do; an error that nobody expected is told as damage too, and must not be behind it. */
function faultOfRefusal(error: Error): string | null {
  if (!(error instanceof SubmissionError)) return `not a refusal but ${error.stack ?? error.message}`;
  if (!(error.cause instanceof FileRefusal))
    return `behind the refusal ${error.cause instanceof Error ? (error.cause.stack ?? '') : String(error.cause)}`;
  return /^“[^”]+” [a-z].*\.$/.test(error.message) && !/undefined|null|NaN|\[object/.test(error.message)
    ? null
    : `no plain sentence: ${error.message}`;
}

function ofBook(book: BookGrid, original: BookGrid, promised: Promised): Judgement {
  const differences = differencesOf(book, original);
  if (differences.length === 0) return { outcome: 'same', fault: null };
  const silent = differences.filter(({ isSaid }) => !isSaid);
  if (promised === 'same') return { outcome: 'another', fault: `a sound file was read otherwise: ${listed(differences)}` };
  if (silent.length === 0) return { outcome: 'said', fault: null };
  return { outcome: 'another', fault: promised === 'answer' ? null : `read otherwise without a word: ${listed(silent)}` };
}

interface Difference {
  readonly what: string;
  /** Whether the cell shows that it could not be read. */
  readonly isSaid: boolean;
}

function listed(differences: readonly Difference[]): string {
  const first = differences.slice(0, 5).map(({ what }) => what);
  return `${first.join('; ')}${differences.length > 5 ? ` and ${String(differences.length - 5)} more` : ''}`;
}

function differencesOf(book: BookGrid, original: BookGrid): Difference[] {
  const found: Difference[] = [];
  const names = (of: BookGrid): string => of.sheets.map(({ name }) => name).join(', ');
  if (names(book) !== names(original)) return [{ what: `sheets ${names(book)} for ${names(original)}`, isSaid: false }];
  original.sheets.forEach((sheet, index) => {
    const other = book.sheets[index];
    if (other !== undefined) found.push(...differencesOfSheets(other, sheet));
  });
  return found;
}

/** What stands beside the cells (comments, pictures, links, colours) is no cell, and is not compared. */
function differencesOfSheets(sheet: SheetGrid, original: SheetGrid): Difference[] {
  const found: Difference[] = [];
  for (const row of new Set([...sheet.rows.keys(), ...original.rows.keys()])) {
    const [cells, before] = [sheet.rows.get(row) ?? new Map<number, Cell>(), original.rows.get(row) ?? new Map<number, Cell>()];
    for (const column of new Set([...cells.keys(), ...before.keys()])) {
      const [shown, was] = [cells.get(column), before.get(column)];
      if (written(shown) === written(was)) continue;
      found.push({
        what: `${original.name}!${a1({ row, column })} ${written(shown).slice(0, 200)} for ${written(was).slice(0, 200)}`,
        isSaid: shown?.value === UNREADABLE,
      });
      if (found.length > 100) return found;
    }
  }
  for (const key of ['visibility', 'isProtected'] as const)
    if (sheet[key] !== original[key]) found.push({ what: `${key} of ${original.name} ${String(sheet[key])}`, isSaid: false });
  const [merges, mergesBefore] = [JSON.stringify(sheet.merges), JSON.stringify(original.merges)];
  if (merges !== mergesBefore)
    found.push({ what: `merges of ${original.name} ${merges.slice(0, 80)} for ${mergesBefore.slice(0, 80)}`, isSaid: false });
  return found;
}

function written(cell: Cell | undefined): string {
  if (cell === undefined) return 'nothing';
  return JSON.stringify([cell.kind, cell.value, cell.text, cell.formula ?? null]);
}
