import { type BookPlace, Failure } from '../../application';
import { failureOf } from './office-errors';
import type { OfficeSetting } from './office-setting';
import { visibilityOf } from './read-book';
import { rangeOf } from './used-blocks';

/** Brings a sheet to the front and selects cells on it. The keyboard focus stays in the pane: `select` does not move it. */
export async function reveal(setting: OfficeSetting, place: BookPlace): Promise<void> {
  try {
    await setting.openConnection().run({ waitForCellEdit: true }, async (context, send) => {
      const sheet = sheetOf(context, place.sheetId);
      await send();
      if (sheet.isNullObject) {
        throw new Failure('cell changed', 'That sheet is no longer in the workbook. Check again to see what is there now.');
      }
      if (visibilityOf(sheet) !== 'visible') {
        throw new Failure('not supported', `“${sheet.name}” is hidden. Right-click a sheet’s tab, choose Unhide, then try again.`);
      }
      sheet.activate();
      rangeOf(sheet, place.area).select();
      await send();
    });
  } catch (error) {
    throw failureOf(error, 'show that cell');
  }
}

function sheetOf(context: Excel.RequestContext, id: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  sheet.load('name,visibility');
  return sheet;
}
