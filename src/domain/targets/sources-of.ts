import { periodsIn } from '../measure';
import type { AreaNames } from './area-names';
import { periodOf } from './target-period';
import type { Benchmark, IndicatorSource, TargetPeriod } from './target-reading';
import { plainText } from './tokens';

const INDICATOR_IDS =
  /\b(?:fingertips|indicators?|profile)[^.\n\d]{0,40}?\b(?:ids?|indicators?)\b[ :.]{0,4}(\d{2,6}(?: ?(?:,|and|&|\/|;) ?\d{2,6})*)|\bindicators?(?: ids?)?[ :.]{1,4}(\d{3,6}(?: ?(?:,|and|&|\/|;) ?\d{3,6})*)/gi;
const ADDRESS_ID = /\biid\/(\d{2,6})/gi;
const ADDRESS = /\bhttps?:\/\/[^\s<>"')\]]+/gi;
const ASCOF = /\bASCOF\s+(?:indicators?\s+|measures?\s+)?(\d[A-Z](?:\(\d\))?|\d[A-Z]?\s?(?:part\s?)?\d?)/gi;
const OBH = /\bOBH\s+([A-Z]{1,5}\s?\d{1,4})\b/g;
/** Words that say that there is no source yet, or whom the level was taken from. */
const NO_SOURCE = /^(?:t\.?b\.?[cad]\b|ovi\b|n\/?a\b|none\b|to be |awaiting|align|match|in line|return|a return|smallest|baseline|target)/i;
const FURTHER_SOURCE = /^\p{Lu}[\p{L} ]{2,40}:\s+\p{Lu}|\s[-–]\s+\p{Lu}.*\(/u;

/** Where the values come from, as the means of verification says. */
export function sourcesIn(means: string): IndicatorSource[] {
  const text = plainText(means);
  const isFingertips = /fingertips|phe\.org\.uk|\bOHID\b|health improvement and disparities/i.test(text);
  const ids = [
    ...(isFingertips ? [...text.matchAll(INDICATOR_IDS)].flatMap(({ 1: after, 2: list = after ?? '' }) => list.match(/\d+/g) ?? []) : []),
    ...[...text.matchAll(ADDRESS_ID)].flatMap(({ 1: id = '' }) => id),
  ];
  const found: IndicatorSource[] = [
    ...[...new Set(ids.map(Number))].map((id) => ({ type: 'fingertips', id }) as const),
    ...[...text.matchAll(ASCOF)].map(({ 1: id = '' }) => ({ type: 'ascof', id: id.trim() }) as const),
    ...[...text.matchAll(OBH)].map(({ 1: id = '' }) => ({ type: 'obh', id: id.replace(/\s/g, '') }) as const),
    ...[...text.matchAll(ADDRESS)]
      .filter(({ 0: url }) => !/\/iid\/\d/.test(url))
      .map(({ 0: url }) => ({ type: 'url', url: url.replace(/(?<![.,;:])[.,;:]{1,5}$/, '') }) as const),
  ];
  return found.length > 0 ? found : namedIn(text);
}

/** The first line names the source; a further one does where it has a label or an address of its own. */
function namedIn(text: string): IndicatorSource[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line, index) => line !== '' && !NO_SOURCE.test(line) && (index === 0 || FURTHER_SOURCE.test(line)))
    .map((line) => ({ type: 'named', text: line }));
}

const BENCHMARK =
  /\b(?:in line with|match(?:es|ing)?|align(?:ed)?(?: more closely)? with|same as|taken from|based on)\s+((?:the\s+)?(?:best|top|highest)?[^.\n]{0,40}?\b(?:neighbours?|authorit(?:y|ies)|peers?))\b([^.\n]{0,60})\.?([^\n]*)/gi;
const NAMED_NEIGHBOUR = /(\p{Lu}[\p{L}’' -]{2,40}?)\s*\(([^()\n]{2,40})\)/gu;

/** Whom a level was taken from: "In line with best performing CIPFA nearest neighbour in 2020/21". No target. */
export function benchmarksIn(means: string, areas: AreaNames): Benchmark[] {
  const text = plainText(means);
  return [...text.matchAll(BENCHMARK)].flatMap(({ 1: whom = '', 2: when = '', 3: behind = '' }): Benchmark[] => {
    const period = firstPeriod(when);
    const named = [...behind.matchAll(NAMED_NEIGHBOUR)].flatMap(({ 1: comparator = '', 2: area = '' }) => {
      const known = areas.find(area)[0];
      return known === undefined ? [] : [{ area: known.name, comparator: comparator.replace(/^(?:and|or)\s+/i, '').trim(), period }];
    });
    return named.length > 0
      ? named
      : [{ area: null, comparator: whom.replace(/^the\s+/i, '').replace(/neighbours$/i, 'neighbour'), period }];
  });
}

const firstPeriod = (text: string): TargetPeriod | null =>
  periodsIn(text)
    .map((found) => periodOf(found.text))
    .find((period) => period !== null) ?? null;

/** The year that the means of verification calls the baseline's. */
export function baselineYearIn(means: string): TargetPeriod | null {
  const found = /\bbaseline(?: (?:year|period|data|figure|is|of|from|for|in)){0,4} ?[:(–-]? ?((?:\w{1,12} )?\d[^\n.;)]{0,20})/i.exec(
    plainText(means),
  );
  return found === null ? null : firstPeriod(found[1] ?? '');
}
