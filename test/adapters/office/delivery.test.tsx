import { createOfficeDelivery } from '../../../src/adapters/office/delivery';
import type { DeliveredDocument } from '../../../src/application';

const BOOK: DeliveredDocument = { fileName: 'GET.xlsx', kind: 'workbook', bytes: new Uint8Array([80, 75, 3, 255]) };
const PAPER: DeliveredDocument = { fileName: 'Appendix B.docx', kind: 'word', bytes: new Uint8Array(100_000).fill(65) };

/** As much of `Excel` as a delivery asks for. */
function excelThat(createWorkbook: (base64?: string) => Promise<void>): typeof Excel {
  return { createWorkbook } as unknown as typeof Excel;
}

const yes = (): boolean => true;
const no = (): boolean => false;
const nothing = excelThat(() => Promise.resolve());

test.each([
  ['both', { canDownload: yes, canOpenWorkbooks: yes }, ['new workbook', 'download'], ['download']],
  ['downloads alone', { canDownload: yes, canOpenWorkbooks: no }, ['download'], ['download']],
  ['new workbooks alone', { canDownload: no, canOpenWorkbooks: yes }, ['new workbook'], []],
  ['neither', { canDownload: no, canOpenWorkbooks: no }, [], []],
  ['nothing, outside Office', {}, [], []],
] as const)('a host that allows %s is offered no other way', (_, options, forBook, forPaper) => {
  const { waysFor } = createOfficeDelivery(nothing, options);
  expect(waysFor('workbook')).toEqual(forBook);
  expect(waysFor('word')).toEqual(forPaper);
});

test('a workbook is opened in Excel with the very bytes', async () => {
  const opened: Buffer[] = [];
  const excel = excelThat((base64 = '') => {
    opened.push(Buffer.from(base64, 'base64'));
    return Promise.resolve();
  });
  await createOfficeDelivery(excel, {}).deliver(BOOK, 'new workbook');
  await createOfficeDelivery(excel, {}).deliver({ ...PAPER, kind: 'workbook' }, 'new workbook');
  expect(opened.map((bytes) => [...bytes.subarray(0, 4)])).toEqual([
    [80, 75, 3, 255],
    [65, 65, 65, 65],
  ]);
  expect(opened[1]).toHaveLength(100_000);
});

test('what Excel refuses is told in plain words', async () => {
  const excel = excelThat(() => Promise.reject(Object.assign(new Error('host words'), { code: 'UnsupportedOperation' })));
  await expect(createOfficeDelivery(excel, {}).deliver(BOOK, 'new workbook')).rejects.toMatchObject({
    message: expect.stringMatching(/^We could not open GET\.xlsx: (?!host words)/) as string,
  });
});

describe('a download', () => {
  const made = URL as { createObjectURL?: (blob: Blob) => string; revokeObjectURL?: (address: string) => void };
  afterEach(() => {
    delete made.createObjectURL;
    delete made.revokeObjectURL;
  });

  test('is a link of the file’s name and kind, clicked once and gone', async () => {
    const blobs: Blob[] = [];
    made.createObjectURL = (blob) => {
      blobs.push(blob);
      return 'blob:here';
    };
    made.revokeObjectURL = () => undefined;
    const clicked: string[] = [];
    const onClick = (event: MouseEvent): void => {
      event.preventDefault();
      if (event.target instanceof HTMLAnchorElement) clicked.push(`${event.target.download} ${event.target.href}`);
    };
    document.addEventListener('click', onClick);
    await createOfficeDelivery(nothing, {}).deliver(PAPER, 'download');
    document.removeEventListener('click', onClick);
    expect(clicked).toEqual(['Appendix B.docx blob:here']);
    expect(blobs.map(({ size, type }) => [size, type.split('.').at(-1)])).toEqual([[100_000, 'document']]);
    expect(document.querySelectorAll('a')).toHaveLength(0);
  });

  test('that the host cannot make says so', async () => {
    await expect(createOfficeDelivery(nothing, {}).deliver(PAPER, 'download')).rejects.toMatchObject({
      code: 'not supported',
      message: 'Appendix B.docx cannot be saved as a file here. Copy its text instead.',
    });
  });
});
