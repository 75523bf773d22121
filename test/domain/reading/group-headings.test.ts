import { kent2025 } from '../../../src/domain/framework';
import { understandBook } from '../../../src/domain/reading';
import { DATES } from '../findings/read-sheet';
import { drawBook } from './sheet-text';
import { readTables } from './read-tables';
import { checkBook } from '../findings/check-book';

const KENT = kent2025();

function read(rows: readonly string[], merges: readonly string[] = []) {
  const found = readTables(drawBook([{ rows, merges }], 'GET.xlsx'), KENT, { includeHidden: false, corrections: [] });
  const { actions } = understandBook(found, { file: 'GET.xlsx', framework: KENT });
  const findings = checkBook({ ...found, file: 'GET.xlsx', actions }, KENT, DATES);
  return { ...found, actions, first: actions[0], codes: findings.map(({ code }) => code) };
}

test('two leads under one group heading both lead, and of two dates the revised one holds', () => {
  const { actions, codes } = read(
    [
      'Action we are taking | Leads | | Completion date | | Evidence of assurance | RAG',
      ' | Executive | Operational | Original | Revised | | ',
      'Hold a safety huddle | Chief Nurse | Matron | September 2026 | | Audit of huddles | Green',
      'Buy monitors | Chief Executive | Devices Manager | October 2026 | February 2027 | Delivery notes | Amber',
    ],
    ['B1:C1', 'D1:E1', 'A1:A2', 'F1:F2', 'G1:G2'],
  );
  expect(actions.map(({ ledBy, timescale, measure, status }) => [ledBy.leads, timescale.text, measure.text, status])).toEqual([
    [['Chief Nurse', 'Matron'], 'September 2026', 'Audit of huddles', 'on track'],
    [['Chief Executive', 'Devices Manager'], 'February 2027 (first planned for October 2026)', 'Delivery notes', 'at risk'],
  ]);
  expect(codes).not.toContain('part-not-read');
});

test('start and end under one group heading, though "End" alone would be in doubt', () => {
  const { first } = read(
    [
      'Ref | Key outputs and actions | Timeframe | | Person responsible',
      ' | | Start | End | ',
      '1 | Rewrite the adverts | September 2026 | August 2027 | Head of School',
    ],
    ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2'],
  );
  expect(first?.timescale).toMatchObject({ start: '2026-09', end: '2027-08' });
});

test('outcomes and quarters under group headings are values, whatever the group is called', () => {
  const { first } = read(
    [
      'Description | SRO | Contributes to | | | 2026/27 milestones | | RAG',
      ' | | SO1 | SO2 | SO3 | Q1 | Q3 | ',
      'Place workers in youth clubs | Youth Service Manager | ✓ | | ✓ | Agree wording | Print | Green',
    ],
    ['C1:E1', 'F1:G1', 'A1:A2', 'B1:B2', 'H1:H2'],
  );
  expect(first?.outcomes.codes).toEqual(['SO1', 'SO3']);
  expect(first?.milestones.map(({ text, timescale }) => [timescale.end, text])).toEqual([
    ['2026-06', 'Agree wording'],
    ['2026-12', 'Print'],
  ]);
});

test('a row of data under headings is no second row of headings', () => {
  const { tables } = read(['Risk | Lead | Timescale | Measure', 'Funding is not agreed | Head of Highways | March 2027 | 1 scheme']);
  expect(tables).toEqual([]);
});

test('a deadline under a group heading stays beside columns of ticked quarters', () => {
  const { first } = read(
    [
      'Action | Lead | Dates | | Measure | Q1 2026/27 | Q2 2026/27',
      ' | | Due | Last review | | | ',
      'Plant trees | Head of Parks | May 2027 | May 2026 | 5 trees | x | x',
    ],
    ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2', 'F1:F2', 'G1:G2'],
  );
  expect(first?.timescale.text).toBe('May 2027');
});

test.each([
  ['Sep | Oct | Nov', 'Red | Amber | Green', 'Earlier status (Sep): Red\nEarlier status (Oct): Amber'],
  ['Nov | Oct | Sep', 'Green | Amber | Red', 'Earlier status (Sep): Red\nEarlier status (Oct): Amber'],
])('of a status by months under a group heading the last holds, and the others are told: %s', (months, cells, progress) => {
  const { first, codes, sheets } = read(
    [
      'Action | Lead | When | Measure | Progress RAG | | ',
      ` | | | | ${months}`,
      `Adopt a tool | Lead Nurse | May 2027 | Adopted | ${cells}`,
    ],
    ['E1:G1', 'A1:A2', 'B1:B2', 'C1:C2', 'D1:D2'],
  );
  expect([first?.status, first?.progress]).toEqual(['on track', progress]);
  expect(codes).not.toContain('part-not-read');
  expect(sheets[0]?.byKind.action).toBe(7);
});
