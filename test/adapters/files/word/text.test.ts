import { box, cell, cellOf, code, control, fieldMark, openDocument, p, paragraphOf, r, row, shownIn, table, td, tr } from './word-builder';

const run = (inside: string): string => `<w:r>${inside}</w:r>`;

describe('the text of a paragraph', () => {
  it.each([
    [
      'breaks, tabs and hyphens',
      run(
        '<w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:cr/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t>',
      ),
      'a\nb\tc\nd-ef',
    ],
    ['a soft hyphen that is a character', r('develop\u00adment'), 'development'],
    ['white space at the edges, where it is to be kept', run('<w:t> a </w:t>') + r(' b '), 'a b '],
    ['a line end in the markup', run('<w:t>a\n b</w:t>'), 'a  b'],
    ['entities and characters beyond the first plane', run('<w:t>R&amp;D &#x1F600; &lt;5</w:t>'), 'R&D 😀 <5'],
    [
      'a symbol',
      run(
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Wingdings" w:char="F001"/>',
      ),
      '≥5✓□',
    ],
    ['letters in a font of symbols', r('\uf0b3', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + r('5'), '≥5'],
    [
      'links and smart tags',
      `<w:hyperlink r:id="rId9">${r('the plan')}</w:hyperlink><w:smartTag w:element="date">${r(' of May')}</w:smartTag>`,
      'the plan of May',
    ],
    ['an element that is not known', `<w:future><w:inner>${r('kept')}</w:inner></w:future>`, 'kept'],
    ['words with their sound', `<w:r><w:ruby><w:rt>${r('kyo')}</w:rt><w:rubyBase>${r('京')}</w:rubyBase></w:ruby></w:r>`, '京'],
    [
      'parts of a formula',
      '<m:oMath><m:sSub><m:sSubPr/><m:e><m:r><m:t>CO</m:t></m:r></m:e><m:sub><m:r><m:t>2</m:t></m:r></m:sub></m:sSub></m:oMath>',
      'CO2',
    ],
    ['notes and comments', r('a') + run('<w:footnoteReference w:id="1"/>') + run('<w:commentReference w:id="1"/>') + r('b'), 'ab'],
  ])('%s', async (_name, inside, expected) => {
    expect(await paragraphOf(inside)).toBe(expected);
  });

  it('hidden by itself, by the style of its letters or of its paragraph is not shown, and is counted', async () => {
    const style = (id: string, type: string): string => `<w:style w:type="${type}" w:styleId="${id}"><w:rPr><w:vanish/></w:rPr></w:style>`;
    const styles = style('C', 'character') + style('P', 'paragraph');
    const body = [
      p('seen'),
      `<w:p>${r('direct', '<w:vanish/>')}${r('by style', '<w:rStyle w:val="C"/>')}${r('no', '<w:vanish w:val="0"/>')}</w:p>`,
      `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>${r('all')}${r('but this', '<w:vanish w:val="false"/>')}</w:p>`,
    ].join('');
    expect(await cellOf(body, { styles })).toBe('seen\nno\nbut this');
    const { sheets } = await openDocument(table(tr(td(body))) + table(row('a', 'b')), { styles });
    expect(sheets[0]?.besideCells?.others).toEqual(['3 hidden texts']);
  });
});

describe('tracked changes', () => {
  const by = 'w:id="1" w:author="A"';
  const mark = (kind: string): string => `<w:rPr><w:${kind} ${by}/></w:rPr>`;

  it('inserted and moved here counts, deleted and moved away does not', async () => {
    const deleted = `<w:r><w:delText>old</w:delText></w:r>`;
    const inside = `${r('a ')}<w:del ${by}>${deleted}</w:del><w:ins ${by}>${r('new ')}</w:ins><w:moveFrom ${by}>${r('gone')}</w:moveFrom><w:moveTo ${by}>${r('here')}</w:moveTo>`;
    expect(await paragraphOf(inside)).toBe('a new here');
    const { sheets } = await openDocument(table(tr(td(`<w:p>${inside}</w:p>`), cell('b'))));
    expect(sheets[0]?.trackedChanges).toEqual({ insertions: 2, deletions: 2 });
  });

  it('a paragraph whose mark was deleted goes on in the next, whose label it has', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const inList = '<w:numPr><w:numId w:val="1"/></w:numPr>';
    const paragraphs = p('one ', inList + mark('del')) + p('two ', mark('moveFrom')) + p('three', inList) + p('four', mark('del'));
    expect(await cellOf(paragraphs, { numbering })).toBe('• one two three\nfour');
  });

  it('a deleted row is none, an inserted one is a row; a deleted cell is empty', async () => {
    const tracked = (kind: string, ...texts: string[]): string =>
      `<w:tr><w:trPr><w:${kind} ${by}/></w:trPr>${texts.map((text) => cell(text)).join('')}</w:tr>`;
    const body = table(
      row('a', 'b'),
      tracked('del', 'c', 'd'),
      tracked('ins', 'e', 'f'),
      tr(cell('g', `<w:cellDel ${by}/>`), cell('h', `<w:cellIns ${by}/>`)),
    );
    expect(await shownIn(body)).toEqual({
      'Table 1': [
        ['a', 'b'],
        ['e', 'f'],
        ['', 'h'],
      ],
    });
    const { sheets } = await openDocument(body);
    expect(sheets[0]?.trackedChanges).toEqual({ insertions: 2, deletions: 2 });
  });

  it('deleted blocks around paragraphs and rows, as some programs write them, are not read', async () => {
    const body = table(row('a', 'b'), `<w:del ${by}>${row('c', 'd')}</w:del>`, `<w:ins ${by}>${row('e', 'f')}</w:ins>`);
    expect(await shownIn(`<w:moveFrom ${by}>${p('away')}</w:moveFrom>${body}`)).toEqual({
      'Table 1': [
        ['a', 'b'],
        ['e', 'f'],
      ],
    });
  });

  it('a field that begins in a deleted passage and ends there is over', async () => {
    const field = fieldMark('begin') + code('PAGE') + fieldMark('separate') + r('7') + fieldMark('end');
    expect(await paragraphOf(`<w:del ${by}>${field}</w:del>${r('words')}`)).toBe('words');
  });
});

describe('content controls', () => {
  const asked = '<w:showingPlcHdr/>';

  it('hold words in a run, around blocks, cells and rows, and in a section that repeats', async () => {
    const run = td(`<w:p>${r('a ')}${control(r('chosen'))}</w:p>`);
    const block = td(control(p('date')));
    const repeated = control(
      control(tr(cell('x'), cell('y'), cell('z'))) + control(tr(cell('k'), cell('l'), cell('m'))),
      '<w15:repeatingSection xmlns:w15="w15"/>',
    );
    expect(await shownIn(table(tr(run, block, control(cell('c'))) + repeated))).toEqual({
      'Table 1': [
        ['a chosen', 'date', 'c'],
        ['x', 'y', 'z'],
        ['k', 'l', 'm'],
      ],
    });
  });

  it('that only ask to be filled in are empty, at each of these levels, and keep their cells', async () => {
    const run = td(`<w:p>${r('a')}${control(r('Choose an item.'), asked)}</w:p>`);
    const row1 = tr(run, td(control(p('Click here.'), asked)), control(cell('Enter a date.'), asked), cell('end'));
    const row2 = control(tr(cell('Text'), cell('Text'), cell('Text'), cell('Text')), asked);
    const row3 = tr(...['a', 'b', 'c', 'd'].map((text) => control(cell(text), '<w:showingPlcHdr w:val="0"/>')));
    expect(await shownIn(table(row1, row2, row3))).toEqual({
      'Table 1': [
        ['a', '', '', 'end'],
        ['a', 'b', 'c', 'd'],
      ],
    });
  });
});

describe('fields', () => {
  const field = (of: string, result: string): string => fieldMark('begin') + code(of) + fieldMark('separate') + result + fieldMark('end');

  it('show their results', async () => {
    expect(await paragraphOf(`${r('by ')}${field('DATE', r('May'))}<w:fldSimple w:instr="PAGE">${r(' 3')}</w:fldSimple>`)).toBe('by May 3');
  });

  it('one in the code of another shows nothing', async () => {
    const nested =
      fieldMark('begin') +
      code('IF ') +
      field('PAGE', r('1')) +
      code(' = 1') +
      r('typed code') +
      fieldMark('separate') +
      r('yes') +
      fieldMark('end');
    expect(await paragraphOf(nested + r('.'))).toBe('yes.');
  });

  it('go over paragraphs', async () => {
    const paragraphs = `<w:p>${r('a')}${fieldMark('begin')}${code('IF')}${r('code')}</w:p><w:p>${r('code')}${fieldMark('separate')}${r('b')}</w:p><w:p>${r('c')}${fieldMark('end')}${r('d')}</w:p>`;
    expect(await cellOf(paragraphs)).toBe('a\nb\ncd');
  });

  it('one that never ends takes no words away, in its cell, above a table and below the last', async () => {
    const open = `<w:p>${r('a')}${fieldMark('begin')}${code('IF')}${r('b')}</w:p>`;
    expect(await cellOf(open + p('c') + p('d'))).toBe('a\nb\nc\nd');
    expect(await shownIn(open + p('Theme') + table(row('e', 'f')) + p('after') + open + p('end'))).toEqual({
      'Table 1': [['a'], ['b'], ['Theme'], ['e', 'f']],
      'After table 1': [['after'], ['a'], ['b'], ['end']],
    });
  });

  it('one whose end is missing in a cell has no say in the next; an end too many is nothing', async () => {
    expect(
      await shownIn(table(tr(td(`<w:p>${fieldMark('begin')}${r('a')}</w:p>`), td(`<w:p>${fieldMark('end')}${r('b')}</w:p>`)))),
    ).toEqual({
      'Table 1': [['a', 'b']],
    });
  });

  it('old form fields show what is chosen', async () => {
    const entries = '<w:listEntry w:val="SO1"/><w:listEntry w:val="SO2"/>';
    const form = (settings: string): string =>
      fieldMark('begin', `<w:ffData>${settings}</w:ffData>`) + code('FORM') + fieldMark('separate') + fieldMark('end');
    expect(await paragraphOf(form(`<w:ddList><w:result w:val="1"/>${entries}</w:ddList>`))).toBe('SO2');
    expect(await paragraphOf(form(`<w:ddList>${entries}</w:ddList>`))).toBe('SO1');
    expect(
      await paragraphOf(
        form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>') + form('<w:checkBox><w:default w:val="0"/></w:checkBox>'),
      ),
    ).toBe('☒☐');
  });
});

describe('content that programs show in several ways', () => {
  const both = (choice: string, fallback = ''): string =>
    `<mc:AlternateContent><mc:Choice Requires="new">${choice}</mc:Choice>${fallback}</mc:AlternateContent>`;

  it('is read once: what all can show, or else the choice', async () => {
    expect(await paragraphOf(both(r('choice'), `<mc:Fallback>${r('fallback')}</mc:Fallback>`))).toBe('fallback');
    expect(await paragraphOf(both(r('choice')))).toBe('choice');
    expect(await paragraphOf(both(r('choice'), '<mc:Fallback/>'))).toBe('choice');
    expect(await paragraphOf(run(both('<w:t>in a run</w:t>')))).toBe('in a run');
  });

  it('around whole paragraphs, rows and tables too', async () => {
    expect(await shownIn(both(p('Title')) + table(row('a', 'b'), both(row('c', 'd'))) + p('x') + both(table(row('e', 'f'))))).toEqual({
      'Table 1': [['Title'], ['a', 'b'], ['c', 'd']],
      'Table 2': [['x'], ['e', 'f']],
    });
  });
});

describe('what stands beside the text', () => {
  it('is counted for the table in which, or above which, it stands', async () => {
    const picture = run('<w:drawing/>');
    const above = `<w:p>${r('Title')}${box(p('NOT AGREED'))}${picture}</w:p>`;
    const notes = td(`<w:p>${r('a')}${run('<w:footnoteReference/>')}${run('<w:endnoteReference/>')}${run('<w:commentReference/>')}</w:p>`);
    const { sheets } = await openDocument(above + table(tr(notes, cell('b'))) + p('between') + table(row('c', 'd')));
    expect(sheets.map(({ besideCells }) => besideCells)).toEqual([
      { comments: 1, pictures: 1, others: ['2 footnotes', '1 text box'] },
      { comments: 0, pictures: 0 },
    ]);
  });

  it('a table in a text box is a table, and words beside it are counted', async () => {
    const boxed = box(p('words') + table(row('a', 'b'), row('c', 'd')));
    expect(await shownIn(`<w:p>${r('Title')}${boxed}</w:p>${p('Next')}${table(row('e', 'f'))}`)).toEqual({
      'Table 1': [['Title'], ['a', 'b'], ['c', 'd']],
      'Table 2': [['Next'], ['e', 'f']],
    });
    const { sheets } = await openDocument(`<w:p>${boxed}</w:p>`);
    expect(sheets.flatMap(({ besideCells }) => besideCells?.others ?? [])).toEqual(['1 text box']);
  });

  it('a table in a box that is anchored in a cell comes after the table of the cell, and is not joined with it', async () => {
    const anchored = td(`<w:p>${r('a')}${box(table(row('x', 'y')))}</w:p>`);
    expect(await shownIn(p('Theme') + table(tr(anchored, cell('b')), row('c', 'd')))).toEqual({
      'Table 1': [['Theme'], ['a', 'b'], ['c', 'd']],
      'Table 2': [['x', 'y']],
    });
  });

  it('an embedded workbook, another document and a part of one are named', async () => {
    const object = '<w:object><v:shape/><o:OLEObject r:id="rId3"/></w:object>';
    const links = [
      ['package', 'embeddings/Costs.xlsx'],
      ['aFChunk', 'afchunk.mht'],
      ['subDocument', 'part.docx'],
    ] as const;
    const { sheets } = await openDocument(
      `<w:p>${run(object)}<w:subDoc r:id="rId5"/></w:p><w:altChunk r:id="rId4"/>${table(row('a', 'b'))}`,
      { links },
    );
    expect(sheets[0]?.embedded).toEqual(['Costs.xlsx', 'part.docx', 'afchunk.mht']);
  });
});
