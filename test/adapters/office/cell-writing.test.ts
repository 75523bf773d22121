import { writingOf } from '../../../src/adapters/office/cell-writing';
import type { CellContent } from '../../../src/domain/workbook';

/** What a content becomes: the format before the value, the value, the format after it (null: stays). */
function check(content: CellContent | null, formatBefore: string | null, value: unknown, formatAfter: string | null = null): void {
  expect(writingOf(content)).toEqual({ formatBefore, value, formatAfter });
}

const restore = (value: string | number | boolean | null, format: string, formula?: string): CellContent => ({
  kind: 'restore',
  value,
  format,
  ...(formula === undefined ? {} : { formula }),
});

describe('how a cell is handed to Excel', () => {
  it.each(['=1+1', '+1', '-2', '@x', '1-2', 'Mar 2026', '007', '£5', 'TRUE', '#N/A', 'SO1', '\t=1', ' =1'])(
    'a text %j stays a text',
    (text) => check({ kind: 'text', text }, '@', text),
  );
  it('doubles an apostrophe in front, which Excel eats', () => check({ kind: 'text', text: "'tis" }, '@', "''tis"));
  it('leaves what is not named', () => check(null, null, null));
  it('clears an empty cell and keeps its format', () => check({ kind: 'empty' }, null, ''));
  it('a negative number is a number', () => check({ kind: 'number', value: -5, format: '0' }, '0', -5));
  it('a number under a text format is still taken as a number', () => check({ kind: 'number', value: 5, format: '@' }, 'General', 5, '@'));
  it('a date is its serial', () => check({ kind: 'date', serial: 46082 }, 'dd/mm/yyyy', 46082));
  it('a date may be shown otherwise', () => check({ kind: 'date', serial: 46082, format: 'mmm-yy' }, 'mmm-yy', 46082));
  it('a link to a file is its words', () => check({ kind: 'link', text: '=GET.xlsx', target: { path: 'GET.xlsx' } }, '@', '=GET.xlsx'));
});

describe('how a cell is put back', () => {
  it('nothing, with its format', () => check(restore(null, '0%'), '0%', ''));
  it('a number', () => check(restore(46082, 'mmm-yy'), 'mmm-yy', 46082));
  it('a number that was formatted as text later', () => check(restore(7, '@'), 'General', 7, '@'));
  it('a truth value', () => check(restore(false, 'General'), 'General', false));
  it('a formula', () => check(restore(2, '0', '=1+1'), '0', '=1+1'));
  it('a formula that was formatted as text later', () => check(restore(2, '@', '=1+1'), 'General', '=1+1', '@'));
  it('a text in a text cell', () => check(restore('=1+1', '@'), '@', '=1+1'));
  it('a text that is no date under General', () => check(restore('Mar 2026', 'General'), '@', 'Mar 2026', 'General'));
  it.each(['=1+1', '-2', '+44 7700', '@x', "'tis"])('a text %j that stood behind an apostrophe', (text) =>
    check(restore(text, 'General'), 'General', `'${text}`),
  );
  it('an error value', () => check(restore('#N/A', 'General'), 'General', '#N/A'));
  it('the letters of an error value in a text cell', () => check(restore('#N/A', '@'), '@', '#N/A'));
});
