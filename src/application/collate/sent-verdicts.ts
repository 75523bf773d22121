import type { SentVerdict } from '../../domain/finance';
import type { Framework } from '../../domain/framework';
import { a1, type BookGrid } from '../../domain/grid';
import type { Action } from '../../domain/reading';
import { ownRows } from '../finance/own-verdicts';
import type { SourceRead } from '../sources/read-sources';

/** Finance's verdicts beside the actions of the directorates' own tables. @param bookOf the workbook of a source; undefined where it was not opened. */
export function sentVerdicts(
  sources: readonly SourceRead[],
  bookOf: (file: string) => BookGrid | undefined,
  framework: Framework,
): Map<Action, SentVerdict> {
  return new Map(
    sources.flatMap((source) => {
      const book = source.actions.length === 0 ? undefined : bookOf(source.file);
      if (book === undefined) return [];
      return ownRows(source, book, framework).flatMap((row): [Action, SentVerdict][] => {
        const { action, place, known, isRemembered } = row;
        const column = place?.columns.check;
        if (place === null || column === undefined || known === undefined || known.verdict === '') return [];
        const { verdict, note, by, date, history } = known;
        const seen = isRemembered ? known.seen : '';
        const settled = isRemembered ? known.seen === row.wordsNow : null;
        return [[action, { verdict, note, by, date, history, seen, settled, cell: a1({ row: place.row, column }) }]];
      });
    }),
  );
}
