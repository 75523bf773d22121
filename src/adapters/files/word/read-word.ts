import { PAPERS_CREATOR } from '../../../domain/documents';
import type { BookGrid } from '../../../domain/grid';
import { FileRefusal } from '../file-refusal';
import { creatorOf, modifiedDate } from '../package/core-properties';
import { linkedTree, type PackageParts } from '../package/package-parts';
import { DocumentReader } from './document-reader';
import { Fields } from './fields';
import { withoutLayoutTables } from './layout-tables';
import { ListLabels } from './list-labels';
import { sheetsOfDocument } from './word-sheets';
import { WordStyles } from './word-styles';

/**
 * Reads a Word document, .docx or .docm, transitional or strict, as a workbook: every table of its body is a sheet. Nothing of headers,
 * footers, notes and comments is read. Throws a `FileRefusal`.
 * Rule: docs/rules.md#word.
 */
export function readWordBook(parts: PackageParts, name: string): BookGrid {
  const [main] = parts.relationshipsOfType('', 'officeDocument').filter(({ external }) => !external);
  const path = main === undefined ? null : parts.find(main.target);
  if (path === null) throw new FileRefusal('damaged');
  const content = DocumentReader.read(parts.text(path), {
    styles: new WordStyles(linkedTree(parts, path, 'styles', 'styles')),
    labels: new ListLabels(linkedTree(parts, path, 'numbering', 'numbering')),
    fields: new Fields(),
    embeddedName: (id) => parts.relationshipWithId(path, id)?.target.replace(/^.*\//, '') ?? '',
  });
  const modified = modifiedDate(parts);
  const sheets = sheetsOfDocument(withoutLayoutTables(content));
  const isOwnPaper = creatorOf(parts).trim() === PAPERS_CREATOR;
  return { name, sheets, isDocument: true, ...(isOwnPaper ? { isOwnPaper } : {}), ...(modified === undefined ? {} : { modified }) };
}
