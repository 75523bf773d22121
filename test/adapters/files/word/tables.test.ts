import { cell, control, mergesOf, openDocument, p, row, shownIn, table, tableOn, td, tr, trOf } from './word-builder';

const HEADINGS = ['Commitment', 'Led by', 'Timescale', 'Measure'];

describe('tables of a document', () => {
  it('are sheets in their order, with the lines above in rows before the first', async () => {
    const book = await openDocument(
      p('Plan of GET') + p('') + p('Agreed in May') + table(row('a', 'b')) + p('Notes') + table(row('c', 'd')) + p('End'),
    );
    expect(book.isDocument).toBe(true);
    expect(
      book.sheets.map(({ name, rows }) => [name, [...rows].map(([at, cells]) => [at, ...[...cells.values()].map(({ text }) => text)])]),
    ).toEqual([
      [
        'Table 1',
        [
          [-2, 'Plan of GET'],
          [-1, 'Agreed in May'],
          [0, 'a', 'b'],
        ],
      ],
      [
        'Table 2',
        [
          [-1, 'Notes'],
          [0, 'c', 'd'],
        ],
      ],
      ['After table 2', [[0, 'End']]],
    ]);
  });

  it('tell the lines above them that are headings, by their style, its base or their own level', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="H"/></w:style>';
    const lines = [
      p('one', '<w:pStyle w:val="H"/>'),
      p('two', '<w:pStyle w:val="Own"/>'),
      p('three', '<w:outlineLvl w:val="1"/>'),
      p('four'),
    ];
    const { sheets } = await openDocument(lines.join('') + table(row('a', 'b')), { styles });
    expect(sheets[0]?.headingLines).toEqual(new Set([-4, -3, -2]));
  });

  it('a document without any is a sheet of its lines', async () => {
    expect(await shownIn(p('Only') + p('words'))).toEqual({ Text: [['Only'], ['words']] });
  });

  it('keep empty rows and a blank first row in their place', async () => {
    const { sheets } = await openDocument(table(row('', ''), row('a', 'b'), row('', ''), row('c', 'd')));
    expect([...(sheets[0]?.rows.keys() ?? [])]).toEqual([1, 3]);
  });

  it('are read in a content control, a custom element, right to left and floating', async () => {
    const rows = row('a', 'b') + `<w:customXml w:element="row">${row('c', 'd')}</w:customXml>`;
    const properties = '<w:tblPr><w:tblpPr w:tblpX="100"/><w:bidiVisual/></w:tblPr>';
    expect(await shownIn(control(`<w:tbl>${properties}${rows}</w:tbl>`))).toEqual({
      'Table 1': [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
  });
});

describe('merged cells', () => {
  it('across: a span of the grid, and as old documents merge', async () => {
    const span = tr(cell('theme', '<w:gridSpan w:val="3"/>'));
    const old = tr(cell('old', '<w:hMerge w:val="restart"/>'), cell('', '<w:hMerge/>'), cell('c'));
    const book = await openDocument(table(row('a', 'b', 'c'), span, old));
    expect(book.sheets.map(mergesOf)).toEqual([['A2:C2', 'A3:B3']]);
    expect(await shownIn(table(row('a', 'b', 'c'), span, old))).toEqual({ 'Table 1': [['a', 'b', 'c'], ['theme'], ['old', '', 'c']] });
  });

  it('down, and down and across at once', async () => {
    const begins = '<w:vMerge w:val="restart"/>';
    const goesOn = '<w:vMerge/>';
    const wide = '<w:gridSpan w:val="2"/>';
    const body = table(
      row('t', 'x', 'y', 'z'),
      tr(cell('one', begins), cell('wide', wide + begins), cell('1')),
      tr(cell('', goesOn), cell('', wide + goesOn), cell('2')),
      tr(cell('two', begins), cell('b'), cell('c'), cell('3')),
      tr(cell('', '<w:vMerge w:val="continue"/>'), cell('d'), cell('e'), cell('4')),
    );
    const { sheets } = await openDocument(body);
    expect(sheets.map(mergesOf)).toEqual([['A2:A3', 'A4:A5', 'B2:C3']]);
  });

  it('down as old documents merge, and across in the same area', async () => {
    const body = table(
      tr(
        cell('a', '<w:hMerge w:val="restart"/><w:vMerge w:val="restart"/>'),
        cell('', '<w:hMerge/><w:vMerge w:val="restart"/>'),
        cell('1'),
      ),
      tr(cell('', '<w:hMerge w:val="restart"/><w:vMerge/>'), cell('', '<w:hMerge/><w:vMerge/>'), cell('2')),
    );
    const { sheets } = await openDocument(body);
    expect(sheets.map(mergesOf)).toEqual([['A1:B2']]);
  });

  it('a row that begins further right has its cells there', async () => {
    const body = table(row('a', 'b', 'c'), trOf('<w:gridBefore w:val="1"/>', cell('under b'), cell('under c')));
    expect(await shownIn(body)).toEqual({
      'Table 1': [
        ['a', 'b', 'c'],
        ['', 'under b', 'under c'],
      ],
    });
  });

  it.each([
    [
      'to the right',
      [3000, 40, 3000],
      [tr(cell('a'), cell('b', '<w:gridSpan w:val="2"/>')), tr(cell('c', '<w:gridSpan w:val="2"/>'), cell('d'))],
    ],
    [
      'to the left',
      [2960, 40, 3000],
      [tr(cell('a', '<w:gridSpan w:val="2"/>'), cell('b')), tr(cell('c'), cell('d', '<w:gridSpan w:val="2"/>'))],
    ],
  ])('an edge that was dragged a little %s is the same edge', async (_name, widths, rows) => {
    const { sheets } = await openDocument(tableOn(widths, ...rows));
    expect(sheets.map(mergesOf)).toEqual([[]]);
    expect(await shownIn(tableOn(widths, ...rows))).toEqual({
      'Table 1': [
        ['a', 'b'],
        ['c', 'd'],
      ],
    });
  });

  it('a span that no grid can have stays within the columns of Word', async () => {
    const huge = tr(
      cell('a', '<w:gridSpan w:val="900000000"/>'),
      cell('b', '<w:gridSpan w:val="-3"/>'),
      cell('c', '<w:gridSpan w:val="x"/>'),
    );
    expect(await shownIn(table(huge))).toEqual({ 'Table 1': [['a', 'b', 'c']] });
  });
});

describe('a table that was cut in two', () => {
  const top = table(row(...HEADINGS), row('a', 'b', 'c', 'd'));

  it('without its headings is joined', async () => {
    const sheets = await shownIn(top + p('') + table(row('e', 'f', 'g', 'h')));
    expect(sheets).toEqual({ 'Table 1': [HEADINGS, ['a', 'b', 'c', 'd'], ['e', 'f', 'g', 'h']] });
  });

  it('is joined column by column where its grid differs', async () => {
    const other = tableOn(
      [1000, 960, 40, 1000, 1000],
      tr(cell('e'), cell('f', '<w:gridSpan w:val="2"/>'), cell('g'), cell('h')),
      tr(cell('i'), cell('j'), cell('k', '<w:gridSpan w:val="2"/>'), cell('l')),
    );
    expect(await shownIn(tableOn([1000, 1000, 1000, 1000], row(...HEADINGS), row('a', 'b', 'c', 'd')) + other)).toEqual({
      'Table 1': [HEADINGS, ['a', 'b', 'c', 'd'], ['e', 'f', 'g', 'h'], ['i', 'j', 'k', 'l']],
    });
  });

  it.each([
    ['with its headings again', row(...HEADINGS)],
    ['with a row that is repeated on each page', trOf('<w:tblHeader/>', ...HEADINGS.map((one) => cell(`${one} of all`)))],
    ['with other columns', row('e', 'f', 'g')],
  ])('%s is a table of its own', async (_name, first) => {
    expect(Object.keys(await shownIn(top + p('') + table(first, row('i', 'j', 'k'))))).toHaveLength(2);
  });

  it('with words between is a table of its own', async () => {
    expect(Object.keys(await shownIn(top + p('Next theme') + table(row('e', 'f', 'g', 'h'))))).toEqual(['Table 1', 'Table 2']);
  });
});

describe('tables in tables', () => {
  const data = table(row(...HEADINGS), row('a', 'b', 'c', 'd'));

  it('one in a cell is words of the cell', async () => {
    const nested = td(p('Two parts:') + table(row('Year', 'Target'), row('2026', '40')) + p(''));
    expect(await shownIn(table(row('A', 'B', 'C'), tr(cell('a long commitment'), nested, cell('c'))))).toEqual({
      'Table 1': [
        ['A', 'B', 'C'],
        ['a long commitment', 'Two parts:\nYear\tTarget\n2026\t40', 'c'],
      ],
    });
  });

  it('a box of one column is its lines, and what stands in it is the document’s', async () => {
    expect(await shownIn(table(tr(td(p('Plan of GET') + p('2026'))), tr(cell('Draft'))) + data)).toEqual({
      'Table 1': [['Plan of GET'], ['2026'], ['Draft'], HEADINGS, ['a', 'b', 'c', 'd']],
    });
    expect(await shownIn(table(tr(td(p('Title') + data + p('')))))).toEqual({ 'Table 1': [['Title'], HEADINGS, ['a', 'b', 'c', 'd']] });
  });

  it('a frame around a table of data is no table', async () => {
    const frame = table(tr(cell('GET'), td(data + p(''))));
    expect(await shownIn(frame)).toEqual({ 'Table 1': [['GET'], HEADINGS, ['a', 'b', 'c', 'd']] });
  });

  it('too many levels of them are refused', async () => {
    let body = p('deepest');
    for (let level = 0; level < 200; level += 1) body = table(tr(td(body + p(''))));
    await expect(openDocument(body)).rejects.toThrow('levels');
  });
});

it('what is seen of cells is kept: fills, letters and words struck through', async () => {
  const red = '<w:r><w:rPr><w:color w:val="ff0000"/></w:rPr><w:t>late</w:t></w:r>';
  const gone = '<w:r><w:rPr><w:strike/></w:rPr><w:t>gone</w:t></w:r>';
  const cells = [
    cell('a', '<w:shd w:val="clear" w:fill="00b050"/>'),
    td(`<w:p>${red}</w:p>`),
    td(`<w:p>${gone}</w:p>`),
    cell('d', '<w:shd w:val="clear" w:fill="auto"/>'),
  ];
  const { sheets } = await openDocument(table(tr(...cells)));
  expect(sheets[0]?.marks).toEqual({
    fills: new Map([[0, [{ left: 0, right: 0, colour: '#00B050' }]]]),
    letters: new Map([[0, [{ left: 1, right: 1, colour: '#FF0000' }]]]),
    struck: new Map([[0, [2]]]),
  });
});
