import { FileWorkbook } from '../../../src/adapters/files';
import type { Change, CommentMove, Edit } from '../../../src/domain/workbook';
import { parseA1, type CellComment } from '../../../src/domain/grid';
import { unzip, unzipBytes } from '../../contract/unzip';
import { commentsIn, type MadeComment, withMadeComments } from './made-comments';
import { plainParts, zipped } from './package-builder';

const SHEET = 'xl/worksheets/sheet1.xml';

const at = (address: string): { row: number; column: number } => parseA1(address) ?? { row: 0, column: 0 };

function parts(comments: Readonly<Record<string, MadeComment>>): Record<string, string> {
  return withMadeComments(plainParts('<sheetData/>'), SHEET, comments);
}

async function opened(files: Readonly<Record<string, string>>): Promise<FileWorkbook> {
  return FileWorkbook.open('plan.xlsx', await zipped(files));
}

async function commentsOf(book: FileWorkbook): Promise<readonly CellComment[]> {
  return (await book.readBook({ includeHidden: true })).sheets[0]?.comments ?? [];
}

function move(moves: readonly (readonly [known: string, from: string, to: string, kind?: CommentMove['kind']])[]): Change {
  const of = (isBack: boolean): Edit => ({
    type: 'move comments',
    sheet: 'One',
    moves: moves.map(([known, from, to, kind = 'comment']) => ({ kind, known, from: at(isBack ? to : from), to: at(isBack ? from : to) })),
  });
  return { edit: of(false), undo: of(true) };
}

const inverse = ({ undo }: Change): Change[] => (undo === null ? [] : [{ edit: undo, undo: null }]);

const ASK: MadeComment = {
  id: '{11111111-0000-4000-8000-000000000000}',
  author: 'Jo',
  text: 'Agreed? 😀 & "when"',
  replies: Array.from({ length: 10 }, (_, index) => `answer ${String(index + 1)}`),
};
const WAIT: MadeComment = { id: '{22222222-0000-4000-8000-000000000000}', author: 'Al', text: 'wait' };
const NOTE: MadeComment = { author: 'Old Excel', text: 'a note <in bold>' };

it('reads comments and notes whole, and knows the note that stands for a comment', async () => {
  const book = await opened(parts({ B3: ASK, C4: NOTE }));
  expect(await commentsOf(book)).toEqual([
    { row: 2, column: 1, kind: 'comment', id: ASK.id, author: '', text: ASK.text },
    { row: 3, column: 2, kind: 'note', id: null, author: 'Old Excel', text: 'a note <in bold>' },
  ]);
});

it('moves a comment with its answers and its box, and a note that was in its place the other way', async () => {
  const book = await opened(parts({ B3: ASK, B9: NOTE, D5: WAIT }));
  await book.apply([[move([[ASK.id ?? '', 'B3', 'B9']])]]);
  const replies = ASK.replies?.join(' / ') ?? '';
  expect(commentsIn(unzip(await book.toBytes()), SHEET)).toEqual([
    'B3 note a note <in bold>',
    `B9 comment ${ASK.text} / ${replies}`,
    'D5 comment wait',
  ]);
});

it('changes nothing but the cells in the parts, and moved back every part has the same bytes', async () => {
  const files = parts({ B3: ASK, B9: NOTE, D5: WAIT, E30: { author: 'far', text: 'far' } });
  const change = move([
    [ASK.id ?? '', 'B3', 'B12'],
    [WAIT.id ?? '', 'D5', 'D3'],
  ]);
  const book = await opened(files);
  await book.apply([[change]]);
  const moved = unzip(await book.toBytes());
  const texts = Object.entries(files).filter(([path]) => /comments|vml|persons|sheet1/i.test(path));
  const withoutPlaces = (text: string): string => text.replace(/ref="[A-Z]+\d+"|<x:(?:Row|Column|Anchor)>[^<]*/g, '');
  for (const [path, text] of texts.filter(([name]) => name !== SHEET))
    expect(withoutPlaces(moved.get(path) ?? '')).toBe(withoutPlaces(text));
  const vml = moved.get('xl/drawings/vmlDrawing91.vml') ?? '';
  expect(vml).toContain('<x:Anchor>1, 1, 1, 1, 2, 2, 2, 2</x:Anchor><x:Row>1</x:Row><x:Column>0</x:Column>');
  expect(vml).toContain('2, 15, 10, 10, 4, 15, 14, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>11</x:Row>');
  await book.apply([inverse(change)]);
  const back = unzipBytes(await book.toBytes());
  for (const [path, text] of texts.filter(([name]) => name !== SHEET)) expect(back.get(path)?.toString('utf8')).toBe(text);
});

it.each([
  [
    'a program that writes prefixes',
    (text: string) =>
      text
        .replaceAll(/<(\/?)(comments|authors|author|commentList|comment|text|r|rPr|sz|t)(?=[ >/])/g, '<$1x:$2')
        .replace('xmlns=', 'xmlns:x='),
  ],
  ['openpyxl, which writes no runs', (text: string) => text.replaceAll(/<rPr>.*?<\/rPr>/g, '').replaceAll('shapeId="0"', "shapeId='0'")],
  ['LibreOffice, which writes no ids of shapes', (text: string) => text.replaceAll(' shapeId="0"', '')],
])('reads and moves notes of %s', async (_, change) => {
  const files = parts({ B3: NOTE });
  const path = 'xl/comments91.xml';
  const book = await opened({ ...files, [path]: change(files[path] ?? '') });
  const [note] = await commentsOf(book);
  expect(note).toMatchObject({ row: 2, column: 1, kind: 'note', author: 'Old Excel', text: 'a note <in bold>' });
  await book.apply([[move([['not known', 'B3', 'B4', 'note']])]]);
  expect(await commentsOf(book)).toEqual([{ ...note, row: 3 }]);
});

it('knows a note again whose text was changed since, by where it stood', async () => {
  const book = await opened(parts({ B3: NOTE, B4: { author: 'Jo', text: 'another' } }));
  const change = move([['what it said before', 'B3', 'B4', 'note']]);
  await book.apply([[change]]);
  expect((await commentsOf(book)).map(({ row, text }) => [row, text])).toEqual([
    [3, 'a note <in bold>'],
    [2, 'another'],
  ]);
});

it.each(['<comments', '<comments><commentList><comment ref="B3" authorId="0"><text><t>x', ''])(
  'does not refuse a workbook for a comments part that is cut short: %s',
  async (text) => {
    const book = await opened({ ...parts({ B3: NOTE }), 'xl/comments91.xml': text });
    expect(await commentsOf(book)).toEqual([]);
  },
);
