import { openBook } from '../../../../src/adapters/files/open-book';
import { type BookGrid, type SheetGrid, a1 } from '../../../../src/domain/grid';
import { cell, fods, ods, type OdsParts, row, styled, table, words } from './ods-builder';

const read = async (tables: string, parts?: OdsParts): Promise<BookGrid> =>
  openBook('x.ods', await ods(tables, parts), { includeHidden: true });

const shown = ({ rows }: SheetGrid): Record<string, string> =>
  Object.fromEntries([...rows].flatMap(([at, cells]) => [...cells].map(([column, { text }]) => [a1({ row: at, column }), text])));

async function first(tables: string, parts?: OdsParts): Promise<SheetGrid> {
  const [sheet] = (await read(tables, parts)).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const cells = async (inside: string, parts?: OdsParts): Promise<Record<string, string>> => shown(await first(table(inside), parts));

const refusal = async (bytes: Uint8Array): Promise<string> =>
  openBook('x.ods', bytes).then(
    () => 'opened',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

describe('the rows of an OpenDocument table', () => {
  it('are read in groups, among heading rows and in groups of columns', async () => {
    const inside =
      `<table:table-column-group><table:table-columns><table:table-column table:number-columns-repeated="3"/></table:table-columns></table:table-column-group>` +
      `<table:table-header-rows>${row(words('head'))}</table:table-header-rows>` +
      `<table:table-row-group>${row(words('a'))}<table:table-row-group>${row(words('b'))}</table:table-row-group></table:table-row-group>` +
      `<table:table-rows>${row(words('c'))}</table:table-rows><text:soft-page-break/>${row(words('d'))}`;
    expect(await cells(inside)).toEqual({ A1: 'head', A2: 'a', A3: 'b', A4: 'c', A5: 'd' });
  });

  it('are repeated with what they hold, and so are cells', async () => {
    const inside =
      row(
        words('x', 'table:number-columns-repeated="2"') + cell('table:number-columns-repeated="3"') + words('y'),
        'table:number-rows-repeated="2"',
      ) +
      row(cell(''), 'table:number-rows-repeated="5"') +
      row(words('z'));
    expect(await cells(inside)).toEqual({ A1: 'x', B1: 'x', F1: 'y', A2: 'x', B2: 'x', F2: 'y', A8: 'z' });
  });

  it('cost nothing where they are formatted and empty', async () => {
    const styles =
      '<style:style style:name="ce1" style:family="table-cell"><style:table-cell-properties fo:background-color="#ff0000"/></style:style>';
    const toEnd = cell('table:style-name="ce1" table:number-columns-repeated="16384"');
    const rows = Array.from({ length: 300 }, (_, at) =>
      row(words(String(at)) + cell('table:style-name="ce1" table:number-columns-repeated="16383"')),
    );
    const started = performance.now();
    const sheet = await first(table(rows.join('') + row(toEnd, 'table:number-rows-repeated="1048276"')), { styles });
    expect(performance.now() - started).toBeLessThan(1_500);
    expect([...sheet.rows.values()].reduce((sum, found) => sum + found.size, 0)).toBe(300);
    expect(sheet.marks?.fills.get(0)).toEqual([{ left: 1, right: 16_383, colour: '#FF0000' }]);
    expect(sheet.marks?.fills.size).toBe(300);
  });

  it('filled to the end are read, and too many are refused at once', async () => {
    const sheet = await first(table(row(words('no'), 'table:number-rows-repeated="1048576"')));
    expect([sheet.rows.size, sheet.rows.get(1_048_575)?.get(0)?.text]).toEqual([1_048_576, 'no']);
    const all = row(words('no', 'table:number-columns-repeated="16384"'), 'table:number-rows-repeated="1048576"');
    const started = performance.now();
    expect(await refusal(await ods(table(all)))).toMatch(/too many filled cells/);
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it('beyond the last row or column of a sheet refuse the file', async () => {
    const far = cell('table:number-columns-repeated="16384"');
    expect(await refusal(await ods(table(row(far + words('x')))))).toMatch(/damaged/);
    expect(await refusal(await ods(table(row(far, 'table:number-rows-repeated="1048576"') + row(words('x')))))).toMatch(/damaged/);
  });

  it('hold merges; what a merge covers is not shown', async () => {
    const wide = words('m', 'table:number-columns-spanned="2" table:number-rows-spanned="2"');
    const covered = '<table:covered-table-cell office:value-type="string"><text:p>hidden</text:p></table:covered-table-cell>';
    const sheet = await first(table(row(wide + covered + words('n')) + row(covered + covered + words('o'))));
    expect([shown(sheet), sheet.merges]).toEqual([{ A1: 'm', C1: 'n', C2: 'o' }, [{ top: 0, left: 0, bottom: 1, right: 1 }]]);
  });
});

describe('the words of a cell', () => {
  it.each([
    ['runs, links and spaces', 'a <text:span>b<text:s text:c="3"/>c</text:span> <text:a>d</text:a>', 'a b   c d'],
    ['tabs and line breaks', 'a<text:tab/>b<text:line-break/>c', 'a\tb\nc'],
    ['white space of the markup', '\n   a\n   b  ', 'a b '],
    ['paragraphs', 'a</text:p><text:p/><text:p>b', 'a\n\nb'],
    ['characters that markup escapes', '&lt;a&gt; &amp; &#8220;b&#x201d;', '<a> & “b”'],
    ['no comment', 'a<office:annotation><dc:creator>me</dc:creator><text:p>secret</text:p></office:annotation>b', 'ab'],
    ['no words of a shape', 'a<draw:frame><draw:text-box><text:p>shape</text:p></draw:text-box></draw:frame>', 'a'],
    ['no guide to pronunciation', '<text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby>', 'a'],
  ])('%s', async (_, markup, expected) => {
    expect(await cells(row(words(markup)))).toEqual({ A1: expected });
  });

  it('stand alone where the value is another, and are the value where there is none', async () => {
    const both = cell('office:value-type="string" office:string-value="x"', '<text:p> x </text:p>');
    const alone = cell('office:value-type="string" office:string-value="y"');
    const lines = cell('office:value-type="string" office:string-value="a b"', '<text:p>a</text:p><text:p>b</text:p>');
    expect(await cells(row(both + alone + lines + cell('', '<text:p>z</text:p>')))).toEqual({ A1: 'x', B1: 'y', C1: 'a\nb', D1: 'z' });
  });
});

describe('values, with the format that their style makes', () => {
  const DATE =
    '<number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>';
  const number = (inside: string, kind = 'number', more = ''): string =>
    `<number:${kind}-style style:name="N1" ${more}>${inside}</number:${kind}-style>`;
  const digits = (attributes: string): string => `<number:number number:min-integer-digits="1" ${attributes}/>`;

  it.each<readonly [what: string, attributes: string, data: string, shownAs: string, format: string]>([
    ['a date', 'office:value-type="date" office:date-value="2026-03-01"', number(DATE, 'date'), '01/03/2026', 'dd/mm/yyyy'],
    [
      'a month',
      'office:value-type="date" office:date-value="2026-03-01"',
      number('<number:month number:textual="true"/><number:text>-</number:text><number:year/>', 'date'),
      'Mar-26',
      'mmm-yy',
    ],
    ['a date and a time', 'office:value-type="date" office:date-value="2026-03-01T18:00:00"', '', '01/03/2026 18:00', 'dd/mm/yyyy hh:mm'],
    [
      'a quarter, which no format says',
      'office:value-type="date" office:date-value="2026-03-01"',
      number('<number:quarter/>', 'date'),
      'as shown',
      'dd/mm/yyyy',
    ],
    ['no such day', 'office:value-type="date" office:date-value="2026-02-30"', number(DATE, 'date'), 'as shown', 'dd/mm/yyyy'],
    [
      'a length of time',
      'office:value-type="time" office:time-value="PT36H30M00S"',
      number(
        '<number:hours/><number:text>:</number:text><number:minutes number:style="long"/>',
        'time',
        'number:truncate-on-overflow="false"',
      ),
      '36:30',
      '[h]:mm',
    ],
    ['a time of day', 'office:value-type="time" office:time-value="PT12H30M00S"', '', '12:30:00', 'hh:mm:ss'],
    [
      'a share',
      'office:value-type="percentage" office:value="0.073"',
      number(`${digits('number:decimal-places="1"')}<number:text>%</number:text>`, 'percentage'),
      '7.3%',
      '0.0%',
    ],
    [
      'money',
      'office:value-type="currency" office:value="-1234.5"',
      number(`<number:currency-symbol>£</number:currency-symbol>${digits('number:decimal-places="2" number:grouping="true"')}`, 'currency'),
      '-£1,234.50',
      '"£"#,##0.00',
    ],
    [
      'thousands',
      'office:value-type="float" office:value="1234567"',
      number(digits('number:decimal-places="0" number:grouping="true" number:display-factor="1000"')),
      '1,235',
      '#,##0,',
    ],
    [
      'leading zeros',
      'office:value-type="float" office:value="7"',
      number('<number:number number:decimal-places="0" number:min-integer-digits="3"/>'),
      '007',
      '000',
    ],
    [
      'optional decimals',
      'office:value-type="float" office:value="1.5"',
      number(digits('number:decimal-places="3" number:min-decimal-places="1"')),
      '1.5',
      '0.0##',
    ],
    [
      'words after a number',
      'office:value-type="float" office:value="5"',
      number(`${digits('number:decimal-places="0"')}<number:text> "days"</number:text>`),
      '5 "days"',
      '0" "\\""days"\\"""',
    ],
    [
      'a style for one kind of number',
      'office:value-type="float" office:value="-5"',
      `${number(digits('number:decimal-places="0"')).replace('N1', 'P0')}${number(`<number:text>(</number:text>${digits('number:decimal-places="0"')}<number:text>)</number:text><style:map style:condition="value()&gt;=0" style:apply-style-name="P0"/>`)}`,
      '(5)',
      '0;(0)',
    ],
    ['a plain number', 'office:value-type="float" office:value="0.30000000000000004"', number(digits('')), '0.3', 'General'],
    ['yes', 'office:value-type="boolean" office:boolean-value="true"', '', 'TRUE', 'General'],
    ['an error', 'office:value-type="string" calcext:value-type="error"', '', 'as shown', 'General'],
  ])('%s', async (_, attributes, data, shownAs, format) => {
    const styles = `${data}${data === '' ? '' : styled('ce1', 'N1')}`;
    const sheet = await first(table(row(cell(`table:style-name="ce1" ${attributes}`, '<text:p>as shown</text:p>'))), { styles });
    const found = sheet.rows.get(0)?.get(0);
    expect([found?.text, found?.format]).toEqual([shownAs, format]);
  });

  it('a number that is shown as yes stays a number', async () => {
    const sheet = await first(table(row(cell('office:value-type="boolean" office:boolean-value="1.2345"', '<text:p>TRUE</text:p>'))));
    const { kind, value, text } = sheet.rows.get(0)?.get(0) ?? {};
    expect([kind, value, text]).toEqual(['number', 1.2345, 'TRUE']);
  });

  it('the style of the column or the row counts where a cell has none, and that of a parent', async () => {
    const named = `${number(DATE, 'date')}${styled('Dates', 'N1')}`;
    const styles = `${number('<number:year number:style="long"/>', 'date')}<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Dates"/>${styled('ce2', 'N1')}`;
    const date = (more = ''): string => cell(`office:value-type="date" office:date-value="2026-03-01" ${more}`);
    const columns =
      '<table:table-column/><table:table-column table:default-cell-style-name="ce1"/><table:table-column table:default-cell-style-name="ce2"/>';
    const inside =
      columns +
      row(date('table:number-columns-repeated="3"')) +
      row(date('') + date('table:style-name="ce2"'), 'table:default-cell-style-name="ce1"');
    expect(await cells(inside, { named, styles })).toEqual({
      A1: '01/03/2026',
      B1: '01/03/2026',
      C1: '2026',
      A2: '01/03/2026',
      B2: '2026',
    });
  });

  it.each([
    ['of:=SUM([.A1:.B2];1)', '=SUM(A1:B2,1)'],
    ['of:=[$\'My ].x\'.$A$1]&"[.A1];"', '=\'My ].x\'!$A$1&"[.A1];"'],
    ['of:=SUM({1;2|3;4})', '=SUM({1,2;3,4})'],
    ['oooc:=[Other.A1]+[.#REF!]', '=Other!A1+#REF!'],
    ['msoxl:=A1;B1', '=A1;B1'],
    ["of:=['file:///x.ods'#$One.A1]", "=['file:///x.ods'#$One.A1]"],
    ['of:=[[[.A1', '=[[[.A1'],
    ['=[.A:.B]', '=A:B'],
  ])('the formula %s', async (written, expected) => {
    const quoted = written.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const sheet = await first(table(row(cell(`table:formula="${quoted}" office:value-type="float" office:value="1"`))));
    expect(sheet.rows.get(0)?.get(0)?.formula).toBe(expected);
  });
});

describe('the tables of a file', () => {
  const hidden = '<style:style style:name="ta1" style:family="table"><style:table-properties table:display="false"/></style:style>';

  it('are hidden and protected as they say; tables in tables and kept values of other files are no sheets', async () => {
    const inner = cell('', `<text:p>x</text:p>${table(row(words('inner')))}`);
    const { sheets } = await read(
      table(row(inner), 'table:name="A" table:style-name="ta1"') +
        table(row(words('y')), 'table:name="B" table:protected="true"') +
        table(`<table:table-source/>${row(words('kept'))}`, `table:name="'file:///x.ods'#$One"`),
      { styles: hidden },
    );
    expect(sheets.map(({ name, visibility, isProtected, rows }) => [name, visibility, isProtected, rows.size])).toEqual([
      ['A', 'hidden', false, 1],
      ['B', 'visible', true, 1],
    ]);
    expect(sheets.map(shown)).toEqual([{ A1: 'x' }, { A1: 'y' }]);
  });

  it('say what is struck through, in whole and in part, and its colour', async () => {
    const struck = '<style:text-properties style:text-line-through-style="solid"/>';
    const styles = `<style:style style:name="ce1" style:family="table-cell">${struck}</style:style><style:style style:name="T1" style:family="text">${struck}</style:style><style:style style:name="ce2" style:family="table-cell"><style:text-properties fo:color="#0000ff"/></style:style>`;
    const inside = row(
      words('a', 'table:style-name="ce1"') +
        words('b <text:span text:style-name="T1">c</text:span>') +
        words('d', 'table:style-name="ce2"'),
    );
    const { marks } = await first(table(inside), { styles });
    expect([marks?.struck.get(0), marks?.letters.get(0)]).toEqual([[0, 1], [{ left: 2, right: 2, colour: '#0000FF' }]]);
  });

  it('read alike from one flat file', async () => {
    const inside = table(row(words('a') + words('b'), 'table:number-rows-repeated="2"'), 'table:name="A" table:style-name="ta1"');
    const parts = { styles: hidden, modified: '2026-03-01T10:00:00' };
    const [one, other] = [await read(inside, parts), await openBook('x.ods', fods(inside, parts), { includeHidden: true })];
    expect(other).toEqual(one);
    expect(one.modified).toBe('2026-03-01T10:00:00.000Z');
  });
});

describe('parts of the file', () => {
  const one = table(row(words('x')));
  const locked = (path: string): Record<string, string> => ({
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="${path}"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`,
  });

  const content = (body: string): string => `<office:document-content><office:body>${body}</office:body></office:document-content>`;

  it.each<readonly [what: string, more: Record<string, string>, says: RegExp | 'opened']>([
    ['an empty part that is not read', { 'Configurations2/accelerator/current.xml': '' }, 'opened'],
    ['a part in a language of its own', { 'settings.xml': '<!DOCTYPE x><x>' }, 'opened'],
    ['a locked macro', locked('Basic/Standard/Module1.xml'), 'opened'],
    ['locked content', { ...locked('content.xml'), 'content.xml': '\u0001\u0002' }, /password/],
    ['a whole that is locked', { 'encrypted-package': 'x' }, /password/],
    ['content that is cut off', { 'content.xml': '<office:document-content><office:body>' }, /damaged/],
    ['no content', { 'content.xml': '' }, /damaged/],
    ['damaged styles', { 'styles.xml': '<a><b></a>' }, /damaged/],
    ['a document type declaration in the styles', { 'styles.xml': '<!DOCTYPE x []><x/>' }, /document type/],
    ['a document type declaration in the list of parts', { 'META-INF/manifest.xml': '<!DOCTYPE x []><x/>' }, /document type/],
    ['a text', { 'content.xml': content('<office:text/>') }, /save it as \.docx/],
    ['a presentation', { 'content.xml': content('<office:presentation/>') }, /presentation/],
    ['no tables', { 'content.xml': content('<office:spreadsheet/>') }, /no worksheets/],
  ])('%s', async (_, more, says) => {
    const message = await refusal(await ods(one, { more }));
    if (says === 'opened') expect(message).toBe(says);
    else expect(message).toMatch(says);
  });
});
