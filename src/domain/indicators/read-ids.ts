import type { Framework } from '../framework';
import { idFinder } from './id-finder';
import { isClauseEnd, isWholeNumber, type NumberRole, numberRoles } from './number-roles';
import { type Token, tokensOf } from './text-tokens';

/**
 * What kind of text the ids stand in. `column`: a cell kept for indicators, where an id counts unless its neighbours make it something
 * else. `restated`: an indicator's wording, where the numbers are figures but for one that opens a line. `running`: any other text,
 * where a number is an id only when it is called one.
 */
export type TextKind = 'column' | 'restated' | 'running';

/** Whether an id opens a line, after no more than the mark of a list. */
function opensLine(tokens: readonly Token[], { start, end, isLettered }: NumberRole): boolean {
  let at = start - 1;
  while (tokens[at]?.kind === 'mark' && tokens[at]?.text !== ';') at -= 1;
  const before = tokens[at];
  if (before !== undefined && !isClauseEnd(before)) return false;
  return isLettered || !isWholeNumber(tokens[start]) || tokens[end]?.kind === 'mark';
}

function counts(tokens: readonly Token[], number: NumberRole, kind: TextKind): boolean {
  if (number.role === 'named') return true;
  if (kind === 'column') return number.role === 'pointed' || number.role === 'plain';
  return kind === 'restated' && number.role === 'plain' && opensLine(tokens, number);
}

/** The indicators whose ids a text names, in the order of the text, as zero-based places in the framework's list. The text's characters are plain. */
export function readIds(text: string, framework: Framework, kind: TextKind): ReadonlySet<number> {
  const { candidatesIn, mayName, isOutcomeWord } = idFinder(framework);
  const named = new Set<number>();
  if (kind === 'running' && !mayName(text)) return named;
  const tokens = tokensOf(text);
  const numbers = numberRoles({ framework, tokens, isOutcomeWord }, candidatesIn(tokens));
  const levelOf = (indicator: number): string | undefined => framework.indicators[indicator]?.level;
  /** The indicator of the number before, where that counts: a range may begin with it. */
  let before: number | null = null;
  for (const number of numbers) {
    const indicator = counts(tokens, number, kind) ? number.indicator : null;
    if (indicator !== null && before !== null && number.endsRange && levelOf(before) === levelOf(indicator)) {
      for (let step = before + 1; step < indicator; step += 1) named.add(step);
    }
    if (indicator !== null) named.add(indicator);
    before = indicator;
  }
  for (const { indicator, role } of numbers) if (indicator !== null && role === 'excluded') named.delete(indicator);
  return named;
}
