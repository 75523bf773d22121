import type { SheetGrid } from '../../../../src/domain/grid';
import { openBook } from '../../../../src/adapters/files/open-book';
import { cell, documentFile, paragraph, row, run, table } from './document-builder';

type Parts = Parameters<typeof documentFile>[1];

const sheetsOf = async (body: string, parts?: Parts): Promise<readonly SheetGrid[]> =>
  (await openBook('return.docx', await documentFile(body, parts))).sheets;

/** Each row of a sheet, from the lines above it on, as its texts by column. */
const textsOf = (sheet: SheetGrid | undefined): string[] =>
  [...(sheet?.rows ?? [])]
    .sort(([a], [b]) => a - b)
    .map(([at, cells]) => `${String(at)}: ${[...cells].map(([column, { text }]) => `${String(column)} ${text}`).join(' | ')}`);

const bodyTexts = async (body: string, parts?: Parts): Promise<string[]> => textsOf((await sheetsOf(body, parts))[0]);

/** The text of the one cell that a test is about. */
async function cellText(inside: string, parts?: Parts): Promise<string> {
  const [sheet] = await sheetsOf(table([[inside, 'x']]), parts);
  return sheet?.rows.get(0)?.get(0)?.text ?? '';
}

describe('tables and the lines above them', () => {
  test('each table is a sheet, and the lines before it stand above its first row', async () => {
    const sheets = await sheetsOf(
      `${paragraph('Our plan')}${paragraph('')}${paragraph('For 2026')}${table([['a', 'b'], ['c']])}${paragraph('More')}${table([['d', 'e', 'f']])}${paragraph('Signed')}`,
    );
    expect(sheets.map(({ name }) => name)).toEqual(['Table 1', 'Table 2', 'After table 2']);
    expect(sheets.map(textsOf)).toEqual([
      ['-2: 0 Our plan', '-1: 0 For 2026', '0: 0 a | 1 b', '1: 0 c'],
      ['-1: 0 More', '0: 0 d | 1 e | 2 f'],
      ['0: 0 Signed'],
    ]);
  });

  test('a document without tables is a sheet of its lines', async () => {
    const [sheet, ...others] = await sheetsOf(paragraph('We will open a hub by May.'));
    expect([sheet?.name, textsOf(sheet), others]).toEqual(['Text', ['0: 0 We will open a hub by May.'], []]);
  });

  test('headings are known by their styles, styles based on these and outline levels', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H"/></w:style>';
    const body = [
      paragraph('a', '<w:pStyle w:val="H"/>'),
      paragraph('b', '<w:pStyle w:val="Own"/>'),
      paragraph('c', '<w:outlineLvl w:val="1"/>'),
      paragraph('d'),
    ];
    const [sheet] = await sheetsOf(`${body.join('')}${table([['x', 'y']])}`, { styles });
    expect([...(sheet?.headingLines ?? [])]).toEqual([-4, -3, -2]);
  });

  test('a table that was cut in two goes on; one with headings of its own does not', async () => {
    const head = row(['Action', 'Lead'], '<w:tblHeader/>');
    const gap = paragraph('<w:r><w:br w:type="page"/></w:r>');
    expect((await sheetsOf(`${table([head, ['a', 'b']])}${gap}${table([['c', 'd']])}`)).map(textsOf)).toEqual([
      ['0: 0 Action | 1 Lead', '1: 0 a | 1 b', '2: 0 c | 1 d'],
    ]);
    expect(
      await sheetsOf(
        `${table([head, ['a', 'b']])}${gap}${table([
          ['action', 'lead'],
          ['c', 'd'],
        ])}`,
      ),
    ).toHaveLength(2);
    expect(await sheetsOf(`${table([head, ['a', 'b']])}${gap}${table([head, ['c', 'd']])}`)).toHaveLength(2);
    expect(await sheetsOf(`${table([head, ['a', 'b']])}${gap}${table([['c', 'd', 'e']])}`)).toHaveLength(2);
    expect(await sheetsOf(`${table([head, ['a', 'b']])}${paragraph('Measures')}${table([['c', 'd']])}`)).toHaveLength(2);
  });

  test('boxes and frames are layout, and what is in them stands there by itself', async () => {
    const data = table([
      ['Action', 'Lead', 'When'],
      ['Open a hub', 'Ann', 'May 2027'],
    ]);
    const framed = table([[`${paragraph('Priorities')}${data}${paragraph('')}`, 'note']]);
    expect((await sheetsOf(`${table([['GET plan']])}${framed}`)).map(textsOf)).toEqual([
      ['-2: 0 GET plan', '-1: 0 Priorities', '0: 0 Action | 1 Lead | 2 When', '1: 0 Open a hub | 1 Ann | 2 May 2027'],
      ['0: 0 note'],
    ]);
  });

  test('a table within a cell belongs to the words of the cell', async () => {
    expect(
      await cellText(
        `${paragraph('Two figures:')}${table([
          ['KPI', 'Target'],
          ['Shops', '40'],
        ])}${paragraph('')}`,
      ),
    ).toBe('Two figures:\nKPI\tTarget\nShops\t40');
  });
});

describe('cells', () => {
  test('merged both ways, left out at the start, and merged as old documents do it', async () => {
    const [sheet] = await sheetsOf(
      table([
        [cell('Theme', '<w:gridSpan w:val="3"/>')],
        [cell('a', '<w:vMerge w:val="restart"/>'), 'b', 'c'],
        [cell('', '<w:vMerge/>'), 'd', 'e'],
        row(['f'], '<w:gridBefore w:val="2"/>'),
        [cell('g', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge w:val="continue"/>'), 'h'],
      ]),
    );
    expect(textsOf(sheet)).toEqual(['0: 0 Theme', '1: 0 a | 1 b | 2 c', '2: 1 d | 2 e', '3: 2 f', '4: 0 g | 2 h']);
    expect(sheet?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 0, bottom: 2, right: 0 },
      { top: 4, left: 0, bottom: 4, right: 1 },
    ]);
  });

  test('edges that were dragged a little are one edge', async () => {
    const wide = (text: string): string => cell(text, '<w:gridSpan w:val="2"/>');
    const [sheet] = await sheetsOf(
      table(
        [
          ['a', wide('b')],
          [wide('c'), 'd'],
          ['e', wide('f')],
        ],
        [3000, 60, 3000],
      ),
    );
    expect([textsOf(sheet), sheet?.merges]).toEqual([['0: 0 a | 1 b', '1: 0 c | 1 d', '2: 0 e | 1 f'], []]);
  });

  test('colours and struck words are seen', async () => {
    const [sheet] = await sheetsOf(
      table([
        [
          cell('', '<w:shd w:val="clear" w:fill="ff0000"/>'),
          cell(paragraph(run('old', '<w:strike/>'))),
          cell(paragraph(run('late', '<w:color w:val="C00000"/>'))),
        ],
      ]),
    );
    expect(sheet?.marks).toEqual({
      fills: new Map([[0, [{ left: 0, right: 0, colour: '#FF0000' }]]]),
      letters: new Map([[0, [{ left: 2, right: 2, colour: '#C00000' }]]]),
      struck: new Map([[0, [1]]]),
    });
  });
});

describe('what a paragraph says', () => {
  test('tabs, breaks, hyphens, symbols and white space as Word shows them', async () => {
    const inside = `<w:r><w:t> a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e&#xad;f</w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r>${run(' 90%')}`;
    expect(await cellText(inside)).toBe('a\tb\nc-def≥ 90%');
    expect(await cellText(run('\uf0fc done', '<w:rFonts w:ascii="Wingdings"/>'))).toContain('✓');
  });

  test('inserted text counts, deleted text does not, and a deleted mark joins paragraphs', async () => {
    const changed = `${run('by ')}<w:del><w:r><w:delText>May</w:delText></w:r></w:del><w:ins>${run('June')}</w:ins><w:moveFrom>${run('gone')}</w:moveFrom><w:moveTo>${run(' here')}</w:moveTo>`;
    const joined = `${paragraph('Number of ', '<w:rPr><w:del/></w:rPr>')}${paragraph('loans')}`;
    const [sheet] = await sheetsOf(table([[changed, joined], row(['out', 'out'], '<w:del/>'), row(['in', 'in'], '<w:ins/>')]));
    expect(textsOf(sheet)).toEqual(['0: 0 by June here | 1 Number of loans', '1: 0 in | 1 in']);
    expect(sheet?.trackedChanges).toEqual({ insertions: 3, deletions: 3 });
  });

  test('a control that only asks is empty, in a run, around a cell and around a row', async () => {
    const asks = (content: string): string => `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const holds = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body = table([
      [holds(cell('a')), asks(cell('Click'))],
      [paragraph(holds(run('b'))), paragraph(asks(run('Choose')))],
    ]);
    const rows = body.replace('</w:tbl>', `${holds(holds(row(['c', 'd'])))}${asks(row(['Click', 'Click']))}</w:tbl>`);
    expect(await bodyTexts(rows)).toEqual(['0: 0 a', '1: 0 b', '2: 0 c | 1 d']);
  });

  test('a field shows its result, whatever is nested in its code; one that never ends loses nothing', async () => {
    const mark = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const inner = `${mark('begin')}${code('REF x')}${mark('separate')}${run('1')}${mark('end')}`;
    expect(await cellText(`${mark('begin')}${code('IF ')}${inner}${code('=1')}${mark('separate')}${run('12 visits')}${mark('end')}`)).toBe(
      '12 visits',
    );
    expect(await cellText(`<w:fldSimple w:instr="DATE">${run('May 2027')}</w:fldSimple>`)).toBe('May 2027');
    expect(await cellText(`${run('by ')}${mark('begin')}${run('May')}`)).toBe('by \nMay');
    expect(await bodyTexts(table([[`${mark('begin')}${run('open')}`, 'next']]))).toEqual(['0: 0 open | 1 next']);
  });

  test('hidden text is none, by itself or by its style, and is counted', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="X"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="P"><w:rPr><w:vanish/></w:rPr></w:style>';
    const inside = `${paragraph(`${run('a')}${run('b', '<w:vanish/>')}${run('c', '<w:rStyle w:val="X"/>')}${run('d', '<w:vanish w:val="0"/>')}`)}${paragraph(run('e'), '<w:pStyle w:val="P"/>')}`;
    const [sheet] = await sheetsOf(table([[inside, 'x']]), { styles });
    expect([textsOf(sheet), sheet?.besideCells?.others]).toEqual([['0: 0 ad | 1 x'], ['3 hidden texts']]);
  });

  test('notes, comments, pictures and text boxes are counted; a table in a text box is one of the document', async () => {
    const box = (inside: string): string => `<w:r><w:pict><w:txbxContent>${inside}</w:txbxContent></w:pict></w:r>`;
    const marks = '<w:r><w:footnoteReference/><w:commentReference/><w:drawing/></w:r>';
    const sheets = await sheetsOf(table([[`${run('a')}${marks}${box(paragraph('aside'))}${box(table([['b', 'c', 'd']]))}`, 'x']]));
    expect(sheets.map(textsOf)).toEqual([['0: 0 b | 1 c | 2 d'], ['0: 0 a | 1 x']]);
    expect(sheets[1]?.besideCells).toEqual({ comments: 1, pictures: 1, others: ['1 footnote', '1 text box'] });
  });

  test('of alternate contents the fallback counts, or the choice where there is no other', async () => {
    const both = `<mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent>`;
    const one = `<mc:AlternateContent><mc:Choice><w:t> and more</w:t></mc:Choice></mc:AlternateContent>`;
    expect(await cellText(`<w:r>${both}${one.replace('<w:t>', '<w:t xml:space="preserve">')}</w:r>`)).toBe('old and more');
  });

  test('a file within the document is told by its name', async () => {
    const object = '<w:r><w:object><o:OLEObject r:id="rId3"/></w:object></w:r>';
    const [sheet] = await sheetsOf(table([[`${run('a')}${object}`, 'x']]), { links: [['package', 'embeddings/Budget.xlsx']] });
    expect(sheet?.embedded).toEqual(['Budget.xlsx']);
  });
});

describe('lists', () => {
  const level = (at: number, format: string, text: string, more = ''): string =>
    `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = [
    `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>`,
    `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}${level(2, 'upperRoman', '%3')}</w:abstractNum>`,
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
  ].join('');
  const styles =
    '<w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const item = (text: string, list: number, at = 0): string =>
    paragraph(text, `<w:numPr><w:ilvl w:val="${String(at)}"/><w:numId w:val="${String(list)}"/></w:numPr>`);

  test('bullets and numbers stand before their lines, level by level, and count on from cell to cell', async () => {
    const first = [item('a', 1), item('one', 2), item('sub', 2, 1), item('sub', 2, 1), item('deep', 2, 2), item('two', 2)].join('');
    const second = [item('three', 2), item('five', 3), item('', 2), item('six', 3), paragraph('styled', '<w:pStyle w:val="L"/>')].join('');
    const [sheet] = await sheetsOf(table([[first, second]]), { numbering, styles });
    const texts = [...(sheet?.rows.get(0) ?? [])].map(([, { text }]) => text);
    expect(texts).toEqual(['• a\n1. one\n1.a) sub\n1.b) sub\nI deep\n2. two', '3. three\n5. five\n\n6. six\n• styled']);
  });
});

test('a document that nests without end, or in which a table is too deep, is refused in a sentence', async () => {
  const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(40)}${'</w:tc></w:tr></w:tbl>'.repeat(40)}`;
  await expect(sheetsOf(deep)).rejects.toThrow(/damaged/);
  await expect(sheetsOf(`${'<w:p><w:r>'.repeat(9000)}${'</w:r></w:p>'.repeat(9000)}`)).rejects.toThrow(/return\.docx/);
});
