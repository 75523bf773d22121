import type { ToCheck } from './check-plan';
import { prioritiesIn, type TableSheet } from './table-sheet';

const HEADING = 'Finance check';

/**
 * A verdict that finance gave in a directorate's own table stands in the plan from then on like one that was typed there: where the plan had none,
 * and had not had the same before. What was said before the memory was lost or damaged may be taken once more.
 * Rule: docs/rules.md#sent-verdicts.
 *
 * @param rowOf the row of each action on the sheet.
 * @throws Error when a verdict that was sent is not in the plan.
 */
export function noteVerdicts(given: ToCheck, sheet: TableSheet, rowOf: ReadonlyMap<number, number>): void {
  const { user, before, rows, standings, verdictSent } = given;
  const was = before.sheets.length === 0 ? null : prioritiesIn(before);
  const stoodAt = new Map(was?.rows.map((row) => [user.actionOn(was, row), row]));
  if (user.memoryIsLost) for (const id of user.verdictsSaid.keys()) user.verdictsUnsure.add(id);
  for (const [id, row] of rows) {
    const said = user.verdictsSaid.get(id) ?? new Set<string>();
    user.verdictsSaid.set(id, said);
    const sent = standings.get(id) === 'sent' ? verdictSent(row) : '';
    const [at, now] = [stoodAt.get(id), rowOf.get(id)];
    const inPlan = was === null || at === undefined ? '' : was.words(at, HEADING);
    if (inPlan !== '') said.add(inPlan);
    if (sent === '' || inPlan !== '' || now === undefined) continue;
    const shown = sheet.words(now, HEADING);
    const isSure = !user.verdictsUnsure.has(id) && was?.has(HEADING) !== false;
    if (shown !== (said.has(sent) ? '' : sent) && (isSure || (shown !== sent && shown !== '')))
      throw new Error(`“${sent}” of action ${String(id)} was sent as a verdict, and the plan says “${shown}”`);
    if (shown === sent) user.noteTyped(id, HEADING, sent);
    if (shown === sent) said.add(sent);
  }
}
