import type { BookGrid } from '../../domain/grid';
import { FORMAT_AREAS, isStateSheet, laterFormat, STATE_SHEET } from '../../domain/state';
import { Failure } from '../ports/failure';
import type { WorkbookPort } from '../ports/ports';

/**
 * A plan that a later version of this program wrote is left whole: this one would erase what it does not know or leave it stale.
 * Rule: docs/rules.md#later-versions.
 * @throws Failure "later version"
 */
export function demandKnownFormat(book: BookGrid): void {
  const later = laterFormat(book);
  if (later === null) return;
  throw new Failure(
    'later version',
    `This plan was written by a later version of this program (plan format ${later.length > 20 ? `${later.slice(0, 19)}…` : later}), so nothing was written. Update the program, then try again.`,
  );
}

/** The workbook, with every write into the program's memory refused where a later version has written that. */
export function guardedByFormat(port: WorkbookPort): WorkbookPort {
  return {
    readBook: (options) => port.readBook(options),
    readCells: (places) => port.readCells(places),
    reveal: (place) => port.reveal(place),
    selection: () => port.selection(),
    watch: (listener) => port.watch(listener),
    recall: (key) => port.recall(key),
    remember: (key, value) => port.remember(key, value),
    apply: async (stages, options) => {
      if (stages.some((stage) => stage.some(({ edit }) => isStateSheet(edit.sheet))))
        demandKnownFormat(await port.readCells(FORMAT_AREAS.map((area) => ({ sheetId: STATE_SHEET, area }))));
      return port.apply(stages, options);
    },
  };
}
