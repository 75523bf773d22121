import type { Decision, Register, TypedFields } from '../../domain/collation';
import { ACTION_FIELDS } from '../../domain/fields';
import type { Framework } from '../../domain/framework';
import { indicatorsAsTyped } from '../../domain/indicators';
import { type SettledCell, settledBy } from '../../domain/workbook';

const INDICATORS = { key: 'indicators', heading: ACTION_FIELDS.indicators.heading };

interface TurnedDownIn {
  readonly framework: Framework;
  readonly settled?: readonly SettledCell[];
  /** The name of All priorities in the workbook. */
  readonly sheet: string;
}

/**
 * The decisions, and what directorates wrote beside indicators that the user typed as turned down, where the user said that their cell counts.
 * Rule: docs/rules.md#decisions.
 */
export function withTurnedDown(
  decisions: readonly Decision[],
  { actions }: Pick<Register, 'actions'>,
  typed: TypedFields,
  { framework, settled = [], sheet }: TurnedDownIn,
): readonly Decision[] {
  const sideOf = settledBy(settled);
  const textOf = new Map(framework.indicators.map(({ id, text }) => [id, text]));
  const turnedDown = actions.flatMap(({ ref, action }): Decision[] => {
    const words = typed.get(ref)?.indicators;
    if (words === undefined || sideOf(sheet, ref, INDICATORS) !== 'mine') return [];
    const kept = indicatorsAsTyped(words, framework);
    const others = kept.length === 0 ? [] : action.writtenIndicators.filter((id) => !kept.includes(id));
    return others.map((indicator) => ({ ref, indicator, verdict: 'rejected', text: textOf.get(indicator) ?? '' }));
  });
  const isNew = ({ ref, indicator }: Decision): boolean => !turnedDown.some((one) => one.ref === ref && one.indicator === indicator);
  return [...decisions.filter(isNew), ...turnedDown];
}
