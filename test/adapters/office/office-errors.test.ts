import { failureOf, hostCode, isTooLarge } from '../../../src/adapters/office/office-errors';
import { createExcelHost } from '../../../src/preview/excel-host';
import { loadOfficeInNode } from '../../preview/excel-host/load-office-in-node';
import { Failure, type FailureCode } from '../../../src/application/ports/failure';

function hostError(code: string): object {
  return { code, message: 'Microsoft’s own words', name: 'OfficeExtension.Error' };
}

const CASES: readonly (readonly [string, FailureCode, RegExp])[] = [
  ['InvalidOperationInCellEditMode', 'host busy', /a cell is being edited\. Press Enter or Esc/],
  ['AccessDenied', 'protected sheet', /protected.*Take the protection off/],
  ['RequestPayloadSizeLimitExceeded', 'too large', /is more than Excel takes at once/],
  ['ResponsePayloadSizeLimitExceeded', 'too large', /hold more than Excel/],
  ['ItemNotFound', 'cell changed', /renamed or removed.*Check the workbook again/],
  ['InvalidArgument', 'unexpected', /did not accept/],
  ['GeneralException', 'unexpected', /reported an internal error/],
  ['NotImplemented', 'not supported', /version of Excel.*Update Excel/],
  ['MergedRangeConflict', 'unexpected', /merged cells.*Unmerge/],
  ['FilteredRangeConflict', 'unexpected', /filter.*Clear the filter/],
  ['InactiveWorkbook', 'host busy', /another workbook is in front/],
  ['NeverHeardOf', 'unexpected', /unexpected error occurred/],
];

describe('what Excel reports, in plain words', () => {
  it.each(CASES)('%s is "%s"', (code, failure, words) => {
    const cause = hostError(code);
    const translated = failureOf(cause, 'read the workbook');
    expect(translated).toBeInstanceOf(Failure);
    expect(translated.code).toBe(failure);
    expect(translated.message).toMatch(/^We could not read the workbook: /);
    expect(translated.message).toMatch(words);
    expect(translated.message).not.toMatch(/Microsoft|!/);
    expect(translated.cause).toBe(cause);
  });

  it('has words of its own for every code that Excel documents', () => {
    const { Excel } = loadOfficeInNode(createExcelHost(), { shared: true });
    const codes = Object.values(Excel.ErrorCodes) as string[];
    const said = codes.map((code) => failureOf(hostError(code), 'read the workbook').message);
    expect(said.filter((message) => message.includes('unexpected error'))).toEqual([]);
    expect(said.filter((message, index) => said.indexOf(message) !== index)).toEqual([]);
    expect(codes.length).toBeGreaterThanOrEqual(30);
  });

  it('says that nothing was written where that is certain', () => {
    expect(failureOf(hostError('Conflict'), 'write to the workbook', 'Nothing was written.').message).toBe(
      'We could not write to the workbook: someone else changed the same cells at the same time. Nothing was written. Check the workbook again, then carry on.',
    );
  });

  it('passes a failure of ours through', () => {
    const ours = new Failure('cancelled', 'Stopped, as you asked.');
    expect(failureOf(ours, 'read the workbook')).toBe(ours);
  });

  it.each([null, undefined, 'text', 7, new TypeError('x')])('has words for a thrown %p too', (thrown) => {
    expect(failureOf(thrown, 'read the workbook').code).toBe('unexpected');
    expect(hostCode(thrown)).toBe('');
  });

  it('knows the limits that smaller pieces get round', () => {
    expect(isTooLarge(hostError('ResponsePayloadSizeLimitExceeded'))).toBe(true);
    expect(isTooLarge(hostError('GeneralException'))).toBe(false);
    expect(isTooLarge(new Failure('too large', 'x'))).toBe(false);
  });
});
