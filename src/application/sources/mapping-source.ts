import { readAgain } from '../../domain/collation';
import type { Framework } from '../../domain/framework';
import type { BookGrid, SheetGrid } from '../../domain/grid';
import { readLogframe } from '../../domain/logframe';
import { type Action, type MeasureLine, readTablesInSteps, rulesOf, understandInSteps } from '../../domain/reading';
import { ALL_PRIORITIES } from '../../domain/sheets';
import type { PlanState } from '../../domain/state';
import { finished, type Steps } from '../../domain/steps';
import type { MappingSource } from '../requests/plan-reading';
import { recognisedInSteps } from './recognised-plan';

/** What the mapping needs of a workbook beside the directorates' tables. */
export const mappingSourceOf = (book: BookGrid, framework: Framework): MappingSource => finished(mappingSourceInSteps(book, framework));

/** The same in steps. */
export function* mappingSourceInSteps(book: BookGrid, framework: Framework): Steps<MappingSource> {
  const { state, book: plan } = yield* recognisedInSteps(book, framework);
  yield '';
  const planMeasures = planMeasuresOf(state, framework);
  return {
    framework,
    state,
    planRows: yield* planRowsOf(plan, state, framework),
    planMeasures,
    logframe: readLogframe(book, framework),
  };
}

/** Measures as they were last read again; a state that has not changed is the same object from reading to reading. */
const planMeasuresRead = new WeakMap<PlanState, { readonly framework: Framework; readonly measures: readonly MeasureLine[] }>();

function planMeasuresOf(state: PlanState, framework: Framework): readonly MeasureLine[] {
  const before = planMeasuresRead.get(state);
  if (before?.framework === framework) return before.measures;
  const rows = state.heard.filter(({ standing, of }) => standing !== 'gone' && rulesOf(of.table.kind).rowKind === 'measure');
  const measures = readAgain(rows, framework).sources.flatMap((source) => source.measures);
  planMeasuresRead.set(state, { framework, measures });
  return measures;
}

/** Rows of `All priorities` as they were last read; a sheet that has not changed is the same object from reading to reading. */
const planRowsRead = new WeakMap<SheetGrid, { readonly framework: Framework; readonly rows: readonly Action[] }>();

/**
 * The rows of `All priorities`, read as a table like any other, so that actions whose tables came as files can be decided on too. Those
 * no longer sent are left out.
 */
function* planRowsOf(book: BookGrid, state: PlanState, framework: Framework): Steps<Action[]> {
  const written = state.written.find(({ plan }) => plan === ALL_PRIORITIES);
  const sheet = book.sheets.find(({ id, name }) => id === written?.id || name === written?.name);
  if (sheet === undefined) return [];
  const before = planRowsRead.get(sheet);
  const rows = before?.framework === framework ? before.rows : yield* rowsOn(sheet, framework);
  planRowsRead.set(sheet, { framework, rows });
  const sent = new Set(state.actions.flatMap(({ ref, gone }) => (gone ? [] : [ref])));
  return rows.filter(({ theirRef }) => sent.has(theirRef ?? ''));
}

function* rowsOn(sheet: SheetGrid, framework: Framework): Steps<readonly Action[]> {
  const read = yield* readTablesInSteps({ name: '', sheets: [sheet] }, framework, {
    includeHidden: true,
    corrections: [],
    ownSheets: new Set(),
  });
  return (yield* understandInSteps(read, { file: '', framework })).actions;
}
