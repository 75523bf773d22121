import type { LatePolicy } from '../domain/collation';
import type { DocumentSubject } from '../domain/documents';
import type { Framework } from '../domain/framework';
import type { BookGrid, CalendarDate } from '../domain/grid';
import { planJsonOf } from './collate/plan-json-of';
import { type CollationRun, runCollation } from './collate/run-collation';
import { documentSubjectOf, makeCsvs, makePaper, makePlanJson } from './documents/make-documents';
import { makeReturnPacks } from './forms/return-packs';
import type { DocumentPort, OnProgress, SubmissionPort, WorkbookPort, WritableBook } from './ports/ports';
import type { SubmittedFile } from './requests/collation-requests';
import type { AnswersOnFiles, MakingRequests } from './requests/document-requests';
import { createSubmissionOpener } from './sources/submission-opener';

export interface DocumentWorld {
  readonly workbook: WorkbookPort;
  readonly submissions: SubmissionPort;
  readonly documents: DocumentPort;
  readonly newBook: () => Promise<WritableBook>;
  /** The framework in force; see `RequestWorld`. */
  readonly framework: Framework;
  readonly now: () => { readonly date: CalendarDate };
}

const subjectOf = (run: CollationRun): DocumentSubject => documentSubjectOf(run.collated, run.book);

/** Answers what the pane asks for about documents over an open workbook, which it only reads. */
export function answerDocuments(world: DocumentWorld): MakingRequests {
  const { workbook, documents, newBook, framework, now } = world;
  const sourceFrom = createSubmissionOpener(world.submissions);
  const read = (signal: AbortSignal, onProgress: OnProgress): Promise<BookGrid> =>
    workbook.readBook({ includeHidden: true, signal, onProgress });
  const run = (plan: BookGrid, files: readonly SubmittedFile[], signal: AbortSignal, answers?: AnswersOnFiles): Promise<CollationRun> => {
    // Without files nothing is sent anew, and the documents are of the plan as it was last collated.
    const late: LatePolicy = { how: files.length === 0 ? 'as last collated' : 'carry', forget: answers?.leaveOut ?? [] };
    return runCollation({
      plan,
      files: files.map(sourceFrom),
      ofPlan: 'tables',
      // Documents are of the plan: a copy that is given with the files is no submission, and is merged when the plan is written.
      areCopiesFound: true,
      copiesDeclined: files.map(({ name }) => name),
      framework,
      includeHidden: false,
      planDate: null,
      asOf: now().date,
      choices: { take: 'newest', versions: answers?.versions, judgements: answers?.judgements, late },
      signal,
    });
  };
  return {
    look: async (files, signal, onProgress, answers) => {
      const book = await read(signal, onProgress);
      const { register, lines, findings } = (await run(book, files, signal, answers)).collated;
      return {
        actions: register.actions.length,
        measures: lines.measures.length,
        activities: lines.activities.length,
        findings: findings.length,
        sheets: makeCsvs(book, documents).length,
      };
    },
    make: async (choice, files, signal, onProgress, answers) => {
      const book = await read(signal, onProgress);
      switch (choice) {
        case 'csv':
          return makeCsvs(book, documents);
        case 'json': {
          const { collated, prepare } = await run(book, files, signal, answers);
          return [makePlanJson(planJsonOf(collated, prepare(() => null, '').kept), documents)];
        }
        case 'return-packs': {
          const { packs, chasing } = await makeReturnPacks(book, { framework, asOf: now().date, backBy: null, newBook });
          return [...packs.flatMap(({ workbook: pack, covering }) => [pack, covering]), ...chasing.map(({ text }) => text)];
        }
        case 'appendix-a':
        case 'appendix-b':
        case 'progress':
        case 'finance':
        case 'findings':
          return [await makePaper(choice, subjectOf(await run(book, files, signal, answers)), documents)];
      }
    },
  };
}
