import { type Finding, FINDING_CODES } from './finding';
import { severityCounts } from './severity-counts';
import { severityParts } from './severity-words';
import { codeLabel, findingPlace, repairInWords } from './wording';

/** "1 error, 5 warnings": those there are. */
function countWords(findings: readonly Finding[]): string {
  const parts = severityParts(severityCounts(findings));
  return parts.length === 0 ? 'nothing found' : parts.join(', ');
}

function findingLines({ cell, row, heading, severity, code, message, quote, repair }: Finding): string[] {
  const within = [...(row === null ? [] : [`row ${row}`]), ...(heading === null ? [] : [heading])].join(', ');
  const place = [...(cell === null ? [] : [cell]), ...(within === '' ? [] : [`(${within})`])].join(' ');
  return [
    `${place === '' ? 'The whole sheet' : place}: ${severity}, ${code}`,
    `  ${message}`,
    ...(quote === '' ? [] : [`  The cell says: ${quote.replace(/\s+/g, ' ')}`]),
    ...(repair === undefined ? [] : [`  ${repairInWords(repair)}`]),
  ];
}

/** Sheets of one name in different files, or with different ids, are told apart; in the order first met. */
function bySheet(findings: readonly Finding[]): { readonly title: string; readonly found: readonly Finding[] }[] {
  const sheets = new Map<string, { readonly title: string; readonly found: Finding[] }>();
  for (const finding of findings) {
    const { file, sheet, sheetId } = finding;
    const key = [file, sheetId, sheet ?? ''].join('\n');
    const title = findingPlace({ file, sheet, cell: null });
    const one = sheets.get(key) ?? { title: title === '' ? 'This workbook' : title, found: [] };
    sheets.set(key, one);
    one.found.push(finding);
  }
  return [...sheets.values()];
}

/**
 * Findings as plain text to send to somebody: the counts, then sheet by sheet each finding with its code. The only place where the
 * pane shows the codes: the person who supports the add-in needs them.
 */
export function reportText(title: string, findings: readonly Finding[]): string {
  const sheets = bySheet(findings).flatMap(({ title: sheet, found }) => [
    '',
    `${sheet}: ${countWords(found)}`,
    ...found.flatMap(findingLines),
  ]);
  const codes = FINDING_CODES.map((code) => ({ code, count: findings.filter((finding) => finding.code === code).length }));
  return [
    title,
    countWords(findings),
    ...codes.filter(({ count }) => count > 0).map(({ code, count }) => `  ${count} × ${codeLabel(code)} (${code})`),
    ...sheets,
    '',
  ].join('\n');
}
