import { PERIOD_SOURCE } from './period';

/** A number in a text with what stands around it; places are characters of the text. */
export interface NumberInText {
  readonly value: number;
  readonly unit: string | null;
  readonly from: number;
  readonly to: number;
  /** Whether the words around it make it a name, an age or a length of time ("KPI 7", "aged 65", "6 weeks after"), which measures nothing. */
  readonly isNamed: boolean;
}

export interface PeriodInText {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const UNIT = String.raw`(?:\s?(%|per\s?cent(?!age)|percentage\s+points?|p\.?p\.?t?s?\.?(?![a-z])|(?:per|in\s+every)\s+\d[\d,]*(?:\s+population)?))?`;
const NUMBER = new RegExp(
  String.raw`(£\s?)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\s?(?:k|m|bn|million|billion)(?![a-z]))?${UNIT}`,
  'gi',
);
const SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };

/** A number after these words names something ("KPI 7", "Tier 2", "aged 65") and measures nothing. */
const NAMES =
  /(?:kpis?|tiers?|levels?|phase|stage|step|outcomes?|year|years|aged?|ages|section|type|grade|key stage|ks|option|schedule|appendix|page|no\.|q)\s?:?\s?$/i;
/** A number before these words is an age or a length of time. */
const AGES =
  /^(?:\s?[-–]\s?\d+|\s?to\s?\d+\s?(?:years?|yrs?|s)\b|\s?(?:and over|\+|plus|year[s-]?\s?olds?|years? of age|s\b)|\s?(?:days?|weeks?|months?|years?|yrs?)\s+(?:after|of|following|before|duration|work))/i;

const PERIOD = new RegExp(PERIOD_SOURCE, 'gi');

/** The periods and dates with a year that a text names, from first to last. */
export function periodsIn(text: string): PeriodInText[] {
  return Array.from(text.matchAll(PERIOD), (found) => ({
    text: found[0].trim(),
    from: found.index,
    to: found.index + found[0].length,
  }));
}

/** Periods blotted out with the same number of "¤", so that a year is never taken for a number. */
export function withoutPeriods(text: string, periods: readonly PeriodInText[]): string {
  return periods.reduce((rest, { from, to }) => rest.slice(0, from) + '¤'.repeat(to - from) + rest.slice(to), text);
}

/** The numbers of a text whose periods are blotted out; those joined to letters ("NO2") are none. */
export function numbersIn(blot: string): NumberInText[] {
  return Array.from(blot.matchAll(NUMBER)).flatMap((found) => {
    const before = blot.slice(Math.max(0, found.index - 16), found.index);
    const after = blot.slice(found.index + found[0].length, found.index + found[0].length + 24);
    const pounds = found[1] !== undefined;
    const unit = found[4]?.replace(/\s+/g, ' ').trim() ?? (pounds ? '£' : null);
    const joined = /[\p{L}\d]$|\d[/.,-]$/u.test(before) || (unit === null && /^[\p{L}\d]/u.test(after) && !/^\s/.test(after));
    if (joined) return [];
    const isNamed = unit === null && !pounds && (NAMES.test(before) || AGES.test(after) || /\d\s?[-–]\s?$/.test(before));
    const scale = SCALE[found[3]?.trim().toLowerCase() ?? ''] ?? 1;
    const value = Number((found[2] ?? '').replaceAll(',', '')) * scale;
    return [{ value, unit, from: found.index, to: found.index + found[0].trimEnd().length, isNamed }];
  });
}
