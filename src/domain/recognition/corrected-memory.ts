import { type HeardRow, type KnownAction, partsOfRef, plainWording, shortCodesOf } from '../collation';
import { directorateNamed, type Framework } from '../framework';
import { GONE, type PlanSheetFound } from '../sheets';
import type { PlanState } from '../state';
import type { WrittenSheet } from '../workbook';
import type { PlanRowRead } from './plan-rows';
import { stampsOn } from './rebuilt-state';

/** What the workbook remembers where some of its cells were changed by hand. Rule: docs/rules.md#lost-memory. */

/** Without records that somebody damaged: each Ref once, and counters that are numbers. */
export function tidied(state: PlanState): PlanState {
  const actions = [...new Map(state.actions.map((one) => [one.ref, one])).values()].filter(({ ref }) => partsOfRef(ref) !== null);
  const counters = Object.entries(state.counters).filter(([code, last]) => code !== '' && Number.isInteger(last) && last >= 0);
  const isWhole = actions.length === state.actions.length && counters.length === Object.keys(state.counters).length;
  return isWhole ? state : { ...state, actions, counters: Object.fromEntries(counters) };
}

/** Whether the record of a sheet's figures is lost, or that of a row of a list, which are numbered from 0 on: what it wrote is not known. */
export function isPartlyLost({ rows, blocks }: WrittenSheet, { sheet }: PlanSheetFound): boolean {
  if (Object.keys(blocks).length === 0 && Object.keys(stampsOn(sheet)).length > 0) return true;
  const numbers = Object.keys(rows).filter((key) => /^\d+$/.test(key));
  const isEmpty = numbers.some((key) => Object.keys(rows[key] ?? {}).length === 0);
  return isEmpty || numbers.some((_, index) => rows[String(index)] === undefined);
}

interface RowsKnown {
  readonly owners: ReadonlyMap<PlanRowRead, string>;
  /** What the last run wrote on All priorities, by Ref. */
  readonly written: WrittenSheet['rows'];
  /** Rows as they were last sent. */
  readonly heard: readonly HeardRow[];
  readonly framework: Framework;
  /** The rows were written by a later run than the one that is remembered: they tell whether an action is sent, and the memory does not. */
  readonly isOlder: boolean;
}

/**
 * Actions as they are known, corrected where somebody damaged the memory: gone where their row says so, in the words that were written on their row
 * where those still stand there or were sent last, and of the directorate that was written there. By other words, or under another directorate, an
 * action that is sent would not be known again.
 */
export function correctedKnown(
  known: readonly KnownAction[],
  { owners, written, heard, framework, isOlder }: RowsKnown,
): readonly KnownAction[] {
  const onRows = new Map([...owners].map(([row, ref]) => [ref, row.words]));
  const sent = new Map(heard.map(({ ref, row }) => [ref, plainWording(row.cells.commitment?.cell.text ?? '')]));
  const codes = shortCodesOf(framework);
  return known.map((one) => {
    const row = onRows.get(one.ref) ?? {};
    const { commitment = '', measure, ledBy, directorate } = written[one.ref] ?? {};
    const gone = (one.gone && !(isOlder && row.standing !== undefined)) || row.standing === GONE;
    const isStill = directorate !== undefined && directorate.trim() === row.directorate;
    const named = isStill && codes.has(one.code) ? (directorateNamed(framework, directorate)?.shortCode ?? one.code) : one.code;
    const placed = gone === one.gone && named === one.code ? one : { ...one, gone, code: named };
    const plain = plainWording(commitment);
    const isConfirmed = plain === plainWording(row.commitment ?? '') || plain === sent.get(one.ref);
    const isCorrected = plain !== '' && plain !== plainWording(one.commitment) && isConfirmed;
    return isCorrected ? { ...placed, commitment, measure: measure ?? one.measure, ledBy: ledBy ?? one.ledBy } : placed;
  });
}

/**
 * Rows as last sent without those that are not of the action whose Ref they have: the words of another action, a table of another
 * directorate, or no longer sent where the action is. The action is then taken from its row on All priorities.
 */
export function heardOfActions({ heard, actions }: Pick<PlanState, 'heard' | 'actions'>, framework: Framework): readonly HeardRow[] {
  const byRef = new Map(actions.map((one) => [one.ref, one]));
  const wordings = new Set(actions.map(({ commitment }) => plainWording(commitment)));
  const codes = shortCodesOf(framework);
  const isAnothers = ({ ref, row, standing, of: { table } }: HeardRow): boolean => {
    const known = byRef.get(ref);
    if (known === undefined) return false;
    const words = plainWording(row.cells.commitment?.cell.text ?? '');
    if (words !== plainWording(known.commitment) && wordings.has(words)) return true;
    if (standing === 'gone' && !known.gone) return true;
    const named = [row.directorateText, table.directorate, table.directorateText].flatMap((name) => {
      return name === null ? [] : (directorateNamed(framework, name)?.shortCode ?? []);
    });
    return codes.has(known.code) && named.length > 0 && !named.includes(known.code);
  };
  const own = heard.filter((one) => !isAnothers(one));
  return own.length === heard.length ? heard : own;
}
