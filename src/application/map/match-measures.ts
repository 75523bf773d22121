import type { Framework } from '../../domain/framework';
import { matchMeasure } from '../../domain/indicators';
import type { MeasureLine } from '../../domain/reading';
import type { CollatedMeasure } from '../requests/mapping-requests';

/** The directorates' own measures, each with the indicator it restates. */
export function matchMeasures(lines: readonly MeasureLine[], framework: Framework): CollatedMeasure[] {
  return lines.map((line) => {
    const { indicator, differences } = matchMeasure(line.text, framework, line.timescale.text);
    return { line, indicator, differences };
  });
}
