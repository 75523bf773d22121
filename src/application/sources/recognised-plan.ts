import type { Framework } from '../../domain/framework';
import type { BookGrid, SheetGrid } from '../../domain/grid';
import { recognisePlanInSteps, type RecognisedPlan } from '../../domain/recognition';
import { finished, type Steps } from '../../domain/steps';

interface Recognised {
  readonly sheets: readonly SheetGrid[];
  readonly framework: Framework;
  readonly plan: RecognisedPlan;
}

/** By the first sheet; a sheet that has not changed is the same object from one reading of the workbook to the next. */
const recognised = new WeakMap<SheetGrid, Recognised>();

/** The plan of a workbook that is read again and again while nothing or little in it changes. */
export const recognisedPlan = (book: BookGrid, framework: Framework): RecognisedPlan => finished(recognisedInSteps(book, framework));

/** The same in steps. */
export function* recognisedInSteps(book: BookGrid, framework: Framework): Steps<RecognisedPlan> {
  const [first] = book.sheets;
  const before = first === undefined ? undefined : recognised.get(first);
  const isSame =
    before?.framework === framework &&
    before.sheets.length === book.sheets.length &&
    before.sheets.every((sheet, index) => sheet === book.sheets[index]);
  if (before !== undefined && isSame) return before.plan;
  const plan = yield* recognisePlanInSteps(book, framework);
  if (first !== undefined) recognised.set(first, { sheets: book.sheets, framework, plan });
  return plan;
}
