import { type Finding, findingPlace, SEVERITIES, severityCounts, severityLabel } from '../findings';
import { grouped } from '../wording';
import { count, type PlanCell, type PlanColumn, type PlanRow, type SheetPlan, text } from '../workbook';
import { BAD, countColumn, STILL, UNSURE, workedOutColumn } from './council-look';
import { type PlanSubject, runStamp, sourceCell } from './plan-subject';
import { reportSheet } from './report-sheet';

export const FINDINGS_SHEET = 'Findings';
export const FINDINGS_TABLE = 'PlanFindings';

export const FINDINGS_COLUMNS: readonly PlanColumn[] = [
  workedOutColumn('severity', 'How serious', 8, { wrap: false }),
  workedOutColumn('file', 'File', 19),
  workedOutColumn('sheet', 'Sheet', 15),
  countColumn('row', 'Row', 5, { align: 'left' }),
  workedOutColumn('heading', 'Heading', 14),
  workedOutColumn('quote', 'In the cell', 28),
  workedOutColumn('message', 'What and why', 49),
  workedOutColumn('repair', 'Can be mended to', 16),
  workedOutColumn('link', 'Where', 30, { linksToFiles: true, offPaper: true }),
];

/** Every finding, errors first, then as the sources run. Rewritten whole at each run: it is a report, not a working sheet. */
export function findingsSheet(subject: PlanSubject): SheetPlan {
  const sorted = [...subject.findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const counts = severityCounts(sorted);
  const tally = SEVERITIES.map((severity) => `${severityLabel(severity, 2)}: ${grouped(counts[severity])}`).join(' · ');
  return reportSheet({
    name: FINDINGS_SHEET,
    tabColour: '#8B1A1A',
    stamp: `${runStamp(subject)} · ${tally}`,
    table: FINDINGS_TABLE,
    columns: FINDINGS_COLUMNS,
    rows: sorted.map((finding, index) => rowOf(finding, index, subject)),
    refresh: { how: 'replace', identity: ['file', 'sheet', 'row', 'message'], gone: { column: 'severity', cell: text('no longer found') } },
    rules: [
      { column: 'severity', cellIs: severityLabel('error', 1), look: BAD },
      { column: 'severity', cellIs: severityLabel('warning', 1), look: UNSURE },
      { column: 'severity', cellIs: severityLabel('advice', 1), look: STILL },
    ],
    paper: 'A4',
    frozenColumns: 0,
  });
}

/** What the cell would say; for a new column, its heading and where it would go. */
function repairCell({ repair }: Finding): string {
  if (repair === undefined) return '';
  return repair.kind === 'write' ? repair.after : `${repair.heading} in ${repair.cell}`;
}

/** A finding about a sheet or file as a whole has its words and no link. */
function whereCell(finding: Finding, subject: PlanSubject): PlanCell {
  const { file, sheet, cell, lastHeard } = finding;
  return sheet === null || cell === null ? text(findingPlace(finding)) : sourceCell({ file, sheet }, cell, subject, lastHeard ?? null);
}

function rowOf(finding: Finding, index: number, subject: PlanSubject): PlanRow {
  return {
    key: String(index),
    cells: {
      severity: text(severityLabel(finding.severity, 1)),
      file: text(finding.file),
      sheet: text(finding.sheet ?? ''),
      row: finding.row === null ? text('') : count(finding.row),
      heading: text(finding.heading ?? ''),
      quote: text(finding.quote),
      message: text(finding.message),
      repair: text(repairCell(finding)),
      link: whereCell(finding, subject),
    },
  };
}
