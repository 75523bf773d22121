import { HostError } from '../host-error';
import { asRecord } from '../host-object';
import { areaInside } from '../host-reference';
import { type RangeTarget, writable } from '../host-session';

/** `range.hyperlink` as Excel gives it; null where there is none. */
export function hyperlinkOf({ sheet, area, session }: RangeTarget): unknown {
  const link = sheet.hyperlinks.find((each) => areaInside(area, each.area));
  if (link === undefined) return null;
  return {
    address: link.address,
    documentReference: link.documentReference,
    screenTip: link.screenTip,
    textToDisplay: session.workbook.textOf(sheet, area.top, area.left),
  };
}

/** Sets a link and, where `textToDisplay` is given, the cell's text. A link needs an address or a place in the document. */
export function setHyperlink(target: RangeTarget, value: unknown): void {
  const sheet = writable(target);
  const link = asRecord(value);
  const field = (name: string): string | null => {
    const text = link[name];
    return typeof text === 'string' && text !== '' ? text : null;
  };
  if (field('address') === null && field('documentReference') === null) throw new HostError('InvalidArgument');
  const { area, session } = target;
  sheet.clearHyperlinks(area);
  sheet.hyperlinks = [
    ...sheet.hyperlinks,
    { area, address: field('address'), documentReference: field('documentReference'), screenTip: field('screenTip') },
  ];
  const text = field('textToDisplay');
  if (text !== null) session.workbook.write(sheet, area.top, area.left, text);
  session.workbook.changed({ what: 'cells', sheetId: sheet.id, area, by: 'add-in', before: null, after: null });
}
