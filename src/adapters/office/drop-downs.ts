import type { Area } from '../../domain/grid';
import type { Edit } from '../../domain/workbook';
import type { Send } from './excel-connection';
import { rangeOf } from './used-blocks';
import { BYTES_A_CALL, type Step, wireBytes } from './write-batches';

type SetDropDowns = Edit & { readonly type: 'set drop-downs' };

/** A part of a sheet with one list of values. */
interface ListFound {
  readonly area: Area;
  readonly values: string;
}

/** Lists of values by sheet, by its name in lower case; known of the places that edits name. */
export type ListsBySheet = ReadonlyMap<string, readonly ListFound[]>;

interface PlaceToAsk {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

/** What Excel answers for cells with different rules, or with a rule and without. */
const MIXED: readonly string[] = ['Inconsistent', 'MixedCriteria'];

/** Finds the lists in the places that edits name. A place with several rules is asked again by halves. Sends nothing where there is no such edit. */
export async function readLists(edits: readonly Edit[], sheets: ReadonlyMap<string, Excel.Worksheet>, send: Send): Promise<ListsBySheet> {
  const found = new Map<string, ListFound[]>();
  let pending = edits.flatMap((edit): PlaceToAsk[] => {
    const sheet = sheets.get(edit.sheet.toLowerCase());
    return edit.type !== 'set drop-downs' || sheet === undefined ? [] : edit.lists.map(({ area }) => ({ sheet, area }));
  });
  while (pending.length > 0) {
    const asked = pending.map((place) => {
      const { dataValidation } = rangeOf(place.sheet, place.area);
      dataValidation.load('type,rule');
      return { ...place, dataValidation };
    });
    await send();
    pending = asked.flatMap(({ sheet, area, dataValidation }) => {
      if (MIXED.includes(dataValidation.type)) return halves(area).map((half) => ({ sheet, area: half }));
      const values = dataValidation.type === 'List' ? dataValidation.rule.list?.source : null;
      const key = sheet.name.toLowerCase();
      if (typeof values === 'string') found.set(key, [...(found.get(key) ?? []), { area, values }]);
      return [];
    });
  }
  return found;
}

function halves(area: Area): Area[] {
  if (area.top === area.bottom) return [];
  const middle = Math.floor((area.top + area.bottom) / 2);
  return [
    { ...area, bottom: middle },
    { ...area, top: middle + 1 },
  ];
}

/** Excel's own default refuses every text that is not in the list. */
export function alertOf(refuse: boolean): Excel.DataValidationErrorAlert {
  return refuse
    ? { showAlert: true, style: 'Stop', title: '', message: '' }
    : { showAlert: false, style: 'Information', title: '', message: '' };
}

/** Makes lists of exactly these values refuse other text, or not; all other rules stay. Rule: docs/rules.md#offers. */
export function dropDownSteps({ sheet, lists, refuse }: SetDropDowns, known: ListsBySheet): Step[] {
  const here = known.get(sheet.toLowerCase()) ?? [];
  return lists.flatMap(({ area, values }) =>
    here
      .filter((found) => found.values === values.join(',') && isInside(found.area, area))
      .map((found) => ({
        bytes: 4 * BYTES_A_CALL + wireBytes(alertOf(refuse)),
        queue: ({ workbook }: Excel.RequestContext): void => {
          rangeOf(workbook.worksheets.getItem(sheet), found.area).dataValidation.errorAlert = alertOf(refuse);
        },
      })),
  );
}

function isInside(inner: Area, outer: Area): boolean {
  return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;
}
