import { type ActionDecisions, decisionsByAction, outdatedDecisions } from '../../domain/collation';
import type { Framework } from '../../domain/framework';
import { logframeDifferences } from '../../domain/logframe';
import {
  coverageOf,
  createRanker,
  type MappedAction,
  type Ranker,
  suggestionsRestOn,
  type Suggestion,
  type TurnedDown,
} from '../../domain/mapping';
import type { Action, MeasureLine } from '../../domain/reading';
import type { OnProgress } from '../ports/ports';
import type { MappedRow, Mapping } from '../requests/mapping-requests';
import type { PlanReading } from '../requests/plan-reading';
import { type KeyedAction, keyedActions } from './keyed-actions';
import { counted, grouped } from '../../domain/wording';
import { collatedMeasures } from './match-measures';
import { rankedRow } from './ranked-row';
import { openSuggestions, rowWithChoice } from './row-with-choice';

/** Rows ranked in one batch; between two batches the pane can respond. */
const ROWS_AT_ONCE = 20;
/** How far it is is told less often, since telling takes time too. */
const ROWS_BETWEEN_WORDS = 10 * ROWS_AT_ONCE;

interface Explained {
  readonly suggestions: readonly Suggestion[];
  readonly turnedDown: readonly TurnedDown[];
}

/** What was worked out before: a row that stays as it is keeps its action from reading to reading, and with it its suggestions. */
const explained = new WeakMap<Framework, { readonly ranker: Ranker; readonly rows: WeakMap<Action, Explained> }>();

export interface MapOptions {
  readonly signal: AbortSignal;
  readonly onProgress: OnProgress;
  /** See `RequestWorld.pause`. */
  readonly pause: () => Promise<void>;
}

/** Which indicators each action serves, was decided to serve, or may serve, and what that covers of the logframe. */
export async function mapPlan(reading: PlanReading, { signal, onProgress, pause }: MapOptions): Promise<Mapping> {
  const { framework, state, logframe } = reading.mapping;
  const known = explained.get(framework) ?? { ranker: createRanker(framework), rows: new WeakMap<Action, Explained>() };
  explained.set(framework, known);
  await pause();
  const { keyed } = keyedActions(reading, state);
  await pause();
  const missing = keyed.filter(({ action }) => !known.rows.has(action));
  for (let done = 0; done < missing.length; done += ROWS_AT_ONCE) {
    if (done > 0) await pause();
    signal.throwIfAborted();
    if (done % ROWS_BETWEEN_WORDS === 0) onProgress(done / missing.length, `${grouped(done)} of ${counted(missing.length, 'action')}`);
    for (const { action } of missing.slice(done, done + ROWS_AT_ONCE)) known.rows.set(action, known.ranker.explain(rankedRow(action)));
  }
  const decidedOn = decisionsByAction(state.decisions, framework);
  const measures = collatedMeasures(measuresOf(reading), framework);
  const rows = keyed.map((one) => mappedRow(one, known.rows.get(one.action), decidedOn(one.key)));
  return {
    framework,
    ...suggestionsRestOn(framework),
    rows,
    coverage: coverageOf(
      rows.map(servingOf),
      framework,
      measures.map(({ line, indicator }, at) => ({ ref: String(at), directorate: line.directorate, indicator })),
    ),
    measures,
    outdated: outdatedDecisions(state.decisions, framework),
    logframe: logframe === null ? null : logframeDifferences(framework, logframe),
  };
}

/** Measures of this workbook's tables, and those of the plan that no table here holds. */
function measuresOf({ measures, mapping }: PlanReading): MeasureLine[] {
  const keyOf = ({ directorate, text }: MeasureLine): string => `${directorate ?? ''}\n${text.trim().toLowerCase()}`;
  const here = new Set(measures.map(keyOf));
  return [...measures, ...mapping.planMeasures.filter((line) => !here.has(keyOf(line)))];
}

function mappedRow(
  { action, key, ref }: KeyedAction,
  { suggestions, turnedDown }: Explained = { suggestions: [], turnedDown: [] },
  { confirmed, rejected, servesNone }: ActionDecisions,
): MappedRow {
  const undecided = { action, key, ref, confirmed: [], written: [], rejected: [], servesNone: false, suggestions, turnedDown };
  const choice = { action, confirmed: [...confirmed], rejected: [...rejected], servesNone };
  return rowWithChoice({ ...undecided, standing: 'nothing suggested' }, choice);
}

function servingOf(row: MappedRow): MappedAction {
  return {
    ref: row.key,
    directorate: row.action.directorate,
    indicators: [
      ...row.written.map((id) => ({ id, state: 'written' as const })),
      ...row.confirmed.map((id) => ({ id, state: 'confirmed' as const })),
      ...openSuggestions(row).map(({ id }) => ({ id, state: 'suggested' as const })),
    ],
  };
}
