import type { BookChange } from '../../application';
import { failureOf } from './office-errors';
import type { OfficeSetting } from './office-setting';
import { supports } from './requirement-sets';

type Listener = (change: BookChange) => void;

/** The registration of one event; `remove` is queued on the context it was made with. */
type Registration = Pick<OfficeExtension.EventHandlerResult<unknown>, 'remove' | 'context'>;

/**
 * Listens to edits, to the selection, and to sheets being added, deleted or renamed. The events are hints only: fast edits, edits
 * of many cells and drop-downs on the web can be missed, so a listener reads the cells again and compares. Where Excel marks the
 * add-in's own changes (1.14), they are not reported.
 * How and why: docs/live-reading.md#the-way-of-an-edit.
 */
export async function watch(setting: OfficeSetting, listener: Listener): Promise<() => Promise<void>> {
  try {
    const registered = await setting.openConnection().run({ waitForCellEdit: true }, async (context, send) => {
      const registrations = register(setting, context.workbook.worksheets, listener);
      await send();
      return registrations;
    });
    return () => remove(setting, registered);
  } catch (error) {
    throw failureOf(error, 'follow your edits');
  }
}

function register(setting: OfficeSetting, sheets: Excel.WorksheetCollection, listener: Listener): Registration[] {
  const registrations: Registration[] = [
    sheets.onAdded.add(asHandler((event) => listener(sheetsChanged(event)))),
    sheets.onDeleted.add(asHandler((event) => listener(sheetsChanged(event)))),
  ];
  if (supports(setting.isSetSupported, 'collection events')) {
    registrations.push(
      sheets.onChanged.add(
        asHandler((event) => {
          if (!isOwn(setting, event)) listener(cellsChanged(event));
        }),
      ),
      sheets.onSelectionChanged.add(
        asHandler(({ worksheetId, address }) => listener({ sheetId: worksheetId, address, what: 'selection', by: 'this user' })),
      ),
    );
  }
  if (supports(setting.isSetSupported, 'sheet renamed')) {
    registrations.push(sheets.onNameChanged.add(asHandler((event) => listener(sheetsChanged(event)))));
  }
  return registrations;
}

/** Office expects a promise from a handler and waits for it; this one is resolved at once. */
function asHandler<E>(handle: (event: E) => void): (event: E) => Promise<void> {
  return (event) => {
    handle(event);
    return Promise.resolve();
  };
}

function isOwn(setting: OfficeSetting, event: Excel.WorksheetChangedEventArgs): boolean {
  const trigger: string = event.triggerSource;
  return supports(setting.isSetSupported, 'trigger source') && trigger === 'ThisLocalAddin';
}

/** Rows or columns that moved change the address of everything behind them, so the whole sheet must be read again. */
function cellsChanged(event: Excel.WorksheetChangedEventArgs): BookChange {
  const kind: string = event.changeType;
  const isInPlace = kind === 'RangeEdited' && event.address !== '';
  return { sheetId: event.worksheetId, address: isInPlace ? event.address : null, what: 'cells', by: changedBy(event.source) };
}

function sheetsChanged(event: { readonly worksheetId: string; readonly source: string }): BookChange {
  return { sheetId: event.worksheetId, address: null, what: 'sheets', by: changedBy(event.source) };
}

function changedBy(source: string): BookChange['by'] {
  return source === 'Remote' ? 'someone else' : 'this user';
}

/** All registrations share the context they were made with, and can be removed only through it. */
async function remove(setting: OfficeSetting, registrations: readonly Registration[]): Promise<void> {
  const [first] = registrations;
  if (first === undefined) return;
  try {
    await setting.excel.run(first.context, async (context) => {
      for (const registration of registrations) registration.remove();
      await context.sync();
    });
  } catch (error) {
    throw failureOf(error, 'stop following your edits');
  }
}
