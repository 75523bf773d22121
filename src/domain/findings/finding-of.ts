import { a1 } from '../grid';
import { HEADING_LABELS, type Action, type HeadingKey, shownText } from '../reading';
import { type CellRepair, type Finding, type Repair, SEVERITY_OF } from './finding';
import type { Problem } from './problem';
import { sentenceFor } from './wording';

export interface FindingPlace {
  readonly key: HeadingKey;
  readonly repair?: Repair;
}

/** The A1 address of a field; a field without a cell of its own is shown at the commitment. */
function addressOf(action: Action, key: HeadingKey): string {
  const { cells, row } = action.source;
  return cells[key] ?? cells.commitment ?? a1({ row, column: 0 });
}

/** What that cell shows: nothing else is quoted, so that what is told as the cell's words can be seen in it. */
function quoteOf({ cells }: Action, key: HeadingKey): string {
  const at = cells[key] ?? cells.commitment;
  const [first] = at?.parts ?? [at];
  return first === undefined ? '' : shownText(first.cell);
}

/** A finding at one field of a row. */
export function findingOf(action: Action, problem: Problem, { key, repair }: FindingPlace): Finding {
  const { file, sheet, sheetId, tableId, row } = action.source;
  return {
    code: problem.code,
    severity: SEVERITY_OF[problem.code],
    file,
    sheet,
    sheetId,
    tableId,
    directorate: action.directorate,
    row: row + 1,
    heading: action.headings[key] ?? HEADING_LABELS[key],
    cell: addressOf(action, key),
    message: sentenceFor(problem),
    quote: quoteOf(action, key),
    ...(repair === undefined ? {} : { repair }),
  };
}

/**
 * A repair of a field's cell; none over a formula, since the cell would stop following what the formula reads, and none where the field's words
 * stand in several cells (docs/rules.md#repairs).
 */
export function repairOf(action: Action, key: HeadingKey, after: string): CellRepair | undefined {
  const { cell, parts } = action.cells[key] ?? {};
  if (cell === undefined || parts !== undefined || cell.formula !== undefined || cell.value === after) return undefined;
  return { kind: 'write', before: cell.value, after };
}
