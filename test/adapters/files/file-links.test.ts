import { FileWorkbook } from '../../../src/adapters/files';
import { fileAddress, filePath } from '../../../src/adapters/files/xlsx/file-address';
import type { CellContent, Change } from '../../../src/domain/workbook';
import { unzip } from '../../contract/unzip';
import { plainParts, relationships, zipped } from './package-builder';

test.each([
  ['in/GET%20final.xlsx', 'in/GET final.xlsx'],
  ['in\\GET.xlsx', 'in/GET.xlsx'],
  ['../home-anna.smith-u123/Private%20folder/GET.xlsx', '../home-anna.smith-u123/Private folder/GET.xlsx'],
  ['%2E%2E%2Fanna%2FGET.xlsx', '../anna/GET.xlsx'],
  ['..%5Canna%5CGET.xlsx', '../anna/GET.xlsx'],
  ['C%3A/Users/anna/GET.xlsx', 'C:/Users/anna/GET.xlsx'],
  ['C:\\Users\\anna\\GET.xlsx', 'C:/Users/anna/GET.xlsx'],
  ['file:///C:\\Users\\anna\\GET.xlsx', 'file:///C:/Users/anna/GET.xlsx'],
  ['FILE:///home/anna/GET.xlsx', 'FILE:///home/anna/GET.xlsx'],
  ['\\\\server\\share\\GET.xlsx', '//server/share/GET.xlsx'],
  ['100%25 done%.xlsx', '100% done%.xlsx'],
  ['https://www.kent.gov.uk/', null],
  ['HTTP://kent.gov.uk', null],
  ['mailto:anna@kent.gov.uk', null],
  ['onenote:///notes', null],
])('%s leads to the file %s', (address, path) => {
  expect(filePath(address)).toBe(path);
});

test.each(['in/GET ~ final (2).xlsx', 'http:/x.xlsx', 'Ärzte & Co/100%.xlsx', 'a#b?.xlsx'])(
  'the address of %s leads back to it',
  (path) => {
    expect(filePath(fileAddress(path))).toBe(path);
  },
);

const TARGETS = ['in/GET%20final.xlsx', 'file:///C:\\Users\\anna\\x.xlsx', 'https://www.kent.gov.uk/', '../anna/x.xlsx'];

/** Cells A1 to A4 with a link each, to the targets in their order, and B1 and C1 with links that are of no single cell and of no file. */
async function linked(): Promise<FileWorkbook> {
  const links = TARGETS.map((_, index) => `<hyperlink ref="A${String(index + 1)}" r:id="rId${String(index + 1)}"/>`).join('');
  const rows = TARGETS.map(
    (_, index) => `<row r="${String(index + 1)}"><c r="A${String(index + 1)}" t="inlineStr"><is><r><t>GET</t></r></is></c></row>`,
  );
  const within = '<hyperlink ref="C1" location="One!A1"/>';
  const rels = relationships(TARGETS.map((target) => ['hyperlink', target])).replaceAll('"/><Rel', '" TargetMode="External"/><Rel');
  const parts = plainParts(`<sheetData>${rows.join('')}</sheetData><hyperlinks>${links}${within}</hyperlinks>`, {
    'xl/worksheets/_rels/sheet1.xml.rels': rels.replace('"/></Rel', '" TargetMode="External"/></Rel'),
  });
  return FileWorkbook.open('x.xlsx', await zipped(parts));
}

async function linksIn(book: FileWorkbook): Promise<unknown> {
  const { sheets } = await book.readBook({ includeHidden: true });
  return [...(sheets[0]?.fileLinks ?? [])];
}

const ALL = [
  ['A1', 'in/GET final.xlsx'],
  ['A2', 'file:///C:/Users/anna/x.xlsx'],
  ['A4', '../anna/x.xlsx'],
];

it('reads the links of cells to files, and no others', async () => {
  expect(await linksIn(await linked())).toEqual(ALL);
});

/** Writes the four cells. */
function writing(content: CellContent): Change {
  const area = { top: 0, left: 0, bottom: 3, right: 0 };
  return { edit: { type: 'write cells', sheet: 'One', area, cells: TARGETS.map(() => [content]), expected: null }, undo: null };
}

it('leaves links on cells that are put back as they are, and takes off those to files where it is asked to', async () => {
  const book = await linked();
  const restored = { kind: 'restore', value: 'GET', format: 'General' } as const;
  await book.apply([[writing(restored)]]);
  expect(await linksIn(book)).toEqual(ALL);
  await book.apply([[writing({ ...restored, unlinked: true })]]);
  expect(await linksIn(book)).toEqual([]);
  const parts = unzip(await book.toBytes());
  // The words stay as their program wrote them, and nothing in the file says where the other files lay.
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<is><r><t>GET</t></r></is>');
  expect([...parts.values()].join('')).not.toMatch(/anna|GET%20/);
  expect([...parts.values()].join('')).toContain('https://www.kent.gov.uk/');
});

it('takes links to files off cells that are written anew', async () => {
  const book = await linked();
  await book.apply([[writing({ kind: 'text', text: 'PH' })]]);
  expect(await linksIn(book)).toEqual([]);
  expect([...unzip(await book.toBytes()).values()].join('')).not.toMatch(/anna/);
});
