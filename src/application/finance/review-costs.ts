import { type FinanceReading, financeReading, knownVerdicts, verdictRead, type VerdictRead } from '../../domain/finance';
import type { Framework } from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import type { Action } from '../../domain/reading';
import { typedFields, verdictsOnSheet } from '../../domain/sheets';
import { directorateWords } from '../../domain/wording';
import { wordsWritten } from '../collate/verdicts-of';
import { mappingSourceOf } from '../sources/mapping-source';
import type { OpenedSource } from '../sources/open-sources';
import type { SourceRead } from '../sources/read-sources';

/** An action as finance looks at it. */
export interface CostRow extends FinanceReading {
  /** The Ref of a plan, else null. */
  readonly ref: string | null;
  readonly directorate: string;
  readonly file: string;
  readonly action: Action;
  /** What finance has said in a plan; null where it has said nothing. */
  readonly verdict: VerdictRead | null;
}

/**
 * The actions of submissions and plans for finance's check, in the order of the framework's directorates. Of a workbook that holds a plan the
 * rows of All priorities count, with their verdicts; of any other its tables. Listed services cost nothing of their own and are left out.
 * Rule: docs/rules.md#cost-review.
 */
export function reviewCosts(opened: readonly OpenedSource[], sources: readonly SourceRead[], framework: Framework): CostRow[] {
  const books = new Map(opened.flatMap(({ file, book }) => (book === null ? [] : [[file, book] as const])));
  const rows = sources.flatMap(({ file, actions, sameAs }) => {
    const book = books.get(file);
    if (book === undefined || sameAs !== null) return [];
    const ofPlan = planRows(file, book, framework);
    return ofPlan.length > 0 ? ofPlan : ownActions(actions).map((action) => rowOf(action, framework, { ref: null, file, verdict: null }));
  });
  const order = new Map(framework.directorates.map(({ name }, index) => [name, index]));
  const placeOf = ({ action }: CostRow): number => order.get(action.directorate ?? '') ?? order.size;
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => placeOf(a.row) - placeOf(b.row) || a.index - b.index)
    .map(({ row }) => row);
}

const ownActions = (actions: readonly Action[]): Action[] => actions.filter(({ kind }) => kind === 'action');

function rowOf(action: Action, framework: Framework, more: Pick<CostRow, 'ref' | 'file' | 'verdict'>): CostRow {
  return { ...financeReading(action, framework), ...more, directorate: directorateWords(action), action };
}

function planRows(file: string, book: BookGrid, framework: Framework): CostRow[] {
  const { planRows: actions, state } = mappingSourceOf(book, framework);
  const words = wordsWritten(state.written, typedFields(book, { framework, written: state.written }));
  const known = new Map(knownVerdicts(verdictsOnSheet(book), state.verdicts, words).map((one) => [one.ref, one]));
  return ownActions(actions).map((action) => {
    const ref = action.theirRef ?? '';
    const verdict = known.get(ref);
    return rowOf(action, framework, { ref, file, verdict: verdict === undefined ? null : verdictRead(verdict, words(ref)) });
  });
}
