import type { KnownVerdict } from '../finance';

/** Finance's verdicts with what they were given beside, one a record. */
export function verdictRecords(verdicts: readonly KnownVerdict[]): string[][] {
  return verdicts.map(({ ref, verdict, note, by, date, seen }) => [ref, verdict, note, by ?? '', date ?? '', seen]);
}

export function verdictsFrom(records: readonly (readonly string[])[]): KnownVerdict[] {
  return records.map(([ref = '', verdict = '', note = '', by = '', date = '', seen = '']) => {
    return { ref, verdict, note, by: by === '' ? null : by, date: date === '' ? null : date, seen };
  });
}
