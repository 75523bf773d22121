import fc from 'fast-check';
import { anyString } from '../../any-string';
import { kent2025 } from '../../../../src/domain/framework';
import { type Area, type Cell, LAST_COLUMN, LAST_ROW, textCell } from '../../../../src/domain/grid';
import { type HeadingKey, understandBook } from '../../../../src/domain/reading';
import { Drawing } from './drawing';
import { KNOWN_WORDS } from './heading-choices';
import { frozen, RUNS } from './run';
import { readTables } from '../read-tables';

const framework = kent2025();

const HEADING_TEXTS = [
  ...Object.values(KNOWN_WORDS).flat(),
  'Theme',
  'Directorate',
  'Progress',
  'Objectively Verifiable Indicators',
  'Services include:',
  'Priorities ~ GET',
  'Total',
  'SO1',
  '#N/A',
];
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(...HEADING_TEXTS).map((text) => textCell(text)),
  anyString(40).map((text) => textCell(text)),
  fc.double().map((value): Cell => ({ kind: 'number', value, text: String(value), format: 'General' })),
  fc.boolean().map((value): Cell => ({ kind: 'boolean', value, text: String(value), format: 'General' })),
  fc.constant<Cell>({ kind: 'error', value: '#REF!', text: '#REF!', format: 'General' }),
);
const row = fc.oneof(fc.nat(12), fc.nat(12), fc.nat(LAST_ROW));
const column = fc.oneof(fc.nat(8), fc.nat(8), fc.nat(LAST_COLUMN));
const area = fc
  .tuple(row, column, row, column)
  .map(([a, b, c, d]): Area => ({ top: Math.min(a, c), left: Math.min(b, d), bottom: Math.max(a, c), right: Math.max(b, d) }));
const key = fc.constantFrom<HeadingKey | null>('commitment', 'ledBy', 'theme', 'ref', null);
const correction = fc.record({
  tableId: fc.constantFrom('junk!A1', 'junk!B2', 'junk!C3'),
  headings: fc.dictionary(fc.nat(9).map(String), key),
  missed: fc.record({
    sheetId: fc.constant('junk'),
    area,
    kind: fc.constantFrom('priorities' as const, 'measures' as const, 'activity' as const),
  }),
});

describe('any grid at all', () => {
  test('gives an answer, whose rows lie inside its tables', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(row, column, cell), { maxLength: 60 }),
        fc.array(area, { maxLength: 6 }),
        fc.array(correction, { maxLength: 2 }),
        (cells, merges, corrections) => {
          const on = new Drawing();
          for (const [at, across, one] of cells) on.set(at, across, one);
          const tables = [{ name: 'T', area: merges[0] ?? { top: 0, left: 0, bottom: 3, right: 3 }, hasHeader: true, hasTotals: true }];
          const book = { name: 'junk v2.xlsx', sheets: [{ ...on.grid('junk'), merges, tables }] };
          const before = frozen(book);
          const found = readTables(book, framework, { includeHidden: true, corrections });
          understandBook(found, { file: book.name, framework });
          for (const table of found.tables) {
            for (const { row: at } of table.rows) expect(at > table.headerRows.bottom && at <= table.area.bottom).toBe(true);
          }
          expect(frozen(book)).toBe(before);
        },
      ),
      { numRuns: RUNS },
    );
  });
});
