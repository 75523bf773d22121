import { type Finding, type Severity, severityLabel } from '../findings';
import { count, text } from './cell-content';
import { BAD, countColumn, HEADING_ROW, headingLook, STILL, textColumn, titleLooks, UNSURE } from './council-look';
import { type PlanSubject, runStamp, sourceWords } from './plan-subject';
import type { PlanCell, PlanColumn, PlanRow, SheetPlan } from './sheet-plan';

export const FINDINGS_SHEET = 'Findings';

const COLUMNS: readonly PlanColumn[] = [
  textColumn('severity', 'How serious', 11, { wrap: false }),
  textColumn('file', 'File', 26),
  textColumn('sheet', 'Sheet', 22),
  countColumn('row', 'Row', 7),
  textColumn('heading', 'Heading', 22),
  textColumn('quote', 'In the cell', 32),
  textColumn('message', 'What and why', 64),
  textColumn('repair', 'Can be mended to', 22),
  textColumn('link', 'Where', 30, { format: 'General' }),
];

const ORDER: readonly Severity[] = ['error', 'warning', 'advice'];

/** Every finding, errors first, then as the sources run. Rewritten whole at each run: it is a report, not a working sheet. */
export function findingsSheet(subject: PlanSubject): SheetPlan {
  const last = COLUMNS.length - 1;
  const sorted = [...subject.findings].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
  const tally = ORDER.map(
    (severity) => `${severityLabel(severity, 2)}: ${String(sorted.filter((one) => one.severity === severity).length)}`,
  ).join(' · ');
  const severity = { top: HEADING_ROW + 1, bottom: HEADING_ROW + 5_000, left: 0, right: 0 };
  return {
    name: FINDINGS_SHEET,
    visibility: 'visible',
    tabColour: '#8B1A1A',
    blocks: [{ at: { row: 0, column: 0 }, cells: [[text(FINDINGS_SHEET)], [text(`${runStamp(subject)} · ${tally}`)]] }],
    table: {
      name: 'PlanFindings',
      at: { row: HEADING_ROW, column: 0 },
      columns: COLUMNS,
      rows: sorted.map((finding, index) => rowOf(finding, index, subject)),
      refresh: { how: 'replace' },
      banded: true,
      style: 'TableStyleLight9',
    },
    widths: {},
    merges: [],
    looks: [...titleLooks(last), headingLook(HEADING_ROW, 0, last)],
    dropDowns: [],
    rules: [
      { area: severity, when: { cellIs: severityLabel('error', 1) }, look: BAD },
      { area: severity, when: { cellIs: severityLabel('warning', 1) }, look: UNSURE },
      { area: severity, when: { cellIs: severityLabel('advice', 1) }, look: STILL },
    ],
    charts: [],
    freeze: { rows: HEADING_ROW + 1, columns: 0 },
    print: {
      orientation: 'landscape',
      paper: 'A4',
      titleRows: { top: HEADING_ROW, bottom: HEADING_ROW },
      footer: `${FINDINGS_SHEET}, page &P of &N`,
    },
    gridlines: false,
  };
}

function rowOf(finding: Finding, index: number, subject: PlanSubject): PlanRow {
  return {
    key: String(index),
    cells: {
      severity: text(severityLabel(finding.severity, 1)),
      file: text(finding.file),
      sheet: text(finding.sheet),
      row: count(finding.row),
      heading: text(finding.heading),
      quote: text(finding.quote),
      message: text(finding.message),
      repair: text(finding.repair?.after ?? ''),
      link: linkCell(finding, subject),
    },
  };
}

function linkCell(finding: Finding, subject: PlanSubject): PlanCell {
  const words = sourceWords(finding, finding.cell);
  const target = subject.linkTo(finding, finding.cell);
  return target === null ? text(words) : { kind: 'link', text: words, target };
}
