import type { FromCopy } from '../state';
import { isAnswerTo, type SettledCell } from '../workbook';

/** What the user said of a text of a copy that differs from the plan's; `copy` is null for every copy. */
export interface CopyAnswer extends SettledCell {
  readonly copy: string | null;
}

/** A text of a copy as this run found it. */
export interface CopiedText extends FromCopy {
  /** A1 address in the copy. */
  readonly address: string;
  /** The beginning of its row. */
  readonly beside: string;
  /** The last merge of it left it differently, or there was none. */
  readonly isNew: boolean;
}

/** The answer to a text; one to a single cell goes before one to all, and the last given before the others. */
export function answerTo(
  text: Pick<FromCopy, 'copy' | 'sheet' | 'row' | 'column' | 'heading'>,
  answers: readonly CopyAnswer[],
): CopyAnswer | null {
  const fits = answers.filter((answer) => isAnswerToText(answer, text));
  return fits.findLast(({ row }) => row !== null) ?? fits.at(-1) ?? null;
}

export function isAnswerToText(answer: CopyAnswer, text: Pick<FromCopy, 'copy' | 'sheet' | 'row' | 'column' | 'heading'>): boolean {
  return (answer.copy === null || answer.copy === text.copy) && isAnswerTo(answer, text);
}

/** One and the same text, from merge to merge. */
export function textKey({ copy, sheet, row, column, theirs }: FromCopy): string {
  return JSON.stringify([copy, sheet, row, column, theirs]);
}

/** What is remembered after a merge: a text that became something else stands in its place, a new one below all. */
export function rememberedTexts(before: readonly FromCopy[], merged: readonly CopiedText[]): FromCopy[] {
  const texts = new Map(before.map((one) => [textKey(one), one]));
  for (const { copy, asOf, sheet, row, column, heading, theirs, mine, how, isNew } of merged)
    if (isNew)
      texts.set(textKey({ copy, asOf, sheet, row, column, heading, theirs, mine, how }), {
        copy,
        asOf,
        sheet,
        row,
        column,
        heading,
        theirs,
        mine,
        how,
      });
  return [...texts.values()];
}

/** The texts of the last day on which a copy was merged in: what the sheet of changes lists, and `plan.json`. */
export function lastMerged(texts: readonly FromCopy[]): FromCopy[] {
  const last = texts.reduce((latest, { asOf }) => (asOf > latest ? asOf : latest), '');
  return texts.filter(({ asOf }) => asOf === last);
}
