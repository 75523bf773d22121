import { parseA1 } from '../../../src/domain/grid';

/** A comment of a made file, by the A1 address of its cell. */
export interface MadeComment {
  /** Of a threaded comment; a note has none. */
  readonly id?: string;
  readonly author: string;
  readonly text: string;
  /** Texts of the answers to a threaded comment. */
  readonly replies?: readonly string[];
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A form control, as Excel keeps it in the same drawing as the boxes of notes. */
const BUTTON =
  '<v:shape id="_x0000_s9999" type="#_x0000_t201" style="position:absolute;width:60pt;height:20pt"><v:imagedata/><x:ClientData ObjectType="Button"><x:Anchor>1, 1, 1, 1, 2, 2, 2, 2</x:Anchor><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>';

/**
 * The parts of a workbook with comments added to its only sheet of that path, written as Excel writes them: each threaded comment has a
 * note for older programs.
 */
export function withMadeComments(
  parts: Readonly<Record<string, string>>,
  sheet: string,
  comments: Readonly<Record<string, MadeComment>>,
): Record<string, string> {
  const all = Object.entries(comments);
  const authorOf = ({ id, author }: MadeComment): string => (id === undefined ? author : `tc=${id}`);
  const authors = [...new Set(all.map(([, comment]) => authorOf(comment)))];
  const notes = all.map(([ref, comment]) => {
    const words = comment.id === undefined ? comment.text : `[Threaded comment]\n\nComment:\n    ${comment.text}`;
    const half = Math.ceil(words.length / 2);
    const runs = [words.slice(0, half), words.slice(half)].map(
      (run) => `<r><rPr><sz val="9"/></rPr><t xml:space="preserve">${escaped(run)}</t></r>`,
    );
    return `<comment ref="${ref}" authorId="${String(authors.indexOf(authorOf(comment)))}" shapeId="0"><text>${runs.join('')}</text></comment>`;
  });
  const shapes = all.map(([ref], index) => {
    const { row, column } = parseA1(ref) ?? { row: 0, column: 0 };
    const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 3, 15, row + 3, 4].join(', ');
    return `<v:shape id="_x0000_s${String(1025 + index)}" type="#_x0000_t202" style='position:absolute;visibility:hidden' fillcolor="infoBackground [80]"><v:textbox><div style='text-align:left'></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\r\n    ${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${String(row)}</x:Row><x:Column>${String(column)}</x:Column></x:ClientData></v:shape>`;
  });
  const threads = all.flatMap(([ref, { id, text, replies = [] }]) => {
    if (id === undefined) return [];
    const one = (own: string, words: string, parent: string, minute: number): string =>
      `<threadedComment ref="${ref}" dT="2026-03-01T10:${String(minute).padStart(2, '0')}:00.00" personId="{00000000-0000-0000-0000-000000000001}" id="${own}"${parent}><text>${escaped(words)}</text></threadedComment>`;
    return [
      one(id, text, '', 0),
      ...replies.map((reply, index) => one(`${id.slice(0, -3)}${String(10 + index)}}`, reply, ` parentId="${id}"`, index + 1)),
    ];
  });
  const name = /sheet(\d+)\.xml$/.exec(sheet)?.[1] ?? '1';
  const relationships = `xl/worksheets/_rels/sheet${name}.xml.rels`;
  const links = [
    `<Relationship Id="rIdVml" Type="${OFFICE}/vmlDrawing" Target="../drawings/vmlDrawing9${name}.vml"/>`,
    `<Relationship Id="rIdNotes" Type="${OFFICE}/comments" Target="../comments9${name}.xml"/>`,
    ...(threads.length === 0
      ? []
      : [
          `<Relationship Id="rIdThreads" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment9${name}.xml"/>`,
        ]),
  ].join('');
  const before =
    parts[relationships] ?? '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const types = [
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>',
    `<Override PartName="/xl/comments9${name}.xml" ContentType="${TYPE}.comments+xml"/>`,
    ...(threads.length === 0
      ? []
      : [
          `<Override PartName="/xl/threadedComments/threadedComment9${name}.xml" ContentType="application/vnd.ms-excel.threadedcomments+xml"/>`,
          '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/>',
        ]),
  ]
    // A second sheet with comments shares the persons and the type of drawings.
    .filter((type) => !(parts['[Content_Types].xml'] ?? '').includes(type))
    .join('');
  const bookLinks = 'xl/_rels/workbook.xml.rels';
  const drawing = `<legacyDrawing xmlns:r="${OFFICE}" r:id="rIdVml"/>`;
  const sheetXml = parts[sheet] ?? '';
  // In the order of the schema: before the table parts.
  const placed = sheetXml.includes('<tableParts')
    ? sheetXml.replace('<tableParts', `${drawing}<tableParts`)
    : sheetXml.replace('</worksheet>', `${drawing}</worksheet>`);
  return {
    ...parts,
    '[Content_Types].xml': (parts['[Content_Types].xml'] ?? '').replace('</Types>', `${types}</Types>`),
    [relationships]: before
      .replace(/<Relationships([^>]*?)\/>/, '<Relationships$1></Relationships>')
      .replace('</Relationships>', `${links}</Relationships>`),
    [sheet]: placed,
    [`xl/comments9${name}.xml`]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<comments xmlns="${MAIN}"><authors>${authors.map((author) => `<author>${escaped(author)}</author>`).join('')}</authors><commentList>${notes.join('')}</commentList></comments>`,
    [`xl/drawings/vmlDrawing9${name}.vml`]: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>${BUTTON}${shapes.join('')}</xml>`,
    ...(threads.length === 0
      ? {}
      : {
          [bookLinks]: (parts[bookLinks] ?? '').replace(
            (parts[bookLinks] ?? '').includes('rIdPersons') ? /$^/ : '</Relationships>',
            '<Relationship Id="rIdPersons" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="persons/person.xml"/></Relationships>',
          ),
          [`xl/threadedComments/threadedComment9${name}.xml`]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<ThreadedComments xmlns="${THREADED}">${threads.join('')}</ThreadedComments>`,
          'xl/persons/person.xml': `<personList xmlns="${THREADED}"><person displayName="Jo Field" id="{00000000-0000-0000-0000-000000000001}" userId="jo" providerId="None"/></personList>`,
        }),
  };
}

/** Where each comment stands by every part that says it; fails where two parts differ. "B3 comment Agreed?", in the order of their words. */
export function commentsIn(parts: ReadonlyMap<string, string>, sheet: string): string[] {
  const links = parts.get(sheet.replace('worksheets/', 'worksheets/_rels/') + '.rels') ?? '';
  const part = (type: string): string => {
    const target = [...links.matchAll(/<Relationship [^>]*>/g)].map(([tag]) => tag).find((tag) => tag.includes(`/${type}"`));
    return parts.get(`xl/${/Target="\.\.\/([^"]*)"/.exec(target ?? '')?.[1] ?? ''}`) ?? '';
  };
  const words = (xml: string): string =>
    [...xml.matchAll(/<(?:t|text)(?: [^>]*)?>([^<]*)</g)]
      .map(([, text = '']) => text)
      .join('')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
  const notes = [...part('comments').matchAll(/<comment ref="([A-Z]+\d+)"[\s\S]*?<\/comment>/g)].map(([xml, ref = '']) => ({
    ref,
    text: words(xml),
  }));
  const threads = [...part('threadedComment').matchAll(/<threadedComment ref="([A-Z]+\d+)"[\s\S]*?<\/threadedComment>/g)].map(
    ([xml, ref = '']) => ({
      ref,
      text: words(xml),
      isReply: xml.includes(' parentId='),
    }),
  );
  const shapes = [...part('vmlDrawing').matchAll(/ObjectType="Note"[\s\S]*?<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)].map(
    ([, row = '', column = '']) => `${String.fromCharCode(65 + Number(column))}${String(Number(row) + 1)}`,
  );
  const places = notes.map(({ ref }) => ref).sort();
  if (JSON.stringify(places) !== JSON.stringify(shapes.sort()))
    throw new Error(`Notes at ${String(places)}, their boxes at ${String(shapes)}`);
  const astray = threads.filter(({ ref }) => !places.includes(ref));
  if (astray.length > 0) throw new Error(`Threads without a note: ${JSON.stringify(astray)}`);
  return notes
    .map(({ ref, text }) => {
      const own = threads.filter((one) => one.ref === ref);
      return own.length === 0 ? `${ref} note ${text}` : `${ref} comment ${own.map((one) => one.text).join(' / ')}`;
    })
    .sort();
}
