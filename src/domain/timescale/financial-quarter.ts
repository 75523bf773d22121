import { MONTH_NAMES, financialYearOf, parseMonth } from './month-index';
import type { Month } from './timescale-reading';

/** "2025-05" lies in "2025/26 Q1": April to June (docs/rules.md#timescale-years). Null when the text is no month. */
export function financialQuarterOf(month: Month): string | null {
  const index = parseMonth(month);
  if (index === null) return null;
  const april = financialYearOf(index);
  const year = (april - 3) / 12;
  return `${String(year)}/${String((year + 1) % 100).padStart(2, '0')} Q${String(Math.floor((index - april) / 3) + 1)}`;
}

/** "2026-03" as "March 2026"; a text that is no month comes back as it is. */
export function monthName(month: Month): string {
  const index = parseMonth(month);
  if (index === null) return month;
  const year = Math.floor(index / 12);
  return `${MONTH_NAMES[index - year * 12] ?? ''} ${String(year)}`;
}
