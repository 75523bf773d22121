import { grouped } from '../wording';
import type { Item } from './items';
import { isWord, wordOf } from './tokens';
import type { Quantity } from './quantities';
import { type Subject, isGap } from './subject';

/** Rates per so many people; other rates are percentages (docs/rules.md#target-units). */
const PER_PEOPLE =
  /\b(?:mortality|deaths?|suicides?|admissions?|crimes?|violence|offending|reoffending|injur(?:y|ies)|incidence|births?|conceptions?|fertility|access|testing|hospitalisations?|homelessness|attendances?|accidents?|collisions?|casualt(?:y|ies)|infections?|referrals?|prescri\w+|abortions?|self-harm|falls?|assaults?|robber(?:y|ies)|burglar(?:y|ies)|antisocial|homicides?|presentations?|transfers?|detection|discharges?|extractions?|amputations?|strokes?|cancers?)\b/i;
const SHARE = /\b(?:proportion|percentage|per cent|share|prevalence|uptake|coverage|%|take-up)\b/i;

/** "per 100,000 population" as "rate per 100,000". */
function rateUnit(unit: string): string {
  return `rate per ${grouped(Number(unit.replace(/\D/g, '')))}`;
}

const isPercent = (unit: string | null): boolean => unit !== null && (unit === '%' || /^per\s?cent$/i.test(unit));

/** The unit of a measure, from the figures first and then from what is measured. @param before of the measure whose gap it may be. */
export function unitOf(subject: Subject, items: readonly Item[], quantities: readonly Quantity[], before: string | null): string | null {
  const levels = quantities.filter(({ role, isDistance }) => role !== 'change' || isDistance);
  const rate = quantities.find(({ unit }) => unit !== null && /^(?:per|in every)\s+\d/i.test(unit));
  if (rate !== undefined && rate.unit !== null) return rateUnit(rate.unit);
  const base = items.find((item, at) => item.kind === 'number' && isWord(items[at - 1], 'per') && /^10{2,6}$/.test(String(item.value)));
  if (base?.kind === 'number') return `rate per ${grouped(base.value)}`;
  if (levels.some(({ unit }) => unit === '£')) return '£';
  const said = unitSaid(subject) ?? timeUnit(levels);
  if (levels.some(({ unit }) => isPercent(unit)) || quantities.some(({ unit }) => unit !== null && /^p/i.test(unit) && !isPercent(unit)))
    return isGap(subject) ? 'percentage points' : said === 'rank' ? said : '%';
  if (isGap(subject) && (said === null || said === '%')) return said === '%' || before === '%' ? 'percentage points' : before;
  if (said !== null) return said;
  if (quantities.some(({ role, unit }) => role === 'change' && isPercent(unit)) && quantities.some(({ value }) => value === null))
    return '%';
  return levels.some(({ value, role, unit }) => value !== null && unit === null && role !== 'comparator') ? 'count' : null;
}

const TIMES: Readonly<Record<string, string>> = {
  minute: 'minutes',
  hour: 'hours',
  day: 'days',
  week: 'weeks',
  month: 'months',
  year: 'years',
};

/** "12 weeks", where a time is what is measured. */
const timeUnit = (levels: readonly Quantity[]): string | null =>
  levels.map(({ noun }) => TIMES[noun.replace(/s$/, '')]).find((unit) => unit !== undefined) ?? null;

/** What the words call it; the first of them that says so. */
function unitSaid({ text, items }: Subject): string | null {
  const head = items.slice(0, 25).map(wordOf);
  const has = (...words: readonly string[]): boolean => words.some((word) => head.includes(word));
  const yearly = /\b(?:each|every|a|per) (?:year|annum)\b|\bannually\b|\byearly\b/i.test(text);
  if (has('rank', 'ranking')) return 'rank';
  if (has('expectancy', 'lifespan')) return 'years';
  if (has('ratio')) return 'ratio';
  if (has('score', 'scores')) return 'score';
  if (/\bas a (?:percentage|proportion|share) of\b/i.test(text)) return '%';
  const shareAt = text.search(SHARE);
  const numberAt = text.search(/\bnumbers? of\b/i);
  if (numberAt >= 0 && (shareAt < 0 || numberAt < shareAt)) return yearly ? 'count per year' : 'count';
  if (shareAt >= 0) return '%';
  if (has('rate', 'rates')) return PER_PEOPLE.test(text) ? 'rate' : '%';
  if (has('emissions') || /^net zero\b/i.test(text)) return 'emissions';
  if (yearly) return 'count per year';
  return null;
}
