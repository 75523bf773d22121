import type { Decision } from '../collation';
import type { Framework } from '../framework';
import type { BookGrid, SheetGrid } from '../grid';
import { recognisePlan, type RecognisedPlan } from '../recognition';
import { ALL_PRIORITIES, KEPT_TEXTS, type PlanSheetFound, planSheetsIn, sheetsWrittenIn } from '../sheets';
import { wordsOfCell } from '../workbook';
import { counted, listed } from '../wording';
import { type CopiedText, type CopyAnswer, rememberedTexts, textKey } from './copied-text';
import { CopyMerge, withBefores } from './copy-merge';
import { type PairedRow, pairedActions, pairedLines, refsInPlan } from './paired-rows';
import { PlanTableEdits } from './plan-table-edits';
import { keptTextsOf } from './kept-texts-of';
import { type TableSide, tableSideOf } from './table-side';
import { mergeElsewhere } from './texts-elsewhere';

/** A workbook that may be a copy of the plan. */
export interface CopyRead {
  readonly file: string;
  readonly book: BookGrid;
}

/** What one copy brought. */
export interface CopyMerged {
  readonly file: string;
  /** Why nothing of it was merged, in a sentence; null when it was. */
  readonly problem: string | null;
  readonly texts: readonly CopiedText[];
  /** It is a copy of the plan, and the user does not want it merged. */
  readonly isDeclined: boolean;
  /** What else is to be known of it; each a sentence. */
  readonly notices: readonly string[];
}

export interface PlanMerged {
  readonly plan: RecognisedPlan;
  /** In the order of the copies. */
  readonly copies: readonly CopyMerged[];
}

export interface MergeOptions {
  readonly framework: Framework;
  /** ISO date of the run. */
  readonly asOf: string;
  readonly answers: readonly CopyAnswer[];
  /** Names of copies that are not to be merged. */
  readonly declined: readonly string[];
}

/**
 * Merges copies of the plan into it, one after the other: everything that colleagues typed in them counts from then on as typed in the plan.
 * Rows are known by Ref and wording. The copies themselves are only read.
 * Rule: docs/rules.md#copies.
 */
export function mergeCopies(plan: RecognisedPlan, copies: readonly CopyRead[], options: MergeOptions): PlanMerged {
  const merged: CopyMerged[] = [];
  let into = plan;
  for (const copy of copies) {
    const theirs = recognisePlan(copy.book, options.framework);
    const refs = refsInPlan(theirs, into);
    const problem = whyNoCopy(copy.file, theirs, into, refs);
    const isDeclined = problem === null && options.declined.includes(copy.file);
    if (problem !== null || isDeclined) {
      merged.push({ file: copy.file, problem, isDeclined, texts: [], notices: [] });
      continue;
    }
    const one = mergeOne(into, { file: copy.file, theirs, refs }, options);
    into = one.plan;
    merged.push(one.merged);
  }
  return { plan: into, copies: merged };
}

function whyNoCopy(file: string, theirs: RecognisedPlan, plan: RecognisedPlan, refs: ReadonlyMap<string, string>): string | null {
  const name = `“${file}”`;
  if (plan.priorities === null) return `${name} cannot be merged: there is no plan yet that it could be a copy of.`;
  if (theirs.priorities === null) return `${name} is not a plan of this program, so there is nothing in it to merge.`;
  const actions = theirs.priorities.owners.size;
  if (refs.size > 0 && refs.size * 2 >= actions) return null;
  return `${name} is a plan, but not a copy of this one: ${counted(refs.size, 'action')} of its ${String(actions)} ${refs.size === 1 ? 'is' : 'are'} in this plan with the same Ref and words. Nothing of it was merged.`;
}

interface CopyFound {
  readonly file: string;
  readonly theirs: RecognisedPlan;
  /** See `refsInPlan`. */
  readonly refs: ReadonlyMap<string, string>;
}

function mergeOne(
  plan: RecognisedPlan,
  { file, theirs, refs }: CopyFound,
  { framework, asOf, answers }: MergeOptions,
): { readonly plan: RecognisedPlan; readonly merged: CopyMerged } {
  const remembered = new Map(plan.state.fromCopies.map((one) => [textKey(one), one]));
  const merge = new CopyMerge({ copy: file, asOf, answers, remembered });
  const ourSheets = new Map(planSheetsIn(plan.book).map((one) => [one.plan, one]));
  const after = new Map<SheetGrid, PlanTableEdits>();
  for (const found of planSheetsIn(theirs.book)) {
    const ours = ourSheets.get(found.plan) ?? null;
    const edits = editsOf(ours, plan, framework);
    const side = tableSideOf(found, theirs, framework);
    const rows = side === null ? [] : rowsOf(side, { edits, theirs, plan, refs });
    if (found.plan === KEPT_TEXTS) {
      if (side !== null) keptTextsOf(side, edits, merge);
      continue;
    }
    if (side !== null) merge.table(side, edits, rows);
    const isInOrder = found.plan !== ALL_PRIORITIES || inSameOrder(rows);
    const [last, lastOfOurs] = [theirs, plan].map(({ state }) => state.written.find((one) => one.plan === found.plan) ?? null);
    const sheets = { theirs: found, last: last ?? null, isForgotten: theirs.isRebuilt, ours, lastOfOurs: lastOfOurs ?? null };
    mergeElsewhere({ ...sheets, edits, rows: isInOrder ? rows : [] }, merge);
    if (edits !== null) after.set(edits.side.sheet, edits);
  }
  const decisions = decisionsOf(theirs.state.decisions, plan.state.decisions, refs, merge);
  return {
    plan: withEdits(plan, after, merge, decisions),
    merged: { file, problem: null, isDeclined: false, texts: merge.texts, notices: noticesOf(theirs.book, plan.book, merge) },
  };
}

function editsOf(ours: PlanSheetFound | null, plan: RecognisedPlan, framework: Framework): PlanTableEdits | null {
  const side = ours === null ? null : tableSideOf(ours, plan, framework);
  return side === null ? null : new PlanTableEdits(side, ours?.table?.name ?? '');
}

interface RowsToPair {
  readonly edits: PlanTableEdits | null;
  readonly theirs: RecognisedPlan;
  readonly plan: RecognisedPlan;
  readonly refs: ReadonlyMap<string, string>;
}

function rowsOf(side: TableSide, { edits, theirs, plan, refs }: RowsToPair): PairedRow[] {
  if (side.plan !== ALL_PRIORITIES) return pairedLines(side, edits?.side ?? null);
  return edits === null ? [] : pairedActions(side, edits.side, { copy: theirs, plan }, refs);
}

/** Sorting a table leaves what stands beside it where it is, so that it is no longer beside its row. */
function inSameOrder(rows: readonly PairedRow[]): boolean {
  const ours = rows.flatMap((row) => row.ours ?? []);
  return ours.every((row, index) => index === 0 || row > (ours[index - 1] ?? -1));
}

/** Decisions on indicators that were made in the copy, under the plan's Refs. */
function decisionsOf(
  theirs: readonly Decision[],
  ours: readonly Decision[],
  refs: ReadonlyMap<string, string>,
  merge: CopyMerge,
): readonly Decision[] {
  const all = new Map(ours.map((one) => [`${one.ref} ${one.indicator}`, one]));
  for (const decision of theirs) {
    const ref = refs.get(decision.ref);
    const own = all.get(`${ref ?? ''} ${decision.indicator}`);
    if (own?.verdict === decision.verdict) continue;
    const found = {
      plan: 'Map',
      row: ref ?? decision.ref,
      column: `indicator ${decision.indicator}`,
      heading: decision.indicator === '' ? 'Serves no indicator' : `Indicator ${decision.indicator}`,
      beside: ref ?? decision.ref,
      address: '',
      theirs: decision.verdict,
      mine: own?.verdict ?? '',
    };
    if (ref === undefined) merge.setAside(found);
    else if (merge.takes(found)) all.set(`${ref} ${decision.indicator}`, { ...decision, ref });
  }
  return [...all.values()];
}

function withEdits(
  plan: RecognisedPlan,
  after: ReadonlyMap<SheetGrid, PlanTableEdits>,
  merge: CopyMerge,
  decisions: readonly Decision[],
): RecognisedPlan {
  const changed = new Map([...after].filter(([, { changes }]) => changes.length > 0));
  const now = (sheet: SheetGrid): SheetGrid => changed.get(sheet)?.after ?? sheet;
  const { priorities, state } = plan;
  return {
    ...plan,
    book: { ...plan.book, sheets: plan.book.sheets.map(now) },
    changes: [...plan.changes, ...[...changed.values()].flatMap(({ changes }) => changes)],
    state: {
      ...state,
      decisions,
      written: state.written.map((one) => withBefores(one, merge.befores.get(one.plan))),
      fromCopies: rememberedTexts(state.fromCopies, merge.texts),
    },
    priorities:
      priorities === null
        ? null
        : { ...priorities, sheet: now(priorities.sheet), area: changed.get(priorities.sheet)?.tableArea ?? priorities.area },
  };
}

function noticesOf(copy: BookGrid, plan: BookGrid, { before, untold }: CopyMerge): string[] {
  const own = sheetsWrittenIn(copy);
  const others = copy.sheets
    .filter((sheet) => !own.has(sheet.name) && sheet.rows.size > 0 && !isIn(plan, sheet))
    .map(({ name }) => `“${name}”`);
  const comments = copy.sheets.reduce((sum, { name, besideCells }) => sum + (own.has(name) ? (besideCells?.comments ?? 0) : 0), 0);
  return [
    ...(before > 0 ? [`${counted(before, 'text')} of it ${before === 1 ? 'was' : 'were'} merged before.`] : []),
    ...(untold > 0
      ? [
          `${counted(untold, 'cell')} of it ${untold === 1 ? 'differs' : 'differ'} from the plan, and nobody can tell whether ${untold === 1 ? 'it was' : 'they were'} typed, since the copy has lost its memory and is of another run. ${untold === 1 ? 'It was' : 'They were'} not merged: please compare.`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `${others.length === 1 ? 'Its sheet' : 'Its sheets'} ${listed(others)} ${others.length === 1 ? 'is' : 'are'} not of the plan and not merged.`,
        ]
      : []),
    ...(comments > 0 ? [`Comments are not merged; it has ${String(comments)}.`] : []),
  ];
}

/** The same sheet with the same words is in both workbooks. */
function isIn({ sheets }: BookGrid, { name, rows }: SheetGrid): boolean {
  const same = sheets.find((one) => one.name === name);
  if (same === undefined) return false;
  return [...rows].every(([row, cells]) =>
    [...cells].every(([column, cell]) => {
      const other = same.rows.get(row)?.get(column);
      return wordsOfCell(cell) === (other === undefined ? '' : wordsOfCell(other));
    }),
  );
}
