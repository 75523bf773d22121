import { type CalendarDate, textCell } from '../../../src/domain/grid';
import { dueOf, financialQuarterOf, monthName, readTimescale } from '../../../src/domain/timescale';

const PLAN: CalendarDate = { year: 2025, month: 1, day: 21 };

function due(text: string, planDate = PLAN): string | null {
  const date = dueOf(readTimescale(textCell(text)), planDate);
  return date === null ? null : [date.year, date.month, date.day].join('-');
}

describe('dueOf', () => {
  const rows: readonly (readonly [string, string | null])[] = [
    ['March 2026', '2026-3-31'],
    ['June 2025', '2025-6-30'],
    ['Feb 2026', '2026-2-28'],
    ['Feb 2028', '2028-2-29'],
    ['2027', '2027-12-31'],
    ['April 2025 - March 2026', '2026-3-31'],
    ['1-2 years', '2027-1-21'],
    ['12-18 months', '2026-7-21'],
    ['6 weeks', '2025-3-4'],
    ['90 days', '2025-4-21'],
    ['Immediate', '2025-1-21'],
    ['from April 2025', null],
    ['Ongoing', null],
    ['March', null],
    ['TBC', null],
    ['', null],
  ];
  it.each(rows)('%j is due %s', (text, wanted) => expect(due(text)).toBe(wanted));

  it('takes the last day of a shorter month', () => expect(due('6 months', { year: 2025, month: 8, day: 31 })).toBe('2026-2-28'));
  it('keeps 29 February in a leap year only', () => {
    expect(due('1 year', { year: 2024, month: 2, day: 29 })).toBe('2025-2-28');
    expect(due('4 years', { year: 2024, month: 2, day: 29 })).toBe('2028-2-29');
  });
});

describe('financial quarters and names of months', () => {
  const rows: readonly (readonly [string, string | null, string])[] = [
    ['2025-03', '2024/25 Q4', 'March 2025'],
    ['2025-04', '2025/26 Q1', 'April 2025'],
    ['2025-06', '2025/26 Q1', 'June 2025'],
    ['2025-07', '2025/26 Q2', 'July 2025'],
    ['2025-12', '2025/26 Q3', 'December 2025'],
    ['2026-01', '2025/26 Q4', 'January 2026'],
    ['2099-05', '2099/00 Q1', 'May 2099'],
    ['2025-13', null, '2025-13'],
    ['soon', null, 'soon'],
  ];
  it.each(rows)('%s', (month, quarter, name) => {
    expect(financialQuarterOf(month)).toBe(quarter);
    expect(monthName(month)).toBe(name);
  });
});
