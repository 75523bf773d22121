import { patternByText } from '../wording';

/** One sum of money in a text, in pounds, with the place it stands. */
export interface Sum {
  /** The upper end of a range. */
  readonly pounds: number;
  /** "over £10k", "£10k+": the sum is a floor, not a ceiling. */
  readonly atLeast: boolean;
  /** "£6k, of which £4k sponsorship": the £4k are within the £6k and add nothing to it. */
  readonly isPart: boolean;
  readonly words: string;
  /** UTF-16 offsets into the text; `to` is not included. */
  readonly from: number;
  readonly to: number;
}

const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  '000': 1e3,
  '000s': 1e3,
  m: 1e6,
  mn: 1e6,
  mil: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};
/** Thousands are parted by commas or by spaces: "12,500", "12 500". */
const FIGURE = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,3}(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?`;
const numberOf = (figure: string): number => Number(figure.replace(/[^\d.]/g, ''));
const UNIT = String.raw`(?:\s?(k|thousand|m|mn|mil|million|bn|billion)(?![\p{L}]))?`;
const CURRENCY = String.raw`(?:£|GBP)\s?`;
const OVER = String.raw`(?:over|more than|at least|above|in excess of|exceed(?:s|ing)|upwards of|minimum(?: of)?|from|>=?|≥)\s*`;
/** A pattern of sums, with what every text holds in which it finds any: most texts do not. */
interface SumPattern {
  readonly finds: (text: string) => RegExp;
  readonly needs: RegExp;
}
const sumPattern = (source: string, needs: RegExp): SumPattern => ({ finds: patternByText(new RegExp(source, 'giu')), needs });

const RANGE = String.raw`\s?(?:-|–|—|to|and|or)\s?`;

/** With "£" a number is money wherever it stands. */
const POUNDS = sumPattern(
  String.raw`(${OVER})?${CURRENCY}(${FIGURE})${UNIT}(?:${RANGE}(?:${CURRENCY})?(${FIGURE})(?!\d|/)${UNIT})?(\s?\+|\s+plus(?![\p{L}])|\s+or\s+more)?`,
  /£|gbp/i,
);
/** Without it only "25k", "1.2 million", "5,000 pounds" are; in a cost cell every number is. */
const SCALED = sumPattern(
  String.raw`(${OVER})?(?<![\d.,£\p{L}])(${FIGURE})\s?(k|thousand|m|million|bn|billion)(?![\p{L}])()()(\s?\+)?`,
  /\d\s?[kmtb\u212a]/i,
);
const SPELT = sumPattern(
  String.raw`(${OVER})?(?<![\d.,£\p{L}])(${FIGURE})${UNIT}\s?(?:pounds|pounds sterling|GBP|quid)(?![\p{L}])()()(\s?\+)?`,
  /pound|gbp|quid/i,
);
const BARE = sumPattern(
  String.raw`(${OVER})?(?<![\d.,£\p{L}/])(${FIGURE})(?![\d%/]|\s?(?:%|per cent))${UNIT}(?:${RANGE}(${FIGURE})(?!\d|/)${UNIT})?(\s?\+|\s+plus(?![\p{L}])|\s+or\s+more)?`,
  /\d/,
);

function sumOf(found: RegExpMatchArray): Sum {
  const [words, over, low = '', lowUnit, high, highUnit, plus] = found;
  const value = (figure: string, unit: string | undefined): number => numberOf(figure) * (SCALE[unit?.toLowerCase() ?? ''] ?? 1);
  // "£5-10k" says the unit once; "between £5k and £10k" twice.
  const first = value(low, lowUnit ?? (high === undefined || high === '' ? undefined : highUnit));
  const second = high === undefined || high === '' ? null : value(high, highUnit ?? (numberOf(high) < numberOf(low) ? lowUnit : undefined));
  const last =
    second === null
      ? first
      : second < first && highUnit === undefined && lowUnit !== undefined
        ? value(high ?? '', lowUnit)
        : Math.max(first, second);
  const from = found.index ?? 0;
  return {
    pounds: last,
    atLeast: ((over ?? '') !== '' && second === null) || (plus ?? '') !== '',
    isPart: false,
    words: words.trim(),
    from,
    to: from + words.trimEnd().length,
  };
}

const PART = /\b(?:of (?:which|this|that|it)|including|incl?|made up of)\b/iu;

/** What comes after "of which" is part of the sum before, up to the end of the sentence. */
function withParts(sums: readonly Sum[], text: string): Sum[] {
  let isPart = false;
  return sums.map((sum, index) => {
    const between = text.slice(sums[index - 1]?.to ?? sum.from, sum.from);
    isPart = (isPart && !/[.;+\n]/.test(between)) || PART.test(between);
    return isPart ? { ...sum, isPart } : sum;
  });
}

/** Every sum once: where two patterns overlap, the one that begins first. */
function collect(text: string, patterns: readonly SumPattern[]): Sum[] {
  if (!/\d/.test(text)) return [];
  let end = 0;
  const sums = patterns
    .filter(({ needs }) => needs.test(text))
    .flatMap(({ finds }) => Array.from(text.matchAll(finds(text)), sumOf))
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      const isNew = from >= end;
      if (isNew) end = to;
      return isNew;
    });
  return withParts(sums, text);
}

const MONEY = /budget|fund|cost|grant|pound|invest|spend|price|saving|worth/i;
/** After a month or an apostrophe a number is a year: "March 25", "March '25". */
const DATED = /(?:['’]|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*\s*)$/iu;

/** "Round 5", "Section 106", "3 days": what stands before or behind says that a bare number counts something else. */
const LABEL =
  /\b(?:round|phase|section|stage|tier|year|lot|part|level|band|grade|option|step|wave|tranche|cohort|page|line|row|appendix|note|week|week no|no|item|kpi)s?\.?\s*$/iu;
const COUNTED =
  /^\s?-?(?:hours?|days?|weeks?|months?|years?|mins?|minutes?|w?fte?s?|staff|officers?|people|posts?|sessions?|schools?|sites?|meetings?|visits?)\b/iu;

/** What a month, an apostrophe and a label end with: most sums stand behind none of these. */
const LAST_OF_WORD = /[\p{L}'’.]/u;

/** A run is no sum: "5k run", "a 10k race for charity". */
const DISTANCE =
  /^\s?(?:\p{L}+\s)?(?:runs?|runners?|races?|walks?|swims?|rides?|steps?|events?|challenges?|programmes?|groups?|clubs?)\b/iu;

/** Sums of money named in free text: "£25k", "a budget of 20k", "£5,000 to £8,000". Numbers without a sign of money are none ("5k run"). */
export function sumsIn(text: string): Sum[] {
  const spoken = (sum: Sum): boolean =>
    !(/k$/i.test(sum.words) && DISTANCE.test(text.slice(sum.to, sum.to + 24))) &&
    MONEY.test(text.slice(Math.max(0, sum.from - 20), sum.from) + text.slice(sum.to, sum.to + 12));
  return collect(text, [POUNDS, SPELT, SCALED]).filter((sum) => /£|gbp|pound|quid/i.test(sum.words) || spoken(sum));
}

/** Sums in a cost cell, where a bare number is money too; years are not. */
export function sumsInCost(text: string): Sum[] {
  const sums = collect(text, [POUNDS, SPELT, SCALED, BARE]).filter((sum) => {
    const before = text.slice(Math.max(0, sum.from - 14), sum.from);
    const isBare = /^[\d,. ]+$/.test(sum.words);
    if (LAST_OF_WORD.test(before.trimEnd().slice(-1)) && (DATED.test(before) || (isBare && LABEL.test(before)))) return false;
    return !(isBare && COUNTED.test(text.slice(sum.to, sum.to + 12)));
  });
  // A year alone in its cell is an amount.
  const isAlone = sums.length < 2 && text.replace(/[^\p{L}]/gu, '').length + sums.length < 2;
  return isAlone ? sums : sums.filter(({ words }) => !/^(?:19|20)\d{2}$/.test(words));
}
