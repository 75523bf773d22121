import type { Indicator } from '../../domain/framework';
import type { Mark, Strength } from '../../domain/mapping';
import { MAP } from './map-wording';
import type { ActionChoice, MappedRow } from '../shared/pane-services';

/** An indicator that can be ticked for a row. */
export interface IndicatorOption {
  readonly id: string;
  readonly text: string;
  /** "strong", "written in the row", "added by you". */
  readonly standing: string;
  readonly strength: Strength | null;
  readonly marks: readonly Mark[];
  readonly why: readonly string[];
  readonly against: string | null;
}

/** What can be ticked for a row: what is written in it, what it suggests, and what was added, in that order. */
export function optionsFor(row: MappedRow, added: readonly string[], indicators: readonly Indicator[]): IndicatorOption[] {
  const suggested = new Map(row.suggestions.map((suggestion) => [suggestion.id, suggestion]));
  const written = row.action.writtenIndicators;
  const others = [...row.confirmed, ...added].filter((id) => !suggested.has(id) && !written.includes(id));
  return [...new Set([...written, ...suggested.keys(), ...others])].map((id): IndicatorOption => {
    const suggestion = suggested.get(id);
    const strength = suggestion?.strength ?? null;
    const standing = written.includes(id) ? MAP.inRow : strength === null ? MAP.added : MAP.strength(strength);
    const text = indicators.find((indicator) => indicator.id === id)?.text ?? '';
    return {
      id,
      text,
      standing,
      strength,
      marks: suggestion?.marks ?? [],
      why: suggestion?.why ?? [],
      against: suggestion?.against ?? null,
    };
  });
}

/** What is ticked to begin with: what is sure already; for a row to decide, what is strongly suggested. */
export function tickedAtFirst(row: MappedRow): string[] {
  const strong = row.suggestions.filter(({ strength }) => strength === 'strong').map(({ id }) => id);
  return [...row.confirmed, ...row.written, ...(row.standing === 'to decide' ? strong.filter((id) => !row.rejected.includes(id)) : [])];
}

/**
 * The row decided: what is ticked is confirmed, and the other indicators that were offered and seen are rejected. What nobody has seen stays a
 * suggestion.
 */
export function confirming(row: MappedRow, ticked: readonly string[], isSeen: (id: string) => boolean): ActionChoice {
  const offered = [...row.action.writtenIndicators, ...row.suggestions.map(({ id }) => id)];
  const rejected = new Set([...offered.filter(isSeen), ...row.rejected]);
  return { action: row.action, confirmed: ticked, rejected: [...rejected].filter((id) => !ticked.includes(id)), servesNone: false };
}

/** Only the strong suggestions confirmed; the others stay suggestions, since nobody looked at them. */
export function confirmingStrong(row: MappedRow): ActionChoice {
  const strong = row.suggestions.filter(({ id, strength }) => strength === 'strong' && !row.rejected.includes(id)).map(({ id }) => id);
  return { action: row.action, confirmed: strong, rejected: row.rejected, servesNone: false };
}

export const servingNone = ({ action }: MappedRow): ActionChoice => ({ action, confirmed: [], rejected: [], servesNone: true });

export const clearing = ({ action }: MappedRow): ActionChoice => ({ action, confirmed: [], rejected: [], servesNone: false });

/** Whether anything was decided on a row, which can then be cleared. */
export const isDecided = (row: MappedRow): boolean => row.servesNone || row.confirmed.length + row.rejected.length > 0;
