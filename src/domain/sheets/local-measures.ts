import type { PlanMeasure } from '../collation';
import { counted } from '../wording';
import { type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { textColumn, workedOutColumn } from './council-look';
import { type PlanSubject, runStamp, sourceCell } from './plan-subject';
import { reportSheet } from './report-sheet';

export const LOCAL_MEASURES = 'Local measures';
export const LOCAL_MEASURES_TABLE = 'PlanLocalMeasures';

export const LOCAL_MEASURES_COLUMNS: readonly PlanColumn[] = [
  textColumn('directorate', 'Directorate', 22),
  textColumn('measure', 'Measure', 70),
  textColumn('timescale', 'Timescale', 22),
  textColumn('progress', 'Progress', 46),
  workedOutColumn('source', 'Source', 30, { format: 'General', linksToFiles: true, offPaper: true }),
];

/** Measures in directorates' "Measures within the Logframe" tables that restate none of the logframe's. */
export function localMeasures(subject: PlanSubject): SheetPlan {
  const local = subject.lines.measures.filter(({ indicators }) => indicators.length === 0);
  return reportSheet({
    name: LOCAL_MEASURES,
    tabColour: '#0B5A2B',
    stamp: `${runStamp(subject)} · ${stampWords(local.length)}`,
    table: LOCAL_MEASURES_TABLE,
    columns: LOCAL_MEASURES_COLUMNS,
    rows: local.map((line, index) => rowOf(line, index, subject)),
    refresh: { how: 'replace', identity: ['directorate', 'measure'], gone: { column: 'source', cell: text('no longer sent') } },
    rules: [],
    paper: 'A4',
    frozenColumns: 0,
  });
}

function stampWords(count: number): string {
  if (count === 0) return 'every measure sent restates one of the logframe';
  return `${counted(count, 'measure')} that directorates added and the logframe does not have`;
}

function rowOf({ line, lastHeard }: PlanMeasure, index: number, subject: PlanSubject): PlanRow {
  const { directorate, text: measure, timescale, progress, source } = line;
  return {
    key: String(index),
    cells: {
      directorate: text(directorate ?? ''),
      measure: text(measure),
      timescale: text(timescale.text),
      progress: text(progress),
      source: sourceCell(source, source.cells.measure ?? '', subject, lastHeard),
    },
  };
}
