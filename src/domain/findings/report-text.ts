import type { Finding } from './finding';
import { reportOf, type SeverityCounts } from './report-of';
import { codeLabel, severityCount } from './wording';

const SEVERITIES = ['error', 'warning', 'advice'] as const;

function countWords(counts: SeverityCounts): string {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => severityCount(severity, counts[severity]));
  return parts.length === 0 ? 'nothing found' : parts.join(', ');
}

function findingLines({ cell, row, heading, severity, code, message, quote, repair }: Finding): string[] {
  return [
    `${cell} (row ${row}, ${heading}): ${severity}, ${code}`,
    `  ${message}`,
    ...(quote === '' ? [] : [`  The cell says: ${quote.replace(/\s+/g, ' ')}`]),
    ...(repair === undefined ? [] : [`  Can be repaired to: ${repair.after}`]),
  ];
}

/**
 * Findings as plain text to send to somebody: the counts, then sheet by sheet each finding with its code. The one place where the
 * pane gives the codes away: whoever looks after the add-in asks by them.
 */
export function reportText(title: string, findings: readonly Finding[]): string {
  const report = reportOf(findings);
  const sheets = report.bySheet.flatMap(({ file, sheet, bySeverity }) => [
    '',
    `${file === '' ? sheet : `${file} · ${sheet}`}: ${countWords(bySeverity)}`,
    ...findings.filter((finding) => finding.file === file && finding.sheet === sheet).flatMap(findingLines),
  ]);
  return [
    title,
    countWords(report.bySeverity),
    ...report.byCode.map(({ code, count }) => `  ${count} × ${codeLabel(code)} (${code})`),
    ...sheets,
    '',
  ].join('\n');
}
