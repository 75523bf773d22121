import { spanOfPeriod } from '../measure';
import type { TargetPeriod } from './target-reading';

/** A period as written with its months (docs/rules.md#target-periods); null for what is none of the calendar. */
export function periodOf(text: string): TargetPeriod | null {
  const span = spanOfPeriod(text);
  if (span === null) return null;
  const { type, from, to, years } = span;
  return { text: text.trim(), type, from, to, ...(years > 1 ? { years } : {}) };
}

const yearsFrom = (from: string, to: string): number => Number(to.slice(0, 4)) - Number(from.slice(0, 4));

/** "2028 to 2032": from the beginning of the first to the end of the last; null where that runs backwards. */
export function rangeOf(first: TargetPeriod, last: TargetPeriod, text: string): TargetPeriod | null {
  if (first.from >= last.from || first.to >= last.to) return null;
  const whole = { text, from: first.from, to: last.to };
  if (first.type === 'financial year' && last.type === 'financial year')
    return { ...whole, type: 'pooled financial years', years: yearsFrom(first.from, last.to) };
  return { ...whole, type: 'range of years' };
}

/** A school year that is called one: "academic year 2028/29" is September to August. */
export function academicYear(period: TargetPeriod): TargetPeriod {
  if (period.type !== 'financial year') return period;
  return { ...period, type: 'academic year', from: `${period.from.slice(0, 4)}-09`, to: `${period.to.slice(0, 4)}-08` };
}
