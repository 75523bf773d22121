import { countsIn, directorateGroups, type Groups, outcomeGroups, sumsIn } from '../../../src/domain/figures/groups';
import { kent2025 } from '../../../src/domain/framework';

const kent = kent2025();

/** Rows that count how often their directorate is asked for. */
function rowsAsked(count: number): { readonly rows: readonly { readonly directorate: string }[]; readonly asked: () => number } {
  let asked = 0;
  const rows = Array.from({ length: count }, (_, row) => ({
    get directorate() {
      asked += 1;
      return `Directorate ${String(row % 7)}`;
    },
  }));
  return { rows, asked: () => asked };
}

const frameworkOf = (count: number): typeof kent => ({
  ...kent,
  directorates: Array.from({ length: count }, (_, at) => ({
    name: `Directorate ${String(at)}`,
    shortCode: `D${String(at)}`,
    otherNames: [],
  })),
});

it('each row is asked as often of a hundred directorates as of seven', () => {
  const asks = (directorates: number): number => {
    const { rows, asked } = rowsAsked(140);
    const groups = directorateGroups(frameworkOf(directorates), rows);
    expect(countsIn(groups, rows).slice(0, 7)).toEqual([20, 20, 20, 20, 20, 20, 20]);
    return asked();
  };
  expect(asks(100)).toBe(asks(7));
});

it('sums add what each row adds where its line and its column meet, twice where it counts twice', () => {
  const rows = [
    { outcomes: 'SO1, SO2', line: 0, amount: 2 },
    { outcomes: 'XX, YY', line: 1, amount: 5 },
    { outcomes: '', line: 1, amount: 1 },
  ];
  const columns = outcomeGroups(kent, rows);
  const lines: Groups<(typeof rows)[number]> = {
    names: ['one', 'other'].map((name) => ({ name, standsFor: 1 })),
    placesOf: ({ line }) => [line],
  };
  expect(columns.names.slice(-2).map(({ name }) => name)).toEqual(['Other outcomes (2)', 'No shared outcome named']);
  expect(sumsIn(rows, lines, columns, ({ amount }) => amount)).toEqual([
    [2, 2, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 10, 1],
  ]);
});
