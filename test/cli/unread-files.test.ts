import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { planJsonSchema } from '../../src/application/collate/plan-json';
import { readWord } from '../adapters/documents/read-word';
import { freshFolder, tryCli } from './try-cli';

const COMMUNITIES = 'assets/samples/submissions/Communities.xlsx';

let folder = '';
const at = (...steps: string[]): string => join(folder, ...steps);
beforeEach(() => {
  folder = freshFolder();
});

interface Facts {
  readonly file: string;
  readonly size: number | null;
  readonly sha256: string | null;
}

/** Size and hash of a file, found out without the program. */
function factsOf(file: string): Facts {
  const bytes = readFileSync(at(...file.split('/')));
  return { file, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const facts = (all: readonly Facts[]): Facts[] => all.map(({ file, size, sha256 }) => ({ file, size, sha256 }));

/** Files that no program can open as a workbook, each for another reason. */
function putUnreadable(): string[] {
  writeFileSync(at('empty.xlsx'), '');
  writeFileSync(at('half.xlsx'), readFileSync(COMMUNITIES).subarray(0, 4000));
  writeFileSync(at('letter.xlsx'), '%PDF-1.7 a letter');
  writeFileSync(at('words.xlsx'), 'Dear all');
  return ['empty.xlsx', 'half.xlsx', 'letter.xlsx', 'words.xlsx'];
}

it('gives size and hash of what could not be opened and of what was passed over', async () => {
  copyFileSync(COMMUNITIES, at('Communities.xlsx'));
  const unreadable = putUnreadable();
  mkdirSync(at('out'));
  mkdirSync(at('papers'));
  writeFileSync(at('papers', 'minutes.pptx'), 'PK and more');
  writeFileSync(at('.hidden.xlsx'), 'x');
  symlinkSync(at('gone.xlsx'), at('link.xlsx'));
  const words = [folder, '--json', at('out', 'plan.json'), '--out', at('out', 'plan.xlsx')];
  expect((await tryCli('collate', words)).code).toBe(2);
  const { sources, notRead } = planJsonSchema.parse(JSON.parse(readFileSync(at('out', 'plan.json'), 'utf8')));
  const read = facts(sources).filter(({ file }) => !file.startsWith('out/'));
  expect(read).toEqual(['Communities.xlsx', ...unreadable].map(factsOf));
  const passedOver = [factsOf('.hidden.xlsx'), { file: 'link.xlsx', size: null, sha256: null }, factsOf('papers/minutes.pptx')];
  expect(facts(notRead)).toEqual(passedOver);

  const { out } = await tryCli('check-plan', [folder, '--format', 'json']);
  const checked = JSON.parse(out.join('\n')) as { readonly sources: readonly Facts[]; readonly notRead: readonly Facts[] };
  expect(facts(checked.sources)).toEqual(expect.arrayContaining(read));
  expect(facts(checked.notRead)).toEqual(expect.arrayContaining(passedOver));

  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(at('out', 'plan.xlsx'));
  const sheet = book.getWorksheet('Sources');
  const headings = sheet?.getRow(4).values as string[];
  const lines = (sheet?.getRows(5, (sheet.rowCount || 5) - 4) ?? []).map((row) => {
    const cell = (heading: string): unknown => row.getCell(headings.indexOf(heading)).value;
    return [cell('Line'), cell('File'), cell('Bytes'), cell('SHA-256')];
  });
  for (const { file, size, sha256 } of [...read, ...passedOver])
    expect(lines).toContainEqual(['file', file, size ?? 'not known', sha256 ?? 'not known']);
});

it('names each in a line of its own as text, with one full stop', async () => {
  putUnreadable();
  const { code, out } = await tryCli('check-plan', [folder]);
  expect(code).toBe(2);
  const lines = out.filter((line) => line.includes('SHA-256'));
  expect(lines).toHaveLength(4);
  for (const line of lines) expect(line).not.toMatch(/\.[,.]/);
  expect(lines[0]).toBe(
    `empty.xlsx: Not read: “empty.xlsx” is empty: it holds no data at all. Ask for it again, or check that it finished downloading, 0 bytes, SHA-256 ${factsOf('empty.xlsx').sha256 ?? ''}.`,
  );
});

it.each([
  ['only files that cannot be read', putUnreadable, /“words\.xlsx” is plain text/],
  ['only lock files', () => writeFileSync(at('~$GET.xlsx'), 'x'), /^There is no workbook in the folder [^ ]*\.$/],
  [
    'only other files',
    () => writeFileSync(at('notes.pptx'), 'x'),
    /Not read: notes\.pptx \(\.pptx is not the ending of a workbook or a document\)/,
  ],
])('a folder with %s is 2, and writes nothing', async (_, put, sentence) => {
  put();
  const { code, err } = await tryCli('collate', [folder, '--out', at('plan.xlsx')]);
  expect(code).toBe(2);
  expect(err.join('\n')).toMatch(sentence);
  expect(() => readFileSync(at('plan.xlsx'))).toThrow();
});

it('does not say that a directorate sent nothing whose file cannot be opened', async () => {
  copyFileSync(COMMUNITIES, at('Communities.xlsx'));
  writeFileSync(at('Proposed priorities GET.xlsx'), readFileSync(COMMUNITIES).subarray(0, 4000));
  const { out } = await tryCli('collate', [folder, '--docx', at('papers')]);
  const sent = 'Sent, but nothing was read: GET.';
  expect(out).toContain(sent);
  expect(out.find((line) => line.startsWith('Nothing sent yet'))).not.toMatch(/\bGET\b/);
  const { paragraphs } = readWord(readFileSync(at('papers', 'Appendix B.docx')));
  const said = paragraphs.map(({ text }) => text);
  expect(said).toContain(sent);
  expect(said.find((text) => text.startsWith('Nothing sent yet'))).not.toMatch(/\bGET\b/);
});
