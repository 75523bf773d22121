import { dateOfSerial } from '../../domain/grid';

/**
 * What Excel shows for a value under a number format, for the formats an add-in meets: General, digits with
 * separators, percent, scientific, dates and times, literals, colours and locale marks, sections by sign, "@".
 * Fractions and conditions in brackets are not handled: `shownText` gives null and the caller keeps what the file showed.
 */
export function shownText(value: string | number | boolean | null, format: string): string | null {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' && (format === 'General' || format === '@')) return value;
  const sections = splitSections(format);
  if (typeof value === 'string') {
    const text = sections.length > 3 ? sections[3] : sections.find((section) => bare(section).includes('@'));
    return text === undefined ? value : withLiterals(text, '@', value);
  }
  const section = sectionFor(sections, value);
  if (section === null) return null;
  const signed = sections.length > 1 ? Math.abs(value) : value;
  return shownNumber(signed, section);
}

function sectionFor(sections: readonly string[], value: number): string | null {
  if (sections.some((section) => /\[[<>=]/.test(section))) return null;
  if (value < 0 && sections.length > 1) return sections[1] ?? null;
  if (value === 0 && sections.length > 2) return sections[2] ?? null;
  return sections[0] ?? null;
}

function shownNumber(value: number, section: string): string | null {
  const plain = bare(section);
  if (/general/i.test(plain)) return withLiterals(section, 'general', generalText(value));
  if (plain.trim() === '' && section === '') return '';
  if (plain.includes('?') || /[0#]\/|\/[0#]/.test(plain)) return null;
  if (/[dmyhs]/i.test(plain.replace(/e[+-]/gi, ''))) return dateText(value, section);
  if (plain.includes('@')) return withLiterals(section, '@', generalText(value));
  return digitsText(value, section);
}

/** General: up to 11 significant characters, as a cell wide enough shows it. */
export function generalText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e11) return String(value);
  const size = Math.abs(value);
  if (size >= 1e11 || (size < 1e-9 && size > 0)) {
    const [mantissa = '', exponent = '0'] = value.toExponential(5).split('e');
    const power = Number(exponent);
    const sign = power < 0 ? '-' : '+';
    return `${String(Number(mantissa))}E${sign}${String(Math.abs(power)).padStart(2, '0')}`;
  }
  const whole = String(Math.trunc(size)).length;
  return String(Number(value.toFixed(Math.max(0, 10 - whole))));
}

/** The section without quoted text, escapes, padding, colours and locale marks: what is left decides its kind. */
function bare(section: string): string {
  return section
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
}

function splitSections(format: string): string[] {
  const sections: string[] = [];
  let current = '';
  for (const part of format.match(/"[^"]*"|\\.|\[[^\]]*\]|[\s\S]/g) ?? []) {
    if (part === ';') {
      sections.push(current);
      current = '';
    } else current += part;
  }
  return [...sections, current];
}

const PIECES = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|general|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|[\s\S]/gi;

/** A literal piece as shown; null when the piece is not a literal. "[$£-809]" shows its sign, "[Red]" nothing. */
function literal(piece: string): string | null {
  if (piece.startsWith('"')) return piece.slice(1, -1);
  if (piece.startsWith('\\')) return piece.slice(1);
  if (piece.startsWith('_') && piece.length > 1) return ' ';
  if (piece.startsWith('*') && piece.length > 1) return '';
  const currency = /^\[\$([^-\]]*)/.exec(piece);
  if (currency !== null) return currency[1] ?? '';
  if (piece.startsWith('[') && !/^\[[hms]+\]$/i.test(piece)) return '';
  return null;
}

function withLiterals(section: string, place: string, shown: string): string {
  return (section.match(PIECES) ?? []).map((piece) => literal(piece) ?? (piece.toLowerCase() === place ? shown : piece)).join('');
}

function digitsText(value: number, section: string): string {
  const plain = bare(section);
  const percent = (plain.match(/%/g) ?? []).length;
  const pattern = /[0#][0#,.]*(?:e[+-]0+)?|\.[0#]+/i.exec(plain)?.[0];
  if (pattern === undefined) return withLiterals(section, '', '');
  const thousands = /,+$/.exec(pattern.replace(/\.[0#]*$/, ''))?.[0].length ?? 0;
  const scaled = (value * 100 ** percent) / 1000 ** thousands;
  const digits = digitsOf(Math.abs(scaled), pattern);
  const negative = scaled < 0 && /[1-9]/.test(digits);
  return `${negative ? '-' : ''}${placeDigits(section, digits)}`;
}

/** Puts the digits where the pattern's first placeholder stands and drops the other placeholders. */
function placeDigits(section: string, digits: string): string {
  let placed = false;
  let shown = '';
  for (const piece of section.match(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[0#][0#,.]*(?:e[+-]0+)?|\.[0#]+|[\s\S]/gi) ?? []) {
    if (/^[0#]|^\.[0#]/.test(piece)) {
      if (!placed) shown += digits;
      placed = true;
    } else shown += literal(piece) ?? piece;
  }
  return shown;
}

function digitsOf(size: number, pattern: string): string {
  const power = /e([+-])(0+)$/i.exec(pattern);
  if (power !== null) return scientific(size, pattern, power[1] === '+', power[2]?.length ?? 2);
  const [wholePattern = '', rest = ''] = pattern.split('.');
  const fraction = rest.replaceAll(',', '');
  const [whole = '0', decimals = ''] = decimalText(size, fraction.length).split('.');
  const least = (wholePattern.match(/0/g) ?? []).length;
  const padded = (whole === '0' && least === 0 ? '' : whole).padStart(least, '0');
  const grouped = /[0#],[0#]/.test(wholePattern) ? padded.replace(/\B(?=(\d{3})+$)/g, ',') : padded;
  const fixed = (fraction.match(/0/g) ?? []).length;
  let kept = decimals;
  while (kept.length > fixed && kept.endsWith('0')) kept = kept.slice(0, -1);
  return pattern.includes('.') ? `${grouped}.${kept}` : grouped;
}

/** Rounds half away from zero on the decimal digits, as Excel does (1.005 to two places is 1.01). */
function decimalText(size: number, places: number): string {
  if (size >= 1e15) return BigInt(Math.round(size)).toString() + (places > 0 ? `.${'0'.repeat(places)}` : '');
  const nudged = Number(size.toPrecision(15));
  const shifted = Math.round(Number(`${nudged}e${places}`));
  return Number.isFinite(shifted) ? Number(`${shifted}e-${places}`).toFixed(places) : size.toFixed(places);
}

function scientific(size: number, pattern: string, plus: boolean, least: number): string {
  const places = (/\.([0#]*)/.exec(pattern)?.[1] ?? '').length;
  const [mantissa = '0', exponent = '0'] = size.toExponential(places).split('e');
  const power = Number(exponent);
  const sign = power < 0 ? '-' : plus ? '+' : '';
  return `${mantissa}E${sign}${String(Math.abs(power)).padStart(least, '0')}`;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A number that is no date (negative, or past the year 9999) fills the cell with "#" signs. */
function dateText(serial: number, section: string): string {
  if (serial < 0 || serial >= 2_958_466) return '########';
  const pieces = section.match(PIECES) ?? [];
  const seconds = Math.round((serial % 1) * 86_400);
  const day = Math.floor(serial) + (seconds === 86_400 ? 1 : 0);
  const clock = { hours: Math.floor((seconds % 86_400) / 3600), minutes: Math.floor((seconds % 3600) / 60), seconds: seconds % 60 };
  // Below 61 Excel counts a 29 February 1900 that never was; day 0 shows as 0 January 1900.
  const date = dateOfSerial(day) ?? (day === 0 ? { year: 1900, month: 1, day: 0 } : early(day));
  const half = pieces.some((piece) => /^(am\/pm|a\/p)$/i.test(piece));
  return pieces
    .map((piece, index) => literal(piece) ?? datePiece(piece, pieces, index, { ...clock, ...date, serial, weekday: (day + 6) % 7, half }))
    .join('');
}

function early(day: number): { year: number; month: number; day: number } {
  return day === 60
    ? { year: 1900, month: 2, day: 29 }
    : day < 32
      ? { year: 1900, month: 1, day }
      : { year: 1900, month: 2, day: day - 31 };
}

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly serial: number;
  readonly half: boolean;
}

function datePiece(piece: string, pieces: readonly string[], index: number, at: Moment): string {
  const size = piece.length;
  const two = (n: number): string => (size > 1 ? String(n).padStart(2, '0') : String(n));
  switch (piece.charAt(0).toLowerCase()) {
    case '[':
      return elapsed(piece, at);
    case 'y':
      return size > 2 ? String(at.year) : String(at.year % 100).padStart(2, '0');
    case 'd': {
      const name = DAYS[at.weekday] ?? '';
      return size > 3 ? name : size === 3 ? name.slice(0, 3) : two(at.day);
    }
    case 'h':
      return two(at.half ? at.hours % 12 || 12 : at.hours);
    case 's':
      return two(at.seconds).slice(0, 2);
    case 'a':
      return size > 3 ? (at.hours < 12 ? 'AM' : 'PM') : size === 3 ? (at.hours < 12 ? 'A' : 'P') : piece;
    case 'm': {
      if (isMinutes(pieces, index)) return two(at.minutes);
      const name = MONTHS[at.month - 1] ?? '';
      return size === 5 ? name.slice(0, 1) : size > 3 ? name : size === 3 ? name.slice(0, 3) : two(at.month);
    }
    default:
      return piece;
  }
}

function elapsed(piece: string, at: Moment): string {
  const unit = piece[1]?.toLowerCase();
  const per = unit === 'h' ? 24 : unit === 'm' ? 1440 : 86_400;
  return String(Math.floor(at.serial * per + 1e-6)).padStart(piece.length - 2, '0');
}

/** "m" is minutes right after an hour or right before seconds; otherwise it is the month. */
function isMinutes(pieces: readonly string[], index: number): boolean {
  const timed = (piece: string | undefined): boolean => piece !== undefined && (/^[dmyhs]/i.test(piece) || /^\[[hms]+\]$/i.test(piece));
  const before = pieces.slice(0, index).reverse().find(timed);
  const after = pieces.slice(index + 1).find(timed);
  return (before !== undefined && /^\[?h/i.test(before)) || (after !== undefined && /^\[?s/i.test(after));
}
