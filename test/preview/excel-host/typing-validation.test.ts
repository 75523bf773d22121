import { TypingRefused, wordsOffered } from '../../../src/preview/excel-host';
import { type LoadedHost, loaded } from './loaded-host';

type SetRule = (range: Excel.Range, sheet: Excel.Worksheet) => void;

async function ruled(rule: SetRule): Promise<LoadedHost> {
  const opened = loaded();
  await opened.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('GET');
    rule(sheet.getRange('D2:D9'), sheet);
    await context.sync();
  });
  return opened;
}

const inline: SetRule = (range) => (range.dataValidation.rule = { list: { inCellDropDown: true, source: 'On track, At risk' } });
const alert =
  (showAlert: boolean, style: Excel.DataValidationAlertStyle | 'Stop' | 'Warning' | 'Information'): SetRule =>
  (range, sheet) => {
    inline(range, sheet);
    range.dataValidation.errorAlert = { showAlert, style, title: '', message: '' };
  };
const inCells: SetRule = (range, sheet) =>
  (range.dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange('B2:B3') } });

async function check(rule: SetRule, typed: string, taken: boolean): Promise<void> {
  const { host } = await ruled(rule);
  const type = (): void => host.fireEdit('GET', 'D2', typed);
  if (taken) type();
  else expect(type).toThrow(TypingRefused);
  expect(host.workbook.textOf(host.workbook.sheet('GET'), 1, 3)).toBe(taken ? typed : '');
}

describe('what is typed into a cell with a list', () => {
  it('is taken when it is in the list', () => check(inline, 'At risk', true));
  it('is refused when it is not', () => check(inline, 'Delayed', false));
  it('is refused in other capital letters, where the list stands in the rule', () => check(inline, 'at risk', false));
  it('is taken in other capital letters, where the list lies in cells', () => check(inCells, 'a. brown', true));
  it('is refused when no cell of the list holds it', () => check(inCells, 'C. Grey', false));
  it('is taken when it is nothing', () => check(inline, '', true));
  it('is refused with an alert that stops', () => check(alert(true, 'Stop'), 'Delayed', false));
  it('is taken after a warning', () => check(alert(true, 'Warning'), 'Delayed', true));
  it('is taken where no alert is shown', () => check(alert(false, 'Stop'), 'Delayed', true));
});

it('what an add-in writes is not validated', async () => {
  const { host, Excel } = await ruled(inline);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem('GET').getRange('D2').values = [['Delayed']];
    await context.sync();
  });
  expect(host.workbook.textOf(host.workbook.sheet('GET'), 1, 3)).toBe('Delayed');
});

describe('the drop-down of a cell offers', () => {
  const offered = async (rule: SetRule, address: 'D2' | 'E2'): Promise<readonly string[]> => {
    const { workbook } = (await ruled(rule)).host;
    return wordsOffered(workbook, workbook.sheet('GET'), 1, address === 'D2' ? 3 : 4);
  };

  it('the words of its rule', async () => expect(await offered(inline, 'D2')).toEqual(['On track', 'At risk']));
  it('the words of the cells that its list lies in', async () => expect(await offered(inCells, 'D2')).toContain('A. Brown'));
  it('nothing in another cell', async () => expect(await offered(inline, 'E2')).toEqual([]));
});
