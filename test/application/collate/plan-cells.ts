import { type BookGrid, cellAt, textCell } from '../../../src/domain/grid';

/** Rows of a sheet's table as text, the columns asked for. */
export function rowsOf(book: BookGrid, name: string, headings: readonly string[]): string[][] {
  const sheet = book.sheets.find((one) => one.name === name);
  const area = sheet?.tables[0]?.area;
  if (sheet === undefined || area === undefined) throw new Error(`No table on ${name}`);
  const words = (row: number, column: number): string => String(cellAt(sheet, { row, column }).value ?? '');
  const columns = headings.map((heading) => {
    for (let column = area.left; column <= area.right; column += 1) if (words(area.top, column) === heading) return column;
    throw new Error(`No column ${heading}`);
  });
  const rows = Array.from({ length: area.bottom - area.top }, (_, index) => columns.map((column) => words(area.top + 1 + index, column)));
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

/** A plan with words typed into one cell: under a heading, in the row of a Ref. */
export function typed(book: BookGrid, name: string, heading: string, ref: string, words: string): BookGrid {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => {
      const area = sheet.tables[0]?.area;
      if (sheet.name !== name || area === undefined) return sheet;
      const find = (
        test: (value: unknown) => boolean,
        places: readonly { row: number; column: number }[],
      ): { row: number; column: number } => {
        const place = places.find((one) => test(cellAt(sheet, one).value));
        if (place === undefined) throw new Error(`Not on ${name}: ${heading} of ${ref}`);
        return place;
      };
      const across = Array.from({ length: area.right - area.left + 1 }, (_, index) => ({ row: area.top, column: area.left + index }));
      const down = Array.from({ length: area.bottom - area.top }, (_, index) => ({ row: area.top + 1 + index, column: area.left }));
      const { column } = find((value) => value === heading, across);
      const { row } = find((value) => value === ref, down);
      const rows = new Map([...sheet.rows].map(([at, line]) => [at, new Map(line)]));
      rows.get(row)?.set(column, textCell(words));
      return { ...sheet, rows };
    }),
  };
}
