import { FileRefusal } from './file-refusal';
import { decodedText } from './text-decoding';

/** Bytes at the beginning of a file by which it is judged. */
const HEAD = 4096;

/**
 * What a file of text is: CSV by its name, a flat OpenDocument spreadsheet by its root element. Throws a `FileRefusal` that names what any other is. Excel opens web
 * pages and its XML of 2003 under the name .xls; renamed to .csv they would be rubbish.
 */
export function textKind(name: string, bytes: Uint8Array): 'csv' | 'flat ods' {
  const head = decodedText(bytes.subarray(0, HEAD))
    .replace(/^\ufeff/, '')
    .trimStart();
  const markup = markupKind(head);
  if (markup === 'flat ods') return markup;
  if (markup !== null) throw new FileRefusal(markup);
  const isCsv = /\.(csv|tsv|txt)$/i.test(name) && !head.includes('\0');
  const headers = head.split(/\r?\n\r?\n/, 1)[0] ?? '';
  if (/^[\w-]{1,60}:/.test(headers) && /^(?:mime-version|received|x-mozilla-status):/im.test(headers))
    throw new FileRefusal(mailKind(headers));
  if (isCsv) return 'csv';
  const controls = Array.from(head).filter((letter) => letter < ' ' && !'\t\n\r\f'.includes(letter)).length;
  throw new FileRefusal(controls === 0 && head !== '' ? 'plain text' : 'not a workbook');
}

type MarkupKind = 'flat ods' | 'web page' | 'xml spreadsheet' | 'word text' | 'opendocument text' | 'other markup';

/** Null for a text that is no markup. Declarations and comments may stand before the first element. */
function markupKind(head: string): MarkupKind | null {
  const isXml = /^<\?xml\b/i.test(head);
  const body = withoutProlog(head);
  if (/^<!doctype\s+html\b/i.test(body)) return 'web page';
  const root = /^<([a-z][\w.-]{0,40}(?::[a-z][\w.-]{0,40})?)[\s/>]/i.exec(body)?.[1]?.toLowerCase() ?? '';
  if (WEB_ELEMENTS.has(root)) return 'web page';
  if (root.replace(/^\w+:/, '') === 'workbook' && body.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml spreadsheet';
  if (root === 'w:worddocument' || root === 'pkg:package') return 'word text';
  if (root === 'office:document') {
    return /office:mimetype\s*=\s*["']application\/vnd\.oasis\.opendocument\.text/.test(body) ? 'opendocument text' : 'flat ods';
  }
  return isXml ? 'other markup' : null;
}

const WEB_ELEMENTS: ReadonlySet<string> = new Set(
  'html head meta title link style script base body table tr td div span p font center h1 h2 h3 br hr'.split(' '),
);

/** Without the declarations, instructions and comments at the beginning. */
function withoutProlog(head: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(head.charAt(at))) at += 1;
    const ending = head.startsWith('<?', at) ? '>' : head.startsWith('<!--', at) ? '-->' : null;
    const end = ending === null ? -1 : head.indexOf(ending, at);
    if (ending === null || end < 0) return head.slice(at);
    at = end + ending.length;
  }
}

/** A web page with its pictures in one file has the form of a mail without a reader. */
function mailKind(headers: string): 'mail' | 'web page' {
  return /^(?:to|received|x-mozilla-status):/im.test(headers) ? 'mail' : 'web page';
}
