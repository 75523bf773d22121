import type { Framework } from '../../domain/framework';
import { type BookGrid, type CalendarDate, parseIsoDate } from '../../domain/grid';
import { readState } from '../../domain/state';
import { withTypedIndicators } from '../../domain/sheets';
import { collate, type Collated } from '../collate/collate';
import { keyedActions } from '../map/keyed-actions';
import { mappingSourceOf } from '../sources/mapping-source';
import { Failure } from '../ports/failure';
import type { SubmittedFile } from '../requests/collation-requests';
import type { SaidOfFiles } from '../requests/document-requests';
import { readSource, type SourceRead, unreadableSource } from '../sources/read-sources';
import type { SubmissionReader } from '../sources/read-submission';

interface DocumentSources {
  readonly framework: Framework;
  readonly submissions: SubmissionReader;
  readonly asOf: CalendarDate;
  /** Files that were collated with the workbook and whose tables are not in it. */
  readonly files: readonly SubmittedFile[];
  readonly said?: SaidOfFiles;
  readonly signal: AbortSignal;
}

/**
 * The plan as documents tell it: the tables of this workbook, those of the files at hand, and the rows of `All priorities` that neither
 * holds, since their files were collated earlier. Nothing is written.
 */
export async function collatedForDocuments(
  book: BookGrid,
  { framework, submissions, asOf, files, said, signal }: DocumentSources,
): Promise<Collated> {
  const state = withTypedIndicators(readState(book), book, framework);
  const reading = { framework, includeHidden: false, ownSheets: state.written.map(({ name }) => name) };
  const sources = [readSource('', book, reading)];
  for (const file of files) {
    signal.throwIfAborted();
    sources.push(await submissions.read(file, reading, { signal }));
  }
  const planDate = parseIsoDate(framework.planDate);
  if (planDate === null) throw new Failure('bad framework', `The framework's plan date "${framework.planDate}" is not a date.`);
  return collate([...sources, collatedEarlier(sources, book, framework)], state, {
    framework,
    planDate,
    asOf,
    take: 'newest',
    versions: said?.versions,
    judgements: said?.judgements,
  });
}

function collatedEarlier(sources: readonly SourceRead[], book: BookGrid, framework: Framework): SourceRead {
  const mapping = mappingSourceOf(book, framework);
  const actions = sources.flatMap((source) => source.actions);
  const { keyed } = keyedActions({ actions, mapping }, mapping.state);
  const held = new Set(actions);
  return { ...unreadableSource('', ''), problem: null, actions: keyed.map(({ action }) => action).filter((action) => !held.has(action)) };
}
