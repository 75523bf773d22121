import { SubmissionError } from '../../../../src/application/ports/failure';
import { openBook } from '../../../../src/adapters/files/open-book';
import { a1 } from '../../../../src/domain/grid';
import * as xlsb from '../../../damaged-files/xlsb-builder';
import { type ZipModel, contentOf, modelOf, partOf, utf8, zipBytes } from '../../../damaged-files/zip-model';

const TEXTS = ['Commitment', 'Lead', 'Open a hub'];
const SHEETS: readonly xlsb.XlsbSheet[] = [
  {
    name: 'Plan',
    records: [
      ...xlsb.row(0, xlsb.sharedText(0, 0), xlsb.sharedText(1, 1)),
      ...xlsb.row(1, xlsb.sharedText(0, 2), xlsb.ownText(1, 'Zoë'), xlsb.number(2, 46_112, 1), xlsb.truth(3, true), xlsb.error(4, 42)),
      ...xlsb.merge(1, 2, 0, 0),
    ],
  },
  { name: 'Lists', records: xlsb.row(0, xlsb.number(0, 1.5)) },
];

/** The workbook, its parts changed. */
function made(change: (parts: Record<string, Uint8Array>) => Record<string, Uint8Array> = (parts) => parts, sheets = SHEETS): ZipModel {
  return modelOf(change(xlsb.xlsbParts(sheets, TEXTS)));
}

const without =
  (path: string) =>
  (parts: Record<string, Uint8Array>): Record<string, Uint8Array> =>
    Object.fromEntries(Object.entries(parts).filter(([known]) => known !== path));

async function read(zip: ZipModel): Promise<Record<string, string> | string> {
  return openBook('x.xlsb', zipBytes(zip), { includeHidden: true }).then(
    ({ sheets }) =>
      Object.fromEntries(
        sheets.flatMap(({ name, rows }) =>
          [...rows].flatMap(([row, cells]) =>
            [...cells].map(([column, { text }]): [string, string] => [`${name}!${a1({ row, column })}`, text]),
          ),
        ),
      ),
    (error: unknown) => (error instanceof SubmissionError ? error.message : String(error)),
  );
}

const WHOLE = {
  ...{ 'Plan!A1': 'Commitment', 'Plan!B1': 'Lead', 'Plan!A2': 'Open a hub', 'Plan!B2': 'Zoë', 'Plan!C2': '31/03/2026' },
  ...{ 'Plan!D2': 'TRUE', 'Plan!E2': '#N/A', 'Lists!A1': '1.5' },
};
const DAMAGED: unknown = expect.stringContaining('is damaged or incomplete');
const MISSING: unknown = expect.stringContaining('lists worksheets that are not in the file');

it('a binary workbook', async () => {
  expect(await read(made())).toEqual(WHOLE);
});

it.each([
  ['a sheet', 'xl/worksheets/sheet1.bin', MISSING],
  ['the shared texts', 'xl/sharedStrings.bin', DAMAGED],
  ['the styles', 'xl/styles.bin', DAMAGED],
  ['the links of the workbook', 'xl/_rels/workbook.bin.rels', DAMAGED],
  ['the workbook', 'xl/workbook.bin', DAMAGED],
])('one without %s, is refused', async (_, path, says) => {
  const outcome = await read(made(without(path)));
  expect(path.endsWith('.rels') || path.endsWith('workbook.bin') ? typeof outcome : outcome).toEqual(
    path.endsWith('.rels') || path.endsWith('workbook.bin') ? 'string' : says,
  );
});

it.each(['xl/worksheets/sheet1.bin', 'xl/sharedStrings.bin', 'xl/styles.bin', 'xl/workbook.bin'])(
  'every cut of %s is refused',
  async (path) => {
    const whole = xlsb.xlsbParts(SHEETS, TEXTS)[path] ?? new Uint8Array();
    for (let length = 0; length < whole.length; length += 1) {
      expect(await read(made((parts) => ({ ...parts, [path]: whole.subarray(0, length) })))).toEqual(DAMAGED);
    }
  },
);

it('a cell of a text or a style that is not there is unreadable', async () => {
  const sheet = (records: readonly number[]): readonly xlsb.XlsbSheet[] => [{ name: 'Plan', records }];
  const unreadable = { 'Plan!A1': 'unreadable' };
  expect(await read(made(undefined, sheet(xlsb.row(0, xlsb.sharedText(0, 3)))))).toEqual(unreadable);
  expect(await read(made(undefined, sheet(xlsb.row(0, xlsb.number(0, 46_112, 2)))))).toEqual(unreadable);
});

it('two sheets of one part are refused, and capitals in a link hide no sheet', async () => {
  const links = (change: (text: string) => string) => (parts: Record<string, Uint8Array>) => {
    const path = 'xl/_rels/workbook.bin.rels';
    return { ...parts, [path]: utf8(change(new TextDecoder().decode(parts[path]))) };
  };
  expect(await read(made(links((text) => text.replace('sheet2.bin', 'sheet1.bin'))))).toEqual(MISSING);
  expect(await read(made(links((text) => text.replace('rId2', 'rId1'))))).toEqual(DAMAGED);
  expect(await read(made(links((text) => text.replace('sheet1.bin', 'SHEET1.bin'))))).toEqual(WHOLE);
});

it('an entry that the directory does not count, and one that says otherwise in its two places', async () => {
  const zip = made();
  zip.end.count = zip.parts.length - 1;
  expect(await read(zip)).toEqual(DAMAGED);
  const other = made();
  const texts = other.parts.find(({ central }) => central.name === 'xl/sharedStrings.bin');
  if (texts === undefined) throw new Error('There are no texts.');
  texts.local.size += 1;
  expect(contentOf(texts).length).toBe(partOf('x', contentOf(texts)).central.size);
  expect(await read(other)).toEqual(DAMAGED);
});
