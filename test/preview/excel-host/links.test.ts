import { followLink, linkTarget } from '../../../src/preview/excel-host';
import { loaded } from './loaded-host';

describe('the link of a cell', () => {
  test.each([
    ['within the workbook', { documentReference: "'GET'!A3", address: undefined }, "#'GET'!A3"],
    ['to an address', { address: 'https://example.org/a', documentReference: undefined }, 'https://example.org/a'],
  ])('%s is where it leads', async (_, { documentReference, address }, target) => {
    const { Excel, host } = loaded();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('GET').getRange('B2');
      range.hyperlink = {
        ...(address === undefined ? {} : { address }),
        ...(documentReference === undefined ? {} : { documentReference }),
      };
      await context.sync();
    });
    const { workbook } = host;
    expect(linkTarget(workbook.sheet('GET'), 1, 1)).toBe(target);
    expect(linkTarget(workbook.sheet('GET'), 2, 1)).toBeNull();
  });

  test('of a formula is its first text, and is followed to its cell', () => {
    const { workbook } = loaded().host;
    const sheet = workbook.sheet('GET');
    workbook.type(sheet, 5, 5, `=HYPERLINK("#'GET'!B3","see")`, 'user');
    expect(workbook.textOf(sheet, 5, 5)).toBe('see');
    const target = linkTarget(sheet, 5, 5) ?? '';
    followLink(workbook, target);
    expect([workbook.active.name, workbook.active.selection]).toEqual(['GET', { top: 2, left: 1, bottom: 2, right: 1 }]);
  });

  test('to a sheet that is gone leads nowhere', () => {
    const { workbook } = loaded().host;
    const before = workbook.active.selection;
    followLink(workbook, "#'Gone'!A1");
    expect(workbook.active.selection).toEqual(before);
  });
});
