import { type Decision, NO_INDICATOR } from '../collation';
import { ACTION_FIELDS } from '../fields';
import type { Framework } from '../framework';
import type { BookGrid } from '../grid';
import { indicatorsAsTyped } from '../indicators';
import { ALL_PRIORITIES } from './all-priorities';
import type { PlanState } from '../state';
import { typedFields } from './typed-fields';
import { beforeKey, type Settled, type Side } from '../workbook';

/**
 * The decisions of a workbook, with what the collator typed into the Indicators column of `All priorities` among them: an id added there is
 * confirmed, one taken out is turned down, and so is each one of a cell that was emptied. Without this the sheet would say one thing and the coverage another.
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
    const before = indicatorsAsTyped(collatedBefore(last[ref] ?? {}, settled?.(ref, INDICATORS) ?? null), framework);
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

const INDICATORS = { key: 'indicators', heading: ACTION_FIELDS.indicators.heading };

/**
 * The indicators that the user changed. In a conflict those from before it: an id that the directorate has written since was not taken out
 * by the user, unless they say that their cell counts.
 */
function collatedBefore(row: Readonly<Record<string, string>>, side: Side | null): string {
  const last = row.indicators ?? '';
  return side === 'mine' ? last : (row[beforeKey('indicators')] ?? last);
}
