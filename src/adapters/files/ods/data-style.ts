import { GENERAL } from '../../../domain/grid';
import { usableFormat } from '../../../number-format';
import { type Markup, childrenNamed, localName, textOf } from '../package/markup';

/**
 * A data style of an OpenDocument file as the number format that Excel has for it (OpenDocument 1.3, part 3, 16.29). Null for what no such format says:
 * quarters, weeks, eras, text within the digits.
 * @param named finds the styles that hold for some values alone.
 */
export function formatOfDataStyle(style: Markup, named: (name: string) => Markup | undefined): string | null {
  const base = sectionOf(style);
  const sections = childrenNamed(style, 'map').map((map) => {
    const condition = CONDITION.exec((map.attributes.get('style:condition') ?? '').replace(/\s/g, ''));
    const applied = named(map.attributes.get('style:apply-style-name') ?? '');
    const code = applied === undefined ? null : sectionOf(applied);
    return condition === null || code === null ? null : { when: `${(condition[1] ?? '').replace('!=', '<>')}${condition[2] ?? ''}`, code };
  });
  if (base === null || sections.length > 3 || !sections.every((section) => section !== null)) return null;
  return usableFormat(joined(sections, base));
}

/** A condition on the value of the cell: an operator and a number. */
const CONDITION = /^value\(\)(>=|<=|<>|!=|=|<|>)(-?\d{1,15}(?:\.\d{1,15})?)$/;

interface Section {
  readonly when: string;
  readonly code: string;
}

/** Sections in the order of Excel, which needs no conditions for the usual ones; the last one is that of all other values. */
function joined(sections: readonly Section[], base: string): string {
  const order = sections.map(({ when }) => when).join(' ');
  const isUsual = ['>=0', '>0 <0', '>0 <0 =0'].includes(order);
  return [...sections.map(({ when, code }) => (isUsual ? code : `[${when}]${code}`)), base].join(';');
}

type Kind = 'number' | 'percentage' | 'currency' | 'date' | 'time' | 'text' | 'boolean';

/** The format of one style without its conditions. */
function sectionOf(style: Markup): string | null {
  const kind = localName(style.name).replace('-style', '') as Kind;
  if (kind === 'boolean') return GENERAL;
  const isDuration = style.attributes.get('number:truncate-on-overflow') === 'false';
  const parts = style.children.filter((child): child is Markup => typeof child !== 'string');
  const kinds = new Set(parts.map(({ name }) => localName(name)));
  // Minutes alone would be months.
  if (kinds.has('minutes') && !kinds.has('hours') && !kinds.has('seconds')) return null;
  let code = '';
  for (const part of parts) {
    const written = partOf(part, kind);
    if (written === null) return null;
    code += isDuration && DURATIONS.has(localName(part.name)) && !code.includes('[') ? `[${written}]` : written;
  }
  return code;
}

const DURATIONS: ReadonlySet<string> = new Set(['hours', 'minutes', 'seconds']);

function partOf(part: Markup, kind: Kind): string | null {
  const local = localName(part.name);
  switch (local) {
    case 'number':
      return digits(part, kind);
    case 'scientific-number':
      return exponent(part);
    case 'fraction':
      return fraction(part);
    case 'text':
    case 'currency-symbol':
      return literal(textOf(part), kind);
    case 'fill-character':
      return `*${textOf(part).slice(0, 1) || ' '}`;
    case 'text-content':
      return '@';
    case 'map':
    case 'text-properties':
      return '';
    default:
      return dateParts(part, local);
  }
}

function dateParts(part: Markup, local: string): string | null {
  const isLong = part.attributes.get('number:style') === 'long';
  switch (local) {
    case 'year':
      return isLong ? 'yyyy' : 'yy';
    case 'month':
      if (part.attributes.get('number:textual') === 'true') return isLong ? 'mmmm' : 'mmm';
      return isLong ? 'mm' : 'm';
    case 'day':
      return isLong ? 'dd' : 'd';
    case 'day-of-week':
      return isLong ? 'dddd' : 'ddd';
    case 'hours':
      return isLong ? 'hh' : 'h';
    case 'minutes':
      return isLong ? 'mm' : 'm';
    case 'seconds':
      return withDecimals(isLong ? 'ss' : 's', count(part, 'decimal-places') ?? 0);
    case 'am-pm':
      return 'AM/PM';
    default:
      return null;
  }
}

/** More digits than any format that people make has. */
const MOST_DIGITS = 30;

/** A count of digits; null where the style does not say it. */
function count(part: Markup, name: string): number | null {
  const written = part.attributes.get(`number:${name}`);
  return written === undefined || !/^\d{1,4}$/.test(written) ? null : Math.min(Number(written), MOST_DIGITS);
}

function withDecimals(whole: string, decimals: number, optional = 0): string {
  return decimals + optional === 0 ? whole : `${whole}.${'0'.repeat(decimals)}${'#'.repeat(optional)}`;
}

function digits(part: Markup, kind: Kind): string | null {
  const [decimals, atLeast] = [count(part, 'decimal-places'), count(part, 'min-integer-digits') ?? 1];
  const isGrouped = part.attributes.get('number:grouping') === 'true';
  const replacement = part.attributes.get('number:decimal-replacement');
  if (childrenNamed(part, 'embedded-text').length > 0 || (replacement ?? '') !== '') return null;
  if (decimals === null && kind === 'number' && !isGrouped && atLeast <= 1) return GENERAL;
  const places = decimals ?? 0;
  const always = Math.min(count(part, 'min-decimal-places') ?? (replacement === '' ? 0 : places), places);
  const factor = Number(part.attributes.get('number:display-factor') ?? 1);
  const scale = { 1: '', 1000: ',', 1_000_000: ',,' }[factor];
  return scale === undefined ? null : withDecimals(whole(atLeast, isGrouped), always, places - always) + scale;
}

/** "#,##0", "000", "#". */
function whole(atLeast: number, isGrouped: boolean): string {
  const all = '0'.repeat(atLeast).padStart(isGrouped ? 4 : 1, '#');
  if (!isGrouped) return all;
  const first = all.length % 3 || 3;
  const groups = [all.slice(0, first)];
  for (let at = first; at < all.length; at += 3) groups.push(all.slice(at, at + 3));
  return groups.join(',');
}

function exponent(part: Markup): string {
  const mantissa = withDecimals('0'.repeat(count(part, 'min-integer-digits') ?? 1), count(part, 'decimal-places') ?? 0);
  return `${mantissa}E+${'0'.repeat(count(part, 'min-exponent-digits') ?? 2)}`;
}

function fraction(part: Markup): string {
  const wholes = count(part, 'min-integer-digits');
  const below = part.attributes.get('number:denominator-value') ?? '?'.repeat(count(part, 'min-denominator-digits') ?? 1);
  return `${wholes === null ? '' : `${'0'.repeat(wholes) || '#'} `}${'?'.repeat(count(part, 'min-numerator-digits') ?? 1)}/${below}`;
}

function literal(text: string, kind: Kind): string {
  if (kind === 'percentage' && text === '%') return text;
  const isPlain = kind === 'date' || kind === 'time' ? /^[ \-/:.,]*$/ : /^[ \-()]*$/;
  return isPlain.test(text) ? text : `"${text.replaceAll('"', '"\\""')}"`;
}
