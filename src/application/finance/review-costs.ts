import {
  costTotals,
  type CostTotal,
  type FinanceReading,
  financeReading,
  financeTexts,
  knownVerdicts,
  verdictRead,
} from '../../domain/finance';
import type { Framework } from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import type { Action } from '../../domain/reading';
import { prioritiesTable, typedFields, verdictsOnSheet } from '../../domain/sheets';
import { finished, madeInSteps, type Steps } from '../../domain/steps';
import { directorateWords } from '../../domain/wording';
import { wordsWritten } from '../collate/verdicts-of';
import type { CostRow } from '../requests/finance-requests';
import { mappingSourceInSteps } from '../sources/mapping-source';
import type { OpenedSource } from '../sources/open-sources';
import type { SourceRead } from '../sources/read-sources';
import { recognisedPlan } from '../sources/recognised-plan';
import { ownActions, ownRows } from './own-verdicts';
import { withSentCost } from './sent-costs';
import { verdictPlaces } from './verdict-places';

/**
 * The actions of submissions and plans for finance's check, in the order of the framework's directorates. Of a workbook that holds a plan the
 * rows of All priorities count, with their verdicts; of any other its tables. Listed services cost nothing of their own and are left out.
 * Rule: docs/rules.md#cost-review.
 */
export const reviewCosts = (opened: readonly OpenedSource[], sources: readonly SourceRead[], framework: Framework): CostRow[] =>
  finished(reviewCostsInSteps(opened, sources, framework));

/** The same in steps. */
export function* reviewCostsInSteps(
  opened: readonly OpenedSource[],
  sources: readonly SourceRead[],
  framework: Framework,
): Steps<CostRow[]> {
  const books = new Map(opened.flatMap(({ file, book }) => (book === null ? [] : [[file, book] as const])));
  const rows: CostRow[] = [];
  for (const source of sources) {
    const book = books.get(source.file);
    if (book === undefined || source.sameAs !== null) continue;
    const ofPlan = yield* planRowsInSteps(source.file, book, framework);
    for (const row of ofPlan.length > 0 ? ofPlan : yield* tableRows(source, book, framework)) rows.push(row);
  }
  const order = new Map(framework.directorates.map(({ name }, index) => [name, index]));
  const placeOf = ({ action }: CostRow): number => order.get(action.directorate ?? '') ?? order.size;
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => placeOf(a.row) - placeOf(b.row) || a.index - b.index)
    .map(({ row }) => row);
}

/** Totals by directorate and flag (docs/rules.md#cost-review). */
export function totalsOf(rows: readonly Pick<CostRow, 'directorate' | 'pounds' | 'action'>[]): CostTotal[] {
  return costTotals(rows.map(({ directorate, pounds, action }) => ({ directorate, pounds, cost: action.cost.cost })));
}

/** A row of a sheet that has not changed is the same action from one reading of the workbook to the next. */
const readings = new WeakMap<Action, { readonly framework: Framework; readonly reading: FinanceReading }>();

function readingOf(action: Action, framework: Framework): FinanceReading {
  const before = readings.get(action);
  if (before?.framework === framework) return before.reading;
  const reading = financeReading(action, framework);
  readings.set(action, { framework, reading });
  return reading;
}

function rowOf(
  action: Action,
  framework: Framework,
  more: Omit<CostRow, keyof FinanceReading | 'texts' | 'directorate' | 'action'>,
): CostRow {
  return { ...readingOf(action, framework), ...more, texts: financeTexts(action), directorate: directorateWords(action), action };
}

/** The actions of a plan as finance looks at them, in the order of its sheet. */
export const planRows = (file: string, book: BookGrid, framework: Framework): CostRow[] => finished(planRowsInSteps(file, book, framework));

/** The same in steps. */
function* planRowsInSteps(file: string, book: BookGrid, framework: Framework): Steps<CostRow[]> {
  const { planRows: actions, state } = yield* mappingSourceInSteps(book, framework);
  const { book: plan } = recognisedPlan(book, framework);
  yield '';
  const words = wordsWritten(state.written, typedFields(plan, { framework, written: state.written }));
  const verdicts = knownVerdicts(verdictsOnSheet(plan), state.verdicts, { wordsBefore: words, found: '' });
  const known = new Map(verdicts.map((one) => [one.ref, one]));
  const heard = new Map(state.heard.map((row) => [row.ref, row]));
  const table = prioritiesTable(plan);
  const placeOf = table === null ? () => null : verdictPlaces(table.sheet, { ...table.area, headingRow: table.area.top });
  return yield* madeInSteps('', ownActions(actions), (action) => {
    const ref = action.theirRef ?? '';
    const withCost = withSentCost(action, heard.get(ref), framework);
    const wordsNow = words(ref);
    const verdict = verdictRead(known.get(ref), wordsNow);
    const history = known.get(ref)?.history ?? [];
    return rowOf(withCost, framework, { key: ref, ref, file, verdict, history, wordsNow, place: placeOf(action.source.row) });
  });
}

/** The actions of directorates' own tables as finance looks at them. */
function* tableRows(source: SourceRead, book: BookGrid, framework: Framework): Steps<CostRow[]> {
  yield '';
  return yield* madeInSteps('', ownRows(source, book, framework), ({ action, place, known, wordsNow }) => {
    const key = `${source.file}!${action.source.tableId}!${String(action.source.row)}`;
    const history = known?.history ?? [];
    return rowOf(action, framework, { key, ref: null, file: source.file, verdict: verdictRead(known, wordsNow), history, wordsNow, place });
  });
}
