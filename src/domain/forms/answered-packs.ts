import type { CollatedAction, TypedFields } from '../collation';
import { type Action, type HeadingKey } from '../reading';
import { ALL_PRIORITIES } from '../sheets';
import type { PlanState } from '../state';

const SHOWN = [
  { field: 'status', shownIn: 'lastStatus' },
  { field: 'progress', shownIn: 'lastProgress' },
] as const satisfies readonly { field: HeadingKey; shownIn: HeadingKey }[];

/**
 * The state with the last words on status and progress taken from return packs that came back. The officer who answered one saw the plan
 * as it was when the pack went out, with what the collator had typed: the answer is a change to that. So it replaces what was shown, and is
 * a conflict only where the cell has changed since (docs/rules.md#return-packs). A cell into which nobody typed holds what was collated last,
 * whatever the pack showed: the pack may have been made from another plan.
 */
export function withPacksAnswered(
  state: PlanState,
  actions: readonly Pick<CollatedAction, 'ref' | 'action'>[],
  typed: TypedFields,
): PlanState {
  const answered = new Map(actions.map(({ ref, action }) => [ref, action]));
  return {
    ...state,
    written: state.written.map((sheet) => {
      if (sheet.plan !== ALL_PRIORITIES) return sheet;
      const rows = Object.entries(sheet.rows).map(([ref, words]) => {
        const action = answered.get(ref);
        return [ref, action === undefined ? words : { ...words, ...shownTo(action, words, typed.get(ref) ?? {}) }] as const;
      });
      return { ...sheet, rows: Object.fromEntries(rows) };
    }),
  };
}

/** The words that the sent ones are compared with: what the pack showed; for words collated before, or not answered, those themselves. */
function shownTo(
  action: Action,
  last: Readonly<Record<string, string>>,
  typed: Readonly<Partial<Record<string, string>>>,
): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const { field, shownIn } of SHOWN) {
    const cell = action.cells[shownIn]?.cell;
    if (cell === undefined || typed[field] === undefined) continue;
    const sent = action[field] ?? '';
    const words = cell.value === null ? '' : String(cell.value);
    shown[field] = sent === '' || sent === (last[field] ?? '') ? sent : words;
  }
  return shown;
}
