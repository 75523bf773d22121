import type { BookPlace } from '../../application';
import { failureOf } from './office-errors';
import type { OfficeSetting } from './office-setting';
import { areaOfRange, withBounds } from './used-blocks';

/** The cells that the user has selected. Excel refuses to answer for several areas at once, a chart or a shape, and so does this. */
export async function selection(setting: OfficeSetting): Promise<BookPlace> {
  try {
    return await setting.openConnection().run({ waitForCellEdit: true }, async (context, send) => {
      const { range, sheet } = selectedIn(context.workbook);
      await send();
      return { sheetId: sheet.id, area: areaOfRange(range) };
    });
  } catch (error) {
    throw failureOf(error, 'see which cells are selected');
  }
}

function selectedIn(workbook: Excel.Workbook): { readonly range: Excel.Range; readonly sheet: Excel.Worksheet } {
  const range = withBounds(workbook.getSelectedRange());
  const sheet = range.worksheet;
  sheet.load('id');
  return { range, sheet };
}
