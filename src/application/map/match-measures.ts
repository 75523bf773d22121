import type { Framework } from '../../domain/framework';
import { matchMeasures } from '../../domain/indicators';
import type { MeasureLine } from '../../domain/reading';
import type { CollatedMeasure } from '../requests/mapping-requests';

/** The directorates' own measures, each with the indicator it restates. A line that states two measures gives two. */
export function collatedMeasures(lines: readonly MeasureLine[], framework: Framework): CollatedMeasure[] {
  return lines.flatMap((line) =>
    matchMeasures(line.text, framework, line.timescale.text).map(({ text, indicator, differences }) => ({
      line,
      text,
      indicator,
      differences,
    })),
  );
}
