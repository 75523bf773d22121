import { extname } from 'node:path';
import { changeLine, type DocumentPort, type PlanChanges } from '../application';
import { UsageError } from './cli-world';

/** The changes as JSON for programs or CSV for a spreadsheet, as the file's name asks. */
export function changesFile(path: string, changes: PlanChanges, documents: DocumentPort): Uint8Array {
  if (changesFileKind(path) === 'json') return documents.json({ version: 1, since: changes.since, changes: changes.list });
  return documents.csv([HEADINGS, ...linesOf(changes)]);
}

/** @throws UsageError for a name that says neither; called before the work, so that a long run does not end with it. */
export function changesFileKind(path: string): 'json' | 'csv' {
  const extension = extname(path).toLowerCase();
  if (extension === '.json') return 'json';
  if (extension === '.csv') return 'csv';
  throw new UsageError(`--changes takes a file that ends in .json or .csv, not "${path}".`);
}

const HEADINGS = ['Ref', 'Directorate', 'What happened', 'Field', 'Was', 'Now', 'Words that differ'];

function linesOf({ list }: PlanChanges): string[][] {
  return list.map(changeLine).map(({ ref, directorate, what, field, was, now, words }) => [ref, directorate, what, field, was, now, words]);
}
