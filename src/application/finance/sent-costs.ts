import type { HeardRow } from '../../domain/collation';
import { type CostReading, readCost } from '../../domain/cost';
import type { Framework } from '../../domain/framework';
import { EMPTY_CELL } from '../../domain/grid';
import type { Action } from '../../domain/reading';

/** Actions with the words of their cost, by the action and the row as it was sent; both are the same objects while nothing has changed. */
const withCosts = new WeakMap<Action, { readonly sent: HeardRow; readonly framework: Framework; readonly action: Action }>();

/**
 * An action of All priorities with the words that its directorate wrote of the cost: the plan shows their class alone, so a sum among them
 * would be lost to the totals, and a cell in which nothing is written would look like one to be confirmed. Where the class was typed over, it stays as it was typed.
 * Rule: docs/rules.md#cost-review.
 */
export function withSentCost(action: Action, sent: HeardRow | undefined, framework: Framework): Action {
  if (sent === undefined) return action;
  const before = withCosts.get(action);
  if (before?.sent === sent && before.framework === framework) return before.action;
  const heading = sent.of.table.headings.find(({ key }) => key === 'cost')?.text ?? '';
  const cost = readCost(sent.row.cells.cost?.cell ?? EMPTY_CELL, heading, framework);
  const after = isOtherwiseWritten(cost) && isShownAs(action.cost, cost) ? { ...action, cost } : action;
  withCosts.set(action, { sent, framework, action: after });
  return after;
}

const plain = (words: string): string => words.trim().toLowerCase();
const isOtherwiseWritten = ({ text, cost }: CostReading): boolean => plain(text) !== cost;
const isShownAs = (shown: CostReading, { cost }: CostReading): boolean => plain(shown.text) === cost;
