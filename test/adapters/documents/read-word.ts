import { unzip } from '../../contract/unzip';

/** A table of a .docx as its rows' cells, each cell's text with line breaks; a row of one cell goes across. */
export interface WordTable {
  /** The text of the paragraph before it. */
  readonly under: string;
  readonly rows: readonly (readonly string[])[];
  /** Rows that Word repeats on every page. */
  readonly headerRows: number;
}

const DECODED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function textIn(xml: string): string {
  const parts = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)].map(([whole, text]) =>
    whole === '<w:br/>' ? '\n' : (text ?? ''),
  );
  return parts.join('').replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => DECODED[name] ?? '');
}

function pieces(xml: string, tag: string): string[] {
  return xml.match(new RegExp(`<w:${tag}(?: [^>]*)?>.*?</w:${tag}>`, 'gs')) ?? [];
}

/** The tests' own reading of a .docx by its XML, so that a fault of the library that wrote it cannot hide in it. */
export function readWord(bytes: Uint8Array): {
  readonly tables: readonly WordTable[];
  readonly paragraphs: readonly { readonly style: string; readonly text: string }[];
  readonly parts: ReadonlyMap<string, string>;
} {
  const parts = unzip(bytes);
  const body = /<w:body>(.*)<\/w:body>/s.exec(parts.get('word/document.xml') ?? '')?.[1] ?? '';
  const blocks = body.match(/<w:tbl>.*?<\/w:tbl>|<w:p>.*?<\/w:p>/gs) ?? [];
  const paragraphs: { style: string; text: string }[] = [];
  const tables: WordTable[] = [];
  for (const block of blocks) {
    if (block.startsWith('<w:tbl>')) {
      const rows = pieces(block, 'tr');
      tables.push({
        under: paragraphs.at(-1)?.text ?? '',
        rows: rows.map((row) => pieces(row, 'tc').map(textIn)),
        headerRows: rows.filter((row) => row.includes('<w:tblHeader/>')).length,
      });
    } else paragraphs.push({ style: /<w:pStyle w:val="(\w+)"/.exec(block)?.[1] ?? '', text: textIn(block) });
  }
  return { tables, paragraphs, parts };
}
