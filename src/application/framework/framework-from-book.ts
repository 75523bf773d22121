import { type Framework, frameworkSheetIn, isFrameworkSheet, parseFramework, readFrameworkSheet } from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import { readLogframe } from '../../domain/logframe';

type Json = Readonly<Record<string, unknown>>;

/** What a workbook gives of a framework, and where each part was found, in words. */
export interface FrameworkFound {
  readonly json: Json;
  readonly from: readonly string[];
}

/** Levels of a logframe that are above its outcomes. */
const ABOVE_OUTCOMES = /^(?:g|p|goal|purpose|impact|overall(?: goal)?|vision)$/i;

/**
 * The parts of a framework that a workbook has: its sheet "Framework"; else lists with headings on any of its sheets, and the levels and
 * indicators of the logframe that it prints. What is missing is missing in the JSON, too.
 */
export function frameworkFromBook(book: BookGrid): FrameworkFound {
  const own = frameworkSheetIn(book);
  if (own !== null) return { json: own.json, from: [`the sheet ${own.sheet}`] };
  const json: Record<string, unknown> = {};
  const from: string[] = [];
  const logframe = readLogframe(book, NONE);
  if (logframe !== null) {
    const levels = logframe.levels.map(({ id, title, narrative }) => ({ id, title, narrative }));
    const isAbove = ({ id, title }: (typeof levels)[number]): boolean => ABOVE_OUTCOMES.test(id) || ABOVE_OUTCOMES.test(title);
    json.levels = levels.filter(isAbove);
    json.outcomes = levels.filter((level) => !isAbove(level)).map(({ id, title }) => ({ code: id, titles: title === id ? [] : [title] }));
    json.indicators = logframe.indicators;
    from.push(`the logframe on ${logframe.sheet}`);
  }
  for (const sheet of book.sheets) {
    if (sheet.visibility !== 'visible' || sheet.name === logframe?.sheet || isFrameworkSheet(sheet)) continue;
    const list = readFrameworkSheet(sheet);
    const taken = (['outcomes', 'directorates', 'indicators'] as const).filter((key) => {
      const items = list.json[key];
      if (json[key] !== undefined || !Array.isArray(items) || items.length === 0) return false;
      json[key] = items;
      return true;
    });
    if (taken.length > 0) from.push(`${taken.join(' and ')} on ${sheet.name}`);
  }
  return { json, from };
}

/** A council without outcomes, so that a logframe's own numbers and titles count. */
const NONE: Framework = (() => {
  const parsed = parseFramework({ outcomes: [{ code: '1' }], directorates: [{ name: 'Unknown' }] });
  if (!parsed.ok) throw new Error(parsed.problems.join(' '));
  return { ...parsed.framework, outcomes: [] };
})();
