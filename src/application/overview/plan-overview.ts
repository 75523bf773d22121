import { type Severity, SEVERITIES, severityLabel } from '../../domain/findings';
import type { Framework } from '../../domain/framework';
import type { BookGrid, SheetGrid } from '../../domain/grid';
import type { Action } from '../../domain/reading';
import type { RecognisedPlan } from '../../domain/recognition';
import { FINDINGS_SHEET, PART_LEFT_OUT, SOURCES_SHEET } from '../../domain/sheets';
import type { PlanState } from '../../domain/state';
import { DIRECTORATE_NOT_KNOWN, directorateWords, longDateOfIso } from '../../domain/wording';
import { startOfRun } from '../collate/restore';
import { planRows } from '../finance/review-costs';
import type { LateDirectorate, ListedFinding, PlanOverview } from '../requests/plan-overview';
import { mappingSourceOf } from '../sources/mapping-source';
import { recognisedPlan } from '../sources/recognised-plan';
import { listedRows, notesIn } from './listed-rows';

/** By the first sheet; a sheet that has not changed is the same object from one reading of the workbook to the next. */
const overviews = new WeakMap<SheetGrid, { readonly plan: RecognisedPlan; readonly overview: PlanOverview | null }>();

/** What the plan in a workbook says of itself; null where there is none. It is worked out anew only when the workbook has changed. */
export function planOverview(book: BookGrid, framework: Framework): PlanOverview | null {
  const plan = recognisedPlan(book, framework);
  const [first] = book.sheets;
  const before = first === undefined ? undefined : overviews.get(first);
  if (before?.plan === plan) return before.overview;
  const overview = plan.priorities === null ? null : overviewOf(book, plan, framework);
  if (first !== undefined) overviews.set(first, { plan, overview });
  return overview;
}

function overviewOf(book: BookGrid, plan: RecognisedPlan, framework: Framework): PlanOverview {
  const { state } = plan;
  const { planRows: actions } = mappingSourceOf(book, framework);
  const costs = planRows('', book, framework);
  const sources = listedRows(plan, SOURCES_SHEET, framework);
  return {
    collated: collatedWords(state),
    actions: actions.length,
    notes: notesIn(plan, framework),
    findings: listedRows(plan, FINDINGS_SHEET, framework).flatMap(findingOf),
    partsNotRead: sources.filter(({ words }) => words('line') === PART_LEFT_OUT).map(({ sheetId, row }) => ({ sheetId, row })),
    late: lateDirectorates(state, actions),
    notSent: notSent(state, actions, framework),
    directorates: framework.directorates.length,
    finance: {
      contradicted: costs.filter(({ contradictions }) => contradictions.length > 0).length,
      withoutVerdict: costs.filter(({ verdict }) => verdict?.settled !== true).length,
    },
  };
}

function collatedWords({ lastRun }: PlanState): string | null {
  return lastRun === null ? null : (startOfRun(lastRun.id) ?? longDateOfIso(lastRun.asOf));
}

const SEVERITY_BY_LABEL: ReadonlyMap<string, Severity> = new Map(SEVERITIES.map((severity) => [severityLabel(severity, 1), severity]));

/** A row that is marked as no longer found is no finding. */
function findingOf({ sheetId, row, words }: ReturnType<typeof listedRows>[number]): ListedFinding[] {
  const severity = SEVERITY_BY_LABEL.get(words('severity'));
  if (severity === undefined) return [];
  const rowNumber = Number(words('row'));
  return [
    {
      severity,
      file: words('file'),
      sheet: words('sheet'),
      row: rowNumber > 0 ? rowNumber : null,
      heading: words('heading'),
      quote: words('quote'),
      message: words('message'),
      repair: words('repair'),
      listedAt: { sheetId, row },
    },
  ];
}

/** Of an action the plan's own row says whose it is; of a measure or an activity the table in which it was sent. */
function ownersBy(actions: readonly Action[]): (row: PlanState['heard'][number]) => string {
  const ofRef = new Map(actions.map((action) => [action.theirRef ?? '', directorateWords(action)]));
  return ({ ref, of }) => ofRef.get(ref) ?? of.table.directorate ?? DIRECTORATE_NOT_KNOWN;
}

/** In the order in which the plan has them. Rule: docs/rules.md#carried-forward. */
function lateDirectorates(state: PlanState, actions: readonly Action[]): LateDirectorate[] {
  const ownerOf = ownersBy(actions);
  const newest = new Map<string, string>();
  for (const row of state.heard) {
    if (row.standing !== 'carried') continue;
    const directorate = ownerOf(row);
    const before = newest.get(directorate) ?? '';
    if (row.quarter > before) newest.set(directorate, row.quarter);
  }
  return [...newest].map(([directorate, lastHeard]) => ({ directorate, lastHeard }));
}

function notSent(state: PlanState, actions: readonly Action[], { directorates }: Framework): string[] {
  const ownerOf = ownersBy(actions);
  const heard = new Set([...actions.map(directorateWords), ...state.heard.filter(({ standing }) => standing !== 'gone').map(ownerOf)]);
  return directorates.map(({ name }) => name).filter((name) => !heard.has(name));
}
