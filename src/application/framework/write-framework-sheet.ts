import { frameworkSheet } from '../../domain/forms';
import { type Framework, FRAMEWORK_SHEET } from '../../domain/framework';
import { reconcile } from '../../domain/workbook';
import { Failure } from '../ports/failure';
import type { ApplyOptions, WorkbookPort } from '../ports/ports';

/**
 * Adds the sheet "Framework" to fill in, with what a framework says where one is given. All or nothing; nothing that is there is changed.
 * @returns the name of the sheet.
 * @throws Failure "bad option" where the workbook has a sheet of that name; and what `WorkbookPort.apply` throws.
 */
export async function writeFrameworkSheet(port: WorkbookPort, framework: Framework | null, options?: ApplyOptions): Promise<string> {
  const book = await port.readBook({ includeHidden: true, signal: options?.signal });
  if (book.sheets.some(({ name }) => name.toLowerCase() === FRAMEWORK_SHEET.toLowerCase()))
    throw new Failure('bad option', `The workbook has a sheet “${FRAMEWORK_SHEET}” already. Fill in that one, or rename it first.`);
  const { sheet, changes } = reconcile(frameworkSheet(framework), book, null);
  await port.apply([changes], options);
  return sheet;
}
