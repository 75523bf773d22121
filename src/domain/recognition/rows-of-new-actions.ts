import { type CollatedAction, plainWording } from '../collation';
import { ALL_PRIORITIES } from '../sheets';
import { addressOf, type WrittenSheet } from '../workbook';
import { SheetEdits } from './sheet-edits';
import type { RecognisedPlan } from './recognise-plan';

/**
 * Rows of the user's own that say what an action says that was sent for the first time: the row gets the action's Ref, so that the action does
 * not stand in two rows (docs/rules.md#rows-of-actions).
 */
export function withRowsOfNewActions(
  plan: RecognisedPlan,
  actions: readonly Pick<CollatedAction, 'ref' | 'by' | 'action'>[],
): RecognisedPlan {
  const { priorities } = plan;
  const refs = priorities?.columns.get('ref');
  if (priorities === null || refs === undefined || priorities.ownRows.length === 0) return plan;
  const free = new Map(priorities.ownRows.map((row) => [plainWording(row.words.commitment ?? ''), row]));
  const edits = new SheetEdits(priorities.sheet);
  const given = new Map<string, number>();
  for (const { ref, by, action } of actions) {
    const wording = plainWording(action.commitment);
    const row = by === 'new' ? free.get(wording) : undefined;
    const directorate = row?.words.directorate ?? '';
    if (row === undefined || (directorate !== '' && directorate !== (action.directorate ?? action.directorateText))) continue;
    free.delete(wording);
    given.set(ref, row.row);
    edits.set(row.row, refs, ref);
  }
  if (given.size === 0) return plan;
  const { name } = priorities.sheet;
  const notices = [...given].map(([ref, row]) => {
    return { sheet: name, address: addressOf(row, refs), sentence: `The row says what was sent as ${ref}. It gets this Ref.` };
  });
  const blank = Object.fromEntries([...given.keys()].map((ref) => [ref, {}]));
  const withBlank = (one: WrittenSheet): WrittenSheet => (one.plan === ALL_PRIORITIES ? { ...one, rows: { ...one.rows, ...blank } } : one);
  return {
    ...plan,
    book: { ...plan.book, sheets: plan.book.sheets.map((sheet) => (sheet === priorities.sheet ? edits.after : sheet)) },
    changes: [...plan.changes, ...edits.changes],
    state: { ...plan.state, written: plan.state.written.map(withBlank) },
    notices: [...plan.notices, ...notices],
    priorities: { ...priorities, sheet: edits.after, ownRows: [...free.values()] },
  };
}
