import type { Framework, Indicator } from '../framework';
import type { PrintedLogframe } from './read-logframe';

/** How a printed logframe differs from the framework; all empty when it does not. */
export interface LogframeDifferences {
  readonly sheet: string;
  /** On the sheet and not in the framework. */
  readonly added: readonly Indicator[];
  /** In the framework and not on the sheet. */
  readonly missing: readonly Indicator[];
  /** Of one number in both, with other words: the framework's, then the sheet's. */
  readonly reworded: readonly { readonly id: string; readonly framework: string; readonly sheet: string }[];
}

/** Words without what a person would not count as a change: case, spaces, quotes, dashes, closing punctuation. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s.,;:])[\s.,;:]+$/, '')
    .trim();

const isSame = (one: string, other: string): boolean => plain(one) === plain(other);

export function logframeDifferences(framework: Framework, printed: PrintedLogframe): LogframeDifferences {
  const known = new Map(framework.indicators.map((indicator) => [indicator.id, indicator]));
  const onSheet = new Set(printed.indicators.map(({ id }) => id));
  return {
    sheet: printed.sheet,
    added: printed.indicators.filter(({ id }) => !known.has(id)),
    missing: framework.indicators.filter(({ id }) => !onSheet.has(id)),
    reworded: printed.indicators.flatMap(({ id, text }) => {
      const own = known.get(id);
      return own === undefined || isSame(own.text, text) ? [] : [{ id, framework: own.text, sheet: text }];
    }),
  };
}

/** The same, one sentence an indicator. */
export function logframeDifferencesInWords({ added, missing, reworded }: LogframeDifferences): string[] {
  return [
    ...added.map(({ id, text }) => `${id} is only on the sheet: ${text}`),
    ...missing.map(({ id, text }) => `${id} is not on the sheet: ${text}`),
    ...reworded.map((one) => `${one.id} is worded otherwise. Here: “${one.framework}” On the sheet: “${one.sheet}”`),
  ];
}

/**
 * The framework with the levels and indicators of a printed logframe. What the framework knows of an indicator that is worded the same, its
 * concepts and status, stays.
 * Rule: docs/rules.md#printed-logframe.
 */
export function withLogframe(framework: Framework, printed: PrintedLogframe): Framework {
  const indicators = printed.indicators.map((indicator): Indicator => {
    const known = framework.indicators.find(({ text }) => isSame(text, indicator.text));
    return known === undefined ? indicator : { ...known, id: indicator.id, level: indicator.level };
  });
  return { ...framework, version: `${framework.version}, logframe of the sheet ${printed.sheet}`, levels: [...printed.levels], indicators };
}
