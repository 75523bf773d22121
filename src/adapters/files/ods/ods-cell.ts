import { type Cell, EMPTY_CELL, GENERAL, isDateFormat } from '../../../domain/grid';
import { cellText } from '../cell-text';
import { serialOfIso } from '../iso-time';
import { attributeOf } from '../package/markup';
import type { CellStyle } from './ods-styles';
import { excelFormula } from './ods-formula';

/** A cell as the content holds it. */
export interface WrittenCell {
  /** The raw attributes of the element. */
  readonly raw: string;
  /** What the cell shows, its paragraphs parted by line feeds; null where it has no paragraph. */
  readonly shown: string | null;
}

/**
 * The cell that an element stands for (OpenDocument 1.3, part 3, 19.385 and 19.387 to 19.391). What it shows is worked out from its value under the format that its
 * style makes, as for any other file, so that a plan reads alike whichever program saved it; the words that the program left beside the value follow
 * the country of whoever saved it. They count where the style says more than a format can.
 */
export function odsCell({ raw, shown }: WrittenCell, { format }: CellStyle): Cell {
  const cell = valueOf(raw, shown, format);
  const formula = attributeOf(raw, 'table:formula');
  return formula === undefined ? cell : { ...cell, formula: excelFormula(formula) };
}

const ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/;

type Format = CellStyle['format'];

function valueOf(raw: string, shown: string | null, format: Format): Cell {
  if (attributeOf(raw, 'calcext:value-type') === 'error') return { kind: 'error', value: shown ?? '', text: shown ?? '', format: GENERAL };
  switch (attributeOf(raw, 'office:value-type') ?? '') {
    case 'float':
    case 'currency':
      return numberCell(number(attributeOf(raw, 'office:value')), shown, format, GENERAL);
    case 'percentage':
      return numberCell(number(attributeOf(raw, 'office:value')), shown, format, '0.00%');
    case 'date':
      return dateCell(serialOfIso(attributeOf(raw, 'office:date-value') ?? ''), shown, format);
    case 'time': {
      const time = daysOf(attributeOf(raw, 'office:time-value') ?? '');
      return numberCell(time, shown, format === GENERAL ? undefined : format, time !== null && time >= 1 ? '[h]:mm:ss' : 'hh:mm:ss');
    }
    case 'boolean':
      return booleanCell(attributeOf(raw, 'office:boolean-value'), shown);
    case 'string':
      return textCell(stringOf(attributeOf(raw, 'office:string-value') ?? '', shown), format);
    default:
      return textCell(shown ?? '', format);
  }
}

/** A number without a text beside it in a style that no format expresses is shown under the plain format of its kind. */
function numberCell(value: number | null, shown: string | null, format: Format, plain: string): Cell {
  if (value === null) return textCell(shown ?? '', format);
  const code = format ?? plain;
  return { kind: 'number', value, text: format === null && shown !== null ? shown.trim() : cellText(value, code), format: code };
}

function dateCell(serial: number | null, shown: string | null, format: Format): Cell {
  if (serial === null) return numberCell(null, shown, format, GENERAL);
  const plain = Number.isInteger(serial) ? 'dd/mm/yyyy' : 'dd/mm/yyyy hh:mm';
  return numberCell(serial, shown, typeof format === 'string' && !isDateFormat(format) && !isTime(format) ? undefined : format, plain);
}

/** A moment may be shown by its time alone. */
function isTime(format: string): boolean {
  return format !== GENERAL && /h|s/i.test(format.replace(/"[^"]*"/g, ''));
}

function booleanCell(written: string | undefined, shown: string | null): Cell {
  // LibreOffice writes a number that is shown as TRUE so.
  if (written !== 'true' && written !== 'false') return numberCell(number(written), shown, null, GENERAL);
  const value = written === 'true';
  return { kind: 'boolean', value, text: cellText(value, GENERAL), format: GENERAL };
}

function textCell(value: string, format: Format): Cell {
  const code = format ?? GENERAL;
  if (value === '') return { ...EMPTY_CELL, format: code };
  if (ERROR.test(value)) return { kind: 'error', value, text: value, format: code };
  return { kind: 'text', value, text: cellText(value, code), format: code };
}

/** Beside its text a cell may have the words that it is shown with under its format. An attribute cannot hold line feeds. */
function stringOf(written: string, shown: string | null): string {
  return written === '' || (shown ?? '').includes('\n') ? (shown ?? written) : written;
}

function number(written: string | undefined): number | null {
  const value = Number(written);
  return written === undefined || written.trim() === '' || !Number.isFinite(value) ? null : value;
}

/** A length of time, such as "PT36H30M00S", in days; null for what is none. */
function daysOf(written: string): number | null {
  const match = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(written.trim());
  if (match === null) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part: string | undefined) => Number(part ?? 0));
  const value = days + (hours * 3600 + minutes * 60 + seconds) / 86_400;
  return Number.isFinite(value) ? (match[1] === '-' ? -value : value) : null;
}
