import type { Framework } from '../framework';
import { idsWithZero, unknownIndicators } from '../indicators';
import { type Action, type HeadingKey, isStatusUnread, shownText } from '../reading';
import type { Finding } from './finding';
import { findingOf } from './finding-of';
import { isNote } from './note';

/** What a cell of words shows; "" for one that is empty, a note, or of another kind. */
function wordsIn({ cells }: Action, key: HeadingKey): string {
  const cell = cells[key]?.cell;
  const text = cell?.kind === 'text' ? shownText(cell) : '';
  return isNote(text) ? '' : text;
}

/** Whether words stand in the Status cell from which no status and no progress is understood. */
export function hasUnreadStatus(action: Action, framework: Framework): boolean {
  return isStatusUnread(wordsIn(action, 'status'), framework);
}

function checkStatus(action: Action, framework: Framework): Finding[] {
  if (!hasUnreadStatus(action, framework)) return [];
  const { statuses } = framework.vocabularies;
  return [findingOf(action, { code: 'unreadable-status', text: wordsIn(action, 'status'), statuses }, { key: 'status' })];
}

function checkCost(action: Action): Finding[] {
  const text = wordsIn(action, 'cost');
  return text === '' || action.cost.unread !== true ? [] : [findingOf(action, { code: 'unreadable-cost', text }, { key: 'cost' })];
}

function checkIndicators(action: Action, framework: Framework): Finding[] {
  const key = 'indicator';
  const cell = action.cells[key]?.cell;
  if (cell === undefined || cell.kind === 'error' || cell.kind === 'empty') return [];
  const shown = shownText(cell);
  const [zero] = idsWithZero(cell, framework);
  if (zero !== undefined) {
    const isKnown = framework.indicators.some(({ id }) => id === shown);
    return [findingOf(action, { code: 'unknown-indicator', words: [shown], perhaps: { id: zero, isKnown } }, { key })];
  }
  const words = unknownIndicators(shown, framework).filter((one) => one !== shown || !isNote(one));
  return words.length === 0 ? [] : [findingOf(action, { code: 'unknown-indicator', words, perhaps: null }, { key })];
}

/**
 * Words in a cell that are none of those which it is for, and no note either.
 * Rule: docs/rules.md#unreadable-cells.
 */
export function checkUnread(action: Action, framework: Framework): Finding[] {
  return [...checkStatus(action, framework), ...checkCost(action), ...checkIndicators(action, framework)];
}
