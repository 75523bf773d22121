import { documentFiles } from '../../../src/adapters/documents';
import type { PlanDocument } from '../../../src/domain/documents';
import { readWord } from './read-word';

const DOCUMENT: PlanDocument = {
  name: 'Paper',
  title: 'Health & wellbeing <draft>',
  stamp: 'As at today',
  blocks: [
    { kind: 'heading', level: 1, text: 'One' },
    {
      kind: 'table',
      columns: [
        { heading: 'A', share: 3 },
        { heading: 'B', share: 1 },
      ],
      rows: [
        { kind: 'theme', text: 'Theme' },
        { kind: 'cells', cells: ['two\r\nlines', 'a\u0000b\u000bc\ud800d'] },
        { kind: 'cells', cells: ['alone'] },
      ],
    },
  ],
};

test('texts with marks, line ends and characters that XML cannot hold come back as the words they are', async () => {
  const { tables, paragraphs, parts } = readWord(await documentFiles.word(DOCUMENT));
  expect(paragraphs[0]).toEqual({ style: 'Title', text: 'Health & wellbeing <draft>' });
  expect(tables).toEqual([{ under: 'One', headerRows: 1, rows: [['A', 'B'], ['Theme'], ['two\nlines', 'abcd'], ['alone', '']] }]);
  // Every code point of the file is one that XML allows.
  expect(Array.from(parts.get('word/document.xml') ?? '').filter((character) => character < ' ' && !'\t\n\r'.includes(character))).toEqual(
    [],
  );
});

test('columns are as wide as their shares, and as the page together', async () => {
  const { parts } = readWord(await documentFiles.word(DOCUMENT));
  const widths = [...(parts.get('word/document.xml') ?? '').matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
  // The page is 16,838 wide, its margins 1,000 each.
  expect(widths).toEqual([11_128, 3_709]);
});
