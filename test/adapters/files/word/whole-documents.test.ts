import { SubmissionError, readSource } from '../../../../src/application';
import { openBook } from '../../../../src/adapters/files/open-book';
import { kent2025 } from '../../../../src/domain/framework';
import { relationships, zipped } from '../package-builder';
import { type WordParts, definition, docxParts, list, lvl, openDocument, p, r, row, table, td, tr } from './word-builder';

const HEADINGS = row('Commitment', 'Led by', 'Timescale', 'Measure', 'Shared outcome');
const ACTION = row('Plant 500 trees in Swale', 'Tree Officer', 'March 2027', '500 trees planted', 'SO2');

async function refusal(bytes: Uint8Array): Promise<string> {
  const error: unknown = await openBook('plan.docx', bytes).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(SubmissionError);
  return (error as SubmissionError).message;
}

const without = (parts: Record<string, string>, path: string): Record<string, string> =>
  Object.fromEntries(Object.entries(parts).filter(([key]) => key !== path));

describe('a document that cannot be read in full is refused', () => {
  const parts = docxParts(table(HEADINGS, ACTION));
  const xml = parts['word/document.xml'] ?? '';

  it.each([
    ['half of its text', { ...parts, 'word/document.xml': xml.slice(0, xml.length / 2) }, 'damaged'],
    ['no text', { ...parts, 'word/document.xml': '' }, 'damaged'],
    ['no part of text', without(parts, 'word/document.xml'), 'plan.docx'],
    ['tags that cross', { ...parts, 'word/document.xml': xml.replace('</w:tc></w:tr>', '</w:tr></w:tc>') }, 'damaged'],
    ['broken styles', { ...parts, 'word/styles.xml': '<w:styles>' }, 'damaged'],
    ['a document type declaration', { ...parts, 'word/document.xml': `<!DOCTYPE w:document [<!ENTITY a "b">]>${xml}` }, 'document type'],
    ['one in the numbering', { ...parts, 'word/numbering.xml': '<!DOCTYPE a><a/>' }, 'document type'],
  ])('%s', async (_name, of, words) => {
    expect(await refusal(await zipped(of))).toContain(words);
  });

  it('cut short, or without a byte', async () => {
    const bytes = await zipped(parts);
    expect(await refusal(bytes.slice(0, bytes.length / 2))).toContain('plan.docx');
    expect(await refusal(new Uint8Array())).toContain('empty');
  });

  it.each([
    ['a paragraph', `<w:p>${'<w:hyperlink>'.repeat(5000)}${r('deep')}${'</w:hyperlink>'.repeat(5000)}</w:p>`],
    ['its blocks', `${'<w:customXml>'.repeat(20_000)}${p('deep')}${'</w:customXml>'.repeat(20_000)}`],
  ])('%s of too many levels', async (_name, body) => {
    expect(await refusal(await zipped(docxParts(body)))).toContain('levels');
  });
});

it('the strict form is read like the other', async () => {
  const parts = docxParts(table(HEADINGS, ACTION));
  const strict = Object.entries(parts).map(([path, text]): [string, string] => [
    path,
    text
      .replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main')
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
        'http://purl.oclc.org/ooxml/officeDocument/relationships',
      ),
  ]);
  const { sheets } = await openBook('plan.docx', await zipped(Object.fromEntries(strict)));
  expect(sheets.map(({ name, rows }) => [name, rows.size])).toEqual([['Table 1', 2]]);
});

it('headers and footers are not read', async () => {
  const more = {
    'word/header1.xml': `<w:hdr xmlns:w="w">${table(HEADINGS, ACTION)}</w:hdr>`,
    'word/_rels/document.xml.rels': relationships([['header', 'header1.xml']]),
  };
  const { sheets } = await openDocument(p('Only this'), { more });
  expect(sheets.map(({ name }) => name)).toEqual(['Text']);
});

it('3,000 rows are read within seconds', async () => {
  const rows = Array.from({ length: 3000 }, (_, at) =>
    row(`Plant tree ${String(at)} in Swale`, 'Tree Officer', 'March 2027', 'Planted', 'SO2'),
  );
  const started = Date.now();
  const { sheets } = await openDocument(table(HEADINGS, ...rows));
  expect(Date.now() - started).toBeLessThan(15_000);
  expect(sheets[0]?.rows.size).toBe(3001);
});

describe('actions of a document', () => {
  async function actionsOf(body: string, parts: WordParts = {}): Promise<(string | null)[][]> {
    const book = await openDocument(body, parts);
    const { actions } = readSource('GET.docx', { ...book, name: 'GET.docx' }, { framework: kent2025(), includeHidden: false });
    return actions.map(({ theme, commitment, outcomes, source }) => [theme, commitment, outcomes.codes.join(), source.sheet]);
  }

  it('under a title in the first merged row, with a blank row above', async () => {
    const title = tr(td(p('Growth, Environment and Transport'), '<w:gridSpan w:val="5"/>'));
    const blank = row('', '', '', '', '');
    expect(await actionsOf(table(blank, title, HEADINGS, blank, ACTION))).toEqual([[null, 'Plant 500 trees in Swale', 'SO2', 'Table 1']]);
  });

  it('under headings that Word numbers, one table cut in two without its headings', async () => {
    const second = row('Open two parks on weekdays', 'Head of Parks', '2026', 'Two parks open', 'SO3');
    const other = row('Insulate 60 homes in Dover', 'Housing Lead', '2026', '60 homes', 'SO4');
    const heading = (text: string): string =>
      p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>');
    const body = heading('Green space') + table(HEADINGS, ACTION) + p('') + table(second) + heading('Warm homes') + table(HEADINGS, other);
    const numbering = definition(0, lvl(0, 'decimal', '%1.')) + list(1, 0);
    expect(await actionsOf(body, { numbering })).toEqual([
      ['1. Green space', 'Plant 500 trees in Swale', 'SO2', 'Table 1'],
      ['1. Green space', 'Open two parks on weekdays', 'SO3', 'Table 1'],
      ['2. Warm homes', 'Insulate 60 homes in Dover', 'SO4', 'Table 2'],
    ]);
  });

  it('in a table with edges that were dragged in each row', async () => {
    const dragged = [
      td(p('Open two parks on weekdays'), '<w:gridSpan w:val="2"/>'),
      ...['Head of Parks', '2026', 'Two parks open', 'SO3'].map((text) => td(p(text))),
    ];
    const plain = ['Plant 500 trees in Swale', 'Tree Officer', 'March 2027', '500 trees planted', 'SO2'].map((text, at) =>
      td(p(text), at === 1 ? '<w:gridSpan w:val="2"/>' : ''),
    );
    const heads = ['Commitment', 'Led by', 'Timescale', 'Measure', 'Shared outcome'].map((text, at) =>
      td(p(text), at === 1 ? '<w:gridSpan w:val="2"/>' : ''),
    );
    const grid = [3000, 40, 2000, 2000, 2000, 2000].map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('');
    const body = `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${tr(...heads)}${tr(...plain)}${tr(...dragged)}</w:tbl>`;
    expect((await actionsOf(body)).map(([, commitment, outcome]) => [commitment, outcome])).toEqual([
      ['Plant 500 trees in Swale', 'SO2'],
      ['Open two parks on weekdays', 'SO3'],
    ]);
  });
});
