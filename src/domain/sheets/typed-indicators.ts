import { type Decision, NO_INDICATOR } from '../collation';
import type { Framework } from '../framework';
import type { BookGrid } from '../grid';
import { indicatorsAsTyped } from '../indicators';
import { ALL_PRIORITIES } from './all-priorities';
import type { PlanState } from '../state';
import { typedFields } from './typed-fields';
import { beforeKey, type Settled } from '../workbook';

/**
 * The decisions of a workbook, with what the collator typed into the Indicators column of `All priorities` among them: an id added there is
 * confirmed, one taken out is turned down, and so is each one of a cell that was emptied. Without this the sheet would say one thing and the coverage another.
 * In a conflict they are held against what was sent before it: an id that the directorate has written since was not taken out by the user.
 * Rule: docs/rules.md#decisions.
 */
export function withTypedIndicators(state: PlanState, book: BookGrid, framework: Framework, settled?: Settled): PlanState {
  const last = state.written.find(({ plan }) => plan === ALL_PRIORITIES)?.rows ?? {};
  const textOf = new Map(framework.indicators.map(({ id, text }) => [id, text]));
  const typed = [...typedFields(book, { framework, written: state.written, settled })].flatMap(([ref, { indicators }]): Decision[] => {
    if (indicators === undefined) return [];
    const now = indicatorsAsTyped(indicators, framework);
    // Words that name no indicator are a note and decide nothing.
    if (now.length === 0 && indicators.trim() !== '') return [];
    const before = indicatorsAsTyped(last[ref]?.[beforeKey('indicators')] ?? last[ref]?.indicators ?? '', framework);
    const decided = (verdict: Decision['verdict'], ids: readonly string[]): Decision[] =>
      ids.map((indicator) => ({ ref, indicator, verdict, text: textOf.get(indicator) ?? '' }));
    return [
      ...decided(
        'confirmed',
        now.filter((id) => !before.includes(id)),
      ),
      ...decided(
        'rejected',
        before.filter((id) => !now.includes(id)),
      ),
    ];
  });
  if (typed.length === 0) return state;
  const replaced = new Set(typed.flatMap(({ ref, indicator }) => [`${ref} ${indicator}`, `${ref} ${NO_INDICATOR}`]));
  return { ...state, decisions: [...state.decisions.filter(({ ref, indicator }) => !replaced.has(`${ref} ${indicator}`)), ...typed] };
}
