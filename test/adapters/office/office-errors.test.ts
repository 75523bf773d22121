import { failureOf, hostCode, isTooLarge } from '../../../src/adapters/office/office-errors';
import { Failure, type FailureCode } from '../../../src/application/ports/failure';

function hostError(code: string): object {
  return { code, message: 'Microsoft’s own words', name: 'OfficeExtension.Error' };
}

const CASES: readonly (readonly [string, FailureCode, RegExp])[] = [
  ['InvalidOperationInCellEditMode', 'host busy', /a cell is being edited\. Press Enter or Esc/],
  ['AccessDenied', 'protected sheet', /protected.*Unprotect it/],
  ['RequestPayloadSizeLimitExceeded', 'too large', /hold more than Excel/],
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
