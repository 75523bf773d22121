import { frameworkProblems, frameworkSheetIn, parseFramework, pathInWords } from '../../domain/framework';
import type { Framework } from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import { frameworkInBook, type PlacedProblem, sheetProblems } from './framework-in-book';
import { JsonFault, jsonLines } from './json-lines';

/** A framework that was checked: all of its problems, each with its place; the framework where there are none. */
export interface FrameworkChecked {
  readonly problems: readonly PlacedProblem[];
  readonly framework: Framework | null;
}

/** Every problem of a framework file's text, with its line and path. */
export function checkFrameworkText(text: string): FrameworkChecked {
  const plain = text.replace(/^\uFEFF/, '');
  try {
    const { lineOf, twice } = jsonLines(plain);
    const json: unknown = JSON.parse(plain);
    const placed = (path: PlacedProblem['path'], line: number): string =>
      [`line ${String(line)}`, pathInWords(path)].filter((part) => part !== '').join(', ');
    const problems = [
      ...twice.map(({ path, line }) => ({
        path,
        place: placed(path, line),
        sentence: `"${String(path.at(-1))}" is given twice, and the first would be lost.`,
        remedy: 'Keep one of them.',
      })),
      ...frameworkProblems(json).map((problem) => ({ ...problem, place: placed(problem.path, lineOf(problem.path)) })),
    ];
    return { problems, framework: problems.length === 0 ? frameworkOf(json) : null };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    const sentence = 'From here on the file is not JSON, so nothing after it can be checked.';
    return {
      problems: [{ path: [], place: `line ${String(error.line)}`, sentence, remedy: `Expected here: ${error.expected}.` }],
      framework: null,
    };
  }
}

/** The same of a workbook: of its sheet "Framework", each problem with its cell, or of what its memory keeps; null where it has neither. */
export function checkFrameworkBook(book: BookGrid): FrameworkChecked | null {
  const sheet = frameworkSheetIn(book);
  if (sheet !== null) {
    const problems = sheetProblems(sheet);
    return { problems, framework: problems.length === 0 ? frameworkOf(sheet.json) : null };
  }
  const kept = frameworkInBook(book);
  return kept === null ? null : checkFrameworkText(kept.text);
}

function frameworkOf(json: unknown): Framework | null {
  const parsed = parseFramework(json);
  return parsed.ok ? parsed.framework : null;
}
