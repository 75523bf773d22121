import { GENERAL } from '../domain/grid';

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
