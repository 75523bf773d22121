import { isUnnumbered, type KnownAction } from '../../domain/collation';
import { financeTexts, type KnownVerdict, NO_VERDICT_CELL, verdictAfter } from '../../domain/finance';
import type { Framework } from '../../domain/framework';
import type { BookGrid } from '../../domain/grid';
import type { Action } from '../../domain/reading';
import { type PlanState, readState } from '../../domain/state';
import { hashOfWords } from '../collate/verdicts-of';
import { keyedActions } from '../map/keyed-actions';
import type { VerdictPlace } from '../requests/finance-requests';
import type { SourceRead } from '../sources/read-sources';
import { verdictPlaces } from './verdict-places';

/** The actions of directorates' own tables, as a workbook remembers finance's verdicts on them until a collation gives them a Ref. */
export interface OwnVerdicts {
  /** What a verdict on the action is remembered under; null for one that has a Ref, or that is not in these tables. */
  readonly keyOf: (action: Action) => string | null;
  readonly remembered: (action: Action) => KnownVerdict | undefined;
  /** The actions that the keys stand for. */
  readonly unnumbered: readonly KnownAction[];
}

const NOTHING_REMEMBERED: OwnVerdicts = { keyOf: () => null, remembered: () => undefined, unnumbered: [] };

/** Rows are known as decisions on indicators know them: moved or reworded, a row keeps its verdict. @param actions all of the workbook's tables. */
export function ownVerdicts(actions: readonly Action[], state: PlanState, framework: Framework): OwnVerdicts {
  const { keyed, unnumbered } = keyedActions({ actions, mapping: { framework, planRows: [] } }, state);
  const keys = new Map(keyed.flatMap(({ action, key, ref }) => (ref === null ? [[action, key] as const] : [])));
  const known = new Map(state.verdicts.map((one) => [one.ref, one]));
  return {
    keyOf: (action) => keys.get(action) ?? null,
    remembered: (action) => known.get(keys.get(action) ?? ''),
    unnumbered,
  };
}

/** The same for reading alone: where nothing is remembered, the rows need not be told apart. */
function ownVerdictsRead(actions: readonly Action[], state: PlanState, framework: Framework): OwnVerdicts {
  return state.verdicts.some(({ ref }) => isUnnumbered(ref)) ? ownVerdicts(actions, state, framework) : NOTHING_REMEMBERED;
}

/** An action of a directorate's own table, and finance's verdict beside it. */
export interface OwnRow {
  readonly action: Action;
  /** Null where its table is not found. */
  readonly place: VerdictPlace | null;
  /** The verdict with what it saw and what was said before; undefined where nothing was ever said. */
  readonly known: KnownVerdict | undefined;
  /** Whether what the verdict saw was remembered before this reading. */
  readonly isRemembered: boolean;
  /** A hash of what the row says, as a verdict sees it. */
  readonly wordsNow: string;
}

/** Listed services cost nothing of their own. */
export const ownActions = (actions: readonly Action[]): Action[] => actions.filter(({ kind }) => kind === 'action');

/** Hashes of rows that have not changed: they are the same objects from one reading to the next. */
const wordsRead = new WeakMap<Action, string>();

function wordsOf(action: Action): string {
  const words = wordsRead.get(action) ?? hashOfWords(financeTexts(action));
  wordsRead.set(action, words);
  return words;
}

/**
 * The actions of directorates' own tables with their verdicts. One that was recorded in the pane is remembered with the words it saw; of one
 * that is typed nobody knows them, so it holds.
 * Rule: docs/rules.md#finance-columns.
 */
export function ownRows({ actions, tables }: Pick<SourceRead, 'actions' | 'tables'>, book: BookGrid, framework: Framework): OwnRow[] {
  const { remembered } = ownVerdictsRead(actions, readState(book), framework);
  const sheetOf = new Map(book.sheets.map((sheet) => [sheet.id, sheet]));
  const placesOf = new Map(
    tables.flatMap(({ id, sheetId, area, headerRows, labels }) => {
      const sheet = sheetOf.get(sheetId);
      return sheet === undefined || labels !== undefined
        ? []
        : [[id, verdictPlaces(sheet, { ...area, headingRow: headerRows.bottom })] as const];
    }),
  );
  return ownActions(actions).map((action) => {
    const place = placesOf.get(action.source.tableId)?.(action.source.row) ?? null;
    const before = remembered(action);
    const said = place?.said ?? NO_VERDICT_CELL;
    const isSilent = before === undefined && said.verdict === '';
    const known = isSilent ? undefined : verdictAfter(before, before?.ref ?? '', said, { seen: wordsOf(action), found: '' });
    return {
      action,
      place,
      known,
      isRemembered: before !== undefined && before === known,
      // Worked out where it is asked for: beside most actions nothing was ever said.
      get wordsNow() {
        return wordsOf(action);
      },
    };
  });
}
