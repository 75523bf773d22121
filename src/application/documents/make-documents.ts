import {
  appendixA,
  appendixB,
  type DocumentSubject,
  documentText,
  fileNameFrom,
  financeDocument,
  findingsDocument,
  type PlanDocument,
  progressDocument,
  rowsText,
  sheetRows,
} from '../../domain/documents';
import type { BookGrid } from '../../domain/grid';
import { sheetsWrittenIn } from '../../domain/sheets';
import { isStateSheet } from '../../domain/state';
import type { Collated } from '../collate/collate';
import type { PlanJson } from '../collate/plan-json';
import { figuresOf } from '../collate/figures-of';
import { progressOf } from '../collate/progress-of';
import { checkedCosts } from '../finance/checked-costs';
import type { DocumentPort } from '../ports/ports';
import { type MadeDocument, type Paper, PAPERS } from '../requests/document-requests';

/**
 * What the papers are made from, after a collation.
 * @param book the workbook that the plan is in, as it is recognised, for what the collator typed beside the actions.
 */
export function documentSubjectOf(collated: Collated, book: BookGrid): DocumentSubject {
  const { options, tables, register, lines, findings } = collated;
  const { framework, planDate, asOf } = options;
  const progress = progressOf(collated, book);
  return {
    framework,
    asOf,
    tables,
    actions: register.actions,
    measures: lines.measures,
    activities: lines.activities,
    findings,
    finance: checkedCosts(collated, progress),
    standing: { framework, progress, figures: figuresOf(collated, progress), dates: { planDate, asOf, stamp: asOf } },
  };
}

const PAPER: Readonly<Record<Paper, (subject: DocumentSubject) => PlanDocument>> = {
  'appendix-a': appendixA,
  'appendix-b': appendixB,
  progress: progressDocument,
  finance: financeDocument,
  findings: findingsDocument,
};

export function makePapers(subject: DocumentSubject, files: DocumentPort): Promise<MadeDocument[]> {
  return Promise.all(PAPERS.map((paper) => makePaper(paper, subject, files)));
}

export async function makePaper(paper: Paper, subject: DocumentSubject, files: DocumentPort): Promise<MadeDocument> {
  const document = PAPER[paper](subject);
  const bytes = await files.word(document);
  return { fileName: fileNameFrom(document.name, 'docx'), kind: 'word', bytes, text: documentText(document) };
}

/** Every sheet that this program wrote into the workbook, one file a sheet; its own memory, `_plan`, is not for reading. */
export function makeCsvs(book: BookGrid, files: DocumentPort): MadeDocument[] {
  const written = sheetsWrittenIn(book);
  const sheets = book.sheets.filter(({ name }) => written.has(name) && !isStateSheet(name));
  return sheets.map((sheet) => {
    const rows = sheetRows(sheet);
    return { fileName: fileNameFrom(sheet.name, 'csv'), kind: 'csv', bytes: files.csv(rows), text: rowsText(rows) };
  });
}

export function makePlanJson(plan: PlanJson, files: DocumentPort): MadeDocument {
  const bytes = files.json(plan);
  return { fileName: 'plan.json', kind: 'json', bytes, text: new TextDecoder().decode(bytes) };
}
