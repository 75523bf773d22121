import type { Framework } from '../framework';
import { type CalendarDate, type Cell, textCell } from '../grid';
import { readOutcomes } from '../outcomes';
import { shownWords } from '../workbook';
import type { FieldKey } from './action-fields';
import { dueInWords } from './same-meaning';

/**
 * What a cell that the user typed over says, in the words in which runs compare the field (`ActionField.words`). Outcomes as their codes;
 * words that name none stand as they are, and count as another outcome. A due date that is none is no due date.
 * Rule: docs/rules.md#typed-values.
 */
export function typedField(key: FieldKey, cell: Cell, { outcomes }: Framework, planDate: CalendarDate): string {
  const words = shownWords(cell);
  if (key === 'due') return dueInWords(words, planDate) ?? '';
  if (key !== 'outcomes') return words;
  const { codes } = readOutcomes(textCell(words), outcomes);
  return codes.length === 0 ? words.trim() : codes.join(', ');
}
