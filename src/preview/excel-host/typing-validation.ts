import { type Area, areaHolds } from '../../domain/grid';
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
  const allowed = listOf(validation, wordsIn);
  if (allowed === null || allowed(text.trim())) return;
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

/** Whether a list allows a text; null for a rule that is no list. */
function listOf({ rule }: HostValidation, wordsIn: WordsIn): ((text: string) => boolean) | null {
  const source: unknown = typeof rule.list === 'object' && rule.list !== null ? Reflect.get(rule.list, 'source') : null;
  if (typeof source !== 'string') return null;
  if (!source.startsWith('=')) return (text) => source.split(',').some((value) => value.trim() === text);
  const { sheet, area } = parseReference(source.slice(1));
  return (text) => wordsIn(sheet, area).some((value) => value.trim().toLowerCase() === text.toLowerCase());
}
