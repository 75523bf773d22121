import type { SentVerdict } from '../../domain/finance';
import { a1, type Area, type BookGrid, type Cell, cellAt, type SheetGrid } from '../../domain/grid';
import { type Notice, SheetEdits } from '../../domain/recognition';
import { ALL_PRIORITIES, prioritiesTable, VERDICT_PARTS, verdictCells, verdictColumns, type VerdictPart } from '../../domain/sheets';
import { DATE_FORMAT, headingsIn, type Obstacle, type PlanCell, wordsOfCell, wordsOfPlan } from '../../domain/workbook';
import { counted, FINANCE_HEADINGS, listed, verdictInWords } from '../../domain/wording';
import { addingColumns } from '../finance/added-columns';
import type { Recognised } from './collate';
import type { PlanVerdicts } from './verdicts-of';

interface PlanFound extends Recognised {
  readonly book: BookGrid;
}

type Taken = PlanVerdicts['taken'];

/**
 * The plan with the verdicts that it takes from the directorates' own tables in the rows that are there; rows to be added get theirs with them.
 * A plan of an earlier version gets the columns that it lacks.
 * Rule: docs/rules.md#sent-verdicts.
 */
export function withVerdictsTaken<Plan extends PlanFound>(plan: Plan, taken: Taken): Plan {
  if (taken.size === 0) return plan;
  const told = { ...plan, notices: [...plan.notices, ...noticesOf(taken)] };
  const priorities = prioritiesTable(plan.book);
  if (priorities === null) return told;
  const { sheet, area } = priorities;
  const columns = verdictColumns(sheet, area.top, area);
  const missing = VERDICT_PARTS.filter((part) => columns[part] === undefined && [...taken.values()].some(({ sent }) => says(sent, part)));
  const headings = missing.map((part) => FINANCE_HEADINGS[part]);
  const growing = missing.length === 0 ? [] : addingColumns(sheet, { headingRow: area.top, right: area.right }, headings);
  if (growing === null) return { ...told, obstacles: [...plan.obstacles, noRoom(sheet, area, headings)] };
  const all = { ...columns, ...Object.fromEntries(missing.map((part, across) => [part, area.right + 1 + across])) };
  const edits = new SheetEdits(withHeadings(sheet, area, headings));
  const refs = headingsIn(sheet, area.top, ['Ref'], area).get('Ref') ?? area.left;
  for (let row = area.top + 1; row <= area.bottom; row += 1) {
    const one = taken.get(wordsOfCell(cellAt(sheet, { row, column: refs })).trim());
    if (one === undefined) continue;
    const cells = verdictCells(one.sent);
    for (const part of VERDICT_PARTS) {
      const column = all[part];
      if (column !== undefined) edits.take(row, column, cellOf(cells[part]));
    }
  }
  return {
    ...told,
    book: { ...plan.book, sheets: plan.book.sheets.map((one) => (one === sheet ? edits.after : one)) },
    changes: [...plan.changes, ...growing, ...edits.changes],
    priorities: plan.priorities === null ? null : { ...plan.priorities, sheet: edits.after },
  };
}

const says = (sent: SentVerdict, part: VerdictPart): boolean => wordsOfPlan(verdictCells(sent)[part]) !== '';

function cellOf(cell: PlanCell): Cell {
  const words = wordsOfPlan(cell);
  if (cell.kind === 'date') return { kind: 'number', value: cell.serial, text: words, format: cell.format ?? DATE_FORMAT };
  return words === '' ? { kind: 'empty', value: null, text: '', format: '@' } : { kind: 'text', value: words, text: words, format: '@' };
}

/** The sheet as it is once the columns are added. */
function withHeadings(sheet: SheetGrid, area: Area, headings: readonly string[]): SheetGrid {
  if (headings.length === 0) return sheet;
  const edits = new SheetEdits(sheet);
  headings.forEach((heading, across) => edits.show(area.top, area.right + 1 + across, heading));
  const grown = { ...area, right: area.right + headings.length };
  return { ...edits.after, tables: sheet.tables.map((one) => (one.area === area ? { ...one, area: grown } : one)) };
}

function noRoom(sheet: SheetGrid, area: Area, headings: readonly string[]): Obstacle {
  const sentence = `Finance’s verdicts from the directorates’ tables need the columns ${listed(headings)}, and there is something beside the table. Move it, then collate again.`;
  return { sheet: sheet.name, address: a1({ row: area.top, column: area.right + 1 }), sentence };
}

function noticesOf(taken: Taken): Notice[] {
  const instead = [...taken].flatMap(([ref, { sent, instead: was }]): Notice[] => {
    if (was === null) return [];
    return [
      notice(
        `${ref}: finance’s verdict in the directorate’s own table, ${verdictInWords(sent)}, is later than the plan’s, ${verdictInWords(was)}, which goes into its history.`,
      ),
    ];
  });
  const alone = taken.size - instead.length;
  const sentence = `${counted(alone, 'verdict')} of finance ${alone === 1 ? 'comes' : 'come'} from the directorates’ own tables.`;
  return [...(alone === 0 ? [] : [notice(sentence)]), ...instead];
}

const notice = (sentence: string): Notice => ({ sheet: ALL_PRIORITIES, address: '', sentence });
