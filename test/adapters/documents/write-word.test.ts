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

describe('written on two days', () => {
  // The clock alone is another: packing waits for timers.
  const doNotFake = ['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout'] as const;
  const onDay = async (now: string): Promise<Uint8Array> => {
    jest.useFakeTimers({ now: new Date(now), doNotFake: [...doNotFake, 'clearImmediate', 'clearInterval', 'clearTimeout'] });
    try {
      return await documentFiles.word(DOCUMENT);
    } finally {
      jest.useRealTimers();
    }
  };

  test('a paper has the same bytes, and its own title and stamp', async () => {
    const [one, other] = [await onDay('2026-03-01T09:00:00Z'), await onDay('2027-08-02T23:59:58Z')];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    const properties = readWord(one).parts.get('docProps/core.xml') ?? '';
    expect(properties).toContain('<dc:title>Health &#38; wellbeing &#60;draft&#62;</dc:title>');
    expect(properties).toContain('<dc:description>As at today</dc:description>');
    expect(properties).not.toContain('dcterms:');
  });
});
