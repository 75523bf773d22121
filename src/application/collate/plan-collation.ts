import { sentTogether, setAsideInWords, type VersionsSent } from '../../domain/collation';
import type { Severity } from '../../domain/findings';
import type { Framework } from '../../domain/framework';
import type { CalendarDate } from '../../domain/grid';
import { changesInWords, optionalSheetsIn, withTypedIndicators } from '../../domain/sheets';
import { readState } from '../../domain/state';
import type { OnProgress, WorkbookPort } from '../ports/ports';
import type {
  CollationChoices,
  CollationDryRun,
  CollationSource,
  DirectorateVersions,
  PreparedWrite,
  SheetChanges,
  SubmittedFile,
} from '../requests/collation-requests';
import { directoratesSeenIn } from '../sources/directorates-seen';
import { readSource, type SourceRead } from '../sources/read-sources';
import type { SubmissionReader } from '../sources/read-submission';
import { collate, type Collated } from './collate';
import { prepareWrite } from './prepare-write';

interface Submitted {
  readonly files: readonly SubmittedFile[];
  readonly choices?: CollationChoices;
}

interface CollationWorld {
  readonly workbook: WorkbookPort;
  readonly reader: SubmissionReader;
  readonly framework: Framework;
  readonly planDate: CalendarDate;
  readonly now: () => { readonly date: CalendarDate };
  readonly newRunId: () => string;
}

const NOTHING_CHOSEN: CollationChoices = { sheets: [], since: null, versions: [], judgements: [] };

/** Reads this workbook and the files, and works out what collating them would write; nothing is written. */
export async function planCollation(
  world: CollationWorld,
  { files, choices = NOTHING_CHOSEN }: Submitted,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<CollationDryRun> {
  const { workbook, framework, reader, planDate } = world;
  const book = await workbook.readBook({ includeHidden: true, signal, onProgress: (done) => onProgress(done * 0.5, 'this workbook') });
  const state = withTypedIndicators(readState(book), book, framework);
  const reading = { framework, includeHidden: false, ownSheets: state.written.map(({ name }) => name) };
  const own = readSource('', book, reading);
  const sent: SourceRead[] = [];
  for (const [index, file] of files.entries()) {
    signal.throwIfAborted();
    const tell = (share: number): void => onProgress(0.5 + (0.5 * (index + share)) / files.length, file.name);
    tell(0);
    sent.push(await reader.read(file, reading, { signal, onProgress: tell }));
  }
  const sources = own.tables.length > 0 || sent.length === 0 ? [own, ...sent] : sent;
  const { since, ...chosen } = choices;
  const dates = { planDate, asOf: world.now().date };
  const collated = collate(sources, state, { framework, ...dates, take: 'newest', ...chosen, ...(since === null ? {} : { since }) });
  const prepared = prepareWrite(
    collated,
    book,
    (source, address) => (source.file === '' ? { sheet: source.sheet, address } : null),
    world.newRunId(),
  );
  return { ...dryRunOf(collated, prepared), optionalThere: optionalSheetsIn(book) };
}

function dryRunOf(collated: Collated, prepared: PreparedWrite): Omit<CollationDryRun, 'optionalThere'> {
  const { register, sources, setAside, options, findings } = collated;
  const directorates = directoratesSeenIn(sources, options.framework);
  const withErrors = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file, tableId }) => `${file}\n${tableId}`));
  const named = [...directorates.seen.map((name): string | null => name), null];
  const { error: errors, warning: warnings, advice } = bySeverity(findings);
  const { versions, parts } = sentTogether(sources);
  return {
    actions: register.actions.length,
    sheets: prepared.sheets.map(sheetChangesOf),
    notesKept: prepared.sheets.reduce((sum, { notesKept }) => sum + notesKept, 0),
    sources: sources.map((source) => receiptOf(source, collated)),
    byDirectorate: named.flatMap((directorate) => {
      const actions = register.actions.filter(({ action }) => action.directorate === directorate).length;
      return actions === 0 ? [] : [{ directorate: directorate ?? 'Directorate not known', actions }];
    }),
    directorates,
    versions: versions.map((sent) => directorateVersions(sent, setAside)),
    parts,
    nothingToDo: prepared.nothingToDo,
    overwritten: prepared.sheets.flatMap(({ overwritten }) => overwritten),
    conflicts: prepared.sheets.flatMap(({ conflicts }) => conflicts),
    obstacles: prepared.sheets.flatMap(({ obstacles }) => obstacles),
    doubts: register.doubts,
    changes: prepared.changes.since === null ? null : changesInWords(prepared.changes),
    quarters: collated.state.snapshots.map(({ quarter }) => quarter).reverse(),
    prepared,
    remaining: { errors, warnings, advice, tablesWithErrors: withErrors.size },
  };
}

/** What was read in one workbook, what was not, and why. */
function receiptOf(source: SourceRead, { setAside, findings }: Collated): CollationSource {
  const { file, tables, actions, leftOut, problem } = source;
  const notTaken = setAside.filter((one) => one.file === file).map(setAsideInWords);
  return {
    file,
    directorates: [...new Set(actions.flatMap(({ directorate }) => directorate ?? []))],
    tables: tables.length,
    actions: actions.length,
    problem: problem ?? (notTaken.length === 0 ? null : notTaken.join(' ')),
    findings: bySeverity(findings.filter((finding) => finding.file === file)),
    notUnderstood: tables.flatMap(({ sheet, headings }) => {
      return headings.filter(({ key, text }) => key === null && text !== '').map(({ text }) => ({ sheet, heading: text }));
    }),
    leftOut,
  };
}

function bySeverity(findings: Collated['findings']): CollationSource['findings'] {
  const of = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return { error: of('error'), warning: of('warning'), advice: of('advice') };
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

function sheetChangesOf({ sheet, isNew, rows }: PreparedWrite['sheets'][number]): SheetChanges {
  return { sheet, isNew, added: rows.added, changed: rows.changed, gone: rows.gone, kept: rows.stillGone, unchanged: rows.unchanged };
}
