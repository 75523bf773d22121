import type { Area, Cell } from '../../domain/grid';
import type { CellRows } from './office-setting';
import type { Depth } from './used-blocks';

/** The five arrays Excel gives for a range, all of its shape. Typed `unknown` because a host may send anything. */
export interface RangeContents {
  readonly values: readonly (readonly unknown[])[];
  readonly text: readonly (readonly unknown[])[];
  readonly numberFormat: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
  readonly valueTypes: readonly (readonly unknown[])[];
}

/** Names of the arrays for a `load`, by depth. */
export const CONTENTS: Readonly<Record<Depth, string>> = {
  everything: 'values,text,numberFormat,formulas,valueTypes',
  formulas: 'values,formulas,valueTypes',
  values: 'values',
};

/** The five arrays of a range. Arrays that were not loaded are built from the values: Excel throws when an array is read that was not loaded. */
function contentsOf(range: RangeContents, depth: Depth): RangeContents {
  const { values } = range;
  if (depth === 'everything') return range;
  const numberFormat = values.map((row) => row.map(() => '@'));
  if (depth === 'formulas') return { values, text: values, numberFormat, formulas: range.formulas, valueTypes: range.valueTypes };
  return { values, text: values, numberFormat, formulas: values, valueTypes: values.map((row) => row.map(() => 'String')) };
}

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
export function keepContents(rows: CellRows, area: Area, range: RangeContents, depth: Depth = 'everything'): number {
  const contents = contentsOf(range, depth);
  let bytes = 0;
  contents.values.forEach((values, down) => {
    const texts = contents.text[down] ?? [];
    const formats = contents.numberFormat[down] ?? [];
    const formulas = contents.formulas[down] ?? [];
    const types = contents.valueTypes[down] ?? [];
    values.forEach((value, along) => {
      const [text, format, formula, type] = [texts[along], formats[along], formulas[along], types[along]];
      bytes += size(value);
      if (depth !== 'values') bytes += size(formula) + size(type);
      if (depth === 'everything') bytes += size(text) + size(format);
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
