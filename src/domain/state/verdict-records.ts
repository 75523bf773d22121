import type { KnownVerdict, VerdictGiven } from '../finance';

/** The records of the two tables in which finance's verdicts are remembered. */
export interface VerdictRecords {
  /** The latest on each action, with what it was given beside. */
  readonly now: readonly (readonly string[])[];
  /** What was said before, in the order in which it was said. */
  readonly before: readonly (readonly string[])[];
}

const cellsOf = ({ verdict, note, by, date }: VerdictGiven): string[] => [verdict, note, by ?? '', date ?? ''];

/** In the order of their Refs, whatever the order of the rows is and whether a verdict was typed, recorded or sent: the same verdicts are the same records. */
export function verdictRecords(verdicts: readonly KnownVerdict[]): VerdictRecords {
  const inOrder = [...verdicts].sort((a, b) => Number(a.ref > b.ref) - Number(a.ref < b.ref));
  return {
    now: inOrder.map((one) => [one.ref, ...cellsOf(one), one.seen, one.found]),
    before: inOrder.flatMap(({ ref, history }) => history.map((one) => [ref, ...cellsOf(one), one.found])),
  };
}

export function verdictsFrom({ now, before }: VerdictRecords): KnownVerdict[] {
  const history = new Map<string, VerdictGiven[]>();
  for (const [ref = '', verdict, note, by, date, found = ''] of before)
    history.set(ref, [...(history.get(ref) ?? []), { ...cellFrom(verdict, note, by, date), found }]);
  return now.map(([ref = '', verdict, note, by, date, seen = '', found = '']) => {
    return { ref, ...cellFrom(verdict, note, by, date), seen, found, history: history.get(ref) ?? [] };
  });
}

function cellFrom(verdict = '', note = '', by = '', date = ''): Omit<VerdictGiven, 'found'> {
  return { verdict, note, by: by === '' ? null : by, date: date === '' ? null : date };
}
