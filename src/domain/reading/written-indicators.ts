import type { Framework, Indicator } from '../framework';

interface IndicatorIndex {
  readonly byId: ReadonlyMap<string, number>;
  readonly list: readonly Indicator[];
  readonly texts: readonly { readonly plain: string; readonly index: number }[];
}

const indexes = new WeakMap<Framework, IndicatorIndex>();

const plainId = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9.]/g, '')
    .replace(/^([a-z]+)\.?/, '$1.');
const plainText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Below this length an indicator's words could stand in a row by chance. */
const LONG_ENOUGH = 30;

function indexOf(framework: Framework): IndicatorIndex {
  const known = indexes.get(framework);
  if (known) return known;
  const index: IndicatorIndex = {
    byId: new Map(framework.indicators.map((indicator, at) => [plainId(indicator.id), at])),
    list: framework.indicators,
    texts: framework.indicators.flatMap(({ text }, at) =>
      plainText(text).length >= LONG_ENOUGH ? [{ plain: plainText(text), index: at }] : [],
    ),
  };
  indexes.set(framework, index);
  return index;
}

/** An id as written: letters before, numbers with points between; what follows must not make it a quantity ("7.3%", "1.5 years", "£2.5m"). */
const ID =
  /(?<![£$€\p{L}\d.])(?:(?!to\b|and\b)[A-Za-z]{1,4}[\s.]?)?\d{1,2}(?:\.\d{1,2})?(?![\d]|\.\d|\s*(?:%|per\b|percent|percentage|years?\b|months?\b|million|m\b|k\b|pp\b))/gu;

function idAt(index: IndicatorIndex, written: string): number | null {
  const whole = index.byId.get(plainId(written));
  if (whole !== undefined) return whole;
  // "OVI 3.7", "SO3.7": the letters are not part of the id.
  return index.byId.get(plainId(written.replace(/^[A-Za-z]+[\s.]?/, ''))) ?? null;
}

function idsIn(index: IndicatorIndex, text: string): number[] {
  const found: number[] = [];
  let last: { at: number; end: number } | null = null;
  for (const match of text.matchAll(ID)) {
    const at = idAt(index, match[0]);
    if (at === null) continue;
    const between = last === null ? '' : text.slice(last.end, match.index);
    const isRange = last !== null && /^\s*(?:-|–|—|to)\s*$/i.test(between) && index.list[last.at]?.level === index.list[at]?.level;
    if (isRange && last !== null) for (let step = last.at + 1; step < at; step += 1) found.push(step);
    found.push(at);
    last = { at, end: match.index + match[0].length };
  }
  return found;
}

/** After one of these words a number in any cell is an indicator's id. */
const NAMED =
  /\b(?:indicators?|ovis?|logframe)\s*(?:no\.?|numbers?|refs?\.?|ids?)?\s*[:#]?\s*((?:[A-Za-z]{0,3}\.?\d{1,2}(?:\.\d{1,2})?\s*(?:,|;|&|\+|\/|and|to|-|–)?\s*)+)/gi;

/**
 * Ids of the framework's indicators that a row itself names, in the framework's order: all that its Indicator cell holds, ids, ranges and
 * indicators written out, and those that another of its texts names as an indicator ("OVI 3.7").
 * Rule: docs/rules.md#written-indicators.
 */
export function writtenIndicators(indicatorText: string, otherTexts: readonly string[], framework: Framework): string[] {
  const index = indexOf(framework);
  const words = plainText(indicatorText);
  const inFull = words.length < LONG_ENOUGH ? [] : index.texts.filter(({ plain }) => words.includes(plain)).map((entry) => entry.index);
  const named = otherTexts.flatMap((text) => [...text.matchAll(NAMED)].flatMap((match) => idsIn(index, match[1] ?? '')));
  const ids = inFull.length > 0 ? leadingIds(index, indicatorText) : idsIn(index, indicatorText);
  const all = new Set([...inFull, ...ids, ...named]);
  return [...all].sort((a, b) => a - b).flatMap((at) => index.list[at]?.id ?? []);
}

/** In a cell that writes indicators out, only the numbers that begin a line are ids; those inside are figures. */
function leadingIds(index: IndicatorIndex, text: string): number[] {
  return text.split(/[\r\n;]+/).flatMap((line) => {
    const id = /^\s*(?:[A-Za-z]{1,4}[\s.]?)?\d{1,2}\.\d{1,2}(?=[\s:.)–-])/.exec(line)?.[0];
    const at = id === undefined ? null : idAt(index, id.trim());
    return at === null ? [] : [at];
  });
}
