import {
  codeLabel,
  figuresFinding,
  FINDING_CODES,
  reportText,
  SEVERITY_OF,
  severityCount,
  severityCounts,
  severityLabel,
} from '../../../src/domain/findings';
import { findingsHelp } from '../../../src/domain/findings/findings-help';
import type { MeasureLine } from '../../../src/domain/reading';
import { readTimescaleText } from '../../../src/domain/timescale/read-timescale';
import { DATES, goodRow, HEAD, KENT, readSheet, sheetOf } from './read-sheet';
import { checkBook } from './check-book';

/** The numbers that a line of a report tells: "GET.xlsx · GET: 1 error, 2 warnings" is 3. */
const total = (line: string): number =>
  [...line.matchAll(/(?<= |^)(\d+) (?:error|warning|piece)/g)].reduce((sum, [, number]) => sum + Number(number), 0);

test('every breakdown adds up to the total', () => {
  const get = readSheet(sheetOf([goodRow({ outcome: 'S03' }), goodRow({ measure: null, ledBy: 'TBC' })]), 'GET.xlsx');
  const none = readSheet(sheetOf([goodRow({ commitment: 'Other', outcome: 'SO3;SO2' })], HEAD, '', 'Sheet1'), 'x.xlsx');
  const findings = checkBook([get, none], KENT, DATES);
  expect(findings.length).toBeGreaterThan(4);
  const [title = '', all = '', ...lines] = reportText('The report', findings).split('\n');
  expect(title).toBe('The report');
  expect(total(all)).toBe(findings.length);
  const codes = lines.flatMap((line) => / {2}(\d+) × /.exec(line)?.[1] ?? []);
  expect(codes.reduce((sum, number) => sum + Number(number), 0)).toBe(findings.length);
  const sheets = lines.filter((line) => line.startsWith('GET.xlsx · ') || line.startsWith('x.xlsx · '));
  expect(sheets).toHaveLength(2);
  expect(sheets.reduce((sum, line) => sum + total(line), 0)).toBe(findings.length);
  const { error, warning, advice } = severityCounts(findings);
  expect(error + warning + advice).toBe(findings.length);
  expect([...new Set(findings.map(({ directorate }) => directorate))]).toEqual(['GET', null]);
});

test('a report of nothing', () => {
  expect(severityCounts([])).toEqual({ error: 0, warning: 0, advice: 0 });
  expect(reportText('The report', [])).toBe('The report\nnothing found\n');
});

test('the help page has every code once, under its severity', () => {
  const help = findingsHelp();
  for (const code of FINDING_CODES) expect([code, help.split(`<code>${code}</code>`).length]).toEqual([code, 2]);
  const [, errors = '', warnings = ''] = help.split('<h2>');
  expect(errors).toContain('<code>unknown-outcome</code>');
  expect(warnings).toContain('<code>cost-contradicted</code>');
});

test('labels', () => {
  expect([severityLabel('error'), severityLabel('error', 2), severityLabel('advice', 2)]).toEqual(['Error', 'Errors', 'Advice']);
  expect([severityCount('warning', 1), severityCount('error', 3), severityCount('advice', 2)]).toEqual([
    '1 warning',
    '3 errors',
    '2 pieces of advice',
  ]);
  expect(new Set(FINDING_CODES.map(codeLabel)).size).toBe(FINDING_CODES.length);
});

const LINE: MeasureLine = {
  directorate: 'HROD',
  directorateText: 'HROD',
  text: 'By 2028, in Kent',
  timescale: readTimescaleText('2028'),
  progress: '',
  source: { file: 'HROD.xlsx', sheet: 'Measures', sheetId: 'Measures', tableId: 'Measures!A3', row: 4, cells: { measure: 'A5' } },
};

test('figures that differ from the logframe', () => {
  const difference = 'the logframe says Kent and Medway by 2028/29, this says Kent by 2028';
  const found = figuresFinding(LINE, [difference], 'Objectively Verifiable Indicators');
  expect(found).toMatchObject({
    code: 'figures-differ-from-logframe',
    severity: SEVERITY_OF['figures-differ-from-logframe'],
    cell: 'A5',
    row: 5,
    heading: 'Objectively Verifiable Indicators',
    directorate: 'HROD',
  });
  expect(found?.message).toContain(difference);
  expect(figuresFinding(LINE, [])).toBeNull();
});
