import type { Area, Cell } from '../../domain/grid';
import type { CellRows } from './office-setting';

/** The five arrays Excel gives for a range, all of its shape. Typed `unknown` because a host may send anything. */
export interface RangeContents {
  readonly values: readonly (readonly unknown[])[];
  readonly text: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly unknown[])[];
}

/** Names of the five arrays for a `load`. */
export const CONTENTS = 'values,text,numberFormat,formulas,valueTypes';

function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/**
 * One cell out of the arrays. `formulas` repeats the value where there is no formula and drops the apostrophe that
 * keeps a text such as "=1+1" a text, so a string that begins with "=" is a formula only when it differs from the
 * value or the cell does not hold a text.
 */
export function cellOf(value: unknown, text: unknown, numberFormat: unknown, formulaOrValue: unknown, type: unknown): Cell | null {
  const format = asText(numberFormat) || 'General';
  const isFormula =
    typeof formulaOrValue === 'string' && formulaOrValue.startsWith('=') && !(type === 'String' && formulaOrValue === value);
  const more = isFormula ? { format, formula: formulaOrValue } : { format };
  if (type === 'Error') return { kind: 'error', value: asText(value), text: asText(text), ...more };
  if (typeof value === 'number') return { kind: 'number', value, text: asText(text), ...more };
  if (typeof value === 'boolean') return { kind: 'boolean', value, text: asText(text), ...more };
  if (typeof value === 'string' && value !== '') return { kind: 'text', value, text: asText(text), ...more };
  return isFormula ? { kind: 'empty', value: null, text: '', ...more } : null;
}

/** Puts what `area` holds into `rows`; cells that hold nothing are left out. Returns the JSON size of what came, in bytes or a little under. */
export function keepContents(rows: CellRows, area: Area, range: RangeContents): number {
  let bytes = 0;
  range.values.forEach((values, down) => {
    const texts = range.text[down] ?? [];
    const formats = range.numberFormat[down] ?? [];
    const formulas = range.formulas[down] ?? [];
    const types = range.valueTypes[down] ?? [];
    values.forEach((value, along) => {
      const [text, format, formula, type] = [texts[along], formats[along], formulas[along], types[along]];
      bytes += size(value) + size(text) + size(format) + size(formula) + size(type);
      const cell = cellOf(value, text, format, formula, type);
      if (cell === null) return;
      let cells = rows.get(area.top + down);
      if (cells === undefined) rows.set(area.top + down, (cells = new Map<number, Cell>()));
      cells.set(area.left + along, cell);
    });
  });
  return bytes;
}

/** A string with its quotes and comma; numbers are short. */
function size(value: unknown): number {
  return typeof value === 'string' ? value.length + 3 : 8;
}
