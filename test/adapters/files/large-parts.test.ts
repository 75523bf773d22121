import { FileWorkbook } from '../../../src/adapters/files';
import type * as markupModule from '../../../src/adapters/files/package/markup';
import type * as zipModule from '../../../src/adapters/files/package/zip-archive';
import type { Change } from '../../../src/domain/workbook';

/** Elements that were made, and the longest text of a part that was packed in one piece. */
let elements = 0;
let longestPiece = 0;

jest.mock('../../../src/adapters/files/package/markup', () => {
  const actual = jest.requireActual<typeof markupModule>('../../../src/adapters/files/package/markup');
  const counted: typeof markupModule = {
    ...actual,
    element: (...given) => {
      elements += 1;
      return actual.element(...given);
    },
  };
  return counted;
});

jest.mock('../../../src/adapters/files/package/zip-archive', () => {
  const actual = jest.requireActual<typeof zipModule>('../../../src/adapters/files/package/zip-archive');
  const counted: typeof zipModule = {
    ...actual,
    pack: (path, content) => {
      if (content instanceof Uint8Array) return actual.pack(path, content);
      return actual.pack(path, measured(content));
    },
  };
  return counted;
});

function* measured(pieces: Iterable<string>): Generator<string, void> {
  for (const piece of pieces) {
    longestPiece = Math.max(longestPiece, piece.length);
    yield piece;
  }
}

/** A new sheet with rows of ten texts of a hundred characters. */
function sheetOf(rows: number): Change[] {
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: 10 }, (_, column) => ({ kind: 'text' as const, text: `${String(row)} ${String(column)} `.padEnd(100, 'x') })),
  );
  const area = { top: 0, left: 0, bottom: rows - 1, right: 9 };
  return [
    { edit: { type: 'add sheet', sheet: 'Plan', visibility: 'visible', tabColour: null }, undo: null },
    { edit: { type: 'write cells', sheet: 'Plan', area, cells, expected: null }, undo: null },
  ];
}

async function madeFor(rows: number): Promise<{ readonly elements: number; readonly longestPiece: number; readonly book: FileWorkbook }> {
  [elements, longestPiece] = [0, 0];
  const book = await FileWorkbook.create('plan.xlsx');
  await book.apply([sheetOf(rows)]);
  await book.toBytes();
  return { elements, longestPiece, book };
}

describe('a new sheet of many rows', () => {
  it('is written without an element for a row or a cell, and never as one text', async () => {
    const [few, many] = [await madeFor(50), await madeFor(500)];
    expect(few.elements).toBeGreaterThan(20);
    expect(many.elements).toBe(few.elements);
    expect(few.longestPiece).toBeGreaterThan(100);
    expect(many.longestPiece).toBeLessThan(few.longestPiece * 1.5);
  });

  it('is read again as it was written, before it is saved and after', async () => {
    const { book } = await madeFor(30);
    const saved = await FileWorkbook.open('plan.xlsx', await book.toBytes());
    for (const one of [book, saved]) {
      const [sheet] = (await one.readBook({ includeHidden: true })).sheets;
      expect(sheet?.rows.size).toBe(30);
      expect(sheet?.rows.get(29)?.get(9)?.value).toBe('29 9 '.padEnd(100, 'x'));
    }
  });
});
