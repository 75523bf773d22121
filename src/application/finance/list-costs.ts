import type { Framework } from '../../domain/framework';
import { finished, type Steps } from '../../domain/steps';
import type { BookRead } from '../check/live-reading';
import { withPrintedIndicators } from '../framework/printed-indicators';
import type { WorkbookPort } from '../ports/ports';
import type { CostList, CostRow } from '../requests/finance-requests';
import { readSource } from '../sources/read-sources';
import { partsMissing } from './parts-missing';
import { reviewCostsInSteps, totalsOf } from './review-costs';

/** The open workbook with its costs. */
export interface CostsRead extends BookRead {
  readonly rows: readonly CostRow[];
}

/** Hidden sheets are left out, as they are of what is checked. */
export async function readCosts(port: WorkbookPort, given: Framework, signal: AbortSignal): Promise<CostsRead> {
  const book = await port.readBook({ includeHidden: false, signal });
  const framework = withPrintedIndicators(given, [book]);
  const source = readSource('', book, { framework, includeHidden: false });
  return { book, source, framework, rows: finished(costsIn({ book, source, framework })) };
}

const costsIn = ({ book, source, framework }: BookRead): Steps<CostRow[]> =>
  reviewCostsInSteps([{ file: '', book, problem: null }], [source], framework);

/** Every action of a workbook as finance looks at it, in steps (docs/rules.md#cost-review). */
export function* listCosts(read: BookRead): Steps<CostList> {
  const rows = yield* costsIn(read);
  const of = rows.some(({ ref }) => ref !== null) ? 'plan' : 'tables';
  return {
    of,
    rows,
    totals: totalsOf(rows),
    verdicts: read.framework.vocabularies.verdicts,
    withoutColumns: of === 'plan' ? 0 : rows.filter(({ place }) => place === null || partsMissing(place).length > 0).length,
  };
}
