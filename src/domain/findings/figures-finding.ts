import { a1 } from '../grid';
import { HEADING_LABELS, type MeasureLine } from '../reading';
import { type Finding, SEVERITY_OF } from './finding';
import type { Problem } from './problem';
import { sentenceFor } from './wording';

/**
 * A line of a directorate's measures that is an indicator of the logframe with other figures, years or area.
 * Rule: docs/rules.md#restated-measures.
 * @param line the measure line; its source says where it stands.
 * @param differences each a clause, such as "the logframe says Kent and Medway by 2028/29, this says Kent by 2028".
 * @param heading the heading's words on the sheet.
 * @returns null when there is no difference.
 */
export function figuresFinding(line: MeasureLine, differences: readonly string[], heading = HEADING_LABELS.measure): Finding | null {
  return differences.length === 0 ? null : measureFinding(line, { code: 'figures-differ-from-logframe', differences }, heading);
}

/**
 * A line that restates no indicator for certain and may restate one. Rule: docs/rules.md#restated-measures.
 * @param maybe ids, likeliest first.
 * @returns null when there is none to ask about.
 */
export function measureInDoubt(line: MeasureLine, maybe: readonly string[], heading = HEADING_LABELS.measure): Finding | null {
  return maybe.length === 0 ? null : measureFinding(line, { code: 'measure-in-doubt', maybe }, heading);
}

type MeasureProblem = Extract<Problem, { code: 'figures-differ-from-logframe' | 'measure-in-doubt' }>;

function measureFinding(line: MeasureLine, problem: MeasureProblem, heading: string): Finding {
  const { file, sheet, sheetId, tableId, row, cells } = line.source;
  const { code } = problem;
  return {
    code,
    severity: SEVERITY_OF[code],
    file,
    sheet,
    sheetId,
    tableId,
    directorate: line.directorate,
    row: row + 1,
    heading,
    cell: cells.measure ?? cells.indicator ?? cells.commitment ?? a1({ row, column: 0 }),
    message: sentenceFor(problem),
    quote: line.text,
  };
}
