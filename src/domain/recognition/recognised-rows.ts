import { type Doubt, type Judgement, type KnownAction, partsOfRef, plainWording, refKey, shortCodesOf, NO_DIRECTORATE } from '../collation';
import { type Finding, refFinding } from '../findings';
import type { Framework } from '../framework';
import type { SheetGrid } from '../grid';
import { ALL_PRIORITIES, allPrioritiesColumns, type PlanSheetFound } from '../sheets';
import { EMPTY_STATE, type PlanState } from '../state';
import { addressOf, type Change, type DisplacedText, type WrittenSheet } from '../workbook';
import { counted } from '../wording';
import { type CopiedRow, matchRows, type RowsMatched } from './match-rows';
import type { Notice } from './notice';
import { SheetEdits } from './sheet-edits';
import { correctedKnown } from './corrected-memory';
import { columnsOn, isIssued, type PlanRowRead, planRowsOn } from './plan-rows';
import { type Counters, knownOnRow, rebuiltActions, refOnRow } from './rebuilt-actions';
import { lastRunOn, numbersOn, snapshotOn } from './rebuilt-state';

/** The rows of All priorities with the actions they are, and what the workbook remembers of them. */
export interface RecognisedRows {
  /** The sheet once the changes are made; it reads as if headings and Refs were the plan's own. */
  readonly sheet: SheetGrid;
  readonly changes: readonly Change[];
  readonly state: PlanState;
  readonly owners: ReadonlyMap<PlanRowRead, string>;
  /** Zero-based columns by key. */
  readonly columns: ReadonlyMap<string, number>;
  readonly renamedHeadings: ReadonlySet<string>;
  readonly ownRows: readonly PlanRowRead[];
  readonly isRebuilt: boolean;
  readonly notices: readonly Notice[];
  /** Texts that stood in a Ref's cell and are none, which the Ref takes the place of. */
  readonly displaced: readonly DisplacedText[];
  readonly doubts: readonly Doubt[];
  readonly findings: readonly Finding[];
}

interface Matched extends Pick<RowsMatched, 'owners' | 'doubts' | 'copied'> {
  readonly state: PlanState;
  readonly isRebuilt: boolean;
  /** Rows that the user said are their own, whatever Ref they carry. */
  readonly own: readonly PlanRowRead[];
  readonly sentences: readonly string[];
}

/** Below this many rows it cannot be told that what is remembered is of another plan. */
const FEW_ROWS = 3;

/**
 * @param priorities All priorities, with its table.
 * @param isOlder it was written by a later run than the one that is remembered.
 */
export function recognisedRows(
  priorities: PlanSheetFound,
  found: readonly PlanSheetFound[],
  remembered: PlanState,
  framework: Framework,
  judgements: readonly Judgement[],
  isOlder: boolean,
): RecognisedRows {
  const { sheet, table } = priorities;
  const planned = allPrioritiesColumns(framework);
  const last = rowsWritten(remembered);
  const area = table?.area ?? { top: 0, left: 0, bottom: 0, right: 0 };
  const totals = sheet.tables.some(({ name, hasTotals }) => hasTotals && name === table?.name) ? 1 : 0;
  const { byKey: columns, renamed } = columnsOn(sheet, area, planned, last);
  const rows = planRowsOn(sheet, { ...area, bottom: area.bottom - totals }, columns);
  const edits = new SheetEdits(sheet);
  const headingOf = new Map(planned.map(({ key, heading }) => [key, heading]));
  for (const [key, column] of renamed) edits.show(area.top, column, headingOf.get(key) ?? '');
  const renamedHeadings = new Set([...renamed.keys()].map((key) => headingOf.get(key) ?? ''));
  const refs = columns.get('ref');
  const nothing = {
    columns,
    renamedHeadings,
    notices: [],
    displaced: [],
    doubts: [],
    findings: [],
    changes: [],
    owners: new Map(),
    ownRows: [],
  };
  if (refs === undefined) return { ...nothing, sheet: edits.after, state: remembered, isRebuilt: false };
  const matched = matchedRows({ rows, found, remembered, framework, judgements, isOlder });
  const notices: Notice[] = matched.sentences.map((sentence) => ({ sheet: sheet.name, address: '', sentence }));
  const displaced: DisplacedText[] = [];
  for (const [row, ref] of matched.owners) {
    if (row.ref === ref) continue;
    edits.set(row.row, refs, ref);
    if (row.ref !== '' && refKey(row.ref) === null)
      displaced.push({
        sheet: sheet.name,
        address: addressOf(row.row, refs),
        beside: `${ref} · ${row.words.commitment ?? ''}`,
        text: row.ref,
      });
    const was = row.ref === '' ? 'has no Ref' : `says "${row.ref}"`;
    notices.push({
      sheet: sheet.name,
      address: addressOf(row.row, refs),
      sentence: `The row ${was} and is ${ref} by what it says. Its Ref is set to ${ref}.`,
    });
  }
  for (const row of [...matched.copied.map((one) => one.row), ...matched.own]) edits.show(row.row, refs, '');
  return {
    sheet: edits.after,
    changes: edits.changes,
    state: matched.state,
    owners: matched.owners,
    ownRows: rows.filter((row) => row.ref === '' && !matched.owners.has(row) && (row.words.commitment ?? '') !== ''),
    columns,
    renamedHeadings,
    isRebuilt: matched.isRebuilt,
    notices,
    displaced,
    doubts: matched.doubts,
    findings: matched.copied.map((one) => findingOn(one, sheet, refs, area)),
  };
}

function findingOn(
  { row, ref, owner }: CopiedRow,
  sheet: SheetGrid,
  column: number,
  { top, left }: { readonly top: number; readonly left: number },
): Finding {
  const place = {
    file: '',
    sheet: sheet.name,
    sheetId: sheet.id,
    tableId: `${sheet.id}!${addressOf(top, left)}`,
    row: row.row,
    cell: addressOf(row.row, column),
  };
  return refFinding(place, row.ref, { code: 'ref-in-doubt', carries: ref, instead: `row ${String(owner.row + 1)}`, given: null });
}

const rowsWritten = ({ written }: PlanState): WrittenSheet['rows'] => written.find(({ plan }) => plan === ALL_PRIORITIES)?.rows ?? {};

interface ToMatch {
  readonly rows: readonly PlanRowRead[];
  readonly found: readonly PlanSheetFound[];
  readonly remembered: PlanState;
  readonly framework: Framework;
  readonly judgements: readonly Judgement[];
  /** All priorities was written by a later run than the one that is remembered. */
  readonly isOlder: boolean;
}

function matchedRows(given: ToMatch): Matched {
  const { rows, remembered, judgements } = given;
  const last = rowsWritten(remembered);
  const known = knownBefore(remembered, given.framework);
  if (known.length === 0) return rebuilt(given, remembered, 'What this workbook remembers of the plan was not there any more.');
  const answers = [...judgements, ...remembered.rowAnswers];
  const matched = matchRows(rows, known, last, answers);
  const withRef = rows.filter(({ ref }) => known.some((one) => one.ref === ref)).length;
  if (withRef >= FEW_ROWS && matched.doubts.length > withRef / 2) {
    const { framework, corrections, journal } = remembered;
    return rebuilt(given, { ...EMPTY_STATE, framework, corrections, journal }, 'What this workbook remembers is of another plan.');
  }
  return completed(given, matched, known);
}

/** Answers are kept also once their row carries its Ref again, so that a second run has nothing to write. The later of two counts. */
function answersAfter(before: readonly Judgement[], said: readonly Judgement[]): Judgement[] {
  return [...new Map([...before, ...said].map((one) => [`${one.ref}\n${plainWording(one.is ?? '')}`, one])).values()];
}

/** The rows as they are, with rows that were issued after what is remembered. */
function completed({ rows, found, remembered, framework, isOlder }: ToMatch, matched: RowsMatched, known: readonly KnownAction[]): Matched {
  const codes = codesOf(framework);
  const refs = new Set(known.map(({ ref }) => ref));
  const owners = new Map(matched.owners);
  const corrected = correctedKnown(known, {
    owners,
    written: rowsWritten(remembered),
    heard: remembered.heard,
    framework,
    isOlder,
  });
  const adopted = matched.others.flatMap((row): KnownAction[] => {
    const ref = isIssued(row) ? refOnRow(row, codes) : null;
    if (ref === null || refs.has(ref)) return [];
    refs.add(ref);
    owners.set(row, ref);
    return [knownOnRow(row, ref, framework)];
  });
  const typed = matched.others.flatMap((row) => refOnRow(row, codes) ?? []);
  const older = adopted.length > 0 || remembered.actions.length === 0;
  const counters = highest(remembered.counters, [...refs, ...typed], older ? numbersOn(found, new Set(codes.values())) : {});
  const lastRun = remembered.lastRun ?? lastRunOn(found);
  const snapshots =
    remembered.lastRun === null && remembered.snapshots.length === 0 ? snapshotOn(owners, lastRun?.asOf ?? '') : remembered.snapshots;
  const carried = new Map(rows.map((row) => [plainWording(row.words.commitment ?? ''), row]));
  const said = matched.doubts.flatMap(({ ref, is, verdict }): Judgement[] => (verdict === null ? [] : [{ ref, is, verdict }]));
  const own = said.flatMap(({ is, verdict }) => (verdict === 'new' ? (carried.get(plainWording(is ?? '')) ?? []) : []));
  return {
    owners,
    doubts: matched.doubts,
    copied: matched.copied,
    own,
    state: {
      ...remembered,
      actions: [...corrected, ...adopted],
      counters,
      lastRun,
      snapshots,
      rowAnswers: answersAfter(remembered.rowAnswers, said),
    },
    isRebuilt: false,
    sentences:
      adopted.length === 0
        ? []
        : [
            `What this workbook remembers is older than its sheets: ${counted(adopted.length, 'row')} of it ${adopted.length === 1 ? 'is' : 'are'} known from All priorities alone.`,
          ],
  };
}

function rebuilt({ rows, found, framework, judgements }: ToMatch, state: PlanState, why: string): Matched {
  const codes = codesOf(framework);
  const counters = highest(state.counters, [], numbersOn(found, new Set(codes.values())));
  const { actions, owners, doubts, copied, counters: issued } = rebuiltActions(rows, framework, counters, judgements);
  const lastRun = state.lastRun ?? lastRunOn(found);
  const snapshots = state.snapshots.length > 0 ? state.snapshots : snapshotOn(owners, lastRun?.asOf ?? '');
  const sentence = `${why} It is made anew from All priorities, where ${counted(actions.length, 'action')} ${actions.length === 1 ? 'is' : 'are'} known by Ref and wording. A cell that differs from what is sent now counts as typed.`;
  return {
    owners,
    doubts,
    copied,
    own: [],
    state: { ...state, actions, counters: issued, lastRun, snapshots },
    isRebuilt: actions.length > 0,
    sentences: actions.length === 0 ? [] : [sentence],
  };
}

/** The actions of the last run; one that is missing among them and was written on All priorities is known from there. */
function knownBefore(state: PlanState, framework: Framework): KnownAction[] {
  const refs = new Set(state.actions.map(({ ref }) => ref));
  const written = Object.entries(rowsWritten(state)).flatMap(([ref, words]): KnownAction[] => {
    return refs.has(ref) || partsOfRef(ref) === null || (words.commitment ?? '') === ''
      ? []
      : [knownOnRow({ row: -1, ref, words }, ref, framework)];
  });
  return [...state.actions, ...written];
}

function codesOf(framework: Framework): ReadonlyMap<string, string> {
  return new Map([...shortCodesOf(framework), NO_DIRECTORATE].map((code) => [code.toUpperCase(), code]));
}

/** The counters, raised to the numbers that are in use; the same object where none is above them. */
function highest(counters: Counters, refs: readonly string[], more: Counters): Counters {
  const before = new Map(Object.entries(counters));
  const raised = new Map<string, number>();
  const raise = (code: string, number: number): void => {
    if (number > (raised.get(code) ?? before.get(code) ?? 0)) raised.set(code, number);
  };
  for (const ref of refs) {
    const parts = partsOfRef(ref);
    if (parts !== null) raise(parts.code, parts.number);
  }
  for (const [code, number] of Object.entries(more)) raise(code, number);
  return raised.size === 0 ? counters : { ...counters, ...Object.fromEntries(raised) };
}
