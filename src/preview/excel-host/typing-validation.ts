import { type Area, areaHolds } from '../../domain/grid';
import type { HostCell } from './host-cells';
import { parseReference } from './host-reference';
import { type HostSheet, type HostValidation } from './host-sheet';

/** What a user typed was refused; the cell keeps what it held. `message` is Excel's own sentence. */
export class TypingRefused extends Error {
  override readonly name = 'TypingRefused';
}

/** Words of the cells that a list lies in. */
type WordsIn = (sheet: string | null, area: Area) => readonly string[];

/**
 * Refuses a text as Excel does when it is typed into a cell whose rule does not allow it and whose alert is of style "Stop", which is
 * the default; after a warning or an information the user may go on. Excel validates what is typed alone: what is pasted,
 * filled or set by an add-in is written whatever the rule says (support.microsoft.com, "More on data validation": messages appear
 * "only when users type data directly in a cell"). Of the rules only lists are known here; a list in the rule minds case, one
 * that lies in cells does not.
 *
 * @throws TypingRefused
 */
export function demandValid(sheet: HostSheet, row: number, column: number, text: string, wordsIn: WordsIn): void {
  const validation = sheet.validations.find(({ area }) => areaHolds(area, { row, column }));
  if (validation === undefined || !stops(validation) || (text === '' && validation.ignoreBlanks)) return;
  const list = listOf(validation, wordsIn);
  if (list === null || allows(list, text.trim())) return;
  const { message } = validation.errorAlert ?? {};
  throw new TypingRefused(
    typeof message === 'string' && message !== ''
      ? message
      : "This value doesn't match the data validation restrictions defined for this cell.",
  );
}

function stops({ errorAlert }: HostValidation): boolean {
  return errorAlert?.showAlert !== false && (errorAlert?.style ?? 'Stop') === 'Stop';
}

/** A list of a rule; null for a rule that is no list. */
function listOf({ rule }: HostValidation, wordsIn: WordsIn): { readonly words: readonly string[]; readonly isInCells: boolean } | null {
  const source: unknown = typeof rule.list === 'object' && rule.list !== null ? Reflect.get(rule.list, 'source') : null;
  if (typeof source !== 'string') return null;
  if (!source.startsWith('=')) return { words: source.split(',').map((value) => value.trim()), isInCells: false };
  const { sheet, area } = parseReference(source.slice(1));
  return { words: wordsIn(sheet, area).map((value) => value.trim()), isInCells: true };
}

/** Whether a list allows a text. */
function allows({ words, isInCells }: NonNullable<ReturnType<typeof listOf>>, text: string): boolean {
  return words.some((word) => (isInCells ? word.toLowerCase() === text.toLowerCase() : word === text));
}

/** What is asked of the workbook for a list that lies in cells. */
interface ListSource {
  readonly sheet: (key: string) => HostSheet;
  readonly textOf: (sheet: HostSheet, row: number, column: number, cell: HostCell) => string;
}

/** Looks up the words of cells, on the sheet that the rule stands on where it names no other. */
export const wordsOnSheets =
  (workbook: ListSource, own: HostSheet): WordsIn =>
  (named, area) => {
    const list = named === null ? own : workbook.sheet(named);
    return list.cells.within(area).map(([row, column, cell]) => workbook.textOf(list, row, column, cell));
  };

/** The words that the drop-down of a cell offers; none for a cell without one. */
export function wordsOffered(workbook: ListSource, sheet: HostSheet, row: number, column: number): readonly string[] {
  const validation = sheet.validations.find(({ area }) => areaHolds(area, { row, column }));
  return validation === undefined ? [] : (listOf(validation, wordsOnSheets(workbook, sheet))?.words ?? []).filter((word) => word !== '');
}
