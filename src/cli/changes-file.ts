import { extname } from 'node:path';
import { changeLine, type ChangeLine, type Collated, type DocumentPort, keptLines, type PreparedWrite } from '../application';
import { UsageError } from './cli-world';

/** What the sheet Changes tells, as JSON for programs or CSV for a spreadsheet, as the file's name asks: changes, and cells kept as typed. */
export function changesFile(
  path: string,
  { changes, kept }: Pick<PreparedWrite, 'changes' | 'kept'>,
  { register }: Pick<Collated, 'register'>,
  documents: DocumentPort,
): Uint8Array {
  if (changesFileKind(path) === 'json')
    return documents.json({
      version: 1,
      since: changes.since,
      changes: changes.list,
      kept: kept.filter(({ sent }) => sent !== '').map(keptJson),
    });
  return documents.csv([HEADINGS, ...[...changes.list.map(changeLine), ...keptLines(kept, register)].map(fieldsOf)]);
}

/** @throws UsageError for a name that says neither; called before the work, so that a long run does not end with it. */
export function changesFileKind(path: string): 'json' | 'csv' {
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return 'json';
  if (extension === '.csv') return 'csv';
  throw new UsageError(`--changes takes a file that ends in .json or .csv, not "${path}".`);
}

const HEADINGS = ['Ref', 'Directorate', 'What happened', 'Field', 'Was', 'Now', 'Words that differ'];

function fieldsOf({ ref, directorate, what, field, was, now, words }: ChangeLine): string[] {
  return [ref, directorate, what, field, was, now, words];
}

function keptJson({ row, sheet, address, heading, kept, sent, conflict }: PreparedWrite['kept'][number]): object {
  return { ref: row, sheet, cell: address, heading, kept, sent, conflict };
}
