import { fileNotSentInWords, renamedInWords, sentTogether, setAsideInWords, type VersionsSent } from '../../domain/collation';
import { NOTHING_READ, severityCounts } from '../../domain/findings';
import type { Framework } from '../../domain/framework';
import type { CalendarDate } from '../../domain/grid';
import { ALL_PRIORITIES, changesInWords, optionalSheetsIn, sameFileInWords } from '../../domain/sheets';
import type { OnProgress, WorkbookPort } from '../ports/ports';
import {
  type CollationChoices,
  type CollationDryRun,
  type CollationSource,
  type DirectorateVersions,
  NOTHING_CHOSEN,
  type PreparedWrite,
  type SubmittedFile,
} from '../requests/collation-requests';
import { paced } from '../steps';
import { directoratesSeenIn } from '../sources/directorates-seen';
import type { SourceRead } from '../sources/read-sources';
import type { SubmissionOpener } from '../sources/submission-opener';
import type { Collated } from './collate';
import { partsNotRead } from './parts-not-read';
import { runCollation } from './run-collation';
import { sheetChangesOf } from './sheet-changes';

interface Submitted {
  readonly files: readonly SubmittedFile[];
  readonly choices?: CollationChoices;
}

interface CollationWorld {
  readonly workbook: WorkbookPort;
  readonly sourceFrom: SubmissionOpener;
  readonly framework: Framework;
  readonly now: () => { readonly date: CalendarDate };
  readonly newRunId: () => string;
  /** See `RequestWorld.pause`. */
  readonly pause: () => Promise<void>;
}

/** Reads this workbook and the files, and works out what collating them would write; nothing is written. */
export async function planCollation(
  { workbook, framework, sourceFrom, now, newRunId, pause }: CollationWorld,
  { files, choices = NOTHING_CHOSEN }: Submitted,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<CollationDryRun> {
  const plan = await workbook.readBook({ includeHidden: true, signal, onProgress: (done) => onProgress(done * 0.5, 'this workbook') });
  const { since, leaveOut, copies, copyAnswers, ...chosen } = choices;
  const { collated, prepareInSteps } = await runCollation({
    plan,
    files: files.map(sourceFrom),
    ofPlan: 'tables',
    areCopiesFound: true,
    copiesDeclined: copies.flatMap(({ file, isMerged }) => (isMerged ? [] : [file])),
    copyAnswers,
    framework,
    includeHidden: false,
    planDate: null,
    asOf: now().date,
    choices: { take: 'newest', late: { how: 'carry', forget: leaveOut }, ...chosen, ...(since === null ? {} : { since }) },
    signal,
    pause,
    onProgress: (done, file) => onProgress(0.5 + 0.5 * done, file),
  });
  const prepared = await paced(
    prepareInSteps(() => null, newRunId()),
    { pause, signal, onStep: (sheet) => onProgress(1, sheet) },
  );
  return { ...dryRunOf(collated, prepared), optionalThere: optionalSheetsIn(plan) };
}

function dryRunOf(collated: Collated, prepared: PreparedWrite): Omit<CollationDryRun, 'optionalThere'> {
  const { register, sources, setAside, options, findings } = collated;
  const directorates = directoratesSeenIn(sources, options.framework);
  const withErrors = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file, tableId }) => `${file}\n${tableId}`));
  const { counts } = prepared.figures;
  const { error: errors, warning: warnings, advice } = counts.found;
  const { versions, parts } = sentTogether(sources);
  return {
    actions: counts.actions,
    sheets: prepared.sheets.map(sheetChangesOf),
    notesKept: prepared.sheets.reduce((sum, { notesKept }) => sum + notesKept, 0),
    sources: sources.map((source) => receiptOf(source, collated)),
    copies: collated.copies,
    byDirectorate: counts.byDirectorate.map(({ name, actions }) => ({ directorate: name, actions })),
    directorates,
    unread: counts.unread,
    carried: counts.carried,
    carriedFindings: findings.filter(({ lastHeard }) => lastHeard !== undefined).length,
    versions: versions.map((sent) => directorateVersions(sent, setAside)),
    parts,
    nothingToDo: prepared.nothingToDo,
    kept: prepared.kept,
    taken: prepared.taken,
    displaced: prepared.displaced,
    obstacles: prepared.sheets.flatMap(({ obstacles }) => obstacles),
    doubts: collated.doubts,
    putRight: [
      ...collated.plan.notices,
      ...register.renamed.map((one) => ({ sheet: ALL_PRIORITIES, address: '', sentence: renamedInWords(one) })),
      ...collated.plan.findings.map(({ sheet, cell, message }) => ({
        sheet: sheet ?? ALL_PRIORITIES,
        address: cell ?? '',
        sentence: message,
      })),
    ],
    changes: prepared.changes.since === null ? null : changesInWords(prepared.changes),
    notSent: prepared.notSent.map(fileNotSentInWords),
    quarters: collated.state.snapshots.map(({ quarter }) => quarter).reverse(),
    prepared,
    remaining: { errors, warnings, advice, tablesWithErrors: withErrors.size },
  };
}

/** What was read in one workbook, what was not, and why. */
function receiptOf(source: SourceRead, { setAside, findings }: Collated): CollationSource {
  const { file, tables, actions, problem, sameAs } = source;
  const own = findings.filter((finding) => finding.file === file);
  // The receipt below lists the sheets with the reasons.
  const noTable = own.some(({ code }) => code === 'no-table') ? NOTHING_READ : null;
  const notTaken = setAside.filter((one) => one.file === file).map(setAsideInWords);
  return {
    file,
    directorates: [...new Set(actions.flatMap(({ directorate }) => directorate ?? []))],
    tables: tables.length,
    actions: actions.length,
    problem:
      problem ?? (sameAs === null ? null : sameFileInWords(sameAs)) ?? noTable ?? (notTaken.length === 0 ? null : notTaken.join(' ')),
    findings: severityCounts(own),
    notUnderstood: tables.flatMap(({ sheet, headings }) => {
      return headings
        .filter(({ key, addsTo, text }) => key === null && addsTo === undefined && text !== '')
        .map(({ text }) => ({ sheet, heading: text }));
    }),
    notRead: partsNotRead(source),
  };
}

function directorateVersions({ directorate, files, newerBy }: VersionsSent, setAside: Collated['setAside']): DirectorateVersions {
  const isOut = (name: string): boolean =>
    setAside.some((one) => one.file === name && one.directorate === directorate && one.why !== 'merged');
  return {
    directorate,
    newerBy,
    files: files.map(({ file, version, modified, actions }) => {
      const own = actions.filter((action) => action.directorate === directorate).length;
      return { file, version, modified, actions: own, counts: !isOut(file) };
    }),
  };
}
