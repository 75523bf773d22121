import type { Framework } from '../../domain/framework';
import type { CopyAnswer } from '../../domain/copies';
import { type BookGrid, type CalendarDate, isoDate } from '../../domain/grid';
import { recognisePlanInSteps, withNamesOfRenamed, withRowsOfNewActions } from '../../domain/recognition';
import { type PlanSubject, typedFields, verdictsOnSheet, withHeardOnSheets, withTypedIndicators } from '../../domain/sheets';
import { settledBy } from '../../domain/workbook';
import { inNameOrder } from '../../domain/wording';
import { planDateOf } from '../framework/plan-date-of';
import { withPrintedIndicators } from '../framework/printed-indicators';
import type { OnProgress } from '../ports/ports';
import type { PreparedWrite } from '../requests/collation-requests';
import { demandKnownFormat } from '../sources/known-format';
import { openBooks, type OpenedSource, openSources, type SourceToOpen } from '../sources/open-sources';
import { type ReadingOptions, readInSteps, readOrListed, type SourceRead } from '../sources/read-sources';
import { withoutFaultyInSteps } from '../sources/without-faulty';
import { finished, type Steps } from '../../domain/steps';
import { paced } from '../steps';
import { collate, type Collated, type CollateOptions } from './collate';
import { mergedCopies } from './merged-copies';
import { withVerdictsTaken } from './place-verdicts';
import { prepareWrite } from './prepare-write';
import { sentVerdicts } from './sent-verdicts';
import type { VerdictsFound } from './verdicts-of';

export interface RunInput {
  /** The workbook that the plan is in or goes to, as it is now, `_plan` included; an empty one for a new plan. */
  readonly plan: BookGrid;
  readonly files: readonly SourceToOpen[];
  /** Copies of the plan in which colleagues typed, to be merged into it. Rule: docs/rules.md#copies. */
  readonly copies?: readonly SourceToOpen[];
  /** A copy of the plan among the files is merged, and read as nothing else. */
  readonly areCopiesFound?: boolean;
  /** Names of copies that are not to be merged after all. */
  readonly copiesDeclined?: readonly string[];
  /** What the user said of texts of a copy that differ from the plan's. */
  readonly copyAnswers?: readonly CopyAnswer[];
  /** What of the plan's own workbook is collated beside the files: nothing, or the directorates' tables on its sheets. */
  readonly ofPlan: 'nothing' | 'tables';
  /** The framework in force; see `frameworkWith`. */
  readonly framework: Framework;
  /** The framework to be kept with the plan from now on, as JSON; what the plan has stays where it is null or not given. */
  readonly keepFramework?: string | null;
  readonly includeHidden: boolean;
  /** The framework's own plan date when null. */
  readonly planDate: CalendarDate | null;
  readonly asOf: CalendarDate;
  readonly choices: RunChoices;
  readonly signal?: AbortSignal;
  /** See `Pace.pause`; without it all is worked out in one go once the files are opened. */
  readonly pause?: () => Promise<void>;
  /** Called with the share of the files opened, 0 to 1, and the file that is being opened; with 1 and the step once all are. */
  readonly onProgress?: OnProgress;
}

export type RunChoices = Omit<CollateOptions, 'framework' | 'planDate' | 'asOf'>;

export interface CollationRun {
  readonly collated: Collated;
  /** The plan's workbook as it is recognised. */
  readonly book: BookGrid;
  /**
   * What writing it into the plan's workbook would do.
   * @param linkTo see `PlanSubject.linkTo`.
   * @param runId names the run in the journal; unique in the workbook.
   */
  prepare(linkTo: PlanSubject['linkTo'], runId: string): PreparedWrite;
  /** The same, a step for each sheet. */
  prepareInSteps(linkTo: PlanSubject['linkTo'], runId: string): Steps<PreparedWrite>;
}

/**
 * One collation from the workbooks to the plan, the same for the command line, the pane and its documents: the files are opened, a framework
 * without indicators takes those that a workbook prints, the tables are read under it, and what was read is merged with what the workbook
 * remembers and what the collator typed into its Indicators column. Nothing is written.
 */
export async function runCollation(input: RunInput): Promise<CollationRun> {
  demandKnownFormat(input.plan);
  // Nothing may depend on the order in which files were given or a folder lists them.
  const files = [...input.files].sort((a, b) => inNameOrder(a.file, b.file));
  const copies = [...(input.copies ?? [])].sort((a, b) => inNameOrder(a.file, b.file));
  const opened = await openSources(files, input);
  const copiesOpened = await openSources(copies, { signal: input.signal });
  const steps = collationSteps(input, { opened, copiesOpened });
  return input.pause === undefined
    ? finished(steps)
    : paced(steps, { pause: input.pause, signal: input.signal, onStep: (what) => input.onProgress?.(1, what) });
}

interface Opened {
  readonly opened: readonly OpenedSource[];
  readonly copiesOpened: readonly OpenedSource[];
}

/** What follows once all is opened, in steps. */
function* collationSteps(input: RunInput, { opened, copiesOpened }: Opened): Steps<CollationRun> {
  const { plan, asOf, choices } = input;
  yield 'This workbook';
  const framework = withPrintedIndicators(input.framework, [plan, ...openBooks(opened)]);
  const reading = { framework, includeHidden: input.includeHidden };
  const merged = mergedCopies(
    yield* recognisePlanInSteps(plan, framework, choices.judgements),
    { copies: copiesOpened, files: opened, areCopiesFound: input.areCopiesFound === true },
    { framework, asOf: isoDate(asOf), answers: input.copyAnswers ?? [], declined: input.copiesDeclined ?? [] },
  );
  const recognised = merged.plan;
  const sent = yield* readInSteps(merged.files, reading);
  const sources = yield* withOwnTables({ ...input, plan: recognised.book }, sent, reading);
  yield 'Collating';
  const isMergeAlone = merged.copies.length > 0 && merged.files.length === 0 && sources.every(({ tables }) => tables.length === 0);
  const settled = settledBy(choices.settled ?? []);
  const heard = withHeardOnSheets(recognised.state, recognised.book, framework);
  const remembered = withTypedIndicators(heard, recognised.book, framework, settled);
  const state = { ...remembered, framework: input.keepFramework ?? remembered.framework };
  const planDate = input.planDate ?? planDateOf(framework);
  const typed = typedFields(recognised.book, { framework, planDate, written: state.written, settled });
  const bookOf = new Map([
    ['', recognised.book],
    ...merged.files.flatMap(({ file, book: sent }) => (sent === null ? [] : [[file, sent] as const])),
  ]);
  const inPlan = verdictsOnSheet(recognised.book);
  const verdictsIn = (some: readonly SourceRead[]): VerdictsFound => ({
    inPlan,
    sent: sentVerdicts(some, (file) => bookOf.get(file), framework),
  });
  const collateSome = (some: readonly SourceRead[]): Steps<Collated> =>
    collate(some, state, { ...choices, ...lateIn(choices, isMergeAlone), framework, planDate, asOf }, typed, recognised, verdictsIn(some));
  const { made: found } = yield* withoutFaultyInSteps(sources, collateSome);
  yield 'The plan';
  const named = withNamesOfRenamed({ ...recognised, state: found.state }, found.register.renamed, state.actions);
  const withNewRows = withRowsOfNewActions(named, found.register.actions);
  const { book, ...withNew } = withVerdictsTaken(withNewRows, found.verdicts.taken);
  const collated = { ...found, state: withNew.state, plan: withNew, copies: merged.copies, isMergeAlone };
  const prepareInSteps: CollationRun['prepareInSteps'] = (linkTo, runId) => prepareWrite(collated, book, linkTo, runId);
  return { collated, book, prepareInSteps, prepare: (linkTo, runId) => finished(prepareInSteps(linkTo, runId)) };
}

/** Where nothing is sent and copies are merged, nobody is late. */
function lateIn({ late }: RunChoices, isMergeAlone: boolean): Pick<RunChoices, 'late'> {
  return isMergeAlone ? { late: { how: 'as last collated', forget: late?.forget ?? [] } } : {};
}

/** The plan's own workbook comes first. Without tables it is a source only where there is no other, so that a run always has a source. */
function* withOwnTables({ plan, ofPlan }: RunInput, sent: readonly SourceRead[], reading: ReadingOptions): Steps<readonly SourceRead[]> {
  if (ofPlan === 'nothing') return sent;
  const own = yield* readOrListed('', plan, reading);
  return own.tables.length > 0 || own.problem !== null || sent.length === 0 ? [own, ...sent] : sent;
}
