import { columnName } from '../../domain/grid';
import type { Edit } from '../../domain/workbook';
import type { Send } from './excel-connection';
import { untracked } from './used-blocks';

type SetPrintedColumns = Edit & { readonly type: 'set printed columns' };

/** "A:L": a print area of whole columns. @param last zero-based, inclusive. */
export function printArea(last: number): string {
  return `A:${columnName(last)}`;
}

/** Moves the right edge of print areas that are as the last run left them; one that the user set is another, and stays. */
export async function movePrintedColumns(edits: readonly Edit[], context: Excel.RequestContext, send: Send): Promise<void> {
  const found = edits
    .filter((edit): edit is SetPrintedColumns => edit.type === 'set printed columns')
    .map((edit) => {
      const { pageLayout } = context.workbook.worksheets.getItem(edit.sheet);
      const now = untracked(pageLayout.getPrintAreaOrNullObject());
      now.load('address');
      return { edit, pageLayout, now };
    });
  if (found.length === 0) return;
  await send();
  const moved = found.filter(({ edit, now }) => !now.isNullObject && columnsOf(now.address) === printArea(edit.from));
  if (moved.length === 0) return;
  for (const { edit, pageLayout } of moved) pageLayout.setPrintArea(printArea(edit.to));
  await send();
}

/** "Sheet!$A:$L" as "A:L". */
function columnsOf(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1).replaceAll('$', '');
}
