import {
  type FrameworkProblem,
  frameworkProblems,
  frameworkSheetIn,
  LIST_HEADINGS,
  parseFramework,
  type ParsedFramework,
} from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import { readState } from '../../domain/state';
import { frameworkFrom } from './framework-from';

/** A framework that a workbook has with it. */
export interface BookFramework {
  /** On its sheet "Framework", which people fill in, or kept in the memory of a plan. */
  readonly from: 'sheet' | 'memory';
  /** The same for two workbooks that have the same one. */
  readonly text: string;
  readonly parsed: ParsedFramework;
}

/**
 * The framework of a workbook: that of its sheet "Framework", which a person can read and change, before the one kept in its memory; null
 * where it has neither. Rule: docs/rules.md#framework-in-force.
 */
export function frameworkInBook(book: BookGrid): BookFramework | null {
  const sheet = frameworkSheetIn(book);
  if (sheet !== null) {
    const problems = sheetProblems(sheet).map(placedProblem);
    const parsed: ParsedFramework = problems.length === 0 ? parseFramework(sheet.json) : { ok: false, problems };
    return { from: 'sheet', text: JSON.stringify(sheet.json), parsed };
  }
  const kept = readState(book).framework;
  return kept === '' ? null : { from: 'memory', text: kept, parsed: frameworkFrom(kept) };
}

/** A problem with the cell or line where it is; "" where there is none. */
export interface PlacedProblem extends FrameworkProblem {
  readonly place: string;
}

/** All that is wrong with the framework of a sheet, each with its cell. */
export function sheetProblems({ sheet, json, cellOf, notRead }: NonNullable<ReturnType<typeof frameworkSheetIn>>): PlacedProblem[] {
  const placed = frameworkProblems(json).map((problem) => {
    const cell = cellOf(problem.path);
    return { ...problem, remedy: remedyOnSheet(problem), place: cell === '' ? sheet : `${sheet}!${cell}` };
  });
  return [...placed, ...notRead.map((problem) => ({ ...problem, place: sheet }))];
}

/** What would be right, for a person who fills in cells: without the names and quotes of JSON. */
function remedyOnSheet({ path, remedy }: FrameworkProblem): string {
  const last = String(path.at(-1) ?? '');
  if (path.length === 1 && (last === 'outcomes' || last === 'directorates'))
    return `Fill in at least one row under “${last === 'outcomes' ? LIST_HEADINGS.outcome : LIST_HEADINGS.directorate}”.`;
  const example = /^Right would be: "\w+": \[?"([^"]+)"/.exec(remedy)?.[1];
  return example === undefined ? remedy : `Right would be: ${example}.`;
}

function placedProblem({ place, sentence }: PlacedProblem): string {
  return `${place}: ${sentence}`;
}
