import { dateOfSerial, isoDate } from '../grid';
import { type PlanBlock, type PlanCell, type PlanTable, wordsOfPlan } from '../workbook';
import { progressSheet } from '../sheets';
import type { DocumentSubject } from './document-subject';
import type { DocumentBlock, DocumentColumn, DocumentTable, PlanDocument } from './plan-document';

/** What of the sheet's list goes on paper, and how wide: outcomes and the timescale as written stay in the workbook. */
const LISTED: Readonly<Record<string, number>> = {
  directorate: 12,
  ref: 9,
  listed: 9,
  due: 12,
  dueThen: 12,
  status: 9,
  statusThen: 9,
  slipped: 11,
  commitment: 32,
  progress: 20,
};

/** The first column of a table of figures names the line; the others hold a number each. */
const NAME_SHARE = 30;
const FIGURE_SHARE = 9;

/**
 * The progress update for a committee. It is the sheet of that name put on paper, so that the two can never say different figures: each of
 * its blocks is a heading, a table and the notes under it, and its list follows.
 */
export function progressDocument(subject: DocumentSubject): PlanDocument {
  const { blocks, table, name } = progressSheet(subject.standing, null);
  const [title, ...figures] = blocks;
  const [, stamp = '', comparedWith = ''] = (title?.cells ?? []).map(([cell]) => words(cell));
  return {
    name,
    title: `${name}: ${subject.framework.name}`,
    stamp,
    blocks: [{ kind: 'paragraph', text: comparedWith }, ...figures.flatMap(figureBlocks), ...(table === null ? [] : listBlocks(table))],
  };
}

/** A cell as the sheet shows it: dates dd/mm/yyyy. */
function words(cell: PlanCell | undefined): string {
  if (cell?.kind !== 'date') return cell === undefined ? '' : wordsOfPlan(cell);
  const day = dateOfSerial(cell.serial);
  return day === null ? '' : isoDate(day).split('-').reverse().join('/');
}

/** The title stands alone in the first row, or before the headings of its columns; rows with nothing but a first cell are notes. */
function figureBlocks({ cells }: PlanBlock): DocumentBlock[] {
  const rows = cells.map((row) => row.map(words)).filter((row) => row.some((cell) => cell !== ''));
  const [[title = '', ...beside] = [], ...below] = rows;
  const heading: DocumentBlock = { kind: 'heading', level: 1, text: title };
  const isHeaded = beside.some((cell) => cell !== '');
  const [headings, lines] = isHeaded ? [['', ...beside], below] : [below[0] ?? [], below.slice(1)];
  if (headings.length === 0) return [heading];
  const isNote = (row: readonly string[]): boolean => row.slice(1).every((cell) => cell === '');
  const figures = lines.filter((row) => !isNote(row));
  const notes = lines.filter(isNote).map(([text = '']): DocumentBlock => ({ kind: 'paragraph', text }));
  const columns = headings.map((each, index): DocumentColumn => ({ heading: each, share: index === 0 ? NAME_SHARE : FIGURE_SHARE }));
  return [heading, tableOf(columns, figures), ...notes];
}

function listBlocks({ columns, rows }: PlanTable): DocumentBlock[] {
  const listed = columns.filter(({ key }) => LISTED[key] !== undefined);
  if (rows.length === 0) return [{ kind: 'paragraph', text: 'No action is overdue, and none has slipped.' }];
  return [
    tableOf(
      listed.map(({ key, heading }) => ({ heading, share: LISTED[key] ?? FIGURE_SHARE })),
      rows.map(({ cells }) => listed.map(({ key }) => words(cells[key]))),
    ),
  ];
}

function tableOf(columns: readonly DocumentColumn[], rows: readonly (readonly string[])[]): DocumentTable {
  return { kind: 'table', columns, rows: rows.map((cells) => ({ kind: 'cells', cells })) };
}
