import { type CheckedCost, CONTRADICTED, NO_VERDICT, openReasons, plainVerdict, WORDS_CHANGED } from '../finance';
import type { Framework } from '../framework';
import { capital } from '../wording';
import { figure } from './figure';
import { costGroups, directorateGroups, linesOf, OTHER_COSTS, OTHER_DIRECTORATES, sumsIn } from './groups';
import { apart, type Tally, type TallyLine } from './tally';

/** What finance counts, for its review. Rule: docs/rules.md#finance-open. */
export interface FinanceFigures {
  readonly actions: number;
  readonly open: number;
  /** Actions by what finance has said of them, then those to look at again and those whose cost their row contradicts. */
  readonly byVerdict: Tally;
  readonly actionsByCost: Tally;
  /** In pounds, the amounts that are known. */
  readonly poundsByCost: Tally;
  /** Actions whose amount is not known. */
  readonly withoutAmount: Tally;
}

export function financeFigures(rows: readonly CheckedCost[], framework: Framework): FinanceFigures {
  const directorates = directorateGroups(framework, rows);
  const costs = costGroups(rows);
  const byCost = (amountOf: (row: CheckedCost) => number): Tally => ({
    columns: costs.names,
    lines: linesOf(directorates, sumsIn(rows, directorates, costs, amountOf)),
    together: { lines: OTHER_DIRECTORATES, columns: OTHER_COSTS },
  });
  const { verdicts } = framework.vocabularies;
  return {
    actions: rows.length,
    open: rows.filter((row) => openReasons(row, verdicts).length > 0).length,
    byVerdict: byVerdict(rows, verdicts),
    actionsByCost: byCost(() => 1),
    poundsByCost: byCost(({ pounds }) => pounds ?? 0),
    withoutAmount: byCost(({ pounds }) => Number(pounds === null)),
  };
}

function byVerdict(rows: readonly CheckedCost[], verdicts: readonly string[]): Tally {
  const plain = new Set(verdicts.map(plainVerdict));
  const line = (name: string, is: (row: CheckedCost) => boolean): TallyLine => {
    return { ...apart(capital(name)), figures: [figure(rows.filter(is).length)] };
  };
  return {
    columns: [apart('Actions')],
    lines: [
      line(NO_VERDICT, ({ verdict }) => verdict === null),
      ...verdicts.map((one) => line(one, ({ verdict }) => plainVerdict(verdict?.verdict ?? '') === plainVerdict(one))),
      line('other words', ({ verdict }) => verdict !== null && !plain.has(plainVerdict(verdict.verdict))),
      line(WORDS_CHANGED, ({ verdict }) => verdict?.settled === false),
      line(CONTRADICTED, ({ contradictions }) => contradictions.length > 0),
    ],
    together: { lines: '', columns: '' },
  };
}
