import { type Row, check } from './expected-reading';

/** Ways of writing that other bodies have and this council has not. */
const ROWS: readonly Row[] = [
  ['2025/28', '2025-01..2028-12', 'a slash between years apart is a range'],
  ['2024/26', '2024-01..2026-12', 'never December 2024'],
  ['by 2025/27', '2025-01..2027-12', 'with a preposition'],
  ['2025/26', '2026-03', 'years that follow one another are a financial year'],
  ['1st half 2026', '2026-06', 'a half in figures'],
  ['1st half of 2026', '2026-06', 'with "of"'],
  ['2nd half 2026', '2026-12', 'the second'],
  ['by 2nd half of 2026/27', '2027-03', 'of a financial year'],
  ['2025 to 2026 financial year', '2025-04..2026-03', 'the kind after two years'],
  ['2025-2026 financial year', '2025-04..2026-03', 'joined by a hyphen'],
  ['financial year 2025 to 2026', '2025-04..2026-03', 'the kind before them'],
  ['2025 to 2026 academic year', '2025-09..2026-08', 'a year of schools'],
  ['2025/26 academic year', '2026-08', 'the kind after one year'],
  ['2025/26 school year', '2026-08', 'in other words'],
  ['2025 to 2027', '2025-01..2027-12', 'without a kind, calendar years'],
  ['2025 to 2027 financial year', '2025-01..2028-03', 'years that do not follow one another are a range'],
  ['one-to-three years', '1-3y', 'hyphens for spaces'],
  ['two - to - four months', '0.167-0.333y', 'with spaces as well'],
  ['within 6 months of contract award', 'conditional', 'counted from an event: no date follows'],
  ['Within 6 months of the contract award', 'conditional', 'with an article'],
  ['3 months from go-live', 'conditional', '"from" an event'],
  ['12 weeks after approval', 'conditional', '"after" one'],
  ['within 6 months of April 2026', '2026-10', 'of a date it is counted'],
  ['within 12 months of the plan', '0-1y', 'the plan’s own beginning is known'],
  ['within 6 months of contract award, March 2027', '2027-03 conditional', 'a month of its own stays'],
  ['March 2025 and ongoing thereafter', '2025-03.. ongoing', 'what goes on has no end'],
  ['March 2025, ongoing thereafter', '2025-03.. ongoing', 'after a comma'],
  ['March 2025 and thereafter', '2025-03.. ongoing', 'in one word'],
  ['1 per quarter', 'ongoing', 'how often'],
  ['two a year', 'ongoing', 'in words'],
  ['3 each term', 'ongoing', 'of a school’s year'],
  ['a year', '1-1y', 'one year is a length'],
];

test.each(ROWS)('%s is %s: %s', (text, reading) => check(text, reading));
