import { type Directorate, directorateNamed, type Framework } from '../../domain/framework';
import { type BookGrid, cellAt } from '../../domain/grid';
import { type Change, holds, reconcile, type SheetPlan } from '../../domain/workbook';
import { sampleRows, templatePlans, templateTableName } from '../../domain/forms';
import { Failure } from '../ports/failure';
import type { ApplyOptions, WorkbookPort } from '../ports/ports';
import type { TemplateWritten } from '../requests/plan-requests';

/** Rows to fill in; more can be typed below the last. */
const ROWS = 30;

/**
 * Adds a priority sheet for a directorate to fill in, always a new one. The page that explains it and the hidden lists are
 * added where the workbook has none that say the same. Nothing that is there is changed; all or nothing.
 *
 * @param directorate any name by which the framework knows it.
 * @throws Failure "bad option" for an unknown directorate; and what `WorkbookPort.apply` throws.
 */
export async function writeTemplate(
  port: WorkbookPort,
  framework: Framework,
  directorate: string,
  options?: ApplyOptions,
): Promise<TemplateWritten> {
  const known = directorateNamed(framework, directorate);
  if (known === null) throw unknownDirectorate(framework, directorate);
  return addSheets(port, framework, { directorate: known, isSample: false }, options);
}

/**
 * Adds a small sample of a directorate's table to try the check on, with mistakes in it, beside what the template adds.
 * @throws Failure "bad option" where the framework has no directorate; and what `WorkbookPort.apply` throws.
 */
export async function writeSample(port: WorkbookPort, framework: Framework, options?: ApplyOptions): Promise<TemplateWritten> {
  const [directorate] = framework.directorates;
  if (directorate === undefined) throw unknownDirectorate(framework, '');
  return addSheets(port, framework, { directorate, isSample: true }, options);
}

interface ToAdd {
  readonly directorate: Directorate;
  readonly isSample: boolean;
}

async function addSheets(
  port: WorkbookPort,
  framework: Framework,
  { directorate, isSample }: ToAdd,
  options?: ApplyOptions,
): Promise<TemplateWritten> {
  const book = await port.readBook({ includeHidden: true, signal: options?.signal });
  const [, guidePlan, listsPlan] = templatePlans(framework, directorate);
  const guide = sharedSheet(guidePlan, book);
  const lists = sharedSheet(listsPlan, book);
  const names = { table: freeTableName(directorate, book), guide: guide.sheet, lists: lists.sheet };
  const [plan] = templatePlans(framework, directorate, ROWS, names, isSample ? sampleRows(framework) : []);
  const priorities = reconcile(plan, book, null);
  const changes = [...priorities.changes, ...guide.changes, ...lists.changes];
  const receipt = await port.apply([layoutsLast(changes)], options);
  const nameTaken = priorities.sheet === plan.name ? null : plan.name;
  return { sheet: priorities.sheet, directorate: directorate.name, nameTaken, receipt };
}

function unknownDirectorate(framework: Framework, given: string): Failure {
  const names = framework.directorates.map(({ name }) => name).join(', ');
  return new Failure('bad option', `“${given}” is not a directorate of ${framework.name}. Give one of these: ${names}.`);
}

/** A sheet of the workbook that already says what the plan says, or what makes one. */
function sharedSheet(plan: SheetPlan, book: BookGrid): { readonly sheet: string; readonly changes: readonly Change[] } {
  const existing = book.sheets.find((sheet) => {
    const saysTheSame = plan.blocks.every(({ at, cells }) =>
      cells.every((row, down) =>
        row.every((cell, across) => holds(cellAt(sheet, { row: at.row + down, column: at.column + across }), cell)),
      ),
    );
    return saysTheSame && sheet.name.startsWith(plan.name);
  });
  return existing === undefined ? reconcile(plan, book, null) : { sheet: existing.name, changes: [] };
}

/** Excel ignores case in the names of tables, and a table's name is one for the whole workbook. */
function freeTableName(directorate: Directorate, book: BookGrid): string {
  const taken = new Set(book.sheets.flatMap(({ tables }) => tables.map(({ name }) => name.toLowerCase())));
  let number = 1;
  while (taken.has(templateTableName(directorate, number).toLowerCase())) number += 1;
  return templateTableName(directorate, number);
}

/** A drop-down can only name a sheet that is there, so every sheet is made before any is laid out. */
function layoutsLast(changes: readonly Change[]): Change[] {
  return [...changes.filter(({ edit }) => edit.type !== 'lay out'), ...changes.filter(({ edit }) => edit.type === 'lay out')];
}
