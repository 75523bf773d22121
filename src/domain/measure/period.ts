/** Periods and dates as measures write them. Only dates with a year count: without one nothing can be compared. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const SEASONS: Readonly<Record<string, number>> = { spring: 5, summer: 8, autumn: 11, winter: 2 };
const FINANCIAL = String.raw`(?:fy\s?)?(?:20)?\d{2}\s?[/–-]\s?(?:20)?\d{2}`;

export const PERIOD_SOURCE = [
  String.raw`\d{1,2}[/.]\d{1,2}[/.](?:20)?\d{2}(?!\d)`,
  String.raw`(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:${MONTH})\.?\s*(?:20\d{2}|['’‘]?\d{2})(?![\d%]|[,.]\d)`,
  String.raw`q[1-4]\s*(?:of\s+)?${FINANCIAL}(?![\d%])`,
  String.raw`(?:fy\s?)?20\d{2}\s?[/–-]\s?(?:20)?\d{2}(?![\d%])(?:\s*q[1-4])?`,
  String.raw`(?<![\d£.,/])[12]\d/[123]\d(?![\d%/])(?:\s*q[1-4])?`,
  String.raw`(?:mid|early|late|spring|summer|autumn|winter)[\s-]*(?:of\s+)?20\d{2}(?![\d%])`,
  String.raw`(?<![\d£.,])20[0-5]\d(?![\d%]|[,.]\d)`,
  String.raw`year\s?\d{1,2}(?!\d)`,
].join('|');

const two = (number: number): string => String(number).padStart(2, '0');
const year = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));
const asMonth = (fullYear: number, month: number): string | null =>
  month >= 1 && month <= 12 ? `${String(fullYear)}-${two(month)}` : null;

/** "23/24" and "2023/24" are a financial year when the second follows the first; the year it ends in, else null. */
function financialEnd(text: string): number | null {
  const match = /(\d{4}|\d{2})\s?[/–-]\s?(\d{4}|\d{2})/.exec(text);
  if (match === null) return null;
  const from = year(match[1] ?? '');
  const to = year(match[2] ?? '');
  return to === from + 1 ? to : null;
}

const MONTH_AND_YEAR = new RegExp(String.raw`(${MONTH})\.?\s*['’‘]?(\d{4}|\d{2})$`);

/** The month in which a period ends ("2025/26" is 2026-03, "Q3 2025/26" is 2025-12, "2026" is 2026-12); null for "year 5". */
export function endOfPeriod(period: string): string | null {
  const text = period.toLowerCase();
  const day = /^\d{1,2}[/.](\d{1,2})[/.](\d{4}|\d{2})$/.exec(text);
  if (day !== null) return asMonth(year(day[2] ?? ''), Number(day[1]));
  const named = MONTH_AND_YEAR.exec(text);
  if (named !== null) return asMonth(year(named[2] ?? ''), MONTHS.indexOf((named[1] ?? '').slice(0, 3)) + 1);
  const ends = financialEnd(text);
  const quarter = /q([1-4])/.exec(text)?.[1];
  if (ends !== null) return quarter === undefined || quarter === '4' ? asMonth(ends, 3) : asMonth(ends - 1, 3 + 3 * Number(quarter));
  const last = /(20\d{2})$/.exec(text)?.[1];
  if (last === undefined) return null;
  const part = /^(mid|early|late|spring|summer|autumn|winter)/.exec(text)?.[1];
  if (part === 'mid') return asMonth(Number(last), 6);
  return asMonth(Number(last), part === undefined ? 12 : (SEASONS[part] ?? (part === 'early' ? 4 : 12)));
}

/** A period as first and last month, both included. `years` is how many a pool or range has, else 1. */
export interface PeriodSpan {
  readonly type:
    'calendar year' | 'financial year' | 'pooled calendar years' | 'pooled financial years' | 'quarter' | 'month' | 'part of a year';
  readonly from: string;
  readonly to: string;
  readonly years: number;
}

const YEAR_ALONE = /^(?:19|20)\d{2}$/;

/** Both ends of a period ("2018-20" is three calendar years, "2018-19" a financial year); null for "year 5" and what runs backwards. */
export function spanOfPeriod(period: string): PeriodSpan | null {
  const text = period.trim().toLowerCase();
  if (YEAR_ALONE.test(text)) return { type: 'calendar year', from: `${text}-01`, to: `${text}-12`, years: 1 };
  const to = endOfPeriod(text);
  if (to === null) return pooledYears(text);
  if (/q[1-4]/.test(text)) return { type: 'quarter', from: monthsBefore(to, 2), to, years: 1 };
  if (financialEnd(text) !== null && !MONTH_AND_YEAR.test(text) && !/[.]|\/\d+\//.test(text))
    return { type: 'financial year', from: monthsBefore(to, 11), to, years: 1 };
  if (/^(?:early|mid|late)/.test(text)) return { type: 'part of a year', from: `${to.slice(0, 4)}-01`, to, years: 1 };
  if (/^(?:spring|summer|autumn|winter)/.test(text)) return { type: 'part of a year', from: monthsBefore(to, 2), to, years: 1 };
  return { type: 'month', from: to, to, years: 1 };
}

/** Longer spans than this are no pool of a statistic. */
const MOST_POOLED = 10;

function pooledYears(text: string): PeriodSpan | null {
  const match = /^(?:fy\s?)?(20\d{2})\s?[/–-]\s?((?:20)?\d{2})$/.exec(text);
  if (match === null) return null;
  const from = Number(match[1]);
  const to = year(match[2] ?? '');
  const years = to - from + 1;
  if (years < 2 || years > MOST_POOLED) return null;
  return { type: 'pooled calendar years', from: `${String(from)}-01`, to: `${String(to)}-12`, years };
}

function monthsBefore(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - months;
  return `${String(Math.floor(index / 12))}-${two((index % 12) + 1)}`;
}
