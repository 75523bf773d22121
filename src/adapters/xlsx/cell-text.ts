import { formatValue } from 'hucre';
import { GENERAL, dateOfSerial, isDateFormat } from '../../domain/grid';

/**
 * What a British Excel shows for a value under a number format. hucre's formatter does the work; the cases below
 * are those where it differs from Excel. Not handled: column widths ("####") and colours.
 */
export function cellText(value: string | number | boolean, format: string): string {
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return /^(general|@?)$/i.test(format) ? value : formatValue(value, format);
  if (/^(general|@)?$/i.test(format)) return generalNumber(value);
  return isDateFormat(format) ? dateText(value, format) : numberText(value, format);
}

function dateText(serial: number, format: string): string {
  // Excel fills the cell with # for a date before its calendar; the number says more.
  if (serial < 0) return generalNumber(serial);
  const month = dateOfSerial(serial)?.month;
  const initials = month === undefined ? '' : 'JFMAMJJASOND'.charAt(month - 1);
  return formatValue(serial, format.replace(/m{5}/gi, `"${initials}"`)).trim();
}

function numberText(value: number, format: string): string {
  const sections = format.split(';');
  const zero = sections[2];
  // An accounting format's zero section shows its own dash: `"-"??` is "-", with no figure.
  if (value === 0 && zero !== undefined && !/[0#]/.test(zero.replace(/"[^"]*"|\\./g, ''))) return literals(zero);
  const general = /general/i.exec(format);
  if (general !== null) return format.slice(0, general.index).replace(/"/g, '') + generalNumber(value);
  const shown = formatValue(value, format);
  return /^-[0.,]*$/.test(shown) ? shown.slice(1) : shown;
}

/** The fixed words of a section; fill (`*x`), padding (`_x`), brackets and placeholders gone. */
function literals(section: string): string {
  return section
    .replace(/\[[^\]]*\]|[_*]./g, '')
    .replace(/"([^"]*)"|\\(.)|[?]/g, (_whole, quoted?: string, escaped?: string) => quoted ?? escaped ?? '')
    .trim();
}

/** General shows at most eleven characters, the sign apart. */
function generalNumber(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? '-' : '';
  const plain = String(size);
  if (!plain.includes('e') && plain.length <= 11) return sign + plain;
  if (size >= 1e11 || size < 1e-4) return sign + scientific(size);
  const whole = String(Math.trunc(size)).length;
  return sign + String(Number(size.toFixed(Math.max(0, 10 - whole))));
}

function scientific(size: number): string {
  const [mantissa = '0', exponent = '0'] = size.toExponential(5).split('e');
  const power = Number(exponent);
  return `${String(Number(mantissa))}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** The built-in formats by their id, as a British Excel shows them; the files themselves do not spell them out. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: GENERAL,
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '£#,##0;-£#,##0',
  6: '£#,##0;[Red]-£#,##0',
  7: '£#,##0.00;-£#,##0.00',
  8: '£#,##0.00;[Red]-£#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;-#,##0',
  38: '#,##0;[Red]-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;[Red]-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

export function builtInFormat(id: number): string | undefined {
  return BUILT_IN[id];
}

/** The id of a built-in format that any Excel shows alike; the others depend on the reader's country and are written out. */
export function builtInId(format: string): number | undefined {
  const id = Object.entries(BUILT_IN).find(([, known]) => known === format)?.[0];
  const number = id === undefined ? undefined : Number(id);
  return number !== undefined && (number < 5 || number === 9 || number === 10 || number === 49) ? number : undefined;
}
