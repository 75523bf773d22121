import type { ActionPosition, CollatedAction } from '../../domain/collation';
import { readCost } from '../../domain/cost';
import { ACTION_FIELDS, fieldsInWords } from '../../domain/fields';
import { type CheckedCost, financeReading, verdictRead } from '../../domain/finance';
import type { Framework } from '../../domain/framework';
import { textCell } from '../../domain/grid';
import type { Action } from '../../domain/reading';
import type { PlanProgress } from '../../domain/sheets';
import { finished, madeInSteps, type Steps } from '../../domain/steps';
import type { Collated } from '../collate/collate';

/** The actions of a collated plan for finance's review, listed services left out. What was typed over a cell counts, as in all figures. */
export const checkedCosts = (collated: Collated, progress: Pick<PlanProgress, 'position'>): CheckedCost[] =>
  finished(checkedCostsInSteps(collated, progress));

/** The same in steps. */
export function* checkedCostsInSteps(
  { register, verdicts, options }: Collated,
  { position }: Pick<PlanProgress, 'position'>,
): Steps<CheckedCost[]> {
  const { framework } = options;
  const knownOf = new Map(verdicts.known.map((one) => [one.ref, one]));
  const costs = yield* madeInSteps('', register.actions, (one): CheckedCost[] => {
    if (one.action.kind !== 'action') return [];
    const { ref } = one;
    const action = asInPlan(one, position.get(ref), fieldsInWords(one, options.planDate), framework);
    const known = knownOf.get(ref) ?? null;
    const { directorate, directorateText, commitment, cost } = action;
    return [
      {
        ...financeReading(action, framework),
        ref,
        directorate,
        directorateText,
        commitment,
        cost: cost.cost,
        verdict: verdictRead(known ?? undefined, verdicts.now.get(ref) ?? known?.seen ?? ''),
        known,
      },
    ];
  });
  return costs.flat();
}

/** An action as its row of the plan says it, where somebody has typed over what was sent. */
function asInPlan(
  { action }: CollatedAction,
  says: ActionPosition | undefined,
  sent: ReturnType<typeof fieldsInWords>,
  framework: Framework,
): Action {
  if (says === undefined) return action;
  const { commitment, ledBy, timescale, measure, progress } = says;
  return {
    ...action,
    commitment,
    ledBy: { ...action.ledBy, text: ledBy },
    timescale: { ...action.timescale, text: timescale },
    measure: { ...action.measure, text: measure },
    progress,
    cost: says.cost === sent.cost ? action.cost : readCost(textCell(says.cost), ACTION_FIELDS.cost.heading, framework),
  };
}
