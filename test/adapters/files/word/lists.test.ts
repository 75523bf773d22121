import { cell, cellOf, definition, list, listed, lvl, p, shownIn, table, td, tr } from './word-builder';

const numbering = [
  definition(0, lvl(0, 'bullet', '\uf0b7'), lvl(1, 'bullet', 'o')),
  definition(1, lvl(0, 'decimal', '%1.'), lvl(1, 'lowerLetter', '%2)'), lvl(2, 'lowerRoman', '(%3)')),
  definition(2, lvl(0, 'upperRoman', '%1.'), lvl(1, 'decimal', '%1.%2', '<w:isLgl/>'), lvl(2, 'decimalZero', '%1.%2.%3')),
  definition(3, lvl(0, 'upperLetter', '%1.'), lvl(1, 'none', '%2')),
  ...[list(1, 0), list(2, 1), list(3, 2), list(4, 3)],
  list(5, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'),
].join('');

const shown = (...paragraphs: string[]): Promise<string> => cellOf(paragraphs.join(''), { numbering });

describe('lists that Word numbers', () => {
  it('bullets, whatever their sign', async () => {
    expect(await shown(listed('a', 1), listed('b', 1, 1))).toBe('• a\n• b');
  });

  it('numbers, letters and roman numbers by level; a level begins again under the next of the one above', async () => {
    const items = [listed('a', 2), listed('b', 2, 1), listed('c', 2, 1), listed('d', 2, 2), listed('e', 2), listed('f', 2, 1)];
    expect(await shown(...items)).toBe('1. a\na) b\nb) c\n(i) d\n2. e\na) f');
  });

  it('numbers of several levels, in digits where the list says so', async () => {
    expect(await shown(listed('a', 3), listed('b', 3, 1), listed('c', 3, 2), listed('d', 3), listed('e', 3, 1))).toBe(
      'I. a\n1.1 b\nI.1.01 c\nII. d\n2.1 e',
    );
  });

  it('letters after the 26th are doubled, and a level without a number has none', async () => {
    const items = Array.from({ length: 28 }, (_, at) => listed(String(at), 4));
    expect((await shown(...items, listed('x', 4, 1))).split('\n').slice(25)).toEqual(['Z. 25', 'AA. 26', 'BB. 27', 'x']);
  });

  it('a list that begins anew does so once', async () => {
    const items = [listed('a', 2), listed('b', 2), listed('c', 5), listed('d', 5)];
    expect(await shown(...items)).toBe('1. a\n2. b\n4. c\n5. d');
  });

  it('a list of a style, of the style it is based on, and one that the paragraph takes off', async () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="M"><w:basedOn w:val="L"/></w:style>',
      '<w:style w:type="paragraph" w:styleId="N"><w:basedOn w:val="L"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>',
    ].join('');
    const styled = (text: string, style: string, more = ''): string => p(text, `<w:pStyle w:val="${style}"/>${more}`);
    const items = [
      styled('a', 'L'),
      styled('b', 'M'),
      styled('c', 'N'),
      styled('d', 'L', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      styled('e', 'Round'),
    ];
    expect(await cellOf(items.join(''), { numbering, styles })).toBe('1. a\n2. b\na) c\nd\ne');
  });

  it('a definition that is a style’s list, linked from another', async () => {
    const linked = [
      '<w:abstractNum w:abstractNumId="8"><w:numStyleLink w:val="S"/></w:abstractNum>',
      `<w:abstractNum w:abstractNumId="9"><w:styleLink w:val="S"/>${lvl(0, 'decimal', '%1)')}</w:abstractNum>`,
      list(8, 8),
    ].join('');
    expect(await cellOf(listed('a', 8), { numbering: linked })).toBe('1) a');
  });

  it('a list that is not there has no labels', async () => {
    expect(await shown(listed('a', 77), listed('b', 2, 8))).toBe('a\nb');
  });

  it('a column of numbers without words has its numbers, and a bullet without words is nothing', async () => {
    const rows = ['a', 'b'].map((text) => tr(td(listed('', 2)), cell(text), td(listed('', 1))));
    expect(await shownIn(table(...rows), { numbering })).toEqual({
      'Table 1': [
        ['1.', 'a'],
        ['2.', 'b'],
      ],
    });
  });

  it('a number without words beside others in a cell is counted and not shown', async () => {
    expect(await shown(listed('a', 2), listed('', 2), listed('c', 2))).toBe('1. a\n\n3. c');
  });
});
