import { fileSubmissions } from '../../../src/adapters/files';
import { plainParts, zipped } from './package-builder';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const inSheet = (length: number): Promise<Uint8Array> =>
  zipped(plainParts(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(length)}</t></is></c></row></sheetData>`));

test('a text as long as a cell can hold is read whole', async () => {
  const book = await fileSubmissions.open('long.xlsx', await inSheet(32_767));
  expect(book.sheets[0]?.rows.get(0)?.get(0)?.text).toHaveLength(32_767);
});

test.each([
  ['long.xlsx', inSheet(32_768)],
  ['long.csv', Promise.resolve(bytesOf(`Action,Lead\n"Plant trees,Jo\n${'Sow meadows,Sam\n'.repeat(3000)}`))],
])('a longer text refuses the file with its reason: %s', async (name, bytes) => {
  await expect(fileSubmissions.open(name, await bytes)).rejects.toMatchObject({
    name: 'SubmissionError',
    code: 'too large',
    message: expect.stringContaining('more text than the 32,767 characters') as string,
  });
});
