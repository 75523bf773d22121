import { counted, listed } from '../../../src/domain/wording';
import { render, screen } from '@testing-library/react';
import { Failure, type FailureCode } from '../../../src/application';
import { failureDetails } from '../../../src/ui/shared/failure-notice';
import { findingKeys } from '../../../src/ui/check/findings-place';
import { viewFromAddress } from '../../../src/ui/shared/pane-view';
import { oneRepairPerCell } from '../../../src/ui/check/use-repairs';
import { sheetChangeWords } from '../../../src/application';
import { sheetRows } from '../../../src/ui/collate/collate-wording';
import { HOME } from '../../../src/ui/home/home-wording';
import { failureTitle, tableCounts } from '../../../src/ui/shared/wording';
import { type PaneTheme } from '../../../src/ui';
import { Pane } from '../../../src/ui/pane';
import { fakeServices } from '../fake-services';
import { SHIPPED } from '../render-pane';
import { DRY_RUN, madeTable, MISSING_MEASURE, MISTYPED } from '../made-plan';

test.each([
  ['?view=check', 'check'],
  ['?view=collate&et=', 'collate'],
  ['?_host_Info=Excel$Win32&view=check', 'check'],
  ['?view=template', 'template'],
  ['?view=home', 'home'],
  ['?view=map', 'map'],
  ['?view=CHECK', 'home'],
  ['', 'home'],
])('the address %s opens %s', (search, view) => {
  expect(viewFromAddress(search)).toBe(view);
});

test.each<[FailureCode, string]>([
  ['unreadable file', 'That file could not be read'],
  ['encrypted file', 'That file has a password'],
  ['not a workbook', 'That file is not a workbook'],
  ['protected sheet', 'That sheet is protected'],
  ['no office', 'Excel could not be reached'],
  ['not supported', 'This Excel cannot do that'],
])('%s is called "%s"', (code, title) => {
  expect(failureTitle(code)).toBe(title);
});

test('the copied details hold the code and every cause, to the fifth', () => {
  const deep = new Error('a', { cause: new Error('b', { cause: { sync: 3 } }) });
  const details = failureDetails(new Failure('host silent', 'Excel did not answer.', { cause: deep }));
  for (const part of ['host silent', 'Excel did not answer.', 'Caused by Error: a', 'Caused by Error: b', 'Caused by {"sync":3}'])
    expect(details).toContain(part);
});

test('two findings alike in one cell have keys of their own', () => {
  expect(findingKeys([MISTYPED, MISTYPED, MISSING_MEASURE])).toEqual([
    'CYPE-id!E7 mistyped-outcome',
    'CYPE-id!E7 mistyped-outcome 1',
    'Adult Social Care-id!D13 missing-measure',
  ]);
});

test('only findings with a repair are safe, one a cell', () => {
  expect(oneRepairPerCell([MISSING_MEASURE, MISTYPED, MISTYPED])).toEqual([MISTYPED]);
});

test('words for counts', () => {
  expect([counted(1, 'table'), counted(0, 'table'), counted(1204, 'action')]).toEqual(['1 table', '0 tables', '1,204 actions']);
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  const tables = [madeTable('CYPE', 8), madeTable('GET', 1), madeTable('CYPE', 30, 'CYPE', 'measures')];
  expect(tableCounts(tables)).toBe('2 tables with 9 actions, 1 logframe table with 30 measures');
  expect(HOME.summary(1, '', 0)).toBe('This workbook: 1 sheet');
  expect(HOME.summary(9, '', 1)).toBe('This workbook: 9 sheets');
});

test('the parts of a sheet add up to its rows', () => {
  const sheet = {
    ...DRY_RUN.sheets[1],
    sheet: 'All priorities',
    isNew: false,
    added: 1,
    changed: 2,
    sourceAlone: 6,
    gone: 3,
    kept: 4,
    unchanged: 5,
    comments: 0,
    notesUnseen: false,
  };
  expect(sheetRows(sheet)).toBe(21);
  const words = '1 new, 2 changed, 6 from another place, 3 no longer sent, 4 marked earlier as no longer sent, 5 unchanged';
  expect(sheetChangeWords(sheet)).toBe(words);
  expect(sheetChangeWords({ ...sheet, comments: 1 })).toBe(`${words}; 1 comment goes with its row`);
});

/** The background of the pane under a theme; Fluent writes its colours as custom properties of the provider. */
async function groundOf(theme: PaneTheme): Promise<string> {
  const { container, unmount } = render(<Pane services={fakeServices()} theme={theme} initialView="home" frameworkChoice={SHIPPED} />);
  await screen.findByRole('navigation');
  const provider = container.querySelector('.fui-FluentProvider');
  const rule = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map((one) => one.cssText)
    .find(
      (text) =>
        [...(provider?.classList ?? [])].some((name) => text.startsWith(`.${name} `)) && text.includes('--colorNeutralBackground1:'),
    );
  unmount();
  return /--colorNeutralBackground1: ?([^;]+);/.exec(rule ?? '')?.[1] ?? 'not found';
}

test('the pane takes on the theme it is given, and the system’s where Office names none', async () => {
  expect(await groundOf('light')).toBe('#ffffff');
  expect(await groundOf('dark')).toBe('#292929');
  expect(await groundOf('high contrast')).toBe('#000000');
  expect(await groundOf('system')).toBe('#ffffff');
  const media = { matches: true, addEventListener: jest.fn(), removeEventListener: jest.fn() };
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: () => media });
  expect(await groundOf('system')).toBe('#292929');
  expect(media.removeEventListener).toHaveBeenCalledTimes(1);
  Reflect.deleteProperty(window, 'matchMedia');
});
