import { failureOf } from './office-errors';
import type { OfficeSetting } from './office-setting';

/** The pane's preferences, kept in this add-in's settings inside the workbook. No name or e-mail address may be kept here. */
const PREFIX = 'collator.';

function settingAt(context: Excel.RequestContext, key: string): Excel.Setting {
  const setting = context.workbook.settings.getItemOrNullObject(key);
  setting.load('value');
  return setting;
}

export async function recall(setting: OfficeSetting, key: string): Promise<string | null> {
  try {
    return await setting.openConnection().run({ waitForCellEdit: true }, async (context, send) => {
      const found = settingAt(context, PREFIX + key);
      await send();
      const value: unknown = found.isNullObject ? null : found.value;
      return typeof value === 'string' ? value : null;
    });
  } catch (error) {
    throw failureOf(error, 'read your preferences');
  }
}

/** Kept with the workbook when it is saved; a value of the same key is replaced. */
export async function remember(setting: OfficeSetting, key: string, value: string): Promise<void> {
  try {
    await setting.openConnection().run({ waitForCellEdit: true }, async (context, send) => {
      context.workbook.settings.add(PREFIX + key, value);
      await send();
    });
  } catch (error) {
    throw failureOf(error, 'keep your preferences');
  }
}
