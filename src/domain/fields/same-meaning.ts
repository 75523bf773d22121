import type { Framework } from '../framework';
import { writtenIndicators } from '../indicators';

/** Whether two texts of a field say the same; see `PlanColumn.meansSame`. */
export type MeansSame = (one: string, other: string) => boolean;

/** Notes that name no indicator are the same only where their words are. */
export function sameIndicators(framework: Framework): MeansSame {
  return (one, other) => {
    const ids = writtenIndicators(one, framework);
    return ids.length > 0 && ids.join('\n') === writtenIndicators(other, framework).join('\n');
  };
}

/** As the figures count a status or a cost. */
export function sameButForCase(): MeansSame {
  return (one, other) => {
    const plain = one.trim().toLowerCase();
    return plain !== '' && plain === other.trim().toLowerCase();
  };
}
