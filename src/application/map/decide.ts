import { type Decision, NO_INDICATOR } from '../../domain/collation';
import type { Framework } from '../../domain/framework';
import { decisionChanges, readState } from '../../domain/state';
import { Failure } from '../ports/failure';
import type { ApplyOptions, WorkbookPort } from '../ports/ports';
import type { ActionChoice } from '../requests/mapping-requests';
import type { PlanReading } from '../requests/plan-reading';
import { readStateSheet } from '../sources/read-state-sheet';
import { keyedActions } from './keyed-actions';

/**
 * Keeps what was decided on some actions in the workbook, in place of what was decided on them before. An empty choice clears them. The
 * tables themselves are not changed.
 *
 * @param reading the reading the actions come from.
 * @returns the reading with the decisions that the workbook has now, those that somebody else made meanwhile among them.
 */
export async function decide(
  port: WorkbookPort,
  reading: PlanReading,
  choices: readonly ActionChoice[],
  options?: ApplyOptions,
): Promise<PlanReading> {
  const book = await readStateSheet(port);
  const state = readState(book);
  const { keyed, unnumbered } = keyedActions(reading, state);
  const keyOf = new Map(keyed.map(({ action, key }) => [action, key]));
  const chosen = choices.map((choice): KeyedChoice => {
    const key = keyOf.get(choice.action);
    if (key === undefined) throw new Failure('cell changed', 'That action is no longer in the workbook. Read it again, then decide.');
    return { ...choice, key };
  });
  const decisions = decisionsAfter(state.decisions, chosen, reading.mapping.framework);
  const changes = decisionChanges(book, { decisions, unnumbered });
  if (changes.length > 0) await port.apply([changes], options);
  return { ...reading, mapping: { ...reading.mapping, state: { ...state, decisions, unnumbered } } };
}

interface KeyedChoice extends ActionChoice {
  readonly key: string;
}

function decisionsAfter(before: readonly Decision[], chosen: readonly KeyedChoice[], framework: Framework): Decision[] {
  const keys = new Set(chosen.map(({ key }) => key));
  const textOf = new Map(framework.indicators.map(({ id, text }) => [id, text]));
  const decided = (ref: string, indicator: string, verdict: Decision['verdict']): Decision => {
    return { ref, indicator, verdict, text: textOf.get(indicator) ?? '' };
  };
  return [
    ...before.filter(({ ref }) => !keys.has(ref)),
    ...chosen.flatMap(({ key, confirmed, rejected, servesNone }) => [
      ...(servesNone ? [decided(key, NO_INDICATOR, 'confirmed')] : []),
      ...confirmed.map((id) => decided(key, id, 'confirmed')),
      ...rejected.map((id) => decided(key, id, 'rejected')),
    ]),
  ];
}
