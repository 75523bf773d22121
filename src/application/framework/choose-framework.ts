import { type Framework, FRAMEWORK_SHEET, type ParsedFramework } from '../../domain/framework';
import { type BookGrid, type CalendarDate } from '../../domain/grid';
import { frameworkChanges } from '../../domain/state';
import type { ApplyOptions, BookPlace, WorkbookPort } from '../ports/ports';
import { readStateSheet, WHOLE_STATE } from '../sources/read-state-sheet';
import { frameworkFrom } from './framework-from';
import { frameworkInBook } from './framework-in-book';
import { datedFramework, withPlanDate } from './with-plan-date';

/** The framework that goes with a workbook. */
export interface FrameworkInForce {
  readonly framework: Framework;
  /** Whether a file was chosen for this workbook; else it is that of its sheet "Framework", or the one that the program ships with. */
  readonly isChosen: boolean;
  /** Whether the workbook has a sheet "Framework", which goes before a file that was chosen. */
  readonly isOnSheet: boolean;
  /** Why the sheet or the file that was chosen is not used after all; empty when it is, or when there is none. */
  readonly problems: readonly string[];
}

/**
 * A framework is kept with the workbook and not with the pane, so that the command line and the next user go by it too: on a sheet
 * "Framework" that people fill in, or in the workbook's memory. One that cannot be read is reported and not used.
 *
 * @param today where the framework has no plan date; see `withPlanDate`.
 */
export function frameworkWith(book: BookGrid, shipped: Framework, today: CalendarDate): FrameworkInForce {
  const found = frameworkInBook(book);
  if (found === null) return { framework: shipped, isChosen: false, isOnSheet: false, problems: [] };
  const { parsed, from } = found;
  const isOnSheet = from === 'sheet';
  return parsed.ok
    ? { framework: withPlanDate(parsed.framework, today), isChosen: !isOnSheet, isOnSheet, problems: [] }
    : { framework: shipped, isChosen: false, isOnSheet, problems: parsed.problems };
}

/** Rows and columns of the sheet "Framework" that are read; more than a council fills in. */
const SHEET_PLACE: BookPlace = { sheetId: FRAMEWORK_SHEET, area: { top: 0, left: 0, bottom: 1_999, right: 49 } };

/** The same of an open workbook; only the sheets that can have one are read. */
export async function frameworkOf(port: WorkbookPort, shipped: Framework, today: CalendarDate): Promise<FrameworkInForce> {
  return frameworkWith(await port.readCells([WHOLE_STATE, SHEET_PLACE]), shipped, today);
}

/**
 * Keeps a framework file with the workbook; `null` goes back to the one that the program ships with. The problems of a bad file are
 * returned and nothing is kept.
 */
export async function chooseFramework(
  port: WorkbookPort,
  text: string | null,
  today: CalendarDate,
  options?: ApplyOptions,
): Promise<ParsedFramework | null> {
  const parsed = text === null ? null : datedFramework(frameworkFrom(text), today);
  if (parsed !== null && !parsed.ok) return parsed;
  const book = await readStateSheet(port);
  const changes = frameworkChanges(book, parsed === null ? '' : JSON.stringify(parsed.framework));
  if (changes.length > 0) await port.apply([changes], options);
  return parsed;
}
