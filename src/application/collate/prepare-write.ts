import { type CopiedText, lastMerged, ownCellsOf } from '../../domain/copies';
import {
  datesAfter,
  type FileNotSent,
  filesNotSent,
  heardAfter,
  knownActions,
  type PlanChanges,
  renewSnapshot,
} from '../../domain/collation';
import type { CheckedCost } from '../../domain/finance';
import type { PlanFigures } from '../../domain/figures';
import { type BookGrid, type CalendarDate, isoDate, parseIsoDate } from '../../domain/grid';
import {
  type Change,
  type DisplacedText,
  type Edit,
  reconcile,
  settledBy,
  type Obstacle,
  type SheetOutcome,
  type SheetPlan,
  withHashesLeft,
  type WrittenSheet,
} from '../../domain/workbook';
import { isStateSheet, journalChanges, journalClosing, type PlanState, stateChanges, withStateSheet } from '../../domain/state';
import {
  CHANGES_SHEET,
  hasMilestonesIn,
  KEPT_TEXTS,
  keptInPlan,
  keptTexts,
  type OptionalSheet,
  planSheets,
  type PlanSubject,
  SOURCES_SHEET,
} from '../../domain/sheets';
import type { PreparedWrite } from '../requests/collation-requests';
import type { Collated } from './collate';
import { checkedCostsInSteps } from '../finance/checked-costs';
import { figuresOf } from './figures-of';
import { type CollatedProgress, progressOf } from './progress-of';
import type { Steps } from '../../domain/steps';
import { sourceAccounts } from './source-accounts';

/**
 * @param book the workbook as it is now, its `_plan` included, and as it is recognised: what is put right about it is written first.
 * @param linkTo see `PlanSubject.linkTo`.
 * @param runId names the run in the journal; unique in the workbook.
 */
export function* prepareWrite(collated: Collated, book: BookGrid, linkTo: PlanSubject['linkTo'], runId: string): Steps<PreparedWrite> {
  yield 'Figures';
  const { lastRun } = collated.state;
  const progress = progressOf(collated, book);
  const lastStamp = parseIsoDate(lastRun?.asOf ?? '');
  const { changes } = progress;
  yield '';
  const figures = figuresOf(collated, progress);
  yield 'Costs';
  const finance = yield* checkedCostsInSteps(collated, progress);
  const notSent = notSentOf(collated, changes);
  if (lastRun !== null && lastStamp !== null) {
    // First with the last run's date under the titles: when only the date would differ, nothing is to be written.
    const sheets = yield* outcomesWithoutChange({ collated, progress, figures, finance, book, linkTo, stamp: lastStamp });
    if (sheets !== null) {
      const { ownCells } = collated.state;
      const state = withRememberedIds(stateAfter({ collated, progress, sheets, lastRun, ownCells }), collated.state);
      const left = yield* workFor(collated, book, sheets, state);
      if (left.length === 0) return { runId, ...told(sheets, collated), changes, notSent, figures, nothingToDo: true, stages: [] };
    }
  }
  const sheets = yield* allOutcomes({ collated, progress, figures, finance, book, linkTo, stamp: collated.options.asOf });
  yield 'What this workbook remembers';
  const run = { id: runId, asOf: isoDate(collated.options.asOf), framework: collated.options.framework.version };
  const ownCells = ownCellsOf({ ...collated.plan, state: collated.state, book }, collated.options.framework);
  const work = yield* workFor(collated, book, sheets, stateAfter({ collated, progress, sheets, lastRun: run, ownCells }));
  yield '';
  const opening = journalChanges(book, { runId, state: 'open', undo: undoing(work) });
  return { runId, ...told(sheets, collated), changes, notSent, figures, nothingToDo: false, stages: [opening, work, [journalClosing()]] };
}

/** Where nothing is sent anew, no file is missed; merging a copy leaves what the last run told of. */
function notSentOf({ options, state, sources, isMergeAlone }: Collated, changes: PlanChanges): FileNotSent[] {
  if (isMergeAlone) {
    const heard = state.heard.filter(({ standing }) => standing === 'sent').map(({ of }) => of.file);
    return filesNotSent(changes, state.heard, heard);
  }
  if (options.late?.how === 'as last collated') return [];
  const others = (options.notRead ?? []).map(({ file }) => file);
  return filesNotSent(changes, state.heard, [...sources.map(({ file }) => file), ...others]);
}

/** The sheets, what is to be told of cells that were typed over, and what must be said first. */
function told(
  sheets: readonly SheetOutcome[],
  { register, options, doubts, plan: recognised }: Collated,
): Pick<PreparedWrite, 'sheets' | 'kept' | 'taken' | 'displaced' | 'questions'> {
  const plan = { framework: options.framework, register };
  return {
    sheets,
    kept: sheets.flatMap(({ kept }) => keptInPlan(kept, plan)),
    taken: sheets.flatMap(({ taken }) => keptInPlan(taken, plan)),
    displaced: [...recognised.displaced, ...sheets.flatMap(({ displaced }) => displaced)],
    questions: doubts.filter(({ mustBeAnswered }) => mustBeAnswered),
  };
}

interface Planning {
  readonly collated: Collated;
  readonly progress: CollatedProgress;
  readonly figures: PlanFigures;
  readonly finance: readonly CheckedCost[];
  readonly book: BookGrid;
  readonly linkTo: PlanSubject['linkTo'];
  readonly stamp: CalendarDate;
}

/** What comes of a sheet, and its place among the tabs, counted from 0. */
interface TabOutcome {
  readonly tab: number;
  readonly outcome: SheetOutcome;
}

const inTabOrder = (tabs: TabOutcome[]): SheetOutcome[] => tabs.sort((a, b) => a.tab - b.tab).map(({ outcome }) => outcome);

/** All sheets, a step for each. */
function* allOutcomes(planning: Planning): Steps<SheetOutcome[]> {
  const tabs: TabOutcome[] = [];
  for (const tab of outcomes(planning)) {
    tabs.push(tab);
    yield tab.outcome.sheet;
  }
  return inTabOrder(tabs);
}

/** All sheets, where nothing differs on any of them; null at the first that differs. */
function* outcomesWithoutChange(planning: Planning): Steps<SheetOutcome[] | null> {
  if (planning.collated.plan.changes.length > 0) return null;
  const tabs: TabOutcome[] = [];
  for (const tab of outcomes(planning)) {
    if (tab.outcome.changes.length > 0) return null;
    tabs.push(tab);
    yield tab.outcome.sheet;
  }
  return inTabOrder(tabs);
}

/** One sheet after the other as they are asked for, Changes after those that it tells of. */
function* outcomes({ collated, progress, figures, finance, book, linkTo, stamp }: Planning): Generator<TabOutcome, void> {
  const { register, lines, sources, findings, options, state } = collated;
  const dates = { planDate: options.planDate, asOf: options.asOf, stamp };
  const { framework } = options;
  const settled = settledBy(options.settled ?? []);
  const subject: PlanSubject = {
    framework,
    register,
    lines,
    findings,
    sources: sourceAccounts(sources, options.notRead),
    linkTo,
    dates,
    progress,
    figures,
    finance,
    kept: [],
    fromCopies: lastMerged(state.fromCopies),
    notSent: notSentOf(collated, progress.changes),
  };
  const outcomeOf = (plan: SheetPlan): SheetOutcome =>
    withUnfit(reconcile(plan, book, state.written.find((written) => written.plan === plan.name) ?? null, settled), collated.plan.obstacles);
  const sheets = planSheets(
    [...(options.sheets ?? []), ...sheetsForVerdicts(finance), ...sheetsForMilestones(register)],
    book,
    state.written,
  )
    .map((sheet, tab) => ({ ...sheet, tab }))
    .filter(({ name }) => !isLeftAsRead(collated, name));
  const done: TabOutcome[] = [];
  const withKept = (): PlanSubject => ({ ...subject, kept: done.flatMap(({ outcome }) => keptInPlan(outcome.kept, subject)) });
  // Changes tells what is kept on the other sheets.
  const isLast = ({ name }: { readonly name: string }): boolean => name === CHANGES_SHEET;
  for (const sheet of [...sheets.filter((one) => !isLast(one)), ...sheets.filter(isLast)]) {
    const tab: TabOutcome = { tab: sheet.tab, outcome: outcomeOf(sheet.plan(isLast(sheet) ? withKept() : subject)) };
    done.push(tab);
    yield tab;
  }
  const displaced = [
    ...collated.plan.displaced,
    ...inTabOrder(done).flatMap((outcome) => outcome.displaced),
    ...collated.copies.flatMap(({ texts }) => texts.filter(isPutAside).map(asDisplaced)),
  ];
  if (displaced.length > 0) yield { tab: sheets.length, outcome: outcomeOf(keptTexts(displaced, dates)) };
}

/** Once finance has said something, its review is written unasked. Rule: docs/rules.md#finance-open. */
function sheetsForVerdicts(finance: readonly CheckedCost[]): OptionalSheet[] {
  return finance.some(({ known }) => known !== null) ? ['finance-review'] : [];
}

/** Once an action was sent with milestones, they are written unasked. Rule: docs/rules.md#milestones. */
function sheetsForMilestones({ actions }: Collated['register']): OptionalSheet[] {
  return hasMilestonesIn(actions) ? ['milestones'] : [];
}

/** Merging a copy reads no submission, so the list of what was read stays that of the last run. */
function isLeftAsRead({ isMergeAlone, state }: Collated, plan: string): boolean {
  return isMergeAlone && plan === SOURCES_SHEET && state.written.some((one) => one.plan === plan);
}

function isPutAside({ isNew, how }: CopiedText): boolean {
  return isNew && (how === 'conflict' || how === 'set aside');
}

/** A text of a copy as the sheet of kept texts has it, with where it stands in the copy. */
function asDisplaced({ copy, sheet, address, beside, heading, theirs }: CopiedText): DisplacedText {
  return { sheet: `${sheet} in ${copy}`, address, beside: [beside, heading].filter((part) => part !== '').join(' · '), text: theirs };
}

/** A table that cannot be made an Excel table again stops the write of its sheet. */
function withUnfit(outcome: SheetOutcome, obstacles: readonly Obstacle[]): SheetOutcome {
  const unfit = obstacles.filter(({ sheet }) => sheet === outcome.sheet);
  return unfit.length === 0 ? outcome : { ...outcome, obstacles: [...unfit, ...outcome.obstacles] };
}

function* workFor({ plan }: Collated, book: BookGrid, sheets: readonly SheetOutcome[], state: PlanState): Steps<Change[]> {
  const remembered = yield* stateChanges(withStateSheet(book), state);
  return [...plan.changes, ...sheets.flatMap(({ changes }) => changes), ...remembered];
}

interface FinishedRun {
  readonly collated: Collated;
  readonly progress: CollatedProgress;
  readonly sheets: readonly SheetOutcome[];
  readonly lastRun: NonNullable<PlanState['lastRun']>;
  readonly ownCells: PlanState['ownCells'];
}

function stateAfter({ collated, progress, sheets, lastRun, ownCells }: FinishedRun): PlanState {
  const { register, lines, taken, options, state, decisions, unnumbered, verdicts } = collated;
  const { quarter, position, sinceLastRun } = progress;
  const left = state.written.filter(({ plan }) => isLeftAsRead(collated, plan));
  return {
    ...state,
    lastRun,
    ownCells,
    counters: register.counters,
    actions: knownActions(register, options.framework),
    decisions,
    unnumbered,
    verdicts: verdicts.known,
    dates: datesAfter(state.dates, state.snapshots, { position, asOf: lastRun.asOf }),
    snapshots: renewSnapshot(state.snapshots, { quarter, asOf: lastRun.asOf, position, hasLines: true }),
    changes: sinceLastRun,
    // Nothing was sent, and nobody was asked to: what was heard stands as it was heard.
    heard: collated.isMergeAlone ? state.heard : heardAfter(state.heard, { sources: taken, register, lines, quarter }),
    // The sheet of kept texts is found by its table, and what is on it is the user's.
    written: withLeft(
      sheets.map(({ written }) => written).filter(({ plan }) => plan !== KEPT_TEXTS),
      left,
      state.written,
    ),
  };
}

/** Sheets that were left out stay in their places among those remembered, so that leaving them out changes no record. */
function withLeft(written: readonly WrittenSheet[], left: readonly WrittenSheet[], before: readonly WrittenSheet[]): WrittenSheet[] {
  const now = new Map([...left, ...written].map((one) => [one.plan, one]));
  const plans = new Set([...(left.length === 0 ? [] : before.map(({ plan }) => plan)), ...now.keys()]);
  return [...plans].flatMap((plan) => now.get(plan) ?? []);
}

/** A sheet's id is known only after the run that made it; it is not a change that needs another run. */
function withRememberedIds(state: PlanState, before: PlanState): PlanState {
  const idOf = new Map(before.written.map(({ plan, id }) => [plan, id]));
  return { ...state, written: state.written.map((one) => ({ ...one, id: idOf.get(one.plan) ?? one.id })) };
}

/** The undos in the order to replay them. A sheet made in this run is removed, so what was done on it needs no undo. */
function undoing(work: readonly Change[]): Edit[] {
  const made = new Set(work.flatMap(({ edit }) => (edit.type === 'add sheet' ? [edit.sheet] : [])));
  return [...work].reverse().flatMap(({ edit, undo }) => {
    if (undo === null || (made.has(edit.sheet) && edit.type !== 'add sheet')) return [];
    // What this program remembers is changed by decisions and corrections too, without a run.
    return [isStateSheet(edit.sheet) ? undo : withHashesLeft(undo, edit)];
  });
}
