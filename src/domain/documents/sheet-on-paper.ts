import { dateOfSerial, isoDate } from '../grid';
import { type PlanBlock, type PlanCell, type PlanTable, type SheetPlan, wordsOfPlan } from '../workbook';
import { grouped } from '../wording';
import type { DocumentBlock, DocumentColumn, DocumentTable, PlanDocument } from './plan-document';

/** A sheet of the plan that is put on paper. */
export interface SheetOnPaper {
  readonly sheet: Pick<SheetPlan, 'name' | 'blocks' | 'table'>;
  /** The council's plan, as the title names it. */
  readonly framework: { readonly name: string };
  /** The columns of the sheet's list that go on paper, by key, and their shares of its width. */
  readonly listed: Readonly<Record<string, number>>;
  /** Said where the list is empty. */
  readonly nothing: string;
}

/** The first column of a table of figures names the line; the others hold a number each. */
const NAME_SHARE = 30;
const FIGURE_SHARE = 9;

/**
 * A sheet of figures and a list as a paper, so that the two can never say different things: each of its blocks is a heading, a table and the
 * notes under it, and its list follows.
 */
export function sheetOnPaper({ sheet: { name, blocks, table }, framework, listed, nothing }: SheetOnPaper): PlanDocument {
  const [title, ...figures] = blocks;
  const [, stamp = '', below = ''] = (title?.cells ?? []).map(([cell]) => words(cell));
  return {
    name,
    title: `${name}: ${framework.name}`,
    stamp,
    blocks: [
      { kind: 'paragraph', text: below },
      ...figures.flatMap(figureBlocks),
      ...(table === null ? [] : listBlocks(table, listed, nothing)),
    ],
  };
}

/** A cell as the sheet shows it: dates dd/mm/yyyy, amounts in pounds. */
function words(cell: PlanCell | undefined): string {
  if (cell?.kind === 'number' && cell.format.startsWith('£')) return `£${grouped(cell.value)}`;
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

function listBlocks({ columns, rows }: PlanTable, listed: SheetOnPaper['listed'], nothing: string): DocumentBlock[] {
  const shown = columns.filter(({ key }) => listed[key] !== undefined);
  if (rows.length === 0) return [{ kind: 'paragraph', text: nothing }];
  return [
    tableOf(
      shown.map(({ key, heading }) => ({ heading, share: listed[key] ?? FIGURE_SHARE })),
      rows.map(({ cells }) => shown.map(({ key }) => words(cells[key]))),
    ),
  ];
}

function tableOf(columns: readonly DocumentColumn[], rows: readonly (readonly string[])[]): DocumentTable {
  return { kind: 'table', columns, rows: rows.map((cells) => ({ kind: 'cells', cells })) };
}
