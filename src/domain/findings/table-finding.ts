import { a1 } from '../grid';
import type { TableRead } from '../reading';
import { type Finding, SEVERITY_OF } from './finding';
import type { Problem } from './problem';
import { sentenceFor } from './wording';

/**
 * A finding about a table as a whole stands at its first heading, which always exists and is seen first. It quotes nothing, since no words of
 * that cell are meant.
 */
export function tableFinding(file: string, table: TableRead, problem: Problem, heading: string): Finding {
  const { place } = table.firstHeading ?? { place: { row: table.headerRows.top, column: table.area.left } };
  return {
    code: problem.code,
    severity: SEVERITY_OF[problem.code],
    file,
    sheet: table.sheet,
    sheetId: table.sheetId,
    tableId: table.id,
    directorate: table.directorate,
    row: place.row + 1,
    heading,
    cell: a1(place),
    message: sentenceFor(problem),
    quote: '',
  };
}
