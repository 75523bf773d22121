import type { Framework } from '../framework';
import { correctionFor } from './apply-corrections';
import type { HeadingMatcher } from './heading-matcher';
import { formsOf } from './label-forms';
import { coverNaming, type Naming, namingInTitle } from './name-directorate';
import type { TableDone } from './sheet-read';
import type { SheetView } from './sheet-view';
import type { TableCorrection, TableRead } from './table-read';

interface FormSheet {
  readonly framework: Framework;
  readonly view: SheetView;
  readonly matcher: HeadingMatcher;
  /** What the sheet's name says of whose it is. */
  readonly sheetNaming: Naming | null;
}

/** The actions of a sheet of forms, each as a table of one row. */
export function readForms(
  { framework, view, matcher, sheetNaming }: FormSheet,
  corrections: readonly TableCorrection[],
): Pick<TableDone, 'table' | 'byUser'>[] {
  const title = coverNaming(framework, view);
  return formsOf(view, matcher).map((form) => {
    const correction = correctionFor(corrections, form.id);
    const byUser = correction?.directorate;
    const naming =
      byUser === undefined ? (sheetNaming ?? title) : { text: byUser, directorate: namingInTitle(framework, byUser)?.directorate ?? null };
    const directorateFrom = naming === null ? null : byUser !== undefined ? 'you' : sheetNaming !== null ? 'sheet' : 'title';
    const table: TableRead = {
      ...form,
      kind: 'priorities',
      sheetId: view.grid.id,
      sheet: view.grid.name,
      directorate: naming?.directorate?.name ?? null,
      directorateFrom,
      directorateText: naming?.text ?? '',
      outcome: null,
      themes: [],
      introductions: [],
    };
    return { table, byUser: correction?.leaveOut === true };
  });
}
