import { areasOverlap, parseArea } from '../../../domain/grid';
import type { Edit } from '../../../domain/workbook';
import type { EditableBook } from './editable-book';
import { type Markup, childNamed, childrenNamed, textOf } from '../package/markup';
import { refusedEdit } from './refused-edit';

/** Excel's bound for the values written into a drop-down, commas counted. */
const MAX_LIST = 255;

/** The formula of a list whose values stand in the rule. */
export function inlineList(values: readonly string[]): string {
  const joined = values.join(',');
  if (joined.length > MAX_LIST)
    throw refusedEdit('A drop-down’s values are longer than the 255 characters Excel takes; they need an area.');
  if (values.some((value) => value.includes(','))) throw refusedEdit('A drop-down’s value has a comma in it, so its list needs an area.');
  return `"${joined.replaceAll('"', '""')}"`;
}

/** Makes lists of exactly these values refuse other text, or not; all other rules stay. Rule: docs/rules.md#offers. */
export function setDropDowns(book: EditableBook, { sheet, lists, refuse }: Edit & { readonly type: 'set drop-downs' }): void {
  const { root } = book.sheet(sheet);
  const holder = childNamed(root, 'dataValidations');
  if (holder === undefined) return;
  for (const { area, values } of lists) {
    const formula = inlineList(values);
    for (const rule of childrenNamed(holder, 'dataValidation')) {
      if (isList(rule, formula) && areasOf(rule).some((one) => areasOverlap(one, area)))
        rule.attributes.set('showErrorMessage', refuse ? '1' : '0');
    }
  }
}

function isList(rule: Markup, formula: string): boolean {
  const written = childNamed(rule, 'formula1');
  return rule.attributes.get('type') === 'list' && written !== undefined && textOf(written) === formula;
}

function areasOf(rule: Markup): NonNullable<ReturnType<typeof parseArea>>[] {
  return (rule.attributes.get('sqref') ?? '').split(' ').flatMap((address) => parseArea(address) ?? []);
}
