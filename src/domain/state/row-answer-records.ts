import type { Judgement } from '../collation';
import type { ColumnGone } from './plan-state';

/** What was said of rows of All priorities, one a record. */
export function rowAnswerRecords(answers: readonly Judgement[]): string[][] {
  return answers.map(({ ref, is, verdict }) => [ref, is ?? '', verdict]);
}

export function rowAnswersFrom(records: readonly (readonly string[])[]): Judgement[] {
  return records.flatMap(([ref = '', is = '', verdict = '']): Judgement[] => {
    return verdict === 'new' || verdict === 'same' ? [{ ref, is, verdict }] : [];
  });
}

/** Columns that were found deleted, one a record. */
export function columnGoneRecords(columns: readonly ColumnGone[]): string[][] {
  return columns.map(({ plan, heading }) => [plan, heading]);
}

export function columnsGoneFrom(records: readonly (readonly string[])[]): ColumnGone[] {
  return records.map(([plan = '', heading = '']) => ({ plan, heading }));
}
